import PortalNetwork
import Publishing
import Vietnamese
import Web

/// The archive by month, and the map of the portal.
extension NewsPages {
    func month(_ yearText: String, _ monthText: String, for visit: Visit) async throws -> PageAnswer {
        guard yearText.utf8.count == 4, monthText.utf8.count == 2, let year = Int(yearText), let month = Int(monthText),
            let first = CivilDate(year: year, month: month, day: 1), (1990...2200).contains(year)
        else { return .notFound }
        let days = CivilDate.days(inMonth: month, year: year)
        let end = first.adding(days: days)
        let moments = try await reader.moments(
            of: .all,
            on: visit.site.id,
            from: VietnamTime.startOfDay(first),
            to: VietnamTime.startOfDay(end)
        )
        let counts = Dictionary(grouping: moments, by: { $0.civilDate.day }).mapValues(\.count)
        let before = first.adding(days: -1)
        let view = ArchiveView(
            month: DateTexts.month(first, visit.language),
            weeks: weeks(first, days, counts),
            previous: Link(DateTexts.month(before, visit.language), to: Self.monthPath(before.year, before.month)),
            next: end <= visit.now.civilDate ? Link(DateTexts.month(end, visit.language), to: Self.monthPath(end.year, end.month)) : nil,
            total: moments.count
        )
        let path = Self.monthPath(year, month)
        return .page(
            Page(
                .archive,
                view,
                head: PageHead(
                    title: visit.word("news.archive-of", ["date": view.month]),
                    canonical: visit.url(path),
                    isHidden: moments.isEmpty,
                    structured: StructuredData.page("CollectionPage", name: view.month, path: path, on: visit)
                ),
                path: path
            )
        )
    }

    /// Weeks from Monday to Sunday, with empty days before the first and after the last.
    private func weeks(_ first: CivilDate, _ days: Int, _ counts: [Int: Int]) -> [ArchiveView.Week] {
        var cells = Array(repeating: ArchiveView.Day(day: "", link: nil, count: 0), count: first.weekday - 1)
        for day in 1...days {
            let count = counts[day] ?? 0
            let two = day < 10 ? "0\(day)" : "\(day)"
            cells.append(
                ArchiveView.Day(
                    day: "\(day)",
                    link: count > 0 ? Link("\(day)", to: Self.monthPath(first.year, first.month) + two) : nil,
                    count: count
                )
            )
        }
        while !cells.count.isMultiple(of: 7) { cells.append(ArchiveView.Day(day: "", link: nil, count: 0)) }
        return stride(from: 0, to: cells.count, by: 7).map { ArchiveView.Week(days: Array(cells[$0..<$0 + 7])) }
    }

    func siteMap(for visit: Visit) async throws -> PageAnswer {
        let index = sections()
        let site = visit.site.id
        func node(_ section: Section) -> SiteMapNode? {
            Link(section.name, to: section.path).map { SiteMapNode(link: $0, children: index.children(of: section.id).compactMap(node)) }
        }
        let pages = try await reader.list(.kind("page"), on: site, page: 1, size: 100).cards
        let view = SiteMapView(
            sections: index.top(on: site).compactMap(node),
            topics: index.topics(on: site).compactMap { Link($0.name, to: $0.path) },
            pages: pages.compactMap { Link($0.content.title, to: addresses.path(of: $0)) },
            components: components(of: visit, linked: false),
            linked: components(of: visit, linked: true)
        )
        return .page(
            Page(.siteMap, view, head: PageHead(title: visit.word("news.site-map"), canonical: visit.url("/so-do-trang")), path: "/so-do-trang")
        )
    }
}
