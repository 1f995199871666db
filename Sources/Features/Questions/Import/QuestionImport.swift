public import Casework
public import Exchange
import Foundation
public import PortalNetwork
public import Publishing
public import Redaction
public import Store
public import Vietnamese

/// Brings a `qa` file into a portal: what was answered becomes items of the kind `question`, what was not becomes cases. One recorded act, in batches, resumable
/// after any interruption; a second run changes nothing.
public struct QuestionImport: Sendable {
    public struct Options: Sendable {
        public var site: Site
        public var language: Language
        /// Where items stand beside their list; nil: in no section.
        public var section: Section?
        /// Sets apart ids of different old systems that come to one portal.
        public var namespace: String
        public var isDryRun: Bool
        public var reason: String
        /// Where the rejects file goes.
        public var folder: String

        public init(
            site: Site,
            language: Language,
            section: Section? = nil,
            namespace: String = "",
            isDryRun: Bool = false,
            reason: String,
            folder: String
        ) {
            self.site = site
            self.language = language
            self.section = section
            self.namespace = namespace
            self.isDryRun = isDryRun
            self.reason = reason
            self.folder = folder
        }
    }

    public struct Summary: Sendable, Hashable, Codable {
        public var read = 0
        /// Answered ones that were published.
        public var imported = 0
        /// Unanswered ones that became cases.
        public var cases = 0
        /// Already there.
        public var skipped = 0
        public var failed = 0
        /// Of the read: question and answer ran together and were taken apart.
        public var split = 0
        /// Of the imported: personal data was taken out, in so many places; and places that are perhaps somebody's and stand as they came, in so many items.
        public var redacted = 0
        public var replaced = 0
        public var perhaps = 0
        /// Of the imported: harmful or hidden markup was left out; decoded from a legacy encoding.
        public var cleaned = 0
        public var decoded = 0
        /// Agencies that the register does not know by that name, or knows several of, with how many lines name them. Items keep the name as it came.
        public var unknownAgencies: [String: Int] = [:]
        /// Keys of lines that no field takes, with how many lines had them.
        public var leftOut: [String: Int] = [:]
        public var rejects: String?
        public var resumedAtLine: Int?
        public var dryRun = false
    }

    let publishing: Publisher
    let casework: Casework
    let tree: SiteTree
    let sections: SectionIndex
    let cleaning: QuestionCleaning
    static let batch = 256

    public init(publishing: Publisher, casework: Casework, tree: SiteTree, sections: SectionIndex, redactor: Redactor) {
        self.publishing = publishing
        self.casework = casework
        self.tree = tree
        self.sections = sections
        cleaning = QuestionCleaning(redactor: redactor)
    }

    /// The two people of the act; `by` does it, `second` confirms it.
    public struct Two: Sendable {
        let by: Casework.By
        let second: Casework.By

        public init(by: Casework.By, confirmedBy second: Casework.By) {
            self.by = by
            self.second = second
        }
    }

    /// Imports one file (`-`: standard input).
    /// - Parameter people: nil only for a trial.
    public func run(_ path: String, _ options: Options, _ people: Two?, progress: (Summary, ByteSource) -> Void = { _, _ in }) async throws -> Summary
    {
        let identity = try SourceIdentity(path: path)
        let source = try ByteSource(path: path)
        var summary = Summary()
        summary.dryRun = options.isDryRun
        var cursor = identity.map { ImportCursor(of: $0) }
        var act: Act?
        if !options.isDryRun {
            guard let people else { throw PublishingRefusal.secondPerson }
            try publishing.allowAct(on: options.site.id, reason: options.reason, by: publisher(people.by), confirmedBy: publisher(people.second))
            if let identity, let begun = try await ImportProgress.find(identity, on: options.site.id, publishing.database) {
                (cursor, act) = (begun.cursor, begun.act)
                summary.resumedAtLine = begun.cursor.line
            }
        }
        let reader = try cursor.map { try $0.reader(source) } ?? LineReader(source)
        let rejects = RejectsFile(of: path, in: options.folder)
        while true {
            var lines: [Line] = []
            while lines.count < Self.batch, let line = try reader.next() { lines.append(line) }
            guard !lines.isEmpty else { break }
            for line in lines { cursor?.advance(past: line) }
            let looked = try await look(at: lines, options, rejects, &summary)
            if !options.isDryRun, let people, !looked.isEmpty || act != nil {
                if act == nil {
                    act = try await publishing.openAct(
                        "import",
                        on: options.site.id,
                        reason: options.reason,
                        by: publisher(people.by),
                        confirmedBy: publisher(people.second)
                    )
                }
                if let act { try await take(looked, options, act, people, cursor, rejects, &summary) }
            } else {
                count(looked, looked.batch.outcome, &summary)
                summary.cases += looked.cases.count
            }
            progress(summary, source)
        }
        if let identity, act != nil { try await ImportProgress.finish(identity, on: options.site.id, publishing.database) }
        summary.rejects = rejects.path
        return summary
    }

    private func publisher(_ by: Casework.By) -> Publisher.By { Publisher.By(by.actor, in: tree) }

    /// Lines that were read and looked at.
    private struct Looked {
        let batch: ImportBatch
        let notes: [Note]
        let cases: [(line: Line, case: Casework.Imported)]
        var isEmpty: Bool { batch.outcome.taken.isEmpty && cases.isEmpty }
    }

    /// What was done to one on the way in.
    private struct Note {
        let line: Line
        let repairs: ForeignText.Repairs
        let replaced: Int
        let perhaps: Int
    }

    /// Reads lines, sets apart what cannot be taken, and makes the rejects durable before anything of the batch is.
    private func look(at lines: [Line], _ options: Options, _ rejects: RejectsFile, _ summary: inout Summary) async throws -> Looked {
        var items: [ImportedItem] = []
        var notes: [Note] = []
        var cases: [(line: Line, case: Casework.Imported)] = []
        var agencies = AgencyMatches(casework)
        func reject(_ line: Line, _ reasons: [RejectsFile.Reason]) throws {
            summary.failed += 1
            try rejects.add(line, reasons)
        }
        for line in lines where !ForeignLine.isBlank(line) {
            summary.read += 1
            do {
                let text = try ForeignLine.text(of: line)
                if ExchangeLine.isMarked(text), let item = try own(text, options) {
                    items.append(item)
                    notes.append(Note(line: line, repairs: [], replaced: 0, perhaps: 0))
                    continue
                }
                let tree = tree
                let today = publishing.clock.now().civilDate
                var record = try QuestionRecord(text, language: options.language, today: today) { tree.site(host: $0) != nil }
                if record.wasSplit { summary.split += 1 }
                for key in record.leftOut { summary.leftOut[key, default: 0] += 1 }
                let agency = try await agencies.match(&record, today: today, &summary)
                if let answer = record.answer {
                    let language = EditionLanguage(rawValue: options.language.rawValue) ?? .vi
                    let cleaned = try cleaning.clean(record, answer: answer, language: language)
                    items.append(try item(record, cleaned, options))
                    notes.append(Note(line: line, repairs: record.repairs, replaced: cleaned.replaced, perhaps: cleaned.perhaps))
                } else {
                    cases.append((line, try imported(record, to: agency, options)))
                }
            } catch let reason as ForeignReason {
                try reject(line, [RejectsFile.Reason(field: reason.field, reason.text)])
            }
        }
        let batch = try await publishing.sift(items, on: options.site.id)
        for refused in batch.outcome.refused {
            let reasons = refused.findings.map { RejectsFile.Reason(field: $0.field, ForeignReason.words($0)) }
            try reject(notes[refused.position].line, reasons)
        }
        for position in batch.outcome.conflicts {
            let reason = "another question with this id is on the portal already; if it is a different one, import with --namespace"
            try reject(notes[position].line, [RejectsFile.Reason(field: "id", reason)])
        }
        let known = try await casework.known(cases.map(\.case), on: options.site)
        let fresh = cases.enumerated().filter { !known.contains($0.offset) }.map(\.element)
        summary.skipped += cases.count - fresh.count
        try rejects.flush()
        return Looked(batch: batch, notes: notes, cases: fresh)
    }

    /// Cases first: each is taken once by its mark, so what was done before a crash is not done again. Then the items, with the cursor in their transaction.
    private func take(
        _ looked: Looked,
        _ options: Options,
        _ act: Act,
        _ people: Two,
        _ cursor: ImportCursor?,
        _ rejects: RejectsFile,
        _ summary: inout Summary
    ) async throws {
        let outcome = try await casework.enter(looked.cases.map(\.case), on: options.site, by: people.by, confirmedBy: people.second)
        summary.cases += outcome.entered
        summary.skipped += outcome.known
        for (position, refusal) in outcome.refused {
            summary.failed += 1
            try rejects.add(looked.cases[position].line, [RejectsFile.Reason(field: nil, Self.words(refusal))])
        }
        try rejects.flush()
        let site = options.site.id
        let published = try await publishing.publish(looked.batch, on: site, under: act, tree: tree) { db in
            if let cursor { try ImportProgress.store(cursor, on: site, act: act, db) }
        }
        count(looked, published, &summary)
    }

    private func count(_ looked: Looked, _ outcome: ImportOutcome, _ summary: inout Summary) {
        summary.imported += outcome.taken.count
        summary.skipped += outcome.skipped
        for position in outcome.taken {
            let note = looked.notes[position]
            if note.repairs.contains(.cleaned) { summary.cleaned += 1 }
            if note.repairs.contains(.decoded) { summary.decoded += 1 }
            if note.replaced > 0 { summary.redacted += 1 }
            if note.perhaps > 0 { summary.perhaps += 1 }
            summary.replaced += note.replaced
        }
    }

    private func item(_ record: QuestionRecord, _ cleaned: QuestionCleaning.Cleaned, _ options: Options) throws -> ImportedItem {
        ImportedItem(
            sourceKey: "qa\n" + options.namespace + "\n" + record.key,
            check: record.question,
            details: AnsweredQuestion(
                title: cleaned.title,
                question: cleaned.question,
                answer: cleaned.answer,
                agency: record.agency,
                field: record.field,
                page: CasePages.pages[0],
                askedOn: record.askedOn,
                answeredOn: record.answeredOn
            ),
            publishedAt: (record.answeredOn ?? record.askedOn).map { VietnamTime.startOfDay($0).adding(seconds: 8 * 3600) }
                .map { min($0, publishing.clock.now()) } ?? publishing.clock.now(),
            language: options.language,
            section: options.section?.id
        )
    }

    private func imported(_ record: QuestionRecord, to agency: AgencyID?, _ options: Options) throws -> Casework.Imported {
        guard let track = casework.tracks["question"] else { throw ForeignReason(field: nil, text: "no track takes questions") }
        let submission = Submission(
            track: track,
            channel: .import,
            language: options.language,
            title: record.title,
            text: record.question,
            wish: .anonymised
        )
        let findings = submission.findings()
        guard findings.isEmpty else {
            throw ForeignReason(field: "question", text: findings.map { "\($0.field.rawValue) \($0.key)" }.joined(separator: ", "))
        }
        return Casework.Imported(submission, came: record.askedOn, agency: agency, key: options.namespace + "\n" + record.key)
    }

    /// A line that this program wrote itself is taken exactly as it stands; nil for a line of another hand.
    private func own(_ text: String, _ options: Options) throws -> ImportedItem? {
        do throws(ExchangeLineFault) {
            return try ExchangeLine.read(text, AnsweredQuestion.exchange, publishing.kinds, in: .init(site: options.site.id, sections: sections))
        } catch  where error.member == nil {
            return nil
        } catch {
            throw ForeignReason(field: error.member, text: error.text)
        }
    }

    private static func words(_ refusal: CaseRefusal) -> String { refusal.key }
}
