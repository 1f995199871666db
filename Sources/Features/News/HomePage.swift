import PortalNetwork
public import Publishing
public import Web

/// The front page and the lists of sections.
extension NewsPages: FrontPages {
    /// By blocks, as the site's look arranges them: `lead`, `section:<code>`, `topics`, `components`, `links`.
    /// A site that arranges nothing shows its lead, its first six sections, topics, components and links.
    public func home(for visit: Visit) async throws -> PageAnswer {
        let index = sections()
        let site = visit.site.id
        let blocks = visit.look.blocks ?? ["lead"] + index.top(on: site).prefix(6).map { "section:\($0.code)" } + ["topics", "components", "links"]
        let shown = blocks.compactMap { block -> Section? in
            guard block.hasPrefix("section:") else { return nil }
            return index.section(String(block.dropFirst("section:".count)), on: site)
        }
        let leads = blocks.contains("lead") ? 5 : 0
        var lists = shown.map { (key: ListKey.section($0.id), count: 5) }
        if leads > 0 { lists.append((key: .all, count: leads)) }
        let front = try await reader.front(lists, on: site)
        let maker = maker(visit)
        // What an editor put first, filled up with the newest.
        var top = leads > 0 ? front.featured : []
        for card in front.lists[.all] ?? [] where leads > 0 && top.count < leads && !top.contains(where: { $0.item == card.item }) {
            top.append(card)
        }
        top = Array(top.prefix(leads))
        let view = HomeView(
            name: visit.site.name,
            lead: top.first.map { maker.card($0, isTop: true) },
            featured: maker.cards(Array(top.dropFirst()), isTop: true),
            blocks: shown.compactMap { section in
                let cards = front.lists[.section(section.id)] ?? []
                guard let link = Link(section.name, to: section.path), let first = cards.first else { return nil }
                return HomeBlock(
                    link: link,
                    first: maker.card(first, withSection: false),
                    rest: maker.cards(Array(cards.dropFirst()), withSection: false)
                )
            },
            topics: blocks.contains("topics") ? index.topics(on: site).compactMap { Link($0.name, to: $0.path) } : [],
            components: blocks.contains("components") ? components(of: visit, linked: false) : [],
            linked: blocks.contains("links") ? components(of: visit, linked: true) : [],
            isEmpty: top.isEmpty && front.lists.isEmpty
        )
        return .page(
            Page(
                .home,
                view,
                head: PageHead(
                    title: nil,
                    description: visit.look.slogan ?? visit.site.name,
                    canonical: visit.url("/"),
                    structured: .list([StructuredData.website(visit), StructuredData.organisation(visit, isFull: true)]),
                    feeds: FeedFormat.allCases.filter { $0 != .atom }.map {
                        FeedLink(title: visit.site.name, type: $0.mediaType, href: FeedAddress(.portal, $0).path)
                    }
                ),
                path: "/"
            )
        )
    }

    public func section(_ code: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        guard let section = sections().section(code, on: visit.site.id) else { return .notFound }
        guard section.kind == .section else { return .moved(to: section.path) }
        return try await list(.section(section.id), of: section, page: page, kind: .section, for: visit)
    }

    /// The portals below this one, or the outside ones it links with.
    func components(of visit: Visit, linked: Bool) -> [Link] {
        visit.tree.children(of: visit.site.id)
            .filter { ($0.kind == .linked) == linked && $0.status != .closed && $0.kind != .language }
            .compactMap { site in visit.face.origins.url(site).flatMap { Link(site.shortName, to: $0, isOutside: linked) } }
    }
}
