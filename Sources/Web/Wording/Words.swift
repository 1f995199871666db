public import PortalNetwork
public import RichText

/// A catalogue text: plain words with named holes, `Trang {page} / {pages}`.
public struct Phrase: Sendable, Hashable {
    public enum Part: Sendable, Hashable {
        case literal(String)
        case hole(String)
    }

    public let parts: [Part]

    public var holes: Set<String> {
        Set(parts.compactMap { part in if case .hole(let name) = part { name } else { nil } })
    }

    /// Nil when braces do not pair, or a hole's name is not `[a-z][A-Za-z0-9.]*`.
    init?(_ text: String) {
        var parts: [Part] = []
        var literal = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "{":
                guard let end = rest.firstIndex(of: "}") else { return nil }
                let name = String(rest[..<end])
                guard let path = NamePath(name), !path.isLocal, !name.hasSuffix("?") else { return nil }
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(.hole(name))
                rest = rest[rest.index(after: end)...]
            case "}": return nil
            default: literal.append(character)
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
    }

    public func filled(_ values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .hole(let name): values[name] ?? ""
            }
        }.joined()
    }
}

/// Every text the program itself says, in every language it speaks. Vietnamese is the measure: a key must exist in all catalogues, with the same holes.
public struct Words: Sendable {
    private let phrases: [Language: [String: Phrase]]

    /// Catalogues are files named for their language (`Words/vi.json`); those of all parts of the program together make one.
    public init(_ files: [(path: String, text: String)]) throws(TemplateFaults) {
        var phrases: [Language: [String: Phrase]] = [:]
        var origins: [String: (origin: String, line: Int)] = [:]
        var faults: [TemplateFault] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let name = file.path.split(separator: "/").last.map { String($0).replacing(".json", with: "") } ?? ""
            guard let language = Language(rawValue: name) else {
                faults.append(TemplateFault(origin: file.path, "'\(name)' is not a language of this program"))
                continue
            }
            do throws(TemplateFault) {
                for entry in try CatalogueFile.entries(of: file.text, origin: file.path) {
                    guard let phrase = Phrase(entry.text), !phrase.parts.isEmpty else {
                        faults.append(TemplateFault(origin: file.path, line: entry.line, "'\(entry.key)' is empty or its braces do not pair"))
                        continue
                    }
                    if phrases[language]?[entry.key] != nil {
                        faults.append(TemplateFault(origin: file.path, line: entry.line, "another part of the program already says '\(entry.key)'"))
                    }
                    phrases[language, default: [:]][entry.key] = phrase
                    origins[entry.key] = (file.path, entry.line)
                }
            } catch {
                faults.append(error)
            }
        }
        for key in origins.keys.sorted() {
            guard let place = origins[key] else { continue }
            for language in Language.allCases {
                guard let phrase = phrases[language]?[key] else {
                    faults.append(TemplateFault(origin: place.origin, line: place.line, "'\(key)' is missing in '\(language.rawValue)'"))
                    continue
                }
                if let measure = phrases[.vi]?[key], phrase.holes != measure.holes {
                    faults.append(
                        TemplateFault(origin: place.origin, line: place.line, "'\(key)' has other holes in '\(language.rawValue)' than in 'vi'")
                    )
                }
            }
        }
        guard faults.isEmpty else { throw TemplateFaults(faults: faults) }
        self.phrases = phrases
    }

    public var keys: [String] { (phrases[.vi] ?? [:]).keys.sorted() }

    public func phrase(_ key: String, _ language: Language) -> Phrase? { phrases[language]?[key] }

    public func has(_ key: String) -> Bool { phrases[.vi]?[key] != nil }

    /// A text for places that templates do not reach (titles, problem documents). A key no catalogue has shows as `⟦key⟧`, so that it is seen.
    public func text(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> String {
        phrase(key, language)?.filled(values) ?? "⟦\(key)⟧"
    }

    /// The same, marked as wording of the release: `<span data-r="w" data-k="…">`.
    public func marked(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> Markup {
        TrustedMarkup.of("<span data-r=\"w\" data-k=\"\(HTMLEscape.text(key))\">\(HTMLEscape.text(text(key, language, values)))</span>")
    }
}
