import Store

/// What the public record needs of editions.
enum ObjectMigrations {
    static let all = [
        Migration(292, "editions by their commitment", ["CREATE INDEX edition_by_commitment ON edition (content_commitment)"]),
        Migration(
            293,
            "entries about the installation itself",
            ["CREATE INDEX event_of_installation ON event (operation, seq) WHERE operation IN ('release', 'key')"]
        ),
        Migration(
            294,
            "keys that signed the record, in their order",
            ["CREATE TABLE record_key (key_text TEXT PRIMARY KEY, n BIGINT NOT NULL)"]
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
    ]
}
