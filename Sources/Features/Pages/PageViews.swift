import PortalNetwork
import RichText
import Web

/// A page an editor wrote.
struct StaticPageView: PageModel {
    let id: String
    let edition: Int
    let index: String
    let salt: String
    let title: String
    let summary: String?
    let body: Markup?
    let date: String
    let datetime: String
    let note: String?
    let verify: String
    /// On paper: to what the record says of this edition.
    let qr: Markup?
    let isPrint: Bool

    static let shape: Shape<StaticPageView> = [
        .text("id", \.id), .number("edition", \.edition), .text("index", \.index), .text("salt", \.salt), .text("title", \.title),
        .text("summary", \.summary),
        .markup("body", \.body), .text("date", \.date), .text("datetime", \.datetime), .text("note", \.note), .text("verify", \.verify),
        .markup("qr", \.qr), .flag("print", \.isPrint),
    ]
}

/// What a portal can say of itself before anybody has written a page: all of it comes from its settings.
struct BasicPageView: PageModel {
    let name: String
    let owner: String
    let slogan: String?
    let address: String?
    let phone: String?
    let phoneLink: Link?
    let fax: String?
    let mail: Link?
    let responsible: String?
    let parents: [Link]
    let components: [Link]

    init(_ visit: Visit) {
        let site = visit.site
        name = site.name
        owner = site.shortName
        slogan = visit.look.slogan
        address = site.contact.address
        phone = site.contact.phone
        phoneLink = site.contact.phone.flatMap { Link($0, to: "tel:" + $0.filter { $0.isNumber || $0 == "+" }) }
        fax = site.contact.fax
        mail = site.contact.email.flatMap { Link($0, to: "mailto:" + $0) }
        responsible = site.contact.responsible
        parents = visit.tree.ancestors(of: site.id).compactMap { parent in
            visit.face.origins.url(parent).flatMap { Link(parent.name, to: $0, isOutside: false) }
        }
        components = visit.tree.children(of: site.id).filter { $0.kind != .linked && $0.status == .active }.compactMap { child in
            visit.face.origins.url(child).flatMap { Link(child.shortName, to: $0, isOutside: false) }
        }
    }

    static let shape: Shape<BasicPageView> = [
        .text("name", \.name), .text("owner", \.owner), .text("slogan", \.slogan), .text("address", \.address), .text("phone", \.phone),
        .one("phoneLink", \.phoneLink), .text("fax", \.fax), .one("mail", \.mail), .text("responsible", \.responsible), .many("parents", \.parents),
        .many("components", \.components),
    ]
}
