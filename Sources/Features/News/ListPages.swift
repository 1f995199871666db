import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Lists: sections, topic sites, tags, authors, the days of the archive.
extension NewsPages {
    func list(_ key: ListKey, of section: Section, page: Int, kind: ListView.Kind, for visit: Visit) async throws -> PageAnswer {
        let answer = try await reader.list(key, on: visit.site.id, page: page, size: Self.size)
        if page > 1 && answer.cards.isEmpty { return .notFound }
        let maker = maker(visit)
        let view = ListView(
            path: sections().path(to: section.id).dropLast().compactMap { Link($0.name, to: $0.path) },
            title: section.name,
            summary: section.summary,
            children: sections().children(of: section.id).compactMap { Link($0.name, to: $0.path) },
            state: kind == .topic ? state(of: section, visit) : nil,
            cards: maker.cards(answer.cards, withSection: kind == .topic, isTop: true),
            total: answer.total,
            pager: Pager(base: section.path, page: page, total: answer.total, size: Self.size),
            kind: kind,
            banner: section.banner.map { PictureView(asset: $0, file: "bia.png", alt: "", width: 960, height: 540, in: .wide, isFirst: true) },
            hasLead: kind == .topic && page == 1
        )
        return .page(
            Page(
                .list,
                view,
                head: head(
                    section.name,
                    section.path,
                    page,
                    answer.total,
                    visit,
                    section.summary,
                    trail: sections().path(to: section.id).compactMap { Link($0.name, to: $0.path) },
                    feed: kind == .topic ? .topic(section.code) : .section(section.code)
                ),
                path: Self.path(section.path, page)
            )
        )
    }

    func topic(_ code: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        guard let section = sections().section(code, on: visit.site.id), section.kind == .topic else { return .notFound }
        return try await list(.section(section.id), of: section, page: page, kind: .topic, for: visit)
    }

    func tag(_ tag: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        try await named(.tag(tag), path: "/tu-khoa/\(tag)", page: page, kind: .tag, for: visit)
    }

    /// `{slug}-{id}`: the id of the pen name identifies.
    func author(_ segment: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        guard let id = ItemID(String(segment.suffix(13))) else { return .notFound }
        let key = ListKey.author("\(id)")
        let answer = try await reader.list(key, on: visit.site.id, page: 1, size: 1)
        guard let name = answer.name, answer.total > 0 else { return .notFound }
        let path = "/tac-gia/" + (slug(name).isEmpty ? "" : slug(name) + "-") + "\(id)"
        guard path == "/tac-gia/\(segment)" else { return .moved(to: Self.path(path, page)) }
        return try await named(key, path: path, page: page, kind: .author, for: visit)
    }

    private func named(_ key: ListKey, path: String, page: Int, kind: ListView.Kind, for visit: Visit) async throws -> PageAnswer {
        let answer = try await reader.list(key, on: visit.site.id, page: page, size: Self.size)
        guard let name = answer.name, !answer.cards.isEmpty else { return .notFound }
        let view = ListView(
            title: name,
            cards: maker(visit).cards(answer.cards, isTop: true),
            total: answer.total,
            pager: Pager(base: path, page: page, total: answer.total, size: Self.size),
            kind: kind
        )
        let feed: FeedAddress.List? = if kind == .tag, let tag = path.split(separator: "/").last { .tag(String(tag)) } else { nil }
        return .page(Page(.list, view, head: head(name, path, page, answer.total, visit, feed: feed), path: Self.path(path, page)))
    }

    /// What was corrected (*cải chính*): every portal keeps the list, and each of its items says what was wrong (law on the press, on access to information).
    func corrections(page: Int, for visit: Visit) async throws -> PageAnswer {
        let answer = try await reader.corrected(on: visit.site.id, page: page, size: Self.size)
        if page > 1 && answer.cards.isEmpty { return .notFound }
        let title = visit.word("news.corrections")
        let view = ListView(
            title: title,
            summary: visit.word("news.corrections-text"),
            cards: maker(visit).cards(answer.cards, isTop: true),
            total: answer.total,
            pager: Pager(base: NewsPages.correctionsPath, page: page, total: answer.total, size: Self.size),
            kind: .corrections
        )
        return .page(
            Page(
                .list,
                view,
                head: head(title, Self.correctionsPath, page, answer.total, visit, visit.word("news.corrections-text")),
                path: Self.path(Self.correctionsPath, page)
            )
        )
    }

    static let correctionsPath = "/cai-chinh"

    func day(_ text: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        guard let date = CivilDate(text) else { return .notFound }
        let answer = try await reader.list(
            .all,
            on: visit.site.id,
            from: VietnamTime.startOfDay(date),
            to: VietnamTime.startOfDay(date.adding(days: 1)),
            page: page,
            size: Self.size
        )
        guard !answer.cards.isEmpty else { return .notFound }
        let path = "/luu-tru/" + text.split(separator: "-").joined(separator: "/")
        let title = DateTexts.day(date, visit.language)
        let view = ListView(
            title: title,
            cards: maker(visit).cards(answer.cards, isTop: true),
            total: answer.total,
            pager: Pager(base: path, page: page, total: answer.total, size: Self.size),
            kind: .day
        )
        return .page(
            Page(
                .list,
                view,
                head: head(visit.word("news.archive-of", ["date": title]), path, page, answer.total, visit),
                path: Self.path(path, page)
            )
        )
    }

    private func head(
        _ title: String,
        _ path: String,
        _ page: Int,
        _ total: Int,
        _ visit: Visit,
        _ summary: String? = nil,
        trail: [Link] = [],
        feed: FeedAddress.List? = nil
    ) -> PageHead {
        let pages = max(1, (total + Self.size - 1) / Self.size)
        return PageHead(
            title: page == 1 ? title : visit.word("news.title-page", ["title": title, "page": "\(page)"]),
            description: summary,
            canonical: visit.url(Self.path(path, page)),
            structured: StructuredData.page("CollectionPage", name: title, path: Self.path(path, page), description: summary, on: visit),
            trail: trail.isEmpty ? [Link(title, to: path)].compactMap { $0 } : trail,
            feeds: feed.map { FeedLink.of($0, title: "\(title) - \(visit.site.name)") } ?? [],
            previous: page > 1 ? visit.url(Self.path(path, page - 1)) : nil,
            next: page < pages ? visit.url(Self.path(path, page + 1)) : nil
        )
    }

    private static func path(_ base: String, _ page: Int) -> String { page == 1 ? base : "\(base)?trang=\(page)" }

    private func state(of section: Section, _ visit: Visit) -> TopicState {
        TopicState(
            opens: section.opensOn.map { DateTexts.day($0, visit.language) },
            closes: section.closesOn.map { DateTexts.day($0, visit.language) },
            isOver: section.closesOn.map { $0 < visit.now.civilDate } ?? false
        )
    }
}
