import Casework
public import PortalNetwork
import Vietnamese
public import Web

/// What stands in figures, in the words of who reads it.
public struct CaseNames: Sendable {
    let words: Words
    let language: Language
    let tree: SiteTree
    /// Names of agencies by the text of their ids.
    let agencies: [String: String]

    public init(words: Words, language: Language, tree: SiteTree, agencies: [String: String]) {
        (self.words, self.language, self.tree, self.agencies) = (words, language, tree, agencies)
    }

    func word(_ key: String, _ values: [String: String] = [:]) -> String { words.text(key, language, values) }

    func name(_ cut: CaseCut, _ value: String) -> String {
        switch cut {
        case .agency: value.isEmpty ? word("seeing.no-agency") : agencies[value] ?? value
        case .field: field(value)
        case .track: word("casework.track." + value)
        case .channel: word("casework.channel." + value)
        }
    }

    func field(_ code: String) -> String {
        guard !code.isEmpty else { return word("seeing.no-field") }
        return words.has("triage.field." + code) ? word("triage.field." + code) : code
    }

    func name(_ desk: SiteID) -> String { tree[desk]?.shortName ?? "\(desk)" }

    /// `Tháng 11/2026`, `Quý IV/2026`, `Năm 2026`.
    func name(_ period: CasePeriod) -> String {
        let number = period.length == .quarter ? ["I", "II", "III", "IV"][period.number - 1] : "\(period.number)"
        return word("seeing.period." + period.length.rawValue, ["number": number, "year": "\(period.year)"])
    }

    /// `5 ngày làm việc`; a dash where nothing was answered.
    func median(_ pace: CasePace) -> String {
        switch pace.median {
        case nil: "–"
        case .within(days: 0)?: word("seeing.same-day")
        case .within(let days)?: word("seeing.days", ["days": "\(days)"])
        case .beyond(let days)?: word("seeing.more-days", ["days": "\(days)"])
        }
    }

    func share(_ share: Int?) -> String { share.map { "\($0)%" } ?? "–" }

    /// `12.345` as Vietnamese writes it.
    func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += language == .vi ? "." : "," }
            text.append(digit)
        }
        return (value < 0 ? "−" : "") + text
    }
}
