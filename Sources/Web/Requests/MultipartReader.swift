public import Hummingbird
import NIOCore

/// Reads a form with files (`multipart/form-data`, RFC 7578) as it comes: never more in memory than a piece of it.
public final class MultipartReader {
    /// A part's name, and the name of its file where it is one.
    public struct Part {
        public let name: String
        public let fileName: String?
    }

    private static let longestHead = 4096
    public static let longestField = 4096

    private let delimiter: [UInt8]
    private var source: RequestBody.AsyncIterator
    private var buffer: [UInt8] = Array("\r\n".utf8)
    private var isEnded = false
    private var isInPart = false

    /// - Returns: nil where the head names no boundary.
    public init?(contentType: String, body: RequestBody) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let range = contentType.firstRange(of: "boundary=") else { return nil }
        let boundary = contentType[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        source = body.makeAsyncIterator()
    }

    /// The next part; what is left of the one before is passed over. Nil after the last.
    public func next() async throws -> Part? {
        if isInPart { while try await bytes() != nil {} }
        if buffer.count == 2, !isEnded { try await skipPreamble() }
        guard !isEnded else { return nil }
        let end = Array("\r\n\r\n".utf8)
        while place(of: end) == nil {
            guard buffer.count < Self.longestHead, try await more() else { throw PageError.badRequest }
        }
        guard let at = place(of: end) else { throw PageError.badRequest }
        let head = String(decoding: buffer[..<at], as: UTF8.self)
        buffer.removeFirst(at + end.count)
        isInPart = true
        guard let line = head.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.value("name", in: line)
        else { throw PageError.badRequest }
        return Part(name: name, fileName: Self.value("filename", in: line))
    }

    /// The next bytes of the part; nil at its end.
    public func bytes() async throws -> [UInt8]? {
        guard isInPart else { return nil }
        while true {
            if let at = place(of: delimiter) {
                let bytes = Array(buffer[..<at])
                if !bytes.isEmpty {
                    buffer.removeFirst(at)
                    return bytes
                }
                buffer.removeFirst(delimiter.count)
                isInPart = false
                try await endOfDelimiter()
                return nil
            }
            // What may be the beginning of a delimiter stays.
            let safe = buffer.count - delimiter.count
            if safe > 0 {
                let bytes = Array(buffer[..<safe])
                buffer.removeFirst(safe)
                return bytes
            }
            guard try await more() else { throw PageError.badRequest }
        }
    }

    /// A field's text.
    /// - Parameter most: bytes of UTF-8 at most.
    public func text(most: Int = MultipartReader.longestField) async throws -> String {
        var all: [UInt8] = []
        while let bytes = try await bytes() {
            all += bytes
            guard all.count <= most else { throw PageError.badRequest }
        }
        guard let text = String(validating: all, as: UTF8.self), !text.contains("\0") else { throw PageError.badRequest }
        return text
    }

    private func skipPreamble() async throws {
        while place(of: delimiter) == nil {
            guard buffer.count < Self.longestHead, try await more() else { throw PageError.badRequest }
        }
        if let at = place(of: delimiter) { buffer.removeFirst(at + delimiter.count) }
        try await endOfDelimiter()
    }

    /// After a delimiter: the end of the line, or two hyphens and the end of all.
    private func endOfDelimiter() async throws {
        while buffer.count < 2 { guard try await more() else { throw PageError.badRequest } }
        isEnded = buffer.starts(with: Array("--".utf8))
        guard isEnded || buffer.starts(with: Array("\r\n".utf8)) else { throw PageError.badRequest }
        // The line's end before a head is also how an empty head ends.
        if !isEnded { buffer.removeFirst(2) }
    }

    private func more() async throws -> Bool {
        guard let next = try await source.next() else { return false }
        buffer += next.readableBytesView
        return true
    }

    private func place(of wanted: [UInt8]) -> Int? {
        guard buffer.count >= wanted.count, let first = wanted.first else { return nil }
        let last = buffer.count - wanted.count
        return buffer.withUnsafeBufferPointer { bytes in
            var at = 0
            while at <= last {
                if bytes[at] == first {
                    var same = 1
                    while same < wanted.count, bytes[at + same] == wanted[same] { same += 1 }
                    if same == wanted.count { return at }
                }
                at += 1
            }
            return nil
        }
    }

    /// `form-data; name="tep"; filename="hội nghị.jpg"`: browsers write `%22` for a quotation mark.
    private static func value(_ name: String, in line: some StringProtocol) -> String? {
        let line = String(line)
        guard let range = line.firstRange(of: "; \(name)=\"") else { return nil }
        let value = String(line[range.upperBound...].prefix { $0 != "\"" })
        return value.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }
}
