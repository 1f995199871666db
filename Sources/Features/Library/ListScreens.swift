import Hummingbird
import Media
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese
import Web

/// The library's lists: the grid and the table, the rows for the editor, the dialogue for choosing, and what is done to many files at once.
struct ListScreens: Sendable {
    let part: LibraryDesk
    let desk: Desk

    private static let fields = ["q", "loai", "nguoi", "chi", "the", "tu", "den", "kieu"]

    func query(_ visit: DeskVisit, usable: Bool = false) -> FileQuery {
        var query = FileQuery()
        query.text = visit.query["q"]
        query.tag = visit.query["the"]
        query.kind = FileKind(rawValue: visit.query["loai"])
        query.addedBy = PersonID(visit.query["nguoi"])
        query.only = FileQuery.Only(rawValue: visit.query["chi"])
        query.from = visit.day("tu")
        query.until = visit.day("den", plus: 1)
        query.before = FileID(visit.query["truoc"])
        query.usable = usable
        query.withShared = usable || query.only == .shared
        return query
    }

    // MARK: - The list

    func list(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let by = part.by(visit, context.session)
        let query = query(visit)
        let page = try await part.library.page(query, of: site.id, in: visit.tree)
        let (people, names) = try await names(page.files, site)
        let waiting = try await part.library.waiting(on: site.id)
        let unscanned = part.hasScanner ? try await part.library.unscanned(on: site.id) : 0
        let mine = try await part.library.allowed(.editFile, page.files.filter { $0.site == site.id }, by)
        let shown = page.files.compactMap(\.asset)
        let furniture = try await part.library.banners(among: shown).union(
            visit.tree.all.flatMap { [$0.look.logo, $0.look.banner].compactMap { $0 } }
        )
        let kept = Self.fields.compactMap { name in visit.query.text(name).map { (name, $0) } }
        func address(_ more: [(String, String)]) -> String {
            let all = kept.filter { pair in !more.contains { $0.0 == pair.0 } } + more.filter { !$0.1.isEmpty }
            return LibraryAddress.list(site) + (all.isEmpty ? "" : "?" + all.map { "\($0.0)=\(FormCoding.encode($0.1))" }.joined(separator: "&"))
        }
        let isTable = visit.query["kieu"] == "bang"
        let texts = FileTexts(visit: visit)
        let screen = ListScreen(
            frame: DeskFrame(desk, visit, title: visit.word("library.title"), current: "library", scripts: ["library.js"]),
            site: site.name,
            action: LibraryAddress.list(site),
            upload: mayDo(context.session.actor, .addFile, on: Subject(site: site.id, section: .anywhere), in: visit.tree)
                ? LibraryAddress.upload(site) : nil,
            sought: visit.query["q"],
            tag: visit.query.text("the"),
            withoutTag: address([("the", "")]),
            from: visit.query["tu"],
            until: visit.query["den"],
            view: isTable ? "bang" : nil,
            kinds: FileKind.allCases.map { Choice(value: $0.rawValue, label: texts.kind($0), isChosen: $0 == query.kind) },
            only: FileQuery.Only.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("library.only." + $0.rawValue), isChosen: $0 == query.only)
            },
            people: people.map { Choice(value: "\($0.id)", label: $0.name, isChosen: $0.id == query.addedBy) },
            isFiltered: kept.contains { $0.0 != "kieu" },
            isTable: isTable,
            other: address([("kieu", isTable ? "" : "bang")]),
            rows: page.files.map {
                FileRow($0, on: site, texts, adder: $0.addedBy.flatMap { names[$0] }, furniture: furniture, mayChoose: mine.contains($0.id))
            },
            isDeleted: query.only == .deleted,
            mayShare: mayDo(context.session.actor, .shareFile, on: Subject(site: site.id), in: visit.tree),
            mayWork: !mine.isEmpty,
            next: page.next.map { address([("truoc", "\($0)")]) },
            isContinued: query.before != nil,
            first: address([]),
            scanner: part.hasScanner ? nil : visit.word("library.no-scanner"),
            waiting: waiting.count == 0
                ? nil
                : visit.word("library.waiting", ["count": "\(waiting.count)", "since": waiting.since.map(visit.time) ?? ""]),
            unscanned: unscanned == 0
                ? nil
                : visit.word(
                    unscanned < FileLibrary.mostCounted ? "library.scanning-old" : "library.scanning-old.more",
                    ["count": "\(unscanned)"]
                ),
            undo: UndoForm(visit)
        )
        return try .page(.libraryList, screen, visit)
    }

    private func names(_ files: [LibraryFile], _ site: Site) async throws -> (contributors: [Person], names: [PersonID: String]) {
        let contributors = try await part.library.contributors(to: site.id)
        let wanted = Set(contributors + files.compactMap(\.addedBy)).sorted()
        let people = try await part.library.database.read { db in try wanted.prefix(200).map { try People.person($0, in: db) } }
        let all = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        return (contributors.compactMap { all[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, all.mapValues(\.name))
    }

    // MARK: - For choosing

    private struct Rows: Encodable {
        let rows: [Entry]
        /// The address of the next page.
        let next: String?
    }

    /// One file for the editor: what it needs to put it into a text.
    struct Entry: Encodable {
        struct Focus: Encodable {
            let x: Int
            let y: Int
        }
        let id: String
        let asset: String
        let name: String
        let title: String
        let kind: String
        let type: String
        let bytes: Int
        let width: Int?
        let height: Int?
        let alt: String
        let decorative: Bool
        let caption: String
        let author: String
        let focus: Focus
        let thumb: String?
        let href: String
        let path: String
        let shared: Bool
    }

    func rows(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        var query = query(visit, usable: true)
        query.limit = 40
        if let id = visit.query.text("tep") {
            let file = if let id = FileID(id) { try await part.library.file(id, for: site.id, in: visit.tree) } else { LibraryFile?.none }
            let usable = file.flatMap { $0.asset != nil && $0.deletedAt == nil ? $0 : nil }
            let answer = Rows(rows: usable.map { [Self.entry($0, on: site)] } ?? [], next: nil)
            return .json(ByteBuffer(bytes: try CanonicalJSON.encode(answer)))
        }
        let page = try await part.library.page(query, of: site.id, in: visit.tree)
        let next = page.next.map { next -> String in
            let kept = ["q", "loai", "the"].compactMap { name in visit.query.text(name).map { "\(name)=\(FormCoding.encode($0))" } }
            return LibraryAddress.rows(site) + "?" + (kept + ["truoc=\(next)"]).joined(separator: "&")
        }
        let answer = Rows(rows: page.files.map { Self.entry($0, on: site) }, next: next)
        return .json(ByteBuffer(bytes: try CanonicalJSON.encode(answer)))
    }

    static func entry(_ file: LibraryFile, on site: Site) -> Entry {
        Entry(
            id: "\(file.id)",
            asset: file.asset ?? "",
            name: file.name,
            title: file.about.title,
            kind: file.kind.rawValue,
            type: file.mediaType,
            bytes: file.bytes,
            width: file.width,
            height: file.height,
            alt: file.about.alternative,
            decorative: file.about.isDecorative,
            caption: file.about.caption,
            author: file.about.author,
            focus: Entry.Focus(x: file.about.focus.x, y: file.about.focus.y),
            thumb: file.kind == .picture || file.mediaType == FileType.pdf.mediaType ? LibraryAddress.picture(site, file) : nil,
            href: file.asset.map { "/files/\($0)/\(file.name)" } ?? "",
            path: file.path,
            shared: file.site != site.id
        )
    }

    func picker(_ context: May<ReadLibrary>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        var query = query(visit, usable: true)
        query.limit = 24
        let page = try await part.library.page(query, of: site.id, in: visit.tree)
        let texts = FileTexts(visit: visit)
        let kept = ["q", "loai"].compactMap { name in visit.query.text(name).map { "\(name)=\(FormCoding.encode($0))" } }
        let action = LibraryAddress.list(site) + "/chon"
        let screen = PickerScreen(
            frame: DeskFrame(desk, visit, title: visit.word("library.pick"), current: "library", scripts: ["library.js"]),
            action: action,
            source: LibraryAddress.rows(site),
            sought: visit.query["q"],
            kinds: FileKind.allCases.map { Choice(value: $0.rawValue, label: texts.kind($0), isChosen: $0 == query.kind) },
            rows: page.files.map { FileRow($0, on: site, texts, adder: nil) },
            next: page.next.map { action + "?" + (kept + ["truoc=\($0)"]).joined(separator: "&") },
            upload: mayDo(context.session.actor, .addFile, on: Subject(site: site.id, section: .anywhere), in: visit.tree)
                ? LibraryAddress.upload(site) : nil
        )
        return try .page(.libraryPicker, screen, visit)
    }

    // MARK: - Many at once

    func bulk(_ context: May<EditFile>) async throws -> DeskAnswer {
        let (visit, library, site) = (context.visit, part.library, context.site)
        let by = part.by(visit, context.session)
        let chosen = try await chosen(visit, site)
        let tag = visit.form.text("nhan")
        guard !chosen.isEmpty else { return back(site, visit, "thu-vien-chua-chon") }
        switch visit.form["viec"] {
        case "xoa":
            let deleted = try await library.delete(chosen, skippingUsed: true, by: by)
            guard !deleted.isEmpty else { return back(site, visit, "thu-vien-dang-dung") }
            return back(site, visit, deleted.count == chosen.count ? "thu-vien-xoa" : "thu-vien-xoa-mot-phan", undo: ("khoi-phuc", deleted, nil))
        case "khoi-phuc":
            try await library.restore(chosen, by: by)
            return back(site, visit, "thu-vien-khoi-phuc")
        case "gan-the":
            guard let tag else { return back(site, visit, "thu-vien-thieu-the") }
            try await library.tag(chosen, tag, by: by)
            return back(site, visit, "thu-vien-gan-the", undo: ("bo-the", chosen, tag))
        case "bo-the":
            guard let tag else { return back(site, visit, "thu-vien-thieu-the") }
            try await library.tag(chosen, tag, removing: true, by: by)
            return back(site, visit, "thu-vien-bo-the")
        default: throw PageError.badRequest
        }
    }

    func share(_ context: May<ShareFile>) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let by = part.by(visit, context.session)
        let chosen = try await chosen(visit, site)
        guard !chosen.isEmpty else { return back(site, visit, "thu-vien-chua-chon") }
        switch visit.form["viec"] {
        case "chia-se":
            try await part.library.share(chosen, true, by: by)
            return back(site, visit, "thu-vien-chia-se", undo: ("thoi-chia-se", chosen, nil))
        case "thoi-chia-se":
            try await part.library.share(chosen, false, by: by)
            return back(site, visit, "thu-vien-thoi-chia-se")
        default: throw PageError.badRequest
        }
    }

    /// The files of a form, all of this portal.
    private func chosen(_ visit: DeskVisit, _ site: Site) async throws -> [FileID] {
        try await part.library.owned(visit.form.chosen(FileID.self).map(\.id), by: site.id)
    }

    /// Back to where the form stood, with what it takes to undo.
    private func back(_ site: Site, _ visit: DeskVisit, _ done: String, undo: (what: String, files: [FileID], tag: String?)? = nil) -> DeskAnswer {
        var target = LibraryAddress.list(site) + "?da=\(done)"
        if visit.form["ve"] == "tep", let only = visit.form.names(after: "chon.").first, done != "thu-vien-xoa", let id = FileID(only) {
            target = LibraryAddress.file(site, id) + "?da=\(done)"
        }
        if let undo {
            target += "&hoan=\(undo.what)&tep=" + undo.files.map { "\($0)" }.joined(separator: ".")
            if let tag = undo.tag { target += "&nhan=" + FormCoding.encode(tag) }
        }
        return .redirect(target)
    }
}
