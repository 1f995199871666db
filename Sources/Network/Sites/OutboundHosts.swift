public import Store
public import Vietnamese

public struct HostProposalID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A host that links of a portal, and of all portals below it, may lead to with weight.
public struct OutboundHost: Sendable, Hashable {
    public let site: SiteID
    public let host: String
    public let since: Instant
    /// Nil where the record brought it back without their names.
    public let proposedBy: PersonID?
    public let approvedBy: PersonID?
    /// Index of its entry in the record.
    public let entry: Int64
}

/// What one person proposes and another decides: to enter a host into the register, or to take it out.
public struct HostProposal: Sendable, Hashable {
    public enum Change: String, Sendable, CaseIterable, SQLBindable, SQLReadable { case add, remove }
    public enum Decision: String, Sendable, CaseIterable, SQLBindable, SQLReadable { case approved, refused }

    public let id: HostProposalID
    public let site: SiteID
    public let host: String
    public let change: Change
    public let reason: String
    public let proposedBy: PersonID
    public let proposedAt: Instant
    public var decision: Decision?
    public var decidedBy: PersonID?
    public var decidedAt: Instant?
    public var answer: String?
    public var entry: Int64?

    static let columns: SQL = "id, site, host, change, reason, proposed_by, proposed_at, decision, decided_by, decided_at, answer, entry"

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        host = try row[2]
        change = try row[3]
        reason = try row[4]
        proposedBy = try row[5]
        proposedAt = try row[6]
        decision = try row[7]
        decidedBy = try row[8]
        decidedAt = try row[9]
        answer = try row[10]
        entry = try row[11]
    }

    init(
        _ id: HostProposalID,
        _ change: Change,
        _ host: String,
        on site: SiteID,
        because reason: String,
        by person: PersonID,
        at now: Instant
    ) {
        (self.id, self.change, self.host, self.site, self.reason, proposedBy, proposedAt) = (id, change, host, site, reason, person, now)
    }
}

/// The register of hosts that links may lead to with weight. A link to any other host carries `rel="nofollow ugc noopener"`, so that a sold one is worth nothing.
/// A name stands for itself and for itself after `www.`, never for what is below it.
public enum OutboundHosts {
    /// Characters of a reason.
    public static let longestReason = 500

    /// The name as the register holds it: lower case, without `www.` before it.
    public static func key(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// The name in the register's form, from what somebody typed: a name or a whole address.
    public static func checked(_ text: String) throws(HostRefusal) -> String {
        var host = lowercase(plainLine(text))
        for scheme in ["https://", "http://"] where host.hasPrefix(scheme) { host = String(host.dropFirst(scheme.count)) }
        host = String(host.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
        if host.hasSuffix(".") { host.removeLast() }
        host = key(host)
        let labels = host.split(separator: ".")
        // A number at the end is an address of a machine; names with other letters than ASCII are too easily taken for others.
        guard HostName.isWellFormed(host), labels.count > 1, labels.last?.allSatisfy(\.isNumber) == false,
            !labels.contains(where: { $0.hasPrefix("xn--") })
        else { throw .invalid(String(host.prefix(100))) }
        return host
    }

    /// Writes a proposal down. The rules of the matter are checked here and once more when it is approved.
    public static func propose(
        _ change: HostProposal.Change,
        _ text: String,
        because reason: String,
        on site: SiteID,
        id: HostProposalID,
        by person: PersonID,
        at now: Instant,
        in db: any Connection
    ) throws -> HostProposal {
        let host = try checked(text)
        let reason = plainLine(reason)
        guard !reason.isEmpty else { throw HostRefusal.reasonMissing }
        guard reason.count <= longestReason else { throw HostRefusal.reasonTooLong(limit: longestReason) }
        let proposal = HostProposal(id, change, host, on: site, because: nfc(reason), by: person, at: now)
        try check(proposal, in: db)
        let added = try db.execute(
            """
            INSERT INTO host_proposal (id, site, host, change, reason, proposed_by, proposed_at)
            VALUES (\(id), \(site), \(host), \(change), \(proposal.reason), \(person), \(now)) ON CONFLICT DO NOTHING
            """
        )
        guard added == 1 else { throw HostRefusal.waiting(host) }
        return proposal
    }

    private static func check(_ proposal: HostProposal, in db: any Connection) throws {
        let host = proposal.host
        let stands = try db.value("SELECT 1 FROM outbound_host WHERE site = \(proposal.site) AND host = \(host)", as: Int.self) != nil
        switch proposal.change {
        case .add:
            if stands { throw HostRefusal.registered(host) }
            if try db.value("SELECT 1 FROM site_host WHERE host IN (\(host), \("www." + host)) LIMIT 1", as: Int.self) != nil {
                throw HostRefusal.own(host)
            }
        case .remove: if !stands { throw HostRefusal.notRegistered(host) }
        }
    }

    /// A proposal that waits, for whoever decides it; under lock where the engine has locks on rows.
    public static func waiting(_ id: HostProposalID, on site: SiteID, in db: any Connection) throws -> HostProposal {
        let lock: SQL = db.engine == .postgres ? " FOR UPDATE" : ""
        let row = try db.row("SELECT \(HostProposal.columns) FROM host_proposal WHERE id = \(id) AND site = \(site) AND decision IS NULL\(lock)")
        guard let row else { throw HostRefusal.decided }
        return try HostProposal(row)
    }

    /// The same without a lock, to be looked at; nil where it waits no more.
    public static func proposal(_ id: HostProposalID, on site: SiteID, in db: any Connection) throws -> HostProposal? {
        try db.row("SELECT \(HostProposal.columns) FROM host_proposal WHERE id = \(id) AND site = \(site) AND decision IS NULL").map {
            try HostProposal($0)
        }
    }

    /// Decides a proposal that `waiting` gave. `entry`: the index of the record's entry; nil where it is refused.
    public static func decide(
        _ proposal: HostProposal,
        _ decision: HostProposal.Decision,
        answer: String?,
        entry: Int64?,
        by person: PersonID,
        at now: Instant,
        in db: any Connection
    ) throws {
        if decision == .approved {
            try NetworkVersion.raise(in: db)
            try check(proposal, in: db)
            try apply(proposal.change, proposal.host, on: proposal.site, entry: entry ?? -1, by: (proposal.proposedBy, person), at: now, in: db)
        }
        try db.execute(
            """
            UPDATE host_proposal SET decision = \(decision), decided_by = \(person), decided_at = \(now), answer = \(answer), entry = \(entry)
            WHERE id = \(proposal.id)
            """
        )
    }

    /// What an entry of the record says, brought back into the register.
    package static func apply(
        _ change: HostProposal.Change,
        _ host: String,
        on site: SiteID,
        entry: Int64,
        by people: (proposed: PersonID, approved: PersonID)? = nil,
        at now: Instant,
        in db: any Connection
    ) throws {
        try db.execute("DELETE FROM outbound_host WHERE site = \(site) AND host = \(host)")
        guard change == .add else { return }
        try db.execute(
            """
            INSERT INTO outbound_host (site, host, since, proposed_by, approved_by, entry)
            VALUES (\(site), \(host), \(now), \(people?.proposed), \(people?.approved), \(entry))
            """
        )
    }

    // MARK: - Reading

    /// What is registered for these portals, by name.
    public static func registered(on sites: [SiteID], after last: String = "", limit: Int, in db: any Connection) throws -> [OutboundHost] {
        try db.rows(
            """
            SELECT site, host, since, proposed_by, approved_by, entry FROM outbound_host
            WHERE site IN (\(list: sites)) AND host > \(last) ORDER BY host, site LIMIT \(limit)
            """
        ).map {
            OutboundHost(site: try $0[0], host: try $0[1], since: try $0[2], proposedBy: try $0[3], approvedBy: try $0[4], entry: try $0[5])
        }
    }

    /// Proposals that wait on these portals, the oldest first.
    public static func waiting(on sites: [SiteID], limit: Int, in db: any Connection) throws -> [HostProposal] {
        try db.rows(
            """
            SELECT \(HostProposal.columns) FROM host_proposal WHERE site IN (\(list: sites)) AND decision IS NULL ORDER BY id LIMIT \(limit)
            """
        ).map { try HostProposal($0) }
    }

    /// What was decided last.
    public static func decided(on sites: [SiteID], limit: Int, in db: any Connection) throws -> [HostProposal] {
        try db.rows(
            """
            SELECT \(HostProposal.columns) FROM host_proposal WHERE site IN (\(list: sites)) AND decision IS NOT NULL
            ORDER BY decided_at DESC, id DESC LIMIT \(limit)
            """
        ).map { try HostProposal($0) }
    }

    static func bySite(in db: any Connection) throws -> [SiteID: Set<String>] {
        var hosts: [SiteID: Set<String>] = [:]
        for row in try db.rows("SELECT site, host FROM outbound_host") { hosts[try row[0], default: []].insert(try row[1]) }
        return hosts
    }
}

/// Why the register of hosts says no; words under `refusal.host.…`.
public enum HostRefusal: Refusal, Hashable {
    case invalid(String)
    /// A portal of this installation: its links need no leave.
    case own(String)
    case registered(String)
    case notRegistered(String)
    /// A proposal about it waits already.
    case waiting(String)
    /// Decided meanwhile, or never there.
    case decided
    case reasonMissing
    case reasonTooLong(limit: Int)
    /// On the operator's list of dangerous hosts.
    case dangerous(String)
    /// The register knows who stands behind each name: whoever proposes or decides is named.
    case personMissing

    public static let samples: [HostRefusal] = [
        .invalid("x"), .own("x.vn"), .registered("x.vn"), .notRegistered("x.vn"), .waiting("x.vn"), .decided, .reasonMissing,
        .reasonTooLong(limit: 500), .dangerous("x.vn"), .personMissing,
    ]

    public var key: String {
        switch self {
        case .invalid: "host.invalid"
        case .own: "host.own"
        case .registered: "host.registered"
        case .notRegistered: "host.not-registered"
        case .waiting: "host.waiting"
        case .decided: "host.decided"
        case .reasonMissing: "host.reason-missing"
        case .reasonTooLong: "host.reason-too-long"
        case .dangerous: "host.dangerous"
        case .personMissing: "host.person-missing"
        }
    }

    public var values: [String: String] {
        switch self {
        case .invalid(let host), .own(let host), .registered(let host), .notRegistered(let host), .waiting(let host), .dangerous(let host):
            ["host": host]
        case .reasonTooLong(let limit): ["limit": "\(limit)"]
        case .decided, .reasonMissing, .personMissing: [:]
        }
    }

    public var field: String? {
        switch self {
        case .reasonMissing, .reasonTooLong: "reason"
        default: "host"
        }
    }
}
