import Casework
import PortalNetwork
import Publishing
import Rules
import Vietnamese
import Web

/// Makes the page of one's own case.
struct AskedMaker {
    let casework: Casework
    let answered: AnsweredPages?
    let visit: Visit

    func view(_ one: AskedCase, pin: String, message: String?, error: String?) async throws -> AskedView {
        let file = one.file
        let language = visit.language.ofDates
        func time(_ instant: Instant) -> String { instant.text(.numeric, language: language) }
        let agencies = try await casework.agencyNames([file.agency].compactMap(\.self))
        let reckoning = try casework.reckoning(of: file, one.steps.map(\.event)).map { $0.text(language, in: casework.times.legal()) } ?? ""
        let published = try await published(file)
        return AskedView(
            code: "\(file.code)",
            pin: pin,
            title: one.original.title,
            state: visit.word("casework.state." + file.state.rawValue),
            due: due(file, time),
            isLate: file.isOverdue(at: visit.now),
            text: one.original.text,
            agency: file.agency.flatMap { agencies[$0] },
            question: one.question?.text,
            answer: one.answer?.text,
            letter: Self.letter(one.answer),
            published: published,
            files: one.files.map { file in
                // Whether there was a scanner is the house's business.
                ([file.name] + (file.state == .unscanned ? [] : [CaseFileKind.note(file, visit.word)].compactMap(\.self))).joined(separator: " · ")
            },
            reckoning: reckoning.split(whereSeparator: \.isNewline).map(String.init),
            steps: one.steps.reversed().map { step in
                let own: Set<CaseAct> = [.receive]
                return AskedStep(
                    what: ([visit.word("casework.act." + step.event.act.rawValue)]
                        + (step.event.act == .split ? SplitWords.of(step.event, visit.word) : [])).joined(separator: " "),
                    when: time(step.event.at),
                    words: own.contains(step.event.act) ? nil : step.note?.text
                )
            },
            mayAdd: !file.state.isEnded,
            mayWithdraw: !file.state.isEnded && file.state != .approved,
            mayRate: file.state == .answered,
            mayHush: try await casework.tells(file.id),
            rating: file.rating.map { "\($0)/5" },
            message: message,
            error: error,
            others: others(one),
            joined: one.joined.map { joined in
                visit.word(
                    "questions.joined",
                    ["state": visit.word("casework.state." + joined.state.rawValue), "due": due(joined, time)]
                )
            }
        )
    }

    /// The letter it was taken out of, or what was taken out of it: which way each goes and where it stands.
    private func others(_ one: AskedCase) -> [AskedOther] {
        let language = visit.language.ofDates
        return ([one.origin].compactMap(\.self) + one.parts).map { file in
            let parts = [
                "\(file.code)", visit.word("casework.track." + file.track), visit.word("casework.state." + file.state.rawValue),
                due(file) { $0.text(.numeric, language: language) },
            ]
            return AskedOther(receipt: "\(file.code)", what: parts.filter { !$0.isEmpty }.joined(separator: " · "))
        }
    }

    /// Where the public edition can be read: on the portal that was asked, or on that of who answered. A draft of it is nobody's business.
    private func published(_ file: CaseFile) async throws -> String? {
        guard let item = file.item, let answered else { return nil }
        for site in [file.site, file.desk] {
            guard let portal = visit.tree[site], try await answered.isLive(item, on: site) else { continue }
            return site == visit.site.id ? "/-/\(item)" : visit.face.origins.url(portal, "/-/\(item)")
        }
        return nil
    }

    /// Number and signer of the official letter; nil where neither is known.
    private static func letter(_ answer: CaseNote?) -> String? {
        let parts = [answer?.letter, answer?.signer].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private func due(_ file: CaseFile, _ time: (Instant) -> String) -> String {
        if let answered = file.answeredAt { return visit.word("cases.answered-at", ["when": time(answered)]) }
        if let ended = file.endedAt { return visit.word("cases.ended-at", ["when": time(ended)]) }
        guard let due = file.dueAt else { return visit.word(file.isWaiting ? "cases.clock-stands" : "cases.no-due") }
        return visit.word(file.isOverdue(at: visit.now) ? "cases.late-since" : "cases.due", ["when": time(due)])
            + (file.isProvisional ? " (" + visit.word("cases.provisional") + ")" : "")
    }
}
