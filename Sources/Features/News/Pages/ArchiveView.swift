import Web

/// A month of the archive: its days with what went out on each.
struct ArchiveView: PageModel {
    let month: String
    let weeks: [Week]
    let previous: Link?
    let next: Link?
    let total: Int

    struct Week: PageModel {
        let days: [Day]
        static let shape: Shape<Week> = [.many("days", \.days)]
    }

    struct Day: PageModel {
        let day: String
        let link: Link?
        let count: Int
        static let shape: Shape<Day> = [.text("day", \.day), .one("link", \.link), .number("count", \.count)]
    }

    static let shape: Shape<ArchiveView> = [
        .text("month", \.month), .many("weeks", \.weeks), .one("previous", \.previous), .one("next", \.next), .number("total", \.total),
    ]
}

/// Everything a portal has, as a tree.
struct SiteMapView: PageModel {
    let sections: [SiteMapNode]
    let topics: [Link]
    let pages: [Link]
    let components: [Link]
    let linked: [Link]

    static let shape: Shape<SiteMapView> = [
        .many("sections", \.sections), .many("topics", \.topics), .many("pages", \.pages), .many("components", \.components),
        .many("linked", \.linked),
    ]
}

struct SiteMapNode: PageModel {
    let link: Link
    let children: [SiteMapNode]

    static let shape: Shape<SiteMapNode> = [.one("link", \.link), .many("children", \.children)]
}
