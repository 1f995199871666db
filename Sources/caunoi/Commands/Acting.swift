import ArgumentParser
import Foundation
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// In whose name a command changes something.
struct ActingOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: "Sign-in name of the person who does it, with the rights of their roles (default: the operator at the shell)."
    )
    var person: String?
}

/// Who changes something on the command line: the gate asks their rights, the trail keeps their name and the command.
struct ActingPerson: Sendable {
    /// Nil: whoever may run commands on this server.
    let person: Person?
    let by: Publisher.By
    let caller: Access.Caller
    private let access: Access

    init(_ person: Person?, _ by: Publisher.By, _ command: String, _ access: Access) {
        self.person = person
        self.by = by
        self.access = access
        let login = NSUserName()
        caller = Access.Caller(address: Access.Caller.commandLine.address, agent: "caunoi \(command)" + (login.isEmpty ? "" : " (\(login))"))
    }

    /// The same, as registers ask for it.
    var ofRegister: RegisterBy { RegisterBy(person, as: by.actor, in: by.tree, from: caller) }

    func note(_ action: AuditAction, on object: String, site: SiteID?, detail: String = "", _ db: any Connection) throws {
        try access.note(action, by: person, on: object, site: site, detail: detail, from: caller, in: db)
    }
}

extension Program {
    func acting(_ options: ActingOptions?, _ command: String) async throws -> ActingPerson {
        guard let handle = options?.person else { return ActingPerson(nil, operatorAtTheShell, command, access) }
        return try await acting(as: handle, command)
    }

    func acting(as handle: String, _ command: String) async throws -> ActingPerson {
        let person = try await person(handle)
        guard let actor = try await People.actor(for: person.id, at: clock.now(), from: database) else { throw PeopleRefusal.inactive(handle) }
        return ActingPerson(person, Publisher.By(actor, in: directory.tree), command, access)
    }

    /// Whoever may run commands on the server runs its settings; that is no right to publish.
    var operatorAtTheShell: Publisher.By {
        let tree = directory.tree
        return Publisher.By(Actor(person: PersonID(rawValue: 0), grants: tree.roots.map { Actor.Grant(role: .administrator, site: $0) }), in: tree)
    }

    /// The sections every new portal begins with, so that news can be filed from the first day.
    static func standardSections(_ language: Language) -> [Section.Opening] {
        switch language {
        case .vi:
            [
                Section.Opening("tin-tuc", "Tin tức - Sự kiện"), Section.Opening("thong-bao", "Thông báo"),
                Section.Opening("chi-dao-dieu-hanh", "Chỉ đạo, điều hành"),
            ]
        case .en: [Section.Opening("news", "News"), Section.Opening("notices", "Notices")]
        case .zh: [Section.Opening("xinwen", "新闻"), Section.Opening("tongzhi", "通知公告")]
        }
    }
}
