public import Hummingbird
import PortalNetwork
public import Publishing
import RichText
import Vietnamese
public import Web

/// The public pages of this feature.
public struct StaticPages: ItemPages {
    private let reader: Reader
    private let addresses: Addresses

    public init(reader: Reader, addresses: Addresses) {
        self.reader = reader
        self.addresses = addresses
    }

    public var kind: KindName { StaticPage.name }

    public func page(of item: RevealedItem, beside neighbours: Neighbours, for visit: Visit, isPrint: Bool) throws -> Page {
        guard let page = item.details as? StaticPage else { throw PublishingRefusal.wrongKind(expected: StaticPage.name.rawValue) }
        let path = addresses.path(of: item.card)
        let writer = MarkupWriter(
            links: LinkPolicy(isRegistered: visit.trusts),
            tableName: visit.word("table.name"),
            transcriptName: visit.word("transcript.name"),
            loading: isPrint ? .atOnce : .lazy,
            size: { [sizes = item.sizes] in sizes[$0] },
            picture: { $0.address() }
        )
        let view = StaticPageView(
            id: "\(item.id)",
            edition: item.edition,
            index: "\(item.index)",
            salt: item.salt,
            title: page.title,
            summary: page.summary,
            body: writer.markup(of: visit.showing(page.body)),
            date: DateTexts.date(item.updatedAt ?? item.publishedAt, item.card.language),
            datetime: (item.updatedAt ?? item.publishedAt).rfc3339,
            note: item.note,
            verify: isPrint ? visit.url(ItemLinks.verify(item.id)) : ItemLinks.verify(item.id),
            qr: isPrint ? QRCode.svg(visit.url(ItemLinks.verify(item, origin: visit.face.recordOrigin)), label: visit.word("pages.verify")) : nil,
            isPrint: isPrint
        )
        return Page(
            .staticPage,
            view,
            head: PageHead(
                title: page.title,
                description: page.summary,
                canonical: visit.url(path),
                structured: StructuredData.page(Self.type(ofRole: page.role), name: page.title, path: path, description: page.summary, on: visit)
            ),
            path: path,
            isPrint: isPrint
        )
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("gioi-thieu") { _, context in try await basic("introduction", .introduction, "pages.introduction", "/gioi-thieu", context.visit) }
        routes.get("lien-he") { _, context in try await basic("contact", .contact, "pages.contact", "/lien-he", context.visit) }
        routes.get("bao-ve-du-lieu") { _, context in try await basic("privacy", .privacy, "pages.privacy", "/bao-ve-du-lieu", context.visit) }
    }

    /// The page an editor published for a role, else one made of what the portal's settings say.
    private func basic(_ role: String, _ template: PageTemplate<BasicPageView>, _ title: String, _ path: String, _ visit: Visit) async throws
        -> PageAnswer
    {
        if let card = try await reader.list(.role(role), on: visit.site.id, page: 1, size: 1).cards.first {
            return .moved(to: addresses.path(of: card))
        }
        return .page(
            Page(
                template,
                BasicPageView(visit),
                head: PageHead(
                    title: visit.word(title),
                    canonical: visit.url(path),
                    structured: StructuredData.page(Self.type(ofRole: role), name: visit.word(title), path: path, on: visit)
                ),
                path: path
            )
        )
    }

    /// What schema.org calls a page of that role.
    private static func type(ofRole role: String?) -> String {
        switch role {
        case "introduction": "AboutPage"
        case "contact": "ContactPage"
        default: "WebPage"
        }
    }
}
