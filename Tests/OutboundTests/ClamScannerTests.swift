import Outbound
import PortalTesting
import Synchronization
import Testing

@Suite("The virus scanner", .serialized)
struct ClamScannerTests {
    private func pieces(of bytes: [UInt8], each: Int = 1000) -> @Sendable () async throws -> [UInt8]? {
        let place = Mutex(0)
        return {
            let at = place.withLock { place in
                defer { place += each }
                return place
            }
            return at < bytes.count ? Array(bytes[at..<min(bytes.count, at + each)]) : nil
        }
    }

    @Test("a real clamd finds its signatures in pieces of any size, and nothing in other files", .enabled(if: ClamDaemon.isInstalled))
    func verdicts() async throws {
        try await ClamDaemon.with(limit: "1M") { daemon in
            let scanner = ClamScanner(try #require(ScannerEndpoint(daemon.socket)))
            #expect(try await scanner.version().hasPrefix("ClamAV"))
            #expect(try await scanner.scan(next: pieces(of: Array("Kính thưa quý vị".utf8))) == .clean)
            #expect(try await scanner.scan(next: pieces(of: ClamDaemon.eicar)) == .infected("Eicar-Test-Signature.UNOFFICIAL"))
            let hidden = [UInt8](repeating: 65, count: 700_000) + ClamDaemon.mark
            for size in [7, 999, 300_000] where size > 100 || hidden.count < 1000 {
                #expect(try await scanner.scan(next: pieces(of: hidden, each: size)) == .infected("Caunoi.Test.Mark.UNOFFICIAL"))
            }
            #expect(try await scanner.scan(next: pieces(of: [])) == .clean)
        }
    }

    @Test("more than the daemon takes is said, whether it hangs up early or late", .enabled(if: ClamDaemon.isInstalled))
    func tooLarge() async throws {
        try await ClamDaemon.with(limit: "100K") { daemon in
            let scanner = ClamScanner(try #require(ScannerEndpoint("unix:" + daemon.socket)))
            #expect(try await scanner.scan(next: pieces(of: [UInt8](repeating: 65, count: 120_000))) == .tooLarge)
        }
    }

    @Test("no scanner is a fault that says what to do")
    func absent() async throws {
        let scanner = ClamScanner(try #require(ScannerEndpoint("/nonexistent/clamd.ctl")))
        await #expect {
            _ = try await scanner.scan(next: pieces(of: [1, 2, 3]))
        } throws: { "\($0)".contains("is clamd running there?") }
        let nobody = ClamScanner(try #require(ScannerEndpoint("127.0.0.1:1")))
        await #expect(throws: ScannerFault.self) { _ = try await nobody.scan(next: pieces(of: [1])) }
    }

    @Test(
        "endpoints",
        arguments: [
            ("/run/clamav/clamd.ctl", ScannerEndpoint.socket(path: "/run/clamav/clamd.ctl")), ("unix:/a", .socket(path: "/a")),
            ("scan.local:3310", .host("scan.local", port: 3310)), ("[fd00::7]:3310", .host("fd00::7", port: 3310)), ("fd00::7:3310", nil), ("x", nil),
            ("x:0", nil), ("x:99999", nil), (":3310", nil), ("", nil),
        ]
    )
    func endpoints(_ text: String, _ endpoint: ScannerEndpoint?) { #expect(ScannerEndpoint(text) == endpoint) }
}
