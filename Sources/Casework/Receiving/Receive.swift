public import PortalNetwork
import Publishing
public import Store
public import Vietnamese

/// What who asked is given: the code to name the case by, the PIN that opens it, and when an answer is due.
public struct Receipt: Sendable, Hashable {
    public let id: CaseID
    public let code: ReceiptCode
    public let pin: CasePIN
    public let receivedAt: Instant
    public let due: CaseTimes.Due?
}

extension Casework {
    /// Takes what was sent: durable when it returns. Files were looked at before and come sealed as they are.
    /// - Parameters:
    ///   - files: name, type and bytes of each, already let through.
    ///   - ticket: of the form; one that was used before gives the receipt it gave then.
    /// - Throws: `CaseRefusal`.
    public func receive(
        _ submission: Submission,
        files: [(Submission.File, [UInt8])] = [],
        on site: Site,
        agency: AgencyID? = nil,
        ticket: FormTicket? = nil
    ) async throws
        -> Receipt
    {
        if let ticket, let before = try await receipt(of: ticket) { return before }
        return try await take(Arrival(submission, files: files, on: site, agency: agency, ticket: ticket))
    }

    /// What came, by whichever door.
    func take(_ arrival: Arrival) async throws -> Receipt {
        let (submission, files, site) = (arrival.submission, arrival.files, arrival.site)
        guard submission.track.intake == .case else { throw CaseRefusal.onlyGuidance }
        guard site.status == .active || site.status == .merging else { throw CaseRefusal.siteNotActive }
        var findings = submission.findings()
        if files.count > submission.track.files {
            findings.append(CaseFinding(.files, "too-many", ["most": "\(submission.track.files)"]))
        } else if files.reduce(0, { $0 + $1.1.count }) > submission.track.bytes {
            findings.append(CaseFinding(.files, "too-large", ["most": "\(submission.track.bytes >> 20)"]))
        }
        guard findings.isEmpty else { throw CaseRefusal.findings(findings) }
        let now = clock.now()
        let came = arrival.came ?? now
        let id: CaseID = ids.next()
        let pin = arrival.ticket.map { self.pin(of: $0) } ?? CasePIN.make()
        let sent = arrival.mark ?? arrival.ticket.map { mark(of: $0) }
        let alike = likeness.likeness(title: submission.title, text: submission.text)
        let unit = try await unitCode(submission.unit, on: now.civilDate)
        let original = CaseOriginal(submission)
        let due = times.due(submission.track, channel: submission.channel, field: submission.field, from: came, on: site.id)
        let words = terms.terms([original.title, original.name, original.phone])
        let prefix = try await prefix(of: site)
        let wish = submission.wish ?? submission.track.wishes.first ?? .closed
        let tells = CaseTelling.mayTell(original)
        let entry = arrival.entry.map { ($0, ids.next(AuditID.self)) }
        let ready =
            Intake.Ready(id: id, site: site.id, prefix: prefix, year: now.civilDate.year) { code, keys, db in
                guard let digest = keys.digest(pin.characters, of: ItemID(rawValue: id.rawValue), as: CaseSeal.pin) else { throw CaseRefusal.erased }
                let sealed = try CaseSeal.seal(original, id, CaseSeal.original, keys)
                let card = try CaseSeal.seal(CaseCard(original), id, CaseSeal.card, keys)
                let cluster = try CaseClusters.join(alike, id, db)
                try db.execute(
                    """
                    INSERT INTO case_file (id, site, desk, track, prefix, year, number, state, ended, waiting, wish, channel, language, field, variant, unit,
                        agency, received_at, due_at, provisional, rule, changed_at, cluster, events, version, sent, pin, sealed, card, tells, counted)
                    VALUES (\(id), \(site.id), \(site.id), \(submission.track.code), \(code.prefix), \(code.year), \(code.number),
                        \(CaseState.received), 0, 0, \(wish.rawValue), \(submission.channel.rawValue), \(submission.language), \(submission.field),
                        \(submission.track.variants?.first), \(unit), \(arrival.agency), \(came), \(due?.at), \(due?.isProvisional ?? false), \(due?.rule), \(now),
                        \(cluster), 1, 1, \(sent), \(digest), \(sealed), \(card), \(tells), \(CaseCounting.newest))
                    """
                )
                try CaseFile.append(id, 1, now, .receive, .received, submission.enteredBy, nil, ["channel": submission.channel.rawValue], nil, db)
                try CaseCounting.received(
                    CountedCase(
                        desk: site.id,
                        agency: arrival.agency,
                        field: submission.field,
                        track: submission.track.code,
                        channel: submission.channel.rawValue,
                        state: .received,
                        receivedAt: came,
                        dueAt: due?.at,
                        endedAt: nil,
                        answeredAt: nil,
                        isLate: false,
                        took: nil
                    ),
                    db
                )
                try CaseTerms.write(words, of: id, db)
                for (index, (file, bytes)) in files.enumerated() {
                    try CaseAttachment.write(file, bytes, id, index + 1, now, keys, self.ids.next(), db)
                }
                if tells != 0 { try self.telling.write(.receive, of: id, event: 1, to: tells, at: now, ids: self.ids, db) }
                if let (by, line) = entry {
                    try AuditTrail.add(
                        .caseActed,
                        by: by.person,
                        on: "\(code)",
                        site: site.id,
                        detail: "\(CaseAct.receive.rawValue) \(submission.channel.rawValue)",
                        from: by.caller,
                        id: line,
                        at: now,
                        in: db
                    )
                }
                try db.announce(Self.channel)
            }
        do {
            return Receipt(id: id, code: try await intake.take(ready), pin: pin, receivedAt: came, due: due)
        } catch {
            // The same form at the same moment, twice: the other one was quicker.
            if let ticket = arrival.ticket, let before = try? await receipt(of: ticket) { return before }
            throw error
        }
    }

    /// The code that the place that was typed has today, by whatever name or code it was called: a column holds codes, the words stay sealed. Nil where the register does not
    /// know it, or knows several. A code that it does not know stays: the register may be filled later.
    private func unitCode(_ typed: String?, on today: CivilDate) async throws -> String? {
        guard let typed, !typed.isEmpty else { return nil }
        let known = try await database.read { try Self.unit(typed, on: today, $0)?.code }
        return known ?? ([2, 5].contains(typed.utf8.count) && typed.utf8.allSatisfy { (48...57).contains($0) } ? typed : nil)
    }

    /// Told after every change of cases.
    public static let channel = Channel("cases")

    /// The first part of a portal's codes: given once and never to another portal.
    func prefix(of site: Site) async throws -> String {
        let plain = ReceiptCode.prefix(of: site.code)
        if let kept = try await database.read({ try $0.value("SELECT prefix FROM case_prefix WHERE site = \(site.id)", as: String.self) }) {
            return kept
        }
        return try await database.write { db in
            if let kept = try db.value("SELECT prefix FROM case_prefix WHERE site = \(site.id)", as: String.self) { return kept }
            for number in 1...999 {
                let prefix = number == 1 ? plain : String(plain.prefix(13)) + String(number)
                if try db.execute("INSERT INTO case_prefix (prefix, site) VALUES (\(prefix), \(site.id)) ON CONFLICT DO NOTHING") == 1 {
                    return prefix
                }
            }
            throw StoreFault.damaged("no prefix for the receipts of \(site.code) is free")
        }
    }
}
