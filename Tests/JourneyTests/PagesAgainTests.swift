import Foundation
import PortalTesting
import PublicRecord
import Record
import RichText
import Store
import StoreSQLite
import Testing
import Web

@testable import caunoi

/// Every kind of page of the demo: the same bytes from another process at another time, and nothing in it that cannot be attributed.
@Suite("Pages, again")
struct PagesAgainTests {
    /// Addresses of every kind on a host; `{item}` and the like are found on the pages before.
    private static let fixed = [
        "/", "/tin-tuc/", "/tin-tuc/?trang=2", "/so-do-trang", "/gioi-thieu", "/lien-he", "/bao-ve-du-lieu", "/tim-kiem", "/tim-kiem?q=s%E1%BB%9F",
        "/tim-kiem?q=khongcogicakhong", "/kiem-chung", "/cai-chinh", "/khong-co-trang-nay", "/ngoai-tuyen", "/api/",
    ]
    private static let hosts = ["anson.localhost", "en.anson.localhost", "zh.anson.localhost"]

    private struct Shown: Sendable {
        let host: String
        let target: String
        let status: Int
        let html: String
    }

    /// Links of some kinds that the pages name themselves: articles, sections, tags, authors, archives, their prints, and what the record says of them.
    private static func targets(_ reader: Reader, _ host: String) throws -> [String] {
        var targets = host == hosts[0] ? fixed : ["/", "/so-do-trang", "/kiem-chung"]
        var found: [String: [String]] = [:]
        for page in ["/", "/so-do-trang"] {
            let html = try reader.get(page, host: host).body
            for link in html.components(separatedBy: "href=\"/").dropFirst() {
                let path = "/" + link.prefix { $0 != "\"" }
                guard !path.contains("."), !path.contains("/_/"), !path.contains("#"), !targets.contains(path) else { continue }
                let isItem = path.split(separator: "/").last.map { $0.suffix(13) }.flatMap { Crockford.decode($0) } != nil
                let kind = isItem ? "item" : path.split(separator: "/").count > 1 ? String(path.split(separator: "/")[0]) : "section"
                if found[kind, default: []].count < 4, !(found[kind]?.contains(path) ?? false) { found[kind, default: []].append(path) }
            }
        }
        for item in found["item"] ?? [] {
            found["print", default: []].append(item + "?in=1")
            found["record", default: []].append("/kiem-chung/\(item.suffix(13))")
            let html = try reader.get(item, host: host).body
            for kind in ["/tu-khoa/", "/tac-gia/", "/chuyen-trang/"] {
                if let link = html.firstRange(of: "href=\"\(kind)") {
                    found[kind, default: []].append(kind + html[link.upperBound...].prefix { $0 != "\"" })
                }
            }
        }
        targets += found.keys.sorted().flatMap { found[$0] ?? [] }
        return Array(Set(targets)).sorted()
    }

    private static func all(_ reader: Reader, _ list: [(String, String)]) throws -> [Shown] {
        try list.map { host, target in
            let answer = try reader.get(target, host: host)
            return Shown(host: host, target: target, status: answer.status, html: answer.body)
        }
    }

    /// Without what changes by itself: counts of reads, moments.
    static func still(_ html: String) -> String {
        html.replacing(#/(<[a-z]+ [^>]*data-r="l"[^>]*>)[^<]{0,}/#) { String($0.output.1) }
    }

    @Test("rendered by another process, at another second, after a restart: the same bytes, all of it attributed", .timeLimit(.minutes(15)))
    func again() async throws {
        try await Program.with(.sqlite) { program in
            #expect(try await program.run("demo", "--size", "small", "--quiet").status == 0)
            let (first, second, lists, cards) = (
                Kept<[Shown]>([]), Kept<[Shown]>([]), Kept<[(String, String)]>([]), Kept<[String: (String, Int)]>([:])
            )
            _ = try await program.serve(["--public-port", "8080"]) { reader in
                // What a search finds is part of its page, and the index is made behind the start.
                for _ in 0..<3_600 {
                    if try reader.get("/tim-kiem?q=s%E1%BB%9F", host: Self.hosts[0]).body.contains("data-r=\"c\"") { break }
                    try await Task.sleep(for: .milliseconds(200))
                }
                lists.value = try Self.hosts.flatMap { host in try Self.targets(reader, host).map { (host, $0) } }
                first.value = try Self.all(reader, lists.value)
            }
            // Another second.
            try await Task.sleep(for: .milliseconds(1100))
            _ = try await program.serve(["--public-port", "8080"]) { reader in
                second.value = try Self.all(reader, lists.value)
                for shown in second.value {
                    for id in Self.cards(shown.html) where cards.value[id] == nil {
                        guard
                            let item = try? JSONSerialization.jsonObject(with: Data(reader.get("/api/v1/items/\(id)", host: shown.host).body.utf8))
                                as? [String: Any],
                            let title = item["title"] as? String
                        else { continue }
                        cards.value[id] = (title, item["edition"] as? Int ?? 0)
                    }
                }
            }
            try #require(first.value.count == second.value.count && first.value.count > 60)
            for (one, other) in zip(first.value, second.value) {
                #expect(one.status == other.status, "\(one.host)\(one.target)")
                if Self.still(one.html) != Self.still(other.html) {
                    let (a, b) = (Self.still(one.html).split(separator: "\n"), Self.still(other.html).split(separator: "\n"))
                    let line = zip(a, b).first { $0 != $1 }
                    Issue.record("\(one.host)\(one.target): '\(line?.0.prefix(300) ?? "")' was '\(line?.1.prefix(300) ?? "")'")
                }
            }
            let database = try SQLiteDatabase(path: program.data + "/caunoi.db")
            let hosts = Set(try await database.read { try $0.column("SELECT host FROM site_host", as: String.self) })
            await database.close()
            let audit = Audit(hosts: hosts, wording: PageWording(words: try ProgramTexts(features: Features.all()).words), cards: cards.value)
            for shown in first.value where shown.html.hasPrefix("<!DOCTYPE") { try audit.check("\(shown.host)\(shown.target)", shown.html) }
            #expect(cards.value.count > 20)
        }
    }

    private static func cards(_ html: String) -> [String] {
        html.components(separatedBy: "data-r=\"c\" data-id=\"").dropFirst().map { String($0.prefix(13)) }
    }

    private struct Audit {
        let hosts: Set<String>
        let wording: PageWording
        /// Title and edition by item.
        let cards: [String: (String, Int)]

        func check(_ name: String, _ html: String) throws {
            #expect(RegionAudit.findings(in: html) == [], "\(name)")
            let form = PageForm.fault(in: Array(html.utf8))
            #expect(form == nil, "\(name): \(String(describing: form))")
            let page = try PageReader(isOwnHost: { hosts.contains($0) }).read(html)
            #expect(page.unattributed.isEmpty, "\(name): \(page.unattributed)")
            #expect(page.findings.isEmpty, "\(name): \(page.findings)")
            for region in page.regions {
                switch region.mark {
                case "w":
                    let key = region.attributes["data-k"] ?? ""
                    #expect(wording.says(region.text, key: key, isEchoing: true), "\(name): \(key) says '\(region.text)'")
                case "c":
                    let id = region.attributes["data-id"] ?? ""
                    guard let (title, edition) = cards[id] else {
                        Issue.record("\(name): a card of \(id), which is not live")
                        continue
                    }
                    #expect(region.attributes["data-ed"] == "\(edition)", "\(name): \(id)")
                    let links = region.text.split(separator: "\u{1F}").filter { $0.hasPrefix("@") }
                    #expect(links.allSatisfy { $0 == "@\(id)" }, "\(name): a card of \(id) leads to \(links)")
                    // A card may show the picture alone.
                    if region.text.contains(where: \.isLetter), !region.attributes.keys.contains("aria-hidden") {
                        #expect(region.text.contains(title.split(separator: " ").joined(separator: " ")), "\(name): \(region.text) is not '\(title)'")
                    }
                default: break
                }
            }
        }
    }

    private final class Kept<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: Value
        init(_ value: Value) { kept = value }
        var value: Value {
            get { lock.withLock { kept } }
            set { lock.withLock { kept = newValue } }
        }
    }
}
