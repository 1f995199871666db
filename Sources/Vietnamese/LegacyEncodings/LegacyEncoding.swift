/// Ways in which Vietnamese text was written before Unicode, or was damaged on its way, as they show in Unicode strings.
public enum LegacyEncoding: String, CaseIterable, Sendable {
    /// TCVN 5712-3 ("ABC", fonts .VnTime…): "TiÕng ViÖt".
    case tcvn3
    /// VNI-Windows (fonts VNI-Times…): "Tieáng Vieät".
    case vni
    /// Viet-Std mnemonic in plain ASCII (RFC 1456): "Tie^'ng Vie^.t".
    case viqr
    /// Windows-1258 bytes read as Latin-1: base letters followed by a tone character, "Tiêìng Viêòt".
    case windows1258
    /// UTF-8 read as Windows-1252 and encoded again: "Tiáº¿ng Viá»‡t".
    case doubleUTF8
    /// Character references that nobody resolved: "Vi&#7879;t".
    case htmlEntities
}

/// What the font of a run of text says about its encoding: a hint stronger than any statistics.
public struct LegacyFont: Hashable, Sendable {
    public let encoding: LegacyEncoding
    /// The capital fonts (.VnTimeH) show small-letter codes as capitals: the case is in the font name only.
    public let isCapital: Bool

    /// Nil for fonts that are not known to carry a legacy encoding.
    public init?(family: String) {
        let name = fold(family).drop { $0 == "\"" || $0 == "'" || $0 == " " }
        let trimmed = name.prefix { $0 != "," && $0 != "\"" && $0 != "'" }
        if trimmed.hasPrefix(".vn") {
            encoding = .tcvn3
            isCapital = trimmed.hasSuffix("h")
        } else if trimmed.hasPrefix("vni-") {
            encoding = .vni
            isCapital = false
        } else {
            return nil
        }
    }
}
