import FileStore
import Foundation
import Library
import Media
import News
import Outbound
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

@Suite("Files from before there was a scanner")
struct OldFileTests {
    private static func run(_ place: LibraryPlace, _ scanner: any FileScanner, notices: Notices? = nil) async throws -> Int {
        try await ScanOldFiles.start(place.library)
        var publisher = place.portal.publishing
        publisher.notices = notices
        let runner = JobRunner(
            database: place.portal.database,
            workers: [ScanOldFiles(place.library, publishing: publisher, scanner: scanner, logger: TestPortal.logger)],
            owner: 7,
            clock: place.portal.clock.clock,
            logger: TestPortal.logger
        )
        var runs = 0
        while try await runner.runDue() > 0 {
            runs += 1
            place.portal.clock.advance(seconds: 2)
        }
        return runs
    }

    private static func article(_ file: LibraryFile) -> Article {
        var article = FullArticle.short("Có văn bản")
        article.body = RichText([
            .paragraph(["Mở đầu."]),
            .attachment(Attachment(asset: AssetReference(commitment: file.asset ?? "", id: file.name), name: file.name, title: "Kế hoạch tải về")),
        ])
        return article
    }

    @Test("each is scanned once, some at a time; what is found is withheld from readers and staff, and rings", arguments: Backend.available)
    func scan(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            var clean: [LibraryFile] = []
            for number in 0..<45 { clean.append(try await place.ready("sach-\(number).txt", Array("Tệp sạch số \(number)".utf8))) }
            let bad = try await place.ready("ke-hoach.txt", Array("VIRUS-THU ở đây".utf8))
            let asset = try #require(bad.asset)
            let item = try await place.portal.publish(Self.article(bad), in: place.portal.news).item
            #expect(try await place.portal.get("/files/\(asset)/\(bad.name)").status == 200)
            #expect(try await place.library.unscanned(on: place.portal.province.id) == 46)

            // The scanner is down: nothing is lost, nothing is let through as scanned.
            let scanner = ScriptedScanner()
            scanner.set(down: true)
            #expect(try await Self.run(place, scanner) == 1)
            #expect(try await place.library.unscanned(on: nil) == 46)
            scanner.set(down: false)
            place.portal.clock.advance(seconds: 400)
            let before = try await place.portal.database.read { try EventLog.head($0) }
            #expect(try await Self.run(place, scanner) >= 3, "twenty at a time")
            #expect(try await place.library.unscanned(on: nil) == 0)
            #expect(try await place.file(clean[7].id)?.state == .clean)
            let found = try #require(try await place.file(bad.id))
            #expect(found.state == .infected && found.asset == nil)
            #expect(try await place.library.content(of: found) == nil)
            #expect(try await place.portal.get("/files/\(asset)/\(bad.name)").status == 410)
            #expect(try await place.portal.get(bad.path).status == 404)
            #expect(try await place.portal.reader.withheldAssets() == [asset])
            #expect(try await place.audit(.fileInfected).map(\.object) == ["\(bad.id)"])
            #expect(try await place.portal.database.read { try EventLog.head($0) } == before + 1, "the record says that the portal changed")
            let alarms = try await Workroom(place.portal.publishing).alarms(for: place.portal.by("chief"))
            #expect(alarms.map(\.reason) == [.fileInfected] && alarms.first?.item == item && alarms.first?.detail == "Thu.Nghiem")
            // Nothing is left to do; nobody asks again before a day has passed.
            #expect(try await Self.run(place, scanner) == 0)

            // The scanner erred: the day after it comes back.
            place.portal.clock.advance(seconds: 90_000)
            #expect(try await Self.run(place, FaultlessScanner()) == 1)
            #expect(try await place.file(bad.id)?.asset == asset)
            #expect(try await place.portal.get("/files/\(asset)/\(bad.name)").status == 200)
        }
    }

    @Test("a file that was replaced since stands on its newer version", arguments: Backend.available)
    func replaced(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let first = try await place.ready("a.txt", Array("VIRUS-THU".utf8))
            try await place.upload("b.txt", Array("sạch".utf8), replacing: first.id)
            try await place.process()
            _ = try await Self.run(place, ScriptedScanner())
            let file = try #require(try await place.file(first.id))
            #expect(file.state == .clean && file.asset != nil && file.asset != first.asset)
            await #expect(throws: LibraryRefusal.unknownFile) {
                try await place.library.revert(first.id, to: 1, note: "", by: try await place.by("writer"))
            }
        }
    }

    @Test("what the scanner does not take stays what it was and is not asked about for ever")
    func tooLarge() async throws {
        try await LibraryPlace.with(.sqlite) { place in
            let file = try await place.ready("dai.txt", Array(String(repeating: "dài ", count: 100).utf8))
            #expect(try await Self.run(place, ScriptedScanner(limit: 50)) == 1)
            let kept = try await place.file(file.id)
            #expect(kept?.state == .unscanned && kept?.asset == file.asset)
            #expect(try await Self.run(place, ScriptedScanner(limit: 50)) == 0)
        }
    }

    @Test("in the place of what is withheld the page says so")
    func page() async throws {
        try await LibraryPlace.with(.sqlite) { place in
            let bad = try await place.ready("ke-hoach.txt", Array("VIRUS-THU".utf8))
            let asset = try #require(bad.asset)
            var face = place.portal.face
            face.withheld = { [asset] }
            let site = place.portal.province
            let visit = Visit(face: face, site: site, tree: place.portal.tree, now: place.portal.clock.now, requestID: "thu", isRobot: false)
            let shown = visit.showing(Self.article(bad).body)
            #expect(shown.blocks.count == 2 && shown.assets.isEmpty)
            #expect(PlainText.of(shown).contains("không hiển thị vì lý do an toàn") && !PlainText.of(shown).contains("Kế hoạch tải về"))
            face.withheld = { [] }
            let other = Visit(face: face, site: site, tree: place.portal.tree, now: place.portal.clock.now, requestID: "thu", isRobot: false)
            #expect(other.showing(Self.article(bad).body) == Self.article(bad).body)
        }
    }

    @Test("a real clamd finds what was let in before it was there", .enabled(if: ClamDaemon.isInstalled))
    func daemon() async throws {
        try await ClamDaemon.with { daemon in
            try await LibraryPlace.with(.sqlite) { place in
                let bad = try await place.ready("eicar.txt", ClamDaemon.eicar)
                let good = try await place.ready("tot.txt", Array("tốt".utf8))
                let endpoint = try #require(ScannerEndpoint(daemon.socket))
                _ = try await Self.run(place, ClamDoor(endpoint, limit: 1 << 20))
                #expect(try await place.file(bad.id)?.state == .infected)
                #expect(try await place.file(good.id)?.state == .clean)
            }
        }
    }
}

/// Finds nothing in anything.
private struct FaultlessScanner: FileScanner {
    let limit: Int64 = 1 << 30
    func scan(_ file: any OpenedFile) async throws -> ScanVerdict { .clean }
}
