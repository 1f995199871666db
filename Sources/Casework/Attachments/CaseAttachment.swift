public import Publishing
import Store
public import Vietnamese

/// A file that came with a case: bytes and name sealed under the case's key. Nobody has it before it was looked into.
public struct CaseAttachment: Sendable, Hashable {
    public let number: Int
    public let at: Instant
    public let type: String
    public let bytes: Int
    public let name: String
    public let state: ScanState
    /// Why it is not there: the virus, or what is wrong with it.
    public let problem: String?

    /// Puts a file in quarantine and has it looked into, in the transaction of its case.
    static func write(
        _ file: Submission.File,
        _ bytes: [UInt8],
        _ id: CaseID,
        _ number: Int,
        _ at: Instant,
        _ keys: ItemKeys,
        _ job: JobID,
        _ db: any Connection
    ) throws {
        let key = ItemID(rawValue: id.rawValue)
        guard let sealed = try keys.seal(bytes, of: key, as: CaseSeal.file(number)),
            let name = try keys.seal(Array(file.name.utf8), of: key, as: CaseSeal.fileName(number))
        else { throw CaseRefusal.erased }
        try db.execute(
            """
            INSERT INTO case_attachment (case_id, number, at, type, bytes, name, sealed, state)
            VALUES (\(id), \(number), \(at), \(file.type), \(bytes.count), \(name), \(sealed), \(ScanState.waiting))
            """
        )
        try CheckCaseFile.add(id, number, as: job, at: at, db)
    }

    /// A file of one case in another, as far as it was looked into; sealed under the other's key.
    static func copy(
        _ number: Int,
        of from: CaseID,
        to: CaseID,
        as copy: Int,
        at now: Instant,
        _ keys: ItemKeys,
        _ job: JobID,
        _ db: any Connection
    ) throws {
        let row = try db.row("SELECT type, bytes, name, sealed, state, problem FROM case_attachment WHERE case_id = \(from) AND number = \(number)")
        guard let row else { throw CaseRefusal.unknownCase }
        let (source, target) = (ItemID(rawValue: from.rawValue), ItemID(rawValue: to.rawValue))
        let (state, held): (ScanState, [UInt8]) = (try row[4], try row[3])
        guard let name = try keys.open(row[2], of: source, as: CaseSeal.fileName(number)),
            let sealedName = try keys.seal(name, of: target, as: CaseSeal.fileName(copy))
        else { throw CaseRefusal.erased }
        var sealed: [UInt8] = []
        if !held.isEmpty {
            guard let bytes = try keys.open(held, of: source, as: CaseSeal.file(number)),
                let again = try keys.seal(bytes, of: target, as: CaseSeal.file(copy))
            else { throw CaseRefusal.erased }
            sealed = again
        }
        let (type, bytes, problem): (String, Int, String?) = (try row[0], try row[1], try row[5])
        try db.execute(
            """
            INSERT INTO case_attachment (case_id, number, at, type, bytes, name, sealed, state, problem)
            VALUES (\(to), \(copy), \(now), \(type), \(bytes), \(sealedName), \(sealed), \(state), \(problem))
            """
        )
        if state == .waiting { try CheckCaseFile.add(to, copy, as: job, at: now, db) }
    }

    static func list(_ id: CaseID, _ keys: ItemKeys, _ db: any Connection) throws -> [CaseAttachment] {
        try db.rows("SELECT number, at, type, bytes, name, state, problem FROM case_attachment WHERE case_id = \(id) ORDER BY number").map { row in
            let number: Int = try row[0]
            guard let name = try keys.open(row[4], of: ItemID(rawValue: id.rawValue), as: CaseSeal.fileName(number)) else { throw CaseRefusal.erased }
            return CaseAttachment(
                number: number,
                at: try row[1],
                type: try row[2],
                bytes: try row[3],
                name: String(decoding: name, as: UTF8.self),
                state: try row[5],
                problem: try row[6]
            )
        }
    }

    /// Name, type and bytes of one that was looked into.
    /// - Throws: `CaseRefusal.fileWaiting`, `.fileGone`.
    static func open(_ id: CaseID, _ number: Int, _ keys: ItemKeys, _ db: any Connection) throws -> (file: Submission.File, bytes: [UInt8])? {
        let row = try db.row("SELECT type, name, sealed, state FROM case_attachment WHERE case_id = \(id) AND number = \(number)")
        guard let row else { return nil }
        let state: ScanState = try row[3]
        guard state != .waiting else { throw CaseRefusal.fileWaiting }
        guard state.isUsable else { throw CaseRefusal.fileGone }
        let key = ItemID(rawValue: id.rawValue)
        guard let name = try keys.open(row[1], of: key, as: CaseSeal.fileName(number)),
            let bytes = try keys.open(row[2], of: key, as: CaseSeal.file(number))
        else { throw CaseRefusal.erased }
        return (Submission.File(name: String(decoding: name, as: UTF8.self), type: try row[0], bytes: bytes.count), bytes)
    }
}
