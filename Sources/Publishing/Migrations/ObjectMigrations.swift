import Store

/// What the public record needs of editions.
enum ObjectMigrations {
    static let all = [
        Migration(
            291,
            "planned withdrawals that erase",
            ["ALTER TABLE withdrawal_plan ADD COLUMN erases BIGINT NOT NULL DEFAULT 0"]
        ),
        Migration(292, "editions by their commitment", ["CREATE INDEX edition_by_commitment ON edition (content_commitment)"]),
        Migration(
            293,
            "entries about the installation itself",
            ["CREATE INDEX event_of_installation ON event (operation, seq) WHERE operation IN ('release', 'key')"]
        ),
        Migration(
            294,
            "keys that signed the record, in their order",
            ["CREATE TABLE record_signing_key (key_text TEXT PRIMARY KEY, n BIGINT NOT NULL)"]
        ),
        Migration(
            295,
            "pseudonyms of the record",
            [
                """
                CREATE TABLE record_pseudonym (
                    person BIGINT NOT NULL, year BIGINT NOT NULL, code TEXT NOT NULL UNIQUE, PRIMARY KEY (person, year))
                """
            ]
        ),
        Migration(
            296,
            "what entries about no item commit to",
            [
                "CREATE TABLE record_object (commitment TEXT PRIMARY KEY, site BIGINT NOT NULL, part TEXT NOT NULL, bytes BYTEA, seq BIGINT)",
                "CREATE INDEX record_object_by_place ON record_object (site, part, seq)",
            ]
        ),
        Migration(
            298,
            "approvals by passkey",
            [
                "ALTER TABLE approval ADD COLUMN passkey BIGINT",
                "ALTER TABLE approval ADD COLUMN assertion TEXT",
                """
                CREATE TABLE record_key (
                    passkey BIGINT NOT NULL, name TEXT PRIMARY KEY, key TEXT NOT NULL, opened BIGINT, revoked BIGINT)
                """,
                "CREATE UNIQUE INDEX record_key_open ON record_key (passkey) WHERE revoked IS NULL",
                "CREATE TABLE key_rule (site BIGINT NOT NULL, section BIGINT NOT NULL, PRIMARY KEY (site, section))",
            ]
        ),
        Migration(
            299,
            "objects that speak of items",
            [
                "ALTER TABLE record_object ADD COLUMN gone BIGINT",
                "CREATE TABLE record_object_item (item BIGINT NOT NULL, commitment TEXT NOT NULL, PRIMARY KEY (item, commitment))",
            ]
        ),
        Migration(297, "links by their host", ["CREATE INDEX outgoing_link_by_host ON outgoing_link (host, id)"]),
    ]
}
