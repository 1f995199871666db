/// Writes a comparison as our HTML: `ins` and `del` with words for those who hear the page, notes as lists, long unchanged stretches cut.
///
/// The page's own wording comes from the caller's catalogue (`comparison.…`), so that the room knows no language.
public struct ComparisonWriter: Sendable {
    /// The wording of a key with its values.
    public var words: @Sendable (_ key: String, _ values: [String: String]) -> String
    /// How many unchanged blocks stand around a change; nil: all of them.
    public var context: Int?

    public init(context: Int? = 1, words: @escaping @Sendable (_ key: String, _ values: [String: String]) -> String) {
        self.words = words
        self.context = context
    }

    /// A body; empty where there is nothing to show.
    public func markup(of comparison: Comparison) -> Markup {
        var writing = Writing(writer: self)
        let parts = comparison.parts
        let isShown = shown(parts)
        var index = 0
        while index < parts.count {
            if isShown[index] {
                for line in parts[index].lines { writing.line(line) }
                index += 1
                continue
            }
            let end = isShown[index...].firstIndex(of: true) ?? parts.count
            writing.gap(end - index)
            index = end
        }
        return writing.out.markup
    }

    /// A plain text: inline markup, for a cell or a paragraph of the caller's.
    public func markup(of comparison: TextComparison) -> Markup {
        var writing = Writing(writer: self)
        writing.pieces(comparison.pieces)
        return writing.out.markup
    }

    private func shown(_ parts: [Comparison.Part]) -> [Bool] {
        guard let context else { return parts.map { _ in true } }
        var isShown = parts.map { $0.change != .kept }
        var sinceChange = Int.max
        for index in parts.indices {
            sinceChange = parts[index].change != .kept ? 0 : sinceChange == .max ? .max : sinceChange + 1
            if sinceChange <= context { isShown[index] = true }
        }
        sinceChange = .max
        for index in parts.indices.reversed() {
            sinceChange = parts[index].change != .kept ? 0 : sinceChange == .max ? .max : sinceChange + 1
            if sinceChange <= context { isShown[index] = true }
        }
        return isShown
    }
}

extension ComparisonWriter {
    private struct Writing {
        let writer: ComparisonWriter
        var out = MarkupBytes()

        mutating func gap(_ count: Int) {
            out.raw("<p class=\"difference-gap\">")
            out.text(writer.words("comparison.gap", ["count": String(count)]))
            out.raw("</p>\n")
        }

        mutating func line(_ line: Comparison.Line) {
            out.raw("<p class=\"difference-line\"")
            out.attribute("data-kind", line.kind.rawValue)
            out.attribute("data-change", line.change.rawValue)
            out.raw(">")
            if line.kind != .paragraph || line.pieces.isEmpty { kind(line) }
            pieces(line.pieces)
            out.raw("</p>\n")
            guard !line.notes.isEmpty else { return }
            out.raw("<ul class=\"difference-notes\">\n")
            for note in line.notes {
                out.raw("<li>")
                out.text(text(of: note))
                out.raw("</li>\n")
            }
            out.raw("</ul>\n")
        }

        /// The name of what the line is. Where there are no words, the name itself came or went.
        private mutating func kind(_ line: Comparison.Line) {
            let isAlone = line.pieces.isEmpty
            if isAlone { open(line.change) }
            out.raw("<span class=\"difference-kind\">")
            out.text(writer.words("comparison.kind.\(line.kind.rawValue)", [:]))
            out.raw("</span>")
            if isAlone { close(line.change) } else { out.raw(" ") }
        }

        mutating func pieces(_ pieces: [Comparison.Piece]) {
            var change = Comparison.Change.kept
            for piece in pieces {
                if piece.change != change {
                    close(change)
                    open(piece.change)
                    change = piece.change
                }
                self.piece(piece)
            }
            close(change)
        }

        private mutating func piece(_ piece: Comparison.Piece) {
            let marks = Marks.all.filter { piece.marks.contains($0.mark) }
            for mark in marks {
                out.raw("<")
                out.raw(mark.element)
                out.raw(">")
            }
            for (index, line) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { out.raw("<br>") }
                out.text(String(line))
            }
            for mark in marks.reversed() {
                out.raw("</")
                out.raw(mark.element)
                out.raw(">")
            }
        }

        private mutating func open(_ change: Comparison.Change) {
            switch change {
            case .inserted: out.raw("<ins>")
            case .deleted: out.raw("<del>")
            case .kept, .changed: return
            }
            hidden("comparison.\(change.rawValue)")
        }

        private mutating func close(_ change: Comparison.Change) {
            switch change {
            case .inserted, .deleted:
                hidden("comparison.\(change.rawValue)-end")
                out.raw(change == .inserted ? "</ins>" : "</del>")
            case .kept, .changed: return
            }
        }

        private mutating func hidden(_ key: String) {
            out.raw("<span class=\"visually-hidden\"> ")
            out.text(writer.words(key, [:]))
            out.raw(" </span>")
        }

        private func text(of note: Comparison.Note) -> String {
            writer.words(
                "comparison.note.\(note.kind.rawValue)",
                ["text": note.text, "from": named(note, note.from), "to": named(note, note.to)]
            )
        }

        /// Names of marks and kinds are words of the catalogue; addresses and numbers stand for themselves.
        private func named(_ note: Comparison.Note, _ value: String) -> String {
            guard !value.isEmpty else { return writer.words("comparison.none", [:]) }
            switch note.kind {
            case .markAdded, .markRemoved: return writer.words("comparison.mark.\(value)", [:])
            case .kind: return writer.words("comparison.kind.\(value)", [:])
            case .list: return writer.words("comparison.list.\(value)", [:])
            default: return value
            }
        }
    }
}
