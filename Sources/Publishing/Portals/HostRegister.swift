public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// The register of hosts that links may lead to with weight changes by two persons: one proposes, another decides, and what was decided is an entry of the record.
extension Publisher {
    static let hostApproved = "approved"
    static let hostRemoved = "removed"

    /// Proposes to register a host for a portal and those below it, or to take it out. Changes nothing by itself.
    @discardableResult
    public func proposeHost(
        _ change: HostProposal.Change,
        _ host: String,
        because reason: String,
        on site: SiteID,
        by: By,
        also: @escaping Also = noFurther
    ) async throws -> HostProposal {
        try authorize(by.actor, .proposeHost, on: Subject(site: site), in: by.tree)
        guard by.person.rawValue != 0 else { throw HostRefusal.personMissing }
        let (id, now): (HostProposalID, Instant) = (ids.next(), clock.now())
        return try await database.write { db in
            if change == .add { try Self.checkSafe(OutboundHosts.checked(host), db) }
            let proposal = try OutboundHosts.propose(change, host, because: reason, on: site, id: id, by: by.person, at: now, in: db)
            try also(db)
            return proposal
        }
    }

    /// Decides what somebody else proposed. `answer`: what whoever proposed it is told; wanted where it is refused.
    /// - Returns: the proposal as it was decided, with the index of its entry.
    @discardableResult
    public func decideHost(
        _ id: HostProposalID,
        _ decision: HostProposal.Decision,
        answer: String? = nil,
        on site: SiteID,
        signature: Signature? = nil,
        by: By,
        also: @escaping Also = noFurther
    ) async throws -> HostProposal {
        try authorize(by.actor, .approveHost, on: Subject(site: site), in: by.tree)
        guard by.person.rawValue != 0 else { throw HostRefusal.personMissing }
        let answer = answer.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : nfc(String($0.prefix(OutboundHosts.longestReason))) }
        if decision == .refused, answer == nil { throw HostRefusal.reasonMissing }
        let now = clock.now()
        return try await commit { db in
            var proposal = try OutboundHosts.waiting(id, on: site, in: db)
            let relation: Subject.Relation = proposal.proposedBy == by.person ? .author : .other
            try authorize(by.actor, .approveHost, on: Subject(site: site, relation: relation), in: by.tree)
            var appended = 0
            if decision == .approved {
                if proposal.change == .add { try Self.checkSafe(proposal.host, db) }
                var entry = try Self.entry(of: proposal, at: now, db)
                var signed: [SignedApproval] = []
                if let signature {
                    let draft = try ApprovalBundle.draft(of: CanonicalJSON.encode(entry))
                    signed = [try self.take(signature, under: draft, by: by.person, at: now, db)]
                } else if try Self.wantsKeys(site, nil, db) {
                    throw ApprovalRefusal.keyWanted
                }
                entry.by = try Pseudonym.of([proposal.proposedBy, by.person], in: now.civilDate.year, db)
                let (sequence, count) = try Self.append(entry, signed: signed, site: site, at: now, db)
                proposal.entry = sequence
                appended = count
            }
            try OutboundHosts.decide(proposal, decision, answer: answer, entry: proposal.entry, by: by.person, at: now, in: db)
            if let entry = proposal.entry { try Self.finish([], first: entry - Int64(appended) + 1, count: appended, db) }
            try also(db)
            (proposal.decision, proposal.decidedBy, proposal.decidedAt, proposal.answer) = (decision, by.person, now, answer)
            return proposal
        }
    }

    /// What a passkey is asked to sign to approve a proposal, base64url.
    public func challenge(for id: HostProposalID, on site: SiteID, by: By) async throws -> String {
        try authorize(by.actor, .approveHost, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        return try await database.read { db in
            guard let proposal = try OutboundHosts.proposal(id, on: site, in: db) else { throw HostRefusal.decided }
            let entry = try Self.entry(of: proposal, at: now, db)
            return Base64URL.encode(ApprovalBundle.challenge(try ApprovalBundle.draft(of: CanonicalJSON.encode(entry))))
        }
    }

    /// The entry names the proposal as its act, so that what was signed for one proposal is worth nothing for the next.
    private static func entry(of proposal: HostProposal, at now: Instant, _ db: any Connection) throws -> Entry {
        Entry(
            op: .host,
            at: now.rawValue / 1000,
            site: try code(of: proposal.site, db),
            act: ActID(rawValue: proposal.id.rawValue),
            part: proposal.change == .add ? hostApproved : hostRemoved,
            host: proposal.host
        )
    }

    /// What the operator calls dangerous gets no weight, whoever wants it.
    private static func checkSafe(_ host: String, _ db: any Connection) throws {
        if try DangerousHost.covers(host, db) { throw HostRefusal.dangerous(host) }
    }
}

extension OutgoingLinks {
    /// How often live items of some portals lead to a host, counted up to `most`.
    public static func uses(of host: String, on sites: [SiteID], _ db: any Connection) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM (SELECT 1 FROM outgoing_link l JOIN outgoing_use u ON u.link = l.id
                WHERE l.host IN (\(host), \("www." + host)) AND u.site IN (\(list: sites)) LIMIT \(most)) AS used
            """
        ) ?? 0
    }

    /// Which of these hosts no live item of these portals leads to yet.
    public static func unseen(_ hosts: [String], on sites: [SiteID], _ db: any Connection) throws -> [String] {
        try hosts.filter { host in
            let name = OutboundHosts.key(host)
            return try db.value(
                """
                SELECT 1 FROM outgoing_link l JOIN outgoing_use u ON u.link = l.id
                WHERE l.host IN (\(name), \("www." + name)) AND u.site IN (\(list: sites)) LIMIT 1
                """,
                as: Int.self
            ) == nil
        }
    }
}

extension DangerousHost {
    /// Whether a host, or a domain it lies below, is on the list.
    static func covers(_ host: String, _ db: any Connection) throws -> Bool {
        let labels = host.split(separator: ".")
        let names = labels.indices.map { labels[$0...].joined(separator: ".") }
        return try db.value("SELECT 1 FROM dangerous_host WHERE host IN (\(list: names)) LIMIT 1", as: Int.self) != nil
    }
}
