/// How one body became another: block by block, within a changed block line by line, within a changed line word by word.
///
/// For people who read a history or look at two versions of one draft: changes of form (bold, a link's target, a heading's level, another
/// file) are notes in words beside the line. `old` and `new` give both bodies back exactly. The comparison backwards is the same
/// comparison with both sides exchanged.
public struct Comparison: Sendable, Hashable {
    public enum Change: String, Sendable, Hashable, CaseIterable { case kept, inserted, deleted, changed }

    /// One block of either body, or one of each where the new one was made of the old.
    public struct Part: Sendable, Hashable {
        public let change: Change
        /// Nil where it was inserted.
        public let old: Block?
        /// Nil where it was deleted.
        public let new: Block?
        /// What a reader reads of it, in order.
        public let lines: [Line]
    }

    /// What sort of thing a line is.
    public enum LineKind: String, Sendable, Hashable, CaseIterable {
        case paragraph, heading, item, quote, cite, caption, row, picture, credit, video, audio, transcript, attachment, preformatted, divider,
            unknown
    }

    /// A paragraph, a row of a table, a caption …
    public struct Line: Sendable, Hashable {
        public let kind: LineKind
        /// 2 to 4 for a heading; else 0.
        public let level: Int
        public let change: Change
        /// Its words; kept and inserted together are the new line, kept and deleted the old.
        public let pieces: [Piece]
        /// What changed beside the words.
        public let notes: [Note]
    }

    /// Words that stayed, came or went together; never `changed`.
    public struct Piece: Sendable, Hashable {
        public let change: Change
        public let text: String
        /// How they are set: of words that went, as they were.
        public let marks: Marks
        /// How words that stayed were set before.
        public let oldMarks: Marks

        var reversed: Piece { Piece(change: change.reversed, text: text, marks: oldMarks, oldMarks: marks) }
    }

    /// A change that the words do not show.
    public struct Note: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case markAdded = "mark-added", markRemoved = "mark-removed"
            case linkAdded = "link-added", linkRemoved = "link-removed", linkChanged = "link-changed"
            case language, kind, level, depth, list, start, headers, cells, file, decorative, subtitles
            /// Something that has no words of its own, such as the size of a picture.
            case other
        }

        public let kind: Kind
        /// The words concerned; empty where the whole line is.
        public let text: String
        /// Before and after: a mark's or a kind's name, an address, a number; empty where there is none.
        public let from: String
        public let to: String
    }

    public struct Summary: Sendable, Hashable {
        public var wordsInserted = 0
        public var wordsDeleted = 0
        /// Blocks with any change, inserted and deleted ones included.
        public var blocksChanged = 0
        public var notes = 0
    }

    public let parts: [Part]
    public let summary: Summary

    public var isChanged: Bool { parts.contains { $0.change != .kept } }
    public var old: RichText { RichText(parts.compactMap(\.old)) }
    public var new: RichText { RichText(parts.compactMap(\.new)) }

    init(parts: [Part]) {
        self.parts = parts
        var summary = Summary()
        for part in parts where part.change != .kept {
            summary.blocksChanged += 1
            for line in part.lines {
                summary.notes += line.notes.count
                for piece in line.pieces where piece.change != .kept {
                    let words = Word.cut(piece.text).count { $0.kind == .word }
                    if piece.change == .inserted { summary.wordsInserted += words } else { summary.wordsDeleted += words }
                }
            }
        }
        self.summary = summary
    }
}

extension Comparison {
    /// The same change told backwards.
    public var reversed: Comparison {
        Comparison(
            parts: Self.ordered(
                parts.map {
                    Part(change: $0.change.reversed, old: $0.new, new: $0.old, lines: Self.ordered($0.lines.map(\.reversed), by: \.change))
                },
                by: \.change
            )
        )
    }

    /// Everything as it is, but what went before what came wherever both stand together.
    static func ordered<Element>(_ elements: [Element], by change: (Element) -> Change) -> [Element] {
        var ordered: [Element] = []
        var inserted: [Element] = []
        for element in elements {
            switch change(element) {
            case .inserted: inserted.append(element)
            case .deleted: ordered.append(element)
            case .kept, .changed:
                ordered += inserted
                inserted = []
                ordered.append(element)
            }
        }
        return ordered + inserted
    }
}

extension Comparison.Change {
    var reversed: Comparison.Change {
        switch self {
        case .inserted: .deleted
        case .deleted: .inserted
        case .kept, .changed: self
        }
    }
}

extension Comparison.Line {
    /// A line told backwards needs its kind and level of the other side, which only a note knows.
    var reversed: Comparison.Line {
        let kind = notes.first { $0.kind == .kind }.flatMap { Comparison.LineKind(rawValue: $0.from) } ?? self.kind
        let level = notes.first { $0.kind == .level }.map { Int($0.from) ?? 0 } ?? self.level
        return Comparison.Line(
            kind: kind,
            level: level,
            change: change.reversed,
            pieces: Comparison.ordered(pieces.map(\.reversed), by: \.change),
            notes: notes.map(\.reversed)
        )
    }
}

extension Comparison.Note {
    var reversed: Comparison.Note {
        let kind: Kind =
            switch self.kind {
            case .markAdded: .markRemoved
            case .markRemoved: .markAdded
            case .linkAdded: .linkRemoved
            case .linkRemoved: .linkAdded
            default: self.kind
            }
        return Comparison.Note(kind: kind, text: text, from: to, to: from)
    }
}
