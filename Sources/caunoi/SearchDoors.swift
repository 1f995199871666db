import Logging
import PortalNetwork
import Publishing
import Questions
import ReadAPI
import Search
import Store
import Vietnamese
import Web

extension SearchParts {
    /// The items of a portal that have these words, the best first: for the desk's lists.
    func items(_ words: String, on site: Site) async throws -> [ItemID] {
        let request = SearchRequest(words, scope: .site(site.id), kind: nil, language: nil, page: 1, size: 50)
        return try await index.items(request, synonyms: notes.synonyms, now: Clock.system.now())
    }

    /// Answered questions that share the rarer words with what somebody is writing. Nothing of it is counted.
    var questions: QuestionOffers.Find {
        { [index] words, site, language, limit in
            try await index.resembling(
                SearchRequest(words, scope: .subtree(site), kind: AnsweredQuestion.name, language: language),
                limit: limit
            )
        }
    }

    /// The index as the read API asks it.
    var door: SearchDoor {
        SearchDoor { [index, notes] question, visit in
            guard let first = question.sites.first else { return SearchDoor.Answer([], total: 0) }
            let isTree = question.sites.allSatisfy { visit.tree.isInside($0, first) }
            let scope: SearchRequest.Scope = question.sites.count == 1 ? .site(first) : isTree ? .subtree(first) : .everything
            let page = question.offset / question.limit + 1
            // A place between two pages (the limit changed on the way) takes a part of each.
            let skipped = question.offset % question.limit
            var hits: [SearchDoor.Hit] = []
            var total = 0
            for page in page...(skipped > 0 ? page + 1 : page) where page <= SearchRequest.lastPage {
                let request = SearchRequest(
                    question.text,
                    scope: scope,
                    kind: question.kind,
                    language: question.language,
                    page: page,
                    size: question.limit
                )
                let answer = try await index.search(request, synonyms: notes.synonyms, now: visit.now)
                total = answer.count.number
                hits += answer.hits.map { SearchDoor.Hit($0.item, extract: $0.extract.map(\.text).joined()) }
            }
            return SearchDoor.Answer(Array(hits.dropFirst(skipped).prefix(question.limit)), total: total)
        }
    }
}
