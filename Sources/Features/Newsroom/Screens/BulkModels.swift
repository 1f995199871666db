import Publishing
import Web

/// What a deed must be told before it is done.
struct BulkAsks: PageModel {
    let deed: BulkDeed.Name

    init(_ deed: BulkDeed.Name) { self.deed = deed }

    static let shape: Shape<BulkAsks> = [
        .flag("reason") { $0.deed == .sendBack }, .flag("withdrawal") { $0.deed == .withdraw }, .flag("section") { $0.deed == .move },
        .flag("tag") { $0.deed == .addTag || $0.deed == .removeTag }, .flag("person") { $0.deed == .assign },
        .flag("moment") { $0.deed == .schedule }, .flag("approval") { $0.deed == .approve },
    ]
}

/// A row, and what became of it.
struct BulkLine: PageModel {
    let line: WorkLine
    let said: String?
    let tone: String

    static let shape: Shape<BulkLine> = [.one("line", \.line), .text("said", \.said), .text("tone", \.tone)]
}

struct BulkScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let back: String
    let deed: String
    let heading: String
    let hint: String
    let asks: BulkAsks
    let rows: [BulkLine]
    let sections: [Choice]
    let codes: [Choice]
    let people: [Choice]
    let typed: String
    let tag: String
    let day: String
    let time: String
    let error: String?

    static let shape: Shape<BulkScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("back", \.back), .text("deed", \.deed), .text("heading", \.heading),
        .text("hint", \.hint), .one("asks", \.asks), .many("rows", \.rows), .many("sections", \.sections), .many("codes", \.codes),
        .many("people", \.people), .text("typed", \.typed), .text("givenTag", \.tag), .text("day", \.day), .text("time", \.time),
        .text("error", \.error),
    ]
}

struct BulkDoneScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let heading: String
    let summary: String
    let rows: [BulkLine]
    let undo: String?
    let until: String
    let isUndone: Bool
    let error: String?

    static let shape: Shape<BulkDoneScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("heading", \.heading), .text("summary", \.summary), .many("rows", \.rows),
        .text("undo", \.undo), .text("until", \.until), .flag("undone", \.isUndone), .text("error", \.error),
    ]
}

extension PageTemplate where Model == BulkScreen { static var bulk: Self { Self("newsroom.bulk", bare: true) } }
extension PageTemplate where Model == BulkDoneScreen { static var bulkDone: Self { Self("newsroom.bulk-done", bare: true) } }
