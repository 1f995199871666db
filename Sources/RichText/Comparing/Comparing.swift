import Foundation

extension Comparison {
    public init(from old: RichText, to new: RichText) {
        guard Self.isInOrder(old, new) else {
            self = Comparison(from: new, to: old, inOrder: true).reversed
            return
        }
        self.init(from: old, to: new, inOrder: true)
    }

    /// Of two bodies always the same one is taken for the older while comparing, so that the way there and the way back agree.
    private static func isInOrder(_ old: RichText, _ new: RichText) -> Bool {
        guard old != new else { return true }
        let (a, b) = (PlainText.of(old), PlainText.of(new))
        guard a == b else { return a < b }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let a = try? encoder.encode(old), let b = try? encoder.encode(new) else { return true }
        return a.lexicographicallyPrecedes(b)
    }

    private init(from old: RichText, to new: RichText, inOrder: Bool) {
        var numbering = Numbering<Block>()
        let (olds, news) = (numbering.numbers(old.blocks), numbering.numbers(new.blocks))
        var words = Numbering<String>()
        var parts: [Part] = []
        Steps(Alignment.pairs(olds, news), old.blocks.count, new.blocks.count).forEach { step in
            switch step {
            case .both(let i, let j): parts.append(Self.kept(old.blocks[i], new.blocks[j]))
            case .gap(let a, let b): parts += Self.gap(old.blocks[a], new.blocks[b], &words)
            }
        }
        self.init(parts: parts)
    }

    private static func kept(_ old: Block, _ new: Block) -> Part {
        Part(change: .kept, old: old, new: new, lines: RichTextLine.lines(of: new).map { line($0, .kept) })
    }

    private static func gap(_ old: ArraySlice<Block>, _ new: ArraySlice<Block>, _ words: inout Numbering<String>) -> [Part] {
        let olds = old.map { (block: $0, lines: RichTextLine.lines(of: $0)) }
        let news = new.map { (block: $0, lines: RichTextLine.lines(of: $0)) }
        let pairs = Likeness.pairs(
            olds.map { subject($0.block.sort, $0.lines, &words) },
            news.map { subject($0.block.sort, $0.lines, &words) }
        )
        var parts: [Part] = []
        Steps(pairs, olds.count, news.count).forEach { step in
            switch step {
            case .both(let i, let j):
                let lines = changed(olds[i].lines, news[j].lines, &words)
                parts.append(Part(change: .changed, old: olds[i].block, new: news[j].block, lines: lines))
            case .gap(let a, let b):
                parts += olds[a].map { Part(change: .deleted, old: $0.block, new: nil, lines: $0.lines.map { line($0, .deleted) }) }
                parts += news[b].map { Part(change: .inserted, old: nil, new: $0.block, lines: $0.lines.map { line($0, .inserted) }) }
            }
        }
        return parts
    }

    private static func subject(_ kind: Int, _ lines: [RichTextLine], _ words: inout Numbering<String>) -> Likeness.Subject {
        var numbers: [Int] = []
        for line in lines { for word in line.words where word.kind == .word { numbers.append(words.number(word.text)) } }
        return Likeness.Subject(kind: kind, words: numbers)
    }

    /// The lines of a changed block.
    private static func changed(_ old: [RichTextLine], _ new: [RichTextLine], _ words: inout Numbering<String>) -> [Line] {
        var numbering = Numbering<RichTextLine>()
        let (olds, news) = (numbering.numbers(old), numbering.numbers(new))
        var lines: [Line] = []
        Steps(Alignment.pairs(olds, news), old.count, new.count).forEach { step in
            switch step {
            case .both(_, let j): lines.append(line(new[j], .kept))
            case .gap(let a, let b): lines += gap(old[a], new[b], &words)
            }
        }
        if !lines.contains(where: { $0.change != .kept }) {
            let note = Note(kind: .other, text: "", from: "", to: "")
            let first = lines.first.map { Line(kind: $0.kind, level: $0.level, change: .changed, pieces: $0.pieces, notes: [note]) }
            lines.replaceSubrange(
                ..<min(1, lines.count),
                with: [first ?? Line(kind: .unknown, level: 0, change: .changed, pieces: [], notes: [note])]
            )
        }
        return lines
    }

    private static func gap(_ old: ArraySlice<RichTextLine>, _ new: ArraySlice<RichTextLine>, _ words: inout Numbering<String>) -> [Line] {
        let (olds, news) = (Array(old), Array(new))
        // The only line of each side is compared in any case: its block was found alike already.
        let isForced = olds.count == 1 && news.count == 1
        let pairs =
            isForced
            ? [Alignment.Pair(old: 0, new: 0)]
            : Likeness.pairs(olds.map { subject($0.kind.place, [$0], &words) }, news.map { subject($0.kind.place, [$0], &words) })
        var lines: [Line] = []
        Steps(pairs, olds.count, news.count).forEach { step in
            switch step {
            case .both(let i, let j): lines.append(changed(olds[i], news[j]))
            case .gap(let a, let b):
                lines += olds[a].map { line($0, .deleted) }
                lines += news[b].map { line($0, .inserted) }
            }
        }
        return lines
    }

    private static func changed(_ old: RichTextLine, _ new: RichTextLine) -> Line {
        let difference = WordDifference(old.words, new.words)
        let notes = difference.notes + Note.properties(old, new)
        return Line(kind: new.kind, level: Int(new[.level]) ?? 0, change: .changed, pieces: difference.pieces, notes: notes)
    }

    private static func line(_ line: RichTextLine, _ change: Change) -> Line {
        let pieces = WordDifference.pieces(line.words.map { WordDifference.Step(change, $0) })
        return Line(kind: line.kind, level: Int(line[.level]) ?? 0, change: change, pieces: pieces, notes: [])
    }
}

extension Comparison.LineKind {
    /// Which kinds count as one sort when it is asked what was rewritten out of what.
    var place: Int {
        switch self {
        case .paragraph, .item, .quote, .transcript: 0
        default: 1 + (Self.allCases.firstIndex(of: self) ?? 0)
        }
    }
}

extension Comparison.Note {
    /// What differs between two lines beside their words.
    static func properties(_ old: RichTextLine, _ new: RichTextLine) -> [Comparison.Note] {
        var notes: [Comparison.Note] = []
        if old.kind != new.kind { notes.append(.init(kind: .kind, text: "", from: old.kind.rawValue, to: new.kind.rawValue)) }
        for kind in Kind.allCases where old[kind] != new[kind] {
            // A heading's level says nothing where the other is no heading.
            notes.append(.init(kind: kind, text: "", from: old[kind], to: new[kind]))
        }
        return notes
    }
}

extension Block {
    /// Which case it is.
    var sort: Int {
        switch self {
        case .paragraph: 0
        case .heading: 1
        case .list: 2
        case .quote: 3
        case .table: 4
        case .picture: 5
        case .gallery: 6
        case .embed: 7
        case .attachment: 8
        case .divider: 9
        case .preformatted: 10
        case .unknown: 11
        }
    }
}

/// Walks two sequences along their pairs: what stands in both, and between them what is only in one.
struct Steps {
    enum Step {
        case both(Int, Int)
        case gap(Range<Int>, Range<Int>)
    }

    private let pairs: [Alignment.Pair]
    private let olds: Int
    private let news: Int

    init(_ pairs: [Alignment.Pair], _ olds: Int, _ news: Int) { (self.pairs, self.olds, self.news) = (pairs, olds, news) }

    func forEach(_ body: (Step) -> Void) {
        var (i, j) = (0, 0)
        for pair in pairs + [Alignment.Pair(old: olds, new: news)] {
            if pair.old > i || pair.new > j { body(.gap(i..<pair.old, j..<pair.new)) }
            if pair.old < olds, pair.new < news { body(.both(pair.old, pair.new)) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
    }
}
