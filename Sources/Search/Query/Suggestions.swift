public import PortalNetwork
public import Publishing
public import Store
import Vietnamese

/// Titles and tags that go on from what a reader has typed so far.
extension SearchIndex {
    public struct Completion: Sendable, Hashable {
        /// Items whose titles hold the words, the newest first.
        public var items: [ItemID] = []
        public var tags: [SearchDocument.Tag] = []
    }

    /// The last word may be unfinished. Every walk is bounded: at most 24 words can finish it, the most frequent ones.
    public func completions(of text: String, on site: SiteID, limit: Int = 6) async throws -> Completion {
        let pieces = TextPieces(text, limit: 12)
        guard let last = pieces.pieces.last else { return Completion() }
        let words = pieces.pieces.map { pieces.folded($0) }
        let isFinished = last.end < pieces.length
        return try await read { db in
            let ends = isFinished ? [words[words.count - 1]] : try Self.endings(of: words[words.count - 1], db)
            guard !ends.isEmpty else { return Completion() }
            func newest(_ before: [String]) throws -> [Int64] {
                var parts = before.map { MatchExpression.term($0) }
                parts.append(MatchExpression.any(ends.map { MatchExpression.term(TermFamily.titleFolded.term($0)) }))
                parts.append(MatchExpression.term(FilterTerm.site(site)))
                let match = MatchExpression.all(parts)
                return try db.column("SELECT rowid FROM posting WHERE posting MATCH \(match) ORDER BY rowid DESC LIMIT 24", as: Int64.self)
            }
            // Who typed marks means them ("thủ t" is not "thú t"); where nothing is written so, the letters alone count.
            let asTyped = zip(pieces.pieces, words).dropLast().map { piece, folded in
                pieces.exact(piece) == folded ? TermFamily.titleFolded.term(folded) : TermFamily.titleExact.term(pieces.exact(piece))
            }
            var ids = try newest(asTyped)
            if ids.isEmpty { ids = try newest(words.dropLast().map { TermFamily.titleFolded.term($0) }) }
            var found: [(item: ItemID, title: String, id: Int64)] = []
            for row in try db.rows("SELECT doc.item, body.title, doc.id FROM doc JOIN body ON body.id = doc.id WHERE doc.id IN (\(list: ids))") {
                found.append((try row[0], try row[1], try row[2]))
            }
            // Titles that hold the words one after the other go first.
            let typed = words.joined(separator: " ")
            func isTogether(_ title: String) -> Bool {
                let pieces = TextPieces(title)
                return (" " + pieces.pieces.map { pieces.folded($0) }.joined(separator: " ")).contains(" " + typed)
            }
            let sorted = found.map { (isTogether($0.title), $0) }.sorted { ($0.0 ? 1 : 0, $0.1.id) > ($1.0 ? 1 : 0, $1.1.id) }
            var titles: Set<String> = []
            let items = sorted.filter { titles.insert($0.1.title).inserted }.prefix(limit).map(\.1.item)
            return Completion(items: items, tags: try Self.tags(typed, on: site, db))
        }
    }

    /// The most frequent words that begin so.
    static func endings(of word: String, _ db: any Connection) throws -> [String] {
        guard !word.isEmpty else { return [] }
        if word.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return [word] }
        let end = word + "\u{10FFFF}"
        let found = try db.column("SELECT word FROM word WHERE word >= \(word) AND word < \(end) ORDER BY n DESC LIMIT 24", as: String.self)
        return found.contains(word) ? found : [word] + found
    }

    /// A portal's tags that begin so, the most used first.
    private static func tags(_ typed: String, on site: SiteID, _ db: any Connection) throws -> [SearchDocument.Tag] {
        let start = slug(typed)
        guard !start.isEmpty else { return [] }
        let end = start + "\u{10FFFF}"
        return try db.rows("SELECT slug, name FROM tag WHERE site = \(site) AND slug >= \(start) AND slug < \(end) ORDER BY n DESC LIMIT 3")
            .map { SearchDocument.Tag(slug: try $0[0], name: try $0[1]) }
    }

    /// What the index holds, for `search stats`.
    public struct Statistics: Sendable, Codable {
        public let documents: Int
        public let words: Int
        public let tags: Int
        public let cursor: Int64
        public let bytes: Int64
        public let isPurging: Bool
    }

    public func statistics() async throws -> Statistics {
        let cursor = try await self.cursor()
        return try await read { db in
            Statistics(
                documents: try db.value("SELECT count(*) FROM doc") ?? 0,
                words: try db.value("SELECT count(*) FROM word") ?? 0,
                tags: try db.value("SELECT count(*) FROM tag") ?? 0,
                cursor: cursor.sequence,
                bytes: try db.value("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") ?? 0,
                isPurging: try !(Meta.read("purge", db) ?? "").isEmpty
            )
        }
    }
}
