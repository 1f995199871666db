import FileStore
import HTTPTypes
import Hummingbird
import Media
import NIOCore
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// One file's page: what it is, what is said of it, where it is used, its versions; and its bytes, for staff.
struct FileScreens: Sendable {
    let part: LibraryDesk
    let desk: Desk

    private func file(_ visit: DeskVisit, _ site: Site) async throws -> LibraryFile {
        guard let id = visit.parameter("file").flatMap({ FileID($0) }), let file = try await part.library.file(id, for: site.id, in: visit.tree)
        else {
            throw PageError.notFound
        }
        return file
    }

    // MARK: - The page

    func show(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let file = try await file(context.visit, context.site)
        return try await page(file, context.visit, context.site, part.by(context.visit, context.session))
    }

    private func page(
        _ file: LibraryFile,
        _ visit: DeskVisit,
        _ site: Site,
        _ by: FileLibrary.By,
        typed: FileAbout? = nil,
        error: (any Refusal)? = nil,
        wrong: String? = nil
    ) async throws -> DeskAnswer {
        let texts = FileTexts(visit: visit)
        let versions = try await part.library.versions(of: file.id)
        let (uses, count) = try await part.publishing.uses(of: file, for: by)
        let names = try await names(versions.compactMap(\.addedBy) + [file.addedBy].compactMap { $0 })
        let isOwn = file.site == site.id
        let mayKeep = isOwn ? try await !part.library.allowed(.editFile, [file], by).isEmpty : false
        let mayEdit = mayKeep && file.deletedAt == nil
        let current = versions.first { $0.asset != nil && $0.asset == file.asset }
        let screen = FileScreen(
            frame: DeskFrame(desk, visit, title: file.about.title, current: "library", scripts: ["library.js"]),
            back: LibraryAddress.list(site),
            address: LibraryAddress.file(site, file.id),
            list: LibraryAddress.list(site),
            id: "\(file.id)",
            version: file.version,
            title: file.about.title,
            kind: file.kind.rawValue,
            facts: texts.facts(file),
            added: [visit.time(file.addedAt), file.addedBy.flatMap { names[$0] }].compactMap { $0 }.joined(separator: " · "),
            owner: isOwn ? nil : visit.tree[file.site]?.name,
            picture: file.asset != nil && (file.kind == .picture || file.mediaType == FileType.pdf.mediaType)
                ? LibraryAddress.picture(site, file) : nil,
            isPicture: file.kind == .picture,
            isFilm: file.kind == .film,
            isSound: file.kind == .audio,
            type: file.mediaType,
            content: file.asset == nil ? nil : LibraryAddress.content(site, file.id),
            path: desk.face.origins.url(visit.tree[file.site] ?? site, file.path) ?? file.path,
            state: texts.state(file.state),
            isWaiting: file.state == .waiting,
            isUnscanned: file.state == .unscanned,
            problem: versions.first.flatMap { texts.problem($0) },
            pages: current?.pages.map { visit.word("library.pages", ["count": "\($0)"]) },
            hasText: current?.hasText ?? false,
            form: AboutForm(typed ?? file.about, visit),
            error: error.map(visit.said),
            wrong: wrong,
            mayEdit: mayEdit,
            mayShare: isOwn && file.deletedAt == nil && mayDo(by.actor, .shareFile, on: Subject(site: site.id), in: by.tree),
            isShared: file.isShared,
            isDeleted: file.deletedAt != nil,
            deletedUntil: file.deletedAt.map { visit.time($0.adding(seconds: FileLibrary.keepsDeleted)) },
            mayRestore: mayKeep && file.deletedAt != nil,
            uses: uses.map { UseRow($0, visit) },
            useCount: count == 0 ? nil : visit.word("library.uses.count", ["count": "\(count)"]),
            versions: versions.map { VersionRow($0, current: file.asset, texts, who: $0.addedBy.flatMap { names[$0] }, mayEdit: mayEdit) },
            hasVersions: versions.count > 1,
            accepted: FileType.allCases.filter { $0.kind == file.kind }.flatMap { $0.endings.map { "." + $0 } }.joined(separator: ","),
            undo: UndoForm(visit)
        )
        return try .page(.libraryFile, screen, visit, status: error == nil && wrong == nil ? .ok : .unprocessableContent)
    }

    private func names(_ people: [PersonID]) async throws -> [PersonID: String] {
        let wanted = Set(people).sorted()
        let found = try await part.library.database.read { db in try wanted.map { ($0, try People.person($0, in: db).name) } }
        return Dictionary(found) { first, _ in first }
    }

    // MARK: - Changing

    func save(_ context: May<EditFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let by = part.by(visit, context.session)
        let file = try await file(visit, site)
        guard file.site == site.id else { throw PageError.notFound }
        var about = FileAbout(title: visit.form["ten"])
        about.alternative = visit.form["thay-the"]
        about.isDecorative = visit.form["trang-tri"] == "1"
        about.caption = visit.form["chu-thich"]
        about.author = visit.form["tac-gia"]
        about.rights = FileRights(rawValue: visit.form["quyen"]) ?? .unknown
        about.tags = visit.form["the"].split(separator: ",").map(String.init)
        about.focus = FocalPoint(x: Self.thousandths(visit.form["diem-x"]), y: Self.thousandths(visit.form["diem-y"]))
        do {
            try await part.library.describe(file.id, as: about, expecting: Int(visit.form["ban"]), by: by)
            return .redirect(LibraryAddress.file(site, file.id) + "?da=thu-vien-luu")
        } catch let refusal as LibraryRefusal {
            return try await page(try await self.file(visit, site), visit, site, by, typed: about, error: refusal)
        }
    }

    /// A percentage as people type it: `33`, `33,3`.
    private static func thousandths(_ text: String) -> Int {
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return 500 }
        return Int((min(100, max(0, value)) * 10).rounded())
    }

    func replace(_ context: May<EditFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let by = part.by(visit, context.session)
        let file = try await file(visit, site)
        guard file.site == site.id else { throw PageError.notFound }
        try await part.library.allow(.editFile, file, by)
        let results = try await UploadScreens(part: part, desk: desk).receive(visit, site, replacing: file.id, by: by)
        if let result = results.first, result.error == nil { return .redirect(LibraryAddress.file(site, file.id) + "?da=thu-vien-thay") }
        return try await page(file, visit, site, by, wrong: results.first?.error ?? visit.word("library.upload.none"))
    }

    /// An older version becomes the newest again.
    func revert(_ context: May<EditFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let file = try await file(visit, site)
        guard file.site == site.id, let number = Int(visit.form["so"]) else { throw PageError.notFound }
        let note = visit.word("library.version.again-note", ["number": "\(number)"])
        try await part.library.revert(file.id, to: number, note: note, by: part.by(visit, context.session))
        return .redirect(LibraryAddress.file(site, file.id) + "?da=thu-vien-dung-lai")
    }

    // MARK: - Bytes

    /// A small picture of it, made by a worker. Staff see what readers may not see yet, so nobody keeps it.
    func picture(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let file = try await file(context.visit, context.site)
        guard let (hash, mediaType) = try await part.library.face(of: file) else { throw PageError.notFound }
        let width = context.visit.query["co"] == "lon" ? 960 : 480
        if let variant = PictureVariant(width: width, format: .webp), let workshop = part.workshop,
            case .made(let bytes) = await workshop.picture(variant, of: hash)
        {
            return Self.sealed(.bytes(ByteBuffer(bytes: bytes), type: "image/webp"))
        }
        guard let size = try await part.library.files.size(of: hash), size <= 16 << 20 else { throw PageError.notFound }
        return Self.sealed(.bytes(ByteBuffer(bytes: try await part.library.files.content(of: hash)), type: mediaType))
    }

    /// The newest usable version itself, to be looked at before it is published anywhere.
    func content(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let file = try await file(context.visit, context.site)
        guard let (asset, hash) = try await part.library.content(of: file), asset.bytes <= Self.mostShown else { throw PageError.notFound }
        let bytes = ByteBuffer(bytes: try await part.library.files.content(of: hash, limit: Self.mostShown))
        let isShown = [FileKind.picture, .audio, .film].contains(file.kind) || asset.mediaType == FileType.pdf.mediaType
        return Self.sealed(.bytes(bytes, type: asset.mediaType))
            .header(.contentDisposition, "\(isShown ? "inline" : "attachment"); filename=\"\(asset.name)\"")
    }

    static let mostShown = 96 << 20

    /// Whatever it is, it runs nothing and asks for nothing in the desk's name.
    private static func sealed(_ answer: DeskAnswer) -> DeskAnswer {
        answer.header(.contentSecurityPolicy, "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'")
    }
}
