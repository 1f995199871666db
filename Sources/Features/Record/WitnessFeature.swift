import HTTPTypes
public import Hummingbird
import NIOCore
public import Notary
import PublicRecord
public import Web

/// This installation as a witness of other logs, below `/witness` on each of its hosts (C2SP tlog-witness).
public struct WitnessFeature: PortalFeature {
    public let name = "witness"
    public let files: [(path: String, text: StaticString)] = []

    private let office: WitnessOffice

    public init(_ office: WitnessOffice) { self.office = office }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        let witness = routes.group("witness")
        witness.post("add-checkpoint") { request, _ in
            let bytes: ByteBuffer
            do { bytes = try await request.body.collect(upTo: AddCheckpointRequest.greatestSize) } catch {
                return Self.text(.contentTooLarge, "a request has at most \(AddCheckpointRequest.greatestSize) bytes\n")
            }
            let answer = await office.answer(Array(bytes.readableBytesView))
            var response = Self.text(HTTPResponse.Status(code: answer.status), answer.body)
            if answer.isSize { response.headers[.contentType] = "text/x.tlog.size" }
            if answer.status == 429 || answer.status == 503 { response.headers[.retryAfter] = "60" }
            return response
        }
        witness.get(":log/checkpoint") { _, context in
            guard let bytes = try await office.checkpoint(of: try context.parameters.require("log")) else { throw PageError.notFound }
            return Self.text(.ok, String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .accessControlAllowOrigin: "*",
            .contentLength: "\(text.utf8.count)",
        ]
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
