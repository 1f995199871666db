import Crypto
public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// One thing that comes from outside, ready to be published.
public struct ImportedItem: Sendable {
    /// What names it in its source (an id, an address). The same key on the same site is the same item: a second import changes nothing.
    public let sourceKey: String
    /// What tells two sources apart that use one key (the title, say). The same key with another check is a conflict, never a skip.
    public let check: String
    public let details: any ContentKind
    public let publishedAt: Instant
    public let language: Language
    public let section: SectionID?
    /// Author of the revision; the act's actor when nil.
    public let author: PersonID?
    /// The id it will have, where others already point to it.
    public let id: ItemID?
    /// Its path on the portal it comes from, when that portal's host is one of the site's: it redirects from now on.
    public let formerPath: String?
    /// When it was changed last, where that was after its publication.
    public let updatedAt: Instant?
    /// What was changed then, said to readers.
    public let note: String?
    /// What that change was: readers are told of an update otherwise than of a correction. The entry says `publish` all the same, for that is
    /// what happens here.
    public let operation: Operation

    public init(
        sourceKey: String,
        check: String = "",
        details: any ContentKind,
        publishedAt: Instant,
        language: Language = .vi,
        section: SectionID?,
        author: PersonID? = nil,
        id: ItemID? = nil,
        formerPath: String? = nil,
        updatedAt: Instant? = nil,
        note: String? = nil,
        operation: Operation = .publish
    ) {
        self.updatedAt = updatedAt
        self.note = note
        self.operation = operation
        self.formerPath = formerPath
        self.id = id
        self.sourceKey = sourceKey
        self.check = check
        self.details = details
        self.publishedAt = publishedAt
        self.language = language
        self.section = section
        self.author = author
    }
}

/// One recorded act on many items: who did it, who confirmed it, why.
public struct Act: Sendable, Hashable {
    public let id: ActID
    public let kind: String
    public let site: SiteID
    public let actor: PersonID
    public let confirmedBy: PersonID
    public let reason: String
}

/// What became of a batch.
public struct ImportOutcome: Sendable {
    public var published: [ItemID] = []
    /// Positions in the batch of what was published (or, in a trial, would be).
    public var taken: [Int] = []
    /// Positions of items whose key belongs to something else.
    public var conflicts: [Int] = []
    /// Already there (or erased: it never comes back).
    public var skipped = 0
    /// By position in the batch: what its fields lack.
    public var refused: [(position: Int, findings: [ReviewFinding])] = []
}

extension Publisher {
    /// Opens an act on many items of a site and what lies below it. Four eyes hold here too: two different people, each with the right.
    public func openAct(_ kind: String, on site: SiteID, reason: String, by: By, confirmedBy second: By) async throws -> Act {
        try allowAct(on: site, reason: reason, by: by, confirmedBy: second)
        let act = Act(id: ids.next(), kind: kind, site: site, actor: by.person, confirmedBy: second.person, reason: reason)
        let now = clock.now()
        try await database.write { db in
            try db.execute(
                """
                INSERT INTO act (id, kind, site, actor, confirmed_by, reason, at)
                VALUES (\(act.id), \(act.kind), \(act.site), \(act.actor), \(act.confirmedBy), \(act.reason), \(now))
                """
            )
        }
        return act
    }

    /// Whether these two may do it at all; asked before any work is done.
    public func allowAct(on site: SiteID, reason: String, by: By, confirmedBy second: By) throws {
        guard by.person != second.person else { throw PublishingRefusal.secondPerson }
        guard !reason.allSatisfy(\.isWhitespace) else { throw PublishingRefusal.reasonMissing }
        try authorize(by.actor, .importItems, on: Subject(site: site), in: by.tree)
        try authorize(second.actor, .confirmImport, on: Subject(site: site), in: by.tree)
    }

    /// Looks at a batch and publishes what can be: `sift` and `publish` in one.
    public func importItems(_ items: [ImportedItem], on site: SiteID, under act: Act, tree: SiteTree) async throws -> ImportOutcome {
        try await publish(sift(items, on: site), on: site, under: act, tree: tree)
    }

    /// Sources are stored as digests: an address may carry a name, and an erased item must still be recognised.
    static func digest(_ key: String) -> String { Hex.encode(SHA256.hash(data: Array(nfc(key).utf8)).prefix(16)) }
}
