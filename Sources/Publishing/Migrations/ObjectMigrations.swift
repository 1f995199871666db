import Store

/// What the public record needs of editions.
enum ObjectMigrations {
    static let all = [
        Migration(292, "editions by their commitment", ["CREATE INDEX edition_by_commitment ON edition (content_commitment)"]),
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
