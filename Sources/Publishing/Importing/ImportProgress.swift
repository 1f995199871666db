public import Exchange
import Foundation
public import PortalNetwork
public import Store

/// How far an import has come, stored with each batch, so that an interrupted one goes on under the same act.
public enum ImportProgress {
    public static func find(_ source: SourceIdentity, on site: SiteID, _ database: any Database) async throws -> (cursor: ImportCursor, act: Act)? {
        let key = key(source)
        return try await database.read { db in
            guard
                let row = try db.row(
                    """
                    SELECT import_cursor.cursor, act.id, act.kind, act.site, act.actor, act.confirmed_by, act.reason
                    FROM import_cursor JOIN act ON act.id = import_cursor.act WHERE import_cursor.site = \(site) AND import_cursor.source = \(key)
                    """
                )
            else { return nil }
            let act = Act(
                id: try row[1],
                kind: try row[2],
                site: try row[3],
                actor: try row[4],
                confirmedBy: try row[5],
                reason: try row[6]
            )
            return (try ImportCursor(json: try row[0]), act)
        }
    }

    public static func store(_ cursor: ImportCursor, on site: SiteID, act: Act, _ db: any Connection) throws {
        let json = try cursor.json
        try db.execute(
            """
            INSERT INTO import_cursor (site, source, cursor, act) VALUES (\(site), \(key(cursor.source)), \(json), \(act.id))
            ON CONFLICT (site, source) DO UPDATE SET cursor = excluded.cursor
            """
        )
    }

    /// The file is done. Running it again reads it again, and finds everything there.
    public static func finish(_ source: SourceIdentity, on site: SiteID, _ database: any Database) async throws {
        let key = key(source)
        try await database.write { try $0.execute("DELETE FROM import_cursor WHERE site = \(site) AND source = \(key)") }
    }

    private static func key(_ source: SourceIdentity) -> String { "\(source.size)-\(source.crc32)-\(source.adler32)" }
}
