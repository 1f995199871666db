import Foundation
public import Vietnamese

/// The sentences of explanations and errors in the languages of a portal, with `{name}` where values stand.
public struct RuleWords: Sendable {
    /// The catalogues of the program.
    public static let house = RuleWords(EmbeddedFiles.all.filter { $0.path.hasPrefix("Words/") }.map { ($0.path, $0.text.description) })

    private let texts: [DateLanguage: [String: String]]

    init(_ files: [(path: String, text: String)]) {
        texts = Dictionary(
            DateLanguage.allCases.map { language in
                let text = files.first { $0.path == "Words/\(language.rawValue).json" }?.text ?? ""
                return (language, (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:])
            },
            uniquingKeysWith: { $1 }
        )
    }

    /// The keys of a language, for the test that all have the same.
    func keys(_ language: DateLanguage) -> Set<String> { Set(texts[language, default: [:]].keys) }

    /// The sentence, or its key where there is none.
    public func text(_ key: String, _ values: [String: String] = [:], _ language: DateLanguage) -> String {
        guard let pattern = texts[language]?[key] else { return key }
        var text = "", rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            text += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// `03 ngày làm việc`, `3 working days`, `3个工作日`: below ten with a zero in Vietnamese, as official letters write it.
    public func term(_ term: Term, _ language: DateLanguage) -> String {
        let count = language == .vi && term.count < 10 ? "0\(term.count)" : "\(term.count)"
        let isOne = term.count == 1 && language == .en
        return text("unit.\(term.unit.rawValue)\(isOne ? ".one" : "")", ["count": count], language)
    }
}
