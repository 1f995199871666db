import Crypto
public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// What who asked sees of their own case.
public struct AskedCase: Sendable {
    public let file: CaseFile
    public let original: CaseOriginal
    public let steps: [Step]
    public let files: [CaseAttachment]
    /// The letter it was taken out of, and what was taken out of it; all open with the same PIN.
    public let origin: CaseFile?
    public let parts: [CaseFile]
    /// The case that goes on for this one, too: where it stands, nothing of what is in it.
    public let joined: CaseFile?

    /// A line of the timeline as the person may see it.
    public struct Step: Sendable {
        public let event: CaseEvent
        /// What was said to the person, or by them.
        public let note: CaseNote?
    }

    /// What waits for the person: a question of the office.
    public var question: CaseNote? { file.isWaiting ? steps.last { $0.event.act == .ask }?.note : nil }
    public var answer: CaseNote? { steps.last { $0.event.act == .answer }?.note }
}

extension Casework {
    /// Wrong pairs from one address, or for one code, before it must wait; and the seconds in which they are counted.
    private enum Attempts {
        static let perCode = 10
        static let perAddress = 30
        static let seconds: Int64 = 3600
    }

    /// Opens a case to whoever has its code and PIN.
    /// - Parameter address: where the question comes from; counted under a digest.
    /// - Throws: `CaseRefusal.unknownReceipt` for every wrong pair alike, `.tooManyAttempts`, `.erased`.
    public func lookUp(_ code: String, _ pin: String, from address: String) async throws -> AskedCase {
        let file = try await admit(code, pin, from: address)
        return try await opened(file)
    }

    func opened(_ file: CaseFile) async throws -> AskedCase {
        let keys = try await keys([file.id])
        return try await database.read { db in
            guard let sealed = try db.value("SELECT sealed FROM case_file WHERE id = \(file.id)", as: [UInt8].self) else {
                throw CaseRefusal.unknownCase
            }
            guard !sealed.isEmpty else { throw CaseRefusal.erased }
            let original = try CaseSeal.open(sealed, as: CaseOriginal.self, file.id, CaseSeal.original, keys)
            let steps = try CaseEvent.list(file.id, db).filter { $0.act.isShownToAsker }.map { event in
                AskedCase.Step(event: event, note: try event.note(of: file.id, keys))
            }
            return AskedCase(
                file: file,
                original: original,
                steps: steps,
                files: try CaseAttachment.list(file.id, keys, db),
                origin: try CaseParts.origin(of: file.id, db),
                parts: try CaseParts.parts(of: file.id, db),
                joined: try file.mergedInto.flatMap { try CaseFile.load($0, db) }
            )
        }
    }

    /// The case of a code and PIN. Attempts are counted before they are compared, and given back when they were right.
    func admit(_ typedCode: String, _ typedPIN: String, from address: String) async throws -> CaseFile {
        guard let code = ReceiptCode(typed: typedCode), let pin = CasePIN(typed: typedPIN) else { throw CaseRefusal.unknownReceipt }
        let now = clock.now()
        // A part of a letter is opened with the letter's PIN, and counted with it.
        let lock = try await database.read { db in
            try CaseFile.find(code, db).flatMap { try CaseParts.origin(of: $0.id, db) }?.code
        }
        let counts = [
            (what: terms.mark("code \(lock ?? code)"), most: Attempts.perCode), (what: terms.mark("address \(address)"), most: Attempts.perAddress),
        ]
        try await database.write { db in
            for (what, most) in counts {
                let row = try db.row("SELECT failures, last_at FROM case_attempt WHERE what = \(what)")
                let last = try row.map { try $0[1] as Instant } ?? Instant(rawValue: 0)
                let isOld = abs(now.rawValue - last.rawValue) > Attempts.seconds * 1000
                let failures = isOld ? 0 : try row.map { try $0[0] as Int } ?? 0
                guard failures < most else {
                    throw CaseRefusal.tooManyAttempts(
                        minutes: Int(max(1, (Attempts.seconds * 1000 - (now.rawValue - last.rawValue) + 59_999) / 60_000))
                    )
                }
                try db.execute(
                    """
                    INSERT INTO case_attempt (what, failures, last_at) VALUES (\(what), \(failures + 1), \(now))
                    ON CONFLICT (what) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
                    """
                )
            }
        }
        guard
            let (file, locked, kept) = try await database.read({ db -> (CaseFile, CaseFile, [UInt8])? in
                guard let file = try CaseFile.find(code, db) else { return nil }
                let locked = try CaseParts.origin(of: file.id, db) ?? file
                guard let kept = try db.value("SELECT pin FROM case_file WHERE id = \(locked.id)", as: [UInt8].self) else { return nil }
                return (file, locked, kept)
            })
        else { throw CaseRefusal.unknownReceipt }
        guard let digest = try await keys([locked.id]).digest(pin.characters, of: locked.key, as: CaseSeal.pin) else { throw CaseRefusal.erased }
        guard Self.isSame(digest, kept) else { throw CaseRefusal.unknownReceipt }
        try await database.write { db in
            for (what, _) in counts { try db.execute("UPDATE case_attempt SET failures = failures - 1 WHERE what = \(what) AND failures > 0") }
            try db.execute("DELETE FROM case_attempt WHERE last_at < \(now.adding(seconds: -86_400))")
        }
        return file
    }

    /// Without telling by its time where they differ.
    private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
