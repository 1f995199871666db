import PortalNetwork
public import Publishing
public import Web

/// The front page and the lists of sections.
extension NewsPages: FrontPages {
    /// By blocks, as the site's look arranges them (`HomeBlock.Form`): `lead`, `section:<code>`, `notices:<code>`, `services`, `links`, …
    public func home(for visit: Visit) async throws -> PageAnswer {
        let plan = HomePlan(visit.look, visit.site, sections())
        let leads = plan.hasLead ? 6 : 0
        var lists = plan.lists
        if leads > 0 { lists.append((key: .all, count: leads)) }
        let front = try await reader.front(lists, on: visit.site.id, at: visit.now)
        let maker = maker(visit)
        // What an editor put first (or is about to), filled up with the newest.
        let chosen = if let items = visit.front { try await reader.cards(items) } else { front.featured }
        var top = leads > 0 ? chosen : []
        for card in front.lists[.all] ?? [] where leads > 0 && top.count < leads && !top.contains(where: { $0.item == card.item }) {
            top.append(card)
        }
        top = Array(top.prefix(leads))
        let isWide = plan.arrangement == .tourism
        let corrected = try await reader.corrected(on: visit.site.id, at: visit.now, within: Self.correctionDays * 86_400, limit: 5)
        let view = HomeView(
            name: visit.site.name,
            arrangement: plan.arrangement.rawValue,
            lead: top.first.map { maker.card($0, isTop: true, in: isWide ? .wide : .half, isFirst: plan.entries.first?.form == .lead) },
            featured: maker.cards(Array(top.dropFirst()), isTop: true, isFirst: false) { _ in isWide ? .tile : .small },
            blocks: plan.entries.compactMap { block($0, front.lists, maker) },
            corrected: maker.cards(corrected, isTop: true),
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

    /// How long a correction stands on the front page, in days (house rule: as long as the law gives an agency to answer a claim of inaccuracy).
    static let correctionDays: Int64 = 15

    public func reading(_ reader: Reader) -> any FrontPages { NewsPages(reader: reader, addresses: addresses, sections: sections) }

    public func section(_ code: String, page: Int, for visit: Visit) async throws -> PageAnswer {
        guard let section = sections().section(code, on: visit.site.id) else { return .notFound }
        guard section.kind == .section else { return .moved(to: section.path) }
        return try await list(.section(section.id), of: section, page: page, kind: .section, for: visit)
    }

    /// The portals below this one, or the outside ones it links with.
    func components(of visit: Visit, linked: Bool) -> [Link] {
        visit.tree.children(of: visit.site.id)
            .filter { ($0.kind == .linked) == linked && $0.status != .closed && $0.kind != .language }
            .compactMap { site in visit.face.origins.url(site).flatMap { visit.link(site.shortName, to: $0) } }
    }
}
