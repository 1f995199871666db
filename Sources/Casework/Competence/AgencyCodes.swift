import PortalNetwork
import Store
import Vietnamese

/// Whose the codes of a competence table are: an organisation code (*mã định danh*, `H49.12`), or the code of the portal that an agency owns (`so-xay-dung`).
struct AgencyCodes {
    let tree: SiteTree

    init(_ tree: SiteTree) { self.tree = tree }

    /// Who answers for a code on a day.
    struct Answer {
        /// One; several where it was divided; none where nobody is known.
        let agencies: [Agency]
        /// What the code's agency was called that is no more; nil while it exists.
        let formerly: String?
    }

    func answer(_ code: String, on date: CivilDate, _ db: any Connection) throws -> Answer {
        guard let last = try last(code, on: date, db) else { return Answer(agencies: [], formerly: nil) }
        if let agency = try Agencies.agency(last.id, on: date, in: db) { return Answer(agencies: [agency], formerly: nil) }
        return Answer(agencies: try Agencies.current(of: last.id, on: date, in: db), formerly: last.name)
    }

    /// The agency of a code as it is called on a day, or as it was called at its end.
    func last(_ code: String, on date: CivilDate, _ db: any Connection) throws -> Agency? {
        if let agency = try Agencies.find(code: code, on: date, in: db) { return agency }
        let ofCode = try db.value("SELECT agency FROM agency_name WHERE code = \(code) ORDER BY valid_from DESC LIMIT 1", as: AgencyID.self)
        guard let id = ofCode ?? tree.site(code: code)?.agency else { return nil }
        return try Agencies.agency(id, on: date, in: db) ?? Agencies.history(of: id, in: db).last
    }

    /// A code by which a table may name an agency.
    func code(of id: AgencyID, on date: CivilDate, _ db: any Connection) throws -> String? {
        if let code = try Agencies.agency(id, on: date, in: db)?.naming.code { return code }
        return tree.all.filter { $0.agency == id && $0.kind != .linked }
            .min { (tree.ancestors(of: $0.id).count, $0.id) < (tree.ancestors(of: $1.id).count, $1.id) }?.code
    }
}
