public import PortalNetwork
public import Store
import Vietnamese

/// Where an item belongs.
public struct Place: Sendable, Hashable {
    public var site: SiteID
    public var section: SectionID?
    public var language: Language

    public init(site: SiteID, section: SectionID? = nil, language: Language = .vi) {
        self.site = site
        self.section = section
        self.language = language
    }

    /// Refuses a place where nothing may be filed; returns how many approvals its section asks for.
    func check(_ tree: SiteTree, on day: @autoclosure () -> CivilDate, _ db: any Connection) throws -> Int {
        guard let site = tree[site] else { throw PublishingRefusal.unknownSite("\(self.site)") }
        guard site.status == .active || site.status == .merging else { throw PublishingRefusal.siteNotActive(site.status) }
        guard let section else { return 1 }
        guard let found = try Section.load(section, db), found.site == self.site else { throw PublishingRefusal.unknownSection("\(section)") }
        guard found.isOpen(on: day()) else { throw PublishingRefusal.sectionClosed(found.code) }
        return found.approvals
    }
}
