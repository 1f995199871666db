import FileStore
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

@Suite("The library of files")
struct FileLibraryTests {
    private static func article(_ file: LibraryFile, _ title: String = "Có ảnh") -> Article {
        var article = FullArticle.short(title)
        let asset = AssetReference(commitment: file.asset ?? "", id: file.name)
        article.picture = Picture(asset: asset, alt: "Hội nghị", width: file.width ?? 1, height: file.height ?? 1)
        return article
    }

    @Test("what was uploaded is nobody's until it was looked into, and nobody's but staff's until it is published", arguments: Backend.available)
    func quarantine(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend, scanner: ScriptedScanner()) { place in
            let raw = LibraryPlace.picture() + Array("GPS-BI-MAT".utf8)
            let file = try await place.upload("Hội nghị 2026.PNG", raw)
            #expect(file.state == .waiting && file.asset == nil && file.name == "hoi-nghi-2026.png" && file.about.title == "Hội nghị 2026")
            #expect(try await place.portal.get(file.path).status == 404)
            try await place.process()
            let ready = try #require(try await place.file(file.id))
            let asset = try #require(ready.asset)
            #expect(ready.state == .clean && ready.width == 400 && ready.height == 300 && ready.lacksAlternative)
            #expect(try await place.portal.get("/files/\(asset)/\(ready.name)").status == 404, "in the library is not public")
            try await place.portal.publish(Self.article(ready), in: place.portal.news)
            let answer = try await place.portal.get("/files/\(asset)/\(ready.name)")
            #expect(answer.status == 200 && !String(decoding: answer.bytes, as: UTF8.self).contains("GPS-BI-MAT"))
            let lasting = try await place.portal.get(file.path)
            #expect(lasting.status == 302 && lasting.location == "/files/\(asset)/\(ready.name)")
            #expect(try await place.file(file.id)?.isUsed == true)
            #expect(try await place.audit(.fileAdded).count == 1)
        }
    }

    @Test("replacing keeps the address; what is published stays what was approved until it is published again", arguments: Backend.available)
    func replacing(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let file = try await place.ready("so-do.png", LibraryPlace.picture())
            let item = try await place.portal.publish(Self.article(file), in: place.portal.news).item
            try await place.upload("so-do-moi.png", LibraryPlace.picture(9), replacing: file.id)
            let between = try #require(try await place.file(file.id))
            #expect(between.state == .waiting && between.asset == file.asset && between.number == 2)
            try await place.process()
            let replaced = try #require(try await place.file(file.id))
            #expect(replaced.asset != file.asset && replaced.width == 409 && replaced.state == .unscanned)
            #expect(try await place.portal.get(file.path).location == "/files/\(file.asset ?? "")/\(file.name)", "readers see what was approved")
            try await place.portal.publishAgain(item, Self.article(replaced), in: place.portal.news, as: .update, note: nil)
            #expect(try await place.portal.get(file.path).location == "/files/\(replaced.asset ?? "")/\(replaced.name)")
            #expect(try await place.library.versions(of: file.id).map(\.number) == [2, 1])
            try await place.library.revert(file.id, to: 1, note: "Dùng lại", by: place.by("writer"))
            let again = try #require(try await place.file(file.id))
            #expect(again.asset == file.asset && again.number == 3 && again.width == 400)
            await #expect(throws: LibraryRefusal.unknownFile) { try await place.library.revert(file.id, to: 3, note: "", by: place.by("writer")) }
            await #expect(throws: LibraryRefusal.unknownFile) { try await place.library.revert(file.id, to: 9, note: "", by: place.by("writer")) }
            // A picture is not replaced by a document, nor another's file by a reporter.
            await #expect(throws: LibraryRefusal.otherKind) { try await place.upload("a.txt", Array("chữ".utf8), replacing: file.id) }
            let chiefs = try await place.ready("khac.png", LibraryPlace.picture(3), by: "chief")
            await #expect(throws: AuthorizationRefusal.self) { try await place.upload("x.png", LibraryPlace.picture(4), replacing: chiefs.id) }
        }
    }

    @Test("a virus is destroyed and told; a scanner that is down holds everything and loses nothing", arguments: Backend.available)
    func scanning(_ backend: Backend) async throws {
        let scanner = ScriptedScanner()
        try await LibraryPlace.with(backend, scanner: scanner) { place in
            let virus = try await place.upload("bao-cao.txt", Array("VIRUS-THU".utf8))
            let hash = ContentHash(of: Array("VIRUS-THU".utf8))
            scanner.set(down: true)
            let good = try await place.upload("ghi-chu.txt", Array("Xin chào".utf8))
            for _ in 0..<4 {
                try await place.process()
                place.portal.clock.advance(seconds: 400)
            }
            #expect(try await place.file(virus.id)?.state == .waiting)
            #expect(try await place.file(good.id)?.state == .waiting)
            #expect(try await place.library.waiting(on: place.portal.province.id).count == 2)
            scanner.set(down: false)
            try await place.process()
            #expect(try await place.file(good.id)?.state == .clean)
            let held = try #require(try await place.file(virus.id))
            #expect(held.state == .infected && held.asset == nil)
            #expect(try await !place.portal.files.exists(hash), "its bytes are gone")
            #expect(try await place.library.versions(of: virus.id).first?.problem == "Thu.Nghiem")
            #expect(try await place.audit(.fileInfected).count == 1)
            // A job that was lost is found again.
            let lost = try await place.upload("lac.txt", Array("Lạc".utf8))
            try await place.portal.database.write { _ = try $0.execute("DELETE FROM job WHERE name = \(ProcessFile.name)") }
            try await place.care.wake()
            try await place.process()
            #expect(try await place.file(lost.id)?.state == .clean)
        }
    }

    @Test("a real clamd decides", .enabled(if: ClamDaemon.isInstalled))
    func clamd() async throws {
        try await ClamDaemon.with { daemon in
            let scanner = ClamDoor(try #require(ScannerEndpoint(daemon.socket)), limit: 4 << 20)
            try await LibraryPlace.with(.sqlite, scanner: scanner) { place in
                let bad = try await place.upload("mau.txt", ClamDaemon.eicar)
                let good = try await place.upload("van-ban.txt", Array("Kính gửi bà con".utf8))
                try await place.process()
                #expect(try await place.file(bad.id)?.state == .infected)
                #expect(try await place.file(good.id)?.state == .clean)
            }
        }
    }

    @Test("pieces go on where they stopped; what is refused leaves nothing", arguments: Backend.available)
    func resuming(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let by = try await place.by("writer")
            let site = place.portal.province.id
            let bytes = LibraryPlace.picture()
            let upload = try await place.library.begin("C:\\Ảnh\\a.png", bytes: Int64(bytes.count), on: site, by: by)
            #expect(upload.name == "a.png")
            func send(_ range: Range<Int>) async throws -> Int64 {
                var rest: [UInt8]? = Array(bytes[range])
                return try await place.library.append(to: upload, at: Int64(range.lowerBound)) {
                    defer { rest = nil }
                    return rest
                }
            }
            struct Broken: Error {}
            await #expect(throws: Broken.self) {
                var first: [UInt8]? = Array(bytes[..<100])
                _ = try await place.library.append(to: upload, at: 0) {
                    guard let bytes = first else { throw Broken() }
                    first = nil
                    return bytes
                }
            }
            #expect(try await place.library.upload(upload.id, on: site, by: by).received == 100)
            await #expect(throws: LibraryRefusal.incomplete) { _ = try await place.library.finish(upload, by: by) }
            await #expect(throws: UploadFolder.Refusal.elsewhere(size: 100)) { _ = try await send(50..<200) }
            #expect(try await send(100..<bytes.count) == Int64(bytes.count))
            let file = try await place.library.finish(upload, by: by).file
            // The same bytes again are the same file; another person's upload is not theirs to touch.
            #expect(try await place.upload("khac-ten.png", bytes).id == file.id)
            let other = try await place.library.begin("b.png", bytes: 10, on: site, by: by)
            await #expect(throws: LibraryRefusal.unknownUpload) { _ = try await place.library.upload(other.id, on: site, by: place.by("chief")) }
            await #expect(throws: LibraryRefusal.tooLarge(name: "phim.mp4", megabytes: 2048, limit: 1024)) {
                _ = try await place.library.begin("phim.mp4", bytes: 2 << 30, on: site, by: by)
            }
            for (name, bytes) in [("a.jpg", Array("%PDF-1.4".utf8)), ("a.svg", Array("<svg/>".utf8)), ("a.exe", [0x4D, 0x5A, 0])] {
                await #expect(throws: LibraryRefusal.self) { try await place.upload(name, bytes) }
            }
            #expect(try await place.audit(.fileRefused).count == 3)
            // Abandoned ones go after a day.
            place.portal.clock.advance(seconds: 90_000)
            try await place.care.tidy()
            #expect(try await place.portal.database.read { try $0.value("SELECT count(*) FROM library_upload", as: Int.self) } == 0)
            #expect(try await place.library.incoming.size("\(other.id)") == nil)
        }
    }

    @Test("a file that is used is not deleted; a deleted one comes back for thirty days and is then destroyed", arguments: Backend.available)
    func deleting(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let used = try await place.ready("dung.png", LibraryPlace.picture())
            let unused = try await place.ready("thua.png", LibraryPlace.picture(5))
            let saved = try await place.portal.publishing.save(
                Self.article(used, "Bản nháp"),
                in: Place(site: place.portal.province.id, section: place.portal.news.id),
                by: place.portal.by("writer")
            )
            let by = try await place.by("writer")
            let (uses, count) = try await place.portal.publishing.uses(of: used, for: by)
            #expect(count == 1)
            #expect(uses.map(\.place) == [.item(saved.item, title: "Bản nháp", kind: "news", isLive: false, mayOpen: true)])
            await #expect(throws: LibraryRefusal.inUse(count: 1)) { try await place.library.delete([used.id], by: by) }
            #expect(try await place.library.delete([used.id, unused.id], skippingUsed: true, by: by) == [unused.id])
            #expect(try await place.library.restore([unused.id], by: by) == 1)
            #expect(try await place.library.delete([unused.id], by: by) == [unused.id])
            let asset = try #require(unused.asset)
            let hash = try #require(
                try await place.portal.database.read { try $0.value("SELECT sha256 FROM asset WHERE id = \(asset)", as: String.self) }
            )
            place.portal.clock.advance(seconds: FileLibrary.keepsDeleted - 60)
            #expect(try await place.care.destroyDeleted() == 0)
            place.portal.clock.advance(seconds: 120)
            #expect(try await place.care.destroyDeleted() == 1)
            #expect(try await place.file(unused.id) == nil)
            #expect(try await !place.portal.files.exists(try #require(ContentHash(hash))))
            #expect(try await place.audit(.fileDestroyed).count == 1)
            #expect(try await place.file(used.id) != nil)
        }
    }

    @Test("erasing an item takes its file out of the library with it", arguments: Backend.available)
    func erasing(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let file = try await place.ready("rieng-tu.png", LibraryPlace.picture())
            let item = try await place.portal.publish(Self.article(file), in: place.portal.news).item
            try await place.portal.publishing.erase(item, from: place.portal.files, because: .personal, by: place.portal.by("chief"))
            #expect(try await place.file(file.id) == nil)
            #expect(
                try await place.portal.database.read { try $0.value("SELECT count(*) FROM library_word WHERE file = \(file.id)", as: Int.self) } == 0
            )
        }
    }
}
