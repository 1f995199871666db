import Exchange
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// A document with its terms, made before the transaction that stores it.
struct PreparedDocument: Sendable {
    let item: ItemID
    let document: SearchDocument?
    let text: StoredText?
    let place: DocumentPlace?
    let filters: String
    let terms: String
    let words: [String]

    init(_ change: IndexChange, _ surroundings: Surroundings) {
        item = change.item
        document = change.document
        guard let document = change.document else {
            (text, place, filters, terms, words) = (nil, nil, "", "", [])
            return
        }
        let text = StoredText(document)
        let place = DocumentPlace(document, surroundings)
        filters = place.filters(of: document)
        let made = DocumentTerms(text, filters: filters)
        (self.text, self.place) = (text, place)
        (terms, words) = (made.text, made.words)
    }
}

/// Writes documents within one transaction; counts of words and tags are summed up and stored at its end.
struct IndexWriter {
    private let db: any Connection
    private let zstd = ZstdBlock()
    private var words: [String: Int] = [:]
    private var tags: [TagKey: (name: String, n: Int)] = [:]
    private var places: [SiteID: String] = [:]
    private var facets: [Facet: Int64] = [:]

    private struct TagKey: Hashable {
        let site: SiteID
        let slug: String
    }

    /// Ids within one minute.
    static let slots: Int64 = 64

    init(_ db: any Connection) { self.db = db }

    static func firstID(_ moment: Instant) -> Int64 { max(0, moment.rawValue / 60_000) * slots }
    static func path(_ sites: [SiteID]) -> String { sites.map { "\($0)" }.joined(separator: " ") }

    /// Replaces what the index knows of an item.
    mutating func put(_ prepared: PreparedDocument) throws {
        try remove(prepared.item)
        guard let document = prepared.document, let text = prepared.text, let place = prepared.place else { return }
        guard let packed = text.packed(zstd) else { throw StoreFault.engine("a text could not be packed: memory is short") }
        let id = try freeID(document.publishedAt)
        try db.execute("INSERT INTO posting (rowid, terms) VALUES (\(id), \(prepared.terms))")
        try db.execute(
            """
            INSERT INTO doc (id, item, site, facet, edition, published_at)
            VALUES (\(id), \(document.item), \(document.site), \(try facet(of: document)), \(document.edition), \(document.publishedAt))
            """
        )
        try db.execute("INSERT INTO body (id, title, filters, packed) VALUES (\(id), \(text.title), \(prepared.filters), \(packed))")
        for word in prepared.words { words[word, default: 0] += 1 }
        count(text.tags, on: document.site, 1)
        places[document.site] = Self.path(place.sites)
    }

    /// Takes out an item with every one of its terms.
    private mutating func remove(_ item: ItemID) throws {
        guard
            let row = try db.row(
                "SELECT doc.id, doc.site, body.title, body.filters, body.packed FROM doc JOIN body ON body.id = doc.id WHERE doc.item = \(item)"
            )
        else { return }
        let id: Int64 = try row[0]
        let text = try stored(row, title: 2, packed: 4)
        let terms = DocumentTerms(text, filters: try row[3])
        try db.execute("INSERT INTO posting (posting, rowid, terms) VALUES ('delete', \(id), \(terms.text))")
        try db.execute("DELETE FROM doc WHERE id = \(id)")
        try db.execute("DELETE FROM body WHERE id = \(id)")
        for word in terms.words { words[word, default: 0] -= 1 }
        count(text.tags, on: try row[1], -1)
    }

    /// Gives a document the filters of its present place.
    mutating func refile(_ id: Int64, _ surroundings: Surroundings) throws {
        guard
            let row = try db.row(
                """
                SELECT doc.site, facet.section, facet.kind, facet.language, facet.year, body.title, body.filters, body.packed
                FROM doc JOIN facet ON facet.id = doc.facet JOIN body ON body.id = doc.id WHERE doc.id = \(id)
                """
            )
        else { return }
        let section: SectionID = try row[1]
        var filters = [FilterTerm.site(try row[0])] + surroundings.sites(try row[0]).map(FilterTerm.subtree)
        filters += (section == Facet.noSection ? [] : surroundings.sections(section)).map(FilterTerm.section)
        filters += [FilterTerm.kind(KindName(rawValue: try row[2])), FilterTerm.language(try row[3]), FilterTerm.year(try row[4])]
        let (now, before): (String, String) = (filters.joined(separator: " "), try row[6])
        guard now != before else { return }
        let text = try stored(row, title: 5, packed: 7)
        try db.execute("INSERT INTO posting (posting, rowid, terms) VALUES ('delete', \(id), \(DocumentTerms(text, filters: before).text))")
        try db.execute("INSERT INTO posting (rowid, terms) VALUES (\(id), \(DocumentTerms(text, filters: now).text))")
        try db.execute("UPDATE body SET filters = \(now) WHERE id = \(id)")
    }

    /// Stores the sums.
    mutating func finish() throws {
        for (word, n) in words.sorted(by: { $0.key < $1.key }) where n != 0 {
            try db.execute("INSERT INTO word (word, n) VALUES (\(word), \(n)) ON CONFLICT (word) DO UPDATE SET n = word.n + excluded.n")
            if n < 0 { try db.execute("DELETE FROM word WHERE word = \(word) AND n <= 0") }
        }
        for (key, tag) in tags where tag.n != 0 {
            try db.execute(
                """
                INSERT INTO tag (site, slug, name, n) VALUES (\(key.site), \(key.slug), \(tag.name), \(tag.n))
                ON CONFLICT (site, slug) DO UPDATE SET n = tag.n + excluded.n
                """
            )
            if tag.n < 0 { try db.execute("DELETE FROM tag WHERE site = \(key.site) AND slug = \(key.slug) AND n <= 0") }
        }
        // A site's path stays as it was filed first: a change is noticed by the difference.
        for (site, path) in places { try db.execute("INSERT INTO place (site, path) VALUES (\(site), \(path)) ON CONFLICT (site) DO NOTHING") }
        (words, tags, places) = ([:], [:], [:])
    }

    private func stored(_ row: Row, title: Int, packed: Int) throws -> StoredText {
        guard let text = StoredText(title: try row[title], packed: try row[packed], zstd) else {
            throw StoreFault.damaged("a text of the search index cannot be unpacked")
        }
        return text
    }

    private mutating func count(_ list: [SearchDocument.Tag], on site: SiteID, _ n: Int) {
        for tag in Set(list) where !tag.slug.isEmpty { tags[TagKey(site: site, slug: tag.slug), default: (tag.name, 0)].n += n }
    }

    /// The number of what a document is counted by.
    private mutating func facet(of document: SearchDocument) throws -> Int64 {
        let key = Facet(
            site: document.site,
            section: document.section ?? Facet.noSection,
            kind: document.kind,
            language: document.language,
            year: document.publishedAt.civilDate.year
        )
        if let known = facets[key] { return known }
        let id = try key.number(db)
        facets[key] = id
        return id
    }

    /// The next free id of a minute; a crowded minute runs over into those after it.
    private func freeID(_ moment: Instant) throws -> Int64 {
        let start = Self.firstID(moment)
        func taken(_ count: Int64) throws -> Int64 {
            try db.value("SELECT count(*) FROM doc WHERE id >= \(start) AND id < \(start + count)", as: Int64.self) ?? 0
        }
        var full: Int64 = 0
        var span: Int64 = 1
        while try taken(span) == span { (full, span) = (span, span * 2) }
        // Between `full` and `span` lies the first gap.
        while span - full > 1 {
            let middle = (full + span) / 2
            if try taken(middle) == middle { full = middle } else { span = middle }
        }
        return start + full
    }
}
