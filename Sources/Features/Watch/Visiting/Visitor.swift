import HTTPTypes
public import Outbound

/// Fetches addresses as different visitors would, through the gate `fetch`: the installation's own hosts as endpoints that the operator named, all others only
/// where the policy lets foreign addresses lead.
public struct Visitor: Sendable {
    /// An answer; redirects are not followed.
    public struct Answer: Sendable {
        public var status: Int
        public var location: String?
        /// The field `Refresh`, which leads away like a redirect.
        public var refresh: String?
        public var contentType: String?
        public var body: [UInt8]

        public init(status: Int, location: String? = nil, refresh: String? = nil, contentType: String? = nil, body: [UInt8] = []) {
            self.status = status
            self.location = location
            self.refresh = refresh
            self.contentType = contentType
            self.body = body
        }

        public var isPage: Bool { contentType?.lowercased().hasPrefix("text/html") ?? false }
        public var html: String { String(decoding: body, as: UTF8.self) }
    }

    /// Bytes of an answer that are read; our largest page has less than 2 MiB.
    static let mostBytes = 8 << 20

    private let call: @Sendable (Profile, ForeignRequest) async throws -> ForeignAnswer

    /// Hosts of the operator, wherever they lead.
    /// - Parameter resolver: how their names are found; a watcher may be told to go to a proxy's inner address.
    public init(own resolver: any NameResolver, roots: String? = nil) throws {
        var callers: [Profile: EndpointCaller] = [:]
        for profile in Profile.allCases { callers[profile] = try EndpointCaller(agent: profile.agent, resolver: resolver, roots: roots) }
        call = { [callers] profile, request in
            guard let caller = callers[profile] else { throw FetchFault.unreachable }
            return try await caller.call(request, bodyBytes: Self.mostBytes)
        }
    }

    /// Hosts of others.
    public init(foreign policy: OutboundPolicy) throws {
        var fetchers: [Profile: Fetcher] = [:]
        for profile in Profile.allCases { fetchers[profile] = try Fetcher(policy: policy, agent: profile.agent) }
        var limits = FetchLimits()
        limits.bodyBytes = Self.mostBytes
        call = { [fetchers, limits] profile, request in
            guard let fetcher = fetchers[profile] else { throw FetchFault.unreachable }
            return try await fetcher.fetch(request, limits: limits)
        }
    }

    public func get(_ address: String, as profile: Profile) async throws -> Answer {
        var headers: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8", .acceptLanguage: profile.language]
        if let referrer = profile.referrer, let name = HTTPField.Name("Referer") { headers[name] = referrer }
        let answer = try await call(profile, ForeignRequest(.get, try ForeignAddress(address), headers: headers))
        return Answer(
            status: answer.status,
            location: answer.headers[.location],
            refresh: HTTPField.Name("Refresh").flatMap { answer.headers[$0] },
            contentType: answer.headers[.contentType],
            body: answer.body
        )
    }
}

/// Names of the operator's own hosts: `*.localhost` is this machine (RFC 6761, 6.3), and where a way in was named everything leads there.
public struct OwnNames: NameResolver {
    private let way: IPAddress?

    public init(way: IPAddress? = nil) { self.way = way }

    public func addresses(of name: String) async throws -> [IPAddress] {
        if let way { return [way] }
        if name == "localhost" || name.hasSuffix(".localhost"), let own = IPAddress("127.0.0.1") { return [own] }
        return try await SystemResolver().addresses(of: name)
    }
}
