import Store

/// Where letters go: who is competent, which of them say the same, which case was taken out of which.
enum RoutingMigrations {
    static let all: [Migration] = [competence, clusters, parts]

    /// A row belongs to a site and holds there and on every site below it. Empty `field` and `track` are any; a period holds from `valid_from` up to and
    /// including `valid_to`, NULL is open. `competence_change` counts up with every change of a site's rows.
    private static let competence = Migration(
        310,
        "who is competent for what",
        [
            """
            CREATE TABLE competence (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), field TEXT NOT NULL, territory TEXT NOT NULL, track TEXT NOT NULL,
                agency TEXT NOT NULL, basis TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, priority BIGINT NOT NULL, changed_at BIGINT NOT NULL,
                version BIGINT NOT NULL, CONSTRAINT competence_period CHECK (valid_to IS NULL OR valid_to >= valid_from))
            """,
            "CREATE UNIQUE INDEX competence_once ON competence (site, field, territory, track, agency, valid_from)",
            "CREATE TABLE competence_change (site BIGINT PRIMARY KEY REFERENCES site (id), number BIGINT NOT NULL)",
        ]
    )

    /// Keyed digests, as the words of cases are: who has the table can neither read a text nor tell whether a text they have is among them.
    private static let clusters = Migration(
        311,
        "letters that say the same",
        [
            "CREATE TABLE case_cluster (id BIGINT PRIMARY KEY, sketch BYTEA NOT NULL)",
            "CREATE TABLE case_band (band BIGINT NOT NULL, cluster BIGINT NOT NULL, PRIMARY KEY (band, cluster))",
            "CREATE INDEX case_band_by_cluster ON case_band (cluster)",
        ]
    )

    private static let parts = Migration(
        312,
        "parts of mixed letters that became cases of their own",
        [
            "CREATE TABLE case_part (part BIGINT PRIMARY KEY REFERENCES case_file (id), origin BIGINT NOT NULL REFERENCES case_file (id))",
            "CREATE INDEX case_part_by_origin ON case_part (origin, part)",
        ]
    )
}
