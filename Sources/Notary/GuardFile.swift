import Crypto
import Foundation
import PublicRecord

/// The signer's own memory of what it signed last: two places of 4 KiB in one file, written in turn and synced, so that a power cut in the middle of
/// one leaves the other. It is never restored from a backup: it is what finds out that a database was.
struct GuardFile: ~Copyable, Sendable {
    static let place = 4096

    /// Where it is, what is held in it.
    let path: String
    private(set) var note: SignedNote?
    private let descriptor: Int32
    private var turn: UInt64

    /// Opens or creates the file and locks it: a second signer on it is refused.
    /// - Throws: `RecordFault.damaged` when neither place can be read, `.noSigner` when the file cannot be used.
    init(_ path: String) throws(RecordFault) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .noSigner("\(path): \(String(cString: strerror(errno)))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .noSigner("another signer uses \(path)")
        }
        var best: (turn: UInt64, note: SignedNote)?
        var written = 0
        for index in 0..<2 {
            guard let bytes = Self.read(descriptor, at: index), bytes.contains(where: { $0 != 0 }) else { continue }
            written += 1
            if let found = Self.parse(bytes), found.turn > best?.turn ?? 0 { best = found }
        }
        guard best != nil || written == 0 else {
            close(descriptor)
            throw .damaged("the guard file \(path) cannot be read; do not delete it, see docs/operating/record.md")
        }
        turn = best?.turn ?? 0
        note = best?.note
    }

    deinit { close(descriptor) }

    /// Remembers a head. When it returns, the disk has it.
    mutating func keep(_ note: SignedNote) throws(RecordFault) {
        let next = turn + 1
        var bytes = Self.format(next, note)
        guard bytes.count <= Self.place else { throw .damaged("a head of \(bytes.count) bytes does not fit into the guard file") }
        bytes += [UInt8](repeating: 0x0A, count: Self.place - bytes.count)
        let written = pwrite(descriptor, bytes, bytes.count, off_t(Int(next % 2) * Self.place))
        guard written == Self.place, fdatasync(descriptor) == 0 else {
            throw .noSigner("the guard file \(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        turn = next
        self.note = note
    }

    private static func format(_ turn: UInt64, _ note: SignedNote) -> [UInt8] {
        let body = note.bytes
        return Array("caunoi guard 1\n\(turn)\n\(body.count)\n\(digest(turn, body))\n".utf8) + body
    }

    private static func parse(_ bytes: [UInt8]) -> (turn: UInt64, note: SignedNote)? {
        let parts = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].elementsEqual("caunoi guard 1".utf8), let turn = UInt64(String(decoding: parts[1], as: UTF8.self)),
            let count = Int(String(decoding: parts[2], as: UTF8.self)), 0...parts[4].count ~= count
        else { return nil }
        let body = Array(parts[4].prefix(count))
        guard parts[3].elementsEqual(digest(turn, body).utf8), let note = try? SignedNote(parsing: body) else { return nil }
        return (turn, note)
    }

    private static func digest(_ turn: UInt64, _ body: [UInt8]) -> String {
        Hex.encode(Array(SHA256.hash(data: Array("\(turn)\n".utf8) + body)))
    }

    private static func read(_ descriptor: Int32, at index: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: place)
        let count = pread(descriptor, &bytes, place, off_t(index * place))
        return count > 0 ? bytes : nil
    }
}
