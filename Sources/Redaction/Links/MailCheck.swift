import Vietnamese

/// Addresses of mail, also as people write them against robots: "ten (at) gmail com", "ten a còng gmail chấm com". Those of offices (.gov.vn) stand.
struct MailCheck {
    private let tables: NumberWordTables
    private let ends: Set<String> = [
        "com", "vn", "net", "org", "edu", "gov", "info", "co", "me", "uk", "de", "fr", "jp", "kr", "us", "biz", "cn", "tw", "au",
    ]

    init(_ registers: Registers) { tables = registers.numbers }

    func read(_ passage: inout Passage) {
        let codes = passage.codes
        for index in codes.indices where codes[index] == 0x40 || codes[index] == 0xFF20 {
            mail(index..<index + 1, isDisguised: false, &passage)
        }
        var index = 0
        while index < passage.words.count {
            guard let match = tables.at.match(index, in: passage) else {
                index += 1
                continue
            }
            let range = passage.range(index..<index + match.count)
            mail(brackets(range, codes), isDisguised: true, &passage)
            index += match.count
        }
    }

    /// "(at)", "[at]", " at ": the sign with what stands around it.
    private func brackets(_ range: Range<Int>, _ codes: [UInt32]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < 3, [0x20, 0x28, 0x5B, 0x7B, 0x3C].contains(codes[start - 1]) { start -= 1 }
        while end < codes.count, end - range.upperBound < 3, [0x20, 0x29, 0x5D, 0x7D, 0x3E].contains(codes[end]) { end += 1 }
        return start..<end
    }

    private func mail(_ sign: Range<Int>, isDisguised: Bool, _ passage: inout Passage) {
        let codes = passage.codes
        var end = sign.upperBound
        if end < codes.count, Letters.isSpace(codes[end]) { end += 1 }
        var last = sign.lowerBound
        if last > 0, Letters.isSpace(codes[last - 1]) { last -= 1 }
        var start = last
        while start > 0, last - start < 64, isLocal(codes[start - 1]) { start -= 1 }
        while start < last, !Letters.isASCIIAlphanumeric(codes[start]) { start += 1 }
        guard start < last, start == 0 || !Letters.isLetter(codes[start - 1]) else { return }
        guard let domain = domain(end, passage), !isDisguised || domain.isSure else { return }
        if domain.isOffice { return passage.keep(start..<domain.end) }
        let isPlain = !isDisguised && sign.upperBound == end && last == sign.lowerBound && !domain.isLoose
        passage.add(
            Finding(start..<domain.end, .email, isPlain ? .certain : .likely, isPlain ? .mailAddress : .mailDisguised, "email")
        )
    }

    private func isLocal(_ code: UInt32) -> Bool { Letters.isASCIIAlphanumeric(code) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(code) }

    private struct Domain {
        let end: Int
        /// It has an end that there is, or a host of mail that all know.
        let isSure: Bool
        /// Spaces or words for its points.
        let isLoose: Bool
        let isOffice: Bool
    }

    private func domain(_ start: Int, _ passage: Passage) -> Domain? {
        let codes = passage.codes
        guard let first = label(start, codes) else { return nil }
        var labels = [first.text]
        var (end, isLoose) = (first.end, false)
        while labels.count < 6, let point = point(end, passage), let next = label(point.end, codes) {
            let isKnown = ends.contains(next.text)
            // A point that ends a sentence: "an@gmail.com. Nay tôi …".
            guard point.isTight && labels.count < 5 || isKnown else { break }
            guard !point.isSpaceOnly || tables.providers.contains(labels[0]) || labels.count > 1 && isKnown else { break }
            labels.append(next.text)
            (end, isLoose) = (next.end, isLoose || !point.isTight)
        }
        let isProvider =
            tables.providers.contains(first.text) || first.text.hasSuffix("com") && tables.providers.contains(String(first.text.dropLast(3)))
        let isSure = isProvider || labels.count > 1 && ends.contains(labels[labels.count - 1])
        guard labels.count > 1 || isProvider else { return nil }
        return Domain(end: end, isSure: isSure, isLoose: isLoose || labels.count == 1, isOffice: labels.suffix(2) == ["gov", "vn"])
    }

    private func label(_ start: Int, _ codes: [UInt32]) -> (end: Int, text: String)? {
        var end = start
        var text = ""
        while end < codes.count, end - start < 63, Letters.isASCIIAlphanumeric(codes[end]) || codes[end] == 0x2D {
            text.unicodeScalars.append(Unicode.Scalar(codes[end]) ?? " ")
            end += 1
        }
        while end > start, codes[end - 1] == 0x2D { end -= 1 }
        guard end > start, end >= codes.count || !Letters.isLetter(codes[end]) else { return nil }
        return (end, lowercase(String(text.prefix(end - start))))
    }

    /// What stands for a point between two labels: ".", " . ", ",", "(.)", " chấm ", " dot ", for hosts of mail a space.
    private func point(_ start: Int, _ passage: Passage) -> (end: Int, isTight: Bool, isSpaceOnly: Bool)? {
        let codes = passage.codes
        guard start + 1 < codes.count else { return nil }
        if codes[start] == 0x2E, Letters.isASCIIAlphanumeric(codes[start + 1]) { return (start + 1, true, false) }
        var end = start
        var (points, others) = (0, 0)
        while end < codes.count, end - start < 5, [0x20, 0x2E, 0x2C, 0x28, 0x29, 0x5B, 0x5D].contains(codes[end]) {
            if codes[end] == 0x2E || codes[end] == 0x2C { points += 1 } else if codes[end] != 0x20 { others += 1 }
            end += 1
        }
        guard end > start, points <= 1 else { return nil }
        let word = passage.word(at: end)
        if points == 0, word < passage.words.count, passage.words[word].start == end, let match = tables.dot.match(word, in: passage) {
            var after = passage.words[word + match.count - 1].end
            while after < codes.count, after - end < 12, [0x20, 0x29, 0x5D].contains(codes[after]) { after += 1 }
            return (after, false, false)
        }
        return others > 0 && points == 0 ? nil : (end, false, points == 0)
    }
}
