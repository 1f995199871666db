import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Vietnamese
import Web

extension PageTemplate {
    static var verify: PageTemplate<VerifyView> { PageTemplate<VerifyView>("record.verify") }
    static var ask: PageTemplate<AskView> { PageTemplate<AskView>("record.ask") }
}

/// The form.
struct AskView: PageModel {
    let typed: String
    let continued: [ContinuedView]
    var isForeign = false
    var isUnknown = false
    /// An item of ours whose id stands in a foreign address.
    var known: Link?

    static let shape: Shape<AskView> = [
        .text("typed", \.typed), .flag("foreign", \.isForeign), .flag("unknown", \.isUnknown), .one("known", \.known),
        .many("continued", \.continued),
    ]
}

/// What the record says of an item.
struct VerifyView: PageModel {
    let id: String
    let site: String
    let steps: [StepView]
    let isCut: Bool
    /// Where the record's newest head is.
    let checkpoint: String
    /// Logs that this record continues.
    let continued: [ContinuedView]
    var isShown = false
    var isWithdrawn = false
    var isErased = false
    /// Taken back before the record began here.
    var isCarried = false
    var title: String?
    var path: String?
    var edition = 0
    var proof: String?
    var reason: String?
    var goneOn: String?
    var entry: EntryView?
    var isSigned = true
    var log: LogView?
    var printed: PrintedView?

    static let shape: Shape<VerifyView> = [
        .text("id", \.id), .text("site", \.site), .many("steps", \.steps), .flag("cut", \.isCut), .flag("shown", \.isShown),
        .flag("withdrawn", \.isWithdrawn), .flag("erased", \.isErased), .flag("carried", \.isCarried), .text("title", \.title), .text("path", \.path),
        .number("edition", \.edition),
        .text("proof", \.proof), .text("reason", \.reason), .text("goneOn", \.goneOn), .one("entry", \.entry), .flag("signed", \.isSigned),
        .one("log", \.log), .one("printed", \.printed), .text("checkpoint", \.checkpoint), .many("continued", \.continued),
    ]
}

/// The log's own head, as far as it stays the same from one head to the next.
struct LogView: PageModel {
    let origin: String
    let key: String?
    let witnesses: Int

    init(_ note: SignedNote, key: String?) {
        origin = String(note.text.prefix { $0 != "\n" })
        self.key = key
        witnesses = Set(note.signatures.map(\.name)).subtracting([origin]).count
    }

    static let shape: Shape<LogView> = [
        .text("origin", \.origin), .text("key", \.key), .text("witnesses") { $0.witnesses > 0 ? "\($0.witnesses)" : nil },
    ]
}

/// Where an entry stands.
struct EntryView: PageModel {
    let index: String
    let leaf: String
    let isSigned: Bool
    let at: String

    init(_ step: ItemHistory.Step, isSigned: Bool, _ visit: Visit) {
        index = "\(step.index)"
        leaf = RecordHash.leaf(step.entry).hex
        self.isSigned = isSigned
        at = DateTexts.long(step.at, visit.language)
    }

    static let shape: Shape<EntryView> = [.text("index", \.index), .text("leaf", \.leaf), .flag("signed", \.isSigned), .text("at", \.at)]
}

/// Which edition a printed page shows.
struct PrintedView: PageModel {
    let index: String
    let edition: String?
    let isNewest: Bool
    /// It stood in a part of the record that was lost.
    let isLost: Bool

    init(_ index: Int64, edition: Int?, isNewest: Bool, isLost: Bool = false) {
        self.isLost = isLost
        self.index = "\(index)"
        self.edition = edition.map { "\($0)" }
        self.isNewest = edition != nil && isNewest
    }

    static let shape: Shape<PrintedView> = [
        .text("index", \.index), .text("edition", \.edition), .flag("newest", \.isNewest), .flag("lost", \.isLost),
    ]
}

/// One thing that was done.
struct StepView: PageModel {
    let what: String
    let edition: String?
    let date: String
    let datetime: String
    let isGone: Bool
    let isCorrection: Bool
    let note: String?
    let reason: String?
    let approvers: String?
    let people: String
    /// Whether keys of the approvers themselves stand behind it, which this portal cannot make.
    let hasKeys: Bool
    let act: String?
    let entry: EntryView
    let proof: String?
    let changes: String?
    let markup: Markup?

    static let shape: Shape<StepView> = [
        .text("what", \.what), .text("edition", \.edition), .text("date", \.date), .text("datetime", \.datetime), .flag("gone", \.isGone),
        .flag("correction", \.isCorrection), .text("note", \.note), .text("reason", \.reason), .text("approvers", \.approvers),
        .text("people", \.people), .flag("keys", \.hasKeys), .text("act", \.act), .one("entry", \.entry), .text("proof", \.proof),
        .text("changes", \.changes),
        .markup("markup", \.markup),
    ]
}

/// Tells entries to people, the newest first.
struct StepMaker {
    let visit: Visit
    /// Where the item is shown.
    let path: String?
    let size: Int64
    /// Beyond this a difference is not worked out for a page that anybody may ask for: the editions themselves can still be fetched.
    private static let greatestBlocks = 2_000

    func steps(_ steps: [ItemHistory.Step]) -> [StepView] {
        var before: (any ContentKind)?
        var views: [StepView] = []
        for step in steps {
            views.append(view(step, before))
            if let details = step.details { before = details }
        }
        return views.reversed()
    }

    private func view(_ step: ItemHistory.Step, _ before: (any ContentKind)?) -> StepView {
        var said: RecordEntry?
        if case .entry(let entry)? = try? RecordEntry.read(step.entry) { said = entry }
        let compared = comparison(step, before)
        let people = said?.by ?? []
        let makesEdition = step.operation.makesEdition
        return StepView(
            what: visit.word("record.did-\(step.operation.rawValue)"),
            edition: makesEdition ? "\(step.edition)" : nil,
            date: DateTexts.long(step.at, visit.language),
            datetime: step.at.rfc3339,
            isGone: step.operation == .withdraw || step.operation == .erase,
            isCorrection: step.operation == .correct,
            note: step.note,
            reason: step.operation == .withdraw ? said?.why.map { visit.word("gone.\($0)") } : nil,
            approvers: people.isEmpty ? nil : people.joined(separator: ", "),
            people: "\(people.count)",
            hasKeys: said?.att != nil,
            act: said?.act,
            entry: EntryView(step, isSigned: step.index < size, visit),
            proof: makesEdition ? path.map { "\($0)\(PublicAddress.proofEnding)?ed=\(step.edition)" } : nil,
            changes: compared?.summary,
            markup: compared?.markup
        )
    }

    private func comparison(_ step: ItemHistory.Step, _ before: (any ContentKind)?) -> (summary: String, markup: Markup)? {
        guard let old = before.map({ RichText($0.publicBlocks) }), let new = step.details.map({ RichText($0.publicBlocks) }),
            old.blocks.count + new.blocks.count <= Self.greatestBlocks
        else { return nil }
        let comparison = Comparison(from: old, to: new)
        guard comparison.isChanged else { return nil }
        let summary = visit.word(
            "record.changes",
            ["inserted": "\(comparison.summary.wordsInserted)", "deleted": "\(comparison.summary.wordsDeleted)"]
        )
        return (summary, ComparisonWriter { visit.word($0, $1) }.markup(of: comparison))
    }
}
