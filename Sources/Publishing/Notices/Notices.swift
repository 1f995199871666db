public import PortalNetwork
public import Store
public import Vietnamese

/// Tells people what concerns them: in the desk, and by mail where a mail server is named and the person did not choose otherwise.
///
/// Any room may use it, inside the transaction in which the thing happened:
/// `try notices.notify(author, NoticeSubject("article-returned", ["title": title]), link: "/desk/…", in: db)`.
/// The words `notice.article-returned` (one line) and, where there is more to say, `notice.article-returned.text` stand in the catalogues.
public struct Notices: Sendable {
    public let database: any Database
    public let safe: KeySafe
    let ids: IdentifierMaker
    let clock: Clock
    /// Whether a mail server is named.
    public let sendsMail: Bool

    /// What leads into an account: the newest alone is worth anything.
    public static let keys = ["invitation", "password-link"]

    public init(database: any Database, safe: KeySafe, ids: IdentifierMaker, clock: Clock, sendsMail: Bool) {
        self.database = database
        self.safe = safe
        self.ids = ids
        self.clock = clock
        self.sendsMail = sendsMail
    }

    public init(_ access: Access, sendsMail: Bool = false) {
        self.init(database: access.database, safe: access.safe, ids: access.ids, clock: access.clock, sendsMail: sendsMail)
    }

    /// - Parameter link: an address of the desk (`/desk/…`); anything else is left out.
    public func notify(_ person: PersonID, _ subject: NoticeSubject, link: String? = nil, in db: any Connection) throws {
        let link = link.flatMap { $0.hasPrefix("/desk/") ? $0 : nil }
        let now = clock.now()
        try NoticeBook.add(subject, link: link, for: person, id: ids.next(), at: now, in: db)
        guard try NoticeBook.choice(of: person, in: db).byMail else { return }
        try write(subject, link: link, to: person, in: db)
    }

    /// `notify` in a transaction of its own.
    public func notify(_ person: PersonID, _ subject: NoticeSubject, link: String? = nil) async throws {
        try await database.write { try notify(person, subject, link: link, in: $0) }
    }

    /// A letter alone, whatever the person chose: for what lets them in.
    /// - Returns: false where it cannot be: no mail server, no address, a disabled person.
    @discardableResult
    public func write(_ subject: NoticeSubject, link: String?, to person: PersonID, worthUntil: Instant? = nil, in db: any Connection) throws -> Bool
    {
        guard sendsMail else { return false }
        let recipient = try People.person(person, in: db)
        guard recipient.isActive, let address = recipient.email else { return false }
        let now = clock.now()
        if Self.keys.contains(subject.key) { try LetterBook.drop(Self.keys, to: person, at: now, in: db) }
        let id = ids.next(LetterID.self)
        try LetterBook.add(subject, link: link, to: person, at: address, worthUntil: worthUntil, id: id, safe: safe, at: now, in: db)
        try enqueue(id, effect: "\(SendLetter.name) \(id)", at: now, in: db)
        return true
    }

    /// Tries a failed letter anew.
    public func sendAgain(_ id: LetterID, in db: any Connection) throws {
        guard let letter = try LetterBook.read(id, in: db), letter.state == .failed else { return }
        let now = clock.now()
        try LetterBook.settle(id, .waiting, tried: false, at: now, in: db)
        try enqueue(id, effect: "\(SendLetter.name) \(id) \(letter.tries)", at: now, in: db)
    }

    private func enqueue(_ id: LetterID, effect: String, at now: Instant, in db: any Connection) throws {
        try JobQueue.add(Job(id: ids.next(), name: SendLetter.name, payload: "\(id)", effect: effect, runAt: now), at: now, db)
    }
}
