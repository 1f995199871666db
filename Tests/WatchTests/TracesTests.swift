import Foundation
import PortalNetwork
import Testing
import Web

@testable import Watch

@Suite("Traces outside of the program")
struct TracesTests {
    @Test(arguments: [
        ("10.0.0.1 - - [28/Nov/2026:22:00:00 +0700] \"GET /upload/hi88.html?a=1 HTTP/1.1\" 200 120 \"-\" \"bot\"", "/upload/hi88.html"),
        ("10.0.0.1 - - [28/Nov/2026:22:00:00 +0700] \"GET /khong-co HTTP/1.1\" 404 120 \"-\" \"bot\"", nil),
        ("10.0.0.1 - - [28/Nov/2026:22:00:00 +0700] \"POST /upload HTTP/1.1\" 200 120 \"-\" \"bot\"", nil),
        ("rubbish", nil), ("\"GET\" 200", nil), ("\"GET http://x.example/ HTTP/1.1\" 200 1", nil),
    ])
    func linesOfALog(_ line: String, _ target: String?) { #expect(OutsideTraces.target(ofLine: line) == target) }

    @Test func aLogIsReadOnWhereItEndedAndAnewWhenItWasTurned() throws {
        let path = FileManager.default.temporaryDirectory.path + "/caunoi-log-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let line = { (target: String) in "1.1.1.1 - - [x] \"GET \(target) HTTP/1.1\" 200 1\n" }
        try Data((line("/mot") + "1.1.1.1 - - [x] \"GET /ha").utf8).write(to: URL(fileURLWithPath: path))
        let (first, offset) = OutsideTraces.answered(inLog: path, from: 0)
        #expect(first.map(\.target) == ["/mot"] && first.first?.host == nil)
        try Data((line("/mot") + line("/hai")).utf8).write(to: URL(fileURLWithPath: path))
        #expect(OutsideTraces.answered(inLog: path, from: offset).targets.map(\.target) == ["/hai"])
        try Data(("so-y-te.anson.test " + line("/ba")).utf8).write(to: URL(fileURLWithPath: path))
        #expect(OutsideTraces.answered(inLog: path, from: 10_000).targets.map { "\($0.host ?? "?")\($0.target)" } == ["so-y-te.anson.test/ba"])
        #expect(OutsideTraces.answered(inLog: path + "-none", from: 7).next == 7)
    }

    @Test func filesOfAFolderHaveAddresses() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-www-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/a", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data().write(to: URL(fileURLWithPath: folder + "/a/nhà cái.html"))
        #expect(OutsideTraces.files(in: folder, prefix: "/upload/") == ["/upload/a/nh%C3%A0%20c%C3%A1i.html"])
    }

    @Test(arguments: [
        ("Trang {page} / {pages}", "Trang 2 / 17", true), ("Trang {page} / {pages}", "Trang HI88", false), ("Lượt xem:", "Lượt xem:", true),
        ("Lượt xem:", "Lượt xem: HI88", false), ("Tìm “{query}”", "Tìm “a / b” c”", true), ("Tìm “{query}”", "Tìm “https://x.example”", false),
        ("{count} bài", "12 bài", true), ("{count} bài", "12 bài HI88", false), ("{a}{b}", "bất kỳ", true),
    ])
    func wordingWithHoles(_ catalogue: String, _ text: String, _ isRight: Bool) throws {
        let words = try Words(["vi", "en", "zh"].map { (path: "Words/\($0).json", text: "{\n\"a.b\": \"\(catalogue)\"\n}\n") })
        #expect(PhraseMatch.matches(try #require(words.phrase("a.b", .vi)), text) == isRight)
    }

    @Test func textsStandBesideEachOther() {
        let rows = TextRow.rows(expected: "một\nhai\nba", found: "một\nHI88\nba\nbốn")
        #expect(rows.map(\.expected) == ["một", "hai", "ba", ""])
        #expect(rows.map(\.found) == ["một", "HI88", "ba", "bốn"])
        #expect(rows.map(\.isOther) == [false, true, false, true])
    }
}
