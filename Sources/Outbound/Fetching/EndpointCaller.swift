import Foundation
import HTTPTypes
import NIOCore
import NIOSSL

/// Calls endpoints that the operator names in the configuration (a sign-in provider). They may be anywhere; what they answer is bounded like
/// everybody's, and where they redirect to is not followed. Addresses of other people go through `Fetcher`.
public struct EndpointCaller: Sendable {
    private let resolver: any NameResolver
    private let agent: String
    private let connector: Connector
    private let limits: FetchLimits

    /// - Parameters:
    ///   - roots: a PEM file of certificates to trust beside the system's.
    ///   - limits: how long an endpoint may take; of the body, 256 KiB are read.
    public init(agent: String, resolver: any NameResolver = SystemResolver(), roots: String? = nil, limits: FetchLimits = .endpoint) throws {
        self.resolver = resolver
        self.agent = agent
        connector = Connector(tls: try Connector.context(roots: roots))
        self.limits = limits
    }

    /// An answer of JSON.
    public func get(_ address: ForeignAddress) async throws -> ForeignAnswer {
        try await call(ForeignRequest(.get, address, headers: [.accept: "application/json"]), nil)
    }

    /// Sends a form; `basic` is a user and a password, where the endpoint wants them in the head.
    public func post(_ address: ForeignAddress, form: [(String, String)], basic: (user: String, password: String)? = nil) async throws
        -> ForeignAnswer
    {
        let body = form.map { Self.encode($0.0) + "=" + Self.encode($0.1) }.joined(separator: "&")
        let headers: HTTPFields = [.accept: "application/json", .contentType: "application/x-www-form-urlencoded"]
        let pair = basic.map { "Basic " + Data("\(Self.encode($0.user)):\(Self.encode($0.password))".utf8).base64EncodedString() }
        return try await call(ForeignRequest(.post, address, headers: headers, body: Array(body.utf8)), pair)
    }

    /// Something sent with a token of the operator's, where the endpoint wants one.
    public func send(_ request: ForeignRequest, bearer token: String?) async throws -> ForeignAnswer {
        try await call(request, token.map { "Bearer " + $0 })
    }

    /// Any request: files and heads of another record. `bodyBytes`: the greatest answer that is read.
    public func call(_ request: ForeignRequest, bodyBytes: Int) async throws -> ForeignAnswer {
        var limits = limits
        limits.bodyBytes = bodyBytes
        return try await call(request, nil, limits)
    }

    private func call(_ request: ForeignRequest, _ authorization: String?, _ own: FetchLimits? = nil) async throws -> ForeignAnswer {
        let limits = own ?? limits
        let collected = Pieces()
        var answer = try await Deadline.run(limits.total, else: .tooSlow(.whole)) {
            var last = FetchFault.unreachable
            for address in try await addresses(of: request.address.host).prefix(limits.addresses) {
                do {
                    let (channel, trouble) = try await connector.connect(to: address, for: request.address, limits)
                    return try await Exchange(request: request, agent: agent, limits: limits, authorization: authorization).run(on: channel, trouble)
                    {
                        await collected.add(Array($1.readableBytesView))
                    }
                } catch FetchFault.unreachable { last = .unreachable } catch FetchFault.tooSlow(.connecting) { last = .tooSlow(.connecting) }
            }
            throw last
        }
        answer.body = await collected.bytes
        return answer
    }

    private func addresses(of host: ForeignHost) async throws -> [IPAddress] {
        switch host {
        case .address(let literal): return [literal]
        case .name(let name):
            do { return try await resolver.addresses(of: name) } catch is CancellationError { throw CancellationError() } catch {
                throw FetchFault.unknownHost
            }
        }
    }

    /// As a form is written (and, after RFC 6749 2.3.1, a client's name in `Basic`).
    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

private actor Pieces {
    var bytes: [UInt8] = []
    func add(_ more: [UInt8]) { bytes += more }
}
