public import PortalNetwork
import Publishing
public import Store
public import Vietnamese

/// What who asked may do with their own case, with its code and PIN.
extension Casework {
    /// Additions by who asked, at most.
    static let mostAdditions = 20

    /// Adds something: an answer to what the office asked where it waits for one.
    public func add(_ text: String, to code: String, _ pin: String, from address: String) async throws {
        let words = try Self.words(text, least: 5)
        try await byAsker(code, pin, address) { file, now, keys, db in
            let additions = try db.value(
                "SELECT count(*) FROM case_event WHERE case_id = \(file.id) AND act IN (\(CaseAct.add), \(CaseAct.supply))",
                as: Int.self
            )
            guard additions ?? 0 < Self.mostAdditions else { throw CaseRefusal.tooManyAdditions(most: Self.mostAdditions) }
            let act: CaseAct = file.isWaiting ? .supply : .add
            file.isWaiting = false
            try file.note(act, at: now, words: CaseNote(text: words), keys, db)
            if act == .supply {
                try self.times.set(&file, from: db, self.tracks)
                try file.saveTimes(db)
            }
        }
    }

    /// Takes it back. What was already answered stays answered.
    public func withdraw(_ code: String, _ pin: String, reason: String, from address: String) async throws {
        let words = reason.isEmpty ? nil : CaseNote(text: try Self.words(reason, least: 1))
        try await byAsker(code, pin, address) { file, now, keys, db in try file.note(.withdraw, at: now, words: words, keys, db) }
    }

    /// Says that the answer is none: the case goes back to who answered, once the office has looked.
    public func sayUnanswered(_ code: String, _ pin: String, _ text: String, from address: String) async throws {
        let words = try Self.words(text, least: 10)
        try await byAsker(code, pin, address) { file, now, keys, db in try file.note(.say, at: now, words: CaseNote(text: words), keys, db) }
    }

    /// How satisfied the person is, 1 to 5; the last word counts.
    public func rate(_ code: String, _ pin: String, _ stars: Int, from address: String) async throws {
        guard (1...5).contains(stars) else { throw CaseRefusal.findings([CaseFinding(.text, "rating")]) }
        try await byAsker(code, pin, address) { file, now, keys, db in
            file.rating = stars
            try file.note(.rate, at: now, detail: ["stars": "\(stars)"], keys, db)
        }
    }

    /// Wants no letters any more.
    public func stopTelling(_ code: String, _ pin: String, from address: String) async throws {
        try await byAsker(code, pin, address) { file, now, keys, db in try self.hush(&file, at: now, keys, db) }
    }

    private func byAsker(
        _ code: String,
        _ pin: String,
        _ address: String,
        _ act: @escaping @Sendable (inout CaseFile, Instant, ItemKeys, any Connection) throws -> Void
    ) async throws {
        let id = try await admit(code, pin, from: address).id
        let keys = try await keys([id])
        guard keys.has(ItemID(rawValue: id.rawValue)) else { throw CaseRefusal.erased }
        let now = clock.now()
        try await database.write { db in
            guard var file = try CaseFile.load(id, db, locking: true) else { throw CaseRefusal.unknownCase }
            try act(&file, now, keys, db)
            try db.announce(Self.channel)
        }
    }

    /// Words that a person wrote, without blanks around them and within bounds.
    static func words(_ text: String, least: Int, most: Int = Submission.Limits.text) throws -> String {
        let words = text.trimmedBlanks
        guard words.count >= least else { throw least > 1 ? CaseRefusal.reasonMissing(least: least) : .findings([CaseFinding(.text, "required")]) }
        guard words.count <= most else { throw CaseRefusal.findings([CaseFinding(.text, "too-long", ["most": "\(most)", "is": "\(words.count)"])]) }
        return words
    }
}
