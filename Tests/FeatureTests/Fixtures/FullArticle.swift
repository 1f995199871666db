import News
import PortalNetwork
import Publishing
import RichText

/// An article that uses everything an article may hold: every kind of block, every part around the body.
enum FullArticle {
    static func make(picture: Asset, document: Asset, film: Asset, captions: Asset, cited: ItemID, penName: String, topic: SectionID) -> Article {
        let shown = AssetReference(commitment: picture.id, id: picture.name)
        return Article(
            title: "Hội nghị xúc tiến đầu tư năm 2026 & những điều “mới” <b>",
            kicker: "Kinh tế - Xã hội",
            standfirst: "Sáng 20/11, tỉnh tổ chức hội nghị với hơn 300 đại biểu; 45 dự án được trao quyết định.",
            body: RichText([
                .paragraph([
                    .text("Đoạn mở đầu có chữ "), .text("đậm", .strong), .text(", "), .text("nghiêng", .emphasis), .text(" và H"),
                    .text("2", .subscript), .text("O."), .lineBreak, .text("Dòng thứ hai của đoạn."),
                ]),
                .heading(Heading(level: 2, text: [.text("Kết quả nổi bật")])),
                .paragraph([
                    .text("Xem "), .link(.item("\(cited)"), "bài trước"), .text(", trang "),
                    .link(.address("https://example.org/a?b=1&c=2"), "nguồn ngoài"),
                    .text(" và "), .link(.address("https://soyte.anson.test/tin-nganh/"), "Sở Y tế"), .text("."),
                ]),
                .heading(Heading(level: 3, text: [.text("Theo lĩnh vực")])),
                .list(
                    List(
                        ordered: false,
                        items: [
                            [.paragraph([.text("Công nghiệp")])],
                            [.paragraph([.text("Du lịch")]), .list(List(ordered: true, start: 3, items: [[.paragraph([.text("Biển")])]]))],
                        ]
                    )
                ),
                .quote(Quote([.paragraph([.text("Chúng tôi cam kết đồng hành.")])], cite: [.text("Lãnh đạo tỉnh")])),
                .table(
                    Table(
                        caption: [.text("Vốn đăng ký")],
                        headerRows: 1,
                        rows: [
                            [Table.Cell([.text("Lĩnh vực")]), Table.Cell([.text("Tỷ đồng")])],
                            [Table.Cell([.text("Công nghiệp")]), Table.Cell([.text("1.234,5")])],
                        ]
                    )
                ),
                .picture(
                    Picture(asset: shown, alt: "Toàn cảnh hội nghị", caption: [.text("Đại biểu dự hội nghị.")], credit: "Văn A", width: 4, height: 3)
                ),
                .gallery(
                    Gallery(
                        [Picture(asset: shown, alt: "Ảnh một", width: 4, height: 3), Picture(asset: shown, alt: "Ảnh hai")],
                        caption: [.text("Một số hình ảnh")]
                    )
                ),
                .embed(Embed(.video, .provider(.youtube, reference: "dQw4w9WgXcQ"), title: "Phóng sự", caption: [.text("Phóng sự của đài tỉnh")])),
                .embed(
                    Embed(
                        .video,
                        .asset(AssetReference(commitment: film.id, id: film.name)),
                        title: "Phim ngắn",
                        captions: [Captions(asset: AssetReference(commitment: captions.id, id: captions.name), language: "vi")],
                        transcript: [.paragraph([.text("Lời của phim ngắn.")])]
                    )
                ),
                .attachment(
                    Attachment(
                        asset: AssetReference(commitment: document.id, id: document.name),
                        name: document.name,
                        title: "Danh mục dự án",
                        mediaType: "application/pdf",
                        bytes: document.bytes
                    )
                ),
                .divider,
                .preformatted("Mã số:  01\n  Mã số:  02"),
            ]),
            picture: Picture(asset: shown, alt: "Quang cảnh buổi lễ", caption: [.text("Quang cảnh.")], credit: "Trần B", width: 4, height: 3),
            authors: [Byline(name: "Nguyễn Thị Hòa", penName: penName), Byline(name: "Lê Đức")],
            source: SourceCredit(name: "Báo tỉnh", url: "https://bao.example.org/bai?id=7&x=y"),
            tags: ["Đầu tư", "Hội nghị"],
            topics: [topic],
            related: [cited]
        )
    }

    static func short(_ title: String, _ text: String = "Mời bà con đến dự.", tags: [String] = []) -> Article {
        Article(title: title, body: RichText([.paragraph([.text(text)])]), tags: tags)
    }

    /// The smallest PNG there is: one pixel.
    static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E,
        0x9B,
        0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45,
        0x4E,
        0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}

extension TestPortal {
    struct Files {
        let picture: Asset
        let document: Asset
        let film: Asset
        let captions: Asset
    }

    func addFiles(on site: SiteID) async throws -> Files {
        Files(
            picture: try await publishing.addAsset(
                FullArticle.png,
                name: "hoi-nghi.png",
                mediaType: "image/png",
                width: 1,
                height: 1,
                on: site,
                in: files
            ),
            document: try await publishing.addAsset(
                Array("%PDF-1.4 danh muc".utf8),
                name: "danh-muc.pdf",
                mediaType: "application/pdf",
                on: site,
                in: files
            ),
            film: try await publishing.addAsset(Array("phim".utf8), name: "phim-ngan.mp4", mediaType: "video/mp4", on: site, in: files),
            captions: try await publishing.addAsset(
                Array("WEBVTT\n\n00:00.000 --> 00:02.000\nLời của phim ngắn.\n".utf8),
                name: "phim-ngan.vtt",
                mediaType: Asset.captions,
                on: site,
                in: files
            )
        )
    }

    /// The article that uses everything, published among its neighbours; with the item it cites.
    func publishFullArticle() async throws -> (id: ItemID, article: Article, cited: ItemID, files: Files) {
        let cited = try await publish(FullArticle.short("Bài trước về đầu tư"), in: economy)
        clock.advance(seconds: 60)
        let assets = try await addFiles(on: province.id)
        let article = FullArticle.make(
            picture: assets.picture,
            document: assets.document,
            film: assets.film,
            captions: assets.captions,
            cited: cited.item,
            penName: Self.penName,
            topic: topic.id
        )
        let published = try await publish(article, in: economy)
        return (published.item, article, cited.item, assets)
    }

    /// The id of a registered pen name.
    static let penName = "\(ItemID(rawValue: 77_777))"
}
