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
    /// No text is opened and nothing is counted, so a question costs a few walks through short lists.
    public func titles(with text: String, on sites: [SiteID], andBelow: Bool, limit: Int) async throws -> [ItemID] {
        let pieces = TextPieces(text, limit: 12)
        let words = pieces.pieces.map { pieces.folded($0) }
        guard let last = words.last, !sites.isEmpty, limit > 0 else { return [] }
        let place = MatchExpression.any(sites.map { MatchExpression.term(andBelow ? FilterTerm.subtree($0) : FilterTerm.site($0)) })
        return try await read { db in
            let frequency = try Self.frequency(of: words, db)
            var ids: [Int64] = []
            func add(_ terms: [String]) throws {
                guard ids.count < limit, !terms.isEmpty else { return }
                let match = MatchExpression.all(terms.map(MatchExpression.term) + [place])
                ids += try Self.newest(match, besides: ids, limit: limit, db)
            }
            func terms(_ words: [String]) -> [String] { words.map { TermFamily.titleFolded.term($0) } }
            // The index walks the first list and looks up in the others.
            let sorted = Array(Set(words)).sorted { (frequency[$0] ?? .max, $0) < (frequency[$1] ?? .max, $1) }
            let isWritten = words.allSatisfy { frequency[$0] != 0 }
            if isWritten {
                if words.count > 1 { try add(Array(Set(zip(words, words.dropFirst()).map { TermFamily.titlePair.term($0, $1) })).sorted()) }
                try add(terms(sorted))
            }
            let before = sorted.filter { $0 != last }
            if ids.count < limit, before.allSatisfy({ frequency[$0] != 0 }) {
                let ends = try Self.endings(of: last, db).map { MatchExpression.term(TermFamily.titleFolded.term($0)) }
                if !ends.isEmpty {
                    let match = MatchExpression.all(terms(before).map(MatchExpression.term) + [MatchExpression.any(ends), place])
                    ids += try Self.newest(match, besides: ids, limit: limit, db)
                }
            }
            // What was cut off, misspelt or renamed since leaves its rarest words.
            let known = sorted.filter { frequency[$0] != 0 }
            for first in 0..<3 where ids.isEmpty && first < known.count - 1 { try add(terms(Array(known.dropFirst(first).prefix(3)))) }
            return try Self.items(Array(ids.prefix(limit)), db)
        }
    }

    /// In how many documents words stand; words with digits are not counted and have no number here.
    private static func frequency(of words: [String], _ db: any Connection) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for word in words where word.unicodeScalars.allSatisfy({ !("0"..."9").contains($0) }) { found[word] = 0 }
        for row in try db.rows("SELECT word, n FROM word WHERE word IN (\(list: Array(Set(words)).sorted()))") { found[try row[0]] = try row[1] }
        return found
    }

    private static func newest(_ match: String, besides known: [Int64], limit: Int, _ db: any Connection) throws -> [Int64] {
        let found = try db.column("SELECT rowid FROM posting WHERE posting MATCH \(match) ORDER BY rowid DESC LIMIT \(limit)", as: Int64.self)
        return found.filter { !known.contains($0) }
    }

    private static func items(_ ids: [Int64], _ db: any Connection) throws -> [ItemID] {
        guard !ids.isEmpty else { return [] }
        let rows = try db.rows("SELECT id, item FROM doc WHERE id IN (\(list: ids))")
        let items = Dictionary(try rows.map { (try $0[0] as Int64, try $0[1] as ItemID) }) { first, _ in first }
        return ids.compactMap { items[$0] }
    }
}
