import PortalNetwork
public import PublicRecord
public import Web

extension PageCheck {
    /// What a verified record says of an item after an entry, oldest first.
    public static func entries(about item: String, after index: Int64, in head: Checkpoint, read: TileReader) throws -> [(
        index: Int64, entry: RecordEntry
    )] {
        var found: [(Int64, RecordEntry)] = []
        for number in stride(from: (index + 1) >> 8, through: max(0, head.size - 1) >> 8, by: 1) {
            guard let bundle = TileID.at(size: head.size, level: nil, index: number) else { continue }
            for (offset, bytes) in try EntryBundle.decode(read(bundle), count: bundle.width).enumerated() where bundle.start + Int64(offset) > index {
                if case .entry(let entry)? = try? RecordEntry.read(bytes), entry.id == item { found.append((bundle.start + Int64(offset), entry)) }
            }
        }
        return found
    }

    /// What the program itself says on pages of items, for `docs/verifying/words.json`: by key, in all languages, `{}` for a hole.
    public static func vocabulary(_ words: Words) -> [String: [String]] {
        let parts = ["chrome.", "display.", "news.", "pages.", "player.", "tools.", "transcript."]
        let keys = words.keys.filter { key in parts.contains { key.hasPrefix($0) } }
        return Dictionary(uniqueKeysWithValues: keys.map { key in (key, Language.allCases.compactMap { words.phrase(key, $0) }.map(Self.pattern)) })
    }

    private static func pattern(_ phrase: Phrase) -> String {
        phrase.parts.map { part in
            switch part {
            case .literal(let text): text
            case .hole: "{}"
            }
        }.joined()
    }
}

extension PageVerdict {
    /// What became of the item since, by a whole record of `size` entries.
    public mutating func add(_ later: [(index: Int64, entry: RecordEntry)], size: Int64, origin: String) {
        guard let proven, proven.checkpoint.origin == origin, size > proven.index else { return }
        notes.removeAll { $0.code == "seen" || $0.code == "unseen" }
        if let last = later.last, [.withdraw, .erase].contains(last.entry.op) {
            find("withdrawn", ["index": "\(last.index)", "at": Self.moment(last.entry.at)])
        } else if let edition = later.last(where: { $0.entry.op.makesEdition }) {
            note("newer", ["edition": "\(edition.entry.ed ?? 0)", "index": "\(edition.index)"])
        } else {
            note("current", ["size": "\(size)"])
        }
    }
}
