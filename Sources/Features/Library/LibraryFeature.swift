public import FileStore
import HTTPTypes
public import Media
public import PortalNetwork
public import Publishing
import Store
public import Web

/// The library of pictures and files, as the desk shows it.
public struct LibraryFeature: PortalFeature {
    public let name = "library"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<ListScreen>.libraryList, PageTemplate<FileScreen>.libraryFile, PageTemplate<UploadScreen>.libraryUpload,
        PageTemplate<PickerScreen>.libraryPicker,
    ]

    public init() {}
}

/// What the library brings to the desk.
public struct LibraryDesk: DeskPart {
    let library: FileLibrary
    let publishing: Publisher
    let workshop: PictureWorkshop?
    /// Whether a virus scanner is configured.
    let hasScanner: Bool

    public init(_ library: FileLibrary, publishing: Publisher, workshop: PictureWorkshop?, hasScanner: Bool) {
        self.library = library
        self.publishing = publishing
        self.workshop = workshop
        self.hasScanner = hasScanner
    }

    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard mayDo(session.actor, .readLibrary, on: Subject(site: site.id, section: .anywhere), in: visit.tree) else { return [] }
        return [DeskRoom(key: "library", label: visit.word("library.nav"), href: LibraryAddress.list(site))]
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        let list = "/cong/:site/thu-vien"
        let file = list + "/tep/:file"
        let lists = ListScreens(part: self, desk: desk)
        routes.on(.get, list) { (context: May<ReadLibrary>) in try await lists.list(context) }
        routes.on(.get, list + ".json") { (context: May<ReadLibrary>) in try await lists.rows(context) }
        routes.on(.get, list + "/chon") { (context: May<ReadLibrary>) in try await lists.picker(context) }
        routes.on(.post, list + "/hang-loat") { (context: May<EditFile>) in try await lists.bulk(context) }
        routes.on(.post, list + "/chia-se") { (context: May<ShareFile>) in try await lists.share(context) }

        let uploads = UploadScreens(part: self, desk: desk)
        routes.on(.get, list + "/tai-len") { (context: May<AddFile>) in try uploads.page(context) }
        routes.on(.post, list + "/tai-len", takes: .stream) { (context: May<AddFile>) in try await uploads.form(context) }
        routes.on(.post, list + "/lan-gui") { (context: May<AddFile>) in try await uploads.begin(context) }
        routes.on(.get, list + "/lan-gui/:upload") { (context: May<AddFile>) in try await uploads.state(context) }
        routes.on(.patch, list + "/lan-gui/:upload", takes: .stream) { (context: May<AddFile>) in try await uploads.append(context) }
        routes.on(.delete, list + "/lan-gui/:upload", takes: .bytes(upTo: 0)) { (context: May<AddFile>) in try await uploads.abandon(context) }

        let files = FileScreens(part: self, desk: desk)
        routes.on(.get, file) { (context: May<ReadLibrary>) in try await files.show(context) }
        routes.on(.post, file) { (context: May<EditFile>) in try await files.save(context) }
        routes.on(.post, file + "/thay", takes: .stream) { (context: May<EditFile>) in try await files.replace(context) }
        routes.on(.post, file + "/ban") { (context: May<EditFile>) in try await files.revert(context) }
        routes.on(.get, file + "/anh") { (context: May<ReadLibrary>) in try await files.picture(context) }
        routes.on(.get, file + "/noi-dung") { (context: May<ReadLibrary>) in try await files.content(context) }
    }

    func by(_ visit: DeskVisit, _ session: LiveSession) -> FileLibrary.By {
        FileLibrary.By(session.person, as: session.actor, in: visit.tree, from: visit.caller)
    }
}

enum ReadLibrary: DeskAction {
    static let action = Action.readLibrary
    static let isOfSections = true
}

enum AddFile: DeskAction {
    static let action = Action.addFile
    static let isOfSections = true
}

enum EditFile: DeskAction {
    static let action = Action.editFile
    static let isOfSections = true
}

enum ShareFile: DeskAction { static let action = Action.shareFile }

/// The library's own addresses on the desk.
enum LibraryAddress {
    static func list(_ site: Site) -> String { "/desk/cong/\(site.code)/thu-vien" }
    static func rows(_ site: Site) -> String { list(site) + ".json" }
    static func upload(_ site: Site) -> String { list(site) + "/tai-len" }
    static func uploads(_ site: Site) -> String { list(site) + "/lan-gui" }
    static func file(_ site: Site, _ file: FileID) -> String { list(site) + "/tep/\(file)" }
    static func picture(_ site: Site, _ file: LibraryFile) -> String { "\(self.file(site, file.id))/anh?v=\(file.version)" }
    /// The newsroom's page of an item.
    static func item(_ site: Site, _ item: ItemID) -> String { "/desk/cong/\(site.code)/bai/\(item)" }
    static func content(_ site: Site, _ file: FileID) -> String { self.file(site, file) + "/noi-dung" }
}
