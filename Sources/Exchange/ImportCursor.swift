import Foundation

/// How far an import has come in a file. A value: the caller stores its JSON in the same transaction as the batch it describes, so what is done
/// and what is said to be done are never two things.
public struct ImportCursor: Sendable, Equatable, Codable {
    public let source: SourceIdentity
    /// Number of the last line that is done; 0 at the beginning.
    public private(set) var line = 0
    /// Where the line after it begins, in bytes of unpacked content.
    public private(set) var nextOffset: Int64 = 0
    /// What was counted so far, under names of the caller's choice, so that a resumed import ends with the figures of the whole.
    public var counts: [String: Int] = [:]

    public init(of source: SourceIdentity) {
        self.source = source
    }

    /// - Parameter json: what `json` gave.
    /// - Throws: `DecodingError`.
    public init(json: String) throws {
        self = try JSONDecoder().decode(ImportCursor.self, from: Data(json.utf8))
    }

    public var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// This line is done. A last line without its end is not counted: a file still being written may complete it, and doing it again is harmless
    /// because imports are idempotent.
    public mutating func advance(past line: Line) {
        guard line.ending != .none, line.number > self.line else { return }
        self.line = line.number
        nextOffset = line.nextOffset
    }

    /// A reader that goes on behind the last line that is done.
    /// - Throws: `ExchangeFault.misplaced` if the file is not the one the cursor came from.
    public func reader(_ source: ByteSource, maximum: Int = LineReader.defaultMaximum) throws -> LineReader {
        try LineReader(source, after: line, nextOffset: nextOffset, maximum: maximum)
    }
}
