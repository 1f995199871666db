/// One line of a foreign text file, with where it stood.
public struct Line: Sendable, Equatable {
    /// What a line holds.
    public enum Content: Sendable, Equatable {
        case text(String)
        /// Not UTF-8: the bytes as they are, for a caller who knows legacy encodings, and the offset in them where UTF-8 breaks.
        case undecodable(bytes: [UInt8], at: Int)
        /// Longer than the reader's limit; it was read past, never held. `length` counts all its bytes without the line end.
        case tooLong(firstBytes: [UInt8], length: Int64)
    }

    public enum Ending: Sendable, Equatable {
        case lineFeed
        case carriageReturnLineFeed
        /// The file ended without a line end: perhaps a copy that was cut off.
        case none
    }

    /// Counted from 1 for the whole file, also after resuming.
    public var number: Int
    /// Of the first byte, in bytes of (unpacked) content from the beginning of the file; a byte order mark counts.
    public var offset: Int64
    /// Where the next line begins.
    public var nextOffset: Int64
    public var content: Content
    public var ending: Ending
    /// Offset in the line of the first NUL byte, which JSON forbids and PostgreSQL's `text` cannot hold.
    public var firstNUL: Int?

    /// The text, where there is one.
    public var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// The last line of a file that ends in the middle of it, as far as one can tell.
    public var mayBeCutOff: Bool { ending == .none }

    public init(number: Int, offset: Int64, nextOffset: Int64, content: Content, ending: Ending, firstNUL: Int? = nil) {
        self.number = number
        self.offset = offset
        self.nextOffset = nextOffset
        self.content = content
        self.ending = ending
        self.firstNUL = firstNUL
    }
}
