/// The part of a file a reader asks for (RFC 9110, 14.2). One part; who asks for several gets the whole, as the RFC allows.
enum ByteRange: Equatable, Sendable {
    case whole
    case part(Range<Int64>)
    /// Nothing of it exists: 416.
    case none

    /// - Parameters:
    ///   - field: of `Range`; what is not understood asks for the whole.
    ///   - condition: of `If-Range`; a part is only given of the very bytes the reader has.
    init(_ field: String?, ifRange condition: String?, tag: String, size: Int64) {
        self = .whole
        guard let field, condition == nil || condition == tag else { return }
        let text = field.filter { $0 != " " && $0 != "\t" }
        guard text.lowercased().hasPrefix("bytes="), !text.contains(",") else { return }
        let parts = text.dropFirst("bytes=".count).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        switch (parts[0].isEmpty, parts[1].isEmpty) {
        case (true, true): return
        case (true, false):
            guard let last = Self.number(parts[1]) else { return }
            self = last == 0 || size == 0 ? .none : .part(max(0, size - last)..<size)
        case (false, let isOpen):
            guard let first = Self.number(parts[0]), let last = isOpen ? Int64.max : Self.number(parts[1]), first <= last else { return }
            self = first >= size ? .none : .part(first..<(min(last, size - 1) + 1))
        }
    }

    /// Digits only; what is too large is as good as the largest there is.
    private static func number(_ text: Substring) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 100, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text) ?? .max
    }
}
