import NIOHTTP1
import PortalNetwork

/// What must be known of a request to answer it from the cache.
struct Question {
    var isHead = false
    var authority = ""
    var target = ""
    var accepted: AcceptedPackings = []
    var tags: [String] = []
    var forwardedFor: String?
}

/// Reads requests of one connection; remembers what seldom changes between them (host, user agent).
struct RequestReading {
    private(set) var question = Question()
    private var agent: String?
    private(set) var isRobot = true
    private var packings = ""
    private var accepted: AcceptedPackings = []
    private var ids = UInt64.random(in: .min ... .max)

    /// True when the request is one whose answer may come from the cache; `question` says what it is about in any case.
    mutating func read(_ head: HTTPRequestHead) -> Bool {
        question = Question()
        question.isHead = head.method == .HEAD
        question.target = head.uri
        var isPlain = head.version == .http1_1 && (head.method == .GET || head.method == .HEAD) && head.uri.utf8.first == UInt8(ascii: "/")
        var hosts = 0
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 4 where name.isField("host"):
                question.authority = value
                hosts += 1
            case 5 where name.isField("range"), 6 where name.isField("expect"), 7 where name.isField("upgrade"): isPlain = false
            case 10 where name.isField("connection"): if !value.isField("keep-alive") { isPlain = false }
            case 10 where name.isField("user-agent"): remember(agent: value)
            case 13 where name.isField("authorization"): isPlain = false
            case 13 where name.isField("if-none-match"): question.tags.append(value)
            case 14 where name.isField("content-length"): if value != "0" { isPlain = false }
            case 15 where name.isField("accept-encoding"):
                if value != packings {
                    packings = value
                    accepted = AcceptedPackings(field: value.utf8)
                }
                question.accepted = accepted
            case 15 where name.isField("x-forwarded-for"): question.forwardedFor = question.forwardedFor.map { $0 + "," + value } ?? value
            case 17 where name.isField("transfer-encoding"): isPlain = false
            default: break
            }
        }
        return isPlain && hosts == 1
    }

    private mutating func remember(agent value: String) {
        guard agent != value else { return }
        agent = value
        isRobot = SiteRecognition.isRobot(agent: value)
    }

    /// An id for the next answer: as good as chance for a log, and without a call into the system for each.
    mutating func nextID() -> String {
        ids &+= 0x9E37_79B9_7F4A_7C15
        var z = ids
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return RequestIdentity.text(z ^ (z >> 31))
    }
}

extension String {
    /// Whether it is a field's name, or a token, in whatever case; `name` in lower case.
    fileprivate func isField(_ name: StaticString) -> Bool {
        guard utf8.count == name.utf8CodeUnitCount else { return false }
        var index = 0
        for byte in utf8 {
            let lower = (65...90).contains(byte) ? byte | 0x20 : byte
            if lower != name.utf8Start[index] { return false }
            index += 1
        }
        return true
    }
}

extension CacheDesk {
    /// The answer that is ready for a question.
    func find(_ question: Question) -> CachedAnswer? {
        guard let site = knownSite(question.authority), let target = targets.target(of: question.target),
            case .fresh(let answer) = cache.find(CacheKey(site: site, target: target))
        else { return nil }
        return answer
    }
}
