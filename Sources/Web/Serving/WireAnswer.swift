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
    let requestID: UInt64

    private static let smallBody = 8 * 1024

    init(
        _ answer: CachedAnswer,
        isHead: Bool,
        accepted: AcceptedPackings,
        tags: UnsafeRawBufferPointer,
        requestID: UInt64,
        allocator: ByteBufferAllocator
    ) {
        self.requestID = requestID
        let match = tags.isEmpty ? nil : answer.match(tags)
        let body = match == nil ? answer.body(accepted) : nil
        let fixed = match == nil ? answer.head.wire : answer.head.unchanged
        let packing = match ?? body?.packing
        let length = body?.bytes.readableBytes ?? 0
        let isSmall = length <= Self.smallBody
        var out = allocator.buffer(capacity: fixed.count + 256 + (isSmall && !isHead ? length : 0))
        out.writeBytes(fixed)
        out.writeStaticString("etag: \"")
        out.writeString(answer.tag)
        if let packing { out.writeStaticString(packing.tagEnd) }
        if body == nil {
            out.writeStaticString("\"\r\nx-request-id: ")
        } else {
            out.writeStaticString("\"\r\ncontent-length: ")
            out.writeNumber(length)
            out.writeStaticString(packing?.wireField ?? "\r\nx-request-id: ")
        }
        out.writeHexadecimal(requestID)
        WireDate.write(to: &out)
        status = match == nil ? answer.head.status.code : 304
        let sent = isHead ? nil : body?.bytes
        bytes = sent?.readableBytes ?? 0
        if isSmall, let sent { out.writeImmutableBuffer(sent) }
        first = out
        rest = isSmall ? nil : sent
    }
}

extension Packing {
    /// What its entity tags end in, before the quote.
    fileprivate var tagEnd: StaticString { self == .brotli ? "-br" : self == .gzip ? "-gzip" : "" }

    fileprivate var wireField: StaticString {
        switch self {
        case .plain: "\r\nx-request-id: "
        case .brotli: "\r\ncontent-encoding: br\r\nx-request-id: "
        case .gzip: "\r\ncontent-encoding: gzip\r\nx-request-id: "
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func writeNumber(_ number: Int) {
        var digits: InlineArray<20, UInt8> = .init(repeating: 0)
        var rest = number
        var at = 20
        repeat {
            at -= 1
            digits[at] = UInt8(48 + rest % 10)
            rest /= 10
        } while rest > 0
        reserveCapacity(minimumWritableBytes: 20)
        for index in at..<20 { writeInteger(digits[index]) }
    }

    /// 16 digits.
    fileprivate mutating func writeHexadecimal(_ number: UInt64) {
        // Eight digits at a time: nibbles spread over bytes, those above nine moved up to the letters.
        for half in [UInt32(truncatingIfNeeded: number >> 32), UInt32(truncatingIfNeeded: number)] {
            var word = UInt64(half)
            word = (word | word << 16) & 0x0000_FFFF_0000_FFFF
            word = (word | word << 8) & 0x00FF_00FF_00FF_00FF
            word = (word | word << 4) & 0x0F0F_0F0F_0F0F_0F0F
            let letters = ((word &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
            writeInteger(word &+ 0x3030_3030_3030_3030 &+ letters &* 39)
        }
    }
}

/// The time as `Date` says it (RFC 9110, 5.6.7), made once a second.
enum WireDate {
    private static let state = Mutex<(second: Int, line: ByteBuffer)>((0, ByteBuffer()))

    private static func second() -> Int {
        var spec = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &spec)
        return spec.tv_sec
    }

    /// The last field of a head, with the line ends before and behind it.
    static func write(to out: inout ByteBuffer) {
        let second = second()
        state.withLock { state in
            if state.second != second { state = (second, ByteBuffer(string: "\r\ndate: \(text(second))\r\n\r\n")) }
            out.writeImmutableBuffer(state.line)
        }
    }

    static func now() -> String { text(second()) }

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
