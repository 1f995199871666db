import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// Roles that are limited to sections, through the gate and through the commands.
@Suite("Roles limited to sections") struct SectionLimitTests {
    private func limit(_ room: Newsroom, _ handle: String, _ role: Role, _ sections: Set<SectionID>) async throws {
        let person = try #require(room.people[handle])
        let (site, now) = (room.province, room.clock.now)
        try await room.database.write { try People.limit(role, of: person, on: site, to: sections, at: now, in: $0) }
    }

    @Test("a limited role reaches its sections and what lies below them, and nothing else", arguments: Backend.available)
    func reach(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let outside = try #require(
                try await room.publishing.addSection(
                    Section(id: SectionID(rawValue: 77), site: room.province, code: "van-hoa", name: "Văn hóa"),
                    by: room.by("chief")
                )
            ).id
            try await limit(room, "editor", .editor, [room.news])
            let by = try await room.by("editor")
            #expect(by.actor.grants.map(\.sections) == [[room.news, room.inner]])
            func may(_ action: Action, _ section: Subject.Section, on site: SiteID? = nil) -> Bool {
                mayDo(by.actor, action, on: Subject(site: site ?? room.province, section: section, kind: "notice"), in: room.tree)
            }
            #expect(may(.edit, .one(room.news)) && may(.edit, .one(room.inner)) && may(.read, .anywhere))
            #expect(!may(.edit, .one(outside)) && !may(.edit, .none) && !may(.importItems, .none))
            #expect(!may(.edit, .one(room.news), on: room.department) && !may(.edit, .anywhere, on: room.department))
            #expect(!may(.approve, .one(room.news)), "a limit gives no right that the role has not")
            #expect(by.actor.sections(for: .edit, on: room.province, in: room.tree) == [room.news, room.inner])
            #expect(by.actor.sections(for: .edit, on: room.department, in: room.tree) == [])
            #expect(by.actor.sections(for: .approve, on: room.province, in: room.tree) == [])
            // A section opened below one of theirs is theirs at the next request.
            try await room.publishing.addSection(
                Section(id: SectionID(rawValue: 78), site: room.province, code: "gia-ca", parent: room.inner, name: "Giá cả"),
                by: room.by("chief")
            )
            #expect(try await room.by("editor").actor.grants[0].sections?.contains(SectionID(rawValue: 78)) == true)
            // None chosen: the whole portal again, and those below.
            try await limit(room, "editor", .editor, [])
            let free = try await room.by("editor")
            #expect(free.actor.sections(for: .edit, on: room.department, in: room.tree) == nil)
        }
    }

    @Test("commands keep to the limit: writing, approving, moving away and moving in", arguments: Backend.available)
    func commands(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let outside = SectionID(rawValue: 77)
            try await room.publishing.addSection(Section(id: outside, site: room.province, code: "van-hoa", name: "Văn hóa"), by: room.by("chief"))
            try await limit(room, "reporter", .reporter, [room.news])
            try await limit(room, "second", .editorInChief, [room.inner])
            let saved = try await room.publishing.save(
                Notice.about("Tin"),
                in: Place(site: room.province, section: room.inner),
                by: room.by("reporter")
            )
            for section in [outside, nil] {
                await #expect(throws: AuthorizationRefusal.notAllowed(.create)) {
                    try await room.publishing.save(Notice.about("Tin"), in: Place(site: room.province, section: section), by: room.by("reporter"))
                }
            }
            try await room.publishing.submit(saved.item, by: room.by("reporter"))
            try await room.publishing.approve(saved.item, by: room.by("second"))
            _ = try await room.publishing.publish(saved.item, by: room.by("second"))
            await #expect(throws: AuthorizationRefusal.notAllowed(.move)) {
                try await room.publishing.move(saved.item, to: Place(site: room.province, section: outside), by: room.by("second"))
            }
            let other = try await room.publish(Notice.about("Tin khác"), in: room.news)
            await #expect(throws: AuthorizationRefusal.notAllowed(.withdraw)) {
                try await room.publishing.withdraw(other.item, because: .error, note: "Nhầm", by: room.by("second"))
            }
        }
    }

    @Test("deputies inherit the limit; an ended term takes it along; what makes no sense is refused", arguments: Backend.available)
    func terms(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            try await limit(room, "editor", .editor, [room.inner])
            let (editor, reporter) = (try #require(room.people["editor"]), try #require(room.people["reporter"]))
            let now = room.clock.now
            try await room.database.write { db in
                try db.execute(
                    """
                    INSERT INTO deputy (id, absent, deputy, valid_from, valid_to)
                    VALUES (1, \(editor), \(reporter), \(now.adding(seconds: -1)), \(now.adding(seconds: 86_400)))
                    """
                )
            }
            let stand = try await room.by("reporter").actor.grants.first { $0.role == .editor }
            #expect(stand?.sections == [room.inner])
            await #expect(throws: PeopleRefusal.roleWithoutSections(.operator)) { try await limit(room, "operator", .operator, [room.inner]) }
            await #expect(throws: PeopleRefusal.roleNotHeld(.reporter)) { try await limit(room, "editor", .reporter, [room.inner]) }
            await #expect(throws: PeopleRefusal.sectionElsewhere) { try await limit(room, "editor", .editor, [SectionID(rawValue: 1)]) }
            room.clock.advance(seconds: 10)
            let (later, site) = (room.clock.now, room.province)
            try await room.database.write { db in
                try People.revoke(.editor, from: editor, on: site, at: later, in: db)
                try People.grant(.editor, to: editor, on: site, from: later.adding(seconds: 1), in: db)
            }
            room.clock.advance(seconds: 10)
            #expect(try await room.by("editor").actor.grants.map(\.sections) == [nil])
        }
    }
}
