import HTTPTypes
import NIOCore
public import Outbound
public import Publishing
import Synchronization
import Vietnamese

/// Asks for one address through the gate `fetch` and says what came of it: HEAD first, GET where that says nothing, the page's title where it is a page.
public struct LinkChecker: Sendable {
    private let fetcher: Fetcher
    private let limits: FetchLimits
    /// How much of a page is read for its title, in bytes.
    private static let head = 65_536
    private static let hops = 5

    /// Each call is short: a run has many to make and stays within its lease.
    public static let usual: FetchLimits = {
        var limits = FetchLimits()
        limits.total = .seconds(10)
        limits.bodyBytes = 8 << 20
        return limits
    }()

    public init(_ fetcher: Fetcher, limits: FetchLimits = LinkChecker.usual) {
        self.fetcher = fetcher
        self.limits = limits
    }

    /// One address by itself, with the operator's list as it stands now.
    public func look(_ address: String, listed: [DangerousHost]) async throws -> LinkFinding {
        try await check(address, dangerous: DangerList(listed.map(\.host)), robots: RobotsBook())
    }

    func check(_ text: String, dangerous: DangerList, robots: RobotsBook) async throws -> LinkFinding {
        let address: ForeignAddress
        do { address = try ForeignAddress(text) } catch { return LinkFinding(.skipped, reason: "malformed") }
        if dangerous.names("\(address.host)") { return LinkFinding(.dangerous, reason: "listed") }
        if SpamWords.isIn(address: address.description) { return LinkFinding(.dangerous, reason: "gambling-address") }
        var here = address
        var isPermanent = false
        for hop in 0...Self.hops {
            guard try await robots.mayAsk(here, fetcher, limits) else {
                return hop == 0 ? LinkFinding(.skipped, reason: "robots") : finding(address, here, isPermanent, status: nil)
            }
            let answer: Answer
            do { answer = try await ask(here) } catch let fault as FetchFault { return Self.finding(fault) }
            if let next = answer.next {
                guard hop < Self.hops else { return LinkFinding(.broken, status: answer.status, reason: "circle") }
                if [301, 308].contains(answer.status) { isPermanent = true }
                do { here = try here.following(next) } catch { return LinkFinding(.broken, status: answer.status, target: nil, reason: "malformed") }
                if let danger = danger(address, here, title: nil, dangerous) { return danger }
                continue
            }
            if let danger = danger(address, here, title: answer.title, dangerous) { return danger }
            switch answer.status {
            case 200..<300: return finding(address, here, isPermanent, status: answer.status)
            // It stands, and does not want to be looked at by programs.
            case 401, 403, 405, 406, 429, 451: return LinkFinding(.ok, status: answer.status, reason: "guarded")
            case 404, 410: return LinkFinding(.broken, status: answer.status, reason: "gone")
            case 500...: return LinkFinding(.broken, status: answer.status, reason: "server")
            default: return LinkFinding(.broken, status: answer.status, reason: "answer")
            }
        }
        return LinkFinding(.broken, reason: "circle")
    }

    private func finding(_ asked: ForeignAddress, _ found: ForeignAddress, _ isPermanent: Bool, status: Int?) -> LinkFinding {
        isPermanent && Self.differs(asked, found)
            ? LinkFinding(.redirected, status: status, target: found.description) : LinkFinding(.ok, status: status)
    }

    /// More than http instead of https, `www.` or a slash at the end.
    private static func differs(_ a: ForeignAddress, _ b: ForeignAddress) -> Bool {
        func plain(_ address: ForeignAddress) -> String {
            var host = "\(address.host)"
            if host.hasPrefix("www.") { host.removeFirst(4) }
            var target = address.target
            while target.hasSuffix("/") { target.removeLast() }
            return host + target
        }
        return plain(a) != plain(b)
    }

    /// A page on the operator's list; one that speaks of gambling, most of all on a domain that is not the one linked to.
    private func danger(_ asked: ForeignAddress, _ found: ForeignAddress, title: String?, _ dangerous: DangerList) -> LinkFinding? {
        let target = found == asked ? nil : found.description
        if dangerous.names("\(found.host)") { return LinkFinding(.dangerous, target: target, reason: "listed") }
        let isElsewhere = RegistrableDomain.of("\(asked.host)") != RegistrableDomain.of("\(found.host)")
        if isElsewhere, SpamWords.isIn(address: found.description) { return LinkFinding(.dangerous, target: target, reason: "gambling-redirect") }
        if let title, SpamWords.isIn(title: title) { return LinkFinding(.dangerous, target: target, reason: "gambling-title") }
        return nil
    }

    private struct Answer: Sendable {
        let status: Int
        let next: String?
        let title: String?
    }

    private func ask(_ address: ForeignAddress) async throws -> Answer {
        let accept: HTTPFields = [.accept: "text/html,*/*;q=0.8", .acceptLanguage: "vi"]
        let head: ForeignAnswer?
        do { head = try await fetcher.fetch(ForeignRequest(.head, address, headers: accept), limits: limits) } catch let fault as FetchFault {
            // Some servers know no HEAD and break off; what the network says of the host stands.
            switch fault {
            case .malformedAnswer, .tooSlow(.answering), .tooSlow(.whole), .bodyTooLarge, .unknownEncoding: head = nil
            default: throw fault
            }
        }
        if let head, Self.isRedirect(head) { return Answer(status: head.status, next: head.headers[.location], title: nil) }
        let isPage = head.map { ($0.headers[.contentType] ?? "text/html").hasPrefix("text/html") } ?? true
        if let head, (200..<300).contains(head.status), !isPage { return Answer(status: head.status, next: nil, title: nil) }
        let page = Beginning(limit: Self.head)
        let got: ForeignAnswer
        do {
            got = try await fetcher.fetch(ForeignRequest(.get, address, headers: accept), limits: limits) { try page.add($0) }
        } catch Beginning.Enough.enough {
            return Answer(status: 200, next: nil, title: page.title)
        }
        return Answer(status: got.status, next: Self.isRedirect(got) ? got.headers[.location] : nil, title: page.title)
    }

    private static func isRedirect(_ answer: ForeignAnswer) -> Bool {
        [301, 302, 303, 307, 308].contains(answer.status) && answer.headers[.location] != nil
    }

    private static func finding(_ fault: FetchFault) -> LinkFinding {
        switch fault {
        case .refused: LinkFinding(.skipped, reason: "not-public")
        case .unknownHost: LinkFinding(.broken, reason: "no-host")
        case .insecure: LinkFinding(.broken, reason: "insecure")
        case .tooSlow: LinkFinding(.broken, reason: "slow")
        default: LinkFinding(.broken, reason: "no-answer")
        }
    }
}

/// The hosts an operator calls dangerous, and everything below them.
struct DangerList: Sendable {
    private let hosts: Set<String>

    init(_ hosts: [String]) { self.hosts = Set(hosts) }

    func names(_ host: String) -> Bool {
        var rest = lowercase(host)[...]
        while true {
            if hosts.contains(String(rest)) { return true }
            guard let dot = rest.firstIndex(of: ".") else { return false }
            rest = rest[rest.index(after: dot)...]
        }
    }
}

/// The beginning of a page: enough for its title.
private final class Beginning: Sendable {
    enum Enough: Error { case enough }

    private let limit: Int
    private let bytes = Mutex<[UInt8]>([])

    init(limit: Int) { self.limit = limit }

    func add(_ buffer: ByteBuffer) throws {
        let isFull = bytes.withLock { bytes in
            bytes.append(contentsOf: buffer.readableBytesView)
            return bytes.count >= limit
        }
        if isFull { throw Enough.enough }
    }

    /// What stands in `<title>`, as far as it came; only text, never shown as markup.
    var title: String? {
        let text = String(decoding: bytes.withLock { $0 }, as: UTF8.self)
        guard let found = text.firstMatch(of: /<title[^>]*>([^<]{1,500})/.ignoresCase()) else { return nil }
        return String(found.output.1)
    }
}

/// What hosts say in `robots.txt`, asked for once each for as long as this lives.
final class RobotsBook: Sendable {
    private let known = Mutex<[String: [String]]>([:])

    init() {}

    func mayAsk(_ address: ForeignAddress, _ fetcher: Fetcher, _ limits: FetchLimits) async throws -> Bool {
        let rules: [String]
        if let read = known.withLock({ $0[address.origin] }) {
            rules = read
        } else {
            rules = try await read(address, fetcher, limits)
            known.withLock { $0[address.origin] = rules }
        }
        // The longest rule decides (RFC 9309, 2.2.2).
        let path = address.target
        let best = rules.filter { path.hasPrefix($0.dropFirst()) && $0.count > 1 }.max { $0.count < $1.count }
        return best?.first != "-"
    }

    /// The rules for everybody and for us: `-/path` may not, `+/path` may. A host without the file, or that cannot be asked, forbids nothing.
    private func read(_ address: ForeignAddress, _ fetcher: Fetcher, _ limits: FetchLimits) async throws -> [String] {
        var limits = limits
        limits.bodyBytes = 512 * 1024
        limits.redirects = 2
        guard let file = try? ForeignAddress(address.origin + "/robots.txt") else { return [] }
        let answer: ForeignAnswer
        do { answer = try await fetcher.fetch(ForeignRequest(.get, file), limits: limits) } catch is FetchFault { return [] }
        guard answer.status == 200 else { return [] }
        return Self.rules(String(decoding: answer.body, as: UTF8.self))
    }

    static func rules(_ text: String) -> [String] {
        var groups: [String: [String]] = [:]
        var agents: [String] = []
        var isNaming = false
        for line in text.split(whereSeparator: \.isNewline) {
            let plain = line.prefix { $0 != "#" }
            let parts = plain.split(separator: ":", maxSplits: 1).map { lowercase(String($0).filter { !$0.isWhitespace }) }
            guard parts.count == 2 || plain.contains(":") else { continue }
            let value = plain.split(separator: ":", maxSplits: 1).dropFirst().first.map { String($0).filter { !$0.isWhitespace } } ?? ""
            switch parts[0] {
            case "user-agent":
                if !isNaming { agents = [] }
                agents.append(lowercase(value))
                isNaming = true
            case "disallow", "allow":
                isNaming = false
                guard !value.isEmpty else { continue }
                for agent in agents { groups[agent, default: []].append((parts[0] == "allow" ? "+" : "-") + value.prefix { $0 != "*" && $0 != "$" }) }
            default: isNaming = false
            }
        }
        return groups.first { "caunoi".hasPrefix($0.key) && !$0.key.isEmpty || $0.key == "caunoi" }?.value ?? groups["*"] ?? []
    }
}
