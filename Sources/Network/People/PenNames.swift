public import Store
import Vietnamese

/// A pen name: what a public address names an author by, so that nothing leads from it to the person.
public struct PenNameID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

extension People {
    /// Enters a pen name (*bút danh*). One name means one person: "Hòa Bình" and "Hoà Bình" are the same name.
    public static func addPenName(_ name: String, for person: PersonID, id: PenNameID, in db: any Connection) throws {
        let name = plainLine(name)
        guard !name.isEmpty else { throw PeopleRefusal.penNameMissing }
        guard name.count <= nameLimit else { throw PeopleRefusal.nameTooLong(limit: nameLimit) }
        _ = try self.person(person, in: db)
        let added = try db.execute(
            """
            INSERT INTO pen_name (name_key, id, name, person) VALUES (\(toneNormalised(name)), \(id), \(name), \(person))
            ON CONFLICT (name_key) DO NOTHING
            """
        )
        guard added == 1 else { throw PeopleRefusal.penNameTaken(name) }
    }

    public static func removePenName(_ name: String, from person: PersonID, in db: any Connection) throws {
        let key = toneNormalised(plainLine(name))
        guard try db.execute("DELETE FROM pen_name WHERE name_key = \(key) AND person = \(person)") == 1 else {
            throw PeopleRefusal.penNameUnknown(name)
        }
    }

    /// In dictionary order.
    public static func penNames(of person: PersonID, in db: any Connection) throws -> [String] {
        try db.column("SELECT name FROM pen_name WHERE person = \(person)", as: String.self)
            .map { (key: collationKey($0), name: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.name)
    }

    /// The ids of those of these names that are registered, by the name without differences of tone marks' places.
    public static func penNames(among names: [String], in db: any Connection) throws -> [String: PenNameID] {
        let keys = Array(Set(names.prefix(200).map { toneNormalised(plainLine($0)) })).sorted()
        guard !keys.isEmpty else { return [:] }
        let rows = try db.rows("SELECT name_key, id FROM pen_name WHERE name_key IN (\(list: keys))")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0[0] as String, try $0[1] as PenNameID) })
    }

    /// Who writes under a name; nil if nobody does.
    public static func find(penName name: String, in db: any Connection) throws -> PersonID? {
        try db.value("SELECT person FROM pen_name WHERE name_key = \(toneNormalised(plainLine(name)))")
    }
}
