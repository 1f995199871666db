import Casework
import PortalNetwork
import Publishing
import Store
import Triage
import Vietnamese
import Web

/// Something the program proposes, with why; `verb` prepares the form of an act, which the officer then sends or does not.
struct SuggestionLine: PageModel {
    let title: String
    let note: String?
    let reasons: [String]
    /// Nil where there is nothing to prepare.
    let verb: String?
    let choice: String
    let field: String
    let words: String
    let label: String

    static let shape: Shape<SuggestionLine> = [
        .text("title", \.title), .text("note", \.note), .texts("reasons", \.reasons), .text("verb", \.verb), .text("choice", \.choice),
        .text("fieldCode", \.field), .text("prepared", \.words), .text("button", \.label),
    ]
}

/// What stands beside an opened letter.
struct SuggestionsView: PageModel {
    let action: String
    let warnings: [SuggestionLine]
    let lines: [SuggestionLine]
    /// What is said where no agency can be named.
    let none: String?

    static let shape: Shape<SuggestionsView> = [
        .text("open", \.action), .many("warnings", \.warnings), .many("lines", \.lines), .text("none", \.none),
    ]
}

/// Puts suggestions into words. Words of the letter stand in them: they are made for the screen of whoever opened it, and go nowhere else.
struct SuggestionMaker {
    let casework: Casework
    let visit: DeskVisit
    let view: CaseView
    /// Where the case is opened, which is where acts are prepared.
    let action: String

    func made(_ found: CaseSuggestions) -> SuggestionsView {
        let lines = found.competent.map { line($0, found) }
        return SuggestionsView(
            action: action,
            warnings: warnings(found),
            lines: lines,
            none: lines.isEmpty ? visit.word(found.isUnclear ? "triage.remark.unclear" : "cases.suggest.none") : nil
        )
    }

    private func line(_ competent: CaseSuggestions.Competent, _ found: CaseSuggestions) -> SuggestionLine {
        let file = view.file
        let isHere = visit.tree[file.desk]?.agency == competent.agency.id
        let isHolder = file.agency == competent.agency.id
        let verb: CaseAct? = isHere ? (view.acts.contains(.accept) ? .accept : nil) : isHolder || !view.acts.contains(.transfer) ? nil : .transfer
        let field = competent.fields.first.map { visit.word($0.word) }
        let because = competent.basis.isEmpty ? "cases.suggest.because-field" : "cases.suggest.because"
        var reasons = competent.reasons.map(visit.text)
        if let old = competent.succeeds { reasons.append(visit.word("cases.suggest.succeeds", ["old": old, "new": competent.agency.name])) }
        return SuggestionLine(
            title: competent.agency.name,
            note: isHere ? visit.word("cases.suggest.here") : isHolder ? visit.word("cases.suggest.holder") : nil,
            reasons: reasons,
            verb: verb?.rawValue,
            choice: "\(competent.agency.id)",
            field: competent.fields.first?.rawValue ?? "",
            words: field.map { visit.word(because, ["field": $0, "basis": competent.basis]) } ?? "",
            label: visit.word(isHere ? "cases.suggest.accept" : "cases.suggest.transfer")
        )
    }

    private func warnings(_ found: CaseSuggestions) -> [SuggestionLine] {
        var lines = found.routedOut.map { way in
            SuggestionLine(
                title: visit.word("cases.suggest.route-out", ["track": visit.word("casework.track." + way.track)]),
                note: way.sentence.isEmpty ? nil : "“\(way.sentence)”",
                reasons: [],
                verb: view.acts.contains(.routeOut) ? CaseAct.routeOut.rawValue : nil,
                choice: way.track,
                field: "",
                words: visit.word("questions.guide." + way.track),
                label: visit.word("cases.suggest.route-out-go")
            )
        }
        if let way = found.track {
            lines.append(
                SuggestionLine(
                    title: visit.word("cases.suggest.track", ["track": visit.word("casework.track." + way.track)]),
                    note: way.sentence.isEmpty ? nil : "“\(way.sentence)”",
                    reasons: [],
                    verb: view.acts.contains(.classify) ? CaseAct.classify.rawValue : nil,
                    choice: way.track,
                    field: found.fields.first?.rawValue ?? "",
                    words: "",
                    label: visit.word("cases.suggest.track-go")
                )
            )
        }
        if found.isMixed {
            let names = found.parts.map { visit.word("casework.track." + $0.track) }.joined(separator: ", ")
            lines.append(
                SuggestionLine(
                    title: visit.word("cases.suggest.mixed", ["tracks": names]),
                    note: visit.word("cases.suggest.mixed-hint"),
                    reasons: [],
                    verb: nil,
                    choice: "",
                    field: "",
                    words: "",
                    label: ""
                )
            )
        }
        return lines
    }
}

extension DeskVisit {
    /// A reason as a sentence.
    func text(_ reason: Reason) -> String {
        word(
            reason.key,
            reason.values.mapValues { value in
                switch value {
                case .text(let text): text
                case .word(let key): word(key)
                }
            }
        )
    }

    /// The fields of administration to choose from; the first is none.
    func fieldChoices(_ chosen: String?, none: String) -> [Choice] {
        [Choice(value: "", label: none, isChosen: (chosen ?? "").isEmpty)]
            + Triage.Field.all.map { Choice(value: $0.code.rawValue, label: word($0.code.word), isChosen: $0.code.rawValue == chosen) }
    }
}
