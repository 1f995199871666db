import Rules
import Testing
import Vietnamese

/// House rules of tenants: what is taken, and what is refused with file, line and rule.
@Suite("House rules of tenants")
struct OverlayTests {
    static func overlay(_ rules: String, codes: String = "") -> RuleSource {
        RuleSource(name: "so-y-te.yaml", text: "\(codes)\nrules:\n\(rules)", tenant: "agency:so-y-te")
    }

    static func rule(_ lines: String) -> String {
        """
          - code: syt-1
            title: {vi: Chuyển, en: Transfer, zh: 转送}
            starts: received
            stops: transferred
            \(lines.replacing("\n", with: "\n    "))
        """
    }

    @Test("a shorter term is taken and holds for its tenant only, on its days")
    func shorter() throws {
        let clock = try Clocks.standard(adding: [Self.overlay(Self.rule("matter: petition.transfer\nterm: 2 working-day\nfrom: 2026-01-01"))])
        let mine = Facts("petition.transfer", tenants: ["agency:so-y-te", "site:quangninh", "installation"])
        #expect(try clock.rule(for: mine, on: day("2026-11-20")).code == "syt-1")
        #expect(try clock.rule(for: mine, on: day("2025-11-20")).code == "pakn-9-1")
        #expect(try clock.rule(for: Facts("petition.transfer"), on: day("2026-11-20")).code == "pakn-9-1")
        #expect(try clock.deadline(ClockRequest(mine, start: moment("2026-11-20T08:00"))).due?.civilDate == day("2026-11-25"))
    }

    @Test("the nearest tenant has the say, and may set longer terms where the law is silent")
    func nearest() throws {
        func source(_ tenant: String, _ code: String, _ term: String) -> RuleSource {
            RuleSource(
                name: "\(code).yaml",
                text: "rules:\n" + Self.rule("matter: proposal.answer\nterm: \(term)").replacing("syt-1", with: code),
                tenant: tenant
            )
        }
        let clock = try Clocks.standard(adding: [source("installation", "all-1", "25 day"), source("agency:a", "a-1", "30 day")])
        #expect(try clock.rule(for: Facts("proposal.answer", tenants: ["agency:a", "installation"]), on: day("2026-11-20")).code == "a-1")
        #expect(try clock.rule(for: Facts("proposal.answer", tenants: ["agency:b", "installation"]), on: day("2026-11-20")).code == "all-1")
        #expect(try clock.rule(for: Facts("proposal.answer"), on: day("2026-11-20")).code == "house-proposal-answer")
    }

    @Test(
        "what is surely stricter is taken",
        arguments: [
            "matter: petition.transfer\nterm: 5 working-day", "matter: petition.transfer\nterm: 5 day", "matter: petition.transfer\nterm: 120 hour",
            "matter: petition.transfer\nterm: 0 day\nend: office-close", "matter: disclosure.answer-claim\nterm: 1 working-day",
            "matter: complaint.settle-first\nterm: 20 day\nextension: {term: 10 day, reasons: [complex-case]}",
            "matter: outage.announce\nterm: 10 working-day\nlimit: at-least\ndirection: before",
            "matter: interaction-log.keep\nterm: 24 month\nlimit: at-least\nmoves: false",
            "matter: interaction-log.keep\nterm: 400 day\nlimit: at-least\nmoves: false",
            "matter: spokesperson.publish\nterm: 90 minute",
        ]
    )
    func taken(_ lines: String) throws { _ = try Clocks.standard(adding: [Self.overlay(Self.rule(lines))]) }

    static let refused: [(String, String)] = [
        ("matter: petition.transfer\nterm: 6 working-day", "may only be stricter: 6 working-day is not surely within the 5 working-day"),
        ("matter: petition.transfer\nterm: 6 day", "may only be stricter"),
        ("matter: petition.transfer\nterm: 121 hour", "may only be stricter"),
        ("matter: petition.transfer\nterm: 1 month", "may only be stricter"),
        ("matter: disclosure.answer-claim\nterm: 15 working-day", "may only be stricter"),
        ("matter: disclosure.answer-claim\nterm: 10 working-day", "may only be stricter"),
        ("matter: spokesperson.publish\nterm: 1 day", "may only be stricter"),
        ("matter: petition.transfer\nterm: 3 day\nlimit: at-least", "the law sets at-most and after, the house rule at-least and after"),
        ("matter: outage.announce\nterm: 5 working-day\nlimit: at-least\ndirection: before", "is not surely at least the 7 working-day of the law"),
        ("matter: interaction-log.keep\nterm: 360 day\nlimit: at-least\nmoves: false", "may only be stricter"),
        ("matter: petition.transfer\nterm: 3 working-day\nreception: office-hours", "the law counts what comes in at any time on its day"),
        (
            "matter: petition.transfer\nterm: 3 working-day\nsuspended-by: [more-information]",
            "does not let the clock stand still for 'more-information'"
        ),
        ("matter: petition.transfer\nterm: 3 working-day\nrestarted-by: [reopened]", "does not let the clock begin anew for 'reopened'"),
        ("matter: petition.transfer\nterm: 3 working-day\nextension: {term: 1 working-day, reasons: [complex-case]}", "the law knows no extension"),
        (
            "matter: complaint.settle-first\nterm: 30 day\nextension: {term: 16 day, reasons: [complex-case]}",
            "the law does not allow this extension"
        ),
        ("matter: spokesperson.publish\nterm: 12 hour\nmoves: true", "the law does not move the last day"),
        ("matter: petition.transfer\nterm: 3 working-day\nbasis: law", "only the files of the program say what the law is"),
        ("matter: petition.transfer\nterm: 3 working-day\ntenant: installation", "this file holds rules of 'agency:so-y-te' only"),
        ("matter: petition.transfer\nterm: 3 workingday", "'3 workingday' is not a term like"),
        ("matter: petition.transfer\nterm: -3 day", "is not a term like"),
        ("matter: petition.transfer\nterm: 10001 day", "is not a term like"),
        ("matter: petition.transfer\nterm: 3 day\nextension: {term: 2 hour, reasons: [complex-case]}", "hours and days cannot lengthen each other"),
        ("matter: petition.transfer\nterm: 3 day\nfrom: 2026-02-30", "'2026-02-30' is not a date"),
        ("matter: petition.transfer\nterm: 3 day\nfrom: 2026-03-01\nto: 2026-02-01", "it ends (2026-02-01) before it begins (2026-03-01)"),
        ("matter: petition.transfer\nterm: 3 day\ncolour: red", "'colour' is not known here"),
        ("matter: petition.transfer\nterm: 3 day\nend: noon", "'noon' is not one of end-of-day, office-close"),
        ("matter: petition.transfer\nterm: 3 day\ncite: {act: 1/2026}", "the act '1/2026' is not among the acts"),
        ("matter: petition.transfer\nterm: 3 day\nevery: week", "'week' is no period"),
        ("matter: petition.transfer\nterm: 3 day\nevidence: read", "where nothing is cited, evidence is 'none'"),
        ("matter: petition.transfer\nterm: 3 day\nescalation: [{at: 0, to: nobody}]", "the code 'nobody' has no wording"),
        ("term: 3 day", "'matter' is missing"),
        ("matter: x.y\nterm: [3]", "a text belongs here"),
    ]

    @Test("what is looser or wrong is refused, with file, line and rule", arguments: refused)
    func faults(_ lines: String, _ message: String) throws {
        let error = try #require(throws: RuleDataError.self) { try Clocks.standard(adding: [Self.overlay(Self.rule(lines))]) }
        let text = error.description
        #expect(text.contains(message), "\(text)")
        #expect(text.hasPrefix("so-y-te.yaml:") && text.contains("rule 'syt-1': "), "\(text)")
        #expect(error.faults.allSatisfy { $0.line > 0 })
    }

    @Test("a later law that leaves a house rule behind is found for the days on which both hold")
    func dates() throws {
        // Drafts of ministries: 60 days until March 2025, 20 since. A house rule of 30 days is too short for the first.
        let lines = "matter: draft.open-for-comment\napplies: {tier: central}\nterm: 30 day\nlimit: at-least"
        #expect(throws: RuleDataError.self) { try Clocks.standard(adding: [Self.overlay(Self.rule(lines))]) }
        _ = try Clocks.standard(adding: [Self.overlay(Self.rule(lines + "\nfrom: 2025-04-01"))])
    }

    @Test("two rules that could hold at once, and codes that come twice, are refused with both places")
    func ambiguous() throws {
        let one = Self.rule("matter: petition.transfer\nterm: 3 day\napplies: {channel: online}")
        let two = Self.rule("matter: petition.transfer\nterm: 2 day\napplies: {track: petition}").replacing("syt-1", with: "syt-2")
        let error = try #require(throws: RuleDataError.self) { try Clocks.standard(adding: [Self.overlay(one + "\n" + two)]) }
        #expect(error.description.contains("it could hold at the same time as the rule 'syt-1' (so-y-te.yaml:3)"), "\(error)")
        let twice = try #require(throws: RuleDataError.self) {
            try Clocks.standard(adding: [Self.overlay(one + "\n" + Self.rule("matter: question.answer\nterm: 3 day"))])
        }
        #expect(twice.description.contains("the code is that of the rule in so-y-te.yaml:3"), "\(twice)")
    }

    @Test("a tenant has its own office hours and its own people to tell")
    func hours() throws {
        let source = RuleSource(
            name: "a.yaml",
            text: """
                office-hours: {open: "08:00", close: "16:30"}
                codes: [{code: chairman, vi: chủ tịch, en: chairman, zh: 主席}]
                escalations: {days: [{at: -3, to: chairman}]}
                """,
            tenant: "agency:a"
        )
        let clock = try Clocks.standard(adding: [source])
        let request = ClockRequest(
            Facts("information-request.provide", channel: "in-person", variant: "simple", tenants: ["agency:a"]),
            start: moment("2026-11-20T08:00")
        )
        #expect(try clock.deadline(request).due == moment("2026-11-20T16:30"))
        let deadline = try clock.deadline(ClockRequest(Facts("petition.transfer", tenants: ["agency:a"]), start: moment("2026-11-20T08:00")))
        // Due on Monday 30 November; three working days before is Wednesday 25.
        #expect(clock.escalations(of: deadline).map(\.at) == [moment("2026-11-25T08:00")])
    }

    @Test(
        "files that are no rules",
        arguments: ["", "rules", "- a", "rules: {a: b}", "rules: [1]", "{", "a: 1\na: 2", "rules: &a [*a]", "\u{0}", "rules:\n\t- x"]
    )
    func broken(_ text: String) {
        #expect(throws: RuleDataError.self) { try Clocks.standard(adding: [RuleSource(name: "x.yaml", text: text, tenant: "t")]) }
    }

    @Test("a file that was bitten anywhere is read or refused, never more")
    func bitten() throws {
        let whole = Array("rules:\n\(Self.rule("matter: petition.transfer\nterm: 3 day\nextension: {term: 1 day, reasons: [complex-case]}"))".utf8)
        let calendar = try #require(Clocks.standard).calendar
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                if Bool.random(using: &generator) { bytes.remove(at: place) } else { bytes[place] = UInt8.random(in: 9...126, using: &generator) }
            }
            let source = RuleSource(name: "x.yaml", text: String(decoding: bytes, as: UTF8.self), tenant: "t")
            do { _ = try Rulebook([source], calendar: calendar) } catch { #expect(!error.faults.isEmpty) }
        }
    }
}
