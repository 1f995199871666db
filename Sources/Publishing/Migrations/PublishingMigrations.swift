import Notary
public import Store

/// The tables of publishing. BYTEA is what PostgreSQL calls it; SQLite keeps blobs as they are whatever the column's type.
/// Every row belongs to a site, by its item or its own column; `act`, `job` and the heads belong to the installation.
public enum PublishingMigrations {
    public static let all: [Migration] =
        [sections, items, record, lists, work, holders, touched, following, sitemaps, tombstones, filesByContent]
        + WorkingMigrations.all + LibraryMigrations.all + PortalMigrations.all + RecordMigrations.all + ObjectMigrations.all

    private static let sections = Migration(
        200,
        "sections",
        [
            """
            CREATE TABLE section (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL, code TEXT NOT NULL, parent BIGINT REFERENCES section (id), kind TEXT NOT NULL,
                name TEXT NOT NULL, summary TEXT, position BIGINT NOT NULL, approvals BIGINT NOT NULL, opens_on TEXT, closes_on TEXT, banner TEXT,
                version BIGINT NOT NULL, UNIQUE (site, code))
            """
        ]
    )

    private static let items = Migration(
        201,
        "items, revisions, editions, links",
        [
            """
            CREATE TABLE item (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL, kind TEXT NOT NULL, lang TEXT NOT NULL, section BIGINT REFERENCES section (id),
                stage TEXT NOT NULL, presence TEXT NOT NULL, author BIGINT NOT NULL, approvals_needed BIGINT NOT NULL, due_at BIGINT,
                revision BIGINT NOT NULL, edition BIGINT NOT NULL, published_at BIGINT, updated_at BIGINT, last_seq BIGINT NOT NULL, card BYTEA,
                withdrawn_code TEXT, withdrawn_at BIGINT, withdrawn_note BYTEA, successor BIGINT, source_key TEXT, source_check TEXT, created_at BIGINT NOT NULL,
                version BIGINT NOT NULL)
            """,
            "CREATE INDEX item_by_site ON item (site, kind, stage)",
            "CREATE INDEX item_by_section ON item (section)",
            "CREATE UNIQUE INDEX item_by_source ON item (site, source_key) WHERE source_key IS NOT NULL",
            """
            CREATE TABLE revision (
                item BIGINT NOT NULL REFERENCES item (id), number BIGINT NOT NULL, author BIGINT NOT NULL, at BIGINT NOT NULL, reason TEXT,
                sealed BYTEA, PRIMARY KEY (item, number))
            """,
            """
            CREATE TABLE edition (
                item BIGINT NOT NULL REFERENCES item (id), number BIGINT NOT NULL, revision BIGINT NOT NULL, operation TEXT NOT NULL,
                at BIGINT NOT NULL, seq BIGINT NOT NULL, content_commitment TEXT NOT NULL, text_commitment TEXT NOT NULL, kib BIGINT NOT NULL,
                sealed BYTEA, PRIMARY KEY (item, number))
            """,
            """
            CREATE TABLE approval (
                item BIGINT NOT NULL REFERENCES item (id), step BIGINT NOT NULL, person BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (item, step))
            """,
            """
            CREATE TABLE link (
                source BIGINT NOT NULL REFERENCES item (id), type TEXT NOT NULL, target BIGINT NOT NULL, position BIGINT NOT NULL,
                PRIMARY KEY (source, type, target))
            """,
            "CREATE INDEX link_by_target ON link (target, type)",
        ]
    )

    private static let record = Migration(
        202,
        "acts and entries",
        [
            """
            CREATE TABLE act (
                id BIGINT PRIMARY KEY, kind TEXT NOT NULL, site BIGINT NOT NULL, actor BIGINT NOT NULL, confirmed_by BIGINT NOT NULL,
                reason TEXT NOT NULL, at BIGINT NOT NULL)
            """,
            """
            CREATE TABLE event (
                seq BIGINT PRIMARY KEY, at BIGINT NOT NULL, operation TEXT NOT NULL, site BIGINT NOT NULL, item BIGINT, edition BIGINT NOT NULL,
                entry TEXT NOT NULL, act BIGINT)
            """,
            "CREATE INDEX event_by_item ON event (item)",
            "CREATE TABLE event_head (id BIGINT PRIMARY KEY, seq BIGINT NOT NULL)",
            "INSERT INTO event_head (id, seq) VALUES (1, -1)",
            "CREATE TABLE installation (id BIGINT PRIMARY KEY, origin TEXT NOT NULL)",
        ]
    )

    private static let lists = Migration(
        203,
        "projections: cursors, lists, redirects",
        [
            "CREATE TABLE projection_cursor (name TEXT PRIMARY KEY, seq BIGINT NOT NULL, version BIGINT NOT NULL)",
            """
            CREATE TABLE listing (
                site BIGINT NOT NULL, list TEXT NOT NULL, published_at BIGINT NOT NULL, item BIGINT NOT NULL,
                PRIMARY KEY (site, list, published_at, item))
            """,
            "CREATE INDEX listing_by_item ON listing (item)",
            "CREATE TABLE listing_count (site BIGINT NOT NULL, list TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (site, list))",
            "CREATE TABLE list_name (site BIGINT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (site, list))",
            "CREATE TABLE asset_use (asset TEXT NOT NULL, item BIGINT NOT NULL, PRIMARY KEY (asset, item))",
            "CREATE INDEX asset_use_by_item ON asset_use (item)",
            """
            CREATE TABLE asset (
                id TEXT PRIMARY KEY, site BIGINT NOT NULL, sha256 TEXT NOT NULL, salt BYTEA NOT NULL, media_type TEXT NOT NULL, name TEXT NOT NULL,
                bytes BIGINT NOT NULL, width BIGINT, height BIGINT, created_at BIGINT NOT NULL, erased_at BIGINT)
            """,
            "CREATE UNIQUE INDEX asset_by_content ON asset (site, sha256)",
            """
            CREATE TABLE old_address (
                site BIGINT NOT NULL, path TEXT NOT NULL, item BIGINT, target TEXT, created_at BIGINT NOT NULL, PRIMARY KEY (site, path))
            """,
            "CREATE TABLE featured (site BIGINT NOT NULL, slot BIGINT NOT NULL, item BIGINT NOT NULL, PRIMARY KEY (site, slot))",
            "CREATE TABLE item_view (item BIGINT PRIMARY KEY, n BIGINT NOT NULL)",
        ]
    )

    private static let work = Migration(
        204,
        "durable jobs and import cursors",
        [
            """
            CREATE TABLE job (
                id BIGINT PRIMARY KEY, name TEXT NOT NULL, payload TEXT NOT NULL, effect TEXT NOT NULL, run_at BIGINT NOT NULL, state TEXT NOT NULL,
                attempts BIGINT NOT NULL, lease_until BIGINT, lease_owner BIGINT, last_error TEXT, created_at BIGINT NOT NULL, finished_at BIGINT)
            """,
            "CREATE UNIQUE INDEX job_effect ON job (effect)",
            "CREATE INDEX job_due ON job (state, run_at)",
            "CREATE TABLE import_cursor (site BIGINT NOT NULL, source TEXT NOT NULL, cursor TEXT NOT NULL, act BIGINT NOT NULL, PRIMARY KEY (site, source))",
        ]
    )

    /// Unlike `asset_use`, which knows what readers see now, this knows drafts and withdrawn items too: it says whether a file may be destroyed.
    private static let holders = Migration(
        205,
        "which items hold a file",
        [
            "CREATE TABLE asset_holder (asset TEXT NOT NULL, item BIGINT NOT NULL, PRIMARY KEY (asset, item))",
            "CREATE INDEX asset_holder_by_item ON asset_holder (item)",
            "INSERT INTO asset_holder (asset, item) SELECT asset, item FROM asset_use",
        ]
    )

    /// By which page caches learn which lists are not what they were.
    private static let touched = Migration(
        206,
        "the event that last changed a list",
        ["ALTER TABLE listing_count ADD COLUMN seq BIGINT NOT NULL DEFAULT -1", "CREATE INDEX listing_count_by_seq ON listing_count (seq)"]
    )

    /// What was withdrawn or erased on a portal before it came to this installation.
    private static let tombstones = Migration(
        220,
        "what was gone before it came here",
        [
            """
            CREATE TABLE tombstone (
                item BIGINT PRIMARY KEY, site BIGINT NOT NULL, code TEXT, withdrawn_at BIGINT, note BYTEA, successor BIGINT)
            """,
            "CREATE INDEX tombstone_by_site ON tombstone (site, item)",
        ]
    )

    /// By which what was made of a file finds out that the file is no more.
    private static let filesByContent = Migration(221, "files by their content", ["CREATE INDEX asset_by_hash ON asset (sha256)"])
}
