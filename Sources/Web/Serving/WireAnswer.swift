import Glibc
import HTTPTypes
import NIOCore
import Synchronization

/// A cached answer as it goes on an HTTP/1.1 connection: the head that many share, the few fields of this one, the body that is kept.
struct WireAnswer {
    let first: ByteBuffer
    /// The body where it is too large to be worth copying behind the head.
    let rest: ByteBuffer?
    let status: Int
    let bytes: Int
    let requestID: String

    private static let smallBody = 8 * 1024

    init(_ answer: CachedAnswer, _ question: Question, requestID: String, buffer allocator: ByteBufferAllocator) {
        self.requestID = requestID
        let unchanged = question.tags.isEmpty ? nil : answer.match(question.tags)
        let body = unchanged == nil ? answer.body(question.accepted) : nil
        let fixed = unchanged == nil ? answer.head.wire : answer.head.unchanged
        let length = body?.bytes.readableBytes ?? 0
        let isSmall = length <= Self.smallBody
        var out = allocator.buffer(capacity: fixed.count + 256 + (isSmall ? length : 0))
        out.writeBytes(fixed)
        out.writeStaticString("etag: ")
        out.writeString(unchanged ?? answer.tag(body?.packing))
        if let body {
            out.writeStaticString("\r\ncontent-length: ")
            out.writeString(String(length))
            if let packing = body.packing {
                out.writeStaticString("\r\ncontent-encoding: ")
                out.writeString(packing.rawValue)
            }
        }
        out.writeStaticString("\r\nx-request-id: ")
        out.writeString(requestID)
        out.writeStaticString("\r\ndate: ")
        out.writeBytes(WireDate.now())
        out.writeStaticString("\r\n\r\n")
        status = unchanged == nil ? answer.head.status.code : 304
        let sent = question.isHead ? nil : body?.bytes
        bytes = sent?.readableBytes ?? 0
        if isSmall, let sent { out.writeImmutableBuffer(sent) }
        first = out
        rest = isSmall ? nil : sent
    }
}

/// The time as `Date` says it (RFC 9110, 5.6.7), made once a second.
enum WireDate {
    private static let state = Mutex<(second: Int, text: [UInt8])>((0, []))

    static func now() -> [UInt8] {
        var spec = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &spec)
        let second = spec.tv_sec
        return state.withLock { state in
            if state.second != second { state = (second, Array(text(second).utf8)) }
            return state.text
        }
    }

    static func text(_ second: Int) -> String {
        var moment = time_t(second)
        var parts = tm()
        gmtime_r(&moment, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
