import Foundation
import Vietnamese

/// A letter whose secrets are known: made from a template, in one of the ways in which people write.
struct LabelledLetter {
    struct Secret {
        /// Scalars of the text in NFC.
        let range: Range<Int>
        /// The raw value of a `SecretKind`.
        let kind: String
    }

    enum Manner: String, CaseIterable {
        case plain, withoutMarks = "without marks", small, capitals = "all capitals", smallWithoutMarks = "small, without marks"
    }

    let text: String
    let secrets: [Secret]

    /// Fills a template. Names given twice are the same, with their given name alone as `{g1}`.
    init(_ template: String, _ manner: Manner, _ maker: inout SecretMaker) {
        var names: [Character: [String]] = [:]
        var pieces: [(text: String, kind: String?)] = []
        var rest = template.replacing("{yob_said}", with: "sinh năm {yob}")[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append((String(rest[..<open]), nil))
            let slot = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            if slot.count == 2, let first = slot.first, let number = slot.last, first == "n" || first == "g" {
                let name = names[number] ?? maker.name()
                names[number] = name
                pieces.append((first == "n" ? name.joined(separator: " ") : name.last ?? "", "person"))
            } else if let colon = slot.firstIndex(of: ":") {
                pieces.append((String(slot[slot.index(after: colon)...]), String(slot[..<colon])))
            } else {
                let secret = maker.secret(slot)
                pieces.append((secret.text, secret.kind))
            }
        }
        pieces.append((String(rest), nil))
        self.init(pieces, manner)
    }

    init(_ pieces: [(text: String, kind: String?)], _ manner: Manner) {
        var text = ""
        var count = 0
        var secrets: [Secret] = []
        for piece in pieces {
            let isSign = piece.kind == "profile" || piece.kind == "coordinates"
            let written = nfc(isSign ? piece.text : Self.write(piece.text, manner))
            let length = written.unicodeScalars.count
            if let kind = piece.kind { secrets.append(Secret(range: count..<count + length, kind: kind)) }
            text += written
            count += length
        }
        (self.text, self.secrets) = (text, secrets)
    }

    private static func write(_ text: String, _ manner: Manner) -> String {
        switch manner {
        case .plain: text
        case .withoutMarks: withoutMarks(text)
        case .small: lowercase(text)
        case .capitals: uppercase(text)
        case .smallWithoutMarks: fold(text)
        }
    }

    /// Marks go, case stays: "Đường" → "Duong".
    static func withoutMarks(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            output.append(scalar == "Đ" ? "D" : scalar == "đ" ? "d" : scalar)
        }
        return String(output)
    }
}
