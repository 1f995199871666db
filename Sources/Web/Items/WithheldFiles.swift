import Publishing
public import RichText

/// In the place of a file that is withheld a page says so. The edition itself stays what it was.
extension Visit {
    public func showing(_ body: RichText) -> RichText {
        let withheld = face.withheld()
        return withheld.isEmpty ? body : RichText(Self.blocks(body.blocks, withheld, word("file.withheld")))
    }

    /// A picture beside the body; nil where it is withheld.
    public func showing(_ picture: Picture?) -> Picture? {
        picture.flatMap { RichText([.picture($0)]).assets.contains(where: face.withheld().contains) ? nil : $0 }
    }

    private static func blocks(_ blocks: [Block], _ withheld: Set<String>, _ note: String) -> [Block] {
        blocks.map { block in
            switch block {
            case .list(var list):
                list.items = list.items.map { Self.blocks($0, withheld, note) }
                return .list(list)
            case .quote(var quote):
                quote.blocks = Self.blocks(quote.blocks, withheld, note)
                return .quote(quote)
            case .gallery(var gallery):
                gallery.pictures.removeAll { RichText([.picture($0)]).assets.contains(where: withheld.contains) }
                return gallery.pictures.isEmpty ? .paragraph([.text(note)]) : .gallery(gallery)
            default: return RichText([block]).assets.contains(where: withheld.contains) ? .paragraph([.text(note)]) : block
            }
        }
    }
}
