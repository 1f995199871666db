import Store

/// The tables of the library. Every row belongs to a site, by its own column or its file's.
enum LibraryMigrations {
    static let all: [Migration] = [files, uploads, scans]

    private static let table: [StaticString] = [
        """
        CREATE TABLE library_file (
            id BIGINT PRIMARY KEY, site BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, alt TEXT NOT NULL,
            is_decorative BIGINT NOT NULL, caption TEXT NOT NULL, author TEXT NOT NULL, rights TEXT NOT NULL, tags TEXT NOT NULL,
            focus_x BIGINT NOT NULL, focus_y BIGINT NOT NULL, is_shared BIGINT NOT NULL, is_used BIGINT NOT NULL, lacks_alt BIGINT NOT NULL,
            state TEXT NOT NULL, number BIGINT NOT NULL, asset TEXT, media_type TEXT NOT NULL, bytes BIGINT NOT NULL, width BIGINT, height BIGINT,
            added_by BIGINT, added_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT, deleted_by BIGINT, is_indexed BIGINT NOT NULL,
            version BIGINT NOT NULL)
        """,
        """
        CREATE TABLE library_version (
            file BIGINT NOT NULL REFERENCES library_file (id), number BIGINT NOT NULL, state TEXT NOT NULL, raw TEXT, source TEXT NOT NULL, asset TEXT,
            page TEXT, media_type TEXT NOT NULL, name TEXT NOT NULL, bytes BIGINT NOT NULL, added_by BIGINT, added_at BIGINT NOT NULL, note TEXT NOT NULL,
            problem TEXT, pages BIGINT, text TEXT, PRIMARY KEY (file, number))
        """,
        "CREATE TABLE library_word (site BIGINT NOT NULL, word TEXT NOT NULL, file BIGINT NOT NULL, PRIMARY KEY (site, word, file))",
        // What was there before: one file for each asset, its id from the moment it was stored, so that the newest stays the newest.
        """
        INSERT INTO library_file (id, site, kind, name, title, alt, is_decorative, caption, author, rights, tags, focus_x, focus_y, is_shared, is_used,
            lacks_alt, state, number, asset, media_type, bytes, width, height, added_by, added_at, changed_at, is_indexed, version)
        SELECT (CASE WHEN asset.created_at > 1577836800000 THEN asset.created_at - 1577836800000 ELSE 0 END) * 4194304
                + row_number() OVER (ORDER BY asset.created_at, asset.id),
            asset.site, CASE WHEN media_type LIKE 'image/%' THEN 'picture' WHEN media_type LIKE 'audio/%' THEN 'audio'
                WHEN media_type LIKE 'video/%' THEN 'film' WHEN media_type = 'text/vtt' THEN 'captions' ELSE 'document' END,
            asset.name, asset.name, '', 0, '', '', 'unknown', '', 500, 500, 0,
            CASE WHEN EXISTS (SELECT 1 FROM asset_holder WHERE asset_holder.asset = asset.id) THEN 1 ELSE 0 END,
            CASE WHEN media_type LIKE 'image/%' THEN 1 ELSE 0 END, 'unscanned', 1, asset.id, media_type, asset.bytes, asset.width, asset.height,
            NULL, asset.created_at, asset.created_at, 0, 1
        FROM asset WHERE asset.erased_at IS NULL
        """,
        """
        INSERT INTO library_version (file, number, state, source, asset, media_type, name, bytes, added_at, note)
        SELECT library_file.id, 1, 'unscanned', asset.sha256, asset.id, asset.media_type, asset.name, asset.bytes, asset.created_at, ''
        FROM library_file JOIN asset ON asset.id = library_file.asset
        """,
    ]

    /// Lists are read newest first by what they are asked for; each of these answers one of the questions.
    private static let indexes: [StaticString] = [
        "CREATE INDEX library_by_site ON library_file (site, id) WHERE deleted_at IS NULL",
        "CREATE INDEX library_by_kind ON library_file (site, kind, id) WHERE deleted_at IS NULL",
        "CREATE INDEX library_by_person ON library_file (site, added_by, id) WHERE deleted_at IS NULL",
        "CREATE INDEX library_unused ON library_file (site, id) WHERE is_used = 0 AND deleted_at IS NULL",
        "CREATE INDEX library_lacking ON library_file (site, id) WHERE lacks_alt = 1 AND deleted_at IS NULL",
        "CREATE INDEX library_shared ON library_file (site, id) WHERE is_shared = 1 AND deleted_at IS NULL",
        "CREATE INDEX library_held ON library_file (site, id) WHERE state IN ('waiting', 'infected', 'failed') AND deleted_at IS NULL",
        "CREATE INDEX library_deleted ON library_file (site, id) WHERE deleted_at IS NOT NULL",
        "CREATE INDEX library_gone ON library_file (deleted_at) WHERE deleted_at IS NOT NULL",
        "CREATE INDEX library_unread ON library_file (id) WHERE is_indexed = 0",
        "CREATE INDEX library_by_asset ON library_version (asset)",
        "CREATE INDEX library_by_source ON library_version (source)",
        "CREATE INDEX library_by_raw ON library_version (raw) WHERE raw IS NOT NULL",
        "CREATE INDEX library_waiting ON library_version (file) WHERE state = 'waiting'",
        "CREATE INDEX library_word_of ON library_word (file)",
    ]

    private static let files = Migration(260, "the library's files", table + indexes)

    private static let uploads = Migration(
        261,
        "uploads under way",
        [
            """
            CREATE TABLE library_upload (
                id BIGINT PRIMARY KEY, site BIGINT NOT NULL, person BIGINT NOT NULL, name TEXT NOT NULL, bytes BIGINT NOT NULL, replaces BIGINT,
                note TEXT NOT NULL, created_at BIGINT NOT NULL, touched_at BIGINT NOT NULL)
            """,
            "CREATE INDEX library_upload_person ON library_upload (person)",
            "CREATE INDEX library_upload_touched ON library_upload (touched_at)",
        ]
    )

    /// `looked_at`: when a scanner last looked at a version that was in use already. `withheld`: what it found in an asset; nobody gets its bytes since.
    private static let scans = Migration(
        262,
        "files scanned later",
        [
            "ALTER TABLE library_version ADD COLUMN looked_at BIGINT",
            "ALTER TABLE asset ADD COLUMN withheld TEXT",
            "CREATE INDEX library_unlooked ON library_version (file, number) WHERE state = 'unscanned' AND looked_at IS NULL",
            "CREATE INDEX library_infected ON library_version (looked_at) WHERE state = 'infected'",
            "CREATE INDEX library_unscanned ON library_file (site, id) WHERE state = 'unscanned' AND deleted_at IS NULL",
            "CREATE INDEX asset_withheld ON asset (id) WHERE withheld IS NOT NULL",
        ]
    )
}
