import PortalNetwork
public import Publishing
import RichText
import Vietnamese
public import Web

/// The page of an article.
extension NewsPages: ItemPages {
    public var kind: KindName { Article.name }

    public func page(of item: RevealedItem, beside neighbours: Neighbours, for visit: Visit, isPrint: Bool) throws -> Page {
        guard let article = item.details as? Article else { throw PublishingRefusal.wrongKind(expected: Article.name.rawValue) }
        let maker = maker(visit)
        let path = addresses.path(of: item.card)
        let url = visit.url(path)
        let verify = ItemLinks.verify(item.id)
        let sectionPath = item.card.section.map { sections().path(to: $0) } ?? []
        let view = ArticleView(
            id: "\(item.id)",
            edition: item.edition,
            index: "\(item.index)",
            salt: item.salt,
            path: sectionPath.compactMap { Link($0.name, to: $0.path) },
            kicker: article.kicker,
            title: article.title,
            date: DateTexts.long(item.publishedAt, item.card.language),
            datetime: item.publishedAt.rfc3339,
            updated: item.updatedAt.map { DateTexts.long($0, item.card.language) },
            updatedMachine: item.updatedAt.map { $0.rfc3339 },
            standfirst: article.standfirst,
            picture: visit.showing(article.picture).map {
                writer(visit, isPrint ? .atOnce : .firstAtOnce, item.sizes).markup(of: RichText([.picture($0)]))
            },
            body: writer(visit, isPrint ? .atOnce : .lazy, item.sizes).markup(of: visit.showing(article.body)),
            byline: article.byline,
            source: article.source.map { writer(visit).markup(of: [$0.inline]) },
            note: item.note,
            isCorrection: item.operation == .correct,
            views: item.views,
            authors: article.authors.compactMap { author in author.penName.flatMap { Link(author.name, to: "/tac-gia/\(slug(author.name))-\($0)") } },
            tags: article.tags.compactMap { tag in slug(tag).isEmpty ? nil : Link(tag, to: "/tu-khoa/\(slug(tag))") },
            topics: article.topics.compactMap { sections()[$0] }.compactMap { Link($0.name, to: $0.path) },
            translations: neighbours.translations.compactMap { translation($0, visit) },
            related: maker.cards(neighbours.related),
            others: maker.cards(neighbours.others, withSection: false),
            more: sectionPath.last.flatMap { Link($0.name, to: $0.path) },
            share: ShareView(
                address: isPrint ? visit.url(verify) : url,
                print: path + "?in=1",
                verify: verify,
                isPaper: isPrint,
                // The address that lasts and is short: fewer and larger modules, read from farther off.
                qr: QRCode.svg(
                    visit.url(isPrint ? ItemLinks.verify(item, origin: visit.face.recordOrigin) : "/-/\(item.id)"),
                    label: visit.word("news.qr")
                ),
                facebook: Link("Facebook", to: "https://www.facebook.com/sharer/sharer.php?u=\(Self.encoded(url))"),
                zalo: Link("Zalo", to: "https://sp.zalo.me/share_to_zalo?url=\(Self.encoded(url))"),
                mail: Link("E-mail", to: "mailto:?body=\(Self.encoded(url))")
            ),
            player: isPrint ? nil : visit.face.player(item),
            isPrint: isPrint
        )
        return Page(
            .article,
            view,
            head: head(of: item, article, url, neighbours, visit),
            path: path,
            isPrint: isPrint
        )
    }

    private func head(of item: RevealedItem, _ article: Article, _ url: String, _ neighbours: Neighbours, _ visit: Visit) -> PageHead {
        let picture = item.card.content.picture
        let image = picture.map { visit.url("/files/\($0.asset)/\($0.file)") }
        let path = item.card.section.map { sections().path(to: $0) } ?? []
        let versions = neighbours.translations.compactMap { card -> LanguageVersion? in
            guard let site = visit.tree[card.site], let href = visit.face.origins.url(site, addresses.path(of: card)) else { return nil }
            return LanguageVersion(lang: card.language.rawValue, href: href)
        }
        return PageHead(
            title: article.title,
            description: item.card.content.summary.map { PlainText.excerpt(of: $0, words: 40) },
            canonical: url,
            alternates: versions.isEmpty ? [] : [LanguageVersion(lang: item.card.language.rawValue, href: url)] + versions,
            type: "article",
            image: image,
            imageAlt: picture?.alt,
            imageWidth: picture.flatMap { $0.width > 0 && $0.height > 0 ? $0.width : nil },
            imageHeight: picture.flatMap { $0.width > 0 && $0.height > 0 ? $0.height : nil },
            published: item.publishedAt.rfc3339,
            modified: item.updatedAt.map { $0.rfc3339 },
            section: path.last?.name,
            tags: article.tags.filter { !$0.isBlank },
            structured: .of(
                type: "NewsArticle",
                [
                    "headline": .text(article.title), "inLanguage": .text(item.card.language.rawValue), "url": .text(url),
                    "mainEntityOfPage": .text(url),
                    "description": item.card.content.summary.map { .text(PlainText.excerpt(of: $0, words: 40)) },
                    "datePublished": .text(item.publishedAt.rfc3339),
                    "dateModified": .text((item.updatedAt ?? item.publishedAt).rfc3339),
                    "image": image.map { address in
                        .of(
                            type: "ImageObject",
                            [
                                "url": .text(address), "width": picture.flatMap { $0.width > 0 ? .number($0.width) : nil },
                                "height": picture.flatMap { $0.height > 0 ? .number($0.height) : nil },
                            ]
                        )
                    },
                    "author": authors(of: article, visit),
                    "publisher": StructuredData.organisation(visit),
                    "articleSection": path.last.map { .text($0.name) },
                    "keywords": article.tags.isEmpty ? nil : .list(article.tags.map { .text($0) }),
                    "isAccessibleForFree": .flag(true),
                ]
            ),
            trail: path.compactMap { Link($0.name, to: $0.path) } + [Link(article.title, to: url)].compactMap { $0 },
            feeds: path.last.map { FeedLink.of(.section($0.code), title: "\($0.name) - \(visit.site.name)") } ?? []
        )
    }

    /// People by their names, with their page where they have one; the body itself where nobody is named.
    private func authors(of article: Article, _ visit: Visit) -> JSONLD {
        let people = article.authors.filter { !$0.isBlank }.map { author in
            JSONLD.of(
                type: "Person",
                ["name": .text(author.name), "url": author.penName.map { .text(visit.url("/tac-gia/\(slug(author.name))-\($0)")) }]
            )
        }
        return people.isEmpty ? StructuredData.organisation(visit) : people.count == 1 ? people[0] : .list(people)
    }

    private func translation(_ card: RevealedCard, _ visit: Visit) -> TranslationView? {
        guard let site = visit.tree[card.site], let href = visit.face.origins.url(site, addresses.path(of: card)) else { return nil }
        let view = maker(visit).card(card, withSection: false)
        return TranslationView(
            lang: card.language.rawValue,
            language: card.language.ownName,
            card: CardView(
                id: view.id,
                edition: view.edition,
                href: href,
                title: view.title,
                kicker: view.kicker,
                summary: view.summary,
                date: view.date,
                datetime: view.datetime,
                day: view.day,
                month: view.month,
                section: nil,
                picture: nil,
                isTop: false
            )
        )
    }

    func writer(_ visit: Visit, _ loading: MarkupWriter.Loading = .lazy, _ sizes: [String: PictureSize] = [:]) -> MarkupWriter {
        MarkupWriter(
            links: LinkPolicy(isRegistered: visit.trusts),
            tableName: visit.word("table.name"),
            transcriptName: visit.word("transcript.name"),
            loading: loading,
            size: { sizes[$0] },
            picture: { $0.address() }
        )
    }

    /// For use inside the query of another site's address.
    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~".utf8.contains(byte)
            if isPlain {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                out += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return out
    }
}
