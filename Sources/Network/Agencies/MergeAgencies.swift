public import Store
public import Vietnamese

extension Agencies {
    /// Merges agencies on a day into one that exists on it: one of them that goes on, or another (add or rename it first).
    /// The others end the day before.
    public static func merge(_ old: [AgencyID], into new: AgencyID, on date: CivilDate, in db: any Connection) throws {
        let ending = old.filter { $0 != new }
        guard Set(old).count == old.count else { throw AgencyRefusal.sameTwice }
        guard !ending.isEmpty else { throw AgencyRefusal.tooFew }
        try NetworkVersion.raise(in: db)
        guard try agency(new, on: date, in: db) != nil else { throw AgencyRefusal.unknown }
        for id in ending {
            try end(id, before: date, in: db)
            try follow(from: id, to: new, .merged, on: date, in: db)
        }
    }

    /// Divides an agency on a day among others that exist on it. It ends the day before, unless it is itself among them.
    public static func divide(_ old: AgencyID, among new: [AgencyID], on date: CivilDate, in db: any Connection) throws {
        guard Set(new).count == new.count else { throw AgencyRefusal.sameTwice }
        guard new.count > 1 else { throw AgencyRefusal.tooFew }
        try NetworkVersion.raise(in: db)
        guard try agency(old, on: date.adding(days: -1), in: db) != nil else { throw AgencyRefusal.unknown }
        if !new.contains(old) { try end(old, before: date, in: db) }
        for id in new where id != old {
            guard try agency(id, on: date, in: db) != nil else { throw AgencyRefusal.unknown }
            try follow(from: old, to: id, .divided, on: date, in: db)
        }
    }

    private static func follow(
        from old: AgencyID,
        to new: AgencyID,
        _ kind: AgencySuccession.Kind,
        on date: CivilDate,
        in db: any Connection
    ) throws {
        try db.execute(
            "INSERT INTO agency_succession (old, new, kind, effective_on) VALUES (\(old), \(new), \(kind), \(date)) ON CONFLICT DO NOTHING"
        )
    }
}
