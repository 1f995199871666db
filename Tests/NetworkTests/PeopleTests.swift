import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite struct PeopleTests {
    @Test(arguments: Backend.available)
    func peopleAreEnteredAndFound(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            var made: [Person] = []
            for (handle, name) in [("an.nv", "Nguyễn Văn Ấn"), ("an-tt", "Trần Thị An"), ("binh", "Lê Bình"), ("dung", "Đỗ Dũng")] {
                made.append(
                    try await People.add(
                        PersonDraft(handle: handle, name: name, email: "\(handle)@vidu.vn"),
                        to: net.database,
                        ids: net.ids,
                        clock: net.clock
                    )
                )
            }
            let found = try await net.database.read { try People.find(handle: "an.nv", in: $0) }
            #expect(found == made[0])
            #expect(try await net.database.read { try People.find(handle: "AN.NV", in: $0) } == nil)
            #expect(try await net.database.read { try People.all(in: $0) }.map(\.handle) == ["an-tt", "an.nv", "binh", "dung"])
            await #expect(throws: PeopleRefusal.handleTaken("binh")) {
                try await People.add(PersonDraft(handle: "binh", name: "Bình Khác"), to: net.database, ids: net.ids, clock: net.clock)
            }
            let id = made[2].id
            try await net.database.write { try People.change(id, name: "Lê Thanh An", email: nil, in: $0) }
            #expect(try await net.database.read { try People.person(id, in: $0) }.name == "Lê Thanh An")
            #expect(try await net.database.read { try People.all(in: $0) }.map(\.handle) == ["binh", "an-tt", "an.nv", "dung"])
        }
    }

    @Test(arguments: [
        (PersonDraft(handle: "A", name: "A"), PeopleRefusal.handleInvalid("A")), (PersonDraft(handle: "ấn", name: "A"), .handleInvalid("ấn")),
        (PersonDraft(handle: "a b", name: "A"), .handleInvalid("a b")), (PersonDraft(handle: "1a", name: "A"), .handleInvalid("1a")),
        (PersonDraft(handle: "an.", name: "A"), .handleInvalid("an.")), (PersonDraft(handle: "an", name: " "), .nameMissing),
        (PersonDraft(handle: "an", name: String(repeating: "a", count: 121)), .nameTooLong(limit: 120)),
        (PersonDraft(handle: "an", name: "A", email: "a@b@c.vn"), .emailInvalid("a@b@c.vn")),
        (PersonDraft(handle: "an", name: "A", email: "a<b>@c.vn"), .emailInvalid("a<b>@c.vn")),
    ])
    func badPeopleAreRefused(_ draft: PersonDraft, _ refusal: PeopleRefusal) async throws {
        try await withNet(.sqlite) { net in
            await #expect(throws: refusal) { try await People.add(draft, to: net.database, ids: net.ids, clock: net.clock) }
        }
    }

    @Test(arguments: Backend.available)
    func rolesHoldForTheirTerm(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            let site = try await net.add("so", below: root.id)
            let linked = try await net.add("bao", below: root.id, kind: .linked)
            let person = try await People.add(PersonDraft(handle: "an", name: "An"), to: net.database, ids: net.ids, clock: net.clock)
            let (id, now) = (person.id, net.now)
            func grants(after seconds: Int64) async throws -> [Actor.Grant]? {
                try await People.actor(for: id, at: now.adding(seconds: seconds), from: net.database)?.grants
            }
            func grant(_ role: Role, on site: SiteID, from: Int64 = 0, until: Int64? = nil) async throws {
                try await net.database.write {
                    try People.grant(role, to: id, on: site, from: now.adding(seconds: from), until: until.map { now.adding(seconds: $0) }, in: $0)
                }
            }
            #expect(try await grants(after: 0) == [])
            try await grant(.editor, on: root.id)
            try await grant(.editorInChief, on: site.id, from: 100, until: 200)
            #expect(try await grants(after: 0) == [Actor.Grant(role: .editor, site: root.id)])
            #expect(try await grants(after: -1) == [])
            #expect(try await grants(after: 100) == [Actor.Grant(role: .editor, site: root.id), Actor.Grant(role: .editorInChief, site: site.id)])
            #expect(try await grants(after: 200) == [Actor.Grant(role: .editor, site: root.id)])
            await #expect(throws: PeopleRefusal.roleHeld(.editor)) { try await grant(.editor, on: root.id, from: 50) }
            await #expect(throws: PeopleRefusal.roleHeld(.editorInChief)) { try await grant(.editorInChief, on: site.id, from: 0) }
            await #expect(throws: PeopleRefusal.termEndsBeforeItBegins) { try await grant(.reporter, on: site.id, from: 5, until: 5) }
            await #expect(throws: PeopleRefusal.siteIsLinked("bao")) { try await grant(.reporter, on: linked.id) }
            await #expect(throws: PeopleRefusal.siteUnknown) { try await grant(.reporter, on: SiteID(rawValue: 1)) }
            try await grant(.editorInChief, on: site.id, from: 200)

            try await net.database.write { try People.revoke(.editor, from: id, on: root.id, at: now, in: $0) }
            #expect(try await grants(after: 0) == [])
            await #expect(throws: PeopleRefusal.roleNotHeld(.editor)) {
                try await net.database.write { try People.revoke(.editor, from: id, on: root.id, at: now, in: $0) }
            }
            try await grant(.editor, on: root.id)
            #expect(try await grants(after: 0)?.count == 1, "granted again in the moment it was revoked")
            #expect(try await net.database.read { try People.terms(of: id, in: $0) }.count == 3)
            #expect(try await net.database.read { try People.holders(on: root.id, at: now, in: $0) }.map(\.role) == [.editor])

            try await net.database.write { try People.setActive(false, id, in: $0) }
            #expect(try await grants(after: 0) == nil)
            await #expect(throws: PeopleRefusal.inactive("an")) { try await grant(.reporter, on: root.id) }
            try await net.database.write { try People.setActive(true, id, in: $0) }
            #expect(try await grants(after: 0)?.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func oneRoleGrantedTwiceAtOnceIsGrantedOnce(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let root = try await net.add("tinh")
            let person = try await People.add(PersonDraft(handle: "an", name: "An"), to: net.database, ids: net.ids, clock: net.clock)
            let now = net.now
            for role in Role.allCases {
                let done = await withTaskGroup(of: Bool.self) { group in
                    for shift in 0..<4 as Range<Int64> {
                        let (from, until) = (now.adding(seconds: shift), now.adding(seconds: 900))
                        group.addTask {
                            let granted: Void? = try? await net.database.write {
                                try People.grant(role, to: person.id, on: root.id, from: from, until: until, in: $0)
                            }
                            return granted != nil
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(done == 1)
            }
        }
    }

    @Test(arguments: Backend.available)
    func aPenNameIsOnePerson(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let a = try await People.add(PersonDraft(handle: "an", name: "An"), to: net.database, ids: net.ids, clock: net.clock).id
            let b = try await People.add(PersonDraft(handle: "ba", name: "Ba"), to: net.database, ids: net.ids, clock: net.clock).id
            try await net.database.write { try People.addPenName("Hòa Bình", for: a, id: PenNameID(rawValue: 1), in: $0) }
            try await net.database.write { try People.addPenName("Ánh Dương", for: a, id: PenNameID(rawValue: 2), in: $0) }
            await #expect(throws: PeopleRefusal.penNameTaken("HOÀ  BÌNH".replacing("  ", with: " "))) {
                try await net.database.write { try People.addPenName("HOÀ  BÌNH", for: b, id: PenNameID(rawValue: 3), in: $0) }
            }
            await #expect(throws: PeopleRefusal.penNameMissing) {
                try await net.database.write { try People.addPenName("\u{200B}", for: b, id: PenNameID(rawValue: 4), in: $0) }
            }
            #expect(try await net.database.read { try People.find(penName: "hoà bình", in: $0) } == a)
            #expect(try await net.database.read { try People.find(penName: "hoa binh", in: $0) } == nil)
            #expect(try await net.database.read { try People.penNames(of: a, in: $0) } == ["Ánh Dương", "Hòa Bình"])
            await #expect(throws: PeopleRefusal.penNameUnknown("Hòa Bình")) {
                try await net.database.write { try People.removePenName("Hòa Bình", from: b, in: $0) }
            }
            try await net.database.write { try People.removePenName("Hòa Bình", from: a, in: $0) }
            #expect(try await net.database.read { try People.find(penName: "Hòa Bình", in: $0) } == nil)
        }
    }
}
