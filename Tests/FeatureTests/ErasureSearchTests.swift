import FileStore
import Foundation
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Search
import Store
import Testing
import Vietnamese

/// After an erasure the words are looked for wherever anything is kept, as somebody would who wants to find them.
@Suite("Searching for what was erased") struct ErasureSearchTests {
    /// Words that stand nowhere else: in the title, the text, a file, a tag, notes of every step.
    static let words = ["Zamquynh", "Xuvandov", "Kelmophat", "Tepmatzu", "Nhanxetqo", "Lydoguv", "Ghichuxy", "Duongcux", "Suachuaw"]

    /// Which of the words stand in some bytes: as they are, folded, or as hexadecimal digits of either.
    static func found(in bytes: [UInt8]) -> [String] {
        let data = Data(bytes)
        let lower = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
        return words.filter { word in
            let plain = word.lowercased()
            let hex = plain.utf8.map { String($0, radix: 16) }.joined()
            let capital = word.utf8.map { String($0, radix: 16) }.joined()
            return lower.range(of: Data(plain.utf8)) != nil || data.range(of: Data(hex.utf8)) != nil || data.range(of: Data(capital.utf8)) != nil
        }
    }

    private static func files(_ portal: TestPortal) -> [UInt8] {
        var bytes: [UInt8] = []
        for root in [portal.folder, portal.folder + "-derived"] {
            for case let name as String in FileManager.default.enumerator(atPath: root) ?? FileManager.DirectoryEnumerator() {
                bytes += Array(name.utf8) + (FileManager.default.contents(atPath: root + "/" + name).map { [UInt8]($0) } ?? [])
            }
        }
        return bytes
    }

    @Test("database, keys, files, index, pages, feeds, API, exports and an older backup hold nothing readable", arguments: Backend.available)
    func everywhere(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let person = try await portal.database.read { try People.person(try #require(portal.people["chief"]), in: $0) }
            let trail = Publisher.By.Trail(person, from: Access.Caller(address: "192.0.2.1", agent: "thử"))
            func by(_ handle: String) async throws -> Publisher.By {
                let plain = try await portal.by(handle)
                return Publisher.By(plain.actor, in: plain.tree, trail: trail)
            }
            let publisher = portal.publishing
            let file = try await publisher.addAsset(
                Array("%PDF-1.4 Tepmatzu".utf8),
                name: "tepmatzu.pdf",
                mediaType: "application/pdf",
                on: portal.province.id,
                in: portal.files
            )
            func article(_ text: String) -> Article {
                Article(
                    title: "Thông báo về ông Zamquynh",
                    body: RichText([
                        .paragraph([.text("Hộ ông Xuvandov. \(text)")]),
                        .attachment(
                            Attachment(
                                asset: AssetReference(commitment: file.id, id: file.name),
                                name: file.name,
                                title: "Tepmatzu",
                                mediaType: "application/pdf",
                                bytes: file.bytes
                            )
                        ),
                    ]),
                    tags: ["Kelmophat"]
                )
            }
            let place = Place(site: portal.province.id, section: portal.news.id)
            let id = try await publisher.save(article("Một."), in: place, by: by("reporter")).item
            try await publisher.submit(id, by: by("reporter"))
            try await publisher.return(id, reason: "Lydoguv chưa rõ", by: by("chief"))
            try await Workroom(publisher).remark("Nhanxetqo", on: id, by: by("chief"))
            try await publisher.save(article("Hai."), as: id, in: place, by: by("reporter"))
            try await publisher.publishUrgently(id, reason: "Lydoguv gấp", by: by("chief"))
            try await publisher.confirmUrgent(id, by: by("second"))
            try await publisher.save(article("Ba."), as: id, in: place, by: by("reporter"))
            try await publisher.submit(id, by: by("reporter"))
            try await publisher.approve(id, by: by("chief"))
            try await publisher.publish(id, as: .correct, note: "Suachuaw một chữ", by: by("chief"))
            _ = try await publisher.putRedirects([Redirect(path: "/cu/duongcux.aspx", target: .item(id))], on: portal.province.id, by: by("chief"))
            try await portal.followSearch()
            let path = try await portal.path(id)
            let addresses = [
                path, path + "?in=1", "/", "/tin-tuc/", "/tu-khoa/kelmophat", "/cai-chinh", "/feed.atom", "/feed.json", "/tin-tuc/feed.atom",
                "/tim-kiem?q=Zamquynh", "/tim-kiem/goi-y?q=Zamq", "/api/v1/items/\(id)", "/api/v1/items", "/api/v1/items/\(id)/revisions",
                "/sitemap.xml", "/kiem-chung/\(id)", file.path, "/cu/duongcux.aspx", "/so-do-trang", "/-/\(id)",
            ]
            for address in addresses { _ = try await portal.get(address) }
            #expect(try await portal.get(path).body.contains("Zamquynh"))
            // What a nightly backup of the database took along; keys are backed up apart.
            let backup = try await everythingKept(portal.database)

            try await publisher.withdraw(id, because: .personal, note: "Ghichuxy của người yêu cầu", by: by("chief"))
            try await publisher.erase(id, from: portal.files, because: .personal, by: by("chief"))
            try await portal.followSearch()

            let (left, keys) = (Self.found(in: try await everythingKept(portal.database)), Self.found(in: try await everythingKept(portal.keys)))
            for word in left { Issue.record("\(word) is still in the database: \(try await tables(keeping: word, in: portal.database))") }
            #expect(keys == [], "in the store of keys")
            #expect(Self.found(in: Self.files(portal)) == [], "among the files")
            // Tags, files, former addresses and reasons stay readable in an older backup (decisions 2 and 73), nothing that the item says.
            let known = ["Duongcux", "Kelmophat", "Lydoguv", "Tepmatzu"]
            #expect(Self.found(in: backup).filter { !known.contains($0) } == [], "in an older backup of the database")
            for address in addresses {
                let answer = try await portal.get(address)
                // What somebody typed is shown to them again.
                let isSearch = address.hasPrefix("/tim-kiem?")
                #expect(Self.found(in: Array(answer.body.utf8)).filter { !isSearch || $0 != "Zamquynh" } == [], "\(address)")
                for value in answer.headers.map(\.value) { #expect(Self.found(in: Array(value.utf8)) == [], "\(address)") }
            }
            #expect(try await portal.index.titles(with: "Zamquynh", on: [portal.province.id], andBelow: true, limit: 5) == [])
            try await ExportDesk.withFolder { folder in
                try await ExportDesk(portal, folder).export("ra")
                for case let name as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator() {
                    let bytes = FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) } ?? []
                    #expect(Self.found(in: bytes) == [], "exported: \(name)")
                }
            }
        }
    }
}
