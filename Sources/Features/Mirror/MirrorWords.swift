import Foundation
import Vietnamese

/// What a mirror's search knows of an item.
struct MirrorItem: Sendable, Hashable, Codable {
    /// Title, path, civil date (`2026-11-30`), the beginning of the summary.
    let t: String
    let p: String
    let d: String
    let s: String?

    /// The folded words by which it is found, with i for y: sorted, each once.
    var words: [String] {
        let text = TextPieces(t + " " + (s ?? ""), limit: 400)
        return Set(text.pieces.map { text.folded($0).replacing("y", with: "i") }.filter { !$0.isEmpty }).sorted()
    }
}

/// The lists by which a mirror is searched without a server: `words/{first letters}.json` has the ids under each word, `items/{000…3ff}.json` what is shown of each.
enum MirrorWords {
    static func shard(ofWord word: String) -> String {
        word.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 } ? String(word.prefix(3)) : "_"
    }

    /// FNV-1a of the id, its lowest ten bits: the script computes the same.
    static func shard(ofItem id: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let text = String(hash & 1023, radix: 16)
        return String(repeating: "0", count: 3 - text.count) + text
    }

    /// All files of one portal, by their paths below its folder.
    static func files(_ items: [String: MirrorItem]) throws -> [String: [UInt8]] {
        var words: [String: [String: String]] = [:]
        var shown: [String: [String: MirrorItem]] = [:]
        for (id, item) in items.sorted(by: { $0.key < $1.key }) {
            shown[shard(ofItem: id), default: [:]][id] = item
            for word in item.words { words[shard(ofWord: word), default: [:]][word, default: ""] += id }
        }
        var files: [String: [UInt8]] = [:]
        for (name, list) in words { files["words/\(name).json"] = try encode(list) }
        for (name, list) in shown { files["items/\(name).json"] = try encode(list) }
        return files
    }

    /// The files that change when these items do (nil: gone). `read`: a file as it is now; nil where there is none. An empty list is none.
    static func changes(_ changed: [String: MirrorItem?], read: (String) -> [UInt8]?) throws -> [String: [UInt8]?] {
        var words: [String: [String: String]] = [:]
        var shown: [String: [String: MirrorItem]] = [:]
        func list<T: Decodable>(_ name: String, _: T.Type) -> [String: T] {
            read(name).flatMap { try? JSONDecoder().decode([String: T].self, from: Data($0)) } ?? [:]
        }
        for (id, item) in changed.sorted(by: { $0.key < $1.key }) {
            let place = shard(ofItem: id)
            if shown[place] == nil { shown[place] = list("items/\(place).json", MirrorItem.self) }
            let before = Set(shown[place]?[id]?.words ?? [])
            let after = Set(item?.words ?? [])
            shown[place]?[id] = item
            for word in before.symmetricDifference(after) {
                let name = shard(ofWord: word)
                if words[name] == nil { words[name] = list("words/\(name).json", String.self) }
                var under = ids(in: words[name]?[word] ?? "")
                if after.contains(word) { under.insert(id) } else { under.remove(id) }
                words[name]?[word] = under.isEmpty ? nil : under.sorted().joined()
            }
        }
        var files: [String: [UInt8]?] = [:]
        for (name, list) in words { files.updateValue(try unlessEmpty(list), forKey: "words/\(name).json") }
        for (name, list) in shown { files.updateValue(try unlessEmpty(list), forKey: "items/\(name).json") }
        return files
    }

    private static func ids(in text: String) -> Set<String> {
        var rest = text[...]
        var ids: Set<String> = []
        while !rest.isEmpty {
            ids.insert(String(rest.prefix(13)))
            rest = rest.dropFirst(13)
        }
        return ids
    }

    private static func unlessEmpty<T: Encodable>(_ list: [String: T]) throws -> [UInt8]? {
        if list.isEmpty { nil } else { try encode(list) }
    }

    private static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
