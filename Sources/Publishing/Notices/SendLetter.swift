public import Logging
public import Outbound
public import PortalNetwork
public import Store
public import Vietnamese

/// What a letter says, in the language of who reads it.
public struct LetterText: Sendable, Hashable {
    public var subject: String
    public var plain: String
    public var html: String?

    public init(subject: String, plain: String, html: String?) {
        self.subject = subject
        self.plain = plain
        self.html = html
    }
}

/// Hands one letter to the mail server. A server that is down delays it, for more than a day if it must; a letter that is refused for good, or was tried too
/// often, is marked as failed: the desk and `caunoi doctor` say so, and it can be sent again from there.
public struct SendLetter: JobWorker {
    public static let name = "send-letter"
    /// The pauses double to an hour: the last try is some 36 hours after the first.
    public static let patience = JobPatience(attempts: 44, longestPause: 3600)

    public typealias Composer = @Sendable (NoticeSubject, _ link: String?, Person, Language) throws -> LetterText

    private let notices: Notices
    private let sender: MailSender
    private let from: MailMessage.Mailbox
    private let logger: Logger
    private let compose: Composer

    public init(_ notices: Notices, sender: MailSender, from: MailMessage.Mailbox, logger: Logger, compose: @escaping Composer) {
        self.notices = notices
        self.sender = sender
        self.from = from
        self.logger = logger
        self.compose = compose
    }

    private struct Ready: Sendable {
        let letter: Letter
        let message: MailMessage
    }

    public func run(_ job: Job) async throws {
        guard let id = LetterID(job.payload) else { return }
        try await notices.safe.refresh()
        guard let ready = try await prepare(id) else { return }
        do {
            try await sender.send(ready.message)
        } catch let fault as MailFault {
            let isOver = fault.isFinal || job.attempts >= Self.patience.attempts
            try await settle(id, isOver ? .failed : .waiting, "\(fault)")
            if isOver {
                logger.error("A letter could not be sent", metadata: ["letter": "\(id)", "about": "\(ready.letter.about)", "why": "\(fault)"])
            }
            // The recipient or the letter itself is refused: trying again would be a nuisance, not a remedy.
            if fault.isFinal { return }
            throw fault
        }
        try await settle(id, .sent, nil)
    }

    /// Nil when there is nothing to send any more.
    private func prepare(_ id: LetterID) async throws -> Ready? {
        let now = notices.clock.now()
        let found = try await notices.database.write { db -> (Letter, NoticeSubject, String?, Person, Language)? in
            guard let letter = try LetterBook.read(id, in: db), letter.state == .waiting else { return nil }
            let person = try People.person(letter.person, in: db)
            let isOver = letter.worthUntil.map { $0 <= now } ?? false
            guard person.isActive, !isOver, let (subject, link) = try LetterBook.contents(of: letter, safe: notices.safe, in: db) else {
                try LetterBook.settle(id, .dropped, tried: false, at: now, in: db)
                return nil
            }
            return (letter, subject, link, person, try NoticeBook.choice(of: person.id, in: db).language)
        }
        guard let (letter, subject, link, person, language) = found else { return nil }
        let text = try compose(subject, link, person, language)
        let message = MailMessage(
            from: from,
            to: MailMessage.Mailbox(letter.address, name: person.name),
            subject: text.subject,
            text: text.plain,
            html: text.html,
            id: "\(id)",
            milliseconds: letter.createdAt.rawValue,
            language: language.rawValue
        )
        return Ready(letter: letter, message: message)
    }

    private func settle(_ id: LetterID, _ state: Letter.State, _ fault: String?) async throws {
        let now = notices.clock.now()
        try await notices.database.write { db in
            try LetterBook.settle(id, state, fault: fault, at: now, in: db)
            if state == .sent {
                try LetterBook.forget(before: now.adding(seconds: -90 * 86_400), in: db)
                try JobQueue.forget([Self.name], finishedBefore: now.adding(seconds: -90 * 86_400), db)
            }
        }
    }
}
