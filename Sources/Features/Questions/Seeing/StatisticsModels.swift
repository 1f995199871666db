import Web

/// A row of the public figures: finished texts.
struct StatisticsRow: PageModel {
    let name: String
    let cells: [String]

    static let shape: Shape<StatisticsRow> = [.text("name", \.name), .texts("cells", \.cells)]
}

struct StatisticsTable: PageModel {
    let id: String
    let title: String
    let column: String
    let rows: [StatisticsRow]

    static let shape: Shape<StatisticsTable> = [.text("id", \.id), .text("title", \.title), .text("column", \.column), .many("rows", \.rows)]
}

/// The month in numbers, for everybody.
struct StatisticsView: PageModel {
    let title: String
    let month: String
    /// When the numbers were so.
    let at: String
    let columns: [String]
    let tables: [StatisticsTable]
    let ages: StatisticsTable?
    /// Too few cases to tell of.
    let isTooFew: Bool
    let rule: String
    let csv: String
    let back: [Link]
    let previous: Link?
    let next: Link?

    static let shape: Shape<StatisticsView> = [
        .text("title", \.title), .text("month", \.month), .text("at", \.at), .texts("columns", \.columns), .many("tables", \.tables),
        .one("ages", \.ages),
        .flag("tooFew", \.isTooFew), .text("rule", \.rule), .text("csv", \.csv), .many("back", \.back), .one("previous", \.previous),
        .one("next", \.next),
    ]
}

extension PageTemplate where Model == StatisticsView { static var statistics: Self { Self("questions.statistics") } }
