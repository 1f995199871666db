import Hummingbird
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Items, what changed among them, their published versions, and the search.
extension ReadAPI {
    func items(_ question: Question, _ request: Request) async throws -> ByteAnswer {
        let isFull = question[text: "view"] == "full"
        if isFull, question.limit > Endpoint.longestFullList {
            throw question.refusal("api.too-many", ["maximum": "\(Endpoint.longestFullList)"])
        }
        if let since = question[moment: "updated_since"] { return try await changes(since: since, question, request) }
        let query = ItemQuery(
            places: try places(question),
            kind: question.has("section") || question.has("tag") ? question[text: "kind"].map { KindName(rawValue: $0) } : nil,
            language: question[text: "language"].flatMap { Language(rawValue: $0) },
            from: question[moment: "since"],
            until: question[moment: "until"]
        )
        let walk = try await reader.walk(query, after: try question.cursor()?.list, limit: question.limit)
        let next = try walk.next.map { try question.next(WalkCursor($0), request) }
        let parts = ItemParts(self, question.visit, bodies: question[texts: "body"])
        let whole = isFull ? try await reader.editions(walk.cards.map(\.item)) : []
        let files = isFull ? try await reader.assets(shownBy: whole.map(\.id)) : [:]
        var writer = JSONWriter()
        try writer.object { writer in
            try writer.array("items") { writer in
                if isFull {
                    for item in whole { try writer.object { try parts.write(item, files: files[item.id] ?? [], &$0) } }
                } else {
                    for card in walk.cards { writer.object { parts.write(card, &$0) } }
                }
            }
            writer.member("next", next)
        }
        return answer(writer, question, next: next)
    }

    /// The lists a question looks into: a tag's or a section's on each portal of its scope, else those of all kinds.
    private func places(_ question: Question) throws -> [ItemQuery.Place] {
        let sites = try scope(of: question)
        if question.has("section"), question.has("tag") { throw question.refusal("api.one-list") }
        if let code = question[text: "section"] {
            let index = sections()
            let found = sites.compactMap { site in index.section(code, on: site.id).map { ItemQuery.Place(site.id, .section($0.id)) } }
            guard !found.isEmpty else {
                throw PageError(.notFound, "not-found", detail: question.visit.word("api.no-section", ["name": String(code.prefix(60))]))
            }
            return found
        }
        if let tag = question[text: "tag"] { return sites.map { ItemQuery.Place($0.id, .tag(slug(tag))) } }
        let wanted = question[text: "kind"].map { [KindName(rawValue: $0)] } ?? kinds.all.map(\.name)
        return sites.flatMap { site in wanted.map { ItemQuery.Place(site.id, .kind($0)) } }
    }

    /// What changed since a moment, oldest change first, with what was taken back: for those who keep a copy.
    private func changes(since: Instant, _ question: Question, _ request: Request) async throws -> ByteAnswer {
        for name in ["section", "tag", "since", "until"] where question.has(name) { throw question.refusal("api.not-with-updated", ["name": name]) }
        guard question[text: "view"] == "card" else { throw question.refusal("api.not-with-updated", ["name": "view=full"]) }
        let (found, next) = try await reader.updates(
            on: Set(try scope(of: question).map(\.id)),
            kind: question[text: "kind"].map { KindName(rawValue: $0) },
            language: question[text: "language"].flatMap { Language(rawValue: $0) },
            since: since,
            after: try question.cursor()?.first,
            limit: question.limit
        )
        let following = try next.map { try question.next(WalkCursor($0), request) }
        let parts = ItemParts(self, question.visit, bodies: [])
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("items") { writer in
                for change in found {
                    guard case .shown(let card) = change.state else { continue }
                    writer.object { writer in
                        parts.write(card, &writer)
                        writer.member("changed_at", change.at.rfc3339)
                    }
                }
            }
            writer.array("gone") { for change in found { parts.writeGone(change, &$0) } }
            writer.member("next", following)
        }
        return answer(writer, question, next: following)
    }

    func item(_ question: Question, _ request: Request) async throws -> ByteAnswer {
        let id = try question.id("id")
        guard case .shown(let item, let related, _, let translations) = try await shown(id, question, request) else { throw PageError.notFound }
        let files = try await reader.assets(shownBy: [id])[id] ?? []
        let parts = ItemParts(self, question.visit, bodies: question[texts: "body"])
        var writer = JSONWriter()
        try writer.object { writer in
            try parts.write(item, files: files, &writer)
            parts.write("related", related, &writer)
            parts.write("translations", translations, &writer)
        }
        return answer(writer, question)
    }

    func revisions(_ question: Question, _ request: Request) async throws -> ByteAnswer {
        let id = try question.id("id")
        guard case .shown = try await shown(id, question, request) else { throw PageError.notFound }
        let before = try question.cursor().map { Int(clamping: $0.first) }
        let found = try await reader.revisions(of: id, on: question.visit.site.id, before: before, limit: question.limit + 1)
        let shown = found.prefix(question.limit)
        let next = try found.count > shown.count ? shown.last.map { try question.next(WalkCursor(Int64($0.number)), request) } : nil
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("revisions") { writer in
                for edition in shown {
                    writer.object { writer in
                        writer.member("edition", edition.number)
                        writer.member("operation", edition.operation.rawValue)
                        writer.member("at", edition.at.rfc3339)
                        writer.member("note", edition.note)
                        writer.member("content_commitment", edition.contentCommitment)
                        writer.member("text_commitment", edition.textCommitment)
                    }
                }
            }
            writer.member("next", next)
        }
        return answer(writer, question, next: next)
    }

    func search(_ question: Question, _ request: Request) async throws -> ByteAnswer {
        let offset = Int(clamping: try question.cursor()?.first ?? 0)
        let asked = SearchDoor.Question(
            text: question[text: "q"] ?? "",
            sites: try scope(of: question).map(\.id),
            kind: question[text: "kind"].map { KindName(rawValue: $0) },
            language: question[text: "language"].flatMap { Language(rawValue: $0) },
            offset: offset,
            limit: question.limit
        )
        guard let found = try await search.find(asked, question.visit) else {
            throw PageError(.serviceUnavailable, "unavailable", detail: question.visit.word("api.no-search"), headers: [.retryAfter: "30"])
        }
        let cards = Dictionary(try await reader.cards(found.hits.map(\.item)).map { ($0.item, $0) }) { first, _ in first }
        let end = offset + question.limit
        let next = try !found.hits.isEmpty && end < found.total ? question.next(WalkCursor(Int64(end)), request) : nil
        let parts = ItemParts(self, question.visit, bodies: [])
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("total", found.total)
            writer.array("items") { writer in
                for hit in found.hits {
                    guard let card = cards[hit.item] else { continue }
                    writer.object { writer in
                        parts.write(card, &writer)
                        writer.member("extract", hit.extract)
                    }
                }
            }
            writer.member("next", next)
        }
        return answer(writer, question, next: next)
    }

    /// The item as the gate shows it on this portal; elsewhere, gone and unknown leave as what they are.
    private func shown(_ id: ItemID, _ question: Question, _ request: Request) async throws -> ItemAnswer {
        let visit = question.visit
        let answer = try await reader.item(id, on: visit.site.id, others: 0)
        switch answer {
        case .shown: return answer
        case .unknown: throw PageError.notFound
        case .elsewhere(let card):
            let path = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
            guard let site = visit.tree[card.site], Self.answers(site), let url = visit.face.origins.url(site, path) else { throw PageError.notFound }
            throw Elsewhere(url: url)
        case .gone(let gone):
            let sentence = gone.note ?? visit.word(gone.code.map { "gone.\($0.rawValue)" } ?? "gone.erased")
            guard let at = gone.at, gone.code != nil else { throw PageError.gone(reason: sentence) }
            throw PageError.gone(reason: visit.word("gone.on", ["date": DateTexts.date(at, visit.language), "reason": sentence]))
        }
    }
}
