import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Vietnamese
import Web

/// How items are written: everything the gate shows, absolute addresses, the kind's fields.
struct ItemParts {
    private let api: ReadAPI
    private let visit: Visit
    /// The forms rich text is wanted in: `html`, `text`, `blocks`.
    private let bodies: Set<String>
    private let index: SectionIndex

    init(_ api: ReadAPI, _ visit: Visit, bodies: [String]) {
        self.api = api
        self.visit = visit
        self.bodies = Set(bodies)
        index = api.sections()
    }

    /// A card's members.
    func write(_ card: RevealedCard, _ writer: inout JSONWriter) {
        let site = visit.tree[card.site]
        writer.member("id", "\(card.item)")
        writer.member("kind", card.kind.rawValue)
        writer.member("language", card.language.rawValue)
        writer.member("site", site?.code)
        writer.member("url", address(of: card))
        writer.member("api", site.flatMap { visit.face.origins.url($0, "/api/v1/items/\(card.item)") })
        if let section = card.section.flatMap({ index[$0] }) {
            writer.object("section") { writer in
                writer.member("code", section.code)
                writer.member("name", section.name)
                writer.member("url", site.flatMap { visit.face.origins.url($0, ReadAPI.path(of: section)) })
            }
        }
        writer.member("title", card.content.title)
        writer.member("summary", card.content.summary)
        writer.member("kicker", card.content.kicker)
        writer.member("published_at", card.publishedAt.rfc3339)
        writer.member("edition", card.edition)
        if let picture = card.content.picture {
            writer.object("picture") { writer in
                writer.member("url", base(card.site) + "/files/\(picture.asset)/\(picture.file)")
                writer.member("alt", picture.alt)
                if picture.width > 0 { writer.member("width", picture.width) }
                if picture.height > 0 { writer.member("height", picture.height) }
            }
        }
    }

    /// A whole item's members.
    func write(_ item: RevealedItem, files: [Asset], _ writer: inout JSONWriter) throws {
        write(item.card, &writer)
        writer.member("updated_at", item.updatedAt?.rfc3339)
        writer.member("operation", item.operation.rawValue)
        writer.member("note", item.note)
        writer.member("salt", item.salt)
        writer.member("text_commitment", item.textCommitment)
        try writer.object("details") { try write(details: item, &$0) }
        writer.array("files") { writer in
            // Captions go with their film, which says where they are; nobody downloads them.
            let captions = RichText(item.details.publicBlocks).captionFiles
            for file in files where !captions.contains(file.id) {
                writer.object { writer in
                    writer.member("commitment", file.id)
                    writer.member("url", base(item.card.site) + file.path)
                    writer.member("name", file.name)
                    writer.member("media_type", file.mediaType)
                    writer.member("bytes", file.bytes)
                    writer.member("width", file.width)
                    writer.member("height", file.height)
                }
            }
        }
    }

    func write(_ name: String, _ cards: [RevealedCard], _ writer: inout JSONWriter) {
        writer.array(name) { writer in
            for card in cards {
                writer.object { writer in
                    writer.member("id", "\(card.item)")
                    writer.member("language", card.language.rawValue)
                    writer.member("title", card.content.title)
                    writer.member("url", address(of: card))
                }
            }
        }
    }

    func writeGone(_ change: ItemUpdate, _ writer: inout JSONWriter) {
        let (state, code, note): (String, WithdrawalCode?, String?)
        switch change.state {
        case .shown: return
        case .withdrawn(let why, let sentence): (state, code, note) = ("withdrawn", why, sentence)
        case .erased: (state, code, note) = ("erased", nil, nil)
        }
        writer.object { writer in
            writer.member("id", "\(change.item)")
            writer.member("state", state)
            writer.member("reason", code?.rawValue)
            writer.member("note", note)
            writer.member("changed_at", change.at.rfc3339)
        }
    }

    /// The fields the kind declares, under their own names; nothing else of what is stored.
    private func write(details item: RevealedItem, _ writer: inout JSONWriter) throws {
        guard case .object(let members) = try CanonicalJSON.value(of: item.details), let kind = api.kinds[item.card.kind] else { return }
        for field in kind.fields {
            guard let value = members[field.name] else { continue }
            switch field.form {
            case .richText: try writer.object(field.name) { try write(richText: value, of: item, &$0) }
            case .picture: writer.member(field.name, withAddress(value, on: item.card.site))
            default: writer.member(field.name, value)
            }
        }
    }

    private func write(richText value: JSONValue, of item: RevealedItem, _ writer: inout JSONWriter) throws {
        if bodies.contains("blocks") { writer.member("blocks", value) }
        guard bodies.contains("html") || bodies.contains("text") else { return }
        let text = try CanonicalJSON.decode(RichText.self, from: value)
        if bodies.contains("html") { writer.member("html", markup(of: item).markup(of: text).string) }
        if bodies.contains("text") { writer.member("text", PlainText.of(text)) }
    }

    /// The page's own writer, with addresses that also lead somewhere from elsewhere.
    private func markup(of item: RevealedItem) -> MarkupWriter {
        let (tree, site) = (visit.tree, item.card.site)
        let base = base(site)
        return MarkupWriter(
            links: LinkPolicy(isRegistered: { tree.trusts($0, from: site) }, addressOf: { "\(base)/-/\($0)" }),
            filesBase: base,
            tableName: visit.word("table.name"),
            transcriptName: visit.word("transcript.name"),
            picture: { picture in picture.asset.flatMap { asset in asset.id.map { PictureAddress(src: "\(base)/files/\(asset.commitment)/\($0)") } } }
        )
    }

    private func withAddress(_ picture: JSONValue, on site: SiteID) -> JSONValue {
        guard case .object(var members) = picture, case .object(let asset) = members["asset"], case .string(let commitment) = asset["commitment"]
        else { return picture }
        let name = if case .string(let name) = asset["id"] { name } else { "anh" }
        members["url"] = .string(base(site) + "/files/\(commitment)/\(name)")
        return .object(members)
    }

    private func address(of card: RevealedCard) -> String? {
        visit.tree[card.site].flatMap { visit.face.origins.url($0, api.addresses.path(of: card)) }
    }

    private func base(_ site: SiteID) -> String { visit.tree[site].flatMap { visit.face.origins.url($0, "") } ?? "" }
}
