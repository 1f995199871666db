import HTTPTypes
import Hummingbird
import NIOCore
import Outbound
import PortalNetwork
import Web

/// `POST /websub`: takes subscription requests, answers 202 when they will be verified, and otherwise says in a line what is wrong with them.
struct HubRoutes {
    let hub: Hub

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.post("websub") { request, context in
            do throws(HubRefusal) {
                let form = try await read(request)
                try await hub.take(form, on: context.visit.site)
                return Self.text(.accepted, "the intent will be verified at the callback\n")
            } catch {
                return Self.text(error.status, error.reason + "\n", error.status == .serviceUnavailable ? [.retryAfter: "600"] : [:])
            }
        }
    }

    private func read(_ request: Request) async throws(HubRefusal) -> HubForm {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard type == "application/x-www-form-urlencoded" else {
            throw HubRefusal(.unsupportedMediaType, "send application/x-www-form-urlencoded")
        }
        let bytes: ByteBuffer
        do { bytes = try await request.body.collect(upTo: HubForm.largest) } catch {
            throw HubRefusal(.contentTooLarge, "the form is larger than \(HubForm.largest) bytes")
        }
        guard let form = HubForm(bytes.readableBytesView) else { throw HubRefusal(.badRequest, "the form cannot be read") }
        return form
    }

    private static func text(_ status: HTTPResponse.Status, _ text: String, _ headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// Why a request is not taken, for the program that sent it.
struct HubRefusal: Error {
    let status: HTTPResponse.Status
    let reason: String

    init(_ status: HTTPResponse.Status, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
