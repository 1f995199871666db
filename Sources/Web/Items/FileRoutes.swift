public import FileStore
import HTTPTypes
public import Hummingbird
public import Media
import PortalNetwork
public import Publishing
import RichText
import Store

/// `/files/{asset commitment}/{name}`: attachments and pictures. Immutable; 404 unless something live refers to them.
public struct FileRoutes: Sendable {
    private let reader: Reader
    private let files: any FileStore
    private let pictures: PictureDesk?
    private let isChrome: @Sendable (String) -> Bool

    /// The query parameters of files, for the page cache.
    public static let queryParameters: [String: Set<String>] = ["/files/{asset}/{name}": ["w", "f"]]

    /// - Parameters:
    ///   - pictures: the smaller versions; without them every picture is answered as it is.
    ///   - isChrome: whether something around the items shows a file (the banner of a topic site), by its asset commitment.
    public init(
        reader: Reader,
        files: any FileStore,
        pictures: PictureDesk? = nil,
        isChrome: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.isChrome = isChrome
        self.pictures = pictures
        self.reader = reader
        self.files = files
    }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        // The address a file keeps when it is replaced: leads to its newest version that is public.
        routes.get("tep/:id") { _, context -> Response in
            guard let id = FileID(try context.parameters.require("id")), let asset = try await reader.newestAsset(of: id) else {
                throw PageError.notFound
            }
            return Response(status: .found, headers: [.location: asset.path, .cacheControl: "public, max-age=30"])
        }
        routes.get("files/:asset/:name") { request, context -> Response in
            let id = try context.parameters.require("asset")
            guard id.utf8.count == 64, id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { throw PageError.notFound }
            let isLook = context.visit.tree.usesInLook(asset: id) || isChrome(id)
            let asset: Asset
            switch try await reader.asset(id, isPartOfALook: isLook) {
            case .unknown: throw PageError.notFound
            case .erased: throw PageError.gone(reason: context.visit.word("gone.erased"))
            case .withheld: throw PageError.gone(reason: context.visit.word("gone.withheld"))
            case .shown(let found): asset = found
            }
            // The commitment identifies; the name is decoration, as the slug of an item is.
            let query = request.uri.query ?? ""
            guard try context.parameters.require("name") == asset.name else {
                return try PageAnswer.redirect(to: asset.path + (PictureVariant(query: query).map { "?\($0.query)" } ?? ""))
            }
            guard let hash = ContentHash(asset.sha256) else { throw PageError.notFound }
            if let wish = PictureWish(query: query) {
                return try await PictureAnswer(asset: asset, hash: hash, files: files, pictures: pictures).response(
                    to: wish,
                    from: request,
                    context: context
                )
            }
            return try await FileAnswer(
                hash: hash,
                type: asset.mediaType,
                headers: FileAnswer.headers(disposition: asset.isShownInPlace ? "inline" : "attachment; filename=\"\(asset.name)\""),
                tag: "\"\(asset.id.prefix(32))\""
            ).response(from: request, context: context, files: files)
        }
    }
}

extension FileAnswer {
    /// What every file is sent with.
    static func headers(disposition: String) -> HTTPFields {
        [
            // Feeds show pictures in other people's readers.
            .crossOriginResourcePolicy: "cross-origin",
            .contentSecurityPolicy: "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
            .contentDisposition: disposition,
        ]
    }
}

extension Asset {
    /// Only pictures, sound and film open in the browser; everything else is a download.
    var isShownInPlace: Bool {
        [
            "image/png", "image/jpeg", "image/webp", "image/avif", "image/gif", "audio/mpeg", "audio/ogg", "video/mp4", "video/webm", "text/vtt",
            "application/pdf",
        ].contains(
            mediaType
        )
    }
}

extension SiteTree {
    /// Whether a site's look shows this file.
    func usesInLook(asset: String) -> Bool { all.contains { $0.look.logo == asset || $0.look.banner == asset } }
}
