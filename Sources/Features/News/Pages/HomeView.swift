import Web

/// The front page, by blocks.
struct HomeView: PageModel {
    let name: String
    let lead: CardView?
    let featured: [CardView]
    let blocks: [HomeBlock]
    let topics: [Link]
    let components: [Link]
    let linked: [Link]
    let isEmpty: Bool

    static let shape: Shape<HomeView> = [
        .text("name", \.name), .one("lead", \.lead), .many("featured", \.featured), .many("blocks", \.blocks), .many("topics", \.topics),
        .many("components", \.components), .many("linked", \.linked), .flag("empty", \.isEmpty),
    ]
}

/// One section on the front page: its newest with a picture and summary, then titles.
struct HomeBlock: PageModel {
    let link: Link
    let first: CardView?
    let rest: [CardView]

    static let shape: Shape<HomeBlock> = [.one("link", \.link), .one("first", \.first), .many("rest", \.rest)]
}
