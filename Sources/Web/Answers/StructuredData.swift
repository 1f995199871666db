public import PortalNetwork
import RichText

/// What every page says of itself in the words of schema.org, and what heads have in common.
public enum StructuredData {
    /// Where a page stands; nil on the front page.
    static func breadcrumb(_ trail: [Link]) -> JSONLD? {
        guard !trail.isEmpty else { return nil }
        let items = trail.enumerated().map { index, link in
            JSONLD.of(type: "ListItem", ["position": .number(index + 1), "name": .text(link.label), "item": .text(link.href)])
        }
        return .of(type: "BreadcrumbList", ["itemListElement": .list(items)])
    }

    /// The body behind a portal. `isFull`: with everything one may reach it by (on its front and contact pages).
    public static func organisation(_ visit: Visit, isFull: Bool = false) -> JSONLD {
        let (site, look) = (visit.site, visit.look)
        let contact = isFull ? site.contact : Contact()
        let above = isFull ? site.parent.flatMap { visit.tree[$0] }.flatMap { $0.kind == .linked ? nil : $0 } : nil
        return .of(
            type: "GovernmentOrganization",
            [
                "@id": .text(visit.url("/") + "#organization"), "name": .text(site.name),
                "alternateName": isFull && site.shortName != site.name ? .text(site.shortName) : nil, "url": .text(visit.url("/")),
                "logo": .of(
                    type: "ImageObject",
                    [
                        "url": .text(visit.url(look.logo.flatMap(visit.face.assetAddress) ?? IconStyle(look).address(size: 512)))
                    ]
                ),
                "telephone": contact.phone.map { .text($0) }, "faxNumber": contact.fax.map { .text($0) }, "email": contact.email.map { .text($0) },
                "address": contact.address.map { .of(type: "PostalAddress", ["streetAddress": .text($0), "addressCountry": .text("VN")]) },
                "parentOrganization": above.flatMap { parent in
                    visit.face.origins.url(parent).map {
                        .of(type: "GovernmentOrganization", ["@id": .text($0 + "#organization"), "name": .text(parent.name), "url": .text($0)])
                    }
                },
            ]
        )
    }

    /// The portal as a site that can be searched.
    public static func website(_ visit: Visit) -> JSONLD {
        .of(
            type: "WebSite",
            [
                "@id": .text(visit.url("/") + "#website"), "name": .text(visit.site.name), "url": .text(visit.url("/")),
                "inLanguage": .text(visit.language.rawValue),
                "publisher": .of(type: "GovernmentOrganization", ["@id": .text(visit.url("/") + "#organization")]),
                "potentialAction": .of(
                    type: "SearchAction",
                    [
                        "target": .of(type: "EntryPoint", ["urlTemplate": .text(visit.url("/tim-kiem?q={search_term_string}"))]),
                        "query-input": .text("required name=search_term_string"),
                    ]
                ),
            ]
        )
    }

    /// A page of a kind schema.org has a name for: `CollectionPage`, `AboutPage`, `ContactPage`, `WebPage`.
    public static func page(_ type: String, name: String, path: String, description: String? = nil, on visit: Visit) -> JSONLD {
        .of(
            type: type,
            [
                "name": .text(name), "url": .text(visit.url(path)), "description": description.map { .text($0) },
                "inLanguage": .text(visit.language.rawValue),
                "isPartOf": .of(
                    type: "WebSite",
                    ["@id": .text(visit.url("/") + "#website"), "name": .text(visit.site.name), "url": .text(visit.url("/"))]
                ),
            ]
        )
    }

    /// Fills in what a page did not say itself: absolute addresses, the portal's feed, its picture, its front page in other languages, what it is.
    static func complete(_ head: inout PageHead, path: String, _ visit: Visit) {
        head.trail = head.trail.compactMap { Link($0.label, to: $0.href.hasPrefix("/") ? visit.url($0.href) : $0.href) }
        guard !head.isHidden else {
            head.structured = nil
            head.trail = []
            return
        }
        if let title = head.title, path != "/", head.trail.isEmpty, let here = Link(title, to: visit.url(path)) { head.trail = [here] }
        if head.structured == nil, let title = head.title {
            head.structured = page("WebPage", name: title, path: path, description: head.description, on: visit)
        }
        if path == "/", head.alternates.isEmpty {
            head.alternates = Chrome.languages(visit).map { LanguageVersion(lang: $0.lang, href: $0.href) }
        }
        // Readers of any other language are sent to the Vietnamese version, which is the official one.
        if !head.alternates.isEmpty, !head.alternates.contains(where: { $0.lang == "x-default" }) {
            let official = head.alternates.first { $0.lang == Language.vi.rawValue } ?? head.alternates[0]
            head.alternates.append(LanguageVersion(lang: "x-default", href: official.href))
        }
        if head.image == nil {
            head.image = visit.url(IconStyle(visit.look).address(size: 512))
            (head.imageWidth, head.imageHeight) = (512, 512)
            head.imageAlt = visit.site.name
        }
        head.feeds = head.feeds.map { FeedLink(title: $0.title, type: $0.type, href: $0.href.hasPrefix("/") ? visit.url($0.href) : $0.href) }
        head.feeds.append(FeedLink(title: visit.site.name, href: visit.url(FeedAddress(.portal, .atom).path)))
    }
}

extension FeedLink {
    /// The feeds of a list, as Atom and as JSON.
    public static func of(_ list: FeedAddress.List, title: String) -> [FeedLink] {
        [FeedFormat.atom, .json].map { FeedLink(title: title, type: $0.mediaType, href: FeedAddress(list, $0).path) }
    }
}
