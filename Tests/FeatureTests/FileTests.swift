import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Testing
import Web

@Suite("Files of a portal")
struct FileTests {
    private func article(_ asset: Asset) -> Article {
        var article = FullArticle.short("Có ảnh")
        article.picture = Picture(asset: AssetReference(commitment: asset.id, id: asset.name), alt: "Một điểm ảnh", width: 1, height: 1)
        return article
    }

    @Test(arguments: Backend.available)
    func areThereOnlyWhileSomethingShowsThem(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let picture = try await portal.addFiles(on: portal.province.id).picture
            #expect(try await portal.get(picture.path).status == 404, "uploaded is not public")
            let saved = try await portal.publishing.save(
                article(picture),
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            #expect(try await portal.get(picture.path).status == 404, "a draft is not public")
            try await portal.publishing.submit(saved.item, by: portal.by("reporter"))
            try await portal.publishing.approve(saved.item, by: portal.by("chief"))
            try await portal.publishing.publish(saved.item, by: portal.by("chief"))
            let answer = try await portal.get(picture.path)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "image/png")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.contentDisposition] == "inline")
            let tag = try #require(answer.headers[.eTag])
            #expect(try await portal.get(picture.path, headers: [.ifNoneMatch: tag]).status == 304)
            try await portal.publishing.withdraw(saved.item, because: .error, note: nil, by: portal.by("chief"))
            #expect(try await portal.get(picture.path).status == 404)
            try await portal.publishing.restore(saved.item, by: portal.by("chief"))
            #expect(try await portal.get(picture.path).status == 200)
            // An edition that shows it no more takes it away.
            try await portal.publishAgain(saved.item, FullArticle.short("Không ảnh"), in: portal.news, as: .update, note: nil)
            #expect(try await portal.get(picture.path).status == 404)
        }
    }

    /// The name is decoration, as a slug is; the commitment is not.
    @Test func anotherNameLeadsToTheName() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let picture = try await portal.addFiles(on: portal.province.id).picture
            try await portal.publish(article(picture), in: portal.news)
            let answer = try await portal.get("/files/\(picture.id)/anh")
            #expect(answer.status == 301 && answer.location == picture.path)
            for target in [
                "/files/\(picture.id)", "/files/\(picture.id.uppercased())/hoi-nghi.png", "/files/\(picture.id.dropLast())/hoi-nghi.png",
                "/files/\(String(repeating: "0", count: 64))/hoi-nghi.png", "/files/x/y", "/files/", "/files/\(picture.id)/a/b",
            ] { #expect(try await portal.get(target).status == 404, "\(target)") }
        }
    }

    /// Captions come with their film: where its markup says, never among the files of the item; what browsers would not show is refused with its line.
    @Test(arguments: Backend.available)
    func captionsGoWithTheirFilm(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let (id, files) = (full.id, full.files)
            let answer = try await portal.get(files.captions.path)
            #expect(answer.status == 200 && answer.headers[.contentType] == "text/vtt")
            #expect(answer.headers[.contentDisposition] == "inline")
            let item = try await portal.get("/api/v1/items/\(id)").body
            #expect(item.contains("\"name\":\"phim-ngan.mp4\"") && !item.contains("\"name\":\"phim-ngan.vtt\""))
            #expect(item.contains("track kind=") && item.contains(files.captions.path))
            let path = try await portal.path(id)
            let page = try await portal.get(path).body
            #expect(page.contains("<track kind=\"captions\" src=\"\(files.captions.path)\" srclang=\"vi\" label=\"Tiếng Việt\" default></video>"))
            #expect(
                page.contains(
                    "<details class=\"transcript\">\n<summary><span data-r=\"w\" data-k=\"transcript.name\">Nội dung bằng chữ</span></summary>"
                )
            )
            let paper = try await portal.get(path + "?in=1").body
            #expect(paper.contains("<details class=\"transcript\" open>"))
            await #expect(throws: PublishingRefusal.captions(WebVTTFault(.timing, line: 3))) {
                _ = try await portal.publishing.addAsset(
                    Array("WEBVTT\n\n00:00 --> 00:02\nLời\n".utf8),
                    name: "x.vtt",
                    mediaType: Asset.captions,
                    on: portal.province.id,
                    in: portal.files
                )
            }
        }
    }

    /// What a browser might run is a download in a sandbox, whatever it calls itself.
    @Test(arguments: [
        ("text/html", "trang.html"), ("image/svg+xml", "bieu-do.svg"), ("application/javascript", "ma.js"), ("application/xhtml+xml", "x.xhtml"),
    ])
    func dangerousFilesAreDownloads(type: String, name: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await portal.publishing.addAsset(
                Array("<script>alert(1)</script>".utf8),
                name: name,
                mediaType: type,
                on: portal.province.id,
                in: portal.files
            )
            var article = FullArticle.short("Có tệp")
            article.body.blocks.append(.attachment(Attachment(asset: AssetReference(commitment: asset.id), name: name)))
            try await portal.publish(article, in: portal.news)
            let answer = try await portal.get(asset.path)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
            #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            #expect(answer.headers[.contentSecurityPolicy]?.contains("allow-scripts") == false)
        }
    }
}
