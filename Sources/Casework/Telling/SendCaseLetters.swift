public import Logging
public import Outbound
import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// Hands a letter to who asked to the mail server, as letters to officials are (decision 33): a server that is down delays it for more than a day; one that
/// refuses it for good ends it. The case goes on whatever becomes of it.
public struct SendCaseMail: JobWorker {
    public static let name = "send-case-mail"
    public static let patience = SendLetter.patience

    /// Puts a message into words; nil where nothing can be said (a portal that is gone).
    public typealias Composer = @Sendable (CaseMessage) throws -> LetterText?

    private let casework: Casework
    private let sender: MailSender
    private let from: MailMessage.Mailbox
    private let logger: Logger
    private let compose: Composer

    public init(_ casework: Casework, sender: MailSender, from: MailMessage.Mailbox, logger: Logger, compose: @escaping Composer) {
        self.casework = casework
        self.sender = sender
        self.from = from
        self.logger = logger
        self.compose = compose
    }

    public func run(_ job: Job) async throws {
        guard let id = CaseLetterID(job.payload), let message = try await casework.message(id) else { return }
        guard let text = try compose(message) else { return try await casework.settle(id, .dropped, nil) }
        let mail = MailMessage(
            from: from,
            to: MailMessage.Mailbox(message.place),
            subject: text.subject,
            text: text.plain,
            html: text.html,
            id: "\(id)",
            milliseconds: message.letter.createdAt.rawValue,
            language: message.language.rawValue
        )
        do {
            try await sender.send(mail)
        } catch let fault as MailFault {
            let isOver = fault.isFinal || job.attempts >= Self.patience.attempts
            // What a server says may repeat the address: only the kind of refusal is kept.
            let said =
                if case .refused(let stage, let code, _) = fault { "the mail server refused the \(stage.rawValue): \(code)" } else { "\(fault)" }
            try await casework.settle(id, isOver ? .failed : .waiting, said)
            if isOver { logger.error("A letter to who asked could not be sent", metadata: ["letter": "\(id)", "why": "\(said)"]) }
            if fault.isFinal { return }
            throw CaseLetterFault(said)
        }
        try await casework.settle(id, .sent, nil)
    }
}

/// Hands a short message to whatever the operator named for it. A message that is a day late helps nobody: it is tried for an hour or so.
public struct SendCaseMessage: JobWorker {
    public static let name = "send-case-message"
    public static let patience = JobPatience(attempts: 10, longestPause: 900)

    public typealias Composer = @Sendable (CaseMessage) throws -> String?

    private let casework: Casework
    private let door: any ShortMessageDoor
    private let logger: Logger
    private let compose: Composer

    public init(_ casework: Casework, door: any ShortMessageDoor, logger: Logger, compose: @escaping Composer) {
        self.casework = casework
        self.door = door
        self.logger = logger
        self.compose = compose
    }

    public func run(_ job: Job) async throws {
        guard let id = CaseLetterID(job.payload), let message = try await casework.message(id) else { return }
        guard let text = try compose(message) else { return try await casework.settle(id, .dropped, nil) }
        do {
            try await door.send(ShortMessage(to: message.place, text: text, id: "\(id)"))
        } catch {
            let fault = error as? ShortMessageFault ?? .unreachable
            let isOver = fault.isFinal || job.attempts >= Self.patience.attempts
            try await casework.settle(id, isOver ? .failed : .waiting, "\(fault)")
            if isOver { logger.error("A short message could not be sent", metadata: ["letter": "\(id)", "why": "\(fault)"]) }
            if fault.isFinal { return }
            throw fault
        }
        try await casework.settle(id, .sent, nil)
    }
}

/// Why a try failed, for the queue: without an address.
struct CaseLetterFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
