import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// Drafts seen together: by whoever may read each of them, by a link, and by nobody else.
@Suite("Drafts together") struct TogetherTests {
    @Test("a set is for who may read all of it; a link shows it until it ends", arguments: Backend.available)
    func sets(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let workroom = Workroom(room.publishing)
            let (reporter, chief) = (try await room.by("reporter"), try await room.by("chief"))
            let place = Place(site: room.province, section: room.inner)
            let live = try await room.publish(.about("Đang đăng"), in: room.inner)
            let one = try await room.publishing.save(Notice.about("Bản một", tags: ["lũ"]), in: place, by: reporter).item
            let two = try await room.publishing.save(Notice.about("Bản hai"), in: place, by: reporter).item
            try await room.publishing.save(Notice.about("Đang đăng, sửa"), as: live.item, in: place, by: chief)
            let moment = room.clock.now.adding(seconds: 3600)
            let id = try await workroom.together([one, two, live.item], on: room.province, at: moment, by: chief)
            let set = try await workroom.set(id, on: room.province, for: reporter)
            #expect(set.items.map(\.card.content.title) == ["Bản một", "Bản hai", "Đang đăng, sửa"])
            await #expect(throws: (any Error).self) { _ = try await workroom.set(id, on: room.province, for: room.by("operator")) }
            await #expect(throws: PublishingRefusal.unknownSet) { _ = try await workroom.set(id, on: room.department, for: chief) }
            await #expect(throws: PublishingRefusal.tooManyTogether(limit: PreviewSet.most)) {
                _ = try await workroom.together([], on: room.province, at: moment, by: chief)
            }

            // Lists as they would be; the public reader knows nothing of it.
            let path: (SectionID) -> [SectionID] = { $0 == room.inner ? [room.news, room.inner] : [$0] }
            let staged = room.reader.staging(set.items, path: path)
            for key in [ListKey.all, .section(room.news), .section(room.inner)] {
                let list = try await staged.list(key, on: room.province, page: 1)
                #expect(list.cards.map(\.content.title) == ["Bản hai", "Bản một", "Đang đăng, sửa"] && list.total == 3, "\(key)")
                #expect(try await room.reader.list(key, on: room.province, page: 1).cards.map(\.content.title) == ["Đang đăng"])
            }
            let front = try await staged.front([(key: .all, count: 2)], on: room.province, at: moment)
            #expect(front.lists[.all]?.map(\.content.title) == ["Bản hai", "Bản một"])
            #expect(try await staged.list(.all, on: room.department, page: 1).cards.isEmpty, "another portal's lists are its own")

            // By a link.
            await #expect(throws: AuthorizationRefusal.notAllowed(.inviteReader)) {
                _ = try await workroom.invite("Khách", to: set, days: 3, by: reporter)
            }
            let (link, token) = try await workroom.invite("Ông Ba", to: set, days: 3, by: chief)
            #expect(try await workroom.together(token)?.set.items.count == 3)
            try await room.publishing.save(Notice.about("Bản một, sau"), as: one, in: place, by: reporter)
            #expect(try await workroom.together(token)?.set.items.first?.card.content.title == "Bản một", "the revision it was made of")
            #expect(try await workroom.together(SecretToken.make()) == nil)
            try await workroom.end(link.id, to: set, by: chief)
            #expect(try await workroom.together(token) == nil)
            let (_, late) = try await workroom.invite("Khách", to: set, days: 1, by: chief)
            room.clock.advance(seconds: 86_401)
            #expect(try await workroom.together(late) == nil)
            let (_, third) = try await workroom.invite("Khách", to: set, days: 1, by: chief)
            try await room.publishing.erase(two, because: .personal, by: chief)
            #expect(try await workroom.together(third) == nil, "what was erased is not shown, nor what stands beside it")
            await #expect(throws: PublishingRefusal.unknownSet) { _ = try await workroom.set(id, on: room.province, for: chief) }
        }
    }

    @Test("views are kept, shared and dropped by whose they are", arguments: Backend.available)
    func views(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (one, two) = (try #require(room.people["reporter"]), try #require(room.people["chief"]))
            try await room.database.write { (db: any Connection) throws -> Void in
                let now = room.clock.now
                #expect(try SavedFilter.add(SavedFilterID(rawValue: 1), name: "Riêng", address: "/desk/a?x=1", of: one, at: now, db))
                let second = SavedFilterID(rawValue: 2)
                #expect(try SavedFilter.add(second, name: "Chung", address: "/desk/a?x=2", of: one, sharedOn: room.province, at: now, db))
                #expect(try SavedFilter.all(of: one, db).map(\.name) == ["Riêng", "Chung"])
                #expect(try SavedFilter.shared(on: room.province, butOf: two, db).map(\.name) == ["Chung"])
                #expect(try SavedFilter.shared(on: room.province, butOf: one, db).isEmpty)
                #expect(try SavedFilter.shared(on: room.department, butOf: two, db).isEmpty)
                #expect(try !SavedFilter.remove(SavedFilterID(rawValue: 2), of: two, db))
                #expect(try SavedFilter.remove(SavedFilterID(rawValue: 2), of: one, db))
            }
        }
    }
}
