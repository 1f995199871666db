import Casework
import HTTPTypes
import PortalNetwork
import Store
import Vietnamese
import Web

enum ReceiveCases: DeskAction { static let action = Action.receiveCases }

/// The form into which officials write what came by telephone, post, mail or at the reception; with the receipt for who sent it, shown once.
struct EnterDesk {
    let casework: Casework
    let cases: CasesDesk

    static func path(_ site: Site) -> String { CasesDesk.path(site) + "/nhap" }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/nhap"
        routes.on(.get, path) { (context: May<ReceiveCases>) in try await blank(context, desk) }
        routes.on(.post, path, takes: .stream) { (context: May<ReceiveCases>) in try await sent(context, desk) }
    }

    /// Tracks that become cases, the public ones first.
    private var tracks: [Track] { casework.tracks.tracks.filter { $0.intake == .case } }

    private func track(_ code: String) throws -> Track {
        guard let track = code.isEmpty ? tracks.first : tracks.first(where: { $0.code == code }) else { throw PageError.notFound }
        return track
    }

    private func blank(_ context: May<ReceiveCases>, _ desk: Desk) async throws -> DeskAnswer {
        try await screen(context, desk, track(context.visit.query["loai"]), SentForm(), [], nil)
    }

    private func sent(_ context: May<ReceiveCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        guard let body = visit.stream else { throw PageError.badRequest }
        let track = try track(visit.query["loai"])
        let sent = try await SentForm(type: visit.headers[.contentType] ?? "", body, files: track.files, bytes: track.bytes)
        let channel = sent["kenh"].flatMap { CaseChannel(rawValue: $0) }.flatMap { CaseChannel.entered.contains($0) ? $0 : nil } ?? .phone
        let submission = FormReader(track: track, channel: channel, language: context.site.language).submission(sent)
        func again(_ findings: [CaseFinding], _ error: String?) async throws -> DeskAnswer {
            try await screen(context, desk, track, sent, findings, error)
        }
        guard let day = sent["ngay"].flatMap({ CivilDate($0) }) else { return try await again([], visit.said(CaseRefusal.dayImpossible)) }
        guard sent.refused.isEmpty else { return try await again(submission.findings() + sent.refused, nil) }
        do {
            let agency = try await casework.standing(sent["agency"].flatMap { AgencyID($0) })
            let receipt = try await casework.enter(
                submission,
                files: sent.files,
                came: day,
                on: context.site,
                agency: agency,
                ticket: casework.ticket(sent["ve"] ?? ""),
                by: cases.by(visit, context.session)
            )
            return try receiptScreen(receipt, submission, context, desk)
        } catch CaseRefusal.findings(let findings) {
            return try await again(findings, nil)
        } catch let refusal as CaseRefusal {
            return try await again([], visit.said(refusal))
        }
    }

    private func screen(
        _ context: May<ReceiveCases>,
        _ desk: Desk,
        _ track: Track,
        _ sent: SentForm,
        _ findings: [CaseFinding],
        _ error: String?
    ) async throws -> DeskAnswer {
        let visit = context.visit
        let maker = FormMaker(track: track, words: { visit.word($0, $1) }, sent: sent, findings: findings)
        let agencies = track.asks(.agency) ? try await casework.agencies() : []
        let path = Self.path(context.site)
        let channel = sent["kenh"] ?? CaseChannel.phone.rawValue
        let today = "\(visit.now.civilDate)"
        let screen = EnterScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.enter"), current: "cases"),
            back: CasesDesk.path(context.site),
            tracks: tracks.map { DeskLink(visit.word("casework.track." + $0.code), path + "?loai=" + $0.code, $0.code == track.code) },
            action: path + "?loai=" + track.code,
            ticket: sent["ve"].flatMap { casework.ticket($0) == nil ? nil : $0 } ?? casework.ticket(),
            channels: CaseChannel.entered.map {
                FormChoice(value: $0.rawValue, label: visit.word("casework.channel." + $0.rawValue), isChosen: $0.rawValue == channel)
            },
            day: sent["ngay"] ?? today,
            today: today,
            fields: maker.fields(agencies),
            wishes: maker.wishes(),
            wrong: maker.wrong(),
            error: error,
            agrees: sent["dong-y"] == "1"
        )
        return try .page(.enter, screen, visit, status: findings.isEmpty && error == nil ? .ok : .unprocessableContent)
    }

    /// What is handed or read out to who sent it. The PIN is nowhere else: the screen cannot be called again.
    private func receiptScreen(_ receipt: Receipt, _ submission: Submission, _ context: May<ReceiveCases>, _ desk: Desk) throws -> DeskAnswer {
        let visit = context.visit
        let screen = EnteredScreen(
            frame: DeskFrame(desk, visit, title: visit.word("questions.received"), current: "cases"),
            site: context.site.name,
            href: CasesDesk.path(context.site) + "/\(receipt.id)",
            another: Self.path(context.site) + "?loai=" + submission.track.code,
            code: "\(receipt.code)",
            pin: "\(receipt.pin)",
            title: submission.title,
            received: visit.time(receipt.receivedAt),
            due: receipt.due?.at.map { visit.time($0) + (receipt.due?.isProvisional == true ? " (" + visit.word("cases.provisional") + ")" : "") },
            lookUp: visit.desk.face.origins.url(context.site, "/tra-cuu")
        )
        return try .page(.entered, screen, visit)
    }
}
