import PortalNetwork
import Store
import Synchronization
import Triage
import Vietnamese

/// The competence tables of portals as they hold today, read again when a row, an agency or the day changed.
final class SuggesterCache: Sendable {
    struct Kept: Sendable {
        let stamp: String
        let suggester: Suggester
    }

    /// Portals whose tables are kept at most; beyond, all are forgotten.
    private static let most = 300
    private let kept = Mutex<[SiteID: Kept]>([:])

    /// The table of a portal and those above it. Rows whose agency is no more and has no successor are not in it, so that the next row speaks.
    func suggester(for site: SiteID, in tree: SiteTree, on today: CivilDate, _ db: any Connection) throws -> Suggester {
        let stamp = try "\(NetworkVersion.current(in: db)) \(today) " + CompetenceBook.stamp(on: site, in: tree, db)
        if let known = kept.withLock({ $0[site] }), known.stamp == stamp { return known.suggester }
        let sites = CompetenceBook.sites(site, tree)
        let nearness = Dictionary(sites.enumerated().map { ($1, -$0) }) { first, _ in first }
        let codes = AgencyCodes(tree)
        var exists: [String: Bool] = [:]
        var rows: [CompetenceRow] = []
        for entry in try CompetenceBook.holding(on: site, in: tree, db) {
            var row = entry.row
            row.nearness = nearness[entry.site] ?? 0
            if !row.agency.contains("{"), exists[row.agency] == nil {
                exists[row.agency] = try !codes.answer(row.agency, on: today, db).agencies.isEmpty
            }
            if exists[row.agency] != false { rows.append(row) }
        }
        let suggester = Suggester(table: CompetenceTable(rows))
        kept.withLock { kept in
            if kept.count >= Self.most { kept = [:] }
            kept[site] = Kept(stamp: stamp, suggester: suggester)
        }
        return suggester
    }
}
