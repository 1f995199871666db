import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import Testing

@testable import News

/// Front pages: five arrangements of one set of blocks.
@Suite struct HomeArrangementTests {
    @Test(arguments: HomeArrangement.allCases)
    func everyArrangementIsAWholePage(_ arrangement: HomeArrangement) async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(6, portal.news)
            try await portal.fill(6, portal.economy, titled: "Kinh tế số")
            let look = Look(
                blocks: [
                    "lead", "services", "figures", "officials", "contact", "section:tin-tuc", "notices:kinh-te", "documents:kinh-te",
                    "pictures:tin-tuc",
                    "topics", "components", "links", "section:khong-co", "section", "weather",
                ],
                arrangement: arrangement.rawValue,
                services: [
                    LookEntry("Nộp <hồ sơ>", note: "Trực tuyến", target: "site:so-y-te", icon: "document"),
                    LookEntry("Chưa có địa chỉ", icon: "no-such"),
                ],
                figures: [LookEntry("dân số", value: "1,42 triệu", note: "2026")],
                officials: [LookEntry("Nguyễn Thị Hằng", value: "Chủ tịch")]
            )
            try await Sites.setLook(look, of: portal.province.id, version: portal.province.version, in: portal.database)
            try await portal.refresh()
            let answer = try await portal.get("/")
            PageAudit.check(answer, arrangement.rawValue)
            #expect(answer.body.contains("class=\"home home-\(arrangement.rawValue) inner\""))
            let forms = answer.body.matches(of: /<section class="block block-([a-z]+)"/).map { String($0.output.1) }
            #expect(forms.prefix(4) == ["lead", "services", "figures", "officials"], "\(forms)")
            #expect(forms.contains("section") && forms.contains("notices") && forms.contains("documents") && forms.contains("pictures"), "\(forms)")
            #expect(answer.body.contains("href=\"https://soyte.anson.test/\">Nộp &lt;hồ sơ&gt;</a>"))
            #expect(answer.body.contains("1,42 triệu") && answer.body.contains("Nguyễn Thị Hằng"))
            #expect(answer.body.components(separatedBy: "<svg class=\"icon\"").count > 1 && !answer.body.contains("no-such"))
        }
    }

    /// A portal that arranges nothing has what portals of its kind have.
    @Test(arguments: [(SiteKind.portal, HomeArrangement.province), (.unit, .department), (.commune, .commune), (.thematic, .province)])
    func kindsHaveTheirArrangement(_ kind: SiteKind, _ arrangement: HomeArrangement) async throws {
        #expect(kind.arrangement == arrangement)
        try await TestPortal.with(.sqlite) { portal in
            var site = portal.province
            site.kind = kind
            let plan = HomePlan(Look(), site, SectionIndex([portal.news, portal.economy]))
            #expect(plan.arrangement == arrangement && plan.hasLead)
            #expect(plan.entries.contains { $0.section?.id == portal.news.id })
            #expect(HomePlan(Look(arrangement: "tourism"), site, SectionIndex([portal.news])).arrangement == .tourism)
        }
    }

    /// A section in two forms is read once, as often as the longer form needs.
    @Test func sectionsAreReadOnce() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let look = Look(blocks: ["section:tin-tuc", "notices:tin-tuc", "documents:kinh-te"])
            let lists = HomePlan(look, portal.province, SectionIndex([portal.news, portal.economy])).lists
            #expect(lists.map(\.key) == [.section(portal.news.id), .section(portal.economy.id)] && lists.map(\.count) == [6, 6])
        }
    }
}
