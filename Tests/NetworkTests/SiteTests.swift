import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite struct SiteTests {
    @Test(arguments: Backend.available)
    func aPortalIsStoredAsItWasAdded(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let agency = try await Agencies.add(
                AgencyNaming(name: "UBND tỉnh An Sơn", shortName: "UBND tỉnh", kind: .peoplesCommittee),
                from: day("2000-01-01"),
                to: net.database,
                ids: net.ids,
                clock: net.clock
            )
            let contact = Contact(address: "Số 1 Trần Phú", phone: "0203 3835 678", email: "cong@anson.gov.vn", responsible: "Ông A")
            let look = Look(
                primary: "#AA1122",
                accent: "#ffdd00",
                slogan: "Vì nhân dân phục vụ",
                footer: ["Một", "Hai"],
                theme: "an-son",
                blocks: ["lead", "section:tin-tuc"]
            )
            let draft = SiteDraft(
                code: "an-son",
                parent: nil,
                kind: .portal,
                settings: SiteSettings(
                    name: "  Cổng thông tin  điện tử\u{200B} tỉnh An Sơn ",
                    shortName: "An So\u{031B}n",
                    agency: agency.id,
                    hosts: ["AnSon.gov.vn.", "www.anson.gov.vn"],
                    contact: contact,
                    position: 3
                ),
                look: look
            )
            let added = try await Sites.add(draft, to: net.database, ids: net.ids, clock: net.clock)
            let site = try await net.site(added.id)
            #expect(site == added)
            #expect(site.name == "Cổng thông tin điện tử tỉnh An Sơn")
            #expect(Array(site.shortName.utf8) == Array("An Sơn".utf8))
            #expect(site.hosts == ["anson.gov.vn", "www.anson.gov.vn"])
            #expect(site.look.primary == "#aa1122")
            #expect(site.contact == contact)
            #expect(site.createdAt == Net.start)
            #expect(site.version == 1)
            #expect(try await net.tree()[site.id] == site)
            #expect(try await net.database.read { try Sites.site(code: "an-son", in: $0) } == site)
            #expect(try await net.database.read { try Sites.site(code: "khac", in: $0) } == nil)
        }
    }

    @Test(arguments: [
        ("Tinh", SiteRefusal.codeInvalid("Tinh")), ("sở", .codeInvalid("sở")), ("a", .codeInvalid("a")), ("-ab", .codeInvalid("-ab")),
        ("a--b", .codeInvalid("a--b")), ("ab-", .codeInvalid("ab-")), ("1ab", .codeInvalid("1ab")), ("", .codeInvalid("")),
        (String(repeating: "a", count: 64), .codeInvalid(String(repeating: "a", count: 64))),
        ("www", .codeReserved("www")), ("api", .codeReserved("api")), ("mail", .codeReserved("mail")), ("cong-bao", .codeReserved("cong-bao")),
        ("congbao", .codeReserved("congbao")), ("desk", .codeReserved("desk")), ("van-ban", .codeReserved("van-ban")),
    ])
    func codesAreRefused(_ code: String, _ refusal: SiteRefusal) async throws {
        try await withNet(.sqlite) { net in
            await #expect(throws: refusal) { try await net.add(code, hosts: ["a.localhost"]) }
        }
    }

    @Test(arguments: [
        ("", SiteRefusal.hostInvalid("")), ("a b.vn", .hostInvalid("a b.vn")), ("a_b.vn", .hostInvalid("a_b.vn")),
        ("-a.vn", .hostInvalid("-a.vn")), ("a-.vn", .hostInvalid("a-.vn")), ("a..vn", .hostInvalid("a..vn")),
        ("a.vn:8080", .hostInvalid("a.vn:8080")),
        ("https://a.vn", .hostInvalid("https://a.vn")),
        ("sởytế.quảngninh.vn", .hostNotPlain(host: "sởytế.quảngninh.vn", suggestion: "soyte.quangninh.vn")),
        ("xn--soyt-bsa.vn", .hostNotPlain(host: "xn--soyt-bsa.vn", suggestion: "")),
        ("mail.vidu.vn", .hostReserved(host: "mail.vidu.vn", label: "mail")),
        (String(repeating: "a", count: 64) + ".vn", .hostInvalid(String(repeating: "a", count: 64) + ".vn")),
    ])
    func hostsAreRefused(_ host: String, _ refusal: SiteRefusal) async throws {
        try await withNet(.sqlite) { net in
            await #expect(throws: refusal) { try await net.add("tinh", hosts: [host]) }
            let count = try await net.tree().count
            #expect(count == 0)
        }
    }

    @Test func otherSettingsAreRefused() async throws {
        try await withNet(.sqlite) { net in
            let root = try await net.add("tinh")
            let linked = try await net.add("bao", below: root.id, kind: .linked)
            func refused(_ refusal: SiteRefusal, kind: SiteKind = .unit, below parent: SiteID? = root.id, _ edit: (inout SiteSettings) -> Void) async
            {
                var settings = SiteSettings(name: "Sở", shortName: "Sở", hosts: ["so.localhost"])
                edit(&settings)
                let draft = SiteDraft(code: "so-moi", parent: parent, kind: kind, settings: settings)
                await #expect(throws: refusal) { try await Sites.add(draft, to: net.database, ids: net.ids, clock: net.clock) }
            }
            await refused(.nameMissing) { $0.name = " \u{200B} " }
            await refused(.nameTooLong(limit: 200)) { $0.name = String(repeating: "ạ", count: 201) }
            await refused(.shortNameMissing) { $0.shortName = "" }
            await refused(.shortNameTooLong(limit: 80)) { $0.shortName = String(repeating: "a", count: 81) }
            await refused(.hostMissing) { $0.hosts = [] }
            await refused(.hostTwice("so.localhost")) { $0.hosts = ["so.localhost", "SO.localhost"] }
            await refused(.tooManyHosts(limit: 20)) { $0.hosts = (1...21).map { "h\($0).vn" } }
            await refused(.urlOnlyForLinkedSite) { $0.url = "https://a.vn" }
            await refused(.hostOnLinkedSite, kind: .linked) { $0.url = "https://a.vn" }
            await refused(.urlMissing, kind: .linked) { $0.hosts = [] }
            for url in [
                "ftp://a.vn", "javascript:alert(1)", "https://a@b.vn", "https://", "https://a b.vn", "//a.vn", "https://a.vn:99999",
                "https://a.vn/\\",
            ] {
                await refused(.urlInvalid(url), kind: .linked) { ($0.hosts, $0.url) = ([], url) }
            }
            await refused(.parentRequired(.unit), below: nil) { _ in }
            await refused(.parentUnknown("\(SiteID(rawValue: 5))"), below: SiteID(rawValue: 5)) { _ in }
            await refused(.parentIsLinked("bao"), below: linked.id) { _ in }
            await refused(.languageOfParent(.vi), kind: .language) { _ in }
            await refused(.agencyUnknown) { $0.agency = AgencyID(rawValue: 9) }
            await refused(.contactInvalid(part: "email")) { $0.contact.email = "a@b" }
            await refused(.contactInvalid(part: "phone")) { $0.contact.phone = "không có" }
            await refused(.contactTooLong(part: "address", limit: 300)) { $0.contact.address = String(repeating: "a", count: 301) }
        }
    }

    @Test(arguments: Backend.available)
    func aTakenCodeComesWithOtherNames(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            try await net.add("tan-thanh", below: root.id, kind: .commune, name: "Xã Tân Thành", hosts: ["tanthanh.vidu.vn"])
            let draft = SiteDraft(
                code: "tan-thanh",
                parent: root.id,
                kind: .commune,
                settings: SiteSettings(name: "Xã Tân Thạnh", shortName: "Xã Tân Thạnh", hosts: ["tanthanh2.vidu.vn"]),
                unitCode: "28243"
            )
            await #expect(
                throws: SiteRefusal.codeTaken(code: "tan-thanh", by: "Xã Tân Thành", suggestions: ["xa-tan-thanh", "tan-thanh-28243", "tan-thanh-2"])
            ) {
                try await Sites.add(draft, to: net.database, ids: net.ids, clock: net.clock)
            }
            await #expect(
                throws: SiteRefusal.hostTaken(host: "tanthanh.vidu.vn", by: "tan-thanh", suggestions: ["xatanthanh.vidu.vn", "tanthanh2.vidu.vn"])
            ) {
                try await net.add("xa-tan-thanh", below: root.id, kind: .commune, name: "Xã Tân Thạnh", hosts: ["tanthanh.vidu.vn"])
            }
            #expect(try await net.tree().count == 2)
        }
    }

    @Test func usualCodesAndTheirCollisions() {
        #expect(SiteCode.usual(for: "Xã Tân Thành") == "tan-thanh")
        #expect(SiteCode.usual(for: "Đặc khu Vân Đồn") == "van-don")
        #expect(SiteCode.usual(for: "Sở Y tế") == "y-te")
        #expect(SiteCode.usual(for: "Xã Ea H'Leo") == "ea-h-leo")
        #expect(SiteCode.collisions(among: ["Xã Sơn Hà", "Xã Sơn Hạ", "Xã Ba Tơ", "Phường Trà Câu"]) == [["Xã Sơn Hà", "Xã Sơn Hạ"]])
        #expect(
            SiteCode.alternatives(to: "van-don", name: "Đặc khu Vân Đồn", isFree: { $0 != "dac-khu-van-don" }) == [
                "van-don-2", "van-don-3", "van-don-4",
            ]
        )
    }

    @Test(arguments: Backend.available)
    func changingNeedsTheVersionThatWasSeen(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let site = try await net.add("tinh", hosts: ["cu.localhost", "tinh.localhost"])
            var settings = SiteSettings(site)
            settings.name = "Cổng mới"
            settings.hosts = ["tinh.localhost", "moi.localhost"]
            let changed = try await Sites.change(site.id, to: settings, version: 1, in: net.database)
            #expect(changed.version == 2)
            #expect(try await net.site(site.id) == changed)
            let tree = try await net.tree()
            #expect(tree.site(host: "cu.localhost") == nil)
            #expect(tree.site(host: "moi.localhost")?.code == "tinh")
            settings.hosts = ["mat.localhost"]
            await #expect(throws: SiteRefusal.changedMeanwhile("tinh")) {
                try await Sites.change(site.id, to: settings, version: 1, in: net.database)
            }
            #expect(try await net.site(site.id).hosts == ["tinh.localhost", "moi.localhost"])
            await #expect(throws: SiteRefusal.unknown("\(SiteID(rawValue: 3))")) {
                try await Sites.change(SiteID(rawValue: 3), to: settings, version: 1, in: net.database)
            }
        }
    }

    @Test func aParentCannotTakeTheLanguageOfItsLanguagePortal() async throws {
        try await withNet(.sqlite) { net in
            let root = try await net.add("tinh")
            try await net.add("en", below: root.id, kind: .language, language: .en)
            var settings = SiteSettings(root)
            settings.language = .en
            await #expect(throws: SiteRefusal.languageOfParent(.en)) { try await Sites.change(root.id, to: settings, version: 1, in: net.database) }
        }
    }

    @Test(arguments: Backend.available)
    func oneOfTwoWhoWantAHostAtOnceGetsIt(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            for round in 0..<5 {
                let outcomes = await withTaskGroup(of: Result<Site, any Error>.self) { group in
                    for number in 0..<4 {
                        group.addTask {
                            do {
                                return .success(try await net.add("so-\(round)-\(number)", below: root.id, hosts: ["chung\(round).localhost"]))
                            } catch { return .failure(error) }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                let winners = outcomes.compactMap { try? $0.get() }
                #expect(winners.count == 1)
                for case .failure(let error) in outcomes {
                    guard case .hostTaken(_, let by, _)? = error as? SiteRefusal else {
                        Issue.record("not a refusal: \(error)")
                        continue
                    }
                    #expect(by == winners.first?.code)
                }
                #expect(try await net.tree().site(host: "chung\(round).localhost")?.id == winners.first?.id)
            }
            #expect(try await net.tree().count == 6)
        }
    }
}
