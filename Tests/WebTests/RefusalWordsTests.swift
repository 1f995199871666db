import Casework
import Foundation
import PortalNetwork
import Publishing
import Testing

@testable import Web

/// Whatever the program refuses, and whatever a review finds, is said in every language, with the figures at hand.
@Suite("Words of refusals and findings")
struct RefusalWordsTests {
    /// All refusals of a type, as it lists them itself.
    struct Family: Sendable, CustomTestStringConvertible {
        let name: String
        let samples: [any Refusal]

        var testDescription: String { name }
    }

    static let families = [
        Family(name: "SiteRefusal", samples: SiteRefusal.samples), Family(name: "PeopleRefusal", samples: PeopleRefusal.samples),
        Family(name: "LeaderRefusal", samples: LeaderRefusal.samples), Family(name: "HostRefusal", samples: HostRefusal.samples),
        Family(name: "ApprovalRefusal", samples: ApprovalRefusal.samples),
        Family(name: "AccessRefusal", samples: AccessRefusal.samples),
        Family(name: "AgencyRefusal", samples: AgencyRefusal.samples), Family(name: "UnitRefusal", samples: UnitRefusal.samples),
        Family(name: "AuthorizationRefusal", samples: AuthorizationRefusal.samples),
        Family(name: "WorkflowRefusal", samples: WorkflowRefusal.samples), Family(name: "PublishingRefusal", samples: PublishingRefusal.samples),
        Family(name: "RecordRefusal", samples: RecordRefusal.samples), Family(name: "OriginRefusal", samples: OriginRefusal.samples),
        Family(name: "LibraryRefusal", samples: LibraryRefusal.samples), Family(name: "CaseRefusal", samples: CaseRefusal.samples),
        Family(name: "LawRefusal", samples: LawRefusal.samples), Family(name: "TemplateRefusal", samples: TemplateRefusal.samples),
        Family(name: "HouseRefusal", samples: HouseRefusal.samples), Family(name: "OutageRefusal", samples: OutageRefusal.samples),
        Family(name: "CompetenceRefusal", samples: CompetenceRefusal.samples),
        // Keys made of a value's name: a value added to the type needs its text too.
        Family(name: "SiteStatus", samples: SiteStatus.allCases.map(SiteRefusal.statusAlready)),
        // Values the program passes on although they may be empty.
        Family(
            name: "without a proposal",
            samples: [
                SiteRefusal.hostNotPlain(host: "xn--a.vn", suggestion: ""), SiteRefusal.hostTaken(host: "a", by: "", suggestions: []),
                SiteRefusal.codeTaken(code: "a", by: "", suggestions: []), PublishingRefusal.findings([]),
            ]
        ),
    ]

    /// What is wrong with the words of a refusal; nothing if all is well.
    static func faults(of refusal: any Refusal, in words: Words) -> [String] {
        let key = "refusal." + refusal.key
        return Language.allCases.flatMap { language -> [String] in
            guard let phrase = words.phrase(key, language) else { return ["'\(key)' is missing in '\(language.rawValue)'"] }
            let unknown = phrase.holes.subtracting(refusal.values.keys).sorted()
            if !unknown.isEmpty { return ["'\(key)' in '\(language.rawValue)' has holes nothing fills: \(unknown.joined(separator: ", "))"] }
            return []
        }
    }

    @Test("every refusal is said in every language", arguments: families)
    func refusals(_ family: Family) throws {
        let words = try ProgramTexts(features: []).words
        #expect(!family.samples.isEmpty)
        for sample in family.samples {
            let faults = Self.faults(of: sample, in: words)
            #expect(faults == [])
            for language in Language.allCases {
                let text = words.text("refusal." + sample.key, language, sample.values)
                #expect(!text.contains("{") && !text.contains("⟦"), "\(text)")
            }
        }
    }

    @Test("no text of a refusal has outlived it")
    func texts() throws {
        let known = Set(Self.families.flatMap(\.samples).map { "refusal." + $0.key })
        let said = try ProgramTexts(features: []).words.keys.filter { $0.hasPrefix("refusal.") }
        #expect(said.filter { !known.contains($0) } == [])
    }

    @Test("a missing text and a hole that nothing fills are noticed")
    func noticed() throws {
        let words = try Words(
            ["vi", "en", "zh"].map {
                (path: "Words/\($0).json", text: #"{"refusal.people.unknown": "{name}", "refusal.people.name-too-long": "{limit}"}"#)
            }
        )
        let faults = [PeopleRefusal.nameTooLong(limit: 9), .unknown("an"), .siteUnknown].map { Self.faults(of: $0, in: words) }
        let languages = ["vi", "en", "zh"]
        #expect(faults[0] == [])
        #expect(faults[1] == languages.map { "'refusal.people.unknown' in '\($0)' has holes nothing fills: name" })
        #expect(faults[2] == languages.map { "'refusal.people.site-unknown' is missing in '\($0)'" })
    }
}

// MARK: - Findings

extension RefusalWordsTests {
    /// A finding as a source file makes it.
    struct MadeFinding: Equatable {
        let key: String
        let values: Set<String>
    }

    /// The findings that a source text makes. Nil where one is made in a way this reading does not understand, so that none slips through.
    static func findings(in source: String) -> [MadeFinding]? {
        let finding =
            #/
            ReviewFinding\(\s*field:\s*[^,]+,\s*key:\s*"(?<key>[^"\\]+)"
            (?:,\s*values:\s*\[(?<values>(?s:.*?))\]\s*[,\)])?
            /#
        let made = source.matches(of: finding)
        guard made.count == source.matches(of: #/ReviewFinding\(/#).count else { return nil }
        return made.map { match in
            let values = match.values.map { $0.matches(of: #/"(?<name>\w+)":/#).map { String($0.name) } } ?? []
            return MadeFinding(key: String(match.key), values: Set(values))
        }
    }

    /// The files below `Sources` with an ending. `CAUNOI_ROOT` names another checkout than the one this was built from.
    private static func files(_ ending: String) throws -> [(path: String, text: String)] {
        let root =
            ProcessInfo.processInfo.environment["CAUNOI_ROOT"].map { URL(filePath: $0, directoryHint: .isDirectory) }
            ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let sources = root.appending(path: "Sources", directoryHint: .isDirectory)
        let all = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return try all.filter { $0.lastPathComponent.hasSuffix(ending) }.map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
    }

    @Test("every finding is said in every language")
    func findings() throws {
        let words = try Words(Self.files(".json").filter { $0.path.contains("/Words/") })
        var count = 0
        for file in try Self.files(".swift") where file.text.contains("ReviewFinding(") {
            let made = try #require(Self.findings(in: file.text), "\(file.path) makes a finding whose key cannot be read from the source")
            for finding in made {
                count += 1
                let said = words.phrase("finding." + finding.key, .vi)
                let phrase = try #require(said, "\(file.path): 'finding.\(finding.key)' has no text")
                #expect(phrase.holes.isSubset(of: finding.values), "\(file.path): 'finding.\(finding.key)' has holes nothing fills")
            }
        }
        #expect(count > 5, "the sources were not found")
    }

    @Test("findings are read from sources as they are written")
    func reading() {
        let source = #"""
            if blank { return [ReviewFinding(field: "", key: "wrong-kind")] }
            out.append(
                ReviewFinding(
                    field: name,
                    key: "too-long",
                    values: [
                        "label": label, "maximum": "\(maximumLength)",
                        "length": "\(length)",
                    ],
                    severity: .warning
                )
            )
            """#
        #expect(
            Self.findings(in: source) == [
                MadeFinding(key: "wrong-kind", values: []), MadeFinding(key: "too-long", values: ["label", "maximum", "length"]),
            ]
        )
        #expect(Self.findings(in: #"ReviewFinding(field: "", key: key)"#) == nil)
        #expect(Self.findings(in: "func review() -> [ReviewFinding]") == [])
    }
}
