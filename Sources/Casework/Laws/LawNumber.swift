import Vietnamese

/// The number of a law, decree or administrative letter (domain notes 4.2): as it is written, and as it is compared.
public struct LawNumber: Sendable, Hashable {
    /// `42/2022/NĐ-CP`, without blanks.
    public let text: String
    /// The same however it was typed: `42/2022/nd-cp`, without leading zeros.
    public let key: String
    /// The year in the number, or the one that is said right behind it.
    public let year: Int?
    /// Whether the year is part of the number. Where it is not, numbers begin again with every year.
    public let saysYear: Bool

    /// A text that is a number and nothing else.
    public init?(typed: String) {
        let scalars = Self.plain(typed)
        guard let first = scalars.firstIndex(where: { $0 != " " }), let found = Self.read(scalars, at: first),
            scalars[found.end...].allSatisfy({ $0 == " " })
        else { return nil }
        self = found.number
    }

    private init(text: String, key: String, year: Int?, saysYear: Bool) {
        (self.text, self.key, self.year, self.saysYear) = (text, key, year, saysYear)
    }

    /// Every number in a text, each once, in its order.
    public static func all(in text: String) -> [LawNumber] {
        let scalars = plain(text)
        var found: [LawNumber] = []
        var place = 0
        while place < scalars.count {
            guard isDigit(scalars[place]), place == 0 || isFree(scalars[place - 1]), let (number, end) = read(scalars, at: place) else {
                place += 1
                continue
            }
            if !found.contains(where: { $0.key == number.key && $0.year == number.year }) { found.append(number) }
            place = end
        }
        return found
    }
}

extension LawNumber {
    /// Letters, dashes and blanks in one form each.
    private static func plain(_ text: String) -> [Unicode.Scalar] {
        nfc(text).unicodeScalars.map { scalar in
            switch scalar.value {
            case 0xD0: "Đ"
            case 0xF0: "đ"
            case 0x2010...0x2015, 0x2212: "-"
            case 0xA0, 0x2007, 0x202F, 0x09...0x0D: " "
            default: scalar
            }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
    /// What may stand before a number; in the middle of a date, a word or another number none begins.
    private static func isFree(_ scalar: Unicode.Scalar) -> Bool {
        !isDigit(scalar) && !isLetter(scalar) && scalar != "/" && scalar != "." && scalar != "-"
    }

    private static func read(_ all: [Unicode.Scalar], at start: Int) -> (number: LawNumber, end: Int)? {
        guard isDigit(all[start]) else { return nil }
        var end = digits(all, start)
        // `66.22/2026/NQ-CP`
        if end + 1 < all.count, all[end] == ".", isDigit(all[end + 1]) { end = digits(all, end + 1) }
        guard end - start <= 8 else { return nil }
        let sequence = string(all[start..<end])
        var year: Int?
        if let next = joint(all, end, "/"), case let stop = digits(all, next.place), stop - next.place == 4,
            let found = Int(string(all[next.place..<stop])),
            (1900...2199).contains(found), joint(all, stop, "/") != nil
        {
            (year, end) = (found, stop)
        }
        if let next = joint(all, end, "/"), let (code, stop) = code(all, next.place, isSpaced: next.isSpaced, needsProof: year == nil) {
            let number = year.map { "\(sequence)/\($0)/" } ?? "\(sequence)/"
            return (made(number, code, year: year, saidIn: all, from: stop), stop)
        }
        // Of the party and of earlier assemblies: `05-NQ/TU`.
        guard year == nil, let next = joint(all, end, "-"), !next.isSpaced, let (type, typeEnd) = token(all, next.place),
            isCode(type, isSpaced: true),
            let slash = joint(all, typeEnd, "/"), !slash.isSpaced, let (issuer, stop) = token(all, slash.place), isCode(issuer, isSpaced: true)
        else { return nil }
        return (made("\(sequence)-", "\(type)/\(issuer)", year: nil, saidIn: all, from: stop), stop)
    }

    private static func made(_ front: String, _ code: String, year: Int?, saidIn all: [Unicode.Scalar], from end: Int) -> LawNumber {
        // The old way of writing it as one.
        let code = code == "NĐCP" ? "NĐ-CP" : code
        let shown = code.contains { $0.isUppercase } ? code : uppercase(code)
        let bare = String(front.drop { $0 == "0" })
        return LawNumber(
            text: front + shown,
            key: (bare.first?.isNumber == true ? "" : "0") + bare + foldedCode(code),
            year: year ?? yearSaid(all, from: end),
            saysYear: year != nil
        )
    }

    private static func foldedCode(_ code: String) -> String {
        var folded = ""
        var part = ""
        for character in code {
            if "-/&".contains(character) {
                folded += fold(part) + String(character)
                part = ""
            } else {
                part.append(character)
            }
        }
        return folded + fold(part)
    }

    /// "ngày 05/3/2026", "năm 2026" in the words right behind; never the year of a further number.
    private static func yearSaid(_ all: [Unicode.Scalar], from start: Int) -> Int? {
        var place = start
        while place < min(all.count, start + 48), all[place] != ";" {
            guard isDigit(all[place]) else {
                place += 1
                continue
            }
            let end = digits(all, place)
            if end - place == 4, let year = Int(string(all[place..<end])), (1900...2199).contains(year) {
                return joint(all, end, "/") == nil ? year : nil
            }
            place = end
        }
        return nil
    }

    /// Behind a mark that joins, with at most one blank on each side.
    private static func joint(_ all: [Unicode.Scalar], _ place: Int, _ mark: Unicode.Scalar) -> (place: Int, isSpaced: Bool)? {
        var next = place
        if next < all.count, all[next] == " " { next += 1 }
        guard next < all.count, all[next] == mark else { return nil }
        let isSpaced = next > place || next + 1 < all.count && all[next + 1] == " "
        next += 1
        if next < all.count, all[next] == " " { next += 1 }
        return next < all.count ? (next, isSpaced) : nil
    }

    private static func digits(_ all: [Unicode.Scalar], _ place: Int) -> Int {
        var end = place
        while end < all.count, isDigit(all[end]) { end += 1 }
        return end
    }

    /// `NĐ-CP`, `TTLT-BTC-BTP`, `QH15`. `needsProof`: nothing but the code says that this is a number.
    private static func code(_ all: [Unicode.Scalar], _ place: Int, isSpaced: Bool, needsProof: Bool) -> (String, Int)? {
        guard var (code, end) = token(all, place), isCode(code, isSpaced: isSpaced || needsProof) || !isSpaced && isJoined(all, end) else {
            return nil
        }
        for _ in 0..<5 {
            guard let next = joint(all, end, "-") ?? joint(all, end, "&"), let (more, stop) = token(all, next.place),
                isCode(more, isSpaced: next.isSpaced)
            else { break }
            code += (all[..<next.place].last { $0 != " " } == "&" ? "&" : "-") + more
            end = stop
        }
        return (code, end)
    }

    /// `123/qd-ubnd`: the dash says what capitals would.
    private static func isJoined(_ all: [Unicode.Scalar], _ end: Int) -> Bool {
        joint(all, end, "-").map { !$0.isSpaced && isLetter(all[$0.place]) } ?? false
    }

    private static func token(_ all: [Unicode.Scalar], _ place: Int) -> (String, Int)? {
        guard place < all.count, isLetter(all[place]) else { return nil }
        var end = place
        while end < all.count, isLetter(all[end]) || isDigit(all[end]) { end += 1 }
        return end - place <= 12 ? (string(all[place..<end]), end) : nil
    }

    /// Capitals, perhaps with a letter in small (`TTg`), where blanks might make a word of a sentence look like a part of it.
    private static func isCode(_ token: String, isSpaced: Bool) -> Bool {
        guard isSpaced else { return true }
        let (large, small) = (token.count { $0.isUppercase }, token.count { $0.isLowercase })
        return large > small && large >= 2
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
