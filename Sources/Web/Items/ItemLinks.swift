public import Hummingbird
public import Publishing
import Store

/// `/-/{id}`: an item's address for those who know only its id (links inside bodies). Leads to the canonical address, or says that it is gone.
public struct ItemLinks: Sendable {
    private let resolver: ItemResolver

    public init(_ resolver: ItemResolver) { self.resolver = resolver }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("-/:id") { _, context in
            guard let id = ItemID(try context.parameters.require("id")) else { throw PageError.notFound }
            return try await resolver.answer(to: .item(section: "-", slug: "", id: id), for: context.visit)
        }
    }
}
