import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import Store
import Testing
import Vietnamese

/// The register of hosts that links may lead to with weight: two persons for each change, an entry for each decision.
@Suite("The register of hosts") struct HostRegisterTests {
    @Test(
        "names in one form, and what is none",
        arguments: [
            ("BaoChinhPhu.vn", "baochinhphu.vn"), ("www.chinhphu.vn", "chinhphu.vn"), ("https://www.chinhphu.vn/a?b#c", "chinhphu.vn"),
            ("van-ban.tinh.gov.vn.", "van-ban.tinh.gov.vn"), ("báo.vn", nil), ("xn--bo-jma.vn", nil), ("10.0.0.1", nil), ("localhost", nil),
            ("a b.vn", nil), ("bao.vn:8080", nil), ("user@bao.vn", nil), ("", nil), ("*.vn", nil), ("-a.vn", nil),
        ]
    )
    func names(_ text: String, _ name: String?) {
        #expect((try? OutboundHosts.checked(text)) == name)
    }

    private func tree(_ room: Newsroom) async throws -> SiteTree {
        try await room.database.read { [now = room.clock.now] in try Sites.tree(at: now, in: $0) }
    }

    private func entries(_ room: Newsroom) async throws -> [RecordEntry] {
        try await room.database.read { try EventLog.entries(from: 0, limit: 1000, $0) }.compactMap {
            if case .entry(let entry) = try RecordEntry.read($0) { entry } else { nil }
        }
    }

    @Test("one proposes, another approves; the portal and those below it, and none above, lead there with weight", arguments: Backend.available)
    func twoPersons(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (chief, second) = (try await room.by("chief"), try await room.by("second"))
            let publisher = room.publishing
            let before = try await entries(room).count
            let proposal = try await publisher.proposeHost(.add, "www.Bao.vn", because: "Báo ngành", on: room.department, by: chief)
            #expect(proposal.host == "bao.vn")
            #expect(try await !tree(room).trusts("bao.vn", from: room.department), "nothing follows from a proposal")
            await #expect(throws: HostRefusal.waiting("bao.vn")) {
                try await publisher.proposeHost(.add, "bao.vn", because: "x", on: room.department, by: second)
            }
            await #expect(throws: AuthorizationRefusal.ownWork(.approveHost)) {
                try await publisher.decideHost(proposal.id, .approved, on: room.department, by: chief)
            }
            for handle in ["reporter", "editor", "operator"] {
                let by = try await room.by(handle)
                await #expect(throws: AuthorizationRefusal.notAllowed(.approveHost)) {
                    try await publisher.decideHost(proposal.id, .approved, on: room.department, by: by)
                }
            }
            #expect(try await entries(room).count == before, "what was refused leaves no entry")
            let decided = try await publisher.decideHost(proposal.id, .approved, on: room.department, by: second)
            let entry = try #require(try await entries(room).last)
            #expect(entry.op == .host && entry.host == "bao.vn" && entry.part == "approved" && entry.site == "so-y-te")
            #expect(entry.by.map { Set($0).count } == 2, "two pseudonyms")
            #expect(decided.entry == Int64(before))
            let now = try await tree(room)
            #expect(now.trusts("bao.vn", from: room.department) && now.trusts("www.bao.vn", from: room.department))
            #expect(!now.trusts("con.bao.vn", from: room.department) && !now.trusts("xbao.vn", from: room.department))
            #expect(!now.trusts("bao.vn", from: room.province), "not above")
            await #expect(throws: HostRefusal.decided) {
                try await publisher.decideHost(proposal.id, .approved, on: room.department, by: second)
            }

            // A registration above holds below; and both are taken out by two.
            let above = try await publisher.proposeHost(.add, "chinhphu.vn", because: "Chính phủ", on: room.province, by: second)
            try await publisher.decideHost(above.id, .approved, on: room.province, by: chief)
            #expect(try await tree(room).trusts("chinhphu.vn", from: room.department))
            await #expect(throws: HostRefusal.notRegistered("chinhphu.vn")) {
                try await publisher.proposeHost(.remove, "chinhphu.vn", because: "x", on: room.department, by: chief)
            }
            let removal = try await publisher.proposeHost(.remove, "chinhphu.vn", because: "Đổi tên miền", on: room.province, by: chief)
            #expect(try await tree(room).trusts("chinhphu.vn", from: room.province), "it stands until somebody else says so")
            try await publisher.decideHost(removal.id, .approved, on: room.province, by: second)
            #expect(try await !tree(room).trusts("chinhphu.vn", from: room.department))
            #expect(try await entries(room).last?.part == "removed")
        }
    }

    @Test("what is refused, and what may not be proposed", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (chief, second, reporter) = (try await room.by("chief"), try await room.by("second"), try await room.by("reporter"))
            let publisher = room.publishing
            await #expect(throws: AuthorizationRefusal.notAllowed(.proposeHost)) {
                try await publisher.proposeHost(.add, "bao.vn", because: "x", on: room.province, by: reporter)
            }
            await #expect(throws: HostRefusal.own("tinh.example.vn")) {
                try await room.database.write {
                    try $0.execute("INSERT INTO site_host (host, site, position) VALUES ('www.tinh.example.vn', \(room.province), 5)")
                }
                try await publisher.proposeHost(.add, "tinh.example.vn", because: "x", on: room.province, by: chief)
            }
            await #expect(throws: HostRefusal.reasonMissing) {
                try await publisher.proposeHost(.add, "bao.vn", because: " \u{200B}", on: room.province, by: chief)
            }
            let shell = Publisher.By(Actor(person: PersonID(rawValue: 0), grants: [.init(role: .administrator, site: room.province)]), in: room.tree)
            await #expect(throws: HostRefusal.personMissing) {
                try await publisher.proposeHost(.add, "bao.vn", because: "x", on: room.province, by: shell)
            }
            let proposal = try await publisher.proposeHost(.add, "moi.nha-cai.vn", because: "Quảng bá", on: room.province, by: chief)
            await #expect(throws: HostRefusal.reasonMissing) {
                try await publisher.decideHost(proposal.id, .refused, on: room.province, by: second)
            }
            await #expect(throws: HostRefusal.decided, "a proposal is decided where it was made") {
                try await publisher.decideHost(proposal.id, .approved, on: room.department, by: second)
            }
            // It became known as dangerous between the two.
            let now = room.clock.now
            _ = try await room.database.write { try DangerousHost.add("nha-cai.vn", note: "", by: second.actor.person, at: now, $0) }
            await #expect(throws: HostRefusal.dangerous("moi.nha-cai.vn")) {
                try await publisher.decideHost(proposal.id, .approved, on: room.province, by: second)
            }
            let refused = try await publisher.decideHost(proposal.id, .refused, answer: "Cờ bạc", on: room.province, by: second)
            #expect(refused.entry == nil && refused.answer == "Cờ bạc")
            await #expect(throws: HostRefusal.dangerous("nha-cai.vn")) {
                try await publisher.proposeHost(.add, "nha-cai.vn", because: "x", on: room.province, by: chief)
            }
            let decided = try await room.database.read { try OutboundHosts.decided(on: [room.province], limit: 5, in: $0) }
            #expect(decided.map(\.decision) == [.refused])
        }
    }

    @Test("a backup from before a removal leads nowhere with weight once the record is brought back", arguments: Backend.available)
    func recovery(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (chief, second) = (try await room.by("chief"), try await room.by("second"))
            for change in [HostProposal.Change.add, .remove] {
                let proposal = try await room.publishing.proposeHost(change, "bao.vn", because: "x", on: room.province, by: chief)
                try await room.publishing.decideHost(proposal.id, .approved, on: room.province, by: second)
            }
            let all = try await room.database.read { try EventLog.entries(from: 0, limit: 1000, $0) }
            for kept in [all.count - 1, all.count - 2] {
                try await room.database.write { db in
                    try db.execute("DELETE FROM event WHERE seq >= \(kept)")
                    try db.execute("UPDATE event_head SET seq = \(kept - 1) WHERE id = 1")
                    try db.execute("DELETE FROM outbound_host")
                    try db.execute("INSERT INTO outbound_host (site, host, since, entry) VALUES (\(room.province), 'bao.vn', 0, 0)")
                }
                _ = try await room.database.write { try Recovery.bringBack(Array(all[kept...]), from: Int64(kept), $0) }
                #expect(try await !tree(room).trusts("bao.vn", from: room.province))
            }
        }
    }

    @Test("hosts are counted by the live items that lead to them, and are new until one does", arguments: Backend.available)
    func uses(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let sites = [room.province, room.department]
            try await room.database.write { db in
                for (id, host) in [(1, "bao.vn"), (2, "www.bao.vn"), (3, "khac.vn")] {
                    try db.execute(
                        """
                        INSERT INTO outgoing_link (id, address, host, state, failures, due_at, created_at)
                        VALUES (\(id), \("https://\(host)/\(id)"), \(host), 'new', 0, 0, 0)
                        """
                    )
                    if id < 3 { try db.execute("INSERT INTO outgoing_use (item, link, site) VALUES (\(id + 10), \(id), \(room.province))") }
                }
            }
            let (all, below, unseen) = try await room.database.read { db in
                (
                    try OutgoingLinks.uses(of: "bao.vn", on: sites, db), try OutgoingLinks.uses(of: "bao.vn", on: [room.department], db),
                    try OutgoingLinks.unseen(["bao.vn", "www.bao.vn", "khac.vn", "moi.vn"], on: sites, db)
                )
            }
            #expect(all == 2 && below == 0 && unseen == ["khac.vn", "moi.vn"])
        }
    }
}
