import Casework
import PortalNetwork
public import Publishing
import RichText
import Vietnamese
public import Web

/// Answers that were made public: the page of each, and the lists below the ways in.
public struct AnsweredPages: ItemPages {
    let reader: Reader
    let addresses: Addresses
    static let size = 20

    public init(reader: Reader, addresses: Addresses) {
        self.reader = reader
        self.addresses = addresses
    }

    public var kind: KindName { AnsweredQuestion.name }

    public func page(of item: RevealedItem, beside neighbours: Neighbours, for visit: Visit, isPrint: Bool) throws -> Page {
        guard let asked = item.details as? AnsweredQuestion else { throw PublishingRefusal.wrongKind(expected: AnsweredQuestion.name.rawValue) }
        let path = addresses.path(of: item.card)
        let writer = MarkupWriter(
            links: LinkPolicy(isRegistered: visit.trusts),
            tableName: visit.word("table.name"),
            transcriptName: visit.word("transcript.name"),
            loading: isPrint ? .atOnce : .lazy,
            size: { [sizes = item.sizes] in sizes[$0] },
            picture: { $0.address() }
        )
        let list = asked.listedOn
        let view = AnsweredView(
            id: "\(item.id)",
            edition: item.edition,
            index: "\(item.index)",
            salt: item.salt,
            list: Link(visit.word("questions.page." + list), to: "/" + list),
            title: asked.title,
            asker: asked.asker,
            asked: asked.askedText,
            question: writer.markup(of: visit.showing(asked.question)),
            agency: asked.agency,
            answered: asked.answeredText,
            answer: writer.markup(of: visit.showing(asked.answer)),
            caution: asked.warning,
            grounds: asked.grounds.isEmpty ? nil : writer.markup(of: RichText(asked.grounds)),
            signature: asked.signature,
            note: item.note,
            isCorrection: item.operation == .correct,
            field: asked.field.flatMap { field in slug(field).isEmpty ? nil : Link(field, to: "/tu-khoa/" + slug(field)) },
            ask: "/" + list,
            print: path + "?in=1",
            verify: isPrint ? visit.url(ItemLinks.verify(item.id)) : ItemLinks.verify(item.id),
            qr: isPrint ? QRCode.svg(visit.url(ItemLinks.verify(item, origin: visit.face.recordOrigin)), label: visit.word("pages.verify")) : nil,
            isPrint: isPrint
        )
        return Page(.answered, view, head: head(of: item, asked, view, visit.url(path), visit), path: path, isPrint: isPrint)
    }

    private func head(of item: RevealedItem, _ asked: AnsweredQuestion, _ view: AnsweredView, _ url: String, _ visit: Visit) -> PageHead {
        let author: JSONLD =
            asked.agency.map { .of(type: "GovernmentOrganization", ["name": .text($0)]) } ?? StructuredData.organisation(visit)
        let answer = JSONLD.of(
            type: "Answer",
            [
                // Who reads the answer alone reads the warning too.
                "text": .text([asked.warning, PlainText.of(asked.answer)].compactMap(\.self).joined(separator: "\n\n")),
                "url": .text(url + "#tra-loi"), "author": author,
                "datePublished": .text(asked.answeredOn.map { "\($0)" } ?? item.publishedAt.rfc3339), "upvoteCount": .number(0),
                "creativeWorkStatus": asked.mark.map { JSONLD.text($0) },
                "citation": asked.cited.isEmpty ? nil : JSONLD.list(asked.cited.map(Self.legislation)),
            ]
        )
        let question = JSONLD.of(
            type: "Question",
            [
                "name": .text(asked.title), "text": .text(PlainText.of(asked.question)), "answerCount": .number(1),
                "datePublished": .text(asked.askedOn.map { "\($0)" } ?? item.publishedAt.rfc3339), "acceptedAnswer": answer,
            ]
        )
        return PageHead(
            title: asked.title,
            description: item.card.content.summary,
            canonical: url,
            type: "article",
            published: item.publishedAt.rfc3339,
            modified: item.updatedAt.map { $0.rfc3339 },
            structured: .of(
                type: "QAPage",
                [
                    "url": .text(url), "inLanguage": .text(item.card.language.rawValue), "publisher": StructuredData.organisation(visit),
                    "mainEntity": question,
                ]
            ),
            trail: [view.list, Link(asked.title, to: url)].compactMap(\.self)
        )
    }

    private static func legislation(_ text: CitedText) -> JSONLD {
        .of(
            type: "Legislation",
            [
                "name": .text(text.title), "legislationIdentifier": .text(text.number),
                "url": text.address.flatMap { WebAddress($0) }.map { JSONLD.text($0.text) },
            ]
        )
    }

    /// A page of the answered ones that stand below a way in, the newest first.
    func list(_ page: String, number: Int, for visit: Visit) async throws -> (lines: [AnsweredLine], total: Int) {
        let answer = try await reader.list(AnsweredQuestion.list(page), on: visit.site.id, page: number, size: Self.size)
        let lines = answer.cards.map { card in
            AnsweredLine(
                id: "\(card.item)",
                edition: card.edition,
                href: addresses.path(of: card),
                title: card.content.title,
                summary: card.content.summary,
                mark: card.content.kicker,
                date: DateTexts.date(card.publishedAt, card.language),
                datetime: card.publishedAt.rfc3339
            )
        }
        return (lines, answer.total)
    }
}

extension AnsweredPages {
    static func path(_ page: String, _ number: Int) -> String { "/\(page)" + (number == 1 ? "" : "?trang=\(number)") }

    static func pager(_ page: String, _ number: Int, _ total: Int) -> Pager? {
        let pages = max(1, (total + size - 1) / size)
        guard pages > 1 else { return nil }
        return Pager(
            page: number,
            pages: pages,
            previous: number > 1 ? path(page, number - 1) : nil,
            next: number < pages ? path(page, number + 1) : nil
        )
    }

    /// Whether everybody can read an item.
    func isLive(_ item: ItemID, on site: SiteID) async throws -> Bool {
        if case .shown = try await reader.item(item, on: site) { return true }
        return false
    }
}
