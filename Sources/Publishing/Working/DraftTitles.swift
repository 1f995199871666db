public import PortalNetwork
import Store
import Vietnamese

extension Workroom {
    /// How many of what is being worked on are looked through for one search, the newest first.
    ///
    /// Titles of drafts are sealed and stand in no index, not even a blinded one: they leave nothing behind when they are erased. What is being
    /// worked on is few beside what is live, the walk goes along an index of it alone, and titles once opened stay in memory (`OpenedTitles`).
    public static let openedForSearch = 3000

    /// What is being worked on whose title has every one of these words (the beginning of a word is enough), what changed last first.
    ///
    /// Which items the person may read is a condition of the query, as in every list, and asked again for those found.
    public func inWork(titled words: String, _ query: WorkQuery, limit: Int, for by: Publisher.By) async throws -> [WorkRow] {
        let wanted = OpenedTitles.wanted(words)
        guard !wanted.isEmpty else { return [] }
        var query = query
        query.stages = (query.stages ?? Set(Stage.allCases)).subtracting([.settled])
        query.limit = Self.openedForSearch
        guard query.stages?.isEmpty == false,
            let statement = list("item.id, item.version, item.revision, item.edition", query, most: Self.openedForSearch, for: by)
        else { return [] }
        let stamps = try await database.read { db in
            try db.rows(statement).map { (item: try $0[0] as ItemID, stamp: try OpenedTitles.Stamp($0, from: 1)) }
        }
        let found = try await titled(wanted, stamps)
        return try await rows(items: Array(found.prefix(min(limit, 200))), matching: query, for: by).filter { $0.presence != .erased }
    }

    /// Those of these items whose titles match, in their order; the titles that are not known in this version are opened, together.
    private func titled(_ wanted: [[UInt8]], _ stamps: [(item: ItemID, stamp: OpenedTitles.Stamp)]) async throws -> [ItemID] {
        let titles = keyring.titles
        let (known, missing, since) = titles.find(wanted, stamps)
        var matching = known
        for part in missing.parts(of: 500) {
            let rows = try await database.read { db in
                try db.rows("SELECT id, version, revision, edition, draft_card, card FROM item WHERE id IN (\(list: part))")
            }
            let sealed = try rows.filter { row in try (row[4] as [UInt8]?) != nil || (row[5] as [UInt8]?) != nil }
            let keys = try await keyring.keys(for: try sealed.map { try $0[0] as ItemID })
            let opened = try rows.map { row in
                let item: ItemID = try row[0]
                let title = try Self.title(row, from: 2, keys.cipher(item))
                return (item: item, stamp: try OpenedTitles.Stamp(row, from: 1), words: OpenedTitles.words(of: title))
            }
            matching.formUnion(opened.filter { OpenedTitles.matches($0.words, wanted) }.map(\.item))
            titles.keep(opened, since: since)
        }
        return stamps.map(\.item).filter(matching.contains)
    }
}
