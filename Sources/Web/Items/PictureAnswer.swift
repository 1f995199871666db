import FileStore
import HTTPTypes
import Hummingbird
public import Media
import NIOCore
import Publishing
import RichText

/// The smaller pictures: what is made already, and who makes more. Without a workshop only what is there is handed out.
public struct PictureDesk: Sendable {
    let store: RenditionStore
    let workshop: PictureWorkshop?
    /// How long a reader waits for a picture that is not made yet, before he gets another.
    let patience: Duration

    public init(store: RenditionStore, workshop: PictureWorkshop?, patience: Duration = .seconds(2)) {
        self.store = store
        self.workshop = workshop
        self.patience = patience
    }
}

/// What the query of a file's address asks for. Nil where it says nothing about versions: whatever else stands there changes nothing.
enum PictureWish: Hashable {
    case variant(PictureVariant)
    /// A width without a format, parameters in another order, or others between them: there is one address for each version.
    case otherwiseSpelled(width: Int, PictureFormat?)
    case nonsense

    init?(query: String) {
        if let variant = PictureVariant(query: query) {
            self = .variant(variant)
            return
        }
        var values: [Substring: [Substring]] = [:]
        for pair in query.split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            values[name, default: []].append(pair.dropFirst(name.utf8.count + 1))
        }
        let (widths, formats) = (values["w"] ?? [], values["f"] ?? [])
        if widths.isEmpty && formats.isEmpty { return nil }
        self = .nonsense
        guard widths.count == 1, formats.count <= 1, let width = Int(widths[0]), "\(width)" == widths[0], PictureVariant.widths.contains(width) else {
            return
        }
        guard let text = formats.first else {
            self = .otherwiseSpelled(width: width, nil)
            return
        }
        if let format = PictureFormat(rawValue: String(text)) { self = .otherwiseSpelled(width: width, format) }
    }
}

/// The answer to the address of a smaller picture. The gate `reveal` has let the file itself through; what holds for it holds for these.
struct PictureAnswer {
    let asset: Asset
    let hash: ContentHash
    let files: any FileStore
    let pictures: PictureDesk?

    func response(to wish: PictureWish, from request: Request, context: some RequestContext) async throws -> Response {
        guard asset.comesInSizes, let pictures else { return try PageAnswer.redirect(to: asset.path) }
        switch wish {
        case .nonsense: throw PageError.notFound
        case .otherwiseSpelled(let width, let format):
            guard let variant = PictureVariant(width: width, format: try await self.format(format)) else { throw PageError.notFound }
            return try PageAnswer.redirect(to: "\(asset.path)?\(variant.query)")
        case .variant(let variant):
            if let ready = pictures.store.read(variant, of: hash) { return answer(ready, variant, isLasting: true, request, context) }
            // Never larger than the picture is.
            if let width = asset.width, variant.width > width { return try PageAnswer.redirect(to: asset.path) }
            let format = try await self.format(variant.format)
            guard format == variant.format else {
                guard let other = PictureVariant(width: variant.width, format: format) else { throw PageError.notFound }
                return try PageAnswer.redirect(to: "\(asset.path)?\(other.query)")
            }
            switch await pictures.workshop?.picture(variant, of: hash, patience: pictures.patience) ?? .later {
            case .made(let bytes): return answer(bytes, variant, isLasting: true, request, context)
            case .itself, .refused: return try PageAnswer.redirect(to: asset.path)
            case .later: return try await instead(of: variant, request, context)
            }
        }
    }

    /// AVIF and WebP as they are asked for; of the others JPEG, or PNG for a picture with alpha.
    private func format(_ asked: PictureFormat?) async throws -> PictureFormat {
        if let asked, asked == .avif || asked == .webp { return asked }
        let head = try await files.open(hash).read(at: 0, count: PictureHeader.length)
        return PictureHeader(head)?.hasAlpha == true ? .png : .jpg
    }

    /// A version cannot be had now: the next larger one, or the picture itself, for half a minute.
    private func instead(of variant: PictureVariant, _ request: Request, _ context: some RequestContext) async throws -> Response {
        for width in PictureVariant.widths where width > variant.width {
            guard let larger = PictureVariant(width: width, format: variant.format) else { continue }
            if let bytes = pictures?.store.read(larger, of: hash) { return answer(bytes, larger, isLasting: false, request, context) }
        }
        let whole = FileAnswer(hash: hash, type: asset.mediaType, headers: FileAnswer.headers(disposition: "inline"), tag: tag("whole"))
        // Not by way of the page cache: the next who asks may get the right one.
        var response = try await CacheFill.$current.withValue(nil) { try await whole.response(from: request, context: context, files: files) }
        response.headers[.cacheControl] = Self.passing
        return response
    }

    private static let passing = "public, max-age=30"

    private func tag(_ what: String) -> String { "\"\(asset.id.prefix(32))-\(what)\"" }

    private func answer(_ bytes: [UInt8], _ variant: PictureVariant, isLasting: Bool, _ request: Request, _ context: some RequestContext) -> Response
    {
        let name = asset.name.split(separator: ".").dropLast().joined(separator: "-")
        var headers = FileAnswer.headers(disposition: "inline; filename=\"\(name.isEmpty ? "anh" : name)-\(variant)\"")
        headers[.acceptRanges] = "bytes"
        var answer = ByteAnswer(
            ByteBuffer(bytes: bytes),
            type: variant.format.mediaType,
            freshness: .immutable,
            headers: headers,
            tag: tag("\(variant.width)-\(variant.format.rawValue)")
        )
        answer.hasParts = true
        if isLasting { return answer.response(from: request, context: context) }
        var response = CacheFill.$current.withValue(nil) { answer.response(from: request, context: context) }
        response.headers[.cacheControl] = Self.passing
        return response
    }
}
