import Foundation
public import PortalNetwork
public import Store
public import Vietnamese

public struct SiteBatchID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Many portals to be made like one: what was ordered, by whom, and how far it is.
public struct SiteBatch: Sendable, Hashable {
    public let id: SiteBatchID
    public let template: SiteID
    /// The portal on whose screen it was ordered; all new ones lie below it.
    public let parent: SiteID
    public let person: PersonID
    public let caller: Access.Caller
    public let createdAt: Instant
    public let finishedAt: Instant?

    public init(
        id: SiteBatchID,
        template: SiteID,
        parent: SiteID,
        person: PersonID,
        caller: Access.Caller,
        createdAt: Instant,
        finishedAt: Instant? = nil
    ) {
        self.id = id
        self.template = template
        self.parent = parent
        self.person = person
        self.caller = caller
        self.createdAt = createdAt
        self.finishedAt = finishedAt
    }

    /// One portal of it.
    public struct Line: Sendable, Hashable {
        public enum State: String, Sendable, SQLBindable, SQLReadable { case waiting, made, refused }

        public let number: Int
        public let draft: SiteLineDraft
        public let state: State
        /// Why it was refused, as `Said`.
        public let note: Said?
    }

    /// A refusal that is kept to be said later, in the language of who reads it.
    public struct Said: Sendable, Hashable, Codable {
        public let key: String
        public let values: [String: String]

        public init(_ refusal: any Refusal) {
            key = refusal.key
            values = refusal.values
        }
    }
}

/// What a line of an order says of a portal.
public struct SiteLineDraft: Sendable, Hashable, Codable {
    public var code: String
    public var name: String
    public var shortName: String
    public var hosts: [String]
    public var parent: Int64
    public var agency: Int64?

    public init(code: String, name: String, shortName: String, hosts: [String], parent: SiteID, agency: AgencyID?) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.hosts = hosts
        self.parent = parent.rawValue
        self.agency = agency?.rawValue
    }

    /// As a portal to be added, of the template's kind and language.
    public func draft(like template: Site) -> SiteDraft {
        SiteDraft(
            code: code,
            parent: SiteID(rawValue: parent),
            kind: template.parent == nil ? .unit : template.kind,
            settings: SiteSettings(
                name: name,
                shortName: shortName,
                language: template.language,
                agency: agency.map { AgencyID(rawValue: $0) },
                hosts: hosts,
                position: template.position
            )
        )
    }
}

public enum SiteBatches {
    /// The most portals of one order.
    public static let limit = 1_000

    public static func order(_ lines: [SiteLineDraft], _ batch: SiteBatch, _ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO site_batch (id, template, parent, person, address, agent, created_at) VALUES (\(batch.id), \(batch.template), \(batch.parent),
                \(batch.person), \(batch.caller.address), \(batch.caller.agent), \(batch.createdAt))
            """
        )
        for (number, line) in lines.enumerated() {
            let draft = String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
            try db.execute(
                "INSERT INTO site_batch_line (batch, line, draft, state) VALUES (\(batch.id), \(number + 1), \(draft), \(SiteBatch.Line.State.waiting))"
            )
        }
    }

    public static func batch(_ id: SiteBatchID, _ db: any Connection) throws -> SiteBatch? {
        try db.row("SELECT id, template, parent, person, address, agent, created_at, finished_at FROM site_batch WHERE id = \(id)").map(Self.batch)
    }

    /// The newest orders on a portal.
    public static func batches(on site: SiteID, limit: Int, _ db: any Connection) throws -> [SiteBatch] {
        try db.rows(
            """
            SELECT id, template, parent, person, address, agent, created_at, finished_at FROM site_batch WHERE parent = \(site)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Self.batch)
    }

    private static func batch(_ row: Row) throws -> SiteBatch {
        SiteBatch(
            id: try row[0],
            template: try row[1],
            parent: try row[2],
            person: try row[3],
            caller: Access.Caller(address: try row[4], agent: try row[5]),
            createdAt: try row[6],
            finishedAt: try row[7]
        )
    }

    public static func lines(_ id: SiteBatchID, state: SiteBatch.Line.State? = nil, limit: Int, _ db: any Connection) throws -> [SiteBatch.Line] {
        let filter: SQL = state.map { " AND state = \($0)" } ?? ""
        return try db.rows("SELECT line, draft, state, note FROM site_batch_line WHERE batch = \(id)\(filter) ORDER BY line LIMIT \(limit)").map {
            row in
            let (draft, note): (String, String?) = (try row[1], try row[3])
            return SiteBatch.Line(
                number: try row[0],
                draft: try JSONDecoder().decode(SiteLineDraft.self, from: Data(draft.utf8)),
                state: try row[2],
                note: note.flatMap { try? JSONDecoder().decode(SiteBatch.Said.self, from: Data($0.utf8)) }
            )
        }
    }

    public static func counts(_ id: SiteBatchID, _ db: any Connection) throws -> [SiteBatch.Line.State: Int] {
        var counts: [SiteBatch.Line.State: Int] = [:]
        for row in try db.rows("SELECT state, count(*) FROM site_batch_line WHERE batch = \(id) GROUP BY state") {
            let state: SiteBatch.Line.State = try row[0]
            counts[state] = try row[1]
        }
        return counts
    }

    public static func made(_ number: Int, of id: SiteBatchID, site: SiteID, _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE site_batch_line SET state = \(SiteBatch.Line.State.made), site = \(site)
            WHERE batch = \(id) AND line = \(number)
            """
        )
    }

    public static func refused(_ number: Int, of id: SiteBatchID, _ refusal: any Refusal, _ db: any Connection) throws {
        let note = String(decoding: try JSONEncoder().encode(SiteBatch.Said(refusal)), as: UTF8.self)
        try db.execute(
            "UPDATE site_batch_line SET state = \(SiteBatch.Line.State.refused), note = \(note) WHERE batch = \(id) AND line = \(number)"
        )
    }

    public static func finish(_ id: SiteBatchID, at now: Instant, _ db: any Connection) throws {
        try db.execute("UPDATE site_batch SET finished_at = \(now) WHERE id = \(id) AND finished_at IS NULL")
    }
}
