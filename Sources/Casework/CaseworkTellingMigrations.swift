public import Store

/// The tables of telling: letters to who asked, moments at which officials are told, what readers say of pages.
public enum CaseworkTellingMigrations {
    public static let all: [Migration] = [letters, watches, ratings]

    private static let letters = Migration(
        320,
        "letters to who asked",
        [
            // Whether who asked agreed to be told and left a way to.
            "ALTER TABLE case_file ADD COLUMN tells BIGINT NOT NULL DEFAULT 0",
            // One for each event and way. Where it goes and what it says is worked out from the case when it is sent: nothing of it stands here.
            """
            CREATE TABLE case_letter (
                id BIGINT NOT NULL PRIMARY KEY, case_id BIGINT NOT NULL REFERENCES case_file (id), event BIGINT NOT NULL, way TEXT NOT NULL, about TEXT NOT NULL,
                state TEXT NOT NULL, tries BIGINT NOT NULL, fault TEXT, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX case_letter_once ON case_letter (case_id, event, way)",
            "CREATE INDEX case_letter_open ON case_letter (state, id) WHERE state IN ('waiting', 'failed')",
        ]
    )

    private static let watches = Migration(
        321,
        "when officials are told of a case",
        [
            // The deadline for which the next step was worked out; when that step is, and its number.
            "ALTER TABLE case_file ADD COLUMN watch_due BIGINT",
            "ALTER TABLE case_file ADD COLUMN watch_at BIGINT",
            "ALTER TABLE case_file ADD COLUMN watch_step BIGINT",
            """
            CREATE INDEX case_unwatched ON case_file (id) WHERE ended = 0 AND due_at IS NOT NULL AND (watch_due IS NULL OR watch_due <> due_at)
            """,
            "CREATE INDEX case_watched ON case_file (watch_at, id) WHERE ended = 0 AND watch_at IS NOT NULL",
        ]
    )

    private static let ratings = Migration(
        322,
        "what readers say of pages",
        [
            // Sums of a day and nothing of who said it. `day`: of the civil calendar, in Việt Nam.
            """
            CREATE TABLE page_rating (
                site BIGINT NOT NULL REFERENCES site (id), item BIGINT NOT NULL, day BIGINT NOT NULL, useful BIGINT NOT NULL, useless BIGINT NOT NULL,
                PRIMARY KEY (site, item, day))
            """,
            "CREATE INDEX page_rating_by_day ON page_rating (site, day)",
        ]
    )
}
