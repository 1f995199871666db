import PortalNetwork
import Publishing
import Web

struct FoundCard: PageModel {
    let id: String
    let title: String
    let note: String

    static let shape: Shape<FoundCard> = [.text("id", \.id), .text("title", \.title), .text("note", \.note)]
}

struct HomeDeskScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let slots: OutlineView
    let blocks: OutlineView
    let isOwn: Bool
    let isChanged: Bool
    let isFull: Bool
    let choices: [Choice]
    let sought: String
    let found: [FoundCard]
    let isNothing: Bool
    let error: String?

    static let shape: Shape<HomeDeskScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .one("slots", \.slots), .one("blocks", \.blocks), .flag("own", \.isOwn),
        .flag("changed", \.isChanged), .flag("full", \.isFull), .many("choices", \.choices), .text("sought", \.sought), .many("found", \.found),
        .flag("nothing", \.isNothing), .text("error", \.error),
    ]
}

extension PageTemplate where Model == HomeDeskScreen { static var front: Self { Self("portaldesk.front", bare: true) } }

/// What blocks are called.
struct BlockNames {
    private let visit: DeskVisit
    private let index: SectionIndex
    private let site: SiteID

    init(_ visit: DeskVisit, _ index: SectionIndex, _ site: SiteID) {
        self.visit = visit
        self.index = index
        self.site = site
    }

    private func parts(_ name: String) -> (form: String, section: Section?, code: String?) {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        let code = parts.count > 1 ? parts[1] : nil
        return (parts.first ?? "", code.flatMap { index.section($0, on: site) }, code)
    }

    func name(_ name: String) -> String {
        let (form, section, code) = parts(name)
        return section?.name ?? code ?? visit.word("portal.block." + form)
    }

    func note(_ name: String) -> String? {
        let (form, _, code) = parts(name)
        return code == nil ? visit.word("portal.block-note." + form) : visit.word("portal.block." + form)
    }

    func isKnown(_ name: String) -> Bool {
        let (_, section, code) = parts(name)
        return code == nil || section != nil
    }

    /// What can still be added.
    func choices(_ blocks: FrontBlocks, besides taken: Set<String>) -> [Choice] {
        let plain = blocks.plain.filter { !taken.contains($0) }.map { Choice(value: $0, label: visit.word("portal.block." + $0), isChosen: false) }
        let sections = index.places(on: site).compactMap { index[$0.id] }.filter { $0.kind == .section }
        return plain
            + sections.flatMap { section in
                blocks.ofSections.map { "\($0):\(section.code)" }.filter { !taken.contains($0) }.map { name in
                    Choice(value: name, label: "\(section.name) – \(visit.word("portal.block." + parts(name).form))", isChosen: false)
                }
            }
    }
}
