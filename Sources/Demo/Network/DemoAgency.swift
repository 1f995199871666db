/// A body of the second or third level of the invented province.
public struct DemoAgency: Sendable, Hashable {
    public let code: String
    /// The department above a public unit; nil for the departments themselves.
    public let parent: String?
    public let traits: [String]
    public let name: String
    public let shortName: String
    public let englishName: String?

    public static let departments = read(departmentTable)
    public static let publicUnits = read(publicUnitTable)

    /// A row is: code, parent or `-`, traits, name, short name, English name or `-`.
    private static func read(_ table: String) -> [DemoAgency] {
        table.split(separator: "\n").compactMap { row in
            let cells = row.split(separator: "|").map { String($0).trimmedSpaces }
            guard cells.count == 6 else { return nil }
            return DemoAgency(
                code: cells[0],
                parent: cells[1] == "-" ? nil : cells[1],
                traits: cells[2].split(separator: " ").map(String.init),
                name: cells[3],
                shortName: cells[4],
                englishName: cells[5] == "-" ? nil : cells[5]
            )
        }
    }
}
