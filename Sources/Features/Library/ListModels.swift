import Media
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// A file in a list.
struct FileRow: PageModel {
    let id: String
    let href: String
    let thumb: String?
    let title: String
    let alternative: String
    let kind: String
    let kindLabel: String
    let facts: String
    let when: String
    let who: String?
    let state: String?
    let isAlarming: Bool
    let lacksAlternative: Bool
    let isShared: Bool
    let isFromAbove: Bool
    let isUnused: Bool
    let mayChoose: Bool
    let entry: ListScreens.Entry

    init(_ file: LibraryFile, on site: Site, _ texts: FileTexts, adder: String?, furniture: Set<String> = [], mayChoose: Bool = false) {
        entry = ListScreens.entry(file, on: site)
        id = "\(file.id)"
        href = LibraryAddress.file(site, file.id)
        thumb = file.asset == nil ? nil : entry.thumb
        title = file.about.title
        alternative = file.about.alternative
        kind = file.kind.rawValue
        kindLabel = texts.type(file)
        facts = texts.facts(file)
        when = texts.visit.time(file.addedAt)
        who = adder
        state = texts.state(file.state)
        isAlarming = file.state == .infected || file.state == .failed
        lacksAlternative = file.lacksAlternative && file.deletedAt == nil
        isShared = file.isShared
        isFromAbove = file.site != site.id
        isUnused = !file.isUsed && !(file.asset.map(furniture.contains) ?? false)
        self.mayChoose = mayChoose
    }

    static let shape: Shape<FileRow> = [
        .text("id", \.id), .text("href", \.href), .text("thumb", \.thumb), .text("title", \.title), .text("alternative", \.alternative),
        .text("kind", \.kind), .text("kindLabel", \.kindLabel), .text("facts", \.facts), .text("when", \.when), .text("who", \.who),
        .text("state", \.state), .flag("alarming", \.isAlarming), .flag("lacking", \.lacksAlternative), .flag("shared", \.isShared),
        .flag("above", \.isFromAbove), .flag("unused", \.isUnused), .flag("mayChoose", \.mayChoose), .text("asset", \.entry.asset),
        .text("path", \.entry.href), .text("name", \.entry.name), .text("type", \.entry.type),
    ]
}

/// What the form before this page did can be undone with one button.
struct UndoForm: PageModel {
    let what: String
    let path: String
    let files: [String]
    let tag: String?

    init?(_ visit: DeskVisit) {
        let what = visit.query["hoan"]
        guard ["khoi-phuc", "bo-the", "thoi-chia-se"].contains(what) else { return nil }
        files = visit.query["tep"].split(separator: ".").compactMap { FileID(String($0)) }.prefix(200).map { "\($0)" }
        guard !files.isEmpty else { return nil }
        self.what = what
        path = what == "thoi-chia-se" ? "chia-se" : "hang-loat"
        tag = visit.query.text("nhan")
    }

    static let shape: Shape<UndoForm> = [.text("what", \.what), .text("path", \.path), .texts("files", \.files), .text("tag", \.tag)]
}

struct ListScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let upload: String?
    let sought: String
    let tag: String?
    let withoutTag: String
    let from: String
    let until: String
    let view: String?
    let kinds: [Choice]
    let only: [Choice]
    let people: [Choice]
    let isFiltered: Bool
    let isTable: Bool
    let other: String
    let rows: [FileRow]
    let isDeleted: Bool
    let mayShare: Bool
    /// Whether anything can be done with any of them.
    let mayWork: Bool
    let next: String?
    let isContinued: Bool
    let first: String
    let scanner: String?
    let waiting: String?
    /// How many files from before there was a scanner are still to be scanned.
    let unscanned: String?
    let undo: UndoForm?

    static let shape: Shape<ListScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("upload", \.upload), .text("sought", \.sought),
        .text("tag", \.tag), .text("withoutTag", \.withoutTag), .text("from", \.from), .text("until", \.until), .text("view", \.view),
        .many("kinds", \.kinds), .many("only", \.only), .many("people", \.people), .flag("filtered", \.isFiltered), .flag("table", \.isTable),
        .text("other", \.other), .many("rows", \.rows), .flag("deleted", \.isDeleted), .flag("mayShare", \.mayShare), .flag("mayWork", \.mayWork),
        .text("next", \.next),
        .flag("continued", \.isContinued), .text("first", \.first), .text("scanner", \.scanner), .text("waiting", \.waiting),
        .text("unscanned", \.unscanned),
        .one("undo", \.undo),
    ]
}

struct PickerScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let source: String
    let sought: String
    let kinds: [Choice]
    let rows: [FileRow]
    let next: String?
    let upload: String?

    static let shape: Shape<PickerScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("source", \.source), .text("sought", \.sought), .many("kinds", \.kinds),
        .many("rows", \.rows), .text("next", \.next), .text("upload", \.upload),
    ]
}

extension PageTemplate where Model == ListScreen { static var libraryList: Self { Self("library.list", bare: true) } }
extension PageTemplate where Model == PickerScreen { static var libraryPicker: Self { Self("library.picker", bare: true) } }
