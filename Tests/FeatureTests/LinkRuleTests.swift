import Foundation
import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

/// Record design 4.2: a link that leads to a host that is not registered is worth nothing, wherever on a page it stands.
@Suite("Links that lead out") struct LinkRuleTests {
    struct Anchor: Hashable {
        let href: String
        let rel: Set<String>
    }

    /// Every link of a page, as it was written.
    static func anchors(_ html: String) -> [Anchor] {
        PageAudit.tags("a", in: html).map { tag in
            func value(_ name: String) -> String { PageAudit.values(of: name, in: tag + " ").first ?? "" }
            return Anchor(href: value("href").replacing("&amp;", with: "&"), rel: Set(value("rel").split(separator: " ").map(String.init)))
        }
    }

    private static func host(_ address: String) -> String? {
        address.hasPrefix("http") ? URL(string: address)?.host?.lowercased() : nil
    }

    /// What is wrong with the links of a page.
    static func faults(_ html: String, _ portal: TestPortal, registered: Set<String>) -> [String] {
        anchors(html).compactMap { anchor in
            guard let host = host(anchor.href) else { return nil }
            let isOwn = portal.tree.site(host: host) != nil
            let isWorthless = anchor.rel.isSuperset(of: ["nofollow", "noopener"])
            if isOwn || registered.contains(host) { return isWorthless ? "\(anchor.href) is trusted and says \(anchor.rel.sorted())" : nil }
            let isShare = ["www.facebook.com", "sp.zalo.me"].contains(host)
            return isWorthless && (isShare || anchor.rel.contains("ugc")) ? nil : "\(anchor.href) leads out and says \(anchor.rel.sorted())"
        }
    }

    @Test("on every kind of page, before and after a host is registered", arguments: Backend.available)
    func everywhere(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let chief = try await portal.by("chief")
            let (publisher, province) = (portal.publishing, portal.province.id)
            let full = try await portal.publishFullArticle()
            let page = try await portal.publish(
                StaticPage(title: "Trang", summary: "", body: RichText([.paragraph([.link(.address("https://trang.example.org/"), "Ngoài")])])),
                in: Place(site: province)
            )
            try await portal.database.write { db in
                try Sites.setMenu(
                    [
                        MenuItem(
                            label: "Ngoài",
                            target: "https://menu.example.org/",
                            children: [MenuItem(label: "Sâu", target: "https://sau.example.org/x")]
                        ),
                        MenuItem(label: "Sở", target: "site:\(portal.department.code)"),
                        MenuItem(label: "Sở, đủ", target: "https://\(TestPortal.departmentHost)/"),
                    ],
                    of: province,
                    in: db
                )
                var look = portal.province.look
                look.services = [LookEntry("Dịch vụ", target: "https://dich-vu.example.org/")]
                look.officials = [LookEntry("Người", target: "https://nguoi.example.org/")]
                look.blocks = ["lead", "services", "officials", "components", "links"]
                _ = try Sites.setLook(look, of: province, version: portal.province.version, in: db)
                _ = try Sites.raiseBanner(
                    BannerDraft(
                        level: .notice,
                        text: "Thông báo",
                        target: "https://banner.example.org/",
                        reachesChildren: true,
                        expiresAt: portal.clock.now.adding(seconds: 3600)
                    ),
                    on: province,
                    id: publisher.ids.next(),
                    by: chief.actor.person,
                    at: portal.clock.now,
                    in: db
                )
                _ = try Sites.add(
                    SiteDraft(
                        code: "lien-ket",
                        parent: province,
                        kind: .linked,
                        settings: SiteSettings(name: "Trang liên kết", shortName: "Liên kết", url: "https://lien-ket.example.org/")
                    ),
                    id: publisher.ids.next(),
                    at: portal.clock.now,
                    in: db
                )
            }
            try await portal.refresh()
            let article = try await portal.path(full.id)
            let targets = [
                "/", "/kinh-te/", article, article + "?in=1", try await portal.path(page.item), "/so-do-trang", "/gioi-thieu", "/lien-he",
                "/bao-ve-du-lieu", "/chuyen-trang/phong-chong-thien-tai/", "/luu-tru/1999/01/", "/khong-co/",
            ]
            let outside = ["menu", "sau", "banner", "dich-vu", "nguoi", "lien-ket", "trang", "bao"].map { $0 + ".example.org" } + ["example.org"]
            var seen: Set<String> = []
            for target in targets {
                let html = try await portal.get(target).body
                #expect(Self.faults(html, portal, registered: []) == [], "\(target)")
                seen.formUnion(Self.anchors(html).compactMap { Self.host($0.href) })
            }
            #expect(seen.isSuperset(of: outside), "not seen: \(Set(outside).subtracting(seen))")

            let text = try await portal.shown(full.id)?.textCommitment
            try await portal.database.write { db in
                for (number, host) in outside.enumerated() {
                    let id = HostProposalID(rawValue: Int64(9000 + number))
                    let now = portal.clock.now
                    let one = try OutboundHosts.propose(.add, host, because: "Thử", on: province, id: id, by: PersonID(rawValue: 1), at: now, in: db)
                    try OutboundHosts.decide(one, .approved, answer: nil, entry: 1, by: PersonID(rawValue: 2), at: now, in: db)
                }
            }
            try await portal.refresh()
            for target in targets {
                let html = try await portal.get(target).body
                #expect(Self.faults(html, portal, registered: Set(outside)) == [], "\(target), registered")
            }
            // What the record commits to does not know of the register.
            #expect(try await ArticlePageTests.commitment(ofPage: portal.get(article).body, portal) == text)
            // On the department's portal the inherited banner leads out with weight too; on one outside the tree it would not.
            let below = try await portal.get("/", host: TestPortal.departmentHost).body
            #expect(Self.faults(below, portal, registered: Set(outside)) == [])
        }
    }
}
