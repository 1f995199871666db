import PortalNetwork
import Store
import Vietnamese

/// The names under which people stand in the public record: random, and new ones each year, so that nobody outside can tell who it was, or that two entries of different
/// years are one person's. Who is who stands in this table alone; once its rows are deleted the record says nothing of anybody.
enum Pseudonym {
    static func of(_ people: [PersonID], in year: Int, _ db: any Connection) throws -> [String] {
        let known = try all(Set(people), in: year, db)
        return people.compactMap { known[$0] }
    }

    /// The names of many, those that are missing made.
    static func all(_ people: Set<PersonID>, in year: Int, _ db: any Connection) throws -> [PersonID: String] {
        var known: [PersonID: String] = [:]
        for part in people.sorted().parts(of: 400) {
            for row in try db.rows("SELECT person, code FROM record_pseudonym WHERE year = \(year) AND person IN (\(list: part))") {
                known[try row[0]] = try row[1]
            }
        }
        for person in people.subtracting(known.keys).sorted() {
            let code = "e-" + String(UInt64.random(in: .min ... .max), radix: 36)
            try db.execute(
                "INSERT INTO record_pseudonym (person, year, code) VALUES (\(person), \(year), \(code)) ON CONFLICT (person, year) DO NOTHING"
            )
            known[person] = try db.value("SELECT code FROM record_pseudonym WHERE person = \(person) AND year = \(year)") ?? code
        }
        return known
    }
}
