import Casework
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// What the forms of a case say, as verbs of casework.
struct CaseActs {
    let casework: Casework
    let visit: DeskVisit
    let by: Casework.By

    /// - Throws: a `Refusal`; `PageError.badRequest` for a verb that no form has.
    func perform(_ verb: String, on file: CaseFile) async throws {
        guard let act = CaseAct(rawValue: verb), let version = Int(visit.form["ban"]) else { throw PageError.badRequest }
        let seen = Casework.Seen(file.id, version: version)
        let words = visit.form["loi"]
        switch act {
        case .accept: try await casework.accept(seen, field: visit.form.text("linh-vuc"), by: by)
        case .reject:
            guard let reason = CaseReason(rawValue: visit.form["chon"]) else { throw PageError.badRequest }
            try await casework.reject(seen, reason: reason, words: words, by: by)
        case .routeOut: try await casework.routeOut(seen, to: visit.form["chon"], words: words, by: by)
        case .transfer:
            guard let agency = AgencyID(visit.form["chon"]) else { throw CaseRefusal.competentMissing }
            try await casework.transfer(
                seen,
                to: agency,
                desk: Self.desk(of: agency, in: visit.tree) ?? file.desk,
                field: visit.form.text("linh-vuc"),
                words: words,
                by: by
            )
        case .take: try await casework.take(seen, by: by)
        case .note: try await casework.note(seen, words: words, by: by)
        case .ask: try await casework.ask(seen, words: words, by: by)
        case .submit:
            let basis = Self.lines(visit.form["can-cu"])
            let answer = CaseNote(text: words, letter: visit.form.text("so"), signer: visit.form.text("ky"), basis: basis.isEmpty ? nil : basis)
            try await casework.submit(seen, answer: answer, by: by)
        case .sendBack: try await casework.sendBack(seen, words: words, by: by)
        case .approve: try await casework.approve(seen, fits: visit.form["khop"] == "1", by: by)
        case .answer: try await casework.answer(seen, by: by)
        case .extend: try await casework.extend(seen, reason: visit.form["chon"], words: words, by: by)
        case .reopen: try await casework.reopen(seen, words: words, by: by)
        case .classify:
            try await casework.classify(
                seen,
                track: visit.form["chon"],
                field: visit.form.text("linh-vuc") ?? file.field,
                variant: visit.form.text("muc"),
                unit: file.unit,
                by: by
            )
        case .merge:
            guard let code = ReceiptCode(typed: words), let other = try await casework.find(code, by: by) else { throw CaseRefusal.unknownCase }
            try await casework.merge(seen, into: other, by: by)
        case .receive, .add, .withdraw, .say, .rate, .hush, .split, .hand, .supply, .escalate, .draft, .publish: throw PageError.badRequest
        }
    }

    /// The lines of a legal basis, each once.
    static func lines(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(50).map(
            \.self
        )
    }

    /// The portal that an agency owns, nearest to the top; its people see what goes to it.
    static func desk(of agency: AgencyID, in tree: SiteTree) -> SiteID? {
        tree.all.filter { $0.agency == agency && $0.kind != .linked && $0.status == .active }
            .min { (tree.ancestors(of: $0.id).count, $0.id) < (tree.ancestors(of: $1.id).count, $1.id) }?.id
    }
}

/// What a file that came with a case is called when it is saved.
enum CaseFileKind {
    /// What to say beside a file; nil where nothing is to be said.
    static func note(_ file: CaseAttachment, _ word: (_ key: String, _ values: [String: String]) -> String) -> String? {
        file.state == .clean ? nil : word("casework.file." + file.state.rawValue, ["problem": file.problem ?? ""])
    }

    static func ending(of type: String) -> String {
        switch type {
        case "image/jpeg": "jpg"
        case "image/png": "png"
        case "image/webp": "webp"
        case "application/pdf": "pdf"
        case "audio/mpeg": "mp3"
        case "video/mp4": "mp4"
        case "text/plain": "txt"
        default: "bin"
        }
    }
}
