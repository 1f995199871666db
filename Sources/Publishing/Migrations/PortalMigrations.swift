import Store

/// What running a portal needs beside its items: slots with an end, old addresses that are counted, what was asked for and not found, links that lead
/// out, portals made by the dozen, who read what on which day.
enum PortalMigrations {
    static let all: [Migration] = [slots, redirects, missing, links, batches, days, filters, uses, sums, carried]

    /// The far end of time for what has none: so that one comparison says what is shown.
    private static let slots = Migration(
        280,
        "featured slots end",
        ["ALTER TABLE featured ADD COLUMN until BIGINT NOT NULL DEFAULT 253402275600000"]
    )

    private static let redirects = Migration(
        281,
        "old addresses are counted",
        [
            "ALTER TABLE old_address ADD COLUMN hits BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE old_address ADD COLUMN hit_at BIGINT",
            "CREATE INDEX old_address_by_target ON old_address (site, target) WHERE target IS NOT NULL",
            "CREATE INDEX old_address_by_hits ON old_address (site, hits, path)",
        ]
    )

    /// Bounded for each site; see `AddressCounts`.
    private static let missing = Migration(
        282,
        "addresses asked for and not found",
        [
            """
            CREATE TABLE missing_address (
                site BIGINT NOT NULL, path TEXT NOT NULL, n BIGINT NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, referrer TEXT,
                is_ignored BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (site, path))
            """,
            "CREATE INDEX missing_address_by_number ON missing_address (site, is_ignored, n, path)",
            "CREATE INDEX missing_address_by_time ON missing_address (site, last_at)",
        ]
    )

    /// `outgoing_link` is the installation's: the same address is asked for once, whoever links to it. `outgoing_use` says who does.
    private static let links = Migration(
        283,
        "links that lead out",
        [
            """
            CREATE TABLE outgoing_link (
                id BIGINT PRIMARY KEY, address TEXT NOT NULL, host TEXT NOT NULL, state TEXT NOT NULL, status BIGINT, target TEXT, reason TEXT,
                failures BIGINT NOT NULL, broken_since BIGINT, checked_at BIGINT, due_at BIGINT NOT NULL, created_at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX outgoing_link_address ON outgoing_link (address)",
            "CREATE INDEX outgoing_link_due ON outgoing_link (due_at, id)",
            "CREATE INDEX outgoing_link_state ON outgoing_link (state, id)",
            "CREATE TABLE outgoing_use (item BIGINT NOT NULL, link BIGINT NOT NULL, site BIGINT NOT NULL, PRIMARY KEY (item, link))",
            "CREATE INDEX outgoing_use_by_link ON outgoing_use (link, site)",
            "CREATE TABLE outgoing_cursor (id BIGINT PRIMARY KEY, seq BIGINT NOT NULL)",
            "INSERT INTO outgoing_cursor (id, seq) VALUES (1, -1)",
            "CREATE TABLE dangerous_host (host TEXT PRIMARY KEY, note TEXT NOT NULL, added_by BIGINT NOT NULL, added_at BIGINT NOT NULL)",
        ]
    )

    private static let batches = Migration(
        284,
        "portals made from a template",
        [
            """
            CREATE TABLE site_batch (
                id BIGINT PRIMARY KEY, template BIGINT NOT NULL, parent BIGINT NOT NULL, person BIGINT NOT NULL, address TEXT NOT NULL,
                agent TEXT NOT NULL, created_at BIGINT NOT NULL, finished_at BIGINT)
            """,
            "CREATE INDEX site_batch_by_parent ON site_batch (parent, id)",
            """
            CREATE TABLE site_batch_line (
                batch BIGINT NOT NULL REFERENCES site_batch (id), line BIGINT NOT NULL, draft TEXT NOT NULL, state TEXT NOT NULL, note TEXT,
                site BIGINT, PRIMARY KEY (batch, line))
            """,
            "CREATE INDEX site_batch_line_by_state ON site_batch_line (batch, state, line)",
        ]
    )

    /// Days are civil days in Việt Nam, counted from 1970.
    private static let days = Migration(
        285,
        "how often items were read on a day",
        [
            "CREATE TABLE item_view_day (site BIGINT NOT NULL, day BIGINT NOT NULL, item BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (site, day, item))",
            "CREATE INDEX item_view_day_by_day ON item_view_day (day)",
        ]
    )

    private static let filters = Migration(
        286,
        "filters people keep",
        [
            """
            CREATE TABLE saved_filter (
                id BIGINT PRIMARY KEY, person BIGINT NOT NULL REFERENCES person (id), name TEXT NOT NULL, address TEXT NOT NULL,
                created_at BIGINT NOT NULL)
            """,
            "CREATE INDEX saved_filter_by_person ON saved_filter (person, id)",
        ]
    )

    private static let uses = Migration(287, "links by portal", ["CREATE INDEX outgoing_use_by_site ON outgoing_use (site, link)"])

    /// See `ReadSums`.
    private static let sums = Migration(
        288,
        "reads added up by portal, day and week",
        [
            "CREATE INDEX item_view_day_by_number ON item_view_day (site, day, n, item)",
            "CREATE TABLE site_view_day (site BIGINT NOT NULL, day BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (site, day))",
            "CREATE TABLE site_view_week (site BIGINT PRIMARY KEY, day BIGINT NOT NULL)",
            "CREATE TABLE item_view_week (site BIGINT NOT NULL, item BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (site, item))",
            "INSERT INTO site_view_day (site, day, n) SELECT site, day, SUM(n) FROM item_view_day GROUP BY site, day",
            "INSERT INTO site_view_week (site, day) SELECT site, MAX(day) FROM item_view_day GROUP BY site",
            """
            INSERT INTO item_view_week (site, item, n) SELECT v.site, v.item, SUM(v.n) FROM item_view_day v
            JOIN site_view_week w ON w.site = v.site WHERE v.day > w.day - 7 GROUP BY v.site, v.item
            """,
            "CREATE INDEX item_view_week_by_number ON item_view_week (site, n, item)",
        ]
    )

    /// Which portals carry which links, under the links' states; see `OutgoingLinks.settle`.
    private static let carried = Migration(
        289,
        "links by state and portal",
        [
            "CREATE TABLE outgoing_carried (state TEXT NOT NULL, link BIGINT NOT NULL, site BIGINT NOT NULL, PRIMARY KEY (state, link, site))",
            "CREATE INDEX outgoing_carried_by_site ON outgoing_carried (site, state, link)",
            "CREATE INDEX outgoing_carried_by_link ON outgoing_carried (link)",
            """
            INSERT INTO outgoing_carried (state, link, site) SELECT DISTINCT l.state, l.id, u.site FROM outgoing_link l
            JOIN outgoing_use u ON u.link = l.id
            """,
            "DROP INDEX outgoing_use_by_link",
            "CREATE INDEX outgoing_use_by_link ON outgoing_use (link, site, item)",
            "CREATE INDEX outgoing_use_newest ON outgoing_use (link, item, site)",
        ]
    )
}
