/// What can go wrong with a foreign file as a whole. A fault is for the operator: its description names the file and says what to do.
/// What is wrong with one record (a ragged row, a line that is too long) is never a fault: it is reported and reading goes on.
public enum ExchangeFault: Error, Sendable, Equatable {
    /// How far reading got: bytes of the file as stored, and bytes of content delivered from them.
    public struct Reached: Sendable, Equatable {
        public var stored: Int64
        public var content: Int64

        public init(stored: Int64, content: Int64) {
            self.stored = stored
            self.content = content
        }
    }

    case cannotOpen(file: String, reason: String)
    case cannotRead(file: String, reason: String, reached: Reached)
    /// Compressed content ends in the middle: an interrupted copy or download.
    case truncated(file: String, compression: Compression, reached: Reached)
    /// Compressed content is not what its own checks say it should be.
    case damaged(file: String, compression: Compression, detail: String, reached: Reached)
    /// The text is not UTF-8 but an encoding that its first bytes betray (UTF-16, UTF-32).
    case foreignEncoding(file: String, encoding: String)
    /// A table whose header cannot be used.
    case header(file: String, reason: String)
    /// A cursor that does not point between two lines of this file.
    case misplaced(file: String, offset: Int64)
    case cannotWrite(file: String, reason: String)
    case diskFull(file: String)
}

extension ExchangeFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let file, let reason): "\(file): cannot be opened (\(reason))"
        case .cannotRead(let file, let reason, let reached): "\(file): cannot be read on (\(reason)); \(reached)"
        case .truncated(let file, let compression, let reached):
            "\(file): the \(compression) data stops in the middle; \(reached); copy the file again"
        case .damaged(let file, let compression, let detail, let reached):
            "\(file): the \(compression) data is damaged (\(detail)); \(reached); copy the file again"
        case .foreignEncoding(let file, let encoding): "\(file): the text is \(encoding); convert it to UTF-8 first"
        case .header(let file, let reason): "\(file): the header line cannot be used: \(reason)"
        case .misplaced(let file, let offset): "\(file): no line begins at byte \(offset); start again from the beginning"
        case .cannotWrite(let file, let reason): "\(file): cannot be written (\(reason))"
        case .diskFull(let file): "\(file): the disk is full; free some space and run again"
        }
    }
}

extension ExchangeFault.Reached: CustomStringConvertible {
    public var description: String { "read \(stored) bytes of the file, \(content) bytes of content" }
}
