import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// How the link by which somebody chooses a password reaches them: by a letter, or from the screen, once.
enum KeyWay: Sendable {
    case letter(String)
    case screen(String)

    var link: String? { if case .screen(let link) = self { link } else { nil } }
    var letterTo: String? { if case .letter(let address) = self { address } else { nil } }

    var text: String {
        switch self {
        case .letter(let address): "A letter with the link to choose a password goes to \(address); 'caunoi doctor' tells whether letters get out."
        case .screen(let link): "Password to be chosen here, once, within three days: \(link)"
        }
    }
}

/// Writes those letters as the desk does: sealed, in the transaction in which the link was made.
struct KeyLetterBox: Sendable {
    let notices: Notices
    let origin: String
    let until: Instant
    let words: Words

    func invite(_ person: Person, _ token: SecretToken, as role: Role, at site: Site, in db: any Connection) throws -> KeyWay {
        let language = try NoticeBook.choice(of: person.id, in: db).language
        return try write("invitation", person, token, ["role": words.text("role." + role.rawValue, language), "site": site.name], in: db)
    }

    func reset(_ person: Person, _ token: SecretToken, in db: any Connection) throws -> KeyWay {
        try write("password-link", person, token, [:], in: db)
    }

    private func write(_ key: String, _ person: Person, _ token: SecretToken, _ values: [String: String], in db: any Connection) throws -> KeyWay {
        let path = "/desk/loi-moi?ma=" + token.text
        let all = values.merging(["handle": person.handle, "until": until.text(.numeric)]) { $1 }
        let isSent = try notices.write(NoticeSubject(key, all), link: path, to: person.id, worthUntil: until, in: db)
        return isSent ? .letter(person.email ?? "") : .screen(origin + path)
    }
}

extension Program {
    /// - Parameter sendsMail: false where the operator wants the link on the screen.
    func keyLetters(sendsMail: Bool) async throws -> KeyLetterBox {
        let origin = try await deskOrigin()
        let hasMail = try settings.mail() != nil && origin != nil
        return KeyLetterBox(
            notices: Notices(access, sendsMail: sendsMail && hasMail),
            origin: origin ?? "",
            until: clock.now().adding(seconds: access.policy.invitationSeconds),
            words: try ProgramTexts(features: Features.all()).words
        )
    }
}
