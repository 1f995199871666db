public import Notary
public import PortalNetwork
import RichText
public import Store
public import Vietnamese

/// The gate `publish`: the one door through which anything becomes public, changes or goes. Each verb is a file beside this one.
///
/// A command decides on plain values (authorize, workflow, review), writes everything in one transaction (revision, edition, entry, lists, jobs)
/// and answers when that is durable; what readers ask for afterwards shows it.
public struct Publisher: Sendable {
    public let database: any Database
    public let keyring: Keyring
    public let kinds: KindRegistry
    public let clock: Clock
    public let ids: IdentifierMaker
    /// Who is told when an alarm rings; nil where nobody can be (commands).
    public var notices: Notices?
    /// Who has heads signed; nil in commands that run beside a server or before one, whose entries the server's notary signs.
    public var record: (any RecordGate)?
    let group: CommitGroup
    /// How an edition's text becomes the canonical text its commitment is made of.
    let canonical: CanonicalText
    /// Projections brought up to date inside the command's own transaction.
    static let inline: [any Projection] = [Listing(), SitemapParts()]

    /// `isOwnHost`: the hosts of this installation, lower case.
    public init(
        database: any Database,
        keyring: Keyring,
        kinds: KindRegistry,
        clock: Clock,
        ids: IdentifierMaker,
        isOwnHost: @escaping @Sendable (_ host: String) -> Bool = { _ in false }
    ) {
        self.database = database
        self.keyring = keyring
        self.kinds = kinds
        self.clock = clock
        self.ids = ids
        group = CommitGroup(database)
        canonical = CanonicalText(isOwnHost: isOwnHost)
    }

    /// Who asks, and the network in which the question is decided.
    public struct By: Sendable {
        public let actor: Actor
        public let tree: SiteTree
        /// Who and from where, for the audit trail; nil where a command's act says it.
        let trail: Trail?

        public init(_ actor: Actor, in tree: SiteTree, trail: Trail? = nil) {
            self.actor = actor
            self.tree = tree
            self.trail = trail
        }

        public struct Trail: Sendable {
            public let person: Person
            public let caller: Access.Caller

            public init(_ person: Person, from caller: Access.Caller) {
                self.person = person
                self.caller = caller
            }
        }

        var person: PersonID { actor.person }
    }

    /// One command that appends to the record, in a transaction it may share with others (`CommitGroup`). It answers when what it did is durable and the record's
    /// head above it is signed.
    @discardableResult
    func commit<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await admitted { try await group.run(body, under: record) }
    }

    /// Something that is done while the record takes entries.
    func admitted<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        do {
            try await record?.admit()
            return try await work()
        } catch let fault as RecordFault {
            throw RecordRefusal(fault)
        }
    }

    /// A line in the audit trail, in the transaction of what it tells of.
    func note(_ action: AuditAction, _ item: Item, _ by: By, detail: String = "", _ db: any Connection) throws {
        guard let trail = by.trail else { return }
        try AuditTrail.add(
            action,
            by: trail.person,
            on: "\(item.id)",
            site: item.site,
            detail: detail,
            from: trail.caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }

    /// Asks the gate about an item.
    func allow(_ action: Action, _ item: Item, _ by: By) throws {
        try authorize(by.actor, action, on: item.subject(for: by.person, action), in: by.tree)
    }

    /// An item under lock, at the version the person saw.
    func load(_ id: ItemID, expecting version: Int?, _ db: any Connection) throws -> Item {
        guard let item = try Item.load(id, db, locking: true) else { throw PublishingRefusal.unknownItem(id) }
        if let version, version != item.version { throw PublishingRefusal.editedMeanwhile(version: item.version) }
        return item
    }

    /// Brings the projections that follow inside the transaction up to the entries just appended.
    /// One that is behind (being rebuilt) is left alone: its rebuild will come to these entries.
    static func project(_ changes: [Change], first: Int64, count: Int, _ db: any Connection) throws {
        for projection in inline {
            let type = Swift.type(of: projection)
            guard try ProjectionCursor.read(type, db) == first - 1 else { continue }
            try projection.apply(changes, db)
            try ProjectionCursor.write(type, first + Int64(count) - 1, db)
        }
    }

    /// Everything that comes after the entries are appended and before the commit.
    static func finish(_ changes: [Change], first: Int64, count: Int, _ db: any Connection) throws {
        if let gathered = Gathered.current, count > 0 { return gathered.add(Gathered.Piece(changes: changes, first: first, count: count)) }
        try project(changes, first: first, count: count, db)
        try db.announce(EventLog.channel)
    }

    /// Projects what several commands changed, each item as it is after the last of them.
    static func settle(_ pieces: [Gathered.Piece], _ db: any Connection) throws {
        guard let first = pieces.first, let last = pieces.last else { return }
        let count = pieces.reduce(0) { $0 + $1.count }
        if last.first + Int64(last.count) - first.first == Int64(count) {
            let changes = pieces.flatMap(\.changes)
            let newest = Dictionary(changes.indices.map { (changes[$0].item.id, $0) }) { $1 }
            try project(changes.indices.filter { newest[changes[$0].item.id] == $0 }.map { changes[$0] }, first: first.first, count: count, db)
        } else {
            for piece in pieces { try project(piece.changes, first: piece.first, count: piece.count, db) }
        }
        try db.announce(EventLog.channel)
    }

    /// Items that are not erased but have lost their key: what a restore without the keys' backup leaves.
    public func itemsWithoutKey(limit: Int) async throws -> [ItemID] {
        var missing: [ItemID] = []
        var last: Int64 = -1
        while missing.count < limit {
            let after = last
            let items = try await database.read { db in
                try db.column("SELECT id FROM item WHERE id > \(after) AND presence <> \(Presence.erased) ORDER BY id LIMIT 5000", as: ItemID.self)
            }
            guard let end = items.last else { break }
            last = end.rawValue
            missing += try await keyring.missing(among: items)
        }
        return Array(missing.prefix(limit))
    }
}
