import PortalNetwork
import RichText
import Web

/// The front page, by blocks.
struct HomeView: PageModel {
    let name: String
    /// A `HomeArrangement`.
    let arrangement: String
    let lead: CardView?
    let featured: [CardView]
    let blocks: [HomeBlock]
    /// What was corrected lately.
    let corrected: [CardView]
    let isEmpty: Bool

    static let shape: Shape<HomeView> = [
        .text("name", \.name), .text("arrangement", \.arrangement), .one("lead", \.lead), .many("featured", \.featured), .many("blocks", \.blocks),
        .many("corrected", \.corrected), .flag("empty", \.isEmpty),
    ]
}

/// A block of the front page in one of its forms.
struct HomeBlock: PageModel {
    enum Form: String, CaseIterable {
        /// The lead story and those beside it.
        case lead
        /// A section: its newest with a picture, then titles.
        case section
        /// A section as a list by date.
        case notices
        /// A section as rows of documents.
        case documents
        /// A section by its pictures.
        case pictures
        case services, figures, officials, contact, topics, components, links
    }

    let form: Form
    var link: Link?
    var first: CardView?
    var rest: [CardView] = []
    var entries: [HomeEntryView] = []
    var links: [Link] = []
    var contact: HomeContactView?

    static let shape: Shape<HomeBlock> = [
        .text("form", \.form.rawValue), .one("link", \.link), .one("first", \.first), .many("rest", \.rest), .many("entries", \.entries),
        .many("links", \.links), .one("contact", \.contact),
        .flag("isLead") { $0.form == .lead }, .flag("isSection") { $0.form == .section }, .flag("isNotices") { $0.form == .notices },
        .flag("isDocuments") { $0.form == .documents }, .flag("isPictures") { $0.form == .pictures }, .flag("isServices") { $0.form == .services },
        .flag("isFigures") { $0.form == .figures }, .flag("isOfficials") { $0.form == .officials }, .flag("isTopics") { $0.form == .topics },
        .flag("isComponents") { $0.form == .components }, .flag("isLinks") { $0.form == .links },
    ]
}

/// What the portal's editors wrote themselves: a service, a figure, an official.
struct HomeEntryView: PageModel {
    let label: String
    let value: String?
    let note: String?
    let link: Link?
    let icon: Markup?

    init(_ entry: LookEntry, _ visit: Visit) {
        label = entry.label
        value = entry.value
        note = entry.note
        link = entry.target.flatMap { visit.link(entry.label, to: $0) }
        icon = entry.icon.flatMap { Icon.markup($0) }
    }

    static let shape: Shape<HomeEntryView> = [
        .text("label", \.label), .text("value", \.value), .text("note", \.note), .one("link", \.link), .markup("icon", \.icon),
    ]
}

/// How to reach the office, as the portal's settings say.
struct HomeContactView: PageModel {
    let name: String
    let address: String?
    let phone: Link?
    let mail: Link?

    init?(_ visit: Visit) {
        let contact = visit.site.contact
        name = PortalName(visit).body
        address = contact.address
        phone = contact.phone.flatMap { phone in Link(phone, to: "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }, isOutside: false)
        }
        mail = contact.email.flatMap { mail in mail.contains("@") ? Link(mail, to: "mailto:" + mail, isOutside: false) : nil }
        if address == nil, phone == nil, mail == nil { return nil }
    }

    static let shape: Shape<HomeContactView> = [
        .text("name", \.name), .text("address", \.address), .one("phone", \.phone), .one("mail", \.mail),
    ]
}
