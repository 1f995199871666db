import FileStore
public import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// What an export says of a portal beside its items. Codes name portals and sections; ids of this installation stay here.
struct PortalRecord: Codable, Sendable, Hashable {
    var code: String
    /// Nil where the portal above is not part of the export.
    var parent: String?
    var kind: SiteKind
    var status: SiteStatus
    var status_reason: String?
    var successor: String?
    var language: Language
    var name: String
    var short_name: String
    var hosts: [String]
    var url: String?
    var contact: Contact
    var look: Look
    var menu: [MenuItem]?
    var position: Int

    init(_ site: Site, _ tree: SiteTree, within codes: Set<String>) {
        func inside(_ id: SiteID?) -> String? { id.flatMap { tree[$0]?.code }.flatMap { codes.contains($0) ? $0 : nil } }
        code = site.code
        parent = inside(site.parent)
        kind = site.kind
        status = site.status
        status_reason = site.statusReason
        successor = inside(site.successor)
        language = site.language
        name = site.name
        short_name = site.shortName
        hosts = site.hosts
        url = site.url
        contact = site.contact
        look = site.look
        menu = tree.menu(of: site.id)
        position = site.position
    }

    var settings: SiteSettings {
        SiteSettings(name: name, shortName: short_name, language: language, hosts: hosts, url: url, contact: contact, position: position)
    }

    /// How its status is reached again; nil where it is in service or cannot be.
    func turn(_ tree: SiteTree) -> SiteTurn? {
        switch status {
        case .active: nil
        case .merging: .beginMerging
        case .frozen: .freeze(reason: status_reason ?? "")
        case .closed: .close(reason: status_reason ?? "")
        case .redirected: successor.flatMap { tree.site(code: $0) }.map { .redirect(to: $0.id, reason: status_reason) }
        }
    }
}

struct SectionRecord: Codable, Sendable, Hashable {
    var code: String
    var parent: String?
    var kind: Section.Kind
    var name: String
    var summary: String?
    var position: Int
    var approvals: Int
    var opens_on: String?
    var closes_on: String?
    var banner: String?

    init(_ section: Section, _ index: SectionIndex) {
        code = section.code
        parent = section.parent.flatMap { index[$0]?.code }
        kind = section.kind
        name = section.name
        summary = section.summary
        position = section.position
        approvals = section.approvals
        opens_on = section.opensOn?.description
        closes_on = section.closesOn?.description
        banner = section.banner
    }

    /// Nil where a date of it is none.
    func section(id: SectionID, site: SiteID, parent: SectionID?, banner: String?, version: Int) -> Section? {
        let opens = opens_on.map { CivilDate($0) }
        let closes = closes_on.map { CivilDate($0) }
        if case .some(nil) = opens { return nil }
        if case .some(nil) = closes { return nil }
        return Section(
            id: id,
            site: site,
            code: code,
            parent: parent,
            kind: kind,
            name: name,
            summary: summary,
            position: position,
            approvals: approvals,
            opensOn: opens ?? nil,
            closesOn: closes ?? nil,
            banner: banner,
            version: version
        )
    }
}

struct FileRecord: Codable, Sendable, Hashable {
    var id: String
    var site: String?
    var sha256: String
    var salt: String
    var media_type: String
    var name: String
    var bytes: Int
    var width: Int?
    var height: Int?

    init(_ file: RevealedFile, _ tree: SiteTree, within codes: Set<String>) {
        let asset = file.asset
        id = asset.id
        site = tree[asset.site].map(\.code).flatMap { codes.contains($0) ? $0 : nil }
        sha256 = asset.sha256
        salt = Hex.encode(file.salt.bytes)
        media_type = asset.mediaType
        name = asset.name
        bytes = asset.bytes
        width = asset.width
        height = asset.height
    }

    /// Nil where it is not what such a record may be.
    func file(on site: SiteID) -> RevealedFile? {
        let isName =
            (1...120).contains(name.utf8.count)
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        let isType = media_type.wholeMatch(of: /[a-z0-9]+\/[a-z0-9.+\-]+/) != nil
        guard let salt = Hex.decode(salt).flatMap({ Salt($0) }), ContentHash(sha256) != nil, Commitment(hex: id) != nil, isName, isType else {
            return nil
        }
        let asset = Asset(id: id, site: site, sha256: sha256, mediaType: media_type, name: name, bytes: bytes, width: width, height: height)
        return RevealedFile(asset: asset, salt: salt)
    }
}

struct GoneRecord: Codable, Sendable, Hashable {
    var id: ItemID
    var state: String
    var code: WithdrawalCode?
    var at: String?
    var note: String?
    var successor: ItemID?

    init(_ gone: GoneItem) {
        id = gone.id
        state = gone.code == nil ? "erased" : "withdrawn"
        code = gone.code
        at = gone.at?.rfc3339
        note = gone.note
        successor = gone.successor
    }

    var gone: GoneItem? {
        guard state == (code == nil ? "erased" : "withdrawn") else { return nil }
        guard code != nil else { return GoneItem(id: id, code: nil, at: nil, note: nil, successor: nil) }
        guard let at = at.flatMap({ try? readDate($0).instant }) else { return nil }
        return GoneItem(id: id, code: code, at: at, note: note, successor: successor)
    }
}

struct RedirectRecord: Codable, Sendable, Hashable {
    var path: String
    var item: ItemID?
    var target: String?

    init(_ path: String, _ target: OldAddressTarget) {
        self.path = path
        switch target {
        case .item(let id): item = id
        case .path(let path): self.target = path
        }
    }

    var address: (path: String, target: OldAddressTarget)? {
        if let item { return (path, .item(item)) }
        return target.map { (path, .path($0)) }
    }
}

/// An item that stands first on the front page, in the order of the lines.
struct FeaturedRecord: Codable, Sendable, Hashable {
    var id: ItemID
}

/// What an export holds, with what each of its files must be.
public struct ExportManifest: Codable, Sendable, Hashable {
    public struct File: Codable, Sendable, Hashable {
        public var path: String
        public var records: Int
        public var bytes: Int64
        public var sha256: String
    }

    public static let format = "caunoi-export"

    public var format: String
    public var version: Int
    /// The portals, those above before those below.
    public var sites: [String]
    /// Only what was published from then on.
    public var since: String?
    public var kinds: [String]
    public var files: [File]
    public static let name = "manifest.json"
}
