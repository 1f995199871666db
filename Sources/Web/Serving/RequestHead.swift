/// The head of a request as it lies in the bytes that came: where its parts are, without making anything of them.
///
/// It is read only as far as there can be no two opinions about it: every line ends in CR LF, every field has a token and a colon, no byte stands where the
/// grammar (RFC 9112) has none. Whatever is written otherwise is `unclear` and belongs to the parser, which refuses it or knows better.
struct RequestHead {
    enum Reading {
        case head(RequestHead)
        /// The end has not come yet.
        case incomplete
        case unclear
    }

    /// Offsets into the bytes.
    var target = 0..<0
    var host = 0..<0
    var packings = 0..<0
    var agent = 0..<0
    var tags = 0..<0
    var forwardedFor = 0..<0
    /// Bytes of the whole head with its empty line.
    var length = 0
    /// Bytes of the body that follows.
    var body = 0
    var isGet = false
    var isHead = false
    var isVersion10 = false
    /// Nothing in it asks for more than the page: it may be answered from the cache.
    var isPlain = true

    static func read(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Reading {
        var reader = HeadReader(bytes: bytes)
        switch reader.read() {
        case .head(let head): return head.length <= limit ? .head(head) : .unclear
        case .incomplete: return bytes.count < limit ? .incomplete : .unclear
        case .unclear: return .unclear
        }
    }
}

private struct HeadReader {
    let bytes: UnsafeRawBufferPointer
    var at = 0
    var head = RequestHead()
    var hosts = 0
    var lengths = 0
    var fields = 0
    var tagFields = 0
    var forwards = 0

    private static let space = UInt8(ascii: " "), cr = UInt8(ascii: "\r"), lf = UInt8(ascii: "\n"), colon = UInt8(ascii: ":")
    private static let mostFields = 64
    /// Bytes of one field (`ServerLimits.headerField`): longer ones are the parser's, which refuses them.
    private static let longestField = 8 * 1024

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func read() -> RequestHead.Reading {
        // The request line.
        let method = at
        while at < bytes.count, bytes[at] != Self.space {
            guard (65...90).contains(bytes[at]), at - method < 10 else { return .unclear }
            at += 1
        }
        head.isGet = matches(method..<at, "get")
        head.isHead = matches(method..<at, "head")
        at += 1
        let target = at
        while at < bytes.count, bytes[at] != Self.space {
            guard bytes[at] > 32, bytes[at] < 127 else { return .unclear }
            at += 1
        }
        guard at < bytes.count else { return .incomplete }
        guard at > target else { return .unclear }
        head.target = target..<at
        guard bytes.count - at >= 11 else { return .incomplete }
        guard matches(at + 1..<at + 8, "http/1."), bytes[at + 1] == 72, bytes[at + 9] == Self.cr, bytes[at + 10] == Self.lf else { return .unclear }
        switch bytes[at + 8] {
        case UInt8(ascii: "1"): break
        case UInt8(ascii: "0"): head.isVersion10 = true
        default: return .unclear
        }
        at += 11
        // The fields.
        while true {
            guard at < bytes.count else { return .incomplete }
            if bytes[at] == Self.cr {
                guard at + 1 < bytes.count else { return .incomplete }
                guard bytes[at + 1] == Self.lf else { return .unclear }
                at += 2
                break
            }
            switch field() {
            case .incomplete: return .incomplete
            case .unclear: return .unclear
            case .head: break
            }
        }
        head.length = at
        if hosts != 1 || head.isVersion10 || bytes[head.target.lowerBound] != UInt8(ascii: "/") || !(head.isGet || head.isHead) || head.body > 0
            || tagFields > 1 || forwards > 1
        {
            head.isPlain = false
        }
        return .head(head)
    }

    private mutating func field() -> RequestHead.Reading {
        let name = at
        while at < bytes.count, bytes[at] != Self.colon {
            guard Self.isToken(bytes[at]) else { return .unclear }
            at += 1
        }
        guard at < bytes.count else { return .incomplete }
        guard at > name else { return .unclear }
        let nameRange = name..<at
        at += 1
        while at < bytes.count, bytes[at] == Self.space || bytes[at] == 9 { at += 1 }
        let value = at
        while at < bytes.count, bytes[at] != Self.cr {
            guard bytes[at] >= 32 && bytes[at] != 127 || bytes[at] == 9 else { return .unclear }
            at += 1
        }
        guard at + 1 < bytes.count else { return .incomplete }
        guard bytes[at + 1] == Self.lf else { return .unclear }
        var end = at
        while end > value, bytes[end - 1] == Self.space || bytes[end - 1] == 9 { end -= 1 }
        at += 2
        fields += 1
        guard fields <= Self.mostFields, end - value <= Self.longestField else { return .unclear }
        return note(nameRange, value..<end) ? .head(head) : .unclear
    }

    /// False when the field leaves it open where the request ends.
    private mutating func note(_ name: Range<Int>, _ value: Range<Int>) -> Bool {
        switch name.count {
        case 4 where matches(name, "host"):
            head.host = value
            hosts += 1
        case 5 where matches(name, "range"), 6 where matches(name, "expect"), 7 where matches(name, "upgrade"),
            13 where matches(name, "authorization"):
            head.isPlain = false
        case 10 where matches(name, "connection"): if !matches(value, "keep-alive") { head.isPlain = false }
        case 10 where matches(name, "user-agent"): head.agent = value
        case 13 where matches(name, "if-none-match"):
            head.tags = value
            tagFields += 1
        case 14 where matches(name, "content-length"):
            lengths += 1
            guard lengths == 1, (1...9).contains(value.count) else { return false }
            for index in value {
                guard (48...57).contains(bytes[index]) else { return false }
                head.body = head.body * 10 + Int(bytes[index] - 48)
            }
        case 15 where matches(name, "accept-encoding"): head.packings = value
        case 15 where matches(name, "x-forwarded-for"):
            head.forwardedFor = value
            forwards += 1
        case 17 where matches(name, "transfer-encoding"): return false
        default: break
        }
        return true
    }

    /// Whether bytes are a word in whatever case; `word` in lower case.
    private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        let start = word.utf8Start
        for offset in 0..<range.count {
            let byte = bytes[range.lowerBound + offset]
            guard ((65...90).contains(byte) ? byte | 0x20 : byte) == start[offset] else { return false }
        }
        return true
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 48...57, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
