import Foundation
import PortalNetwork
import Publishing
import RichText

/// The demo's one film, with captions in two languages and what it says and shows in words (`Static/phim/README.txt` says how it was made).
extension DemoBuilder {
    /// The portal whose newest article with a picture shows it.
    static let filmSite = "du-lich"

    func film(on site: SiteID) async throws -> Embed {
        let film = try await reference(Self.embedded("an-son.webm"), "mot-thoang-an-son.webm", "video/webm", site)
        let spoken = Self.embedded("an-son.vi.vtt")
        let vietnamese = try await reference(spoken, "mot-thoang-an-son.vi.vtt", Asset.captions, site)
        let english = try await reference(Self.embedded("an-son.en.vtt"), "mot-thoang-an-son.en.vtt", Asset.captions, site)
        return Embed(
            .video,
            .asset(film),
            title: "Một thoáng An Sơn",
            caption: [.text("Một thoáng An Sơn: phim ngắn 15 giây, có phụ đề tiếng Việt và tiếng Anh.")],
            captions: [Captions(asset: vietnamese, language: "vi"), Captions(asset: english, language: "en")],
            transcript: [.paragraph([.text("Phim gồm bốn cảnh vẽ: biển, cảng cá, cầu dây văng lúc chiều và ruộng bậc thang. Lời đọc:", .emphasis)])]
                + (try WebVTT(spoken).transcript)
        )
    }

    private func reference(_ bytes: [UInt8], _ name: String, _ type: String, _ site: SiteID) async throws -> AssetReference {
        let asset = try await publisher.addAsset(bytes, name: name, mediaType: type, on: site, in: files)
        return AssetReference(commitment: asset.id, id: asset.name)
    }

    private static func embedded(_ name: String) -> [UInt8] {
        let text = EmbeddedFiles.all.first { $0.path == "Static/phim/\(name)" }?.text.description ?? ""
        return name.hasSuffix(".webm") ? Data(base64Encoded: text).map { Array($0) } ?? [] : Array(text.utf8)
    }
}
