import Foundation
import Glibc

/// What a line says that comes from a rejects file and is imported again, mended or not.
public enum RejectedLine: Sendable, Equatable {
    /// An ordinary line.
    case ordinary
    /// The record as it stood (or as it was mended), without the note why it was rejected.
    case record(String)
    /// A line that was no JSON object, as it stood in the first file.
    case raw([UInt8])
    /// Only the beginning of an over-long line was kept: the record must be taken from the first file.
    case cutShort(length: Int64)

    /// - Parameter text: one line of an import file. Ordinary lines cost one search for a key.
    public init(_ text: String) {
        guard Self.mentionsNote(text), JSONText.isObject(text) else {
            self = .ordinary
            return
        }
        let bytes = Array(text.utf8)
        guard let stripped = JSONText.removing(RejectsFile.noteKey, from: bytes) else {
            self = .ordinary
            return
        }
        self = Self.packed(stripped) ?? .record(String(decoding: stripped, as: UTF8.self))
    }

    private static let mark = Array("\"\(RejectsFile.noteKey)\"".utf8)

    /// Looks for the key from underscore to underscore, which texts hardly have.
    private static func mentionsNote(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return false }
            var position = 1
            while position < bytes.count, let found = memchr(base + position, 0x5F, bytes.count - position) {
                let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - 1
                if start + mark.count <= bytes.count, memcmp(base + start, mark, mark.count) == 0 { return true }
                position = start + 2
            }
            return false
        }
    }

    /// An object that only carries a line which is no record itself.
    private static func packed(_ object: [UInt8]) -> RejectedLine? {
        guard let parsed = try? JSONSerialization.jsonObject(with: Data(object)) as? [String: Any] else { return nil }
        if let length = parsed[RejectsFile.lengthKey] as? NSNumber, parsed.keys.allSatisfy({ $0.hasPrefix(RejectsFile.rawKey) }) {
            return .cutShort(length: length.int64Value)
        }
        guard parsed.count == 1 else { return nil }
        if let text = parsed[RejectsFile.rawKey] as? String { return .raw(Array(text.utf8)) }
        if let text = parsed[RejectsFile.base64Key] as? String, let data = Data(base64Encoded: text) { return .raw([UInt8](data)) }
        return nil
    }
}
