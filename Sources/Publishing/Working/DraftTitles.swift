public import PortalNetwork
import Store
import Vietnamese

extension Workroom {
    /// How many of what is being worked on are opened for one search, the newest first.
    ///
    /// Titles of drafts are sealed and stand in no index, not even a blinded one: they leave nothing behind when they are erased. What is being
    /// worked on is few beside what is live, and the walk goes along the index of it alone.
    public static let openedForSearch = 3000

    /// What is being worked on whose title has every one of these words (the beginning of a word is enough), what changed last first.
    public func inWork(titled words: String, _ query: WorkQuery, limit: Int, for by: Publisher.By) async throws -> [WorkRow] {
        let wanted = fold(words).split(separator: " ").map(String.init)
        guard !wanted.isEmpty else { return [] }
        var query = query
        query.stages = (query.stages ?? Set(Stage.allCases)).subtracting([.settled])
        query.limit = 200
        guard query.stages?.isEmpty == false else { return [] }
        var (found, opened): ([WorkRow], Int) = ([], 0)
        while opened < Self.openedForSearch, found.count < limit {
            let rows = try await rows(query, for: by)
            opened += rows.count
            found += rows.filter { row in
                let title = fold(row.title).split { !$0.isLetter && !$0.isNumber }
                return wanted.allSatisfy { word in title.contains { $0.hasPrefix(word) } }
            }
            guard rows.count == query.limit, let last = rows.last else { break }
            query.before = WorkQuery.Place(changedAt: last.changedAt, item: last.item)
        }
        return Array(found.prefix(limit))
    }
}
