import Pages
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese

/// The static pages of the demo's portals.
extension DemoBuilder {
    /// Publishes them all; returns their paths, so that menus can lead to them.
    func buildPages(_ context: Context) async throws -> [SectionKey: String] {
        var paths: [SectionKey: String] = [:]
        let plans = DemoNetwork.sites.filter { $0.kind != .linked }
        for (index, plan) in plans.enumerated() {
            let site = try context.site(plan.code)
            var items: [ImportedItem] = []
            for page in DemoPages.pages(of: plan) {
                let id: ItemID = publisher.ids.next()
                let details = StaticPage(
                    title: page.title,
                    summary: page.summary,
                    body: RichText(page.body.map(\.block)),
                    role: page.role
                )
                items.append(
                    ImportedItem(
                        sourceKey: "demo-page:\(page.key)",
                        check: page.title,
                        details: details,
                        publishedAt: publisher.clock.now(),
                        language: site.language,
                        section: nil,
                        id: id
                    )
                )
                let slug = slug(page.title)
                paths[SectionKey(site: plan.code, code: page.key)] = "/trang/" + (slug.isEmpty ? "" : slug + "-") + "\(id)"
            }
            let outcome = try await publisher.importItems(items, on: site.id, under: context.act, tree: context.tree)
            if let refused = outcome.refused.first { throw PublishingRefusal.findings(refused.findings) }
            progress("pages", Double(index + 1) / Double(plans.count))
        }
        return paths
    }
}
