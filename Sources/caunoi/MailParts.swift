import Logging
import Outbound
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store
import Web

/// Letters, put together: who is told (`notices`), and the work that hands letters to the mail server. Without a mail server only the first.
struct MailParts {
    let notices: Notices
    let service: (any Service)?

    init(_ program: Program, face: Face, deskHost: String?) throws {
        let mail = try program.settings.mail()
        notices = Notices(program.access, sendsMail: mail != nil && deskHost != nil)
        guard let mail, let deskHost else {
            service = nil
            return
        }
        let writer = LetterWriter(face: face, origin: face.origins.origin(host: deskHost))
        let worker = SendLetter(
            notices,
            sender: try MailSender(mail.server, name: deskHost, roots: program.settings[.mailRoots]),
            from: mail.from,
            logger: program.logger
        ) { subject, link, person, language in
            try writer.text(subject, link: link, to: person, in: language)
        }
        // Beside the other jobs: a mail server that takes its time must not hold up a publication.
        service = JobRunner(
            database: program.database,
            workers: [worker],
            owner: program.lease.ids.node,
            clock: program.clock,
            logger: program.logger,
            width: 2
        )
    }
}
