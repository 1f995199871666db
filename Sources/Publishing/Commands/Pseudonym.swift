import PortalNetwork
import Store
import Vietnamese

/// The names under which people stand in the public record: random, and new ones each year, so that nobody outside can tell who it was, or that two entries of different
/// years are one person's. Who is who stands in this table alone; once its rows are deleted the record says nothing of anybody.
enum Pseudonym {
    static func of(_ people: [PersonID], in year: Int, _ db: any Connection) throws -> [String] {
        try people.map { person in
            if let known = try db.value("SELECT code FROM record_pseudonym WHERE person = \(person) AND year = \(year)", as: String.self) {
                return known
            }
            let code = "e-" + String(UInt64.random(in: .min ... .max), radix: 36)
            try db.execute(
                "INSERT INTO record_pseudonym (person, year, code) VALUES (\(person), \(year), \(code)) ON CONFLICT (person, year) DO NOTHING"
            )
            return try db.value("SELECT code FROM record_pseudonym WHERE person = \(person) AND year = \(year)") ?? code
        }
    }
}
