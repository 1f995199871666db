import Vietnamese

/// A place as people write it: "xã Hòa An, huyện Chợ Mới, An Giang", "P.5, TP. Cao Lãnh", "TPHCM".
/// The first part is the unit, each further one something it lies in.
struct UnitQuery {
    struct Part {
        /// Folded word for the kind, where one was written: "xa", "thanh pho".
        let word: String?
        let key: String
        let folded: String
        /// Whether the name was typed with accents, so that they count.
        var isAccented: Bool { key != folded }

        func admits(_ kind: UnitKind) -> Bool { word.map { $0 == fold(kind.word) } ?? true }
    }

    let unit: Part
    let within: [Part]

    init?(_ text: String) {
        let parts = text.split(separator: ",").compactMap { Self.part(plainLine(String($0))) }
        guard let first = parts.first else { return nil }
        unit = first
        within = Array(parts.dropFirst())
    }

    private static let words: Set<String> = Set(UnitKind.allCases.map { fold($0.word) })
    private static let short = [
        "tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "p": "phuong", "x": "xa", "q": "quan", "h": "huyen", "t": "tinh",
    ]
    /// Abbreviations of whole names that are as common as the names.
    private static let abbreviations = [
        "tphcm": ("thanh pho", "Hồ Chí Minh"), "hcm": (nil, "Hồ Chí Minh"), "brvt": (nil, "Bà Rịa - Vũng Tàu"),
    ]

    private static func part(_ text: String) -> Part? {
        let letters = fold(text).filter { $0.isLetter || $0.isNumber }
        if let (word, name) = abbreviations[letters] { return make(word, name) }
        let expanded = expand(text)
        let parts = expanded.split(separator: " ").map(String.init)
        for count in [2, 1] where parts.count > count {
            let word = fold(parts[..<count].joined(separator: " "))
            if words.contains(word) { return make(word, parts[count...].joined(separator: " ")) }
        }
        return make(nil, expanded)
    }

    /// "TP. Huế", "TP.Huế", "tp Huế", "P5" with the word in full. A single letter needs its dot or a number behind it.
    private static func expand(_ text: String) -> String {
        let head = text.prefix { $0.isLetter }
        guard let word = short[fold(String(head))] else { return text }
        let tail = text[head.endIndex...]
        let isAbbreviation = tail.hasPrefix(".") || tail.first?.isNumber == true || (head.count > 1 && tail.hasPrefix(" "))
        return isAbbreviation ? word + " " + plainLine(String(tail.drop { $0 == "." || $0 == " " })) : text
    }

    private static func make(_ word: String?, _ name: String) -> Part? {
        let key = UnitName.key(name)
        return key.isEmpty ? nil : Part(word: word, key: key, folded: fold(key))
    }
}
