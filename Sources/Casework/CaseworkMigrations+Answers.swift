import Store

/// What answers rest on: texts and their days, which published answers cite them, which of those may be outdated; and what answers are written from.
extension CaseworkMigrations {
    static let answers: [Migration] = [laws, citations, templates]

    /// `code`: the number as it is compared; `year`: of issue, where the number does not say it; `ended_on`: the first day on which it holds no more;
    /// `swept`: the end for which the answers that cite it were noted.
    private static let laws = Migration(
        325,
        "texts of law and the days between which they hold",
        [
            """
            CREATE TABLE law_text (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), number TEXT NOT NULL, code TEXT NOT NULL, year TEXT NOT NULL,
                title TEXT NOT NULL, issuer TEXT NOT NULL, issued_on TEXT, effective_on TEXT, ended_on TEXT, replaced_by TEXT, address TEXT,
                source TEXT NOT NULL, folded TEXT NOT NULL, swept TEXT, changed_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX law_text_by_code ON law_text (site, code, year)",
            "CREATE INDEX law_text_by_end ON law_text (ended_on) WHERE ended_on IS NOT NULL",
        ]
    )

    /// Only what is public stands here: which live answers name which numbers. `keeper`: the portal whose register speaks of them; `warned`: whether the answer
    /// itself already says that this text is outdated.
    private static let citations = Migration(
        326,
        "which published answers cite which texts, and which may be outdated",
        [
            """
            CREATE TABLE answer_citation (
                item BIGINT NOT NULL, code TEXT NOT NULL, year TEXT NOT NULL, site BIGINT NOT NULL, keeper BIGINT NOT NULL, dated TEXT NOT NULL,
                warned BIGINT NOT NULL, PRIMARY KEY (item, code, year))
            """,
            "CREATE INDEX answer_citation_by_code ON answer_citation (keeper, code, dated)",
            "CREATE TABLE answer_cursor (id BIGINT PRIMARY KEY, seq BIGINT NOT NULL)",
            "INSERT INTO answer_cursor (id, seq) VALUES (1, -1)",
            """
            CREATE TABLE answer_doubt (
                item BIGINT NOT NULL, law BIGINT NOT NULL REFERENCES law_text (id), ended_on TEXT NOT NULL, site BIGINT NOT NULL, open BIGINT NOT NULL,
                told BIGINT NOT NULL, drafted BIGINT, checked_at BIGINT, checked_by BIGINT, PRIMARY KEY (item, law, ended_on))
            """,
            "CREATE INDEX answer_doubt_open ON answer_doubt (site, item) WHERE open = 1",
            "CREATE INDEX answer_doubt_untold ON answer_doubt (law) WHERE told = 0",
        ]
    )

    /// A template holds on its portal and every portal below it.
    private static let templates = Migration(
        327,
        "templates of answers",
        [
            """
            CREATE TABLE answer_template (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), code TEXT NOT NULL, purpose TEXT NOT NULL, track TEXT, field TEXT,
                title TEXT NOT NULL, text TEXT NOT NULL, changed_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX answer_template_by_code ON answer_template (site, code)",
        ]
    )
}
