import Foundation
import Rules
import Testing
import Vietnamese

/// Tables of cases, kept as text beside the tests.
enum Vectors {
    /// The lines of a table, without remarks.
    static func lines(_ name: String) -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Vectors")
        let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    /// `2026-02-13T09:00` in Việt Nam.
    static func instant(_ text: String) -> Instant? {
        let parts = text.split(separator: "T")
        guard parts.count == 2, let date = CivilDate(String(parts[0])) else { return nil }
        let time = parts[1].split(separator: ":").compactMap { Int64($0) }
        guard time.count == 2 else { return nil }
        return VietnamTime.startOfDay(date).adding(seconds: time[0] * 3600 + time[1] * 60)
    }
}

/// The real material beside the project; tests that need it are skipped, and say so, where it is absent.
enum SharedData {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../shared/data").standardizedFileURL
        // A path that is given is the only one looked at.
        let candidate = environment ?? beside
        return FileManager.default.fileExists(atPath: candidate.appendingPathComponent("MANIFEST.csv").path) ? candidate : nil
    }()

    static var isPresent: Bool { folder != nil }
    static let absence: Comment = "needs the shared data set (CAUNOI_SHARED_DATA)"
}

/// SplitMix64: the same seed gives the same cases on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// The clock of the program, and clocks for rules of a test's own.
enum Clocks {
    static let standard: LegalClock? = try? LegalClock.standard()

    /// One calendar for all: it takes its time to make.
    static func calendar() throws -> WorkCalendar { try standard?.calendar ?? WorkCalendar.standard() }

    static func standard(adding overlays: [RuleSource]) throws -> LegalClock {
        let calendar = try calendar()
        return LegalClock(book: try Rulebook.standard(adding: overlays, calendar: calendar), calendar: calendar)
    }

    /// Rules of terms as such: `term-3-day` for the matter `test.3-day`, with every event allowed.
    static func terms(_ terms: [Term], more: String = "") throws -> LegalClock {
        let calendar = try calendar()
        let rules = terms.map { term in
            """
              - code: term-\(term.count)-\(term.unit.rawValue)
                matter: test.\(term.count)-\(term.unit.rawValue)
                title: {vi: Thử, en: Test, zh: 试}
                term: \(term)
                starts: begun
                stops: begun
                suspended-by: [reason]
                restarted-by: [reason]
                extension: {term: 100 \(term.unit.isTime ? "hour" : term.unit == .month ? "day" : term.unit.rawValue), times: 3, reasons: [reason]}
            """
        }
        let text = """
            codes: [{code: begun, vi: bắt đầu, en: begun, zh: 开始}, {code: reason, vi: lý do, en: reason, zh: 理由}]
            defaults: {basis: house, provisional: false}
            rules:
            \(rules.joined(separator: "\n"))
            \(more)
            """
        return LegalClock(book: try Rulebook([RuleSource(name: "test.yaml", text: text)], calendar: calendar), calendar: calendar)
    }

    /// Facts that a rule's scope asks for.
    static func facts(of rule: Rule) -> Facts {
        Facts(
            rule.matter,
            kind: rule.scope.kinds.first,
            track: rule.scope.tracks.first,
            channel: rule.scope.channels.first,
            field: rule.scope.fields.first,
            tier: rule.scope.tiers.first,
            variant: rule.scope.variants.first,
            tenants: rule.tenant.map { [$0] } ?? []
        )
    }
}

func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
func moment(_ text: String) -> Instant { Vectors.instant(text) ?? Instant(rawValue: 0) }
