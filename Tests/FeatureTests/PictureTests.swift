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
import Web

@Suite("Pictures in the sizes and formats that fit")
struct PictureTests {
    /// A picture with something in it, 800 by 600.
    private static func add(to portal: TestPortal, alpha: Bool = false) async throws -> Asset {
        let bytes = SamplePNG.bytes(width: 800, height: 600, alpha: alpha)
        return try await portal.publishing.addAsset(bytes, name: "hoi-nghi.png", mediaType: "image/png", on: portal.province.id, in: portal.files)
    }

    private static func article(_ asset: Asset) -> Article {
        var article = FullArticle.short("Có ảnh")
        let reference = AssetReference(commitment: asset.id, id: asset.name)
        article.picture = Picture(asset: reference, alt: "Hội nghị", width: asset.width ?? 0, height: asset.height ?? 0)
        article.body.blocks.append(.picture(Picture(asset: reference, alt: "Trong bài", width: asset.width ?? 0, height: asset.height ?? 0)))
        return article
    }

    @Test(arguments: Backend.available)
    func liveAndDieWithTheFileTheyAreOf(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let asset = try await Self.add(to: portal)
            #expect(asset.width == 800 && asset.height == 600, "the bytes say the size")
            let target = asset.path + "?w=640&f=avif"
            #expect(try await portal.get(target).status == 404, "not public yet")
            let item = try await portal.publish(Self.article(asset), in: portal.news).item
            let answer = try await portal.get(target)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "image/avif")
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
            #expect(answer.headers[.contentDisposition] == "inline; filename=\"hoi-nghi-640.avif\"")
            let tag = try #require(answer.headers[.eTag])
            #expect(try await portal.get(target, headers: [.ifNoneMatch: tag]).status == 304)
            #expect(try await portal.get(asset.path).headers[.eTag] != tag)
            for (format, type) in [("webp", "image/webp"), ("jpg", "image/jpeg")] {
                #expect(try await portal.get(asset.path + "?w=320&f=\(format)").headers[.contentType] == type)
            }
            try await portal.publishing.withdraw(item, because: .error, note: nil, by: portal.by("chief"))
            #expect(try await portal.get(target).status == 404)
            try await portal.publishing.restore(item, by: portal.by("chief"))
            #expect(try await portal.get(target).status == 200)
            #expect(!portal.renditions.pictures(after: nil).isEmpty)
            try await portal.publishing.erase(item, from: portal.files, because: .personal, by: portal.by("chief"))
            #expect(try await portal.get(target).status == 410)
            #expect(portal.renditions.pictures(after: nil).isEmpty, "an erasure leaves nothing of it")
        }
    }

    /// Parts of a version are given as of any file: broken downloads go on, players and proxies may ask for what they need.
    @Test func areGivenInParts() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await Self.add(to: portal)
            try await portal.publish(Self.article(asset), in: portal.news)
            let target = asset.path + "?w=320&f=png"
            let address = try await portal.get(target).location ?? target
            let whole = try await portal.get(address)
            let size = whole.bytes.count
            #expect(whole.status == 200 && whole.headers[.acceptRanges] == "bytes" && size > 100)
            let tag = try #require(whole.headers[.eTag])
            for (field, status, range) in [
                ("bytes=0-9", 206, "bytes 0-9/\(size)"), ("bytes=10-", 206, "bytes 10-\(size - 1)/\(size)"),
                ("bytes=-5", 206, "bytes \(size - 5)-\(size - 1)/\(size)"), ("bytes=0-999999999", 206, "bytes 0-\(size - 1)/\(size)"),
                ("bytes=\(size)-", 416, "bytes */\(size)"), ("bytes=5-2", 200, nil), ("bytes=0-1,4-5", 200, nil), ("lines=1-2", 200, nil),
            ] as [(String, Int, String?)] {
                let part = try await portal.get(address, headers: [.range: field])
                #expect(part.status == status && part.headers[.contentRange] == range, "\(field)")
                if status == 206, field == "bytes=10-" { #expect(part.bytes == Array(whole.bytes.dropFirst(10))) }
            }
            #expect(try await portal.get(address, headers: [.range: "bytes=0-9", .ifRange: tag]).status == 206)
            #expect(try await portal.get(address, headers: [.range: "bytes=0-9", .ifRange: "\"other\""]).status == 200)
            #expect(try await portal.get(address, headers: [.range: "bytes=0-9", .ifNoneMatch: tag]).status == 304)
        }
    }

    /// An edition that says nothing of a picture's size is never changed; its page says what the file is known to be.
    @Test(arguments: Backend.available)
    func sizesNobodyWroteDownAreKnown(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let asset = try await Self.add(to: portal)
            var article = Self.article(asset)
            article.picture?.width = 0
            article.picture?.height = 0
            article.body.blocks.removeLast()
            article.body.blocks.append(.picture(Picture(asset: article.picture?.asset, alt: "Trong bài")))
            let item = try await portal.publish(article, in: portal.news).item
            for target in [try await portal.path(item), "/", "/tin-tuc/"] {
                let page = try await portal.get(target).body
                let pictures = page.split(separator: "<picture>").dropFirst().map { String($0.prefix { $0 != "\n" }) }
                #expect(pictures.count >= 1, "\(target)")
                for picture in pictures {
                    #expect(picture.contains(" width=\"800\" height=\"600\"") && picture.contains("?w=320&amp;f=avif 320w"), "\(picture)")
                }
            }
            let shown = try #require(try await portal.shown(item))
            #expect((shown.details as? Article) == article, "what was published stays as it was")
            let page = try await portal.get(try await portal.path(item)).body
            #expect(try ArticlePageTests.commitment(ofPage: page, portal) == shown.textCommitment)
        }
    }

    /// One address for each version; whatever else a query holds makes neither work nor an entry of the cache.
    @Test func haveOneAddressEach() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await Self.add(to: portal)
            try await portal.publish(Self.article(asset), in: portal.news)
            for (query, status, location) in [
                ("w=641&f=avif", 404, nil), ("w=0640&f=avif", 404, nil), ("w=-640&f=avif", 404, nil), ("w=640&f=gif", 404, nil), ("w=&f=", 404, nil),
                ("f=avif", 404, nil), ("w=640&w=320&f=avif", 404, nil), ("w=99999999999999999999&f=jpg", 404, nil),
                ("w=640", 301, asset.path + "?w=640&f=jpg"), ("f=webp&w=640", 301, asset.path + "?w=640&f=webp"),
                ("w=640&f=webp&utm_source=x", 301, asset.path + "?w=640&f=webp"),
                ("w=640&f=png", 301, asset.path + "?w=640&f=jpg"),
                // Never larger than the picture is.
                ("w=960&f=avif", 301, asset.path), ("utm_source=x", 200, nil),
            ] as [(String, Int, String?)] {
                let answer = try await portal.get("\(asset.path)?\(query)")
                #expect(answer.status == status && answer.location == location, "\(query): \(answer.status) \(answer.location ?? "")")
            }
            let other = try await portal.get("/files/\(asset.id)/khac.png?w=640&f=avif")
            #expect(other.status == 301 && other.location == asset.path + "?w=640&f=avif")
        }
    }

    @Test func graphicsWithAlphaStayPNG() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await Self.add(to: portal, alpha: true)
            try await portal.publish(Self.article(asset), in: portal.news)
            #expect(try await portal.get(asset.path + "?w=320&f=jpg").location == asset.path + "?w=320&f=png")
            #expect(try await portal.get(asset.path + "?w=320&f=png").headers[.contentType] == "image/png")
        }
    }

    @Test func filesThatAreNoPicturesHaveNone() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await portal.publishing.addAsset(
                Array("%PDF-1.7".utf8),
                name: "van-ban.pdf",
                mediaType: "application/pdf",
                on: portal.province.id,
                in: portal.files
            )
            var article = FullArticle.short("Có tệp")
            article.body.blocks.append(.attachment(Attachment(asset: AssetReference(commitment: asset.id), name: asset.name)))
            try await portal.publish(article, in: portal.news)
            let answer = try await portal.get(asset.path + "?w=640&f=avif")
            #expect(answer.status == 301 && answer.location == asset.path)
        }
    }

    /// Without a worker nobody sees a broken picture: the picture itself, and soon asked again.
    @Test func withoutAWorkerThereIsThePictureItself() async throws {
        try await TestPortal.with(.sqlite, worker: .child(program: "/bin/false", arguments: [])) { portal in
            let asset = try await Self.add(to: portal)
            try await portal.publish(Self.article(asset), in: portal.news)
            let answer = try await portal.get(asset.path + "?w=320&f=avif")
            #expect(answer.status == 200 && answer.headers[.contentType] == "image/png")
            #expect(answer.headers[.cacheControl] == "public, max-age=30")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.eTag] != (try await portal.get(asset.path).headers[.eTag]))
        }
    }

    /// What was stored is made in every size before anybody asks, once.
    @Test(arguments: Backend.available)
    func areMadeInAdvance(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let asset = try await Self.add(to: portal)
            _ = try await Self.add(to: portal)
            let runner = JobRunner(
                database: portal.database,
                workers: [MakePictures(database: portal.database, files: portal.files, workshop: portal.workshop)],
                owner: 1,
                clock: portal.clock.clock,
                logger: TestPortal.logger
            )
            #expect(try await runner.runDue() == 1)
            #expect(try await runner.runDue() == 0)
            let hash = try #require(ContentHash(asset.sha256))
            for width in [320, 480, 640] {
                for format in [PictureFormat.avif, .webp, .jpg] {
                    #expect(portal.renditions.read(try #require(PictureVariant(width: width, format: format)), of: hash) != nil, "\(width).\(format)")
                }
            }
            #expect(portal.renditions.read(try #require(PictureVariant(width: 960, format: .avif)), of: hash) == nil)
        }
    }

    /// Pictures of older installations get their size; what was erased elsewhere is swept away.
    @Test(arguments: Backend.available)
    func areLookedAfter(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let asset = try await Self.add(to: portal)
            try await portal.database.write { db in
                try db.execute("UPDATE asset SET width = NULL, height = NULL")
                try db.execute("DELETE FROM job")
            }
            let keeping = PictureKeeping(
                database: portal.database,
                store: portal.renditions,
                ids: portal.publishing.ids,
                clock: portal.clock.clock,
                logger: TestPortal.logger
            )
            try await keeping.measureOld()
            let runner = JobRunner(
                database: portal.database,
                workers: [MakePictures(database: portal.database, files: portal.files, workshop: portal.workshop)],
                owner: 1,
                clock: portal.clock.clock,
                logger: TestPortal.logger
            )
            #expect(try await runner.runDue() == 1)
            let size = try await portal.database.read { db in
                try db.row("SELECT width, height FROM asset WHERE id = \(asset.id)").map { [try $0[0] as Int, try $0[1] as Int] }
            }
            #expect(size == [800, 600])
            try await keeping.sweep()
            #expect(portal.renditions.pictures(after: nil).count == 1)
            try await portal.database.write { db in try db.execute("UPDATE asset SET sha256 = 'erased:' || id, erased_at = 1") }
            try await keeping.sweep()
            #expect(portal.renditions.pictures(after: nil).isEmpty)
        }
    }

    /// Pages offer AVIF, WebP and JPEG in widths, with the true size; the first picture at once, the others when the reader comes near them.
    @Test func pagesOfferThem() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let asset = try await Self.add(to: portal)
            let item = try await portal.publish(Self.article(asset), in: portal.news).item
            let page = try await portal.get(try await portal.path(item)).body
            let pictures = page.split(separator: "<picture>").dropFirst().map { String($0.prefix { $0 != "\n" }) }
            #expect(pictures.count >= 2)
            let file = asset.path
            let widths = { (format: String) in [320, 480, 640].map { "\(file)?w=\($0)&amp;f=\(format) \($0)w" }.joined(separator: ", ") }
            for picture in pictures.prefix(2) {
                #expect(picture.contains("<source type=\"image/avif\" srcset=\"\(widths("avif"))\""), "\(picture)")
                #expect(picture.contains("<source type=\"image/webp\" srcset=\"\(widths("webp"))\""))
                #expect(picture.contains("srcset=\"\(widths("jpg"))\""))
                #expect(picture.contains(" width=\"800\" height=\"600\"") && picture.contains(" decoding=\"async\""))
            }
            #expect(pictures[0].contains(" fetchpriority=\"high\"") && !pictures[0].contains("loading="))
            #expect(pictures[1].contains(" loading=\"lazy\"") && !pictures[1].contains("fetchpriority"))
            // Every address on the page leads to a picture.
            for address in Set(page.matches(of: /\/files\/[^" ]+\?w=[^" ]+/).map { String($0.output).replacing("&amp;", with: "&") }) {
                #expect(try await portal.get(address).status == 200, "\(address)")
            }
            let print = try await portal.get(try await portal.path(item) + "?in=1").body
            #expect(
                !print.contains("<picture><source type=\"image/avif\" srcset=\"x")
                    && !print.contains("loading=\"lazy\" decoding=\"async\"></picture>\n</figure>")
            )
            for target in ["/", "/tin-tuc/"] {
                let list = try await portal.get(target).body
                let first = try #require(list.split(separator: "<picture>").dropFirst().first, "\(target)").prefix { $0 != "\n" }
                #expect(
                    first.contains("type=\"image/avif\"") && first.contains("fetchpriority=\"high\"") && first.contains(" width=\"800\""),
                    "\(first)"
                )
            }
        }
    }
}
