import PortalNetwork
import PublicRecord
import Web

/// `/manifest.webmanifest`: the portal as something to put on a telephone's home screen.
struct WebManifest: Encodable {
    private struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }

    private let name: String
    private let short_name: String
    private let description: String?
    private let lang: String
    private let dir = "ltr"
    private let id = "/"
    private let start_url = "/"
    private let scope = "/"
    private let display = "minimal-ui"
    private let background_color = "#ffffff"
    private let theme_color: String
    private let icons: [Icon]

    init(_ visit: Visit) {
        let style = IconStyle(visit.look)
        name = visit.site.name
        short_name = visit.site.shortName
        description = visit.look.slogan
        lang = visit.language.rawValue
        theme_color = style.ground.description
        icons = [
            Icon(src: style.vectorAddress, sizes: "any", type: "image/svg+xml", purpose: "any"),
            Icon(src: style.address(size: 192), sizes: "192x192", type: "image/png", purpose: "any"),
            Icon(src: style.address(size: 512), sizes: "512x512", type: "image/png", purpose: "any"),
            Icon(src: style.fullAddress(size: 512), sizes: "512x512", type: "image/png", purpose: "maskable"),
        ]
    }

    func bytes() throws -> [UInt8] { try CanonicalJSON.encode(self) }
}
