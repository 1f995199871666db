public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// A revision as the history lists it.
public struct RevisionLine: Sendable, Hashable {
    public let number: Int
    public let author: PersonID
    public let at: Instant
    public let reason: String?
    /// The edition that was made of it, and how.
    public let edition: Int?
    public let operation: Operation?
    public let publishedAt: Instant?
    public let isUrgent: Bool
}

/// A revision opened: what a comparison compares.
public struct OpenedRevision: Sendable {
    public let number: Int
    public let details: any ContentKind
    public let json: [UInt8]
    public let note: String?
    public let digest: String
    public let language: Language
}

extension Workroom {
    /// An item's revisions, the newest first.
    public func revisions(of id: ItemID, before number: Int? = nil, limit: Int = 50, for by: Publisher.By) async throws -> [RevisionLine] {
        try await database.read { db in
            try Self.prove(id, by, db)
            return try db.rows(
                """
                SELECT revision.number, revision.author, revision.at, revision.reason, edition.number, edition.operation, edition.at,
                    urgent_edition.edition
                FROM revision LEFT JOIN edition ON edition.item = revision.item AND edition.revision = revision.number
                LEFT JOIN urgent_edition ON urgent_edition.item = edition.item AND urgent_edition.edition = edition.number
                WHERE revision.item = \(id) AND revision.number < \(number ?? Int(Int32.max)) ORDER BY revision.number DESC LIMIT \(limit)
                """
            ).map { row in
                RevisionLine(
                    number: try row[0],
                    author: try row[1],
                    at: try row[2],
                    reason: try row[3],
                    edition: try row[4],
                    operation: try row[5],
                    publishedAt: try row[6],
                    isUrgent: try row[7] as Int? != nil
                )
            }
        }
    }

    /// A revision's content.
    public func revision(_ number: Int, of id: ItemID, for by: Publisher.By) async throws -> OpenedRevision {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let publishing = publishing
        return try await database.read { db in
            var item = try Self.prove(id, by, db)
            guard (1...item.revision).contains(number) else { throw PublishingRefusal.unknownItem(id) }
            item.revision = number
            let contents = try publishing.newest(of: item, cipher, db)
            return OpenedRevision(
                number: number,
                details: try contents.typed(publishing.kinds),
                json: try CanonicalJSON.serialise(contents.details),
                note: contents.note,
                digest: try contents.digest(),
                language: contents.language
            )
        }
    }

    /// Makes a former revision the newest again, as a new one.
    @discardableResult
    public func revert(_ id: ItemID, to number: Int, reason: String, expecting version: Int?, by: Publisher.By) async throws -> Saved {
        let old = try await revision(number, of: id, for: by)
        guard let item = try await item(id) else { throw PublishingRefusal.unknownItem(id) }
        return try await publishing.save(
            old.details,
            as: id,
            in: Place(site: item.site, section: item.section, language: item.language),
            expecting: version,
            reason: reason,
            by: by
        )
    }

    @discardableResult
    static func prove(_ id: ItemID, _ by: Publisher.By, to action: Action = .read, _ db: any Connection) throws -> Item {
        guard let item = try Item.load(id, db), item.workflow.presence != .erased else { throw PublishingRefusal.unknownItem(id) }
        try authorize(by.actor, action, on: item.subject(for: by.actor.person, action), in: by.tree)
        return item
    }
}
