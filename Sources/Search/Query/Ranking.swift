import Vietnamese

/// How well a candidate answers, from its words alone and its age. Tables of tests hold what it must prefer.
enum Ranking {
    struct Candidate {
        let id: Int64
        let title: MatchedText
        let body: MatchedText
        let hasNumber: Bool
        /// Years since its publication.
        let age: Double
    }

    static func score(_ candidate: Candidate, _ query: SearchQuery) -> Double {
        let n = Double(max(1, Set(query.words.map(\.foldedDigest)).count))
        let length = Double(max(1, query.words.count))
        let (title, body) = (candidate.title, candidate.body)
        let inTitle = title.cover
        let inBody = body.cover
        var score = 0.0
        let titleShare = Double(inTitle.all.count) / n
        score += 30 * titleShare * titleShare
        score += 18 * Double(title.longestRun()) / length
        // A title that is the query and nothing else.
        if inTitle.all.count == Int(n) { score += 10 * min(1, length / Double(max(1, title.words.count))) }
        score += 14 * Double(body.longestRun()) / length
        let count = Set(body.found.lazy.map { body.words[$0] }.filter { $0 >= 0 }).count
        if count > 1, let width = body.narrowest(count) { score += 8 * Double(count) / Double(width) * Double(count) / n }
        let often = Double(min(12, body.found.count))
        score += 4 * often / (often + 4)
        if query.isMarked {
            // What was typed with marks is meant so: a text that holds it so goes before all that only look alike.
            let meant = Set(query.words.indices.filter { query.words[$0].isMarked }.compactMap { query.byDigest[query.foldedDigests[$0]] })
            score += 60 * Double(inTitle.exact.union(inBody.exact).intersection(meant).count) / Double(max(1, meant.count))
            score += 14 * Double(inTitle.exact.count) / n + 12 * Double(inBody.exact.count) / n
            score += 12 * Double(title.longestRun(exactly: true)) / length + 12 * Double(body.longestRun(exactly: true)) / length
        }
        if candidate.hasNumber { score += 40 }
        score += 6 / (1 + max(0, candidate.age) / 2)
        return score
    }
}
