public import Hummingbird
public import Publishing
import Store

/// `/-/{id}`: an item's address for those who know only its id (links inside bodies). Leads to the canonical address, or says that it is gone.
public struct ItemLinks: Sendable {
    private let resolver: ItemResolver

    public init(_ resolver: ItemResolver) { self.resolver = resolver }

    /// Where the record says what became of an item.
    public static func verify(_ id: ItemID) -> String { "/kiem-chung/\(id)" }

    /// The same of the edition that is shown, with the log it stands in: for paper.
    public static func verify(_ item: RevealedItem, origin: String?) -> String {
        verify(item.id) + (item.index < 0 ? "" : "?ix=\(item.index)" + (origin.map { "&log=\($0)" } ?? ""))
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("-/:id") { _, context in
            guard let id = ItemID(try context.parameters.require("id")) else { throw PageError.notFound }
            return try await resolver.answer(to: .item(section: "-", slug: "", id: id), for: context.visit)
        }
    }
}
