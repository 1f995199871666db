import Vietnamese

/// Names of units in the form in which they are compared.
enum UnitName {
    static let hoChiMinh = key("Hồ Chí Minh")

    /// One spelling for all: lower case, one tone placement, i for y ("Mỹ", "Mĩ"), no apostrophes ("Ea H'Leo", "Ea H’Leo"), hyphens as
    /// spaces ("Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu"), numbers without leading zeros ("Phường 01"). Accents count.
    static func key(_ name: String) -> String {
        let plain = spellingKey(plainLine(name)).filter { !"'’‘ʼ`".contains($0) }
        let words = plain.split { $0 == " " || $0 == "-" || $0 == "–" || $0 == "—" || $0 == "." }
        return words.map { $0.allSatisfy(\.isNumber) ? ($0.drop { $0 == "0" }.isEmpty ? "0" : $0.drop { $0 == "0" }) : $0 }
            .joined(separator: " ")
    }

    /// The key without accents.
    static func folded(_ name: String) -> String { fold(key(name)) }

    /// "Yên Viên (Xã)" → "Yên Viên": lists add the kind in brackets where two names of one district are equal.
    static func withoutRemark(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
        let rest = plainLine(String(name[..<open]))
        return rest.isEmpty ? name : rest
    }
}
