import Backup
import Foundation
import Notary
import PublicRecord
import Publishing
import Store

/// What others know of this installation's record, held against a database that was given back. Nobody signs anything here: that a restored database signs no fork is what the
/// checks at every start are for; this says beforehand what they will say, freezes the record, and tells what to do.
enum RecordComparison {
    struct Finding {
        /// Nil: nobody knows more than the database.
        var why: String?
        /// Entries that are missing.
        var missing: Int64 = 0
        /// Where a copy lies that has them.
        var copy: String?
    }

    /// Where the copy of a log lies among others.
    static func copy(in folder: String, of origin: String) -> String { "\(folder)/\(origin.replacing("/", with: "_"))" }

    /// All keys that ever signed this record.
    static func keys(_ program: Program, _ head: RecordHead, _ origin: String) async throws -> [VerifierKey] {
        let signing = try await program.database.read { try EventLog.signingKeys($0) }
        return try Set(signing + (head.key.map { [$0] } ?? [])).sorted().map { try VerifierKey($0) }.filter { $0.name == origin }
    }

    /// - Parameter copies: the folder of the record's copies beside the sets.
    static func look(_ program: Program, copies: String) async throws -> Finding {
        let origin = try await RecordParts.origin(program)
        let (head, total) = try await program.database.read { db in (try RecordHead.read(db), try EventLog.head(db) + 1) }
        let keys = try await keys(program, head, origin)
        guard !keys.isEmpty else { return Finding() }
        let folder = LogFolder(copy(in: copies, of: origin))
        var notes = try await known(program, origin)
        if let bytes = try? folder.read("checkpoint"), let note = try? SignedNote(parsing: bytes) { notes.append((folder.path, note)) }
        var finding = Finding()
        var copied: Int64 = 0
        for (place, note) in notes {
            guard let other = try? Checkpoint(note.text), other.origin == origin, (try? note.verified(by: keys)) != nil else { continue }
            if place == folder.path { copied = other.size }
            if other.size > total {
                if other.size - total > finding.missing {
                    finding.missing = other.size - total
                    finding.why =
                        "the database was restored from a backup and has \(total) entries, and \(place) shows a signed head of \(other.size)"
                }
                continue
            }
            guard other.size <= head.size else { continue }
            let past = try await program.database.read { db in
                var tiles = try AuthenticatedTiles(size: head.size, root: head.frontier.root) { tile in
                    try db.value("SELECT hashes FROM record_tile WHERE level = \(tile.level ?? 0) AND number = \(tile.index)", as: [UInt8].self)
                        .map { Array($0.prefix(tile.width * RecordHash.size)) } ?? []
                }
                return try tiles.root(at: other.size)
            }
            guard past == other.root else {
                return Finding(
                    why: "\(place) shows another past of the record than the restored database: this is no backup of the record that was signed"
                )
            }
        }
        if finding.missing > 0, copied >= total + finding.missing { finding.copy = folder.path }
        return finding
    }

    /// Heads that the signer's guard, the copy in the data folder, the public address and the witnesses have.
    private static func known(_ program: Program, _ origin: String) async throws -> [(place: String, note: SignedNote)] {
        let settings = program.settings
        var notes: [(place: String, note: SignedNote)] = []
        if settings[.signer] == nil {
            if let guarded = Signer.guarded(settings.signerFolder, origin: origin) { notes.append(("the signer's guard", guarded)) }
        } else {
            let door = try RecordParts.signer(settings, origin)
            defer { door.close() }
            if let note = try? await door.state().note { notes.append(("the signer's guard", note)) }
        }
        let elsewhere = HeadsElsewhere(
            origin: origin,
            copy: RecordParts.copy(settings),
            policy: try settings.witnessPolicy(),
            call: try RecordParts.call()
        )
        for found in await elsewhere.all() { notes.append((found.place, found.note)) }
        return notes
    }
}
