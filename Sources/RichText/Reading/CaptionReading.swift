/// Finds the maker of a picture in the words under it.
enum CaptionReading {
    /// Splits "Quang cảnh hội nghị. Ảnh: Nguyễn Văn A" into caption and "Nguyễn Văn A".
    static func split(_ caption: [Inline]) -> (caption: [Inline], credit: String) {
        guard case .text(let run)? = caption.last, let found = marker(in: run.text) else { return (caption, "") }
        let credit = trimmed(run.text[found.upperBound...], " .)]")
        guard !credit.isEmpty, credit.count <= 60 else { return (caption, "") }
        var kept = caption
        kept.removeLast()
        let before = trimmed(run.text[..<found.lowerBound], " ([-–|/")
        if !before.isEmpty {
            kept.append(.text(TextRun(before, run.marks, language: run.language)))
        } else {
            dropTrailingSpace(&kept)
        }
        return (kept, credit)
    }

    private static func dropTrailingSpace(_ inlines: inout [Inline]) {
        while let last = inlines.last {
            if case .text(var run) = last {
                while run.text.last == " " { run.text.removeLast() }
                inlines[inlines.count - 1] = .text(run)
                guard run.text.isEmpty else { return }
            } else if case .lineBreak = last {
            } else {
                return
            }
            inlines.removeLast()
        }
    }

    private static func marker(in text: String) -> Range<String.Index>? {
        for words in ["Nguồn ảnh:", "Ảnh:", "ảnh:", "Photo:", "ẢNH:"] {
            if let range = text.ranges(of: words).last { return range }
        }
        return nil
    }

    private static func trimmed(_ text: Substring, _ characters: String) -> String {
        var text = text
        while let last = text.last, characters.contains(last), text.count > 1 || last != "." { text.removeLast() }
        while let first = text.first, first == " " { text.removeFirst() }
        return String(text)
    }
}
