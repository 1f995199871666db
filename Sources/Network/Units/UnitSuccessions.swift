public import Store
public import Vietnamese

extension Units {
    /// What came directly out of a unit: of several the default first.
    public static func successors(of id: UnitID, in db: any Connection) throws -> [UnitSuccession] {
        try db.rows(
            """
            SELECT old, new, effective_on, kind, is_default FROM admin_unit_succession
            WHERE old = \(id) ORDER BY effective_on, is_default DESC, new
            """
        ).map(succession)
    }

    /// What a unit came directly out of.
    public static func predecessors(of id: UnitID, in db: any Connection) throws -> [UnitSuccession] {
        try db.rows(
            """
            SELECT old, new, effective_on, kind, is_default FROM admin_unit_succession
            WHERE new = \(id) ORDER BY effective_on, old
            """
        ).map(succession)
    }

    /// "What is this today?": the units that stand on a day in the place of a unit of an earlier day, itself included while it exists.
    ///
    /// Successions are followed all the way; a district, which has no successor of its own, is answered with those of its communes.
    /// The default comes first, then dictionary order.
    public static func present(of id: UnitID, on date: CivilDate, in db: any Connection) throws -> [UnitPresent] {
        var found: [UnitID: UnitPresent] = [:]
        var seen: Set<UnitID> = []
        var queue: [(id: UnitID, isDefault: Bool)] = [(id, true)]
        while let next = queue.popLast() {
            guard seen.insert(next.id).inserted else { continue }
            if let unit = try unit(next.id, on: date, in: db) {
                found[next.id] = UnitPresent(unit: unit, isDefault: next.isDefault)
            }
            let steps = try successors(of: next.id, in: db).filter { $0.date <= date && $0.new != next.id }
            queue += steps.map { ($0.new, next.isDefault && $0.isDefault) }
            if steps.isEmpty, found[next.id] == nil { queue += try parts(of: next.id, in: db).map { ($0, false) } }
        }
        let keyed = found.values.map { (key: collationKey($0.unit.name), present: $0) }
        return keyed.sorted { a, b in
            if a.present.isDefault != b.present.isDefault { return a.present.isDefault }
            return a.key == b.key ? a.present.unit.code < b.present.unit.code : a.key.lexicographicallyPrecedes(b.key)
        }.map(\.present)
    }

    /// The units that lay in one on its last day.
    private static func parts(of id: UnitID, in db: any Connection) throws -> [UnitID] {
        guard let last = try history(of: id, in: db).last?.validTo else { return [] }
        return try children(of: id, on: last, in: db).map(\.id)
    }

    private static func succession(_ row: Row) throws -> UnitSuccession {
        UnitSuccession(old: try row[0], new: try row[1], date: try row[2], kind: try row[3], isDefault: try row[4])
    }
}

/// A unit that stands in the place of an earlier one.
public struct UnitPresent: Sendable, Hashable {
    public let unit: AdminUnit
    /// Whether to take it where nothing more is known of a place.
    public let isDefault: Bool
}
