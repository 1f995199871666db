import FileStore
import News
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese

/// The demo's articles with their pictures; then what happens to some of them afterwards.
extension DemoBuilder {
    func buildArticles(_ count: Int, _ context: Context, _ summary: inout Summary) async throws {
        var plans: [DemoArticle] = []
        for plan in try DemoArticles().articles(count: count, today: publisher.clock.now().civilDate) { plans.append(plan) }
        // Ids first: articles point to each other across portals.
        let ids: [Int: ItemID] = Dictionary(uniqueKeysWithValues: plans.map { ($0.number, publisher.ids.next()) })
        var gallery = Gallery(publisher: publisher, files: files)
        var done = 0
        for (code, group) in Dictionary(grouping: plans, by: \.site).sorted(by: { $0.key < $1.key }) {
            let site = try context.site(code)
            let filmed = code == Self.filmSite ? group.last { $0.sequel == nil && !$0.pictures.isEmpty }?.number : nil
            for start in stride(from: 0, to: group.count, by: 200) {
                var items: [ImportedItem] = []
                for plan in group[start..<min(start + 200, group.count)] {
                    var article = try await article(plan, plan.firstBody, ids, site, context, &gallery)
                    // Before the last paragraph, which says that this is the demo.
                    if plan.number == filmed {
                        article.body.blocks.insert(.embed(try await film(on: site.id)), at: max(0, article.body.blocks.count - 1))
                    }
                    items.append(
                        ImportedItem(
                            sourceKey: "demo:\(plan.number)",
                            check: plan.title,
                            details: article,
                            publishedAt: plan.publishedAt,
                            language: site.language,
                            section: context.sections[SectionKey(site: code, code: plan.section)],
                            author: context.people.ids[plan.author],
                            id: ids[plan.number]
                        )
                    )
                }
                let outcome = try await publisher.importItems(items, on: site.id, under: context.act, tree: context.tree)
                if let refused = outcome.refused.first { throw PublishingRefusal.findings(refused.findings) }
                summary.articles += outcome.published.count
                done += items.count
                progress("articles", Double(done) / Double(max(1, plans.count)))
            }
            let chosen = group.filter { plan in
                if case .withdrawal = plan.sequel { return false }
                return plan.isFeatured
            }.suffix(5).reversed()
            // The first slot shows a large picture.
            let featured = (chosen.filter { !$0.pictures.isEmpty } + chosen.filter(\.pictures.isEmpty)).compactMap { ids[$0.number] }
            if !featured.isEmpty { try await publisher.feature(featured, on: site.id, by: context.staff.chief) }
        }
        summary.pictures = gallery.count
        for plan in plans {
            switch plan.sequel {
            case .correction(_, _, _, let reason):
                try await correct(plan, ids, reason, context, &gallery)
                summary.corrections += 1
            case .withdrawal(_, let reason):
                guard let item = ids[plan.number] else { continue }
                try await publisher.withdraw(item, because: .error, note: reason, by: context.staff.chief)
                summary.withdrawals += 1
            case nil: break
            }
        }
    }

    private func correct(_ plan: DemoArticle, _ ids: [Int: ItemID], _ reason: String, _ context: Context, _ gallery: inout Gallery) async throws {
        let site = try context.site(plan.site)
        let place = Place(site: site.id, section: context.sections[SectionKey(site: plan.site, code: plan.section)], language: site.language)
        let article = try await article(plan, plan.body, ids, site, context, &gallery)
        guard let item = ids[plan.number] else { return }
        try await publisher.save(article, as: item, in: place, reason: reason, by: context.staff.secretary)
        try await publisher.submit(item, by: context.staff.secretary)
        try await publisher.approve(item, by: context.staff.chief)
        try await publisher.publish(item, as: .correct, note: reason, by: context.staff.deputy)
    }

    private func article(
        _ plan: DemoArticle,
        _ body: [DemoBlock],
        _ ids: [Int: ItemID],
        _ site: Site,
        _ context: Context,
        _ gallery: inout Gallery
    ) async throws -> Article {
        var pictures: [Picture] = []
        for picture in plan.pictures { pictures.append(try await gallery.picture(picture, on: site.id)) }
        var blocks = body.map(\.block)
        // Further pictures stand inside the text.
        for (index, picture) in pictures.dropFirst().enumerated() { blocks.insert(.picture(picture), at: min(blocks.count, 2 + index * 2)) }
        return Article(
            title: plan.title,
            kicker: plan.kicker,
            standfirst: plan.standfirst,
            body: RichText(blocks),
            picture: pictures.first,
            authors: [Byline(name: plan.penName, penName: context.people.penNames[plan.penName].map { "\($0)" })],
            source: plan.source.map { SourceCredit(name: $0.name, url: $0.url) },
            tags: plan.tags,
            topics: plan.topic.flatMap { context.sections[SectionKey(site: plan.site, code: "topic:" + $0)] }.map { [$0] } ?? [],
            related: plan.related.compactMap { ids[$0] },
            translates: plan.translates.flatMap { ids[$0] }
        )
    }
}

/// The pictures already drawn. A few hundred serve the whole province: each scene comes in a dozen variants.
struct Gallery {
    private static let variants: UInt64 = 12
    let publisher: Publisher
    let files: any FileStore
    private var drawn: [PictureRecipe: [UInt8]] = [:]
    private var assets: [SiteID: [PictureRecipe: Asset]] = [:]

    init(publisher: Publisher, files: any FileStore) {
        self.publisher = publisher
        self.files = files
    }

    var count: Int { drawn.count }

    mutating func picture(_ plan: DemoPicture, on site: SiteID) async throws -> Picture {
        let recipe = PictureRecipe(scene: plan.recipe.scene, seed: plan.recipe.seed % Self.variants)
        let asset = try await asset(recipe, on: site)
        return Picture(
            asset: AssetReference(commitment: asset.id, id: asset.name),
            alt: plan.alt,
            caption: [.text(plan.caption)],
            credit: plan.credit,
            width: PictureMaker.width,
            height: PictureMaker.height
        )
    }

    private mutating func asset(_ recipe: PictureRecipe, on site: SiteID) async throws -> Asset {
        if let asset = assets[site]?[recipe] { return asset }
        let bytes = drawn[recipe] ?? PictureMaker.png(recipe)
        drawn[recipe] = bytes
        let asset = try await publisher.addAsset(
            bytes,
            name: "\(recipe.scene)-\(recipe.seed).png",
            mediaType: "image/png",
            width: PictureMaker.width,
            height: PictureMaker.height,
            on: site,
            in: files
        )
        assets[site, default: [:]][recipe] = asset
        return asset
    }
}

extension DemoBlock {
    var block: Block {
        switch self {
        case .paragraph(let text): .paragraph([.text(text)])
        case .heading(let text): .heading(Heading(level: 2, text: [.text(text)]))
        case .list(let items): .list(List(ordered: false, items: items.map { [.paragraph([.text($0)])] }))
        case .quote(let text, let speaker): .quote(Quote([.paragraph([.text(text)])], cite: [.text(speaker)]))
        case .table(let caption, let head, let rows):
            .table(
                Table(
                    caption: [.text(caption)],
                    headerRows: 1,
                    rows: [head.map { Table.Cell([.text($0)]) }] + rows.map { $0.map { Table.Cell([.text($0)]) } }
                )
            )
        case .document(let title, let number, let url):
            .paragraph([.text("\(title) "), .link(.address(url), number)])
        }
    }
}
