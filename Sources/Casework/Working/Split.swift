import PortalNetwork
import Publishing
import Store
import Vietnamese

/// What is taken out of a mixed letter.
public struct CasePart: Sendable, Hashable {
    /// The track it belongs on; of one that takes no cases (complaint, denunciation) the sender is told where to go, and no case is made.
    public var track: String
    /// Places of its sentences in `LetterPieces`.
    public var pieces: Set<Int>
    public var title: String
    /// Numbers of the files that belong to it.
    public var files: Set<Int>
    /// What the sender is told; wanted where no case is made.
    public var words: String

    public init(track: String, pieces: Set<Int>, title: String, files: Set<Int> = [], words: String) {
        self.track = track
        self.pieces = pieces
        self.title = title
        self.files = files
        self.words = words
    }
}

extension Casework {
    /// Divides a mixed letter (domain notes 2.1): chosen sentences become a case of their own on another track, with its own receipt number; or, where they are
    /// a complaint or a denunciation, the sender is led to where the law wants them, and nothing of them is kept anew. The sealed letter stays whole.
    ///
    /// The new case's clock runs from the receipt of the letter, not from today: the office had the whole letter in hand from that day, and dividing it is its own
    /// work, for which the sender has not to wait. Where the letter's clock stood still because the sender was asked for more, the part's did, too. Whoever has the receipt of
    /// the letter opens the part with the same PIN (`admit`).
    /// - Returns: the new case; nil where none was made.
    public func split(_ seen: Seen, _ part: CasePart, by: By) async throws -> CaseID? {
        guard let track = tracks[part.track] else { throw CaseRefusal.onlyGuidance }
        let makesCase = track.intake == .case
        let words = part.words.trimmedBlanks.isEmpty && makesCase ? nil : CaseNote(text: try Self.words(part.words, least: Self.leastReason))
        let id: CaseID = ids.next()
        let origin = try await database.read { try CaseFile.load(seen.id, $0) }
        guard let origin, let site = by.tree[origin.site] else { throw CaseRefusal.unknownCase }
        // Asked before a key is made for what may not be done, and again under lock.
        try authorize(by.actor, .receiveCases, on: Subject(site: origin.desk), in: by.tree)
        let prefix = try await prefix(of: site)
        if makesCase { try await keyring.create(for: [ItemID(rawValue: id.rawValue)]) }
        let keys = try await keys([seen.id, id])
        let (line, now) = (ids.next() as AuditID, clock.now())
        try await database.write { db in
            guard var file = try CaseFile.load(seen.id, db, locking: true) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .receiveCases, on: Subject(site: file.desk), in: by.tree)
            try authorize(by.actor, .openCase, on: subject(file, by, db), in: by.tree)
            guard file.version == seen.version else { throw CaseRefusal.changedMeanwhile }
            guard keys.has(file.key) else { throw CaseRefusal.erased }
            guard try CaseParts.origin(of: file.id, db) == nil else { throw CaseRefusal.partOfAnother }
            guard let sealed = try db.value("SELECT sealed FROM case_file WHERE id = \(file.id)", as: [UInt8].self) else {
                throw CaseRefusal.unknownCase
            }
            let letter = try CaseSeal.open(sealed, as: CaseOriginal.self, file.id, CaseSeal.original, keys)
            let events = try CaseEvent.list(file.id, db)
            let text = try Self.text(of: part, in: letter, events)
            var detail = ["pieces": part.pieces.sorted().map(String.init).joined(separator: ","), "track": track.code]
            if makesCase {
                let last = try Intake.numbers(1, Intake.Place(prefix: prefix, year: now.civilDate.year), db)
                let code = ReceiptCode(prefix: prefix, year: now.civilDate.year, number: last)
                var own = letter
                own.text = text
                own.title = part.title.trimmedBlanks.isEmpty ? letter.title : String(part.title.trimmedBlanks.prefix(Submission.Limits.title))
                let stood = times.pauses(of: file, events, until: now, tracks)
                try self.open(id, code, track, own, from: file, stood, by, now, keys, db)
                try self.copyFiles(part.files, from: file.id, to: id, at: now, keys, db)
                detail["code"] = "\(code)"
            }
            try file.note(.split, at: now, by: by.person.id, detail: detail, words: words, keys, db)
            try AuditTrail.add(
                .caseActed,
                by: by.person,
                on: "\(file.code)",
                site: file.desk,
                detail: CaseAct.split.rawValue + " " + (detail["code"] ?? track.code),
                from: by.caller,
                id: line,
                at: now,
                in: db
            )
            try db.announce(Self.channel)
        }
        return makesCase ? id : nil
    }

    /// The chosen sentences, where they may be taken out.
    private static func text(of part: CasePart, in letter: CaseOriginal, _ events: [CaseEvent]) throws -> String {
        let pieces = LetterPieces(letter.text).pieces
        let taken = CaseParts.taken(events)
        guard part.pieces.isDisjoint(with: taken) else { throw CaseRefusal.partTaken }
        let text = pieces.indices.filter(part.pieces.contains).map { pieces[$0] }.joined().trimmedBlanks
        guard !text.isEmpty, part.pieces.isSubset(of: Set(pieces.indices)) else { throw CaseRefusal.partEmpty }
        // What stays must still say something: a letter that belongs elsewhere as a whole is classified anew or led elsewhere.
        let rest = pieces.indices.filter { !part.pieces.contains($0) && !taken.contains($0) }.map { pieces[$0] }.joined().trimmedBlanks
        guard !rest.isEmpty else { throw CaseRefusal.partWhole }
        return text
    }

    /// The row of the part and its first two events: that it was received, on the day of the letter, and that it was taken out of it.
    private func open(
        _ id: CaseID,
        _ code: ReceiptCode,
        _ track: Track,
        _ original: CaseOriginal,
        from file: CaseFile,
        _ stood: [CasePause],
        _ by: By,
        _ now: Instant,
        _ keys: ItemKeys,
        _ db: any Connection
    ) throws {
        let due = times.due(track, channel: file.channel, field: nil, from: file.receivedAt, on: file.site, stood: stood)
        let wish = track.wishes.contains(file.wish) ? file.wish : track.wishes.first ?? .closed
        // What is registered already is not registered again.
        let state: CaseState = file.state == .received ? .received : .accepted
        // Nobody has a PIN of its own: it is opened with that of the letter.
        guard let digest = keys.digest(RandomBytes.make(32), of: ItemID(rawValue: id.rawValue), as: CaseSeal.pin) else { throw CaseRefusal.erased }
        let sealed = try CaseSeal.seal(original, id, CaseSeal.original, keys)
        let card = try CaseSeal.seal(CaseCard(original), id, CaseSeal.card, keys)
        try db.execute(
            """
            INSERT INTO case_file (id, site, desk, track, prefix, year, number, state, ended, waiting, wish, channel, language, variant, unit, received_at,
                due_at, provisional, rule, changed_at, events, version, pin, sealed, card)
            VALUES (\(id), \(file.site), \(file.desk), \(track.code), \(code.prefix), \(code.year), \(code.number), \(state), 0, 0, \(wish.rawValue),
                \(file.channel.rawValue), \(file.language), \(track.variants?.first), \(file.unit), \(file.receivedAt), \(due?.at),
                \(due?.isProvisional ?? false), \(due?.rule), \(now), 2, 1, \(digest), \(sealed), \(card))
            """
        )
        try db.execute("INSERT INTO case_part (part, origin) VALUES (\(id), \(file.id))")
        try CaseFile.append(id, 1, file.receivedAt, .receive, .received, original.enteredBy, nil, ["channel": file.channel.rawValue], nil, db)
        var detail = ["from": "\(file.code)", "track": track.code]
        if !stood.isEmpty { detail["stood"] = CasePause.text(stood) }
        try CaseFile.append(id, 2, now, .split, state, by.person.id, nil, detail, nil, db)
        try CaseTerms.write(terms.terms([original.title, original.name, original.phone]), of: id, db)
    }

    /// What was found of a file goes with it: what nobody has looked into yet is looked into in both cases, what was destroyed is a name in both.
    private func copyFiles(_ numbers: Set<Int>, from: CaseID, to: CaseID, at now: Instant, _ keys: ItemKeys, _ db: any Connection) throws {
        for (index, number) in numbers.sorted().enumerated() {
            try CaseAttachment.copy(number, of: from, to: to, as: index + 1, at: now, keys, ids.next(), db)
        }
    }
}
