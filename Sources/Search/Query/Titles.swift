public import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// Articles by what their titles hold: for people at work, who look for one they know something of, and for addresses that once led to one.
extension SearchIndex {
    /// Items of these portals (`andBelow`: and those below them) whose titles hold the words, without regard to marks: first those that hold them in a
    /// row, then all, then those in which the last word goes on; where there are none, those that hold some of the rarest, three at a time. Within each
    /// the newest first.
    ///
    /// `goesOn`: the last word is being typed, so those in which it goes on are always looked for, else only where nothing holds the words as they stand.
    ///
    /// No text is opened and nothing is counted, so a question costs a few walks through short lists. Every word costs a look into each part of the
    /// index, so a long title is known by its rarest words.
    public func titles(with text: String, on sites: [SiteID], andBelow: Bool, goesOn: Bool = true, limit: Int) async throws -> [ItemID] {
        let pieces = TextPieces(text, limit: 12)
        let words = pieces.pieces.map { pieces.folded($0) }
        guard let last = words.last, !sites.isEmpty, limit > 0 else { return [] }
        let place = TitlePlace(sites: sites, andBelow: andBelow)
        return try await read { db in
            let frequency = try Self.frequency(of: words, db)
            func number(_ word: String) -> Int { frequency[word] ?? .max }
            var ids: [Int64] = []
            /// `known`: of these words at least one must stand in what is found.
            func add(_ terms: [String], _ known: [String]) throws {
                guard ids.count < limit, !terms.isEmpty else { return }
                ids += try place.newest(terms.map(MatchExpression.term), of: known.map(number).min() ?? .max, besides: ids, limit: limit, db)
            }
            func terms(_ words: [String]) -> [String] { words.map { TermFamily.titleFolded.term($0) } }
            // The index walks the first list and looks up in the others.
            let sorted = Array(Set(words)).sorted { (number($0), $0) < (number($1), $1) }
            let isWritten = words.allSatisfy { frequency[$0] != 0 }
            if isWritten {
                let pairs = zip(words, words.dropFirst()).sorted { (min(number($0.0), number($0.1)), $0.0) < (min(number($1.0), number($1.1)), $1.0) }
                let few = pairs.prefix(Self.told)
                try add(Array(Set(few.map { TermFamily.titlePair.term($0.0, $0.1) })).sorted(), few.flatMap { [$0.0, $0.1] })
                let rarest = Array(sorted.prefix(Self.told))
                try add(terms(rarest), rarest)
            }
            let before = Array(sorted.filter { $0 != last }.prefix(Self.told - 1))
            if goesOn ? ids.count < limit : ids.isEmpty, before.allSatisfy({ frequency[$0] != 0 }) {
                let ends = try Self.endings(of: last, db).map { MatchExpression.term(TermFamily.titleFolded.term($0)) }
                if !ends.isEmpty {
                    let match = terms(before).map(MatchExpression.term) + [MatchExpression.any(ends)]
                    ids += try place.newest(match, of: before.map(number).min() ?? .max, besides: ids, limit: limit, db)
                }
            }
            // What was cut off, misspelt or renamed since leaves its rarest words.
            let known = sorted.filter { frequency[$0] != 0 }
            for first in 0..<3 where ids.isEmpty && first < known.count - 1 {
                let three = Array(known.dropFirst(first).prefix(3))
                try add(terms(three), three)
            }
            return try Self.items(Array(ids.prefix(limit)), db)
        }
    }

    /// By so many words a title is known.
    private static let told = 5

    /// In how many documents words stand; words with digits are not counted and have no number here.
    private static func frequency(of words: [String], _ db: any Connection) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for word in words where word.unicodeScalars.allSatisfy({ !("0"..."9").contains($0) }) { found[word] = 0 }
        for row in try db.rows("SELECT word, n FROM word WHERE word IN (\(list: Array(Set(words)).sorted()))") { found[try row[0]] = try row[1] }
        return found
    }

    private static func items(_ ids: [Int64], _ db: any Connection) throws -> [ItemID] {
        guard !ids.isEmpty else { return [] }
        let rows = try db.rows("SELECT id, item FROM doc WHERE id IN (\(list: ids))")
        let items = Dictionary(try rows.map { (try $0[0] as Int64, try $0[1] as ItemID) }) { first, _ in first }
        return ids.compactMap { items[$0] }
    }
}

/// Where titles are looked for.
private struct TitlePlace {
    /// Up to so many documents are looked up one by one; beyond that the portal's own list is walked along with the words'.
    private static let few = 3000

    let sites: [SiteID]
    let andBelow: Bool

    /// Documents that hold all of it here, the newest first; at most `candidates` hold it anywhere.
    func newest(_ terms: [String], of candidates: Int, besides known: [Int64], limit: Int, _ db: any Connection) throws -> [Int64] {
        let found: [Int64]
        if !andBelow, candidates <= Self.few {
            let match = MatchExpression.all(terms)
            found = try db.column(
                """
                SELECT rowid FROM posting WHERE posting MATCH \(match)
                AND EXISTS (SELECT 1 FROM doc WHERE doc.id = posting.rowid AND doc.site IN (\(list: sites))) ORDER BY rowid DESC LIMIT \(limit)
                """,
                as: Int64.self
            )
        } else {
            let place = MatchExpression.any(sites.map { MatchExpression.term(andBelow ? FilterTerm.subtree($0) : FilterTerm.site($0)) })
            let match = MatchExpression.all(terms + [place])
            found = try db.column("SELECT rowid FROM posting WHERE posting MATCH \(match) ORDER BY rowid DESC LIMIT \(limit)", as: Int64.self)
        }
        return found.filter { !known.contains($0) }
    }
}
