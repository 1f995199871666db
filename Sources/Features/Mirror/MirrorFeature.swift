import PortalNetwork
public import Web

/// A portal without its server: the words, pages and script that a mirror has of its own. It adds no address to a running portal.
public struct MirrorFeature: PortalFeature {
    public let name = "mirror"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [PageTemplate<MirrorNotice>.notice, PageTemplate<MirrorSearch>.search]

    public init() {}
}

/// What stands where only a running portal could answer, and how else the office is reached.
struct MirrorNotice: PageModel {
    let address: String?
    let phone: Link?
    let mail: Link?

    init(_ visit: Visit) {
        let contact = visit.site.contact
        address = contact.address
        phone = contact.phone.flatMap { Link($0, to: "tel:" + $0.filter { $0.isNumber || $0 == "+" }) }
        mail = contact.email.flatMap { Link($0, to: "mailto:" + $0) }
    }

    static let shape: Shape<MirrorNotice> = [.text("address", \.address), .one("phone", \.phone), .one("mail", \.mail)]

    static func page(for visit: Visit) -> Page {
        Page(.notice, MirrorNotice(visit), head: PageHead(title: visit.word("mirror.notice"), isHidden: true), path: "/_mirror/unavailable.html")
    }
}

/// `/tim-kiem` of a mirror: a script looks into the lists of words that lie beside the pages.
struct MirrorSearch: PageModel {
    let script: String
    let scriptIntegrity: String?

    init(_ visit: Visit) {
        script = visit.face.statics.address("mirror-search.js") ?? ""
        scriptIntegrity = visit.face.statics.integrity("mirror-search.js")
    }

    static let shape: Shape<MirrorSearch> = [.text("script", \.script), .text("scriptIntegrity", \.scriptIntegrity)]

    static func page(for visit: Visit) -> Page {
        Page(.search, MirrorSearch(visit), head: PageHead(title: visit.word("mirror.search"), isHidden: true), path: "/tim-kiem")
    }
}

extension PageTemplate {
    static var notice: PageTemplate<MirrorNotice> { PageTemplate<MirrorNotice>("mirror.notice") }
    static var search: PageTemplate<MirrorSearch> { PageTemplate<MirrorSearch>("mirror.search") }
}
