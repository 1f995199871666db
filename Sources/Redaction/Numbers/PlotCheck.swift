/// Plots and map sheets: "thửa đất số 123, tờ bản đồ số 45". Only the numbers are hidden.
struct PlotCheck {
    private let tables: NumberWordTables

    init(_ registers: Registers) { tables = registers.numbers }

    func read(_ passage: inout Passage) {
        var index = 0
        var plot: Int?
        while index < passage.words.count {
            if let match = tables.plots.match(index, in: passage) {
                if let end = numbers(index + match.count, isSheet: match.list == 1, &passage) {
                    plot = end
                    index = end
                } else {
                    index += match.count
                }
                continue
            }
            // "thửa 12 tờ 5": a sheet of paper elsewhere.
            if let last = plot, index - last < 10, tables.sheetWord.has(index, in: passage), let end = numbers(index + 1, isSheet: true, &passage) {
                index = end
                continue
            }
            index += 1
        }
    }

    /// The numbers after such a word, several in a list; the word after the last.
    private func numbers(_ first: Int, isSheet: Bool, _ passage: inout Passage) -> Int? {
        var index = first
        while index < passage.words.count, index - first < 3, !passage.words[index].gap.contains(.line), passage.words[index].length <= 5,
            !(Letters.digit(passage.codes[passage.words[index].start]) != nil), passage.words[index].shape != .mixed
        {
            guard !passage.words[index].gap.contains(.comma) else { return nil }
            index += 1
        }
        var found: Int?
        while let end = number(index, passage) {
            let range = passage.words[index].start..<passage.words[end - 1].end
            passage.add(Finding(range, .land, .certain, isSheet ? .mapSheet : .plot, isSheet ? "sheet" : "plot"))
            found = end
            index = end
            guard index < passage.words.count, end - first < 60 else { break }
            if passage.words[index].isNumber { if passage.words[index].gap.subtracting([.comma, .space]).isEmpty { continue } else { break } }
            // "thửa 12 và 13"
            guard passage.words[index].length == 2, index + 1 < passage.words.count, passage.words[index].folded == Self.and,
                passage.words[index + 1].isNumber
            else { break }
            index += 1
        }
        return found
    }

    private static let and = PhraseTable.digest(Phrase.folded("và"))

    /// A plot's number, "123", "123a", "123-1", "123/2"; nil before a unit of size or money.
    private func number(_ index: Int, _ passage: Passage) -> Int? {
        guard index < passage.words.count, Letters.digit(passage.codes[passage.words[index].start]) != nil, passage.words[index].length <= 7,
            passage.claims[passage.words[index].start] == .free
        else { return nil }
        var end = index + 1
        if end < passage.words.count, passage.words[end].isNumber, passage.words[end].length <= 3,
            passage.words[end].gap == .dash || passage.words[end].gap == .other
        {
            end += 1
        }
        if end < passage.words.count, passage.words[end].gap.isPlain, tables.units.match(end, in: passage) != nil { return nil }
        return passage.words[index].shape == .mixed && isSize(passage.words[index], passage) ? nil : end
    }

    /// "120m2", "5ha"
    private func isSize(_ word: Word, _ passage: Passage) -> Bool {
        let letters = (word.start..<word.end).filter { Letters.digit(passage.codes[$0]) == nil }
        return letters.count > 1 || letters.contains { passage.codes[$0] == 0x6D }
    }
}
