import FileStore
import HTTPTypes
import Media
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@Suite("What stands in attachments is found with their items")
struct AttachmentTests {
    private static func article(_ file: LibraryFile) -> Article {
        var article = FullArticle.short("Công khai dự toán")
        let asset = AssetReference(commitment: file.asset ?? "", id: file.name)
        article.body.blocks.append(
            .attachment(Attachment(asset: asset, name: file.name, title: "Biểu số 1", mediaType: file.mediaType, bytes: file.bytes))
        )
        return article
    }

    private static func finds(_ words: String, _ place: LibraryPlace) async throws -> Bool {
        try await place.portal.followSearch()
        let query = words.split(separator: " ").joined(separator: "+")
        return try await place.portal.get("/tim-kiem?q=\(query)").body.contains("Công khai dự toán")
    }

    @Test("while they are published, and no longer", arguments: Backend.available)
    func search(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            let file = try await place.ready("bieu-1.txt", Array("Kinh phí khuyến ngư vụ đông xuân: 1.250 triệu đồng".utf8))
            #expect(try await place.library.versions(of: file.id).first?.hasText == true)
            #expect(try await !Self.finds("khuyen ngu", place), "in the library is not public")
            let item = try await place.portal.publish(Self.article(file), in: place.portal.news).item
            #expect(try await Self.finds("khuyen ngu", place))
            let answer = try await place.portal.get("/files/\(file.asset ?? "")/\(file.name)")
            #expect(answer.status == 200 && answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            try await place.portal.publishing.withdraw(item, because: .error, note: nil, by: place.portal.by("chief"))
            #expect(try await !Self.finds("khuyen ngu", place))
            try await place.portal.publishing.restore(item, by: place.portal.by("chief"))
            #expect(try await Self.finds("khuyen ngu", place))
            try await place.portal.publishing.erase(item, from: place.portal.files, because: .personal, by: place.portal.by("chief"))
            #expect(try await !Self.finds("khuyen ngu", place))
            #expect(
                try await place.portal.database.read { try $0.value("SELECT count(*) FROM library_version WHERE text IS NOT NULL", as: Int.self) }
                    == 0
            )
        }
    }

    @Test("a film loses its place on the way in", arguments: Backend.available)
    func film(_ backend: Backend) async throws {
        try await LibraryPlace.with(backend) { place in
            func box(_ name: String, _ content: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(content.count + 8)] + Array(name.utf8) + content }
            let film = box("ftyp", Array("isom0000".utf8)) + box("moov", box("udta", Array("+10.77+106.7/".utf8))) + box("mdat", Array("hình".utf8))
            let file = try await place.ready("phim.mp4", film)
            let (asset, hash) = try #require(try await place.library.content(of: file))
            let bytes = try await place.portal.files.content(of: hash)
            #expect(asset.bytes == film.count && bytes.count == film.count)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("10.77"))
        }
    }
}
