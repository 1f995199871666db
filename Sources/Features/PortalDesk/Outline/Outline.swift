import Foundation
import Vietnamese
import Web

/// A list, or a tree written as a list, that somebody is putting in order: it travels in the form until it is saved, so that each step shows what would be
/// saved, with script and without.
struct Outline: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        /// What the row stands for, in the words of its list.
        var id: String
        var depth: Int
        var label: String
        /// Where it leads, or when it ends; lists say what they make of it.
        var target: String

        init(_ id: String, depth: Int = 0, label: String = "", target: String = "") {
            self.id = id
            self.depth = depth
            self.label = label
            self.target = target
        }
    }

    /// More than any list of ours may hold.
    static let most = 400

    private(set) var rows: [Row]

    init(_ rows: [Row] = []) { self.rows = rows }

    /// What a form brought; nil where it is not what our pages send.
    init?(_ text: String, deepest: Int) {
        guard let rows = try? JSONDecoder().decode([Row].self, from: Data(text.utf8)), rows.count <= Self.most else { return nil }
        self.rows = rows
        // No gaps: a row hangs below the one before it or beside something above.
        for place in self.rows.indices {
            let above = place == 0 ? -1 : self.rows[place - 1].depth
            self.rows[place].depth = max(0, min(self.rows[place].depth, above + 1, deepest))
        }
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(rows)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// A step: `len:3`, `xuong:3`, `vao:3`, `ra:3`, `bo:3`. False for one that is none, or has nowhere to go.
    mutating func take(_ step: String, deepest: Int) -> Bool {
        let parts = step.split(separator: ":")
        guard parts.count == 2, let place = Int(parts[1]), rows.indices.contains(place) else { return false }
        switch parts[0] {
        case "len": return raise(place)
        case "xuong": return lower(place)
        case "vao": return indent(place, deepest)
        case "ra": return outdent(place)
        case "bo":
            rows.removeSubrange(block(place))
            return true
        default: return false
        }
    }

    mutating func append(_ row: Row) { if rows.count < Self.most { rows.append(row) } }

    mutating func replace(_ place: Int, _ row: Row) { if rows.indices.contains(place) { rows[place] = row } }

    /// A row with everything below it.
    func block(_ place: Int) -> Range<Int> {
        var end = place + 1
        while end < rows.count, rows[end].depth > rows[place].depth { end += 1 }
        return place..<end
    }

    /// The row before it at its own level, under the same parent.
    private func before(_ place: Int) -> Int? {
        var at = place - 1
        while at >= 0 {
            if rows[at].depth == rows[place].depth { return at }
            if rows[at].depth < rows[place].depth { return nil }
            at -= 1
        }
        return nil
    }

    private func after(_ place: Int) -> Int? {
        let next = block(place).upperBound
        return next < rows.count && rows[next].depth == rows[place].depth ? next : nil
    }

    private mutating func raise(_ place: Int) -> Bool {
        guard let target = before(place) else { return false }
        let moved = Array(rows[block(place)])
        rows.removeSubrange(block(place))
        rows.insert(contentsOf: moved, at: target)
        return true
    }

    private mutating func lower(_ place: Int) -> Bool {
        guard let next = after(place) else { return false }
        return raise(next)
    }

    private mutating func indent(_ place: Int, _ deepest: Int) -> Bool {
        let block = block(place)
        guard before(place) != nil, block.allSatisfy({ rows[$0].depth < deepest }) else { return false }
        for index in block { rows[index].depth += 1 }
        return true
    }

    /// Out from under its parent, to stand after it and everything else below it.
    private mutating func outdent(_ place: Int) -> Bool {
        guard rows[place].depth > 0 else { return false }
        var parent = place - 1
        while rows[parent].depth >= rows[place].depth { parent -= 1 }
        let end = block(parent).upperBound
        var moved = Array(rows[block(place)])
        for index in moved.indices { moved[index].depth -= 1 }
        let range = block(place)
        rows.removeSubrange(range)
        rows.insert(contentsOf: moved, at: end - range.count)
        return true
    }

    /// Which steps a row can take, for its buttons.
    func steps(_ place: Int, deepest: Int) -> (up: Bool, down: Bool, in: Bool, out: Bool) {
        (
            before(place) != nil, after(place) != nil, before(place) != nil && rows[block(place)].allSatisfy { $0.depth < deepest },
            rows[place].depth > 0
        )
    }
}

/// A row of such a list on a screen.
struct OutlineRowView: PageModel {
    let place: Int
    let list: String
    let row: Outline.Row
    let name: String
    let note: String?
    let mark: String?
    /// What is wrong with it.
    let fault: String?
    let href: String?
    let end: String?
    let hasEnd: Bool
    let isOpen: Bool
    let canNest: Bool
    let canGo: Bool
    let steps: (up: Bool, down: Bool, in: Bool, out: Bool)

    init(
        _ outline: Outline,
        _ place: Int,
        list: String,
        deepest: Int,
        name: String,
        note: String? = nil,
        mark: String? = nil,
        fault: String? = nil,
        href: String? = nil,
        end: String? = nil,
        hasEnd: Bool = false,
        isOpen: Bool = false,
        canGo: Bool = true
    ) {
        self.place = place
        self.list = list
        row = outline.rows[place]
        self.name = name
        self.note = note
        self.mark = mark
        self.fault = fault
        self.href = href
        self.end = end
        self.hasEnd = hasEnd
        self.isOpen = isOpen
        canNest = deepest > 0
        self.canGo = canGo
        steps = outline.steps(place, deepest: deepest)
    }

    static let shape: Shape<OutlineRowView> = [
        .text("place") { "\($0.place)" }, .text("list", \.list), .text("depth") { "\($0.row.depth)" }, .text("id", \.row.id),
        .text("label", \.row.label), .text("target", \.row.target), .text("title", \.name), .text("note", \.note), .text("mark", \.mark),
        .text("fault", \.fault), .text("href", \.href), .text("end", \.end), .flag("hasEnd", \.hasEnd), .flag("open", \.isOpen),
        .flag("canNest", \.canNest), .flag("canGo", \.canGo), .flag("up", \.steps.up), .flag("down", \.steps.down), .flag("in", \.steps.in),
        .flag("out", \.steps.out),
    ]
}

/// The form that such a list travels in.
struct OutlineView: PageModel {
    /// The prefix of its steps where a screen has several.
    let list: String
    let state: String
    let base: String
    let deepest: Int
    let rows: [OutlineRowView]

    static let shape: Shape<OutlineView> = [
        .text("list", \.list), .text("state", \.state), .text("base", \.base), .text("deepest") { "\($0.deepest)" }, .many("rows", \.rows),
    ]
}
