import Demo
import Foundation
import Testing
import Vietnamese

@Suite("The plan of the demo network")
struct DemoNetworkTests {
    let sites = DemoNetwork.sites

    @Test("has the shape of the real network", arguments: zip([1, 2, 3, 0], [5, 60, 128, 26]))
    func shape(level: Int, count: Int) {
        #expect(sites.count { $0.level == level } == count)
    }

    @Test("counts 36 communes, 17 wards and one special zone")
    func places() {
        #expect(DemoPlace.all.count { $0.kind == .commune } == 36)
        #expect(DemoPlace.all.count { $0.kind == .ward } == 17)
        #expect(DemoPlace.all.count { $0.kind == .specialZone } == 1)
    }

    @Test("names every portal and host once, parents before children")
    func names() {
        var codes: Set<String> = []
        var hosts: Set<String> = []
        for site in sites {
            if let parent = site.parent { #expect(codes.contains(parent), "\(site.code)") }
            #expect(codes.insert(site.code).inserted, "\(site.code)")
            for host in site.hosts { #expect(hosts.insert(host).inserted, "\(host)") }
            #expect(site.hosts.isEmpty == (site.kind == .linked))
            #expect((site.url != nil) == (site.kind == .linked))
            #expect(site.code.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        }
    }

    @Test("names a commune's host after the commune, and tells two that fold alike apart")
    func communeHosts() {
        for place in DemoPlace.all {
            let folded = fold(place.name).filter { $0.isLetter || $0.isNumber }
            #expect(place.hostLabel == folded || place.hostLabel == fold(place.kind.rawValue) + folded, "\(place.name)")
        }
        #expect(DemoPlace.all.first { $0.name == "Vân Lãng" }?.hostLabel == "vanlang")
        #expect(DemoPlace.all.first { $0.name == "Vân Lăng" }?.hostLabel == "xavanlang")
        for odd in ["Ea H'Lin", "B'Rang", "2 An Hải", "Chân Sơn - Lăng Vọng"] { #expect(DemoPlace.all.contains { $0.name == odd }) }
    }

    @Test("uses addresses that cannot exist")
    func invented() {
        for site in sites where site.kind != .linked {
            #expect(site.contact.email.hasSuffix(".example"))
            #expect(site.contact.phone.hasPrefix("0200 "))
            for host in site.hosts { #expect(host.hasSuffix(".localhost")) }
        }
        for site in sites where site.kind == .linked { #expect(site.url?.contains(".example/") == true) }
    }

    @Test("keeps letters readable: every colour has 4.5:1 against white")
    func contrast() throws {
        for site in sites {
            for colour in [site.look.primary, site.look.accent].compactMap(\.self) {
                let ratio = try #require(Self.contrastToWhite(colour), "\(colour)")
                #expect(ratio >= 4.5, "\(site.code): \(colour) has \(ratio)")
            }
        }
    }

    @Test("shows on front pages and in menus only sections the portal has")
    func references() {
        for site in sites where site.kind != .linked {
            let sections = Set(DemoSections.sections(of: site).flatMap(\.codes))
            #expect(DemoSections.sections(of: site).flatMap(\.codes).count == sections.count, "\(site.code)")
            let blocks = (site.look.blocks ?? []).compactMap { block in
                block.split(separator: ":").count == 2 ? block.split(separator: ":").last.map(String.init) : nil
            }
            #expect(!blocks.isEmpty)
            for code in blocks { #expect(sections.contains(code), "\(site.code): \(code)") }
            check(site.menu, on: site, sections)
        }
    }

    @Test("shows all five arrangements of front pages, with what each is known for")
    func arrangements() {
        #expect(Set(sites.compactMap(\.look.arrangement)) == ["province", "department", "commune", "tourism", "enterprises"])
        for site in sites where site.look.arrangement == "commune" {
            #expect(site.look.blocks?.first == "contact" && site.look.officials?.isEmpty == false && site.look.services?.isEmpty == false)
        }
        for entry in sites.flatMap({ ($0.look.services ?? []) }) {
            if let target = entry.target, target.hasPrefix("site:") { #expect(sites.contains { "site:\($0.code)" == target }, "\(target)") }
        }
    }

    private func check(_ menu: [DemoMenuItem], on site: DemoSite, _ sections: Set<String>) {
        let pages = Set(DemoPages.pages(of: site).map(\.key))
        for item in menu {
            switch item.target {
            case .section(let code): #expect(sections.contains(code), "\(site.code): \(code)")
            case .page(let key): #expect(pages.contains(key), "\(site.code): \(key)")
            case .topic(let code): #expect(DemoTopic.all.contains { $0.code == code && $0.site == site.code }, "\(code)")
            case .site(let code): #expect(sites.contains { $0.code == code }, "\(code)")
            case .path(let path): #expect(path.hasPrefix("/"))
            }
            check(item.children, on: site, sections)
        }
    }

    @Test("gives every person a portal that exists and a handle of their own")
    func people() {
        let codes = Set(sites.map(\.code))
        #expect(Set(DemoPeople.all.map(\.handle)).count == DemoPeople.all.count)
        for person in DemoPeople.all {
            #expect(codes.contains(person.site), "\(person.handle)")
            #expect(person.name.split(separator: " ").count >= 3, "\(person.name)")
        }
        for role in ["reporter", "editor", "deskSecretary", "deputyChief", "editorInChief", "operator"] {
            #expect(DemoPeople.all.contains { $0.role == role && $0.site == DemoNetwork.mainCode }, "\(role)")
        }
    }

    /// WCAG 2.1, 1.4.3.
    private static func contrastToWhite(_ colour: String) -> Double? {
        guard colour.hasPrefix("#"), colour.count == 7, let value = Int(colour.dropFirst(), radix: 16) else { return nil }
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let c = Double(part) / 255
            return c <= 0.03928 ? c / 12.92 : Foundation.pow((c + 0.055) / 1.055, 2.4)
        }
        return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)
    }
}
