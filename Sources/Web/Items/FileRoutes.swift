public import FileStore
import HTTPTypes
public import Hummingbird
import NIOCore
import PortalNetwork
public import Publishing

/// `/files/{asset commitment}/{name}`: attachments and pictures. Immutable; 404 unless something live refers to them.
public struct FileRoutes: Sendable {
    private let reader: Reader
    private let files: any FileStore

    public init(reader: Reader, files: any FileStore) {
        self.reader = reader
        self.files = files
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("files/:asset/:name") { _, context in
            let id = try context.parameters.require("asset")
            guard id.utf8.count == 64, id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { throw PageError.notFound }
            let isLook = context.visit.tree.usesInLook(asset: id)
            guard let asset = try await reader.asset(id, isPartOfALook: isLook), try context.parameters.require("name") == asset.name else {
                throw PageError.notFound
            }
            guard let hash = ContentHash(asset.sha256) else { throw PageError.notFound }
            let bytes = try await files.content(of: hash)
            return ByteAnswer(
                ByteBuffer(bytes: bytes),
                type: asset.mediaType,
                freshness: .immutable,
                headers: [
                    .contentSecurityPolicy: "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
                    .contentDisposition: asset.isShownInPlace ? "inline" : "attachment; filename=\"\(asset.name)\"",
                ],
                tag: "\"\(asset.id.prefix(32))\""
            )
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
