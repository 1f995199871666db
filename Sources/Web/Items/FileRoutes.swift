public import FileStore
import HTTPTypes
public import Hummingbird
import PortalNetwork
public import Publishing

/// `/files/{asset commitment}/{name}`: attachments and pictures. Immutable; 404 unless something live refers to them.
public struct FileRoutes: Sendable {
    private let reader: Reader
    private let files: any FileStore
    private let isChrome: @Sendable (String) -> Bool

    /// `isChrome`: whether something around the items shows a file (the banner of a topic site), by its asset commitment.
    public init(reader: Reader, files: any FileStore, isChrome: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.isChrome = isChrome
        self.reader = reader
        self.files = files
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("files/:asset/:name") { request, context -> Response in
            let id = try context.parameters.require("asset")
            guard id.utf8.count == 64, id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { throw PageError.notFound }
            let isLook = context.visit.tree.usesInLook(asset: id) || isChrome(id)
            let asset: Asset
            switch try await reader.asset(id, isPartOfALook: isLook) {
            case .unknown: throw PageError.notFound
            case .erased: throw PageError.gone(reason: context.visit.word("gone.erased"))
            case .shown(let found): asset = found
            }
            // The commitment identifies; the name is decoration, as the slug of an item is.
            guard try context.parameters.require("name") == asset.name else { return try PageAnswer.redirect(to: asset.path) }
            guard let hash = ContentHash(asset.sha256) else { throw PageError.notFound }
            return try await FileAnswer(
                hash: hash,
                type: asset.mediaType,
                headers: [
                    // Feeds show pictures in other people's readers.
                    .crossOriginResourcePolicy: "cross-origin",
                    .contentSecurityPolicy: "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
                    .contentDisposition: asset.isShownInPlace ? "inline" : "attachment; filename=\"\(asset.name)\"",
                ],
                tag: "\"\(asset.id.prefix(32))\""
            ).response(from: request, context: context, files: files)
        }
    }
}

extension Asset {
    /// Only pictures, sound and film open in the browser; everything else is a download.
    var isShownInPlace: Bool {
        ["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif", "audio/mpeg", "audio/ogg", "video/mp4", "application/pdf"].contains(
            mediaType
        )
    }
}

extension SiteTree {
    /// Whether a site's look shows this file.
    func usesInLook(asset: String) -> Bool { all.contains { $0.look.logo == asset || $0.look.banner == asset } }
}
