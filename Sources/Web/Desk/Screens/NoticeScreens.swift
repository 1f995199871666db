import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// What concerns oneself: the list of notices, and how one wants to be told.
struct NoticeScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/thong-bao") { (context: StaffContext) in try await list(context) }
        routes.on(.post, "/thong-bao") { (context: StaffContext) in try await mark(context) }
        routes.on(.post, "/tai-khoan/thong-bao") { (context: StaffContext) in try await choose(context) }
    }

    private static let pageSize = 30

    private func list(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, person) = (context.visit, context.session.person)
        let before = NoticeID(visit.query["truoc"])
        let (found, choice) = try await desk.access.database.read { db in
            (
                try NoticeBook.list(of: person.id, before: before, limit: Self.pageSize + 1, in: db),
                try NoticeBook.choice(of: person.id, in: db)
            )
        }
        let shown = found.prefix(Self.pageSize)
        let screen = NoticesScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.notices.title"), current: "notices"),
            rows: shown.map { NoticeRow($0, visit) },
            newest: before == nil && context.session.unread > 0 ? shown.first.map { "\($0.id)" } : nil,
            next: found.count > shown.count ? shown.last.map { DeskAddress.notices + "?truoc=\($0.id)" } : nil,
            sendsMail: desk.notices.sendsMail,
            email: person.email,
            byMail: choice.byMail,
            choices: Language.allCases.map { Choice(value: $0.rawValue, label: $0.ownName, isChosen: $0 == choice.language) }
        )
        return try .page(.notices, screen, visit)
    }

    private func mark(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, person) = (context.visit, context.session.person)
        let all = NoticeID(visit.form["tat-ca"])
        guard let id = all ?? NoticeID(visit.form["mo"]) else { throw PageError.badRequest }
        let now = visit.now
        let link = try await desk.access.database.write { db in
            try NoticeBook.markRead(id, orOlder: all != nil, of: person.id, at: now, in: db)
            return all == nil ? try NoticeBook.list(of: person.id, before: NoticeID(rawValue: id.rawValue + 1), limit: 1, in: db).first : nil
        }
        guard let link, link.id == id, let target = link.link else { return .redirect(DeskAddress.notices) }
        return .redirect(target)
    }

    private func choose(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, person) = (context.visit, context.session.person)
        let access = desk.access
        let choice = NoticeChoice(byMail: visit.form["thu"] == "1", language: Language(rawValue: visit.form["ngon-ngu"]) ?? .vi)
        try await access.database.write { db in
            try NoticeBook.choose(choice, for: person.id, in: db)
            try access.note(
                .noticeChosen,
                by: person,
                on: person.handle,
                detail: (choice.byMail ? "mail " : "desk ") + choice.language.rawValue,
                from: visit.caller,
                in: db
            )
        }
        return .redirect(DeskAddress.notices + "?da=chon-thong-bao")
    }
}

struct NoticeRow: PageModel {
    let id: String
    let text: String
    let detail: String?
    let when: String
    let leads: Bool
    let isRead: Bool

    init(_ notice: Notice, _ visit: DeskVisit) {
        id = "\(notice.id)"
        text = LetterWriter.line(notice.subject, visit.desk.face.words, visit.language)
        let key = "notice.\(notice.subject.key).text"
        detail = visit.desk.face.words.has(key) ? visit.word(key, notice.subject.values) : nil
        when = visit.time(notice.at)
        leads = notice.link != nil
        isRead = notice.isRead
    }

    static let shape: Shape<NoticeRow> = [
        .text("id", \.id), .text("text", \.text), .text("detail", \.detail), .text("when", \.when), .flag("leads", \.leads), .flag("read", \.isRead),
    ]
}

struct NoticesScreen: DeskModel {
    let frame: DeskFrame
    let rows: [NoticeRow]
    let newest: String?
    let next: String?
    let sendsMail: Bool
    let email: String?
    let byMail: Bool
    let choices: [Choice]

    static let shape: Shape<NoticesScreen> = [
        .one("desk", \.frame), .many("rows", \.rows), .text("newest", \.newest), .text("next", \.next), .flag("sendsMail", \.sendsMail),
        .text("email", \.email), .flag("byMail", \.byMail), .many("choices", \.choices),
    ]
}

extension PageTemplate where Model == NoticesScreen { static var notices: Self { Self("desk.notices", bare: true) } }
