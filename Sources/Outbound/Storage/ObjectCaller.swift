import AsyncHTTPClient
import FileStore
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Signed requests to one storage, over connections that are kept. What may pass (a restart, a connection that broke, "slow down") is tried again.
final class ObjectCaller: Sendable {
    let place: ObjectPlace
    private let client: HTTPClient
    private let signature: ObjectSignature
    /// Seconds since 1970.
    private let now: @Sendable () -> Int64

    /// For an answer to begin, and between its pieces.
    private static let patience = TimeAmount.seconds(30)
    private static let pauses: [Duration] = [.milliseconds(200), .milliseconds(800), .seconds(2)]

    init(_ place: ObjectPlace, roots: String?, now: @escaping @Sendable () -> Int64) {
        self.place = place
        self.now = now
        signature = ObjectSignature(accessKey: place.accessKey, secret: place.secret, region: place.region)
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let roots { tls.additionalTrustRoots = [.file(roots)] }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(5), read: Self.patience, write: Self.patience)
        )
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 16
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async { try? await client.shutdown() }

    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case file(SpooledFile)
    }

    /// The answer to a request, whatever its status; a status that asks for patience has been waited out.
    /// - Parameter hash: SHA-256 of the body.
    func call(
        _ method: HTTPMethod,
        _ path: String,
        query: [(String, String)] = [],
        fields: [String: String] = [:],
        body: Body = .none,
        hash: ContentHash
    ) async throws -> HTTPClientResponse {
        var pauses = Self.pauses[...]
        while true {
            try Task.checkCancellation()
            let trouble: String
            do {
                let answer = try await client.execute(request(method, path, query, fields, body, hash), timeout: .hours(1))
                guard [500, 502, 503, 504, 429].contains(answer.status.code) else { return answer }
                trouble = try await Self.reason(of: answer)
            } catch let fault as HTTPClientError { trouble = fault.shortDescription } catch let fault as NIOConnectionError {
                trouble = fault.connectionErrors.first.map { "\($0.error)" } ?? "it cannot be reached"
            } catch let fault as IOError { trouble = "\(fault)" } catch let fault as NIOSSLError { trouble = "\(fault)" }
            guard let pause = pauses.popFirst() else { throw fault("it does not answer (\(trouble)); is it running?") }
            try await Task.sleep(for: pause)
        }
    }

    private func request(
        _ method: HTTPMethod,
        _ path: String,
        _ query: [(String, String)],
        _ fields: [String: String],
        _ body: Body,
        _ hash: ContentHash
    ) -> HTTPClientRequest {
        var asked = ObjectSignature.Asked(method: method.rawValue, path: path, query: query, fields: fields, bodyHash: hash.description)
        asked.fields["host"] = place.authority
        var request = HTTPClientRequest(url: place.address(path, query: ObjectSignature.query(query)))
        request.method = method
        for (name, value) in asked.fields where name != "host" { request.headers.add(name: name, value: value) }
        for (name, value) in signature.fields(for: asked, now: now()) { request.headers.add(name: name, value: value) }
        request.headers.replaceOrAdd(name: "host", value: place.authority)
        switch body {
        case .none: break
        case .bytes(let bytes): request.body = .bytes(ByteBuffer(bytes: bytes))
        case .file(let file): request.body = .stream(Pieces(file: file), length: .known(file.stored.size))
        }
        return request
    }

    /// The whole body of an answer.
    func body(of answer: HTTPClientResponse, upTo limit: Int) async throws -> ByteBuffer {
        do { return try await answer.body.collect(upTo: limit) } catch is CancellationError { throw CancellationError() } catch {
            throw fault("its answer broke off (\(error))")
        }
    }

    /// What an answer that is none of those expected means, with what to do.
    func fault(_ answer: HTTPClientResponse) async throws -> FileStoreFault {
        let code = try await Self.reason(of: answer)
        switch code {
        case "NoSuchBucket": return fault("there is no bucket '\(place.bucket)'; make it")
        case "RequestTimeTooSkewed": return fault("its clock and this machine's differ too much; set the clock")
        case "SignatureDoesNotMatch", "InvalidAccessKeyId", "AccessDenied":
            return fault("it refused us (\(code)); check the access key, its secret and what the key may do in '\(place.bucket)'")
        case "XAmzContentSHA256Mismatch", "BadDigest": return fault("the bytes changed on their way (\(code)); check the network")
        default: return fault("it answered \(answer.status.code) (\(code))")
        }
    }

    func fault(_ reason: String) -> FileStoreFault { .storage(place: place.shown, reason: reason) }

    /// The `Code` of an error document, or the status in words.
    private static func reason(of answer: HTTPClientResponse) async throws -> String {
        let body = (try? await answer.body.collect(upTo: 1 << 16)).map { String(buffer: $0) } ?? ""
        let code = ObjectXML.texts("Code", in: body).first ?? ""
        return code.isEmpty || code.count > 60 ? "\(answer.status.code) \(answer.status.reasonPhrase)" : code
    }
}

/// A spooled file, piece by piece.
private struct Pieces: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    let file: SpooledFile

    struct Iterator: AsyncIteratorProtocol {
        let file: SpooledFile
        var offset: Int64 = 0

        mutating func next() async throws -> ByteBuffer? {
            let bytes = try await file.read(at: offset)
            offset += Int64(bytes.count)
            return bytes.isEmpty ? nil : ByteBuffer(bytes: bytes)
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(file: file) }
}

/// The little that is read of a storage's XML: texts of elements that hold nothing else, and whose texts are hashes, codes and truth values.
enum ObjectXML {
    static func texts(_ name: String, in text: String) -> [String] {
        text.components(separated: "<\(name)>").dropFirst().compactMap { rest in
            rest.firstRange(of: "</\(name)>").map { String(rest[..<$0.lowerBound]) }
        }
    }
}

extension String {
    fileprivate func components(separated by: String) -> [Substring] {
        var (rest, parts) = (self[...], [Substring]())
        while let range = rest.firstRange(of: by) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
