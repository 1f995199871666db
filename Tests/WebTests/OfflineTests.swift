import HTTPTypes
import NIOCore
import PortalNetwork
import Testing

@testable import Web

@Suite("Reading without a connection")
struct OfflineTests {
    @Test func theWorkerHasOneAddressAndIsAskedForEachTime() async throws {
        let browser = try Browser(TestFace.make())
        let answer = try await browser.send("/sw.js")
        #expect(answer.status == 200 && answer.headers[.contentType] == "text/javascript; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "public, max-age=0")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("worker-src 'self'") == true)
        #expect(answer.body.hasPrefix("const VERSION = \"") && answer.body.contains("addEventListener(\"fetch\""))
        #expect(try await browser.send("/").body.contains("data-worker=\"/sw.js\""))
    }

    /// Browsers take a new worker when a byte differs: another look is another worker, the same look the same bytes.
    @Test func anotherLookIsAnotherWorker() async throws {
        let plain = try await Browser(TestFace.make()).send("/sw.js").body
        #expect(try await Browser(TestFace.make()).send("/sw.js").body == plain)
        let blue = try await Browser(TestFace.make(tree: Network.tree(look: Look(primary: "#004a99")))).send("/sw.js").body
        #expect(blue != plain && blue.hasSuffix(plain.drop { $0 != "\n" }))
    }

    @Test func switchedOffTheWorkerTakesItselfAway() async throws {
        var face = try TestFace.make()
        face.keepsArticles = false
        let browser = try Browser(face)
        let worker = try await browser.send("/sw.js")
        #expect(worker.status == 200 && worker.body.contains("registration.unregister()") && !worker.body.contains("\"fetch\""))
        #expect(try await !browser.send("/").body.contains("data-worker"))
        #expect(try await browser.send("/ngoai-tuyen").status == 404)
    }

    /// A portal that has gone answers 410 or leads away everywhere, but tells browsers to let go of what they kept.
    @Test(arguments: Network.tree().all.filter { $0.status == .closed || $0.status == .redirected }.compactMap(\.hosts.first))
    func portalsThatAreNoMoreEmptyWhatWasKept(host: String) async throws {
        let browser = try Browser(TestFace.make())
        #expect(try await browser.send("/", host: host).status != 200)
        let worker = try await browser.send("/sw.js", host: host)
        #expect(worker.status == 200 && worker.body.contains("registration.unregister()"))
    }

    @Test(arguments: [("anson.test", "vi", "Đọc khi mất kết nối"), ("en.anson.test", "en", "Reading without a connection")])
    func thePageSpeaksThePortalsLanguage(host: String, language: String, title: String) async throws {
        let browser = try Browser(TestFace.make())
        let page = try await browser.send("/ngoai-tuyen", host: host)
        #expect(page.status == 200 && page.body.contains("<html lang=\"\(language)\"") && page.body.contains(title))
        #expect(page.body.contains("<meta name=\"robots\" content=\"noindex\">") && RegionAudit.findings(in: page.body).isEmpty)
    }

    /// All that runs in a reader's browser, as it is sent: under 30 KB.
    @Test func scriptsAreSmall() throws {
        var total = 0
        for file in EmbeddedFiles.all where file.path.hasPrefix("Static/") && file.path.hasSuffix(".js") {
            let bytes = Array(file.text.description.utf8)
            total += try #require(Packing.brotli.pack(ByteBuffer(bytes: bytes))).readableBytes
            if file.path == "Static/early.js" { #expect(bytes.count < 500, "it stands before the first paint") }
        }
        #expect(total > 1000 && total < 30_000, "\(total) bytes")
    }
}
