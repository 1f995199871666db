public import Vietnamese

/// Who is competent, looked up at a date. A value: built once from its rows, then only read.
public struct CompetenceTable: Sendable {
    public let rows: [CompetenceRow]
    private let byKey: [Key: [Int]]

    struct Key: Hashable {
        let field: FieldCode?
        let territory: String
        let track: String?
    }

    public init(_ rows: [CompetenceRow]) {
        self.rows = rows
        byKey = Dictionary(grouping: rows.indices) { Key(field: rows[$0].field, territory: rows[$0].territory, track: rows[$0].track) }
    }

    /// A row that holds, with the agency it names for the place.
    public struct Hit: Sendable, Hashable {
        public let row: CompetenceRow
        public let agency: String
        /// The index of the row in the table, from 0.
        public let index: Int
    }

    /// The competent agencies of one look-up, the decisive row first.
    ///
    /// What decides, in this order: higher priority; a row of the field before one of any field; the nearer table; the smaller territory before the larger; a
    /// row of the track before one of any track; the later first day; the earlier line. An agency is named once.
    public func competent(field: FieldCode?, in place: Territory, track: String?, on date: CivilDate) -> [Hit] {
        var found: [(rank: Rank, hit: Hit)] = []
        for field in Set([field, nil]) {
            for (depth, territory) in place.inherited.enumerated() {
                for track in Set([track, nil]) {
                    for index in byKey[Key(field: field, territory: territory, track: track)] ?? [] where rows[index].holds(on: date) {
                        guard let agency = rows[index].agency(in: place) else { continue }
                        let row = rows[index]
                        let rank = Rank(
                            breadth: [row.priority, field == nil ? 0 : 1, row.nearness, -depth, track == nil ? 0 : 1],
                            from: row.from,
                            place: -index
                        )
                        found.append((rank, Hit(row: row, agency: agency, index: index)))
                    }
                }
            }
        }
        found.sort { $1.rank < $0.rank }
        var seen: Set<String> = []
        return found.map(\.hit).filter { seen.insert($0.agency).inserted }
    }

    private struct Rank: Comparable {
        let breadth: [Int]
        let from: CivilDate
        let place: Int

        static func < (a: Rank, b: Rank) -> Bool {
            if a.breadth != b.breadth { return a.breadth.lexicographicallyPrecedes(b.breadth) }
            return (a.from, a.place) < (b.from, b.place)
        }
    }
}
