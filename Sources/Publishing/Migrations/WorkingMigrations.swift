import Store

/// The tables of what is being worked on: copies in hand, remarks, readers, assignments, alarms.
enum WorkingMigrations {
    static let all: [Migration] = [changes, promises, talk, corrections, orders, acts, sets, shared, stages, newest]

    private static let changes = Migration(
        240,
        "what changed last, titles of drafts, copies in hand",
        [
            "ALTER TABLE item ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE item ADD COLUMN draft_card BYTEA",
            "ALTER TABLE item ADD COLUMN creator BIGINT NOT NULL DEFAULT 0",
            """
            UPDATE item SET changed_at = COALESCE(updated_at, published_at, created_at),
                creator = COALESCE((SELECT revision.author FROM revision WHERE revision.item = item.id AND revision.number = 1), author)
            """,
            "CREATE INDEX item_by_changed_at ON item (site, changed_at, id)",
            "CREATE INDEX item_withdrawn ON item (site, changed_at, id) WHERE presence = 'withdrawn'",
            "CREATE INDEX item_by_author_change ON item (author, changed_at, id)",
            "CREATE INDEX item_by_creator_change ON item (creator, changed_at, id)",
            "CREATE INDEX item_in_work ON item (stage, site, changed_at, id) WHERE stage <> 'settled'",
            """
            CREATE TABLE working_copy (
                item BIGINT NOT NULL REFERENCES item (id), person BIGINT NOT NULL, base BIGINT NOT NULL, version BIGINT NOT NULL, tab TEXT NOT NULL,
                at BIGINT NOT NULL, seen_at BIGINT NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (item, person))
            """,
        ]
    )

    private static let promises = Migration(
        241,
        "what approvers saw, urgent editions, planned withdrawals",
        [
            "ALTER TABLE approval ADD COLUMN digest TEXT",
            """
            CREATE TABLE urgent_edition (
                item BIGINT NOT NULL REFERENCES item (id), edition BIGINT NOT NULL, person BIGINT NOT NULL, at BIGINT NOT NULL, reason TEXT NOT NULL,
                until BIGINT NOT NULL, confirmed_by BIGINT, confirmed_at BIGINT, PRIMARY KEY (item, edition))
            """,
            "CREATE INDEX urgent_open ON urgent_edition (until) WHERE confirmed_by IS NULL",
            """
            CREATE TABLE withdrawal_plan (
                item BIGINT PRIMARY KEY REFERENCES item (id), at BIGINT NOT NULL, code TEXT NOT NULL, person BIGINT NOT NULL, made_at BIGINT NOT NULL)
            """,
            "CREATE INDEX withdrawal_plan_due ON withdrawal_plan (at)",
        ]
    )

    private static let corrections = Migration(
        243,
        "what was corrected, by its time",
        ["CREATE INDEX edition_corrections ON edition (at, item) WHERE operation = 'correct'"]
    )

    private static let talk = Migration(
        242,
        "remarks, assignments, outside readers, alarms",
        [
            """
            CREATE TABLE remark (
                id BIGINT PRIMARY KEY, item BIGINT NOT NULL REFERENCES item (id), revision BIGINT NOT NULL, parent BIGINT, person BIGINT,
                guest TEXT, at BIGINT NOT NULL, sealed BYTEA NOT NULL, resolved_by BIGINT, resolved_at BIGINT)
            """,
            "CREATE INDEX remark_by_item ON remark (item, id)",
            """
            CREATE TABLE assignment (
                item BIGINT NOT NULL REFERENCES item (id), person BIGINT NOT NULL, task TEXT NOT NULL, due_at BIGINT, made_by BIGINT NOT NULL,
                made_at BIGINT NOT NULL, done_at BIGINT, PRIMARY KEY (item, person, task))
            """,
            "CREATE INDEX assignment_by_person ON assignment (person, due_at) WHERE done_at IS NULL",
            """
            CREATE TABLE review_link (
                id BIGINT PRIMARY KEY, item BIGINT NOT NULL REFERENCES item (id), revision BIGINT NOT NULL, digest BYTEA NOT NULL, guest TEXT NOT NULL,
                made_by BIGINT NOT NULL, made_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, opened_at BIGINT, ended_at BIGINT)
            """,
            "CREATE UNIQUE INDEX review_link_by_digest ON review_link (digest)",
            "CREATE INDEX review_link_by_item ON review_link (item)",
            """
            CREATE TABLE alarm (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL, item BIGINT, reason TEXT NOT NULL, detail TEXT NOT NULL, at BIGINT NOT NULL,
                seen_by BIGINT, seen_at BIGINT)
            """,
            "CREATE INDEX alarm_open ON alarm (site, at) WHERE seen_by IS NULL",
            "CREATE UNIQUE INDEX alarm_once ON alarm (item, reason) WHERE seen_by IS NULL",
        ]
    )

    /// Every walk of `WorkQuery` in its own order, on one portal and on many.
    private static let orders = Migration(
        244,
        "lists of work by person and by section",
        [
            "DROP INDEX item_by_author_change",
            "DROP INDEX item_by_creator_change",
            "CREATE INDEX item_by_author_change ON item (author, site, changed_at, id)",
            "CREATE INDEX item_by_creator_change ON item (creator, site, changed_at, id)",
            "CREATE INDEX item_in_work_by_author ON item (author, changed_at, id) WHERE stage <> 'settled'",
            "CREATE INDEX item_in_work_by_creator ON item (creator, changed_at, id) WHERE stage <> 'settled'",
            "CREATE INDEX item_in_work_by_change ON item (site, changed_at, id) WHERE stage <> 'settled'",
            "DROP INDEX item_by_section",
            "CREATE INDEX item_in_section_by_change ON item (section, site, changed_at, id)",
        ]
    )

    /// The numbers beside the tabs, read from an index alone by whoever sees all kinds of a portal.
    private static let stages = Migration(
        248,
        "counts of work by stage",
        ["CREATE INDEX item_in_work_by_stage ON item (site, stage, presence, kind) WHERE stage <> 'settled'"]
    )

    /// What is being worked on, on one portal and on all, from the newest: with all that lists and searches by title ask, so that only what is shown is
    /// looked up.
    private static let newest = Migration(
        250,
        "lists of work from the newest, read from their indexes alone",
        [
            "DROP INDEX item_in_work_by_change",
            """
            CREATE INDEX item_in_work_by_change ON item
                (site, changed_at, id, stage, section, kind, author, creator, presence, version, revision, edition) WHERE stage <> 'settled'
            """,
            """
            CREATE INDEX item_in_work_newest ON item
                (changed_at, id, stage, site, section, kind, author, creator, presence, version, revision, edition) WHERE stage <> 'settled'
            """,
        ]
    )

    private static let acts = Migration(
        245,
        "what was done to many items at once",
        [
            """
            CREATE TABLE bulk_act (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL, person BIGINT NOT NULL, deed TEXT NOT NULL, detail TEXT NOT NULL, at BIGINT NOT NULL,
                undone_at BIGINT)
            """,
            "CREATE INDEX bulk_act_by_person ON bulk_act (person, at)",
            """
            CREATE TABLE bulk_row (
                act BIGINT NOT NULL REFERENCES bulk_act (id), place BIGINT NOT NULL, item BIGINT NOT NULL, outcome TEXT NOT NULL,
                version BIGINT NOT NULL, before_it TEXT NOT NULL, refusal TEXT, PRIMARY KEY (act, place))
            """,
        ]
    )

    private static let sets = Migration(
        246,
        "drafts looked at together",
        [
            """
            CREATE TABLE preview_set (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), made_by BIGINT NOT NULL, made_at BIGINT NOT NULL, moment BIGINT NOT NULL,
                expires_at BIGINT NOT NULL)
            """,
            "CREATE INDEX preview_set_by_maker ON preview_set (made_by, made_at)",
            """
            CREATE TABLE preview_set_item (
                preview BIGINT NOT NULL REFERENCES preview_set (id), place BIGINT NOT NULL, item BIGINT NOT NULL, revision BIGINT NOT NULL,
                PRIMARY KEY (preview, place))
            """,
            """
            CREATE TABLE preview_link (
                id BIGINT PRIMARY KEY, preview BIGINT NOT NULL REFERENCES preview_set (id), digest BYTEA NOT NULL, guest TEXT NOT NULL,
                made_by BIGINT NOT NULL, made_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, opened_at BIGINT, ended_at BIGINT)
            """,
            "CREATE UNIQUE INDEX preview_link_by_digest ON preview_link (digest)",
            "CREATE INDEX preview_link_by_set ON preview_link (preview)",
        ]
    )

    private static let shared = Migration(
        247,
        "filters a portal's staff share",
        [
            "CREATE TABLE shared_filter (filter BIGINT PRIMARY KEY, site BIGINT NOT NULL)",
            "CREATE INDEX shared_filter_by_site ON shared_filter (site, filter)",
        ]
    )
}
