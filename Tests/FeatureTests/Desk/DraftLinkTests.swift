import Foundation
import HTTPTypes
import News
import Outbound
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Store
import Synchronization
import Testing
import Vietnamese
import Web

@testable import Newsroom
@testable import PortalDesk

/// Links of a text that is being written: what is known at once, what is looked at in the background, what is never asked.
@Suite("Links while writing") struct DraftLinkTests {
    @Test("foreign addresses are looked at a few at a time, once each, and remembered")
    func glance() async throws {
        let running = Mutex(0)
        let most = Mutex(0)
        let asked = Mutex<[String]>([])
        let glance = LinkGlance(look: { address in
            let now = running.withLock { count in
                count += 1
                return count
            }
            most.withLock { $0 = max($0, now) }
            asked.withLock { $0.append(address) }
            await Task.yield()
            running.withLock { $0 -= 1 }
            return address.hasSuffix("7") ? LinkFinding(.broken, status: 404, reason: "gone") : LinkFinding(.ok)
        })
        let addresses = (0..<30).map { "https://vi-du.test/\($0)" }
        #expect(await glance.ask(addresses).isPending)
        while await glance.ask(addresses).isPending { await Task.yield() }
        let known = await glance.ask(addresses).findings
        #expect(known.count == 30 && known["https://vi-du.test/7"]?.state == .broken && known["https://vi-du.test/8"]?.state == .ok)
        #expect(asked.withLock { $0.sorted() } == addresses.sorted(), "each once")
        #expect(most.withLock { $0 } <= 4)
    }

    @Test("one that does not answer is given up; one that was given up holds up no other")
    func patience() async throws {
        let glance = LinkGlance(
            look: { address in
                if address.hasSuffix("treo") { try await Task.sleep(for: .seconds(3600)) }
                return LinkFinding(.ok)
            },
            patience: .milliseconds(20)
        )
        let addresses = (0..<8).map { "https://\($0).test/treo" } + ["https://tot.test/"]
        while await glance.ask(addresses).isPending { try await Task.sleep(for: .milliseconds(5)) }
        let known = await glance.ask(addresses).findings
        #expect(known["https://tot.test/"]?.state == .ok)
        #expect(known["https://3.test/treo"] == LinkFinding(.broken, reason: "slow"))
        #expect(await !LinkGlance(look: nil).ask(addresses).isPending, "where nothing is asked for, nothing is waited for")
    }

    @Test(
        "no address of an internal network is asked for, by number or by name",
        arguments: [
            "http://127.0.0.1:PORT/", "http://noi-bo.test:PORT/", "http://[::1]:PORT/", "http://0x7f000001:PORT/",
            "http://[::ffff:127.0.0.1]:PORT/",
        ]
    )
    func internalNetworks(_ address: String) async throws {
        try await ScriptedServer.with(answer: { _ in ScriptedServer.answer("200 OK", ["Connection: close"], "bí mật") }) { server in
            let fetcher = try Fetcher(policy: OutboundPolicy(), resolver: FixedNames([["127.0.0.1"]]), agent: "CauNoi/test")
            let found = try await LinkChecker(fetcher).look(address.replacing("PORT", with: "\(server.port)"), listed: [])
            #expect(found.state == .skipped && ["not-public", "malformed"].contains(found.reason), "\(found)")
            #expect(server.requests.isEmpty)
        }
    }

    @Test("the text's own links: withdrawn, unknown, not published; what the nights found", arguments: Backend.available)
    func inner(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("viet", .reporter, on: place.portal.department)
            try await place.person("gop", .contributor, on: place.portal.department)
            try await place.person("chi-huy", .editorInChief, on: place.portal.department)
            let reporter = try await place.signedIn("viet")
            let item = try await place.draft(by: "viet")
            let other = try await place.draft(by: "chi-huy", titled: "Chưa đăng")
            let gone = try await place.draft(by: "viet", titled: "Sẽ gỡ")
            let (writer, chief) = (try await place.by("viet"), try await place.by("chi-huy"))
            try await place.portal.publishing.save(
                Article(title: "Sẽ gỡ", body: RichText([.paragraph([.text("x")])])),
                as: gone,
                in: Place(site: place.portal.department.id, section: place.portal.ward.id),
                by: writer
            )
            try await place.portal.publishing.submit(gone, by: writer)
            try await place.portal.publishing.approve(gone, by: chief)
            try await place.portal.publishing.publish(gone, by: chief)
            try await place.portal.publishing.withdraw(gone, because: .error, note: "Sai.", by: chief)
            try await place.portal.database.write { db in
                _ = try db.execute(
                    """
                    INSERT INTO outgoing_link (id, address, host, state, status, reason, failures, due_at, created_at)
                    VALUES (1, \("https://mat.test/"), \("mat.test"), \(OutgoingLink.State.broken), 404, \("gone"), 1, 0, 0)
                    """
                )
            }
            let host = try #require(place.portal.department.hosts.first)
            func link(_ target: JSONValue) -> JSONValue { ["link": target, "text": ["x"]] }
            let body: JSONValue = [
                "v": 1,
                "blocks": [
                    [
                        "type": "paragraph",
                        "text": [
                            link(["item": .string("\(gone)")]), link(["item": .string("\(other)")]), link(["item": "0000000000001"]),
                            link(["item": .string("\(item)")]), link(["address": .string("https://\(host)/tin/\(gone)")]),
                            link(["site": "/khong-co-muc/"]), link(["site": "/tim-kiem"]), link(["address": "https://mat.test/"]),
                        ],
                    ]
                ],
            ]
            func check(_ visitor: Visitor) async throws -> [String] {
                _ = try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua")
                let text = String(decoding: try CanonicalJSON.serialise(body), as: UTF8.self)
                let form: JSONValue = ["form": ["f.title": "T", "f.body.type": "blocks", "f.body": .string(text)]]
                let answer = try await visitor.send(
                    "/desk/cong/so-y-te/bai/\(item)/kiem-tra",
                    .post,
                    bytes: try CanonicalJSON.serialise(form)
                )
                let said = try CanonicalJSON.parse(answer.bytes)
                #expect(said["pending"] == .bool(false))
                return (said["findings"]?.array ?? []).compactMap { $0["text"]?.text }
            }
            let said = try await check(reporter)
            #expect(said.contains("Liên kết dẫn tới bài đã gỡ: \(gone)."))
            #expect(said.contains("Liên kết dẫn tới bài đã gỡ: https://\(host)/tin/\(gone)."))
            #expect(said.contains("Liên kết dẫn tới bài chưa đăng: \(other). Bạn đọc chưa mở được."))
            #expect(said.contains("Cổng không có trang 0000000000001.") && said.contains("Cổng không có trang /khong-co-muc/."))
            #expect(said.contains { $0.hasPrefix("Liên kết không mở được: https://mat.test/.") })
            #expect(!said.contains { $0.contains("tim-kiem") || $0.contains("\(item)") })
        }
    }
}
