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
        let sectionPath = item.card.section.map { sections().path(to: $0) } ?? []
        let view = ArticleView(
            id: "\(item.id)",
            edition: item.edition,
            salt: item.salt,
            path: sectionPath.compactMap { Link($0.name, to: $0.path) },
            kicker: article.kicker,
            title: article.title,
            date: DateTexts.long(item.publishedAt, item.card.language),
            datetime: item.publishedAt.rfc3339,
            updated: item.updatedAt.map { DateTexts.long($0, item.card.language) },
            updatedMachine: item.updatedAt.map { $0.rfc3339 },
            standfirst: article.standfirst,
            picture: article.picture.map { writer(visit).markup(of: RichText([.picture($0)])) },
            body: writer(visit).markup(of: article.body),
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
                address: url,
                print: path + "?in=1",
                qr: QRCode.svg(url, label: visit.word("news.qr")),
                facebook: Link("Facebook", to: "https://www.facebook.com/sharer/sharer.php?u=\(Self.encoded(url))"),
                zalo: Link("Zalo", to: "https://sp.zalo.me/share_to_zalo?url=\(Self.encoded(url))"),
                mail: Link("E-mail", to: "mailto:?body=\(Self.encoded(url))")
            ),
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
        let image = item.card.content.picture.map { visit.url("/files/\($0.asset)/\($0.file)") }
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
            imageAlt: item.card.content.picture?.alt,
            published: item.publishedAt.rfc3339,
            modified: item.updatedAt.map { $0.rfc3339 },
            structured: .of(
                type: "NewsArticle",
                [
                    "headline": .text(article.title), "inLanguage": .text(item.card.language.rawValue), "mainEntityOfPage": .text(url),
                    "datePublished": .text(item.publishedAt.rfc3339),
                    "dateModified": .text((item.updatedAt ?? item.publishedAt).rfc3339), "image": image.map { .text($0) },
                    "author": article.byline.map { .of(type: "Person", ["name": .text($0)]) },
                    "publisher": .of(type: "GovernmentOrganization", ["name": .text(visit.site.name), "url": .text(visit.url("/"))]),
                ]
            )
        )
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
                section: nil,
                picture: nil,
                isTop: false
            )
        )
    }

    func writer(_ visit: Visit) -> MarkupWriter {
        MarkupWriter(
            links: LinkPolicy(isRegistered: { visit.tree.site(host: $0) != nil }),
            tableName: visit.word("table.name"),
            picture: { asset in asset.id.map { MarkupWriter.PictureAddress(src: "/files/\(asset.commitment)/\($0)") } }
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
