public import Store

/// The watcher's tables. A case belongs to the site whose host it is on, or to nobody here (hosts of others).
public enum WatchMigrations {
    public static let all: [Migration] = [
        Migration(
            1000,
            "watch: cases, notes, places of walks",
            [
                """
                CREATE TABLE watch_case (
                    id BIGINT PRIMARY KEY, site BIGINT, host TEXT NOT NULL, target TEXT NOT NULL, status TEXT NOT NULL, digest TEXT NOT NULL,
                    findings TEXT NOT NULL, expected TEXT, found TEXT, picture BYTEA, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL,
                    times BIGINT NOT NULL, closed_at BIGINT, closed_by BIGINT, reason TEXT)
                """,
                "CREATE INDEX watch_case_by_site ON watch_case (site, status, id)",
                "CREATE INDEX watch_case_by_place ON watch_case (host, target, id)",
                "CREATE UNIQUE INDEX watch_case_open ON watch_case (host, target) WHERE status = 'open'",
                """
                CREATE TABLE watch_note (
                    case_id BIGINT NOT NULL REFERENCES watch_case (id), number BIGINT NOT NULL, at BIGINT NOT NULL, person BIGINT, what TEXT NOT NULL,
                    text TEXT NOT NULL, PRIMARY KEY (case_id, number))
                """,
                "CREATE TABLE watch_mark (name TEXT PRIMARY KEY, value TEXT NOT NULL, at BIGINT NOT NULL)",
            ]
        )
    ]
}
