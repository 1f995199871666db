import PortalNetwork
import Store

/// An item with all that its next edition is made of.
struct Publishable: Sendable {
    struct Approval: Sendable {
        let person: PersonID
        /// Of what the person saw; nil in approvals from before digests were kept.
        let digest: String?
        /// The passkey that signed, and its assertion.
        let signed: (passkey: PasskeyID, assertion: String)?
    }

    let item: Item
    /// Its site's code, as entries name it.
    let site: String
    /// The newest revision's contents, and the canonical bytes they were read from.
    let newest: Contents
    let bytes: [UInt8]
    /// The greatest number of an edition that the record has of it; 0: none.
    let editions: Int
    let approvals: [Approval]

    /// Reads it in two statements, the item under lock if wanted; nil when there is none.
    static func load(_ id: ItemID, _ cipher: ItemCipher, _ db: any Connection, locking: Bool) throws -> Publishable? {
        let lock: SQL = locking && db.engine == .postgres ? " FOR UPDATE OF item" : ""
        guard
            let row = try db.row(
                """
                SELECT \(Item.columns), site.code, revision.sealed, (SELECT COALESCE(MAX(event.edition), 0) FROM event WHERE event.item = item.id)
                FROM item JOIN site ON site.id = item.site LEFT JOIN revision ON revision.item = item.id AND revision.number = item.revision
                WHERE item.id = \(id)\(lock)
                """
            )
        else { return nil }
        let approvals = try Self.approvals(of: id, db)
        let item = try Item(row, approvals: approvals.map(\.person))
        let sealed: [UInt8]? = try row[22]
        let bytes = try sealed.map { try cipher.open($0, .revision(item.revision)) } ?? Contents.published(item, cipher, db).bytes()
        return Publishable(
            item: item,
            site: try row[21],
            newest: try Contents(bytes: bytes),
            bytes: bytes,
            editions: try row[23],
            approvals: approvals
        )
    }

    /// An item that is loaded already.
    init(_ item: Item, _ newest: Contents, _ db: any Connection) throws {
        self.init(
            item: item,
            site: try Publisher.code(of: item.site, db),
            newest: newest,
            bytes: try newest.bytes(),
            editions: try EventLog.edition(of: item.id, db),
            approvals: try Self.approvals(of: item.id, db)
        )
    }

    private init(item: Item, site: String, newest: Contents, bytes: [UInt8], editions: Int, approvals: [Approval]) {
        self.item = item
        self.site = site
        self.newest = newest
        self.bytes = bytes
        self.editions = editions
        self.approvals = approvals
    }

    private static func approvals(of id: ItemID, _ db: any Connection) throws -> [Approval] {
        try db.rows("SELECT person, digest, passkey, assertion FROM approval WHERE item = \(id) ORDER BY step").map { row in
            let (passkey, assertion): (PasskeyID?, String?) = (try row[2], try row[3])
            return Approval(person: try row[0], digest: try row[1], signed: passkey.flatMap { key in assertion.map { (key, $0) } })
        }
    }

    /// What was approved is what goes out, to the byte: should the stored revision be another than the one the approvers saw, nothing goes.
    func checkApproved() throws {
        let digests = Set(approvals.compactMap(\.digest))
        guard try digests.isEmpty || digests == [Contents.digest(of: bytes)] else { throw PublishingRefusal.changedSince }
    }
}

extension Contents {
    /// The newest revision's, from the edition that took it over.
    static func published(_ item: Item, _ cipher: ItemCipher, _ db: any Connection) throws -> Contents {
        guard
            let row = try db.row(
                "SELECT number, sealed FROM edition WHERE item = \(item.id) AND revision = \(item.revision) AND sealed IS NOT NULL"
            )
        else { throw StoreFault.damaged("revision \(item.revision) of item \(item.id) is missing") }
        return try SealedEdition.open(try row[1], edition: try row[0], cipher).contents
    }
}
