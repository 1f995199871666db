import Foundation
import Rules
import Testing
import Vietnamese

@Suite("The rules of the program")
struct RulebookTests {
    @Test("every rule has its words, its citation and its place, and can be reckoned on every day it is in force")
    func whole() throws {
        let clock = try #require(Clocks.standard)
        #expect(clock.book.rules.count > 110)
        for rule in clock.book.rules {
            for language in DateLanguage.allCases { #expect(rule.title[language].count >= 2) }
            #expect(clock.book.codes[rule.starts] != nil && clock.book.codes[rule.stops] != nil)
            #expect(rule.place.contains(".yaml:"))
            if rule.basis == .law {
                #expect(!rule.citation.act.isEmpty && rule.citation.link?.hasPrefix("https://") == true, "\(rule.code)")
                #expect(rule.evidence != .none, "\(rule.code)")
            } else {
                #expect(rule.isProvisional, "\(rule.code): a house rule of the program is provisional")
            }
            let start = rule.validity.to ?? max(rule.validity.from ?? day("2026-11-20"), day("2026-11-20"))
            let request = ClockRequest(Clocks.facts(of: rule), start: VietnamTime.startOfDay(start).adding(seconds: 36_000))
            let deadline = try clock.deadline(request)
            #expect(deadline.rule.code == rule.code)
            #expect(deadline.due != nil)
            for language in DateLanguage.allCases {
                let text = try clock.explanation(of: request).text(language, in: clock)
                #expect(!text.contains("{") && !text.contains("step.") && text.contains(rule.title[language]), "\(text)")
            }
        }
    }

    @Test("codes are unique and matters are named alike")
    func codes() throws {
        let rules = try #require(Clocks.standard).book.rules
        #expect(Set(rules.map(\.code)).count == rules.count)
        for rule in rules { #expect(rule.matter.wholeMatch(of: /[a-z-]+\.[a-z-]+/) != nil, "\(rule.matter)") }
    }

    @Test(
        "the rule of the day on which the clock starts",
        arguments: [
            (Facts("draft.open-for-comment", tier: "central"), "2025-03-31", "l80-draft-central"),
            (Facts("draft.open-for-comment", tier: "central"), "2025-04-01", "l64-draft-central"),
            (Facts("draft.open-for-comment", tier: "province"), "2025-03-31", "l80-draft-province"),
            (Facts("draft.open-for-comment", tier: "province"), "2025-04-01", "house-draft-province"),
            (Facts("disclosure.publish"), "2026-11-20", "tctt-18-4"),
            (Facts("disclosure.publish", tier: "province"), "2026-11-20", "tctt-18-4"),
            (Facts("disclosure.publish", tier: "commune"), "2026-11-20", "dccs-12-3"),
            (Facts("disclosure.publish", tier: "commune"), "2023-06-30", "tctt-18-4"),
            (Facts("petition.answer"), "2026-11-20", "house-petition-answer"),
            (Facts("petition.answer", channel: "government-portal"), "2026-11-20", "qd574-answer"),
            (Facts("petition.answer", tenants: ["agency:bo-cong-thuong"]), "2026-11-20", "bct-answer"),
            (Facts("petition.answer", channel: "online", tenants: ["agency:bo-cong-thuong"]), "2026-11-20", "bct-answer-online"),
            (
                Facts("petition.answer", channel: "online", variant: "complex", tenants: ["agency:bo-cong-thuong"]), "2026-11-20",
                "bct-answer-complex"
            ),
            (Facts("petition.transfer", tenants: ["agency:bo-cong-thuong"]), "2026-11-20", "bct-transfer"),
            (Facts("petition.transfer", tenants: ["agency:so-y-te"]), "2026-11-20", "pakn-9-1"),
            (Facts("complaint.settle-first"), "2026-11-20", "kn-28"),
            (Facts("complaint.settle-first", variant: "remote"), "2026-11-20", "kn-28-remote"),
            (Facts("system-log.keep"), "2026-11-20", "house-system-log-keep"),
            (Facts("system-log.keep", variant: "level-3"), "2026-11-20", "tcvn14423-log-3"),
            (Facts("royalty.pay"), "2026-08-31", "nd18-pay"),
        ]
    )
    func selection(_ facts: Facts, _ on: String, _ code: String) throws {
        #expect(try #require(Clocks.standard).rule(for: facts, on: day(on)).code == code)
    }

    @Test(
        "where there is no rule, there is no deadline",
        arguments: [
            (Facts("outage.announce"), "2026-06-30"), (Facts("royalty.pay"), "2026-09-01"), (Facts("petition.transfer"), "2008-03-02"),
            (Facts("information-request.provide", channel: "online", variant: "simple"), "2018-06-30"),
        ]
    )
    func silence(_ facts: Facts, _ on: String) throws {
        let clock = try #require(Clocks.standard)
        #expect(throws: ClockError.noRule(matter: facts.matter, on: day(on))) { try clock.rule(for: facts, on: day(on)) }
    }

    @Test("the three catalogues have the same sentences with the same values")
    func words() throws {
        func values(_ text: String) -> [String] { text.matches(of: /\{[a-z]+\}/).map { String($0.output) }.sorted() }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/Rules/Words")
            .standardizedFileURL
        func read(_ name: String) throws -> [String: String] {
            try JSONDecoder().decode([String: String].self, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
        }
        let vi = try read("vi"), en = try read("en"), zh = try read("zh")
        #expect(Set(vi.keys) == Set(en.keys) && Set(vi.keys) == Set(zh.keys))
        for (key, text) in vi {
            #expect(values(text) == values(en[key] ?? ""), "\(key)")
            #expect(values(text) == values(zh[key] ?? ""), "\(key)")
            #expect(RuleWords.house.text(key, [:], .vi) == text)
        }
    }
}
