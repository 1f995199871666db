import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Testing
import Vietnamese
import Web

@testable import Mirror

/// Portals written out as files: what readers get there is what they get here, and what was taken back is nowhere.
@Suite("The mirror")
struct MirrorTests {
    static func mirror(_ portal: TestPortal) -> PortalMirror {
        PortalMirror(
            maker: PageMaker(portal.responder, logger: TestPortal.logger),
            face: portal.face,
            reader: portal.reader,
            database: portal.database,
            addresses: Addresses(TestPortal.kinds) { portal.sectionDirectory.index },
            log: "log/1",
            patience: 0,
            logger: TestPortal.logger
        )
    }

    static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-mirror-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// Every file with its bytes; what nginx reads names the folder itself.
    static func tree(_ folder: String) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in MirrorFolder.list(folder, below: "") where !path.hasPrefix("_mirror/") {
            files[path] = try? MirrorFolder.bytes(folder + "/" + path)
        }
        return files
    }

    static func ask(_ shelf: MirrorShelf, _ target: String, host: String = TestPortal.host, method: HTTPRequest.Method = .get) async throws
        -> Browser.Answer
    {
        let router = PublicRouter.plain(metrics: RequestMetrics(MetricsRegistry())) { shelf.answer($0) }
        return try await Browser(responder: router.buildResponder()).send(target, method: method, host: host, headers: [:])
    }

    @Test("every address is the same bytes and fields as from the server", arguments: Backend.available)
    func same(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            try await portal.fill(45, portal.news, tags: ["Đầu tư"])
            try await portal.sign()
            try await Self.withFolder { folder in
                let report = try await Self.mirror(portal).export(to: folder)
                #expect(report.portals == 4 && report.written == report.files && report.missing.isEmpty, "\(report)")
                let books = try #require(try MirrorFolder(writing: folder).books())
                let shelf = try await MirrorShelf(opening: folder)
                var compared = 0
                for entry in books.entries.values
                where !entry.address.host.hasPrefix("_") && !entry.address.target.hasPrefix("/_mirror/") && entry.address.target != "/tim-kiem" {
                    let here = try await portal.get(entry.address.target, host: entry.address.host)
                    let there = try await Self.ask(shelf, entry.address.target, host: entry.address.host)
                    if here.headers[.cacheControl] == "no-store" {
                        #expect(there.body.contains("bản sao tĩnh") || there.body.contains("static copy"), "\(entry.address)")
                        continue
                    }
                    #expect(there.status == here.status && there.bytes == here.bytes, "\(entry.address)")
                    for field in here.headers where !["x-request-id", "etag", "date", "content-length"].contains(field.name.canonicalName) {
                        #expect(there.headers[values: field.name] == here.headers[values: field.name], "\(entry.address): \(field.name)")
                    }
                    compared += 1
                }
                #expect(compared > 150, "\(compared)")
                let path = try await portal.path(full.id)
                for target in [
                    "/", "/tin-tuc/?trang=2", path, path + "?in=1", "/feed.atom", "/feed.json", "/tin-tuc/feed.rss", "/sitemap.xml", "/robots.txt",
                    "/tu-khoa/dau-tu?trang=2",
                    path + ".tlog-proof",
                    portal.face.statics.address("house-sans-bold.woff2") ?? "?", portal.face.statics.address("mirror-search.js") ?? "?",
                ] { #expect(books[TestPortal.host, target] != nil, "\(target) is not in the mirror") }
                #expect(books["_record", "/log/1/checkpoint"] != nil && books.entries.keys.contains { $0.target.hasPrefix("/log/1/tile/entries/") })
                #expect(try await Self.ask(shelf, "/log/1/checkpoint").bytes == (try await portal.get("/log/1/checkpoint")).bytes)
                // Another name of the same page, parameters of others, addresses that need the server, a name that is none.
                let id = "\(full.id)"
                #expect(try await Self.ask(shelf, "/kinh-te/sai-\(id)").location == path)
                #expect(try await Self.ask(shelf, "/-/\(id)").location == path)
                #expect(try await Self.ask(shelf, path + "?utm_source=x").status == 200)
                #expect(try await Self.ask(shelf, "/tin-tuc").location == "/tin-tuc/")
                #expect(try await Self.ask(shelf, "/tra-cuu").status == 503)
                #expect(try await Self.ask(shelf, "/api/v1/items").status == 503)
                #expect(try await Self.ask(shelf, "/", method: .post).status == 503)
                #expect(try await Self.ask(shelf, "/khong-co/").status == 404)
                #expect(try await Self.ask(shelf, "/", host: "other.test").status == 421)
                for target in ["/../_mirror/manifest.tsv", "/..%2f_mirror/manifest.tsv", "/_mirror/manifest.tsv", "/%2e%2e/", "//etc/passwd"] {
                    #expect(try await Self.ask(shelf, target).status == 404, "\(target)")
                }
                let search = try await Self.ask(shelf, "/tim-kiem?q=dau%20tu")
                PageAudit.check(search, "search of the mirror")
                PageAudit.check(try await Self.ask(shelf, "/tra-cuu"), status: 503, "notice of the mirror")
                // Again: nothing is written.
                let again = try await Self.mirror(portal).export(to: folder)
                #expect(again.written == 0 && again.removed == 0, "\(again)")
            }
        }
    }

    @Test("what events touch is written, what was taken back vanishes, and following is the same as beginning anew", arguments: Backend.available)
    func follows(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let mirror = Self.mirror(portal)
            try await portal.fill(45, portal.news, tags: ["Đầu tư"])
            let secret = try await portal.publish(FullArticle.short("Zamquynh gỡ bỏ", "Nội dung Xuvandov.", tags: ["Kelmophat"]), in: portal.news)
            let erased = try await portal.publish(FullArticle.short("Tepmatzu xoá hẳn"), in: portal.news)
            let path = try await portal.path(secret.item)
            try await Self.withFolder { folder in
                let disk = try MirrorFolder(writing: folder)
                var books = try await mirror.whole(disk, "*").books
                var steps = 0
                func follow(_ what: String, atMost most: Int) async throws -> [String] {
                    steps += 1
                    let before = Self.tree(folder)
                    let done = try #require(try await mirror.changes(disk, books), "\(what): nothing happened")
                    books = done.books
                    let after = Self.tree(folder)
                    let touched = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
                    #expect(!touched.isEmpty && touched.count <= most, "\(what): \(touched.count) files: \(touched.prefix(200))")
                    try await Self.withFolder { fresh in
                        _ = try await mirror.export(to: fresh)
                        let other = Self.tree(fresh)
                        // The figures of cases say at which minute they were counted.
                        let different = Set(other.keys).union(after.keys).filter { other[$0] != after[$0] && !$0.hasSuffix("/thong-ke.html") }
                            .sorted()
                        #expect(different.isEmpty, "\(what): \(different)")
                    }
                    _ = try await MirrorShelf(opening: folder)
                    return touched
                }
                portal.clock.advance(seconds: 60)
                let new = try await portal.publish(FullArticle.short("Bài mới nhất", tags: ["Đầu tư"]), in: portal.economy)
                let touched = try await follow("published", atMost: 120)
                #expect(touched.contains(TestPortal.host + (try await portal.path(new.item)) + ".html"))
                #expect(!touched.contains { $0.hasPrefix(TestPortal.departmentHost) }, "another portal was touched")
                portal.clock.advance(seconds: 60)
                try await portal.publishAgain(
                    new.item,
                    FullArticle.short("Bài mới nhất", "Đã sửa.", tags: ["Đầu tư"]),
                    in: portal.economy,
                    as: .correct,
                    note: "Sửa số liệu."
                )
                _ = try await follow("corrected", atMost: 120)
                portal.clock.advance(seconds: 60)
                try await portal.publishing.withdraw(secret.item, because: .error, note: "Sai số liệu.", by: portal.by("chief"))
                _ = try await follow("withdrawn", atMost: 120)
                let shelf = try await MirrorShelf(opening: folder)
                let gone = try await Self.ask(shelf, path)
                #expect(gone.status == 410 && gone.body.contains("Sai số liệu."))
                #expect(try await Self.ask(shelf, path + "?in=1").status == 410)
                #expect(try await Self.ask(shelf, path + ".tlog-proof").status == 410)
                portal.clock.advance(seconds: 60)
                try await portal.publishing.erase(erased.item, because: .personal, by: portal.by("chief"))
                _ = try await follow("erased", atMost: 120)
                for (file, bytes) in Self.tree(folder) {
                    let text = String(decoding: bytes, as: UTF8.self).lowercased()
                    for word in ["zamquynh", "xuvandov", "kelmophat", "tepmatzu"] {
                        #expect(!text.contains(word) && !file.contains(word), "\(file) still has \(word)")
                    }
                }
                portal.clock.advance(seconds: 60)
                try await portal.publishing.restore(secret.item, by: portal.by("chief"))
                _ = try await follow("restored", atMost: 140)
                let again = try await MirrorShelf(opening: folder)
                #expect(try await Self.ask(again, path).status == 200)
                #expect(steps == 5)
            }
        }
    }

    @Test("a run that ends in the middle changes nothing, or is finished by the next")
    func interrupted() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let mirror = Self.mirror(portal)
            try await portal.fill(10, portal.news)
            try await Self.withFolder { folder in
                _ = try await mirror.export(to: folder)
                let before = Self.tree(folder)
                // Ended while laying aside.
                do {
                    let disk = try MirrorFolder(writing: folder)
                    try disk.stage(Array("half".utf8), "anson.test/index.html")
                    #expect(throws: MirrorFault.busy(folder)) { try MirrorFolder(writing: folder) }
                }
                #expect(Self.tree(folder) == before)
                _ = try await MirrorShelf(opening: folder)
                // Ended while moving: the list of what comes is there, the files are still aside.
                do {
                    let disk = try MirrorFolder(writing: folder)
                    var books = try #require(try disk.books())
                    let bytes = Array("mới".utf8)
                    try disk.stage(bytes, "anson.test/index.html")
                    let front = MirrorAddress(host: "anson.test", target: "/")
                    var entry = try #require(books[front])
                    (entry.hash, entry.size) = (MirrorFolder.digest(bytes), bytes.count)
                    books.put(entry)
                    books.remove(MirrorAddress(host: "anson.test", target: "/robots.txt"))
                    try Data(books.text.utf8).write(to: URL(fileURLWithPath: folder + "/_mirror/next.tsv"))
                }
                await #expect(throws: MirrorFault.unfinished(folder)) { try await MirrorShelf(opening: folder) }
                do { _ = try MirrorFolder(writing: folder) }
                #expect(Self.tree(folder)["anson.test/index.html"] == Array("mới".utf8) && Self.tree(folder)["anson.test/robots.txt"] == nil)
                _ = try await MirrorShelf(opening: folder)
                _ = try await mirror.export(to: folder)
                #expect(Self.tree(folder) == before)
            }
        }
    }

    @Test("foreign and altered files, links and other folders are refused in one sentence, and an export mends")
    func refused() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let mirror = Self.mirror(portal)
            try await portal.fill(3, portal.news)
            try await Self.withFolder { folder in
                _ = try await mirror.export(to: folder)
                let before = Self.tree(folder)
                let files = FileManager.default
                func refused(_ fault: MirrorFault, _ change: () throws -> Void) async throws {
                    try change()
                    await #expect(throws: fault) { try await MirrorShelf(opening: folder) }
                    #expect(!"\(fault)".contains("\n"))
                    _ = try? await mirror.export(to: folder)
                    #expect(Self.tree(folder) == before, "\(fault)")
                }
                try await refused(.foreign("anson.test/tro-choi.html", more: 0)) {
                    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/anson.test/tro-choi.html"))
                }
                try await refused(.altered("anson.test/index.html", more: 0)) {
                    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/anson.test/index.html"))
                }
                try await refused(.altered("anson.test/robots.txt", more: 0)) { try files.removeItem(atPath: folder + "/anson.test/robots.txt") }
                try await refused(.link("anson.test/robots.txt")) {
                    try files.removeItem(atPath: folder + "/anson.test/robots.txt")
                    try files.createSymbolicLink(atPath: folder + "/anson.test/robots.txt", withDestinationPath: "/etc/hostname")
                }
                // A folder that is a link is not written through.
                try await Self.withFolder { outside in
                    try files.createDirectory(atPath: outside, withIntermediateDirectories: true)
                    try files.removeItem(atPath: folder + "/anson.test/tin-tuc")
                    try files.createSymbolicLink(atPath: folder + "/anson.test/tin-tuc", withDestinationPath: outside)
                    _ = try? await mirror.export(to: folder)
                    #expect(try files.contentsOfDirectory(atPath: outside).isEmpty)
                    _ = try await mirror.export(to: folder)
                    #expect(Self.tree(folder) == before)
                }
                await #expect(throws: MirrorFault.otherScope("so-y-te", is: "*")) { try await mirror.export(to: folder, below: portal.department.id) }
            }
            try await Self.withFolder { other in
                try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
                try Data("mine".utf8).write(to: URL(fileURLWithPath: other + "/letter.txt"))
                await #expect(throws: MirrorFault.notAMirror(other)) { try await mirror.export(to: other) }
                await #expect(throws: MirrorFault.notAMirror(other)) { try await MirrorShelf(opening: other) }
                #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["letter.txt"])
            }
            try await Self.withFolder { part in
                let report = try await mirror.export(to: part, below: portal.department.id)
                #expect(
                    report.portals == 1
                        && Set(Self.tree(part).keys.map { $0.split(separator: "/")[0] }).subtracting(["_record"]) == ["soyte.anson.test"]
                )
            }
        }
    }

    @Test("a full disk is said so, and the mirror stays whole", .enabled(if: SmallDisk.isPossible, "needs root, to mount a small disk"))
    func diskFull() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let mirror = Self.mirror(portal)
            try await portal.fill(5, portal.news)
            try await SmallDisk.with(megabytes: 64) { disk in
                let folder = disk.folder + "/m"
                _ = try await mirror.export(to: folder)
                let before = Self.tree(folder)
                try await portal.fill(400, portal.economy, titled: "Thêm")
                // A little room above what is used: a file system cannot be made smaller than that.
                try disk.resize(megabytes: try disk.megabytesUsed() + 1)
                await #expect(throws: MirrorFault.diskFull(folder)) { try await mirror.export(to: folder) }
                #expect(Self.tree(folder) == before)
                _ = try await MirrorShelf(opening: folder)
                try disk.resize(megabytes: 256)
                #expect(try await mirror.export(to: folder).written > 400)
            }
        }
    }
}
