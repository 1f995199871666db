import PortalDesk
import PortalNetwork
import Publishing
import Testing

@testable import Web

/// Whatever these screens say no to, and every state they show, has its words in every language.
@Suite("Running a portal: words") struct PortalWordsTests {
    @Test("refusals, states, reasons, blocks")
    func words() throws {
        let words = try ProgramTexts(features: [PortalDeskFeature()]).words
        var keys = PortalRefusal.samples.map { "refusal." + $0.key }
        keys += OutgoingLink.State.allCases.map { "portal.link.state-" + $0.rawValue }
        keys += [
            "listed", "gambling-address", "gambling-redirect", "gambling-title", "gone", "server", "answer", "circle", "malformed", "no-host",
            "insecure", "slow", "no-answer", "not-public", "robots", "guarded",
        ].map { "portal.link.reason-" + $0 }
        keys += SiteStatus.allCases.map { "portal.site.state-" + $0.rawValue } + HomeArrangement.allCases.map { "portal.arrangement." + $0.rawValue }
        keys += Banner.Level.allCases.flatMap { ["portal.banner." + $0.rawValue, "portal.banner.level-" + $0.rawValue] }
        for key in keys {
            for language in Language.allCases { #expect(words.phrase(key, language) != nil, "\(key) in \(language.rawValue)") }
        }
        for refusal in PortalRefusal.samples {
            let text = words.text("refusal." + refusal.key, .vi, refusal.values)
            #expect(!text.contains("{") && !text.contains("⟦"), "\(text)")
        }
    }
}
