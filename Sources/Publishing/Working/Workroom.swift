public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// What staff see of what is being worked on. Everything read here has passed `Reveal` for the person who asks: lists by a condition in their query,
/// single items by the gate `authorize`.
public struct Workroom: Sendable {
    public let publishing: Publisher
    public var database: any Database { publishing.database }
    var keyring: Keyring { publishing.keyring }

    public init(_ publishing: Publisher) { self.publishing = publishing }
}

/// A line of a list of work.
public struct WorkRow: Sendable, Hashable {
    public let item: ItemID
    public let site: SiteID
    public let kind: KindName
    public let language: Language
    public let section: SectionID?
    public let stage: Stage
    public let presence: Presence
    public let author: PersonID
    public let creator: PersonID
    public let changedAt: Instant
    public let dueAt: Instant?
    public let publishedAt: Instant?
    public let version: Int
    public let title: String
    /// When an assignment of it is due, where the list is one of assignments.
    public let taskDueAt: Instant?
}

extension Workroom {
    /// A list of work, what changed last first. One statement and the keys, however many items there are.
    public func rows(_ query: WorkQuery, for by: Publisher.By) async throws -> [WorkRow] {
        guard let statement = list(WorkRow.columns + ", NULL", query, most: 200, for: by) else { return [] }
        return try await read(statement)
    }

    /// The statement of a list; nil where the person may see nothing.
    ///
    /// Conditions with an "or" in them (written or begun by somebody, one of some sections) are walks of their own, each along an index in the
    /// list's order and each no longer than the page; the page is made of their heads. What is being worked on on many portals is one walk from the
    /// newest: few beside what is live, and all the conditions stand in the index.
    func list(_ columns: SQL, _ query: WorkQuery, most: Int, for by: Publisher.By) -> SQL? {
        let reaches = Reveal.reaches(by, within: query.sites, kinds: publishing.kinds)
        let walks = query.walks(by, reaches.map(\.reach), on: database.engine)
        let isFromNewest = walks.count == 1 && query.isInWork && query.section == nil && query.sites.count > 1
        guard let seen = Reveal.readable(by, reaches, hidesSites: isFromNewest) else { return nil }
        let limit = max(1, min(query.limit, most))
        let filter = SQL.joined([seen] + query.conditions(isFromNewest: isFromNewest) + ["item.presence <> 'erased'"], separator: " AND ")
        guard walks.count > 1 else {
            // Without good statistics of the few SQLite would sort them, or walk through everything that is live; PostgreSQL weighs it by itself.
            let isNamed = database.engine == .sqlite && query.isInWork && query.section == nil
            let index: SQL = !isNamed ? "" : isFromNewest ? "INDEXED BY item_in_work_newest" : "INDEXED BY item_in_work_by_change"
            return "SELECT \(columns) FROM item \(index) WHERE \(filter) ORDER BY item.changed_at DESC, item.id DESC LIMIT \(limit)"
        }
        let heads = walks.map { walk -> SQL in
            let place: SQL = walk.map { "\($0) AND " } ?? ""
            return """
                SELECT id FROM (SELECT item.id FROM item WHERE \(place)\(filter)
                ORDER BY item.changed_at DESC, item.id DESC LIMIT \(limit)) AS walk
                """
        }
        return """
            SELECT \(columns) FROM item WHERE item.id IN (\(SQL.joined(heads, separator: " UNION ")))
            ORDER BY item.changed_at DESC, item.id DESC LIMIT \(limit)
            """
    }

    /// Those of these items that match, in the order given: what a search found.
    public func rows(items: [ItemID], matching query: WorkQuery, for by: Publisher.By) async throws -> [WorkRow] {
        guard !items.isEmpty, let seen = Reveal.readable(by, within: query.sites, kinds: publishing.kinds) else { return [] }
        let found = try await read("SELECT \(WorkRow.columns), NULL FROM item WHERE item.id IN (\(list: Array(items.prefix(200)))) AND \(seen)")
        let byItem = Dictionary(uniqueKeysWithValues: found.map { ($0.item, $0) })
        return items.compactMap { byItem[$0] }.filter { row in
            (query.stages?.contains(row.stage) ?? true) && (query.presences?.contains(row.presence) ?? true)
                && (query.section.map { row.section == $0 } ?? true)
                && (query.author.map { row.author == $0 || row.creator == $0 } ?? true)
        }
    }

    /// What a person was asked to do and has not done, the most urgent first.
    public func tasks(of by: Publisher.By, limit: Int = 50) async throws -> [WorkRow] {
        guard let seen = Reveal.readable(by, Reveal.reaches(by, within: nil, kinds: publishing.kinds), hidesSites: true) else { return [] }
        return try await read(
            """
            SELECT \(WorkRow.columns), assignment.due_at FROM assignment JOIN item ON item.id = assignment.item
            WHERE assignment.person = \(by.actor.person) AND assignment.done_at IS NULL AND item.presence <> 'erased' AND \(seen)
            ORDER BY COALESCE(assignment.due_at, 9007199254740991), item.id LIMIT \(limit)
            """
        )
    }

    /// What goes out or away between two moments, in its order: the calendar.
    public func planned(on sites: [SiteID], from: Instant, to: Instant, for by: Publisher.By) async throws -> (out: [WorkRow], away: [WorkRow]) {
        guard let seen = Reveal.readable(by, within: sites, kinds: publishing.kinds) else { return ([], []) }
        let out = try await read(
            """
            SELECT \(WorkRow.columns), NULL FROM item WHERE item.stage = 'scheduled' AND item.stage <> 'settled' AND \(seen)
                AND item.due_at >= \(from) AND item.due_at < \(to) ORDER BY item.due_at, item.id LIMIT 500
            """
        )
        let away = try await read(
            """
            SELECT \(WorkRow.columns), withdrawal_plan.at FROM withdrawal_plan JOIN item ON item.id = withdrawal_plan.item
            WHERE withdrawal_plan.at >= \(from) AND withdrawal_plan.at < \(to) AND \(seen) ORDER BY withdrawal_plan.at, item.id LIMIT 500
            """
        )
        return (out, away)
    }

    /// How many items of these portals stand at each stage of work; settled ones are not counted.
    public func counts(on sites: [SiteID], for by: Publisher.By) async throws -> [Stage: Int] {
        guard let seen = Reveal.readable(by, within: sites, kinds: publishing.kinds) else { return [:] }
        let rows = try await database.read { db in
            try db.rows("SELECT stage, count(*) FROM item WHERE item.stage <> 'settled' AND item.presence <> 'erased' AND \(seen) GROUP BY stage")
        }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0[0] as Stage, try $0[1] as Int) })
    }

    private func read(_ statement: SQL) async throws -> [WorkRow] {
        let rows = try await database.read { try $0.rows(statement) }
        let keys = try await keyring.keys(for: try rows.map { try $0[0] as ItemID })
        return try rows.map { row in
            let item: ItemID = try row[0]
            let title = try Self.title(row, keys.cipher(item))
            return WorkRow(
                item: item,
                site: try row[1],
                kind: KindName(rawValue: try row[2]),
                language: try row[3],
                section: try row[4],
                stage: try row[5],
                presence: try row[6],
                author: try row[7],
                creator: try row[16],
                changedAt: try row[8],
                dueAt: try row[9],
                publishedAt: try row[10],
                version: try row[11],
                title: title,
                taskDueAt: try row[17]
            )
        }
    }

    /// Of the newest revision where there is one, else of the edition; the four columns from `first` on: revision, edition and the two cards.
    static func title(_ row: Row, from first: Int = 12, _ cipher: ItemCipher?) throws -> String {
        guard let cipher else { return "" }
        let (revision, edition): (Int, Int) = (try row[first], try row[first + 1])
        let draft: [UInt8]? = try row[first + 2]
        let card: [UInt8]? = try row[first + 3]
        if let draft { return try CanonicalJSON.decode(CardContent.self, from: cipher.open(draft, .draftCard(revision: revision))).title }
        guard let card else { return "" }
        return try CanonicalJSON.decode(CardContent.self, from: cipher.open(card, .card(edition: edition))).title
    }
}

extension WorkRow {
    static let columns: SQL = """
        item.id, item.site, item.kind, item.lang, item.section, item.stage, item.presence, item.author, item.changed_at, item.due_at,
        item.published_at, item.version, item.revision, item.edition, item.draft_card, item.card,
        item.creator
        """
}

extension Reveal {
    /// What a person of the staff may see of items that are not public, as a condition of a query over `item`; nil: nothing at all.
    static func readable(_ by: Publisher.By, within sites: [SiteID]?, kinds: KindRegistry) -> SQL? {
        readable(by, reaches(by, within: sites, kinds: kinds))
    }

    /// Where the person may read items of each kind.
    static func reaches(_ by: Publisher.By, within sites: [SiteID]?, kinds: KindRegistry) -> [(kind: KindName, reach: Reach)] {
        kinds.all.map { ($0.name, Reach(by.actor, .read, kind: $0.name.rawValue, in: by.tree, within: sites)) }
    }

    /// The same of what the gate has answered for each kind. `hidesSites`: a sign keeps both engines from gathering the portals' items one by one and
    /// sorting them all, where an index has everything in the list's order or the items are named otherwise.
    static func readable(_ by: Publisher.By, _ kinds: [(kind: KindName, reach: Reach)], hidesSites: Bool = false) -> SQL? {
        let site: SQL = hidesSites ? "+item.site" : "item.site"
        var parts: [SQL] = []
        // Kinds with the same reach are one condition; there are few of them.
        var reaches: [Reach: [KindName]] = [:]
        for (kind, reach) in kinds { reaches[reach, default: []].append(kind) }
        for (reach, names) in reaches.sorted(by: { ($0.value.first?.rawValue ?? "") < ($1.value.first?.rawValue ?? "") }) where !reach.isEmpty {
            var places: [SQL] = []
            if !reach.all.isEmpty { places.append(reach.all.count == 1 ? "\(site) = \(reach.all[0])" : "\(site) IN (\(list: reach.all))") }
            if !reach.own.isEmpty {
                places.append("(\(site) IN (\(list: reach.own)) AND (item.author = \(by.actor.person) OR item.creator = \(by.actor.person)))")
            }
            if !reach.sections.isEmpty { places.append("item.section IN (\(list: reach.sections))") }
            if !reach.ownSections.isEmpty {
                places.append(
                    "(item.section IN (\(list: reach.ownSections)) AND (item.author = \(by.actor.person) OR item.creator = \(by.actor.person)))"
                )
            }
            let place = SQL.joined(places, separator: " OR ")
            parts.append(names.count == kinds.count ? "(\(place))" : "(item.kind IN (\(list: names.map(\.rawValue))) AND (\(place)))")
        }
        return parts.isEmpty ? nil : "(\(SQL.joined(parts, separator: " OR ")))"
    }
}
