/// The name of one file of a log: a tile of hashes or a bundle of entries (C2SP tlog-tiles), full (width 256) or the partial one at the
/// right edge of some size (width 1 to 255).
public struct TileID: Sendable, Hashable {
    public static let fullWidth = 256
    static let levels = 0...63

    /// Nil for a bundle of entries; level 0 holds the hashes of entries, each level above one hash for each full tile below it.
    public let level: Int?
    /// Which of its level, from 0.
    public let index: Int64
    /// How many hashes or entries, 1 to 256.
    public let width: Int

    /// Nil for a level outside 0 to 63, a negative index or a width outside 1 to 256.
    public init?(level: Int, index: Int64, width: Int = fullWidth) {
        guard Self.levels ~= level, index >= 0, 1...Self.fullWidth ~= width else { return nil }
        self.init(checked: level, index, width)
    }

    public static func entries(_ index: Int64, width: Int = fullWidth) -> TileID? {
        guard index >= 0, 1...fullWidth ~= width else { return nil }
        return TileID(checked: nil, index, width)
    }

    init(checked level: Int?, _ index: Int64, _ width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    public var isEntries: Bool { level == nil }
    public var isFull: Bool { width == Self.fullWidth }

    /// Index of the first entry of a bundle, or of the first hash within its level.
    public var start: Int64 { index << 8 }

    /// How many hashes level `level` has at a size.
    static func hashes(at level: Int, size: Int64) -> Int64 { level < 8 ? size >> Int64(8 * level) : 0 }

    /// Width of the partial tile of a level at a size (`floor(size / 256^level) mod 256`); 0 when there is none.
    public static func partialWidth(level: Int, size: Int64) -> Int { Int(hashes(at: level, size: size) & 255) }

    /// The file of this level and index at a size; nil when the log is too short to have it.
    public static func at(size: Int64, level: Int?, index: Int64) -> TileID? {
        let count = hashes(at: level ?? 0, size: size)
        guard index >= 0, index <= count >> 8 else { return nil }
        let width = min(count - index << 8, Int64(fullWidth))
        return width > 0 ? TileID(checked: level, index, Int(width)) : nil
    }

    /// The files that a log has at size `to` and had not, or not as wide, at size `from`: tiles of hashes level by level, then bundles of
    /// entries. These must be written before the head of the new size is shown; nothing else changes.
    public static func grown(from old: Int64, to new: Int64) -> [TileID] {
        guard old >= 0, old < new else { return [] }
        var changed: [TileID] = []
        for level in 0..<8 where hashes(at: level, size: old) < hashes(at: level, size: new) {
            changed += grown(level, from: hashes(at: level, size: old), to: hashes(at: level, size: new))
        }
        return changed + grown(nil, from: old, to: new)
    }

    private static func grown(_ level: Int?, from old: Int64, to new: Int64) -> [TileID] {
        (old >> 8...(new - 1) >> 8).map { TileID(checked: level, $0, Int(min(new - $0 << 8, Int64(fullWidth)))) }
    }
}

extension TileID: CustomStringConvertible {
    public var description: String { path }

    /// Below the log's prefix: `tile/0/x001/234`, `tile/entries/273.p/112`.
    public var path: String {
        var path = "tile/" + (level.map(String.init) ?? "entries") + "/"
        var groups = [index % 1000]
        var rest = index / 1000
        while rest > 0 {
            groups.append(rest % 1000)
            rest /= 1000
        }
        for (place, group) in groups.enumerated().reversed() {
            let digits = String(group)
            path += (place > 0 ? "x" : "") + String(repeating: "0", count: 3 - digits.count) + digits + (place > 0 ? "/" : "")
        }
        return isFull ? path : path + ".p/\(width)"
    }

    /// Nil unless it is exactly what `path` would give for some file.
    public init?(path: String) {
        var parts = path.split(separator: "/", maxSplits: 12, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
        let kind = parts.removeFirst()
        guard let level = kind == "entries" ? .some(nil) : Self.number(kind, Self.levels).map(Optional.some) else { return nil }
        var width = Self.fullWidth
        if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
            guard let partial = Self.number(parts.removeLast(), 1...Self.fullWidth - 1) else { return nil }
            width = partial
            parts[parts.count - 1].removeLast(2)
        }
        var index: Int64 = 0
        for (place, part) in parts.enumerated() {
            let digits = place < parts.count - 1 ? part.dropFirst() : part
            guard digits.utf8.count == 3, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let group = Int64(digits),
                index <= (Int64.max - group) / 1000
            else { return nil }
            index = index * 1000 + group
        }
        self.init(checked: level, index, width)
        guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard let number = Int(text), range ~= number else { return nil }
        return number
    }
}
