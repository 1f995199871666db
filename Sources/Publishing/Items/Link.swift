public import Store

/// What one item is to another; readable from both ends.
public enum LinkType: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case related, amends, replaces, answers, cites, translates, partOf, copyOf, corrects
}

/// A link as an item's details declare it.
public struct LinkDraft: Sendable, Hashable {
    public let type: LinkType
    public let target: ItemID

    public init(_ type: LinkType, _ target: ItemID) {
        self.type = type
        self.target = target
    }
}

enum Links {
    /// Replaces everything an item links to.
    static func store(_ links: [LinkDraft], from item: ItemID, _ db: any Connection) throws {
        try db.execute(batch: ["DELETE FROM link WHERE source = \(item)"] + insertions(links, from: item))
    }

    /// What adds them to an item without links, each once.
    static func insertions(_ links: [LinkDraft], from item: ItemID) -> [SQL] {
        var seen: Set<LinkDraft> = []
        return links.enumerated().filter { $0.element.target != item && seen.insert($0.element).inserted }.map { position, link in
            "INSERT INTO link (source, type, target, position) VALUES (\(item), \(link.type), \(link.target), \(position))"
        }
    }
}
