import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// What stands around the items of a portal, as an entry of the record commits to it (record design 1.3, `chrome`): its names, hosts, menu, sections, look, banners.
/// It is made from the tables a page is made from, in the transaction that changed them, so that these can be compared with it (`Reader.chromeDifferences`).
/// Who changes its form raises `v`.
struct ChromeState: Encodable {
    struct SectionLine: Encodable {
        let code: String
        let name: String
        let parent: String?
        let kind: Section.Kind
    }

    struct BannerLine: Encodable {
        let level: String
        let text: String
        /// Nil where it has none, as in entries from before there were any.
        let others: [BannerText]?
        let target: String?
        /// Epoch milliseconds.
        let from: Int64
        let until: Int64
    }

    let v = 1
    let site: String
    let lang: Language
    let kind: SiteKind
    let status: SiteStatus
    let parent: String?
    let hosts: [String]
    let name: String
    let shortName: String
    let contact: Contact
    let look: Look
    let menu: [MenuItem]?
    let sections: [SectionLine]
    let banners: [BannerLine]
    /// Where approvals are to be signed by passkeys: codes of sections, `*` for the whole portal and those below it. None: nowhere.
    let keys: [String]?

    static func read(_ id: SiteID, at now: Instant, _ db: any Connection) throws -> ChromeState {
        let site = try Sites.site(id, in: db)
        let sections = try db.rows("SELECT \(Section.columns) FROM section WHERE site = \(id) ORDER BY position, id").map { try Section($0) }
        let codes = Dictionary(sections.map { ($0.id, $0.code) }) { first, _ in first }
        let keys = try db.column("SELECT section FROM key_rule WHERE site = \(id) ORDER BY section", as: Int64.self).map { section in
            section == 0 ? "*" : codes[SectionID(rawValue: section)] ?? ""
        }
        return ChromeState(
            site: site.code,
            lang: site.language,
            kind: site.kind,
            status: site.status,
            parent: try site.parent.map { try Publisher.code(of: $0, db) },
            hosts: site.hosts,
            name: site.name,
            shortName: site.shortName,
            contact: site.contact,
            look: site.look,
            menu: try Sites.menu(of: id, in: db),
            sections: sections.map { SectionLine(code: $0.code, name: $0.name, parent: $0.parent.flatMap { codes[$0] }, kind: $0.kind) },
            banners: try db.rows(
                """
                SELECT level, text, target, starts_at, expires_at, others FROM banner
                WHERE site = \(id) AND cleared_at IS NULL AND expires_at > \(now) ORDER BY starts_at, id
                """
            ).map { row in
                let others = try BannerText.list(in: row, 5)
                return BannerLine(
                    level: try row[0],
                    text: try row[1],
                    others: others.isEmpty ? nil : others,
                    target: try row[2],
                    from: try row[3],
                    until: try row[4]
                )
            },
            keys: keys.isEmpty ? nil : keys
        )
    }
}

/// Salted content that entries about no item commit to, kept beside them. Of each portal and part only the newest: what stood there before may name people who do not
/// any more.
enum RecordObjects {
    /// Keeps an object and returns its commitment. `part`: what of the portal it is, as the entry says.
    static func keep(_ value: some Encodable, as part: String, of site: SiteID, _ db: any Connection) throws -> String {
        let bytes = try CanonicalJSON.encode(value)
        let salt = Salt()
        let commitment = Commitment(.chrome, salt: salt, bytes).hex
        try db.execute("UPDATE record_object SET bytes = NULL WHERE site = \(site) AND part = \(part) AND bytes IS NOT NULL")
        try db.execute(
            "INSERT INTO record_object (commitment, site, part, bytes) VALUES (\(commitment), \(site), \(part), \(salt.bytes + bytes))"
        )
        return commitment
    }

    /// Keeps an object beside those before it. `items`: those it speaks of; once one is erased, it goes too.
    static func add(_ value: some Encodable, as part: String, of site: SiteID, about items: [ItemID], _ db: any Connection) throws -> String {
        let bytes = try CanonicalJSON.encode(value)
        let salt = Salt()
        let commitment = Commitment(.chrome, salt: salt, bytes).hex
        try db.execute(
            "INSERT INTO record_object (commitment, site, part, bytes) VALUES (\(commitment), \(site), \(part), \(salt.bytes + bytes))"
        )
        for group in Array(Set(items)).sorted().parts(of: 400) {
            let values = group.map { "(\(commitment), \($0))" as SQL }
            try db.execute("INSERT INTO record_object_item (commitment, item) VALUES \(SQL.joined(values, separator: ", "))")
        }
        return commitment
    }

    /// Destroys what objects say of an item that is erased; `entry`: the erasure's.
    static func forget(_ item: ItemID, entry: Int64, _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE record_object SET bytes = NULL, gone = \(entry)
            WHERE commitment IN (SELECT commitment FROM record_object_item WHERE item = \(item))
            """
        )
        try db.execute("DELETE FROM record_object_item WHERE item = \(item)")
    }

    static func entered(_ commitments: [String], from first: Int64, _ db: any Connection) throws {
        for (offset, commitment) in commitments.enumerated() {
            try db.execute("UPDATE record_object SET seq = \(first + Int64(offset)) WHERE commitment = \(commitment)")
        }
    }

    /// `.gone` names the entry that came in its place.
    static func find(_ commitment: Commitment, _ db: any Connection) throws -> RecordObject {
        let row = try db.row("SELECT bytes, site, part, seq, gone FROM record_object WHERE commitment = \(commitment.hex)")
        guard let row else { return .unknown }
        if let bytes: [UInt8] = try row[0] { return .there(bytes) }
        if let entry: Int64 = try row[4] { return .gone(entry: entry) }
        let (site, part, sequence): (SiteID, String, Int64?) = (try row[1], try row[2], try row[3])
        let next = try db.value(
            "SELECT min(seq) FROM record_object WHERE site = \(site) AND part = \(part) AND seq > \(sequence ?? -1)",
            as: Int64?.self
        )
        return .gone(entry: (next ?? nil) ?? sequence ?? 0)
    }
}
