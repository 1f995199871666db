import PortalNetwork
import Publishing
import Store
import Web

struct SectionsScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let outline: OutlineView
    let isChanged: Bool
    let error: String?

    static let shape: Shape<SectionsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .one("outline", \.outline), .flag("changed", \.isChanged),
        .text("error", \.error),
    ]
}

struct SectionScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let back: String
    let action: String
    let isNew: Bool
    let isTopic: Bool
    let version: String
    let name: String
    let code: String
    let summary: String
    let approvals: [Choice]
    let opens: String
    let closes: String
    let banner: String
    let pictures: [Choice]
    let parents: [Choice]
    let error: String?

    static let shape: Shape<SectionScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("back", \.back), .text("action", \.action), .flag("new", \.isNew), .flag("topic", \.isTopic),
        .text("version", \.version), .text("givenName", \.name), .text("code", \.code), .text("summary", \.summary), .many("approvals", \.approvals),
        .text("opens", \.opens), .text("closes", \.closes), .text("banner", \.banner), .many("pictures", \.pictures), .many("parents", \.parents),
        .text("error", \.error),
    ]
}

/// The newest pictures of a portal and of those above it, to choose one from.
enum PictureChoices {
    private static let most = 60

    static func make(_ place: PortalVisit, _ database: any Database, chosen: String) async throws -> [Choice] {
        let sites = [place.site.id] + place.visit.tree.ancestors(of: place.site.id).map(\.id)
        let rows = try await database.read { db in
            try db.rows(
                """
                SELECT id, name, width, height FROM asset
                WHERE (site IN (\(list: sites)) AND media_type LIKE 'image/%' AND erased_at IS NULL) OR id = \(chosen)
                ORDER BY created_at DESC LIMIT \(most)
                """
            ).map { row in (id: try row[0] as String, name: try row[1] as String, width: try row[2] as Int?, height: try row[3] as Int?) }
        }
        return rows.map { row in
            let size = row.width.flatMap { width in row.height.map { " (\(width) × \($0))" } } ?? ""
            return Choice(value: row.id, label: row.name + size, isChosen: row.id == chosen)
        }
    }
}

extension PageTemplate where Model == SectionsScreen { static var sections: Self { Self("portaldesk.sections", bare: true) } }
extension PageTemplate where Model == SectionScreen { static var section: Self { Self("portaldesk.section", bare: true) } }
