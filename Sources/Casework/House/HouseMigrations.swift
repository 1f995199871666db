import Store

extension CaseworkMigrations {
    /// `reckoned`: open cases up to this one have the deadline that the rules give now; null: all of them.
    static let house = Migration(
        330,
        "house rules, confirmed years",
        [
            "CREATE TABLE house_rules (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, reckoned BIGINT)",
            "INSERT INTO house_rules (id, version, reckoned) VALUES (1, 0, NULL)",
            "CREATE TABLE house_rule_file (name TEXT NOT NULL PRIMARY KEY, tenant TEXT NOT NULL, text TEXT NOT NULL, changed_at BIGINT NOT NULL)",
            "CREATE TABLE confirmed_year (year BIGINT NOT NULL PRIMARY KEY, text TEXT NOT NULL, changed_at BIGINT NOT NULL)",
        ]
    )
}
