import Media
import PortalNetwork
import Publishing
import Vietnamese
import Web

/// What is said of a file, as the form shows it.
struct AboutForm: PageModel {
    let title: String
    let alternative: String
    let isDecorative: Bool
    let caption: String
    let author: String
    let rights: [Choice]
    let tags: String
    let x: String
    let y: String

    init(_ about: FileAbout, _ visit: DeskVisit) {
        title = about.title
        alternative = about.alternative
        isDecorative = about.isDecorative
        caption = about.caption
        author = about.author
        rights = FileRights.allCases.map {
            Choice(value: $0.rawValue, label: visit.word("library.rights." + $0.rawValue), isChosen: $0 == about.rights)
        }
        tags = about.tags.joined(separator: ", ")
        func percent(_ value: Int) -> String { value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)" }
        x = percent(about.focus.x)
        y = percent(about.focus.y)
    }

    static let shape: Shape<AboutForm> = [
        .text("title", \.title), .text("alternative", \.alternative), .flag("decorative", \.isDecorative), .text("caption", \.caption),
        .text("author", \.author), .many("rights", \.rights), .text("tags", \.tags), .text("x", \.x), .text("y", \.y),
    ]
}

/// One place a file is used in.
struct UseRow: PageModel {
    let title: String
    /// Its page on the desk, where the person may open it.
    let desk: String?
    /// Its public address, where it has one.
    let href: String?
    let site: String
    let isLive: Bool
    let isItem: Bool

    init(_ use: FileUse, _ visit: DeskVisit) {
        let home = visit.tree[use.site]
        site = home?.shortName ?? ""
        switch use.place {
        case .item(let id, let title, _, let isLive, let mayOpen):
            self.title = title ?? visit.word("library.uses.hidden")
            desk = mayOpen ? home.map { LibraryAddress.item($0, id) } : nil
            href = isLive ? home.flatMap { visit.desk.face.origins.url($0, "/-/\(id)") } : nil
            self.isLive = isLive
            isItem = true
        case .section(_, let name):
            title = visit.word("library.uses.section", ["name": name])
            (desk, href, isLive, isItem) = (nil, nil, true, false)
        case .look:
            title = visit.word("library.uses.look")
            (desk, href, isLive, isItem) = (nil, nil, true, false)
        }
    }

    static let shape: Shape<UseRow> = [
        .text("title", \.title), .text("open", \.desk), .text("href", \.href), .text("portal", \.site), .flag("live", \.isLive),
        .flag("item", \.isItem),
    ]
}

/// One upload of a file.
struct VersionRow: PageModel {
    let number: Int
    let facts: String
    let when: String
    let note: String?
    let state: String?
    let isCurrent: Bool
    let mayRevert: Bool

    init(_ version: FileVersion, current: String?, _ texts: FileTexts, who: String?, mayEdit: Bool) {
        number = version.number
        facts = [texts.type(version.mediaType, version.name), texts.size(version.bytes)].joined(separator: " · ")
        when = [texts.visit.time(version.addedAt), who].compactMap { $0 }.joined(separator: " · ")
        note = version.note.isEmpty ? nil : version.note
        state = texts.state(version.state)
        isCurrent = version.asset != nil && version.asset == current
        mayRevert = mayEdit && version.asset != nil && !isCurrent
    }

    static let shape: Shape<VersionRow> = [
        .number("number", \.number), .text("facts", \.facts), .text("when", \.when), .text("note", \.note), .text("state", \.state),
        .flag("current", \.isCurrent), .flag("mayRevert", \.mayRevert),
    ]
}

struct FileScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let address: String
    let list: String
    let id: String
    let version: Int
    let title: String
    let kind: String
    let facts: String
    let added: String
    let owner: String?
    let picture: String?
    let isPicture: Bool
    let isFilm: Bool
    let isSound: Bool
    let type: String
    let content: String?
    let path: String
    let state: String?
    let isWaiting: Bool
    let isUnscanned: Bool
    let problem: String?
    let pages: String?
    let hasText: Bool
    let form: AboutForm
    let error: String?
    let wrong: String?
    let mayEdit: Bool
    let mayShare: Bool
    let isShared: Bool
    let isDeleted: Bool
    let deletedUntil: String?
    let mayRestore: Bool
    let uses: [UseRow]
    let useCount: String?
    let versions: [VersionRow]
    let hasVersions: Bool
    let accepted: String
    let undo: UndoForm?

    static let shape: Shape<FileScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("address", \.address), .text("list", \.list), .text("id", \.id),
        .number("version", \.version),
        .text("title", \.title), .text("kind", \.kind), .text("facts", \.facts), .text("added", \.added), .text("owner", \.owner),
        .text("picture", \.picture), .flag("isPicture", \.isPicture), .flag("isFilm", \.isFilm), .flag("isSound", \.isSound), .text("type", \.type),
        .text("content", \.content), .text("path", \.path), .text("state", \.state), .flag("waiting", \.isWaiting), .flag("unscanned", \.isUnscanned),
        .text("problem", \.problem), .text("pages", \.pages), .flag("hasText", \.hasText), .one("form", \.form), .text("error", \.error),
        .text("wrong", \.wrong), .flag("mayEdit", \.mayEdit), .flag("mayShare", \.mayShare), .flag("shared", \.isShared),
        .flag("deleted", \.isDeleted),
        .text("deletedUntil", \.deletedUntil), .flag("mayRestore", \.mayRestore), .many("uses", \.uses), .text("useCount", \.useCount),
        .many("versions", \.versions), .flag("hasVersions", \.hasVersions), .text("accepted", \.accepted), .one("undo", \.undo),
    ]
}

extension PageTemplate where Model == FileScreen { static var libraryFile: Self { Self("library.file", bare: true) } }
