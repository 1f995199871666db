import Foundation
import Glibc

/// Writes JSON Lines: one object a line, keys sorted, no spaces, `/` and Vietnamese letters as they are, so that two exports of the same
/// content are the same bytes. Packed if the name ends in `.gz`. The file appears with `finish()`, whole, in place of an older one.
/// Errors: `ExchangeFault`, and `EncodingError` for a value JSON cannot hold.
public final class JSONLinesWriter {
    /// Lines written so far.
    public private(set) var count = 0
    private let file: OutputFile
    private let encoder: JSONEncoder

    public convenience init(path: String) throws {
        try self.init(path: path, call: { Glibc.write($0, $1, $2) })
    }

    package init(path: String, call: @escaping WriteCall) throws {
        file = try OutputFile(path: path, permissions: 0o640, call: call)
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    public func write(_ record: some Encodable) throws {
        try file.write(encoder.encode(record))
        try file.write([0x0A])
        count += 1
    }

    /// A record that is JSON already, as stored. Line breaks become spaces: in JSON they stand between values only, where both mean nothing.
    public func write(json: String) throws {
        try file.write(json.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
        try file.write([0x0A])
        count += 1
    }

    /// Gives the file its name. Without it nothing remains.
    public func finish() throws {
        try file.finish()
    }
}
