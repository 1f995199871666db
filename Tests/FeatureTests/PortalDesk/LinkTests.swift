import Foundation
import HTTPTypes
import Logging
import News
import Outbound
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@testable import PortalDesk

/// Links that lead out, asked for through the real gate at a real server.
@Suite("Outgoing links") struct LinkTests {
    /// What each host of the test answers. `PORT` in an address is the server's own.
    private static func answer(_ heard: ScriptedServer.Heard, _ port: Int) -> [ScriptedServer.Act] {
        let host = heard.headers["host"].map { String($0.prefix { $0 != ":" }) } ?? ""
        func page(_ title: String) -> [ScriptedServer.Act] {
            let body = "<html><head><title>\(title)</title></head><body>…</body></html>"
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
            return [.bytes(Array((heard.method == "HEAD" ? head : head + body).utf8))]
        }
        func moved(_ status: String, _ target: String) -> [ScriptedServer.Act] {
            [.bytes(Array("HTTP/1.1 \(status)\r\nLocation: \(target)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8))]
        }
        func status(_ status: String) -> [ScriptedServer.Act] {
            [.bytes(Array("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8))]
        }
        if heard.target == "/robots.txt" {
            let rules = "User-agent: *\nDisallow: /kin\nAllow: /kin/mo\n"
            return host == "kin.vn" ? ScriptedServer.answer("200 OK", ["Connection: close"], rules) : status("404 Not Found")
        }
        switch (host, heard.target) {
        case ("tot.vn", _): return page("Báo cáo năm")
        case ("mat.vn", _): return status("404 Not Found")
        case ("loi.vn", _): return status("502 Bad Gateway")
        case ("kin.vn", _): return page("Kín")
        case ("khong-head.vn", _): return heard.method == "HEAD" ? status("405 Method Not Allowed") : page("Có")
        case ("doi.vn", _): return moved("301 Moved Permanently", "http://tot.vn:\(port)/moi")
        case ("tam.vn", _): return moved("302 Found", "http://tot.vn:\(port)/nay")
        case ("vong.vn", _): return moved("302 Found", "http://vong.vn:\(port)/")
        case ("xa.gov.vn", _): return moved("302 Found", "http://kubet77.net:\(port)/dang-nhap")
        case ("het-han.vn", _): return page("Nhà cái tài xỉu uy tín số 1")
        case ("bao.vn", _): return page("Công an triệt phá đường dây đánh bạc qua kubet")
        case ("rong.vn", _): return [.close]
        default: return status("404 Not Found")
        }
    }

    private func checker() throws -> LinkChecker {
        var limits = LinkChecker.usual
        (limits.resolve, limits.connect, limits.firstByte, limits.total) = (.seconds(300), .seconds(300), .seconds(300), .seconds(300))
        let fetcher = try Fetcher(
            policy: OutboundPolicy(allow: [try #require(AddressRange("127.0.0.1"))]),
            resolver: FixedNames([["127.0.0.1"]]),
            agent: "CauNoi/test"
        )
        return LinkChecker(fetcher, limits: limits)
    }

    private func serve<T>(_ body: (ScriptedServer) async throws -> T) async throws -> T {
        // The port is in the request itself.
        try await ScriptedServer.with(
            answer: { heard in Self.answer(heard, heard.headers["host"].flatMap { Int($0.split(separator: ":").last ?? "") } ?? 0) },
            body
        )
    }

    @Test(
        "what is found at an address",
        arguments: [
            ("tot.vn/a", OutgoingLink.State.ok, nil), ("mat.vn/a", .broken, "gone"), ("loi.vn/a", .broken, "server"),
            ("kin.vn/kin/a", .skipped, "robots"), ("kin.vn/kin/mo/a", .ok, nil), ("kin.vn/khac", .ok, nil), ("khong-head.vn/a", .ok, nil),
            ("doi.vn/cu", .redirected, nil), ("tam.vn/a", .ok, nil), ("vong.vn/", .broken, "circle"),
            ("xa.gov.vn/tin", .dangerous, "gambling-redirect"), ("het-han.vn/", .dangerous, "gambling-title"), ("bao.vn/tin", .ok, nil),
            ("rong.vn/", .broken, "no-answer"), ("vao.xau.com/x", .dangerous, "listed"), ("hi88vn.com/x", .dangerous, "gambling-address"),
        ] as [(String, OutgoingLink.State, String?)]
    )
    func states(_ address: String, _ state: OutgoingLink.State, _ reason: String?) async throws {
        try await serve { server in
            let danger = DangerList(["xau.com"])
            let slash = address.firstIndex(of: "/") ?? address.endIndex
            let whole = "http://\(address[..<slash]):\(server.port)\(address[slash...])"
            let finding = try await checker().check(whole, dangerous: danger, robots: RobotsBook())
            #expect(finding.state == state && finding.reason == reason, "\(address): \(finding)")
            if state == .redirected { #expect(finding.target == "http://tot.vn:\(server.port)/moi") }
            if reason == "listed" || reason == "gambling-address" || reason == "robots" {
                #expect(server.requests.allSatisfy { $0.target == "/robots.txt" }, "nothing dangerous or forbidden was asked for")
            }
        }
    }

    @Test("addresses inside are not asked for")
    func inside() async throws {
        let fetcher = try Fetcher(policy: OutboundPolicy(), resolver: FixedNames([["10.0.0.7"]]), agent: "CauNoi/test")
        for address in ["http://noi-bo.vn/", "http://127.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd", "http://a@b.vn/"] {
            let finding = try await LinkChecker(fetcher).check(address, dangerous: DangerList([]), robots: RobotsBook())
            #expect(finding.state == .skipped, "\(address): \(finding)")
        }
    }

    @Test("links are noted from live articles, looked at, and go with them", arguments: Backend.available)
    func journey(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await serve { server in
                let ids = IdentifierMaker(node: 5, clock: portal.clock.clock)
                let collector = LinkCollector(database: portal.database, reader: portal.reader, ids: ids, clock: portal.clock.clock) {
                    portal.directory.tree.site(host: $0) != nil
                }
                let watch = CheckLinks(
                    database: portal.database,
                    ids: ids,
                    clock: portal.clock.clock,
                    checker: try checker(),
                    pause: .zero,
                    patience: .seconds(600)
                )
                func article(_ title: String, _ links: [String]) -> Article {
                    let runs = links.map { Inline.link(.address($0), "xem") }
                    return Article(title: title, body: RichText([.paragraph([.text("Nội dung.")] + runs)]))
                }
                let port = server.port
                let first = try await portal.publish(
                    article("Một", ["http://mat.vn:\(port)/a", "http://tot.vn:\(port)/a#muc", "https://\(TestPortal.host)/tin-tuc/"]),
                    in: portal.news
                ).item
                let second = try await portal.publish(article("Hai", ["http://mat.vn:\(port)/a", "http://xa.gov.vn:\(port)/tin"]), in: portal.ward)
                    .item
                while try await collector.step(3) {}
                try await watch.run(CheckLinks.job("thu", id: ids.next(), at: portal.clock.now))
                let sites = portal.tree.subtree(of: portal.province.id)
                func state(_ sites: [SiteID], _ state: OutgoingLink.State) async throws -> [String] {
                    try await portal.database.read { db in
                        try OutgoingLinks.lines(sites, state: state, limit: 10, db).map { "\($0.link.address) \($0.uses)" }
                    }
                }
                #expect(try await state(sites, .broken) == ["http://mat.vn:\(port)/a 2"])
                #expect(try await state(sites, .ok) == ["http://tot.vn:\(port)/a 1"], "the anchor is the reader's, our own pages are not looked at")
                #expect(try await state(sites, .dangerous).count == 1)
                #expect(try await state([portal.english.id], .broken) == [])
                #expect(try await state([portal.department.id], .broken) == ["http://mat.vn:\(port)/a 1"])
                func counts(_ sites: [SiteID]) async throws -> [OutgoingLink.State: Int] {
                    try await portal.database.read { try OutgoingLinks.counts(sites, $0) }
                }
                #expect(try await counts(sites) == [.broken: 1, .dangerous: 1], "a link of two portals is one")
                #expect(try await counts([portal.department.id]) == [.broken: 1, .dangerous: 1])
                #expect(try await counts([portal.english.id]) == [:])
                let asked = server.requests.count
                try await watch.run(CheckLinks.job("noch", id: ids.next(), at: portal.clock.now))
                #expect(server.requests.count == asked, "nothing is due so soon")
                portal.clock.advance(seconds: 86_400)
                try await watch.run(CheckLinks.job("mai", id: ids.next(), at: portal.clock.now))
                let broken = try await portal.database.read { try OutgoingLinks.lines(sites, state: .broken, limit: 1, $0).first?.link }
                #expect(broken?.failures == 2 && broken?.brokenSince == TestPortal.start)

                try await portal.publishing.withdraw(second, because: .error, note: "Sai", by: portal.by("chief"))
                while try await collector.step() {}
                #expect(try await counts(sites) == [.broken: 1], "another article carries it still")
                try await portal.publishing.withdraw(first, because: .error, note: "Sai", by: portal.by("chief"))
                while try await collector.step() {}
                #expect(try await portal.database.read { try OutgoingLinks.counts(sites, $0) } == [:])
                #expect(try await portal.database.read { try $0.value("SELECT count(*) FROM outgoing_link", as: Int.self) } == 0)
            }
        }
    }

    @Test("a host on the list makes its links dangerous at once, and those below it", arguments: Backend.available)
    func listed(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let now = portal.clock.now
            let states = try await portal.database.write { db -> [String] in
                for (id, host) in ["xau.com", "a.xau.com", "khongxau.com"].enumerated() {
                    try db.execute(
                        """
                        INSERT INTO outgoing_link (id, address, host, state, failures, due_at, created_at)
                        VALUES (\(id), \("http://" + host), \(host), 'ok', 0, \(now), \(now))
                        """
                    )
                    try db.execute("INSERT INTO outgoing_use (item, link, site) VALUES (\(id + 1), \(id), \(portal.province.id))")
                }
                #expect(try DangerousHost.add("XAU.com", note: "cá độ", by: PersonID(rawValue: 1), at: now, db))
                #expect(try !DangerousHost.add("không phải", note: "", by: PersonID(rawValue: 1), at: now, db))
                #expect(try OutgoingLinks.counts([portal.province.id], db) == [.dangerous: 2])
                return try db.column("SELECT state FROM outgoing_link ORDER BY id")
            }
            #expect(states == ["dangerous", "dangerous", "ok"])
        }
    }

    @Test("titles that speak of gambling, and those that only seem to")
    func titles() {
        for title in [
            "ĐĂNG NHẬP HI88", "trang chủ 789club", "hi\u{200B}88 link vào", "Casino trực tuyến, nhà cái uy tín", "Soi kèo, cá cược bóng đá",
        ] {
            #expect(SpamWords.isIn(title: title), "\(title)")
        }
        for title in [
            "Nghị định 88/2026/NĐ-CP", "Xã Bình Minh", "QL1A km88", "mitsubishi88", "CLB Bóng đá", "Ba Vì 68", "Cuộc họp cử tri, bán cá ở chợ",
            "Công an triệt phá đường dây đánh bạc qua kubet", "A better window",
        ] { #expect(!SpamWords.isIn(title: title), "\(title)") }
        #expect(RegistrableDomain.of("www.vidu.gov.vn") == "vidu.gov.vn" && RegistrableDomain.of("a.b.vidu.vn") == "vidu.vn")
        #expect(RegistrableDomain.of("vidu.com") == "vidu.com" && RegistrableDomain.of("192.0.2.7") == "192.0.2.7")
    }
}
