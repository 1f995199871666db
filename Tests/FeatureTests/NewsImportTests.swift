import Exchange
import Foundation
import News
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("Importing news")
struct NewsImportTests {
    @Test(arguments: Backend.available)
    func takesWhatIsSoundAndNamesTheRest(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let path = try desk.write(DirtyNews.file)
            let summary = try await desk.run(path, section: portal.news)
            let taken = DirtyNews.cases.filter { $0.fate == .taken }
            let skipped = DirtyNews.cases.filter { $0.fate == .skipped }
            let rejected = DirtyNews.cases.enumerated().compactMap { index, one -> (line: Int, reason: String)? in
                if case .rejected(let reason) = one.fate { (index + 1, reason) } else { nil }
            }
            #expect(summary.imported == taken.count)
            #expect(summary.skipped == skipped.count)
            #expect(summary.failed == rejected.count)
            #expect(summary.read == taken.count + skipped.count + rejected.count, "every line is one of the three")
            #expect(summary.decoded >= 2 && summary.cleaned >= 1)

            // Every rejected line is in the file with its number and its reason.
            let notes = try desk.rejects(summary)
            #expect(Set(notes.map(\.line)) == Set(rejected.map(\.line)))
            for (line, reason) in rejected {
                let note = notes.first { $0.line == line }
                #expect(note?.reasons.joined().contains(reason) == true, "line \(line): \(note?.reasons ?? [])")
            }

            // Readers find what was taken, under the right title, and nothing that runs.
            let titles = try await desk.titles(of: portal.news)
            for one in taken { #expect(titles.contains { $0.hasPrefix(one.title ?? "?") }, "\(one.title ?? "?") is not in \(titles)") }
            #expect(titles.count == taken.count)
            #expect(try await desk.titles(of: portal.economy) == ["Mục theo tên"])
            let list = try await portal.reader.list(.section(portal.news.id), on: portal.province.id, page: 1, size: 100).cards
            for card in list {
                let target = try await portal.path(card.item)
                let page = try await portal.get(target)
                PageAudit.check(page, card.content.title)
                #expect(try await ArticlePageTests.commitment(ofPage: page.body, portal) == (try await portal.shown(card.item))?.textCommitment)
                for word in ["alert(", "javascript:", "evil.example", "onerror", "\u{200B}"] {
                    #expect(!page.body.contains(word), "\(card.content.title): \(word)")
                }
            }
            let days = list.filter { $0.content.title.hasPrefix("Ngày kiểu") }.map { $0.publishedAt.civilDate }
            let day = try #require(CivilDate(year: 2026, month: 11, day: 5))
            #expect(days.count == 5 && Set(days) == [day])
            // What no field takes is kept for the export.
            let strange = try #require(list.first { $0.content.title == "Khóa lạ" })
            let article = try await portal.shown(strange.item)?.details as? Article
            #expect(article?.extra == #"{"cu":{"a":[1]},"do_uu_tien":3}"#)
        }
    }

    @Test(arguments: Backend.available)
    func aSecondRunChangesNothing(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let path = try desk.write(DirtyNews.file)
            let first = try await desk.run(path, section: portal.news)
            let before = try await desk.state()
            let second = try await desk.run(path, section: portal.news)
            #expect(second.imported == 0)
            #expect(second.skipped == first.imported + first.skipped)
            #expect(second.failed == first.failed)
            let after = try await desk.state()
            #expect(after == before, "not even an act of nothing")
        }
    }

    /// A rejects file mended by hand goes in, and then everything is there.
    @Test(arguments: Backend.available)
    func mendedRejectsGoIn(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let desk = try ImportDesk(portal)
            let file = [
                DirtyNews.line("m1", "Đúng"), DirtyNews.line("m2", "Sai ngày", #""published_at":"2099-01-01""#),
                #"{"id":"m3","title":"Bị cắt","published_at":"2026-11-01","body":"Chữ"#,
            ].joined(separator: "\n")
            let first = try await desk.run(try desk.write(Array(file.utf8)), section: portal.news)
            #expect(first.imported == 1 && first.failed == 2)
            let rejects = try #require(first.rejects)
            // Unmended they are refused again, for the same reasons.
            let again = try await desk.run(rejects, section: portal.news)
            #expect(again.imported == 0 && again.failed == 2)
            let text = try String(contentsOfFile: rejects, encoding: .utf8)
            let mended = text.replacing("2099-01-01", with: "2026-01-01").replacing(#"\"body\":\"Chữ"#, with: #"\"body\":\"Chữ.\"}"#)
            try #require(mended != text)
            let last = try await desk.run(try desk.write(Array(mended.utf8)), section: portal.news)
            #expect(last.imported == 2 && last.failed == 0 && last.rejects == nil)
            #expect(try await Set(desk.titles(of: portal.news)) == ["Đúng", "Sai ngày", "Bị cắt"])
        }
    }

    @Test func noSectionIsAReason() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let lines = [
                DirtyNews.line("s1", "Có mục", #""category":"kinh-te","published_at":"2026-11-01""#), DirtyNews.line("s2", "Không mục"),
                DirtyNews.line("s3", "Mục lạ", #""category":"Lạ","published_at":"2026-11-01""#),
            ]
            let summary = try await desk.run(try desk.write(Array(lines.joined(separator: "\n").utf8)), section: nil)
            #expect(summary.imported == 1 && summary.failed == 2)
            #expect(try desk.rejects(summary).allSatisfy { $0.reasons.joined().contains("no section for it") })
        }
    }

    @Test func dateOfThoseThatHaveNone() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let date = try #require(CivilDate(year: 2025, month: 3, day: 9))
            let summary = try await desk.run(
                try desk.write(Array(DirtyNews.line("n1", "Không ngày", #""tags":"a, b""#).utf8)),
                section: portal.news,
                date: VietnamTime.startOfDay(date)
            )
            #expect(summary.imported == 1)
            let card = try #require(try await portal.reader.list(.tag("b"), on: portal.province.id, page: 1).cards.first)
            #expect(card.publishedAt.civilDate == date)
        }
    }

    @Test(arguments: [("empty", [UInt8]()), ("only a mark", [0xEF, 0xBB, 0xBF]), ("only line ends", Array("\n\r\n\n".utf8))])
    func nothingInTheFile(name: String, bytes: [UInt8]) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let summary = try await desk.run(try desk.write(bytes), section: portal.news)
            #expect(summary.read == 0 && summary.imported == 0 && summary.failed == 0 && summary.rejects == nil)
        }
    }

    /// A line that no memory should hold is rejected; those around it are taken.
    @Test func hugeLine() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let huge =
                Array(#"{"id":"h","title":"Khổng lồ","published_at":"2026-11-01","body":""#.utf8) + [UInt8](repeating: 0x61, count: 17 << 20)
                + Array("\"}".utf8)
            let file = Array((DirtyNews.line("h1", "Trước") + "\n").utf8) + huge + Array(("\n" + DirtyNews.line("h2", "Sau")).utf8)
            let summary = try await desk.run(try desk.write(file), section: portal.news)
            #expect(summary.imported == 2 && summary.failed == 1)
            let note = try #require(try desk.rejects(summary).first)
            #expect(note.line == 2 && note.reasons.joined().contains("at most"))
        }
    }

    /// One long body is no reason to stop: it is a page nobody can read on a telephone, and the lines around it go in.
    @Test func tooLargeAnArticle() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let large = DirtyNews.line("l", "Quá lớn", #""published_at":"2026-11-01","summary":"x""#)
                .replacing("Nội dung của l.", with: String(repeating: "chữ ", count: 900_000))
            let file = [DirtyNews.line("l1", "Trước"), large, DirtyNews.line("l2", "Sau")].joined(separator: "\n")
            let summary = try await desk.run(try desk.write(Array(file.utf8)), section: portal.news)
            #expect(summary.imported == 2 && summary.failed == 1)
            #expect(try desk.rejects(summary).first?.line == 2)
        }
    }

    @Test(arguments: [("gzip", "gz"), ("zstd", "zst")])
    func packedFiles(program: String, ending: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let desk = try ImportDesk(portal)
            let plain = try desk.write(DirtyNews.plain(300))
            let packed = try desk.packed(plain, by: program, ending: ending)
            let summary = try await desk.run(packed, section: portal.news)
            #expect(summary.imported == 300 && summary.failed == 0)
            #expect(try await desk.run(plain, section: portal.news).skipped == 300)
            // Cut off in the middle: what came out is in, and the end is told.
            let bytes = try Data(contentsOf: URL(fileURLWithPath: packed))
            let cut = try desk.write(Array(bytes.prefix(bytes.count / 2)), to: "cut.\(ending)")
            await #expect(throws: (any Error).self) { try await desk.run(cut, section: portal.news) }
        }
    }
}
