public import Store

/// What people are told, in the desk and by mail. Rows belong to a person, not to a site.
public enum NoticeMigrations {
    public static let all: [Migration] = [notices]

    private static let notices = Migration(
        160,
        "notices and letters",
        [
            """
            CREATE TABLE notice (
                id BIGINT NOT NULL PRIMARY KEY,
                person BIGINT NOT NULL REFERENCES person (id),
                about TEXT NOT NULL,
                details TEXT NOT NULL,
                link TEXT,
                created_at BIGINT NOT NULL,
                read_at BIGINT)
            """,
            "CREATE INDEX notice_person ON notice (person, id)",
            "CREATE INDEX notice_unread ON notice (person) WHERE read_at IS NULL",
            "CREATE TABLE notice_choice (person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id), by_mail BIGINT NOT NULL, language TEXT NOT NULL)",
            """
            CREATE TABLE letter (
                id BIGINT NOT NULL PRIMARY KEY,
                person BIGINT NOT NULL REFERENCES person (id),
                address TEXT NOT NULL,
                about TEXT NOT NULL,
                sealed BYTEA,
                state TEXT NOT NULL,
                tries BIGINT NOT NULL,
                fault TEXT,
                created_at BIGINT NOT NULL,
                worth_until BIGINT,
                changed_at BIGINT NOT NULL)
            """,
            "CREATE INDEX letter_person ON letter (person, id)",
            "CREATE INDEX letter_open ON letter (state, id) WHERE state <> 'sent'",
        ]
    )
}
