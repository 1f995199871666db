import HTTPTypes
public import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// The gate `fetch`: the one way in which the program calls an address that is not the operator's own.
///
/// A name is resolved once; every address it has must be allowed; then exactly such an address is connected to, so a name that answers differently a
/// moment later changes nothing. TLS asks for the name all the same. Redirects go through the gate again, hop by hop.
public struct Fetcher: Sendable {
    public let policy: OutboundPolicy
    private let resolver: any NameResolver
    private let agent: String
    private let connector: Connector

    /// - Parameters:
    ///   - agent: the field `User-Agent`: the program and where to ask about it.
    ///   - roots: a PEM file of certificates to trust beside the system's.
    public init(policy: OutboundPolicy, resolver: any NameResolver = SystemResolver(), agent: String, roots: String? = nil) throws {
        self.policy = policy
        self.resolver = resolver
        self.agent = agent
        connector = Connector(tls: try Connector.context(roots: roots))
    }

    /// The answer with its body, which may not be larger than the limits say.
    public func fetch(_ request: ForeignRequest, limits: FetchLimits = FetchLimits()) async throws -> ForeignAnswer {
        let collected = Collected()
        var answer = try await fetch(request, limits: limits) { await collected.add($0) }
        answer.body = await collected.bytes
        return answer
    }

    /// The answer with its body in pieces, as they come; the next is read when `piece` has returned.
    public func fetch(
        _ request: ForeignRequest,
        limits: FetchLimits = FetchLimits(),
        piece: @escaping @Sendable (ByteBuffer) async throws -> Void
    ) async throws -> ForeignAnswer {
        try await Deadline.run(limits.total, else: .tooSlow(.whole)) { try await follow(request, limits, piece) }
    }

    private func follow(
        _ first: ForeignRequest,
        _ limits: FetchLimits,
        _ piece: @escaping @Sendable (ByteBuffer) async throws -> Void
    ) async throws -> ForeignAnswer {
        var request = first
        let allowed = first.method == .get ? min(limits.redirects, 5) : 0
        var hops = 0
        while true {
            let isLast = allowed == 0
            let here = request
            let answer = try await call(here, limits) { status, buffer in
                // The body of a redirect that will be followed is nobody's.
                if isLast || !Self.isRedirect(status) { try await piece(buffer) }
            }
            guard !isLast, Self.isRedirect(answer.status), let location = answer.headers[.location] else { return answer }
            guard hops < allowed else { throw FetchFault.tooManyRedirects }
            hops += 1
            do throws(AddressRefusal) { request.address = try here.address.following(location) } catch { throw FetchFault.refused(error) }
            if here.address.scheme == .https, request.address.scheme == .http { throw FetchFault.redirectToPlain }
            // What was meant for one host is not told to another.
            if request.address.origin != here.address.origin { request.headers = request.headers.filtered { Self.mayTravel.contains($0) } }
        }
    }

    private func call(
        _ request: ForeignRequest,
        _ limits: FetchLimits,
        _ piece: @escaping @Sendable (Int, ByteBuffer) async throws -> Void
    ) async throws -> ForeignAnswer {
        let addresses = try await resolve(request.address, limits)
        var last = FetchFault.unreachable
        for address in addresses.prefix(max(1, limits.addresses)) {
            do {
                let (channel, trouble) = try await connector.connect(to: address, for: request.address, limits)
                return try await Exchange(request: request, agent: agent, limits: limits).run(on: channel, trouble, piece)
            } catch FetchFault.unreachable {
                last = .unreachable
            } catch FetchFault.tooSlow(.connecting) {
                last = .tooSlow(.connecting)
            }
        }
        throw last
    }

    /// The addresses of the host, all of them checked. Nothing is asked again after this.
    private func resolve(_ address: ForeignAddress, _ limits: FetchLimits) async throws -> [IPAddress] {
        let found: [IPAddress]
        do throws(AddressRefusal) { try policy.check(address) } catch { throw FetchFault.refused(error) }
        switch address.host {
        case .address(let literal): found = [literal]
        case .name(let name):
            let resolver = resolver
            found = try await Deadline.run(limits.resolve, else: .tooSlow(.resolving)) {
                do { return try await resolver.addresses(of: name) } catch is CancellationError { throw CancellationError() } catch {
                    throw FetchFault.unknownHost
                }
            }
            guard !found.isEmpty else { throw FetchFault.unknownHost }
        }
        do throws(AddressRefusal) { try policy.check(address, resolvedTo: found) } catch { throw FetchFault.refused(error) }
        return found
    }

    private static let mayTravel: Set<HTTPField.Name> = [.accept, .acceptLanguage]

    private static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }
}

/// The pieces of a body, put together.
private actor Collected {
    var bytes: [UInt8] = []
    func add(_ buffer: ByteBuffer) { bytes.append(contentsOf: buffer.readableBytesView) }
}

extension HTTPFields {
    func filtered(_ isKept: (HTTPField.Name) -> Bool) -> HTTPFields {
        var kept = HTTPFields()
        for field in self where isKept(field.name) { kept.append(field) }
        return kept
    }
}
