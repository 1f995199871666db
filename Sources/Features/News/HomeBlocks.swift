public import PortalNetwork
public import Publishing
import Web

/// What a front page holds, before anything is read: the look's blocks, or those of its arrangement.
struct HomePlan {
    /// A block's form with the section it shows, where it shows one.
    struct Entry: Equatable {
        let form: HomeBlock.Form
        var section: Section?

        static func == (a: Entry, b: Entry) -> Bool { a.form == b.form && a.section?.id == b.section?.id }
    }

    let arrangement: HomeArrangement
    let entries: [Entry]

    /// Names nobody knows are left out: they belong to features that are not there, or to sections that went.
    init(_ look: Look, _ site: Site, _ index: SectionIndex) {
        arrangement = look.arrangement.flatMap(HomeArrangement.init) ?? site.kind.arrangement
        let names = look.blocks ?? Self.names(arrangement, index.top(on: site.id))
        entries = names.compactMap { name in
            let parts = name.split(separator: ":", maxSplits: 1)
            guard let form = parts.first.flatMap({ HomeBlock.Form(rawValue: String($0)) }) else { return nil }
            guard Self.ofSections.contains(form) else { return parts.count == 1 ? Entry(form: form) : nil }
            guard parts.count == 2, let section = index.section(String(parts[1]), on: site.id) else { return nil }
            return Entry(form: form, section: section)
        }
    }

    static let ofSections: [HomeBlock.Form] = [.section, .notices, .documents, .pictures]

    /// What a site shows that arranges nothing: its lead, its first six sections in the arrangement's own forms, and what else it has.
    static func names(_ arrangement: HomeArrangement, _ sections: [Section]) -> [String] {
        let codes = sections.prefix(6).map(\.code)
        let tail = ["topics", "components", "links"]
        switch arrangement {
        case .province: return ["lead", "services"] + codes.map { "section:\($0)" } + tail
        case .department: return ["services", "contact", "lead"] + codes.map { "section:\($0)" } + tail
        case .commune: return ["contact", "services", "officials", "lead"] + codes.map { "section:\($0)" } + tail
        case .tourism: return ["lead"] + codes.map { "pictures:\($0)" } + tail
        case .enterprises: return ["figures", "lead", "services"] + codes.map { "section:\($0)" } + tail
        }
    }

    var hasLead: Bool { entries.contains { $0.form == .lead } }

    /// How many cards each section needs; a section that stands in two forms is read once.
    var lists: [(key: ListKey, count: Int)] {
        var wanted: [SectionID: Int] = [:]
        var order: [SectionID] = []
        for entry in entries {
            guard let section = entry.section else { continue }
            let count = entry.form == .notices || entry.form == .documents ? 6 : 5
            if wanted[section.id] == nil { order.append(section.id) }
            wanted[section.id] = max(wanted[section.id] ?? 0, count)
        }
        return order.map { (key: .section($0), count: wanted[$0] ?? 5) }
    }
}

extension NewsPages {
    /// Names of blocks that stand alone, and of those that show a section.
    public static let plainBlocks = HomeBlock.Form.allCases.filter { !HomePlan.ofSections.contains($0) }.map(\.rawValue)
    public static let sectionBlocks = HomePlan.ofSections.map(\.rawValue)

    /// What a front page holds that nobody arranged.
    public static func standardBlocks(_ look: Look, _ site: Site, _ index: SectionIndex) -> [String] {
        HomePlan.names(look.arrangement.flatMap(HomeArrangement.init) ?? site.kind.arrangement, index.top(on: site.id))
    }

    /// A block with what it shows; nil where it would be empty.
    func block(_ entry: HomePlan.Entry, _ lists: [ListKey: [RevealedCard]], _ maker: CardMaker) -> HomeBlock? {
        let visit = maker.visit
        var block = HomeBlock(form: entry.form)
        switch entry.form {
        case .lead: return block
        case .section, .notices, .documents, .pictures:
            guard let section = entry.section, let link = Link(section.name, to: section.path) else { return nil }
            let found = lists[.section(section.id)] ?? []
            let cards = maker.cards(found, withSection: false) { place in
                entry.form == .section ? .block : found.count <= 3 ? .third : place == 0 ? .large : .quarter
            }
            guard !cards.isEmpty else { return nil }
            block.link = link
            if entry.form == .section { block.first = cards.first }
            block.rest = entry.form == .section ? Array(cards.dropFirst()) : cards
        case .services: block.entries = entries(visit.look.services, visit)
        case .figures: block.entries = entries(visit.look.figures, visit)
        case .officials: block.entries = entries(visit.look.officials, visit)
        case .contact:
            guard let contact = HomeContactView(visit) else { return nil }
            block.contact = contact
            return block
        case .topics: block.links = sections().topics(on: visit.site.id).compactMap { Link($0.name, to: $0.path) }
        case .components: block.links = components(of: visit, linked: false)
        case .links: block.links = components(of: visit, linked: true)
        }
        return block.rest.isEmpty && block.first == nil && block.entries.isEmpty && block.links.isEmpty ? nil : block
    }

    private func entries(_ entries: [LookEntry]?, _ visit: Visit) -> [HomeEntryView] { (entries ?? []).map { HomeEntryView($0, visit) } }
}
