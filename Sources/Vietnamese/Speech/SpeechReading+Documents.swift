/// Numbers of documents (Nghị định 30/2020/NĐ-CP): 42/2022/NĐ-CP, 123/QĐ-UBND, 15-NQ/TW, 61/2018/QH14.
extension SpeechReading {
    func document(_ index: Int) -> Spoken? {
        guard let number = tokens.digits(index), number.count <= 7 else { return nil }
        var at = index + 1
        // 1234a/QĐ-UBND
        var letter: String?
        if let word = tokens.tightWord(at), word.count == 1, tokens.sign(at + 1, "/-") {
            letter = word
            at += 1
        }
        var year: String?
        if tokens.sign(at, "/"), let digits = tokens.tightDigits(at + 1), digits.count == 4, tokens.sign(at + 2, "/-") {
            year = digits
            at += 2
        }
        guard tokens.sign(at, "/-"), isDocumentCode(at), let code = code(at + 1) else { return nil }
        // A dash alone joins a number to a code only in the party's way: 15-NQ/TW.
        if year == nil, tokens[at]?.text == "-", !code.hasSlash { return nil }
        return Spoken(text: spoken(number, letter, year, code, index), end: code.end)
    }

    /// Whether the sign at a piece is followed by the symbol of a document.
    func isDocumentCode(_ index: Int) -> Bool {
        guard tokens.sign(index, "/-"), let word = tokens.tightWord(index + 1), let first = word.first, first.isUppercase, word.count <= 10 else {
            return false
        }
        if lexicon.documentType(word) != nil || lexicon.issuer(word) != nil { return true }
        return word.count >= 2 && word.filter(\.isUppercase).count * 2 > word.count && lexicon.unit(word) == nil
    }

    struct DocumentCode {
        var parts: [String] = []
        /// The number of the National Assembly that stands behind QH: QH14.
        var term: String?
        var hasSlash = false
        var end: Int
    }

    private func code(_ index: Int) -> DocumentCode? {
        guard let first = tokens.word(index) else { return nil }
        var code = DocumentCode(parts: [first], end: index + 1)
        while true {
            if let digits = tokens.tightDigits(code.end), digits.count <= 2, ["QH", "UBTVQH"].contains(code.parts.last ?? "") {
                code.term = digits
                code.end += 1
            }
            guard tokens.sign(code.end, "-–/&."), let next = tokens.tightWord(code.end + 1), next.first?.isUppercase == true else { return code }
            switch tokens[code.end]?.text {
            case "&": code.parts[code.parts.count - 1] += "&" + next
            case ".": code.parts.append(next)
            case "/":
                code.hasSlash = true
                code.parts.append(next)
            default: code.parts.append(next)
            }
            code.end += 2
            // The room of an office (UBND-P3): its number is not said.
            if let digits = tokens.tightDigits(code.end), digits.count <= 2, code.parts.last != "QH", code.parts.last != "UBTVQH" { code.end += 1 }
        }
    }

    private func spoken(_ number: String, _ letter: String?, _ year: String?, _ code: DocumentCode, _ index: Int) -> String {
        let value = Int64(number) ?? 0
        var words = numberWords(value) + (letter.map { " " + lexicon.spelled($0) } ?? "")
        if let year, let value = Int64(year) { words += " năm " + numberWords(value) }
        let type = lexicon.documentType(code.parts[0])
        // Of a letter (1234/UBND-VX) the office is said, not the desk that wrote it.
        var issuers = type == nil ? [code.parts[0]] : Array(code.parts.dropFirst())
        if type != nil, issuers.count > 2, code.parts[0] != "TTLT" { issuers.removeLast(issuers.count - 2) }
        let names = issuers.map { name(of: $0, term: code.term) }
        let end = names.isEmpty || saysIssuer(code.end) ? "" : " của " + names.joined(separator: ", ")
        let before = tokens.wordsBefore(index, 6)
        let saysNumber = before.last == "số"
        let said = (saysNumber ? Array(before.dropLast()) : before).joined(separator: " ")
        if let type, !said.hasSuffix(type) {
            // "số 123/QĐ-UBND": the number has begun; else what it is comes first.
            return saysNumber ? words + ", " + type + (end.isEmpty ? "," : end + ",") : "\(type) số \(words)\(end)"
        }
        return (saysNumber ? "" : "số ") + words + end
    }

    private func name(of issuer: String, term: String?) -> String {
        let name = lexicon.issuer(issuer) ?? lexicon.exact(issuer) ?? lexicon.spelled(issuer)
        guard issuer == "QH" || issuer == "UBTVQH", let term, let number = Int64(term) else { return name }
        return "\(name) khóa \(numberWords(number))"
    }

    /// "… ngày 24/6/2022 của Chính phủ": the text says itself who issued it.
    private func saysIssuer(_ index: Int) -> Bool {
        for offset in 0..<12 {
            guard let token = tokens[index + offset] else { return false }
            if token.kind == .sign, ".;,)".contains(token.text), !(token.isTight && tokens.tightDigits(index + offset + 1) != nil) { return false }
            if token.kind == .word, token.text == "của" || token.text == "do" { return true }
        }
        return false
    }
}
