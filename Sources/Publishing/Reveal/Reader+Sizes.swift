import PublicRecord
import RichText
import Store

/// Sizes of pictures. An edition says what was known when it was written, and is never changed; what was learnt of a file since stands with the file
/// (`MakePictures`), and is added when a page is made. Costs nothing where every size is known.
extension Reader {
    /// The sizes of files by their public name; those nobody has measured are left out.
    func sizes(of files: [String]) async throws -> [String: PictureSize] {
        let wanted = Array(Set(files)).sorted()
        guard !wanted.isEmpty else { return [:] }
        let rows = try await database.read { db in
            try wanted.parts(of: 400).flatMap { part in
                try db.rows("SELECT id, width, height FROM asset WHERE id IN (\(list: part)) AND width IS NOT NULL AND erased_at IS NULL")
            }
        }
        var found: [String: PictureSize] = [:]
        for row in rows { found[try row[0]] = PictureSize(width: try row[1], height: try row[2]) }
        return found
    }

    /// Cards whose pictures have sizes.
    func sized(_ cards: [RevealedCard]) async throws -> [RevealedCard] {
        let unknown = Self.unsized(cards)
        guard !unknown.isEmpty else { return cards }
        let sizes = try await sizes(of: unknown)
        return cards.map { $0.sized(by: sizes) }
    }

    static func unsized(_ cards: [RevealedCard]) -> [String] {
        cards.compactMap { card in card.content.picture.flatMap { $0.width > 0 && $0.height > 0 ? nil : $0.asset } }
    }
}

extension RevealedCard {
    func sized(by sizes: [String: PictureSize]) -> RevealedCard {
        guard var picture = content.picture, picture.width <= 0 || picture.height <= 0, let size = sizes[picture.asset] else { return self }
        picture.width = size.width
        picture.height = size.height
        var content = content
        content.picture = picture
        return RevealedCard(
            item: item,
            edition: edition,
            kind: kind,
            site: site,
            language: language,
            section: section,
            publishedAt: publishedAt,
            content: content
        )
    }
}

extension RevealedItem {
    func sized(by sizes: [String: PictureSize]) -> RevealedItem {
        var item = self
        item.sizes = sizes
        item.card = card.sized(by: sizes)
        return item
    }
}
