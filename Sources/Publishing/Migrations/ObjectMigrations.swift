import Store

/// What the public record needs of editions.
enum ObjectMigrations {
    static let all = [
        Migration(292, "editions by their commitment", ["CREATE INDEX edition_by_commitment ON edition (content_commitment)"])
    ]
}
