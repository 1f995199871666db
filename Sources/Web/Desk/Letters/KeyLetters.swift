import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Links with which somebody chooses a password: by mail where there is a mail server and the person has an address, else shown once to whoever made it.
struct KeyLetters: Sendable {
    let desk: Desk

    private static func path(_ token: SecretToken) -> String { "/desk/loi-moi?ma=" + token.text }

    private func end(_ visit: DeskVisit) -> Instant { visit.now.adding(seconds: desk.access.policy.invitationSeconds) }

    /// - Returns: whether it goes by mail.
    func invite(_ person: Person, _ token: SecretToken, as role: Role?, at site: Site, _ visit: DeskVisit, in db: any Connection) throws -> Bool {
        try write("invitation", person, token, ["role": role.map { visit.word("role." + $0.rawValue) } ?? "", "site": site.name], visit, in: db)
    }

    func reset(_ person: Person, _ token: SecretToken, _ visit: DeskVisit, in db: any Connection) throws -> Bool {
        try write("password-link", person, token, [:], visit, in: db)
    }

    private func write(_ key: String, _ person: Person, _ token: SecretToken, _ values: [String: String], _ visit: DeskVisit, in db: any Connection)
        throws -> Bool
    {
        let end = end(visit)
        let all = values.merging(["handle": person.handle, "until": end.text(.numeric)]) { $1 }
        return try desk.notices.write(NoticeSubject(key, all), link: Self.path(token), to: person.id, worthUntil: end, in: db)
    }

    /// What whoever made the link sees: where it was sent, or the link itself, this once.
    func page(_ person: Person, _ token: SecretToken, isSent: Bool, _ visit: DeskVisit, back: String) throws -> DeskAnswer {
        let screen = LinkScreen(
            frame: DeskFrame(desk, visit, title: visit.word(isSent ? "desk.link.sent" : "desk.link.title"), current: "people"),
            text: isSent
                ? visit.word("desk.link.sent-text", ["name": person.name, "email": person.email ?? ""])
                : visit.word("desk.link.text", ["name": person.name]),
            link: isSent ? nil : desk.origin + Self.path(token),
            back: back
        )
        return try .page(.link, screen, visit)
    }
}
