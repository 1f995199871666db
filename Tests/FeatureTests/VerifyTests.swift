import Foundation
import HTTPTypes
import Logging
import News
import Notary
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import ServiceLifecycle
import Store
import Testing
import Web

extension TestPortal {
    /// Signs what was recorded so far, as the running program does.
    func sign() async throws {
        let folder =
            FileManager.default.temporaryDirectory.appending(path: "caunoi-signer-\(database.engine)").path + "\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let door = SignerDoor {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw RecordFault.noSigner("no socket") }
            let end = pair[1]
            Thread {
                do { SignerHall.serve(end, signer: try Signer(origin: "anson.test/log/1", folder: folder)) } catch {
                    SignerHall.excuse(end, "\(error)")
                }
            }.start()
            return SignerDoor.Line(pair[0])
        }
        let notary = Notary(
            origin: "anson.test/log/1",
            database: database,
            signer: door,
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            seconds: { Int64(Date().timeIntervalSince1970) },
            logger: Self.logger
        )
        let group = ServiceGroup(services: [notary], logger: Self.logger)
        let run = Task { try await group.run() }
        for _ in 0..<4_000 where notary.standing != .ready { try await Task.sleep(for: .milliseconds(25)) }
        #expect(notary.standing == .ready)
        await group.triggerGracefulShutdown()
        try await run.value
        door.close()
    }
}

@Suite("Pages one can check")
struct VerifyTests {
    @Test("a page's proof vouches for its text, for older editions too; nothing vouches for what was taken back", arguments: Backend.available)
    func proofs(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Lịch cắt điện", "Ngày 1/12."), in: portal.news).item
            try await portal.publishAgain(item, FullArticle.short("Lịch cắt điện", "Ngày 2/12."), in: portal.news, as: .correct, note: "Sai ngày.")
            let path = try await portal.path(item)
            // Not signed yet: asked about again, never a proof that proves nothing.
            #expect(try await portal.get(path + ".tlog-proof").status == 503)
            try await portal.sign()

            let page = try await portal.get(path)
            PageAudit.check(page, "the article")
            #expect(page.body.contains("<link rel=\"alternate\" type=\"text/plain\" title=\"tlog-proof\" href=\"\(path).tlog-proof\">"))
            #expect(page.headers[.link] == "<\(path).tlog-proof>; rel=\"alternate\"; type=\"text/plain\"; title=\"tlog-proof\"")
            #expect(page.body.contains("href=\"/kiem-chung/\(item)\""))
            let answer = try await portal.get(path + ".tlog-proof")
            #expect(answer.status == 200 && answer.headers[.cacheControl] == "public, max-age=300")
            let proof = try ProofFile(parsing: Array(answer.body.utf8))
            #expect(PageAudit.values(of: "data-ix", in: page.body) == ["\(proof.index)"])
            let key = try #require(try await portal.database.read { try RecordHead.read($0).key })
            let policy = try WitnessPolicy(parsing: Array("log \(key)\nquorum none\n".utf8))
            let tree = portal.tree
            let text = try #require(try CanonicalText { tree.site(host: $0) != nil }.text(ofPage: page.body))
            let digits = try #require(PageAudit.values(of: "data-salt", in: page.body).first)
            let salt = try #require(Hex.decode(digits).flatMap { Salt($0) })
            let shown = PageProof.Page(id: "\(item)", edition: 2, salt: salt, canonicalText: Array(text.utf8))
            #expect(try PageProof.verify(proof, policy: policy, page: shown).index == proof.index)
            // The older edition is another entry; what names no edition of it is nothing.
            let older = try ProofFile(parsing: Array(try await portal.get(path + ".tlog-proof?ed=1").body.utf8))
            #expect(older.index < proof.index)
            #expect(throws: PageProofFault.otherEdition(expected: 2, found: 1)) { try PageProof.verify(older, policy: policy, page: shown) }
            for query in ["?ed=3", "?ed=0", "?ed=x"] { #expect(try await portal.get(path + ".tlog-proof" + query).status == 404, "\(query)") }
            // One address: any other way of writing it leads there.
            let moved = try await portal.get("/kinh-te/khac-\(item).tlog-proof")
            #expect(moved.status == 301 && moved.headers[.location] == path + ".tlog-proof")

            try await portal.publishing.withdraw(item, because: .error, note: "Sai.", by: portal.by("chief"))
            for query in ["", "?ed=1"] { #expect(try await portal.get(path + ".tlog-proof" + query).status == 410) }
        }
    }

    @Test(
        "the public history tells editions, differences, corrections and withdrawals, and of what was erased only that",
        arguments: Backend.available
    )
    func history(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Lịch cắt điện", "Cắt điện ngày một."), in: portal.news).item
            try await portal.publishAgain(
                item,
                FullArticle.short("Lịch cắt điện", "Cắt điện ngày hai."),
                in: portal.news,
                as: .correct,
                note: "Sai <ngày>."
            )
            let path = try await portal.path(item)
            try await portal.sign()
            let place = "/kiem-chung/\(item)"
            let page = try await portal.get(place)
            PageAudit.check(page, "the history")
            for part in [
                "<meta name=\"robots\" content=\"noindex\">", "Lịch cắt điện", "Đính chính", "Sai &lt;ngày&gt;.", "<ins>", "<del>",
                path + ".tlog-proof?ed=1",
                "Đã ký", "Cổng thông tin điện tử tỉnh An Sơn", "anson.test/log/1",
            ] { #expect(page.body.contains(part), "\(part)") }
            // Paper names the edition that was printed.
            let print = try await portal.get(path + "?in=1")
            #expect(print.body.contains("class=\"qr\"") && print.body.contains("Quét mã để kiểm chứng"))
            let first = try #require(try await portal.reader.index(of: item, edition: 1))
            let old = try await portal.get(place + "?ix=\(first)&log=anson.test/log/1")
            PageAudit.check(old, "with the index of a print")
            #expect(old.body.contains("không còn là bản mới nhất"))
            #expect(try await portal.get(place + "?ix=999999").body.contains("có thể đã bị sửa"))

            try await portal.publishing.withdraw(item, because: .legal, note: "Theo yêu cầu.", by: portal.by("chief"))
            let gone = try await portal.get(place)
            PageAudit.check(gone, "withdrawn")
            #expect(gone.body.contains("Theo yêu cầu.") && gone.body.contains("Đang chờ ký"))
            for part in ["Lịch cắt điện", "<ins>", "Sai &lt;ngày&gt;."] { #expect(!gone.body.contains(part), "\(part)") }
            #expect(gone.headers[.cacheControl] == "no-store")
        }
    }

    @Test("a print of an edition long ago is known, and what was taken back before the record began has a page")
    func longAgo() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Lịch cắt điện", "Lần 0."), in: portal.news).item
            for number in 1...62 {
                let text = "Lần \(number)."
                try await portal.publishAgain(item, FullArticle.short("Lịch cắt điện", text), in: portal.news, as: .update, note: text)
            }
            let first = try #require(try await portal.reader.index(of: item, edition: 1))
            let page = try await portal.get("/kiem-chung/\(item)?ix=\(first)")
            PageAudit.check(page, "with the index of an old print")
            #expect(page.body.contains("lần đăng thứ 1.") && page.body.contains("không còn là bản mới nhất"))
            #expect(try await portal.get("/kiem-chung/\(item)?ix=999999").body.contains("có thể đã bị sửa"))

            let (gone, erased) = (ItemID(rawValue: 77 << 22), ItemID(rawValue: 78 << 22))
            try await portal.database.write { db in
                for (id, code) in [(gone, "legal" as String?), (erased, nil)] {
                    let at = code.map { _ in portal.clock.now }
                    try db.execute(
                        """
                        INSERT INTO tombstone (item, site, code, withdrawn_at, note, successor)
                        VALUES (\(id), \(portal.province.id), \(code), \(at), \(nil as [UInt8]?), \(nil as ItemID?))
                        """
                    )
                }
            }
            for (id, words) in [(gone, "Nội dung này đã được gỡ"), (erased, "đã được xóa vĩnh viễn")] {
                let page = try await portal.get("/kiem-chung/\(id)?ix=3")
                PageAudit.check(page, "taken back before")
                #expect(page.body.contains(words) && page.body.contains("trước khi cổng chuyển về đây"))
            }
        }
    }

    @Test("the form finds by address, proof or id, and leads nowhere else")
    func form() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Alpha"), in: portal.news).item
            let path = try await portal.path(item)
            PageAudit.check(try await portal.get("/kiem-chung"), "the form")
            for typed in ["\(item)", path, "https://anson.test\(path)", "anson.test\(path)?x=1#y", "HTTPS://ANSON.TEST\(path).tlog-proof"] {
                let answer = try await portal.get("/kiem-chung?dia-chi=" + (typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
                #expect(answer.status == 303 && answer.headers[.location] == "/kiem-chung/\(item)", "\(typed)")
            }
            for typed in [
                "https://evil.example\(path)", "//evil.example\(path)", "https://anson.test@evil.example\(path)", "javascript:alert(1)", "gì đó",
            ] {
                let answer = try await portal.get("/kiem-chung?dia-chi=" + (typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
                if typed.hasPrefix("//") {
                    #expect(answer.headers[.location].map { $0 == "/kiem-chung/\(item)" } ?? true)
                    continue
                }
                PageAudit.check(answer, typed)
                #expect(answer.body.contains(typed.contains("evil") ? "không thuộc hệ thống" : "Không tìm thấy"), "\(typed)")
            }
            #expect(try await portal.get("/kiem-chung/0000000000000").status == 404)
        }
    }
}
