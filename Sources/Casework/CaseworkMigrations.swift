public import Store

/// The tables of cases. What a person wrote lies sealed under the case's own key; what stands in columns says nothing of who wrote or what about.
public enum CaseworkMigrations {
    public static let all: [Migration] =
        [cases, asked, house, figures, inbox, sums, lists, sumsVersion] + CaseworkTellingMigrations.all + answers + RoutingMigrations.all + [
            looked, erasures, unscanned,
        ]

    /// In the key store: what receipts and look-ups are digested with.
    public static let keys: [Migration] = [
        Migration(
            390,
            "the secret of casework",
            ["CREATE TABLE case_secret (name TEXT NOT NULL PRIMARY KEY, secret BYTEA NOT NULL, created_at BIGINT NOT NULL)"]
        )
    ]

    private static let cases = Migration(
        300,
        "cases and what happened to them",
        [
            // `site`: where it came in. `desk`: the portal of who has it, whose people see it.
            """
            CREATE TABLE case_file (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), desk BIGINT NOT NULL REFERENCES site (id), track TEXT NOT NULL,
                prefix TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, ended BIGINT NOT NULL, waiting BIGINT NOT NULL,
                wish TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, field TEXT, variant TEXT, unit TEXT, agency BIGINT, officer BIGINT,
                received_at BIGINT NOT NULL, due_at BIGINT, provisional BIGINT NOT NULL, rule TEXT, ended_at BIGINT, answered_at BIGINT,
                changed_at BIGINT NOT NULL, rating BIGINT, item BIGINT, merged_into BIGINT, cluster BIGINT, events BIGINT NOT NULL, version BIGINT NOT NULL, sent BYTEA,
                pin BYTEA NOT NULL, sealed BYTEA NOT NULL, card BYTEA NOT NULL)
            """,
            "CREATE UNIQUE INDEX case_by_number ON case_file (prefix, year, number)",
            "CREATE UNIQUE INDEX case_by_ticket ON case_file (sent)",
            "CREATE INDEX case_open_by_due ON case_file (desk, due_at, id) WHERE ended = 0",
            "CREATE INDEX case_by_officer ON case_file (officer, due_at, id) WHERE ended = 0",
            "CREATE INDEX case_by_change ON case_file (desk, changed_at, id)",
            "CREATE INDEX case_by_state ON case_file (state, desk, due_at, id) WHERE ended = 0",
            "CREATE INDEX case_by_cluster ON case_file (cluster, id) WHERE cluster IS NOT NULL",
            "CREATE INDEX case_due ON case_file (due_at, id) WHERE ended = 0",
            """
            CREATE TABLE case_event (
                case_id BIGINT NOT NULL REFERENCES case_file (id), number BIGINT NOT NULL, at BIGINT NOT NULL, act TEXT NOT NULL, state TEXT NOT NULL,
                person BIGINT, agency BIGINT, detail TEXT NOT NULL, sealed BYTEA, PRIMARY KEY (case_id, number))
            """,
            "CREATE TABLE case_number (prefix TEXT NOT NULL, year BIGINT NOT NULL, last BIGINT NOT NULL, PRIMARY KEY (prefix, year))",
            "CREATE TABLE case_prefix (prefix TEXT NOT NULL PRIMARY KEY, site BIGINT NOT NULL)",
            "CREATE UNIQUE INDEX case_prefix_by_site ON case_prefix (site)",
            """
            CREATE TABLE case_attachment (
                case_id BIGINT NOT NULL REFERENCES case_file (id), number BIGINT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL, bytes BIGINT NOT NULL,
                name BYTEA NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (case_id, number))
            """,
        ]
    )

    private static let asked = Migration(
        301,
        "words of cases, attempts at receipts",
        [
            // Keyed digests of folded words: what is looked for is found, what is there cannot be read.
            "CREATE TABLE case_term (term BIGINT NOT NULL, case_id BIGINT NOT NULL, PRIMARY KEY (term, case_id))",
            "CREATE INDEX case_term_by_case ON case_term (case_id)",
            "CREATE TABLE case_attempt (what BYTEA NOT NULL PRIMARY KEY, failures BIGINT NOT NULL, last_at BIGINT NOT NULL)",
        ]
    )
}
