import PortalNetwork
import Publishing
import RichText
import Vietnamese
import Web

/// Makes entries of items, each with the address it has on its own portal.
struct FeedMaker: Sendable {
    let reader: Reader
    let addresses: Addresses
    let ids: StableIDs
    let sections: @Sendable () -> SectionIndex

    /// Bytes of text in one feed. Beyond it, entries carry their summary: fifty texts of two megabytes are nothing a reader's program waits for.
    static let most = 4 << 20
    /// Items opened at once.
    private static let step = 10

    func entries(_ items: [ItemID], for visit: Visit) async throws -> [FeedEntry] {
        var entries: [FeedEntry] = []
        var rest = Self.most
        for start in stride(from: 0, to: items.count, by: Self.step) {
            let editions = try await reader.editions(Array(items[start..<min(start + Self.step, items.count)]))
            let offered = editions.map { RichText($0.details.outline.body.blocks).enclosures }
            let pictures = try await reader.files(shownBy: editions.map(\.card), offering: offered.flatMap(\.self))
            for (edition, offered) in zip(editions, offered) {
                guard var entry = entry(edition, offered, pictures, visit) else { continue }
                if entry.content.utf8.count > rest {
                    entry.content = MarkupWriter().markup(of: RichText([.paragraph([.text(entry.summary ?? entry.title)])])).string
                }
                rest -= entry.content.utf8.count
                entries.append(entry)
            }
        }
        return entries
    }

    /// Why it was taken back, in the portal's language.
    func reason(_ tombstone: Tombstone, _ visit: Visit) -> String {
        visit.word(tombstone.code.map { "gone.\($0.rawValue)" } ?? "gone.erased")
    }

    private func entry(_ item: RevealedItem, _ offered: [String], _ pictures: [String: Asset], _ visit: Visit) -> FeedEntry? {
        guard let site = visit.tree[item.card.site], let base = visit.face.origins.url(site, "") else { return nil }
        let outline = item.details.outline
        let writer = MarkupWriter(
            links: LinkPolicy(base: base, isRegistered: visit.trusts, addressOf: { "\(base)/-/\($0)" }),
            filesBase: base,
            tableName: visit.word("table.name"),
            transcriptName: visit.word("transcript.name"),
            picture: { picture in picture.asset.flatMap { asset in asset.id.map { PictureAddress(src: "\(base)/files/\(asset.commitment)/\($0)") } } }
        )
        let note: [Block] = item.note.map { [.paragraph([.text($0, .emphasis)])] } ?? []
        return FeedEntry(
            id: ids.item(item.id),
            url: base + addresses.path(of: item.card),
            title: item.card.content.title,
            summary: item.card.content.summary,
            content: writer.markup(of: RichText(outline.body.blocks + note)).string,
            language: item.card.language.rawValue,
            published: item.publishedAt,
            updated: item.updatedAt ?? item.publishedAt,
            authors: outline.authors,
            categories: categories(item.card, outline.tags, base),
            picture: item.card.content.picture.flatMap { picture in
                pictures[picture.asset].map { asset in
                    FeedPicture(
                        url: base + asset.path,
                        type: asset.mediaType,
                        bytes: asset.bytes,
                        width: asset.width,
                        height: asset.height,
                        alt: picture.alt
                    )
                }
            },
            files: offered.compactMap { pictures[$0] }.map { FeedFile(url: base + $0.path, type: $0.mediaType, bytes: $0.bytes, name: $0.name) },
            source: outline.source
        )
    }

    private func categories(_ card: RevealedCard, _ tags: [String], _ base: String) -> [FeedCategory] {
        let index = sections()
        let path = card.section.map { index.path(to: $0) } ?? []
        var seen: Set<String> = []
        let named = tags.filter { !slug($0).isEmpty && seen.insert(slug($0)).inserted }
        return path.map { FeedCategory(term: $0.code, label: $0.name, scheme: base + "/") }
            + named.map { FeedCategory(term: slug($0), label: $0, scheme: base + "/tu-khoa/") }
    }
}
