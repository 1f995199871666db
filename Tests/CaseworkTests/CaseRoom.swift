import PortalNetwork
import PortalTesting
import Publishing
import Rules
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Casework

/// A clock that tests turn.
final class TurnedClock: Sendable {
    private let moment: Mutex<Instant>
    init(_ start: Instant) { moment = Mutex(start) }
    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    func advance(days: Int64) { advance(seconds: days * 86_400) }
    var clock: Clock { Clock { self.moment.withLock { $0 } } }
    var now: Instant { moment.withLock { $0 } }
}

/// A province with a department below it, people who handle cases, and casework over them.
struct CaseRoom: Sendable {
    let database: any Database
    let keys: any Database
    let casework: Casework
    let clock: TurnedClock
    let tree: SiteTree
    let province: Site
    let department: Site
    let office: AgencyID
    let people: [String: Person]

    func by(_ handle: String) async throws -> Casework.By {
        guard let person = people[handle], let actor = try await database.read({ try People.actor(for: person.id, at: clock.now, in: $0) }) else {
            throw PeopleRefusal.unknown(handle)
        }
        return Casework.By(actor, person, in: tree, from: Self.caller)
    }

    /// Somebody else with a role on the province.
    func newcomer(_ handle: String, _ role: Role, on site: Site? = nil, mail: String? = nil) async throws -> Casework.By {
        let (now, place) = (clock.now, (site ?? province).id)
        let id: PersonID = casework.ids.next()
        let person = try await database.write { db in
            let person = try People.add(PersonDraft(handle: handle, name: "Người \(handle)", email: mail), id: id, at: now, in: db)
            try People.grant(role, to: person.id, on: place, from: now, in: db)
            return person
        }
        guard let actor = try await database.read({ try People.actor(for: id, at: now, in: $0) }) else { throw PeopleRefusal.unknown(handle) }
        return Casework.By(actor, person, in: tree, from: Self.caller)
    }

    /// A letter that every track takes.
    func letter(_ track: String = "question", title: String = "Xin hỏi về cấp phép xây dựng nhà ở") throws -> Submission {
        Submission(
            track: try #require(casework.tracks[track]),
            name: "Trần Thị Thử",
            standing: .person,
            unit: "00001",
            address: "Số 5, tổ 3",
            phone: "0912 345 678",
            email: "thu@example.vn",
            identity: "001099000001",
            title: title,
            text: "Tôi muốn sửa lại nhà cũ của gia đình, xin hỏi cần những giấy tờ gì và nộp ở đâu?",
            place: "Đầu ngõ 12, đường Bờ Sông",
            wish: nil,
            consents: [.contact]
        )
    }

    func receive(_ track: String = "question") async throws -> Receipt { try await casework.receive(try letter(track), on: province) }

    func seen(_ id: CaseID) async throws -> Casework.Seen {
        Casework.Seen(id, version: try #require(try await database.read { try CaseFile.load(id, $0) }).version)
    }

    func file(_ id: CaseID) async throws -> CaseFile { try #require(try await database.read { try CaseFile.load(id, $0) }) }

    func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.value(sql, as: Int.self) } ?? -1 }

    static let caller = Access.Caller(address: "192.0.2.7", agent: "Firefox")

    static func with<T>(_ backend: Backend, telling: CaseTelling = .none, _ body: (CaseRoom) async throws -> T) async throws -> T {
        let migrations = NodeLease.migrations + NetworkMigrations.all + PublishingMigrations.all + CaseworkMigrations.all
        return try await withDatabase(backend, migrations: Keyring.migrations) { keys in
            try await withDatabase(backend, migrations: migrations) { try await body(make($0, keys, telling)) }
        }
    }

    private static func make(_ database: any Database, _ keys: any Database, _ telling: CaseTelling) async throws -> CaseRoom {
        // Monday 16 November 2026, 9:00 in Vietnam.
        let clock = TurnedClock(Instant(seconds: 1_794_794_400))
        let ids = IdentifierMaker(node: 1, clock: clock.clock)
        func site(_ code: String, _ parent: SiteID?, _ name: String) async throws -> SiteID {
            let settings = SiteSettings(name: name, shortName: name, hosts: ["\(code).localhost"])
            let draft = SiteDraft(code: code, parent: parent, kind: parent == nil ? .portal : .unit, settings: settings)
            return try await Sites.add(draft, to: database, ids: ids, clock: clock.clock).id
        }
        let province = try await site("anson", nil, "Tỉnh An Sơn")
        let department = try await site("so-xay-dung", province, "Sở Xây dựng")
        var people: [String: Person] = [:]
        let now = clock.now
        for (handle, role, place) in [
            ("clerk", Role.recordsClerk, province), ("unit", .unitLiaison, department), ("chief", .editorInChief, province),
            ("other", .unitLiaison, department), ("operator", .operator, province),
        ] {
            let id: PersonID = ids.next()
            people[handle] = try await database.write { db in
                let person = try People.add(PersonDraft(handle: handle, name: "Người \(handle)"), id: id, at: now, in: db)
                try People.grant(role, to: person.id, on: place, from: now, in: db)
                return person
            }
        }
        let office = try await Agencies.add(
            AgencyNaming(name: "Sở Xây dựng tỉnh An Sơn", shortName: "SXD", kind: .department),
            from: CivilDate(year: 2020, month: 1, day: 1)!,
            to: database,
            ids: ids,
            clock: clock.clock
        )
        let legal = try LegalClock.standard()
        let casework = Casework(
            database: database,
            keyring: Keyring(database: keys, clock: clock.clock),
            clock: clock.clock,
            ids: ids,
            tracks: try TrackTable.standard(),
            times: CaseTimes { legal },
            telling: telling,
            termKey: Array(repeating: 7, count: 32)
        )
        let tree = try await database.read { try Sites.tree(at: now, in: $0) }
        return CaseRoom(
            database: database,
            keys: keys,
            casework: casework,
            clock: clock,
            tree: tree,
            province: tree[province]!,
            department: tree[department]!,
            office: office.id,
            people: people
        )
    }
}
