import Casework
import Exchange
import PortalNetwork
import Publishing
import Store
import Triage
import Vietnamese
import Web

/// A row of the table as a line of the screen.
struct CompetenceLine: PageModel {
    let id: String
    let version: Int
    let what: String
    let agency: String
    let basis: String
    let days: String
    let state: String?
    let site: String
    let edit: String

    init(_ entry: CompetenceEntry, _ visit: DeskVisit, _ today: CivilDate, _ path: String) {
        let row = entry.row
        id = "\(entry.id)"
        version = entry.version
        let field = row.field.map { visit.word($0.word) } ?? visit.word("competence.any-field")
        let track = row.track.map { visit.word("triage.track." + $0) }
        let place = row.territory == Territory.nation ? nil : visit.word("competence.in", ["code": row.territory])
        what = [field, track, place].compactMap(\.self).joined(separator: " · ")
        let owner = visit.tree.site(code: row.agency)?.shortName
        agency = owner.map { "\($0) (\(row.agency))" } ?? row.agency
        basis = row.basis
        let from = row.from.text(.numeric)
        days =
            row.until.map { visit.word("competence.days", ["from": from, "until": $0.text(.numeric)]) }
            ?? visit.word("competence.since", ["from": from])
        if let until = row.until, until < today {
            state = visit.word("competence.past")
        } else if row.from > today {
            state = visit.word("competence.coming")
        } else {
            state = row.priority == 0 ? nil : visit.word("competence.priority-is", ["number": "\(row.priority)"])
        }
        site = visit.tree[entry.site]?.shortName ?? ""
        edit = path + "?dong=\(entry.id)#dong"
    }

    static let shape: Shape<CompetenceLine> = [
        .text("id", \.id), .number("version", \.version), .text("what", \.what), .text("agency", \.agency), .text("basis", \.basis),
        .text("days", \.days), .text("state", \.state), .text("site", \.site), .text("edit", \.edit),
    ]
}

/// The form of one row: empty, as it was sent, or with a row that is changed.
struct CompetenceForm: PageModel {
    let id: String?
    let version: Int
    let fields: [Choice]
    let tracks: [Choice]
    let territory: String
    let agency: String
    let basis: String
    let from: String
    let until: String
    let priority: String

    init(_ entry: CompetenceEntry?, given: Bool, _ visit: DeskVisit) {
        func value(_ name: String, _ kept: String?) -> String { given ? visit.form[name] : kept ?? "" }
        let row = entry?.row
        id = entry.map { "\($0.id)" }
        version = given ? Int(visit.form["ban"]) ?? entry?.version ?? 0 : entry?.version ?? 0
        fields = visit.fieldChoices(value("linh-vuc", row?.field?.rawValue), none: visit.word("competence.any-field"))
        let track = value("nhanh", row?.track)
        tracks =
            [Choice(value: "", label: visit.word("competence.any-track"), isChosen: track.isEmpty)]
            + Triage.Track.all.filter { !$0.isRoutedOut }.map { Choice(value: $0.code, label: visit.word($0.word), isChosen: $0.code == track) }
        territory = value("dia-ban", row.map { $0.territory == Territory.nation ? "" : $0.territory })
        agency = value("co-quan", row?.agency)
        basis = value("can-cu", row?.basis)
        from = value("tu", row.map { "\($0.from)" })
        until = value("den", row?.until.map { "\($0)" })
        priority = value("uu-tien", row.flatMap { $0.priority == 0 ? nil : "\($0.priority)" })
    }

    static func row(_ form: FormFields) throws(CompetenceRefusal) -> CompetenceRow {
        guard let from = CivilDate(form["tu"].trimmed) else { throw .from }
        var until: CivilDate?
        if let text = form.text("den") {
            guard let day = CivilDate(text) else { throw .backwards }
            until = day
        }
        guard let priority = form.text("uu-tien").map({ Int($0) }) ?? 0 else { throw .priority }
        return CompetenceRow(
            field: form.text("linh-vuc").map { FieldCode(rawValue: $0) },
            territory: form.text("dia-ban") ?? Territory.nation,
            track: form.text("nhanh"),
            agency: form["co-quan"].trimmed,
            basis: form["can-cu"],
            from: from,
            until: until,
            priority: priority
        )
    }

    static let shape: Shape<CompetenceForm> = [
        .text("row", \.id), .number("rowVersion", \.version), .many("allFields", \.fields), .many("tracks", \.tracks),
        .text("territory", \.territory),
        .text("givenAgency", \.agency), .text("givenBasis", \.basis), .text("from", \.from), .text("until", \.until), .text("priority", \.priority),
    ]
}

/// What a table would do.
struct CompetencePreview: PageModel {
    struct Line: PageModel {
        let number: String
        let text: String

        static let shape: Shape<Line> = [.text("number", \.number), .text("text", \.text)]
    }

    let text: String
    let summary: String
    let lines: [Line]
    let mayTake: Bool

    private static let shown = 200

    init(_ file: CompetenceFile, _ outcome: CompetenceBook.Outcome, _ text: String, _ visit: DeskVisit) {
        self.text = text
        summary = visit.word(
            "competence.would",
            [
                "added": "\(outcome.count(.added))", "changed": "\(outcome.count(.changed))", "known": "\(outcome.count(.known))",
                "removed": "\(outcome.removed)", "refused": "\(file.problems.count)",
            ]
        )
        lines = file.problems.prefix(Self.shown).map { Line(number: "\($0.line)", text: visit.word($0.key, $0.values)) }
        mayTake = file.problems.isEmpty && !outcome.changesNothing && !file.rows.isEmpty
    }

    static let shape: Shape<CompetencePreview> = [.text("summary", \.summary), .many("wrongLines", \.lines), .flag("mayTake", \.mayTake)]
}

struct CompetenceScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let error: String?
    let count: String
    let rows: [CompetenceLine]
    let next: String?
    /// Rows of the portals above, which hold here too.
    let above: [CompetenceLine]
    let form: CompetenceForm
    let sought: String
    let fields: [Choice]
    let isNow: Bool
    let findings: [String]
    let moreFindings: String?
    let table: String
    let replaces: Bool
    let preview: CompetencePreview?

    static let shape: Shape<CompetenceScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("error", \.error), .text("count", \.count),
        .many("rows", \.rows), .text("next", \.next), .many("above", \.above), .one("form", { $0.form }), .text("sought", \.sought),
        .many("fields", \.fields), .flag("now", \.isNow), .texts("findings", \.findings), .text("moreFindings", \.moreFindings),
        .text("table", \.table), .flag("replaces", \.replaces), .one("preview", \.preview),
    ]
}

extension PageTemplate where Model == CompetenceScreen { static var competence: Self { Self("questions.competence", bare: true) } }

/// The table as people's programs open it, and as it can be read back.
enum CompetenceText {
    static func table(_ rows: [[String]]) -> [UInt8] { CSVWriter.table(CompetenceTable.columns, rows) }
}
