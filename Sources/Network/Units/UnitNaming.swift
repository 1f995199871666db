public import Store
public import Vietnamese

/// A name of a unit and what stands in its place: what proofing holds texts against.
public struct UnitNaming: Sendable, Hashable {
    public let unit: AdminUnit
    /// As in running text ("xã Hải Ninh"), the likeliest first; empty while the name holds, and where no register tells.
    public let successors: [String]

    public init(unit: AdminUnit, successors: [String] = []) { (self.unit, self.successors) = (unit, successors) }
}

extension Units {
    /// Every name that any unit has or had, with its successors of a day. One pass over the whole register: some ten thousand rows.
    public static func namings(on date: CivilDate, in db: any Connection) throws -> [UnitNaming] {
        let units = try db.rows("SELECT \(columns) FROM admin_unit_name ORDER BY level, unit, valid_from").map(unit)
        let steps = try db.rows("SELECT old, new FROM admin_unit_succession ORDER BY old, effective_on, is_default DESC, new")
        var next: [UnitID: [UnitID]] = [:]
        for row in steps { next[try row[0], default: []].append(try row[1]) }
        let tree = UnitTimes(units, next, date)
        return units.map { unit in
            let isPast = unit.validTo.map { $0 < date } ?? false
            return UnitNaming(unit: unit, successors: isPast ? tree.successors(of: unit).map(\.nameInText) : [])
        }
    }
}

/// The register in memory, for following units through time.
private struct UnitTimes {
    private let present: [UnitID: AdminUnit]
    private let next: [UnitID: [UnitID]]
    /// How many of the communes of an old province lie in each of today's.
    private let provinces: [UnitID: [UnitID: Int]]

    init(_ units: [AdminUnit], _ next: [UnitID: [UnitID]], _ date: CivilDate) {
        self.next = next
        let present = Dictionary(units.filter { $0.holds(on: date) }.map { ($0.id, $0) }) { $1 }
        let parents = Dictionary(units.compactMap { unit in unit.parent.map { (unit.id, $0) } }) { $1 }
        var provinces: [UnitID: [UnitID: Int]] = [:]
        for unit in units where unit.level == .commune && present[unit.id] == nil {
            guard let old = Self.province(of: unit.parent, parents), let new = next[unit.id]?.first.flatMap({ present[$0]?.parent }) else { continue }
            provinces[old, default: [:]][new, default: 0] += 1
        }
        (self.present, self.provinces) = (present, provinces)
    }

    private static func province(of parent: UnitID?, _ parents: [UnitID: UnitID]) -> UnitID? {
        var (found, steps) = (parent, 0)
        while let id = found, let above = parents[id], steps < UnitLevel.allCases.count { (found, steps) = (above, steps + 1) }
        return found
    }

    /// Itself under its new name, else those that it led to, else, for a province, that in which most of its communes lie.
    func successors(of unit: AdminUnit) -> [AdminUnit] {
        if let same = present[unit.id] { return [same] }
        var found: [AdminUnit] = []
        var seen: Set<UnitID> = []
        var queue = next[unit.id] ?? []
        while !queue.isEmpty, seen.count < 100 {
            let id = queue.removeFirst()
            guard seen.insert(id).inserted else { continue }
            if let here = present[id] { found.append(here) } else { queue += next[id] ?? [] }
        }
        guard found.isEmpty, unit.level == .province else { return found }
        let most = provinces[unit.id]?.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
        return most.flatMap { present[$0.key] }.map { [$0] } ?? []
    }
}
