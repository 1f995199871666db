import Demo
import Testing
import Vietnamese

@Suite("The static pages of the demo")
struct DemoPagesTests {
    static let sites = DemoNetwork.sites.filter { $0.kind != .linked }

    @Test("every portal has an introduction, a way to reach it, and says what it does with personal data")
    func complete() {
        for site in Self.sites {
            let pages = DemoPages.pages(of: site)
            #expect(Set(pages.map(\.key)).count == pages.count, "\(site.code)")
            #expect(pages.count >= 4, "\(site.code)")
            let texts = pages.flatMap { [$0.summary ?? ""] + $0.body.flatMap(\.texts) }
            #expect(texts.contains { $0.contains("91/2025/QH15") }, "\(site.code)")
            #expect(texts.contains { $0.contains(site.contact.email) }, "\(site.code)")
        }
        #expect(DemoNetwork.sites.filter { $0.kind == .linked }.allSatisfy { DemoPages.pages(of: $0).isEmpty })
    }

    @Test("pages read as text")
    func texts() {
        for site in Self.sites {
            for page in DemoPages.pages(of: site) {
                for text in [page.title, page.summary ?? "x"] + page.body.flatMap(\.texts) {
                    #expect(!text.isEmpty && !text.contains("  ") && !text.contains("{"), "\(site.code) \(page.key): \(text)")
                    #expect(Array(nfc(text).utf8) == Array(text.utf8), "\(site.code) \(page.key)")
                }
                #expect(page.body.last == .paragraph(DemoMark.sentence(site.language)), "\(site.code) \(page.key)")
            }
        }
    }
}
