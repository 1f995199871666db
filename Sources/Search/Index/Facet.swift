import PortalNetwork
import Publishing
import Store

/// What a document is counted by. The index keeps each combination once, under a number.
struct Facet: Hashable, Sendable {
    let site: SiteID
    /// `noSection` where it stands in none.
    let section: SectionID
    let kind: KindName
    let language: Language
    let year: Int

    /// In place of NULL, which is never equal to itself.
    static let noSection = SectionID(rawValue: 0)

    /// Its number, a new one where there is none.
    func number(_ db: any Connection) throws -> Int64 {
        try db.execute(
            """
            INSERT INTO facet (site, section, kind, language, year) VALUES (\(site), \(section), \(kind.rawValue), \(language), \(year))
            ON CONFLICT (site, section, kind, language, year) DO NOTHING
            """
        )
        let id: Int64? = try db.value(
            """
            SELECT id FROM facet WHERE site = \(site) AND section = \(section) AND kind = \(kind.rawValue) AND language = \(language) AND year = \(year)
            """
        )
        guard let id else { throw StoreFault.damaged("the search index lost a combination it is counted by") }
        return id
    }
}
