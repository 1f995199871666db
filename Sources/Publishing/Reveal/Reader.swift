public import PortalNetwork
import PublicRecord
import RichText
public import Store
public import Vietnamese

/// What pages, feeds and the API read. Everything here has passed `Reveal`.
public struct Reader: Sendable {
    let database: any Database
    let keyring: Keyring
    let kinds: KindRegistry
    let viewer: Viewer
    /// What is laid over what is public, in a preview.
    var staged: StagedItems?

    public init(database: any Database, keyring: Keyring, kinds: KindRegistry, viewer: Viewer = .everyone) {
        self.database = database
        self.keyring = keyring
        self.kinds = kinds
        self.viewer = viewer
    }

    /// What stands at an item's address on a site, with its neighbours. Three statements at most: the item, its neighbours, their keys; one
    /// more where it shows pictures that do not say how large they are.
    public func item(_ id: ItemID, on site: SiteID, others: Int = 8) async throws -> ItemAnswer {
        let viewer = viewer
        Dependencies.note(.item(id))
        let found = try await database.read { db -> Found? in
            guard
                let row = try db.row(
                    """
                    SELECT \(Item.columns), item.card, item.withdrawn_note, edition.operation, edition.sealed, edition.text_commitment,
                        COALESCE(item_view.n, 0), edition.seq
                    FROM item LEFT JOIN edition ON edition.item = item.id AND edition.number = item.edition
                    LEFT JOIN item_view ON item_view.item = item.id WHERE item.id = \(id)
                    """
                )
            else { return nil }
            let item = try Item(row, approvals: [])
            let neighbours = try Self.neighbours(of: item, on: site, others, viewer, db)
            return Found(item: item, row: row, neighbours: neighbours)
        }
        guard let found else { return try await tombstone(id, on: site) ?? .unknown }
        let item = found.item
        Dependencies.note(.older(item.ownList, on: site))
        let keys = try await keyring.keys(for: [id] + found.neighbours.map(\.item))
        let visibility = Reveal.visibility(of: item, to: viewer)
        if item.site != site {
            guard visibility == .shown, let card = try open(found, keys) else { return .unknown }
            return .elsewhere(card)
        }
        switch visibility {
        case .hidden: return .unknown
        case .erased: return .gone(ItemAnswer.Gone(id: id, code: nil, at: nil, note: nil, successor: nil))
        case .gone(let withdrawal):
            let sealed: [UInt8]? = try found.row[Columns.note]
            let note = try sealed.flatMap { bytes in try keys.cipher(id)?.open(bytes, .withdrawal) }.map { String(decoding: $0, as: UTF8.self) }
            let successor = try cards(found.neighbours.filter { $0.relation == .successor }, keys).first
            return .gone(ItemAnswer.Gone(id: id, code: withdrawal.code, at: withdrawal.at, note: note, successor: successor))
        case .shown:
            guard let card = try open(found, keys), let cipher = keys.cipher(id), let sealed: [UInt8] = try found.row[Columns.sealed] else {
                throw StoreFault.damaged("the live edition of item \(id) is missing")
            }
            let (salt, contents) = try SealedEdition.open(sealed, edition: item.edition, cipher)
            var revealed = RevealedItem(
                card: card,
                details: try contents.typed(kinds),
                publishedAt: card.publishedAt,
                updatedAt: item.updatedAt,
                edition: item.edition,
                operation: try found.row[Columns.operation],
                note: contents.note,
                salt: Hex.encode(salt),
                textCommitment: try found.row[Columns.text],
                // Visits of the watcher may be taken back before they are written down.
                views: max(0, try found.row[Columns.views]),
                index: try found.row[Columns.index]
            )
            func part(_ relation: Relation) throws -> [RevealedCard] { try cards(found.neighbours.filter { $0.relation == relation }, keys) }
            var (related, others, translations) = (try part(.related), try part(.other), try part(.translation))
            others.removeAll { other in related.contains { $0.item == other.item } }
            let unknown = RichText(revealed.details.publicBlocks).unsizedPictures + Self.unsized([card] + related + others + translations)
            if !unknown.isEmpty {
                let sizes = try await sizes(of: unknown)
                revealed = revealed.sized(by: sizes)
                (related, others, translations) = (
                    related.map { $0.sized(by: sizes) }, others.map { $0.sized(by: sizes) }, translations.map { $0.sized(by: sizes) }
                )
            }
            return .shown(revealed, related: related, others: others, translations: translations)
        }
    }

    /// One page of a list, newest first. Two statements and the keys.
    public func list(_ key: ListKey, on site: SiteID, page: Int, size: Int = 20) async throws -> ListAnswer {
        let viewer = viewer
        Dependencies.note(.list(key, on: site))
        let (rows, total, name) = try await database.read { db in
            let head = try db.row(
                """
                SELECT listing_count.n, list_name.name FROM listing_count
                LEFT JOIN list_name ON list_name.site = listing_count.site AND list_name.list = listing_count.list
                WHERE listing_count.site = \(site) AND listing_count.list = \(key)
                """
            )
            let total: Int = try head.map { try $0[0] } ?? 0
            let name: String? = try head.flatMap { try $0[1] }
            guard total > (page - 1) * size else { return ([CardRow](), total, name) }
            let rows = try db.rows(
                """
                SELECT \(CardRow.columns) FROM listing JOIN item ON item.id = listing.item
                WHERE listing.site = \(site) AND listing.list = \(key) AND \(Reveal.listed(for: viewer))
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(size) OFFSET \((page - 1) * size)
                """
            )
            return (try rows.map { try CardRow($0, relation: .other) }, total, name)
        }
        let cards = try await open(rows)
        guard let staged else { return ListAnswer(cards: cards, total: total, name: name) }
        let laid = page == 1 ? staged.laid(over: cards, of: key, on: site, size: size) : cards
        return ListAnswer(cards: laid, total: total + staged.added(to: key, on: site), name: name)
    }

    /// A list between two moments, newest first (an archive's day), with the number in it.
    public func list(_ key: ListKey, on site: SiteID, from: Instant, to: Instant, page: Int, size: Int = 20) async throws -> ListAnswer {
        let viewer = viewer
        Dependencies.note(.list(key, on: site))
        let (rows, total) = try await database.read { db in
            let range: SQL = "listing.site = \(site) AND listing.list = \(key) AND listing.published_at >= \(from) AND listing.published_at < \(to)"
            let total = try db.value("SELECT count(*) FROM listing WHERE \(range)", as: Int.self) ?? 0
            let rows = try db.rows(
                """
                SELECT \(CardRow.columns) FROM listing JOIN item ON item.id = listing.item WHERE \(range) AND \(Reveal.listed(for: viewer))
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(size) OFFSET \((page - 1) * size)
                """
            )
            return (try rows.map { try CardRow($0, relation: .other) }, total)
        }
        return ListAnswer(cards: try await open(rows), total: total, name: nil)
    }

    /// How many items of a list went out on each day of a span, by their moments: for an archive's calendar.
    public func moments(of key: ListKey, on site: SiteID, from: Instant, to: Instant) async throws -> [Instant] {
        Dependencies.note(.list(key, on: site))
        return try await database.read { db in
            try db.column(
                """
                SELECT published_at FROM listing WHERE site = \(site) AND list = \(key) AND published_at >= \(from) AND published_at < \(to)
                ORDER BY published_at
                """
            )
        }
    }

    /// Several lists at once, each its newest, and what is featured on the site at a moment: one statement and the keys.
    public func front(_ lists: [(key: ListKey, count: Int)], on site: SiteID, at now: Instant) async throws -> (
        featured: [RevealedCard], lists: [ListKey: [RevealedCard]]
    ) {
        let viewer = viewer
        Dependencies.note(.front(site))
        for list in lists { Dependencies.note(.list(list.key, on: site)) }
        let (rows, ends) = try await database.read { db in
            var parts: [SQL] = [
                """
                SELECT * FROM (SELECT -1 AS part, 0 - featured.slot AS rank, \(CardRow.columns), featured.until FROM featured
                JOIN item ON item.id = featured.item
                WHERE featured.site = \(site) AND featured.until > \(now) AND \(Reveal.listed(for: viewer)) ORDER BY featured.slot LIMIT 12) AS f
                """
            ]
            for (index, list) in lists.enumerated() {
                parts.append(
                    """
                    SELECT * FROM (SELECT CAST(\(index) AS BIGINT) AS part, listing.published_at AS rank, \(CardRow.columns), CAST(0 AS BIGINT) AS until
                    FROM listing JOIN item ON item.id = listing.item
                    WHERE listing.site = \(site) AND listing.list = \(list.key) AND \(Reveal.listed(for: viewer))
                    ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(list.count)) AS l
                    """
                )
            }
            let found = try db.rows("\(SQL.joined(parts, separator: " UNION ALL ")) ORDER BY part, rank DESC, id DESC")
            let cards = try found.map { row in (part: try row[0] as Int, card: try CardRow(Row(Array(row.values.dropFirst(2))), relation: .other)) }
            let ends = try found.filter { row in (try row[0] as Int) < 0 }.map { row in try row[10] as Instant }
            return (cards, ends)
        }
        if let first = ends.min(), first < FeaturedSlot.always { Dependencies.holds(until: first) }
        let keys = try await keyring.keys(for: Set(rows.map(\.card.item)))
        var answer: [ListKey: [RevealedCard]] = [:]
        for (part, card) in rows where part >= 0 {
            if let opened = try cards([card], keys).first { answer[lists[part].key, default: []].append(opened) }
        }
        var featured = try cards(rows.filter { $0.part < 0 }.map(\.card), keys)
        if let staged {
            featured = staged.replacing(featured)
            for list in lists { answer[list.key] = staged.laid(over: answer[list.key] ?? [], of: list.key, on: site, size: list.count) }
        }
        let unknown = Self.unsized(featured + answer.values.flatMap(\.self))
        guard !unknown.isEmpty else { return (featured, answer) }
        let sizes = try await sizes(of: unknown)
        return (featured.map { $0.sized(by: sizes) }, answer.mapValues { $0.map { $0.sized(by: sizes) } })
    }

    private struct Found {
        let item: Item
        let row: Row
        let neighbours: [CardRow]
    }

    /// Where the columns beyond `Item.columns` stand.
    private enum Columns {
        static let card = 21, note = 22, operation = 23, sealed = 24, text = 25, views = 26, index = 27
    }

    private func open(_ found: Found, _ keys: ItemKeys) throws -> RevealedCard? {
        let item = found.item
        guard let publishedAt = item.publishedAt, let sealed: [UInt8] = try found.row[Columns.card] else { return nil }
        return try cards(
            [
                CardRow(
                    item: item.id,
                    edition: item.edition,
                    kind: item.kind,
                    site: item.site,
                    language: item.language,
                    section: item.section,
                    publishedAt: publishedAt,
                    sealed: sealed,
                    relation: .other
                )
            ],
            keys
        ).first
    }

    func open(_ rows: [CardRow]) async throws -> [RevealedCard] {
        try await sized(cards(rows, try await keyring.keys(for: Set(rows.map(\.item)))))
    }

    func cards(_ rows: [CardRow], _ keys: ItemKeys) throws -> [RevealedCard] {
        Dependencies.note(items: rows.map(\.item))
        return try rows.compactMap { row in
            // No key: erased this very moment.
            guard let cipher = keys.cipher(row.item) else { return nil }
            return RevealedCard(
                item: row.item,
                edition: row.edition,
                kind: row.kind,
                site: row.site,
                language: row.language,
                section: row.section,
                publishedAt: row.publishedAt,
                content: try CanonicalJSON.decode(CardContent.self, from: cipher.open(row.sealed, .card(edition: row.edition)))
            )
        }
    }
}
