public import PortalNetwork
public import Store

/// All sections of all portals at one moment, as pages need them.
public struct SectionIndex: Sendable {
    private let sections: [SectionID: Section]
    private let bySite: [SiteID: [Section]]
    private let byCode: [SiteID: [String: SectionID]]
    /// The banner pictures of topic sites, by asset commitment.
    public let banners: Set<String>

    public init(_ all: [Section] = []) {
        banners = Set(all.compactMap(\.banner))
        sections = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let ordered = all.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        bySite = Dictionary(grouping: ordered, by: \.site)
        byCode = bySite.mapValues { Dictionary($0.map { ($0.code, $0.id) }) { first, _ in first } }
    }

    public subscript(id: SectionID) -> Section? { sections[id] }
    public func section(_ code: String, on site: SiteID) -> Section? { byCode[site]?[code].flatMap { sections[$0] } }
    public func all(on site: SiteID) -> [Section] { bySite[site] ?? [] }
    public func top(on site: SiteID) -> [Section] { all(on: site).filter { $0.parent == nil && $0.kind == .section } }
    public func topics(on site: SiteID) -> [Section] { all(on: site).filter { $0.kind == .topic } }
    public func children(of id: SectionID) -> [Section] {
        guard let site = sections[id]?.site else { return [] }
        return all(on: site).filter { $0.parent == id }
    }

    /// From the top section down to this one.
    public func path(to id: SectionID) -> [Section] {
        var result: [Section] = []
        var next: SectionID? = id
        while let id = next, let section = sections[id], result.count < 32 {
            result.insert(section, at: 0)
            next = section.parent
        }
        return result
    }

    /// The sections of one portal.
    public static func load(on site: SiteID, _ db: any Connection) throws -> SectionIndex {
        SectionIndex(try db.rows("SELECT \(Section.columns) FROM section WHERE site = \(site)").map { try Section($0) })
    }

    public static func load(_ db: any Connection) throws -> SectionIndex {
        SectionIndex(try db.rows("SELECT \(Section.columns) FROM section ORDER BY site, position, id").map { try Section($0) })
    }
}
