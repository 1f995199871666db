import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The room in which a mixed letter is divided: its sentences with ticks, the track of what is taken out, a title, the files that go with it.
struct SplitDesk {
    let casework: Casework
    let cases: CasesDesk

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/:case/tach"
        routes.on(.post, path) { (context: May<ReadCases>) in try await show(context, desk) }
        routes.on(.post, path + "/lam") { (context: May<ReadCases>) in try await perform(context, desk) }
    }

    /// The case with its letter open, which is noted, where it may be divided.
    private func open(_ context: May<ReadCases>) async throws -> (view: CaseView, original: CaseOriginal) {
        let view = try await cases.view(context, opens: true)
        guard view.acts.contains(.split), let original = view.original else { throw PageError.notFound }
        return (view, original)
    }

    private func numbers(_ visit: DeskVisit, _ prefix: String) -> Set<Int> { Set(visit.form.names(after: prefix).compactMap { Int($0) }) }

    private func show(_ context: May<ReadCases>, _ desk: Desk, error: String? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let (view, original) = try await open(context)
        let found = try await casework.suggestions(for: view, by: cases.by(visit, context.session))
        // The likeliest part that does not belong where the letter came in.
        let other = found?.parts.first { $0.track != view.file.track }
        let isGiven = error != nil
        let pieces = LetterPieces(original.text).pieces
        let ticked = isGiven ? numbers(visit, "cau.") : Set(pieces.indices.filter { index in Self.speaks(pieces[index], in: other?.sentences ?? []) })
        let track = isGiven ? visit.form["chon"] : other?.track ?? ""
        let here = CasesDesk.path(context.site) + "/\(view.file.id)"
        let screen = SplitScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.split"), current: "cases"),
            back: here,
            code: "\(view.file.code)",
            action: here + "/tach/lam",
            version: view.file.version,
            error: error,
            pieces: pieces.enumerated().map { index, text in
                SplitPiece(number: index, text: text, isTicked: ticked.contains(index), isTaken: view.taken.contains(index))
            },
            tracks: casework.tracks.tracks.filter { $0.code != view.file.track }.map { one in
                Choice(value: one.code, label: visit.word("casework.track." + one.code), isChosen: one.code == track)
            },
            title: isGiven ? visit.form["tieu-de"] : original.title,
            files: view.attachments.map {
                SplitPiece(
                    number: $0.number,
                    text: ([$0.name] + [CaseFileKind.note($0, visit.word)].compactMap(\.self)).joined(separator: " · "),
                    isTicked: isGiven && numbers(visit, "tep.").contains($0.number),
                    isTaken: false
                )
            },
            words: isGiven ? visit.form["loi"] : ""
        )
        return try .page(.split, screen, visit, status: isGiven ? .unprocessableContent : .ok)
    }

    /// Whether a sentence that was found stands in a piece, or is part of it.
    private static func speaks(_ piece: String, in sentences: [String]) -> Bool {
        let piece = piece.trimmed
        return !piece.isEmpty
            && sentences.contains { sentence in
                let sentence = sentence.trimmed
                return !sentence.isEmpty && (piece.contains(sentence) || sentence.contains(piece))
            }
    }

    private func perform(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let view = try await cases.view(context, opens: false)
        guard view.acts.contains(.split), let version = Int(visit.form["ban"]) else { throw PageError.notFound }
        let part = CasePart(
            track: visit.form["chon"],
            pieces: numbers(visit, "cau."),
            title: visit.form["tieu-de"],
            files: numbers(visit, "tep."),
            words: visit.form["loi"]
        )
        do {
            let made = try await casework.split(Casework.Seen(view.file.id, version: version), part, by: cases.by(visit, context.session))
            return .redirect(CasesDesk.path(context.site) + "/\(view.file.id)?da=" + (made == nil ? "case-part-led" : "case-split"))
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await show(context, desk, error: visit.said(refusal))
        }
    }
}

/// A sentence, or a file, with its tick.
struct SplitPiece: PageModel {
    let number: Int
    let text: String
    let isTicked: Bool
    let isTaken: Bool

    static let shape: Shape<SplitPiece> = [
        .number("number", \.number), .text("text", \.text), .flag("ticked", \.isTicked), .flag("taken", \.isTaken),
    ]
}

struct SplitScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let code: String
    let action: String
    let version: Int
    let error: String?
    let pieces: [SplitPiece]
    let tracks: [Choice]
    let title: String
    let files: [SplitPiece]
    let words: String

    static let shape: Shape<SplitScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("code", \.code), .text("action", \.action), .number("version", \.version),
        .text("error", \.error), .many("pieces", \.pieces), .many("tracks", \.tracks), .text("title", \.title), .many("files", \.files),
        .text("words", \.words),
    ]
}

extension PageTemplate where Model == SplitScreen { static var split: Self { Self("questions.split", bare: true) } }
