import Store

enum LeaderMigrations {
    static let all: [Migration] = [leaders]

    /// A row belongs to a site and holds there and on every site below it. A period holds from `valid_from` up to and including `valid_to`; NULL is open.
    private static let leaders = Migration(
        148,
        "leaders and their titles",
        [
            """
            CREATE TABLE leader (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), name TEXT NOT NULL, title TEXT NOT NULL, agency TEXT NOT NULL,
                valid_from TEXT, valid_to TEXT, folded TEXT NOT NULL, changed_at BIGINT NOT NULL, version BIGINT NOT NULL,
                CONSTRAINT leader_period CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from))
            """,
            "CREATE INDEX leader_by_site ON leader (site, folded, id)",
        ]
    )
}
