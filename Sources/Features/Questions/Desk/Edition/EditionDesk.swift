import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import Redaction
import Store
import Vietnamese
import Web

/// The room in which an answered case becomes something everybody may read: first what is left out, then the texts, then a draft that goes the way of all drafts.
struct EditionDesk {
    let casework: Casework
    let publishing: Publisher
    let redactor: Redactor
    let cases: CasesDesk

    /// A letter of 20,000 characters and an answer of as many, in percent escapes.
    static let largest = 1 << 20

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/:case/ban-cong-khai"
        routes.on(.post, path, takes: .form(upTo: Self.largest)) { (context: May<ReadCases>) in try await choose(context, desk) }
        routes.on(.post, path + "/van-ban", takes: .form(upTo: Self.largest)) { (context: May<ReadCases>) in try await goOver(context, desk) }
        routes.on(.post, path + "/luu", takes: .form(upTo: Self.largest)) { (context: May<ReadCases>) in try await keep(context, desk) }
    }

    /// The case with its text open, which is noted, where a public edition may be made of it.
    private func open(_ context: May<ReadCases>) async throws -> (view: CaseView, original: CaseOriginal, answer: CaseNote) {
        let view = try await cases.view(context, opens: true)
        guard view.acts.contains(.publish), var original = view.original, let answer = view.answer else { throw PageError.notFound }
        // What was taken out of the letter is no part of what becomes public of it.
        original.text = view.rest ?? original.text
        return (view, original, answer)
    }

    private func texts(_ context: May<ReadCases>, ticked: Set<String>?) async throws -> (view: CaseView, texts: EditionTexts, answer: CaseNote) {
        let (view, original, answer) = try await open(context)
        return (view, EditionTexts(original, answer: answer.text, wish: view.file.wish, redactor: redactor, ticked: ticked), answer)
    }

    private func ticked(_ visit: DeskVisit) -> Set<String> { Set(visit.form.names(after: "bo.")) }

    private func here(_ context: May<ReadCases>, _ view: CaseView) -> String { CasesDesk.path(context.site) + "/\(view.file.id)" }

    private func choose(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let (view, texts, _) = try await texts(context, ticked: nil)
        let numbered = Dictionary(uniqueKeysWithValues: texts.proposals.enumerated().map { (EditionTexts.key($1), $0 + 1) })
        let parts = EditionTexts.Part.allCases.map { part in
            let proposals = texts.proposals.filter { $0.field == part.rawValue }
            return EditionPart(
                label: visit.word("cases.edition." + part.field),
                pieces: pieces(of: texts.letter.fields[part.rawValue].text, proposals, numbered),
                proposals: proposals.map { proposal in
                    EditionProposal(
                        key: EditionTexts.key(proposal),
                        number: "\(numbered[EditionTexts.key(proposal)] ?? 0)",
                        quote: proposal.quote,
                        replacement: proposal.replacement,
                        kind: visit.word(proposal.kind.key),
                        reason: visit.word(proposal.reason.key),
                        confidence: visit.word(proposal.confidence.key),
                        isTicked: texts.accepted.contains(proposal)
                    )
                }
            )
        }
        let screen = EditionScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.edition"), current: "cases"),
            back: here(context, view),
            code: "\(view.file.code)",
            wish: visit.word("casework.wish." + view.file.wish.rawValue),
            action: here(context, view) + "/ban-cong-khai/van-ban",
            version: view.file.version,
            parts: parts
        )
        return try .page(.edition, screen, visit)
    }

    /// The text with the places of proposals marked and numbered.
    private func pieces(of text: String, _ proposals: [Proposal], _ numbers: [String: Int]) -> [EditionPiece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [EditionPiece] = []
        var place = 0
        func add(_ range: Range<Int>, _ number: Int?) {
            guard !range.isEmpty else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            pieces.append(EditionPiece(text: String(view), number: number.map { "\($0)" }))
        }
        for proposal in proposals where proposal.range.lowerBound >= place && proposal.range.upperBound <= scalars.count {
            add(place..<proposal.range.lowerBound, nil)
            add(proposal.range, numbers[EditionTexts.key(proposal)] ?? 0)
            place = proposal.range.upperBound
        }
        add(place..<scalars.count, nil)
        return pieces
    }

    private func goOver(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let (view, texts, _) = try await texts(context, ticked: ticked(context.visit))
        let edition = texts.edition(redactor)
        let proposed = Dictionary(uniqueKeysWithValues: EditionTexts.Part.allCases.map { ($0, edition.fields[$0.rawValue].text) })
        let leaks = texts.leaks(in: proposed, asker: texts.asker, redactor)
        return try screen(context, desk, view, texts, proposed, asker: texts.asker, leaks, error: nil)
    }

    private func keep(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let (view, texts, answer) = try await texts(context, ticked: ticked(visit))
        guard let version = Int(visit.form["ban"]) else { throw PageError.badRequest }
        let written = Dictionary(uniqueKeysWithValues: EditionTexts.Part.allCases.map { ($0, visit.form[$0.field]) })
        let asker = visit.form["nguoi-hoi"].trimmed
        let leaks = texts.leaks(in: written, asker: asker, redactor)
        func again(_ error: String) throws -> DeskAnswer { try screen(context, desk, view, texts, written, asker: asker, leaks, error: error) }
        guard leaks.isEmpty || visit.form["da-xem"] == "1" else { return try again(visit.word("cases.edition.leaks-stand")) }
        for part in EditionTexts.Part.allCases where written[part]?.trimmed.isEmpty != false {
            return try again(visit.word("cases.edition.empty", ["label": visit.word("cases.edition." + part.field)]))
        }
        let by = cases.by(visit, context.session)
        // Where it was asked; a unit that may not write there answers on its own portal.
        let subject = Subject(site: view.file.site, kind: AnsweredQuestion.name.rawValue)
        let home = mayDo(by.actor, .create, on: subject, in: by.tree) ? view.file.site : view.file.desk
        let details = try await details(view, written, asker: asker, answer, on: home, visit)
        do {
            guard version == view.file.version else { throw CaseRefusal.changedMeanwhile }
            let place = Place(site: home, language: view.file.language)
            let writer = Publisher.By(by.actor, in: by.tree, trail: Publisher.By.Trail(by.person, from: by.caller))
            let draft = try await publishing.save(details, in: place, by: writer)
            try await casework.publish(Casework.Seen(view.file.id, version: version), as: draft.item, on: home, by: by)
            return .redirect("/desk/cong/\(visit.tree[home]?.code ?? context.site.code)/bai/\(draft.item)?da=case-edition")
        } catch let refusal as any Refusal {
            return try again(visit.said(refusal))
        }
    }

    private func details(
        _ view: CaseView,
        _ written: [EditionTexts.Part: String],
        asker: String,
        _ answer: CaseNote,
        on home: SiteID,
        _ visit: DeskVisit
    ) async throws -> AnsweredQuestion {
        let file = view.file
        // The texts as they stood on the day of the answer: the page must say for ever what was approved.
        let day = (file.answeredAt ?? visit.now).civilDate
        let keeper = LawBook.keeper(of: home, in: visit.tree)
        let grounds = try await casework.database.read { [lines = answer.basis ?? []] in try LawBook.grounds(lines, of: keeper, on: day, in: $0) }
        let agency = try await casework.agencyNames([file.agency].compactMap(\.self)).values.first
        return AnsweredQuestion(
            title: (written[.title] ?? "").trimmed,
            question: EditionTexts.paragraphs(written[.question] ?? ""),
            asker: asker.isEmpty ? nil : asker,
            answer: EditionTexts.paragraphs(written[.answer] ?? ""),
            agency: agency ?? visit.tree[file.desk]?.name,
            letter: answer.letter,
            signer: answer.signer,
            basis: answer.basis ?? [],
            texts: LawWords.texts(grounds, on: home, day: day, file.language, visit),
            page: casework.tracks[file.track]?.page,
            askedOn: file.receivedAt.civilDate,
            answeredOn: file.answeredAt?.civilDate
        )
    }

    private func screen(
        _ context: May<ReadCases>,
        _ desk: Desk,
        _ view: CaseView,
        _ texts: EditionTexts,
        _ written: [EditionTexts.Part: String],
        asker: String,
        _ leaks: [Leak],
        error: String?
    ) throws -> DeskAnswer {
        let visit = context.visit
        let screen = EditionTextsScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.edition"), current: "cases"),
            back: here(context, view),
            code: "\(view.file.code)",
            action: here(context, view) + "/ban-cong-khai/luu",
            version: view.file.version,
            error: error,
            title: written[.title] ?? "",
            asker: asker,
            question: written[.question] ?? "",
            answer: written[.answer] ?? "",
            original: texts.letter.fields[EditionTexts.Part.question.rawValue].text,
            ticked: texts.accepted.map(EditionTexts.key),
            leaks: leaks.map { "“\($0.quote)” (\(visit.word($0.kind.key)))" }
        )
        return try .page(.editionTexts, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }
}
