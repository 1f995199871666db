import Foundation
import HTTPTypes
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import Vietnamese
import Web

/// The page as readers would see it, at the width of a telephone or of a desk; at a date; of a former revision; of what is not saved yet.
struct PreviewScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/bai/:item/xem") { (context: OnItem<ReadItems>) in try frame(context) }
        routes.on(.get, "/cong/:site/bai/:item/xem/trang") { (context: OnItem<ReadItems>) in try await page(context) }
        routes.on(.get, "/cong/:site/bai/:item/xem/tep/:asset/:name") { (context: OnItem<ReadItems>) in try await file(context) }
    }

    private func frame(_ context: OnItem<ReadItems>) throws -> DeskAnswer {
        let visit = context.visit
        let wide = visit.query["rong"] == "may-tinh"
        let number = Int(visit.query["ban"])
        let isCopy = visit.query["nhap"] == "1"
        let moment = FormMoment.read(visit.query["ngay"], visit.query.text("gio") ?? "00:00")
        var query: [String] = []
        if let number { query.append("ban=\(number)") }
        if isCopy { query.append("nhap=1") }
        if moment != nil { query.append("ngay=\(FormCoding.encode(visit.query["ngay"]))&gio=\(FormCoding.encode(visit.query["gio"]))") }
        func address(_ width: String) -> String { context.address + "/xem?" + (["rong=" + width] + query).joined(separator: "&") }
        let screen = PreviewScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.preview.title"), current: "work"),
            address: context.address,
            source: context.address + "/xem/trang" + (query.isEmpty ? "" : "?" + query.joined(separator: "&")),
            phone: address("dien-thoai"),
            desktop: address("may-tinh"),
            isWide: wide,
            day: visit.query["ngay"],
            time: visit.query["gio"],
            revision: number.map { visit.word("newsroom.remark.of", ["number": "\($0)"]) },
            isCopy: isCopy
        )
        return try .page(.preview, screen, visit)
    }

    private func page(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        let visit = context.visit
        let moment = FormMoment.read(visit.query["ngay"], visit.query.text("gio") ?? "00:00")
        var item: RevealedItem
        if visit.query["nhap"] == "1", context.may(.edit), let copy = try await part.workroom.open(context.item.id, for: context.by).copy,
            let form = RawForm(copy.form)
        {
            let opened = try await part.workroom.open(context.item.id, for: context.by)
            let json = try await EditScreens(desk: desk, part: part).details(form, opened.item, over: opened.json)
            item = try await part.workroom.preview(json: json, of: context.item.id, for: context.by)
        } else {
            item = try await part.workroom.preview(context.item.id, revision: Int(visit.query["ban"]), at: moment, for: context.by)
        }
        return try await PreviewPage(part).answer(item, on: context.site, at: moment ?? visit.now, visit, files: context.address + "/xem/tep")
    }

    /// A picture or file of a draft: not public yet, so the public address does not answer for it.
    private func file(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        guard let id = context.visit.parameter("asset") else { throw PageError.notFound }
        if let (asset, bytes) = try await part.workroom.file(id, of: context.item.id, in: part.files, for: context.by) {
            return DraftFile.answer(asset, bytes)
        }
        return try await DraftFile.ofEverybody(id, part, context.visit)
    }
}

/// A file of a draft, in its sandbox.
enum DraftFile {
    /// What stands around the draft in a preview: logos, pictures of what is live.
    static func ofEverybody(_ id: String, _ part: NewsroomDesk, _ visit: DeskVisit) async throws -> DeskAnswer {
        let isPartOfALook = visit.desk.face.assetAddress(id) != nil || part.sections().banners.contains(id)
        guard case .shown = try await part.reader.asset(id, isPartOfALook: isPartOfALook),
            let (asset, bytes) = try await part.workroom.file(id, in: part.files)
        else { throw PageError.notFound }
        return answer(asset, bytes)
    }

    static func answer(_ asset: Asset, _ bytes: [UInt8]) -> DeskAnswer {
        DeskAnswer.bytes(ByteBuffer(bytes: bytes), type: asset.mediaType).header(.contentSecurityPolicy, "default-src 'none'; sandbox")
    }
}

/// Draws the public page of an item for a frame of the desk.
struct PreviewPage {
    let part: NewsroomDesk

    init(_ part: NewsroomDesk) { self.part = part }

    /// The page may do nothing: no script runs, no form is sent, no link leads out of its frame.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin"

    /// Scripts would not run in the frame; left out, they do not even try.
    static func withoutScripts(_ html: String) -> String {
        var out = ""
        var rest = html[...]
        while let start = rest.range(of: "<script") {
            out += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].range(of: "</script>") else { return out }
            rest = rest[end.upperBound...]
        }
        return out + rest
    }

    /// The addresses of files, with those of the desk in place of the public ones.
    ///
    /// - Parameter key: the secret of a link; it stands in the query, which no log has.
    static func readdressed(_ html: String, files: String, key: String?) -> String {
        var out = ""
        var rest = html[...]
        while let start = rest.range(of: "/files/") {
            let before = start.lowerBound > rest.startIndex ? rest[rest.index(before: start.lowerBound)] : " "
            let end = rest[start.upperBound...].firstIndex { "\" ,>".contains($0) } ?? rest.endIndex
            out += rest[..<start.lowerBound]
            if before == "\"" || before == " " {
                let address = rest[start.upperBound..<end]
                out += files + "/" + address + (key.map { (address.contains("?") ? "&amp;ma=" : "?ma=") + $0 } ?? "")
            } else {
                out += rest[start.lowerBound..<end]
            }
            rest = rest[end...]
        }
        return out + rest
    }

    /// - Parameters:
    ///   - files: where the draft's own files are answered, in place of their public addresses.
    ///   - key: what those addresses need in their query (`ma`), where they need something.
    func answer(_ item: RevealedItem, on site: Site, at moment: Instant, _ visit: DeskVisit, files: String, key: String? = nil) async throws
        -> DeskAnswer
    {
        guard let pages = part.pages[item.card.kind] else { throw PageError.notFound }
        let reading = Visit(face: visit.desk.face, site: site, tree: visit.tree, now: moment, requestID: visit.requestID, isRobot: true)
        let page = try pages.page(of: item, beside: Neighbours(related: [], others: [], translations: []), for: reading, isPrint: false)
        return try Self.answer(page, for: reading, files: files, key: key)
    }

    /// Any page of the portal, for the frame.
    static func answer(_ page: Page, for reading: Visit, files: String, key: String?) throws -> DeskAnswer {
        let html = readdressed(withoutScripts(String(buffer: try page.bytes(for: reading))), files: files, key: key)
        return DeskAnswer.bytes(ByteBuffer(string: html), type: "text/html; charset=utf-8")
            .header(.contentSecurityPolicy, policy)
            .header(.xFrameOptions, "SAMEORIGIN")
    }
}

struct PreviewScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let source: String
    let phone: String
    let desktop: String
    let isWide: Bool
    let day: String
    let time: String
    let revision: String?
    let isCopy: Bool

    static let shape: Shape<PreviewScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("source", \.source), .text("phone", \.phone), .text("desktop", \.desktop),
        .flag("wide", \.isWide), .text("day", \.day), .text("time", \.time), .text("ofRevision", \.revision), .flag("isCopy", \.isCopy),
    ]
}

extension PageTemplate where Model == PreviewScreen { static var preview: Self { Self("newsroom.preview", bare: true) } }
