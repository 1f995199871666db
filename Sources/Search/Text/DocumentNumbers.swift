import Vietnamese

/// The number of a legal or administrative document as people write it: "42/2022/NĐ-CP", "123/QĐ-UBND", "nghị định số 42 năm 2022", "nd 42".
struct DocumentNumber: Hashable, Sendable {
    /// Without leading zeros.
    var number: String
    var year: String?
    /// Folded: `nd~cp`, `nd`; nil when nothing says what it is.
    var code: String?
    /// The pieces it takes.
    var range: Range<Int>

    /// The form that asks for exactly this.
    var form: String {
        switch (year, code) {
        case (let year?, let code?): "\(number)~\(year)~\(code)"
        case (let year?, nil): "\(number)~\(year)"
        case (nil, let code?): "\(number)~~\(code)"
        case (nil, nil): number
        }
    }

    /// Every form by which a document that names it is found.
    var forms: [String] {
        var forms = year.map { ["\(number)~\($0)"] } ?? []
        guard let code else { return forms }
        let parts = code.split(separator: "~")
        let codes = (1...parts.count).map { parts.prefix($0).joined(separator: "~") }
        for code in codes {
            forms.append("\(number)~~\(code)")
            if let year { forms.append("\(number)~\(year)~\(code)") }
        }
        return forms
    }
}

/// Finds document numbers among the pieces of a text or a query.
enum DocumentNumbers {
    /// What readers write before a number, folded, and the code it stands for.
    private static let types: [([String], String)] = [
        (["nghi", "dinh"], "nd"), (["quiet", "dinh"], "qd"), (["quyet", "dinh"], "qd"), (["thong", "tu", "lien", "tich"], "ttlt"),
        (["thong", "tu"], "tt"),
        (["chi", "thi"], "ct"), (["nghi", "quiet"], "nq"), (["nghi", "quyet"], "nq"), (["cong", "dien"], "cd"), (["cong", "van"], "cv"),
        (["ke", "hoach"], "kh"), (["thong", "bao"], "tb"), (["to", "trinh"], "ttr"), (["bao", "cao"], "bc"), (["huong", "dan"], "hd"),
        (["nd"], "nd"), (["qd"], "qd"), (["tt"], "tt"), (["ct"], "ct"), (["nq"], "nq"), (["cv"], "cv"), (["kh"], "kh"), (["tb"], "tb"),
        (["ttr"], "ttr"), (["bc"], "bc"), (["hd"], "hd"), (["cd"], "cd"), (["ttlt"], "ttlt"),
    ]
    private static let firstWords = Set(types.map { $0.0[0] })

    static func forms(in text: TextPieces) -> Set<String> { Set(all(in: text).flatMap(\.forms)) }

    static func all(in text: TextPieces) -> [DocumentNumber] {
        let pieces = text.pieces
        var found: [DocumentNumber] = []
        // Only pieces that begin with a digit matter; their neighbours are looked at then.
        for index in pieces.indices where isNumber(text, pieces[index]) {
            if let last = found.last, last.range.contains(index) { continue }
            if let number = read(text, at: index) { found.append(number) }
        }
        return found
    }

    private static func isNumber(_ text: TextPieces, _ piece: TextPieces.Piece) -> Bool {
        guard piece.end - piece.start <= 6 else { return false }
        return text.isDigits(piece)
    }

    private static func read(_ text: TextPieces, at index: Int) -> DocumentNumber? {
        let pieces = text.pieces
        let number = trimmed(text.folded(pieces[index]))
        var end = index + 1
        var year: String?
        var code: [String] = []
        if let next = joined(text, end, by: 0x2F), isYear(next) {
            year = next
            end += 1
        }
        // A date (20/11/2026) is no number of a document.
        if year == nil, let next = joined(text, end, by: 0x2F), next.allSatisfy(\.isNumber) { return nil }
        if index > 0, pieces[index].isJoined, text.scalar(after: pieces[index - 1]) == 0x2F, text.isDigits(pieces[index - 1]) { return nil }
        if let next = joined(text, end, by: 0x2F), isCode(next) {
            code.append(next)
            end += 1
            while code.count < 5, let more = joined(text, end, by: 0x2D) ?? joined(text, end, by: 0x26), isCode(more) {
                code.append(more)
                end += 1
            }
        }
        var start = index
        let before = type(text, before: index)
        if let before {
            start = before.start
            if code.isEmpty {
                code = [before.code]
                if year == nil, let said = yearSaid(text, from: end) {
                    year = said.year
                    end = said.end
                }
            }
        }
        guard year != nil || !code.isEmpty else { return nil }
        return DocumentNumber(number: number, year: year, code: code.isEmpty ? nil : code.joined(separator: "~"), range: start..<end)
    }

    /// "năm 2022" right behind, or the bare year.
    private static func yearSaid(_ text: TextPieces, from index: Int) -> (year: String, end: Int)? {
        let pieces = text.pieces
        guard index < pieces.count else { return nil }
        let word = text.folded(pieces[index])
        if isYear(word) { return (word, index + 1) }
        guard word == "nam", index + 1 < pieces.count else { return nil }
        let next = text.folded(pieces[index + 1])
        return isYear(next) ? (next, index + 2) : nil
    }

    /// What the words before say it is: "nghị định số 42".
    private static func type(_ text: TextPieces, before index: Int) -> (code: String, start: Int)? {
        let pieces = text.pieces
        var end = index
        if end > 0, text.folded(pieces[end - 1]) == "so" { end -= 1 }
        guard end > 0 else { return nil }
        let words = (max(0, end - 4)..<end).map { text.folded(pieces[$0]) }
        for (type, code) in types where words.count >= type.count && Array(words.suffix(type.count)) == type {
            return (code, end - type.count)
        }
        return nil
    }

    /// The piece at a place, when nothing but one such character stands before it.
    private static func joined(_ text: TextPieces, _ index: Int, by mark: UInt32) -> String? {
        guard index > 0, index < text.pieces.count else { return nil }
        let (before, piece) = (text.pieces[index - 1], text.pieces[index])
        guard piece.start == before.end + 1, text.scalar(after: before) == mark else { return nil }
        return text.folded(piece)
    }

    private static func isYear(_ text: String) -> Bool { text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20")) && Int(text) != nil }

    /// Letters, perhaps with the number of a term ("QH14"); never digits alone.
    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 12 && text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    }

    private static func trimmed(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }
}
