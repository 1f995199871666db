public import PortalNetwork
import Store

/// Items that are not public, laid over what is: what lists and front pages would show if these were published.
///
/// Only previews make such readers. What they show depends on nobody's cache and goes into none: pages made with one are answered by the desk alone.
struct StagedItems: Sendable {
    let items: [RevealedItem]
    private let ids: Set<ItemID>
    private let lists: [ItemID: Set<ListKey>]

    init(_ items: [RevealedItem], path: (SectionID) -> [SectionID]) {
        self.items = items
        ids = Set(items.map(\.card.item))
        var lists: [ItemID: Set<ListKey>] = [:]
        for item in items {
            var keys = Set(item.details.lists.map(\.key))
            keys.insert(.kind(item.card.kind))
            if let section = item.card.section {
                keys.insert(.all)
                for id in path(section) { keys.insert(.section(id)) }
            }
            lists[item.card.item] = keys
        }
        self.lists = lists
    }

    /// A list's newest with these among them.
    func laid(over cards: [RevealedCard], of key: ListKey, on site: SiteID, size: Int) -> [RevealedCard] {
        let mine = items.filter { $0.card.site == site && lists[$0.card.item]?.contains(key) == true }.map(\.card)
        let all = mine + cards.filter { !ids.contains($0.item) }
        return Array(all.sorted { ($0.publishedAt, $0.item) > ($1.publishedAt, $1.item) }.prefix(size))
    }

    /// How many a list has more than it had.
    func added(to key: ListKey, on site: SiteID) -> Int {
        items.count { $0.card.site == site && lists[$0.card.item]?.contains(key) == true && $0.operation == .publish }
    }

    /// Cards with what these would say.
    func replacing(_ cards: [RevealedCard]) -> [RevealedCard] {
        cards.map { card in items.first { $0.card.item == card.item }?.card ?? card }
    }
}

extension Reader {
    /// The same reader with items laid over what is public.
    ///
    /// - Parameter path: a section and those it lies in.
    public func staging(_ items: [RevealedItem], path: (SectionID) -> [SectionID]) -> Reader {
        var reader = self
        reader.staged = StagedItems(items, path: path)
        return reader
    }
}
