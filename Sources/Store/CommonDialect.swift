/// The SQL that both engines read alike. One text runs on both; this is what it may contain.
///
/// | purpose | write | never |
/// | --- | --- | --- |
/// | types | `BIGINT`, `TEXT`, `BYTEA`, `DOUBLE PRECISION`; booleans as `BIGINT` 0 and 1 | `INTEGER PRIMARY KEY`, `BOOLEAN`, `STRICT`, `JSONB`, dates |
/// | keys | ids made by the program | `AUTOINCREMENT`, `SERIAL`, `IDENTITY` |
/// | times | epoch milliseconds, civil dates as ISO text, bound from Swift | `now()`, intervals, date functions |
/// | names of rules | `CREATE UNIQUE INDEX name`, `CONSTRAINT name CHECK (…)`: both engines then report the same name | `CONSTRAINT name UNIQUE` (SQLite forgets it) |
/// | new or existing row | `INSERT … ON CONFLICT (key) DO UPDATE SET x = excluded.x`, `DO NOTHING`; after `INSERT … SELECT` write `WHERE true` | `INSERT OR REPLACE` |
/// | rows back | `RETURNING` (in no order) | order without `ORDER BY` |
/// | NULL in an order | `NULLS FIRST`, `NULLS LAST`, or a `NOT NULL` column | the default |
/// | NULL as a value | `x IS NULL` of a column; whether a parameter is NULL is decided in Swift | `$1 IS NULL` (PostgreSQL cannot tell its type) |
/// | a list | `x IN (\(list: values))` | `ANY`, arrays |
/// | the next page | `(at, id) < (\(at), \(id))` | `OFFSET` over long lists |
/// | order of words | `ORDER BY` a `BYTEA` key made in Swift (`Vietnamese`) | order of a `TEXT` that people read |
/// | text in capitals, likeness | columns folded in Swift | `lower`, `upper`, `LIKE` on unfolded text, `ILIKE` |
/// | sums of money, marks | whole numbers; a `SUM` is whole again | division, `round`, `avg` that someone relies on |
/// | joined text | in Swift | `group_concat`, `string_agg` |
/// | JSON | opaque; extracted columns are indexed | operators beyond `->` and `->>` |
/// | a number where the engine wants 32 bits (`substr`) | `CAST(\(n) AS INTEGER)` | a bare parameter |
/// | rows to work on | `\(CommonDialect.forUpdate(on: db.engine))`, `\(CommonDialect.skipLocked(on: db.engine))` at the end of a SELECT | bare `FOR UPDATE` |
///
/// Text compares byte by byte on both engines: `Migrator` gives PostgreSQL's text columns the collation "C" where the database has
/// another. Text never holds U+0000 (PostgreSQL has no room for it); binding one fails on both.
/// A number of a PostgreSQL `SUM` or `COUNT` arrives as an integer where it is whole and fits, else as a real.
public enum CommonDialect {
    /// Locks the selected rows until the transaction ends. SQLite's writer holds the whole database, so nothing is needed there.
    public static func forUpdate(on engine: Engine) -> SQL {
        switch engine {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Locks the selected rows and passes over those another transaction works on: the end of "take up to N jobs".
    /// `SELECT id FROM job WHERE due <= \(now) ORDER BY due LIMIT \(n) \(CommonDialect.skipLocked(on: db.engine))`.
    public static func skipLocked(on engine: Engine) -> SQL {
        switch engine {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }
}
