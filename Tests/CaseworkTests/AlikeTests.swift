import Crypto
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Letters that say the same")
struct AlikeTests {
    static let common = """
        Chúng tôi là cư dân khu phố 3, kiến nghị thành phố sớm sửa đoạn đường Bờ Sông đang ngập nặng mỗi khi mưa lớn, nắp cống hư hỏng, xe máy ngã nhiều lần, \
        trẻ em đi học rất nguy hiểm. Bà con đã phản ánh nhiều lần nhưng chưa được giải quyết, mong cơ quan xem xét trả lời sớm.
        """

    static func send(_ room: CaseRoom, _ text: String, name: String, title: String = "Kiến nghị sửa đường Bờ Sông") async throws -> Receipt {
        var letter = try room.letter(title: title)
        (letter.name, letter.text) = (name, text)
        return try await room.casework.receive(letter, on: room.province)
    }

    @Test("one text from five hundred people is one cluster, in whatever spelling and with whatever name below it", arguments: Backend.available)
    func five(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<500 {
                    group.addTask {
                        let text =
                            number % 3 == 0 ? fold(Self.common).uppercased() : Self.common + " Người gửi: Trần Văn \(number), nhà số \(number)."
                        _ = try await Self.send(room, text, name: "Trần Văn \(number)")
                    }
                }
                try await group.waitForAll()
            }
            let other = try await Self.send(
                room,
                "Xin hỏi con tôi sinh tháng này thì làm giấy khai sinh ở đâu và cần giấy tờ gì?",
                name: "Lê Thị B",
                title: "Hỏi khai sinh"
            )
            let clusters = try await room.database.read { try $0.rows("SELECT cluster, count(*) FROM case_file GROUP BY cluster ORDER BY count(*)") }
                .map { (try $0[0] as Int64, try $0[1] as Int) }
            #expect(clusters.map(\.1) == [1, 500])
            let file = try await room.file(other.id)
            #expect(file.cluster == clusters.first?.0)
            // However many came, as much is kept of what they say as of one.
            let bands = try await room.count("SELECT count(*) FROM case_band")
            #expect(bands == 16)
            let desks = [room.province.id, room.department.id]
            let counts = try await room.casework.alike(clusters.map(\.0), on: desks, by: try await room.by("clerk"))
            #expect(counts == [clusters[1].0: 500])
            let unseen = try await room.casework.alike(clusters.map(\.0), on: desks, by: try await room.by("unit"))
            #expect(unseen.isEmpty)
        }
    }

    @Test("what is kept can be held against a text only with the secret")
    func keyed() throws {
        let keys = [1, 2].map { LikenessKey(CaseTerms(key: SymmetricKey(data: [UInt8](repeating: $0, count: 32)))) }
        let (first, second) = (keys[0].likeness(title: "", text: Self.common), keys[1].likeness(title: "", text: Self.common))
        #expect(Set(first.bands).isDisjoint(with: second.bands) && first.share(second.sketch) < 0.1)
        #expect(first == keys[0].likeness(title: "", text: fold(Self.common)) && first.share(first.sketch) == 1)
        #expect(keys[0].likeness(title: "", text: Self.common + " Trần Văn A").share(first.sketch) > 0.8)
    }

    @Test("merging in bulk: ticked ones, all of them, and what changed meanwhile stays", arguments: Backend.available)
    func merged(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            var ids: [CaseID] = []
            for number in 0..<6 { ids.append(try await Self.send(room, Self.common, name: "Trần Văn \(number)").id) }
            let (by, desks) = (try await room.by("clerk"), [room.province.id])
            let cluster = try #require(try await room.file(ids[0]).cluster)
            let stale = Casework.Seen(ids[2], version: 77)
            let chosen = [try await room.seen(ids[1]), stale]
            let first = try await room.casework.mergeAlike(cluster, chosen, into: ids[0], on: desks, by: by)
            #expect(first == (1, 1))
            let second = try await room.casework.mergeAlike(cluster, nil, into: ids[0], on: desks, by: by)
            #expect(second == (4, 0))
            for id in ids.dropFirst() {
                let file = try await room.file(id)
                #expect(file.state == .merged && file.mergedInto == ids[0])
            }
            #expect(try await room.file(ids[0]).state == .received)
            await #expect(throws: CaseRefusal.unknownCase) { try await room.casework.mergeAlike(cluster, nil, into: ids[1], on: desks, by: by) }
            let unit = try await room.by("unit")
            await #expect(throws: AuthorizationRefusal.notAllowed(.receiveCases)) {
                try await room.casework.mergeAlike(cluster, nil, into: ids[0], on: desks, by: unit)
            }
            let list = try await room.casework.list(
                CaseQuery(view: .ended, desks: desks, person: by.person.id, cluster: cluster, limit: 50),
                by: by
            )
            #expect(Set(list.map(\.file.id)) == Set(ids.dropFirst()))
        }
    }

    @Test("who asked for a merged case sees where the other stands", arguments: Backend.available)
    func joined(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (a, b) = (try await Self.send(room, Self.common, name: "A Văn"), try await Self.send(room, Self.common, name: "B Văn"))
            try await room.casework.merge(try await room.seen(b.id), into: a.id, by: try await room.by("clerk"))
            let mine = try await room.casework.lookUp("\(b.code)", "\(b.pin)", from: "192.0.2.1")
            #expect(mine.joined?.id == a.id && mine.original.name == "B Văn")
        }
    }

    @Test("an erased case leaves its cluster, and the last one takes it along", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let (a, b) = (try await Self.send(room, Self.common, name: "A Văn"), try await Self.send(room, Self.common, name: "B Văn"))
            let chief = try await room.by("chief")
            try await room.casework.erase(try await room.seen(a.id), by: chief)
            let (gone, left) = (try await room.file(a.id).cluster, try await room.file(b.id).cluster)
            #expect(gone == nil && left != nil)
            let kept = try await room.count("SELECT count(*) FROM case_band")
            #expect(kept == 8)
            try await room.casework.erase(try await room.seen(b.id), by: chief)
            for table in ["SELECT count(*) FROM case_band", "SELECT count(*) FROM case_cluster"] as [SQL] {
                let left = try await room.count(table)
                #expect(left == 0)
            }
        }
    }

    /// Letters of one text that came before, from one place or from many, and whether the next must wait.
    @Test(
        "a common text goes through at first, then after a wait, and is never refused",
        arguments: [(9, true, false), (10, true, true), (59, false, false), (60, false, true), (500, false, true)] as [(Int, Bool, Bool)]
    )
    func flood(_ before: Int, _ fromOne: Bool, _ waits: Bool) async throws {
        try await CaseRoom.with(.sqlite) { room in
            let limits = ContentLimits(perHour: 60, perPlace: 10, seconds: 15)
            let now = room.clock.now
            func take(_ place: String, _ name: String, waited: Bool = false, at now: Instant, text: String = Self.common) throws {
                var letter = try room.letter(title: "Kiến nghị sửa đường")
                letter.text = text + " Người gửi \(name)."
                try limits.take(room.casework.mark(of: letter), from: place, waited: waited, at: now)
            }
            for number in 0..<before {
                try take(fromOne ? "192.0.2.1" : "192.0.2.\(number)", "Văn \(number)", waited: true, at: now)
            }
            let place = fromOne ? "192.0.2.1" : "198.51.100.1"
            if waits {
                #expect(throws: CaseRefusal.sameText(seconds: 15)) { try take(place, "An", at: now) }
                try take(place, "An", waited: true, at: now)
            } else {
                try take(place, "An", at: now)
            }
            try take(place, "Bình", at: now, text: "Xin hỏi làm giấy khai sinh cho con mới sinh ở đâu, cần những giấy tờ gì và bao lâu thì có?")
            try take(place, "An", at: now.adding(seconds: 3700))
        }
    }

    @Test("a text that came to nothing by no fault of its sender is not counted")
    func givenBack() async throws {
        try await CaseRoom.with(.sqlite) { room in
            let limits = ContentLimits(perHour: 60, perPlace: 10, seconds: 15)
            let (mark, now) = (room.casework.mark(of: try room.letter()), room.clock.now)
            for _ in 0..<200 {
                try limits.take(mark, from: "192.0.2.1", waited: false, at: now)
                limits.giveBack(mark, from: "192.0.2.1")
            }
            for _ in 0..<10 { try limits.take(mark, from: "192.0.2.1", waited: false, at: now) }
            #expect(throws: CaseRefusal.sameText(seconds: 15)) { try limits.take(mark, from: "192.0.2.1", waited: false, at: now) }
        }
    }

    @Test("the token that lets it through is of this letter and form, and old enough")
    func token() async throws {
        try await CaseRoom.with(.sqlite) { room in
            let (one, other) = (
                room.casework.mark(of: try room.letter()), room.casework.mark(of: try room.letter(title: "Việc khác hẳn, không liên quan gì"))
            )
            let (form, second) = (
                try #require(room.casework.ticket(room.casework.ticket())), try #require(room.casework.ticket(room.casework.ticket()))
            )
            let token = room.casework.waitingToken(one, form)
            #expect(!room.casework.hasWaited(token, one, form, seconds: 15))
            room.clock.advance(seconds: 15)
            #expect(room.casework.hasWaited(token, one, form, seconds: 15))
            for wrong in [nil, "", "1-1", token + "0", "9" + token] {
                #expect(!room.casework.hasWaited(wrong, one, form, seconds: 15), "\(wrong ?? "-")")
            }
            #expect(!room.casework.hasWaited(token, other, form, seconds: 15) && !room.casework.hasWaited(token, one, second, seconds: 15))
            room.clock.advance(days: 2)
            #expect(!room.casework.hasWaited(token, one, form, seconds: 15))
        }
    }
}
