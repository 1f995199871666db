import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Forms in a flood")
struct FloodTests {
    static func form(_ casework: Casework) throws -> FormTicket { try #require(casework.ticket(casework.ticket())) }

    // MARK: When it is one

    /// Letters from one place, bound, and bits that are asked then.
    @Test(
        "nothing is asked in calm times; at the bound a proof, and a bit more with each doubling",
        arguments: [
            (0, 10, nil), (9, 10, nil), (10, 10, 6), (19, 10, 6), (20, 10, 7), (39, 10, 7), (40, 10, 8), (10_239, 10, 15), (40_960, 10, 16),
            (5_000, 0, nil),
        ] as [(Int, Int, Int?)]
    )
    func bits(_ letters: Int, _ bound: Int, _ asked: Int?) {
        let site = SiteID(rawValue: 1)
        let now = Instant(seconds: 1_794_794_400)
        for bounds in [
            FloodBounds(portal: bound, range: 0, node: 0, bits: 6), FloodBounds(portal: 0, range: bound, node: 0, bits: 6),
            FloodBounds(portal: 0, range: 0, node: bound, bits: 6),
        ] {
            let gauge = FloodGauge(bounds)
            for _ in 0..<letters { gauge.count(site, "192.0.2.1", at: now) }
            #expect(gauge.bits(site, "192.0.2.1", at: now) == asked)
        }
    }

    @Test("a flood of one portal, of one range, of the node: who is asked and who is not")
    func whose() {
        let (one, other) = (SiteID(rawValue: 1), SiteID(rawValue: 2))
        let now = Instant(seconds: 1_794_794_400)
        func gauge(_ bounds: FloodBounds) -> FloodGauge {
            let gauge = FloodGauge(bounds)
            for number in 0..<10 { gauge.count(one, "192.0.2.\(number)", at: now) }
            return gauge
        }
        let portal = gauge(FloodBounds(portal: 10, range: 0, node: 0, bits: 6))
        #expect(portal.bits(one, "203.0.113.1", at: now) == 6 && portal.bits(other, "192.0.2.1", at: now) == nil)
        let range = gauge(FloodBounds(portal: 0, range: 10, node: 0, bits: 6))
        #expect(range.bits(other, "192.0.2.200", at: now) == 6 && range.bits(one, "192.0.3.1", at: now) == nil)
        let node = gauge(FloodBounds(portal: 0, range: 0, node: 10, bits: 6))
        #expect(node.bits(other, "203.0.113.1", at: now) == 6)
    }

    @Test("it ends with the letters: half a window later fewer count, two windows later none")
    func ending() {
        let (site, gauge) = (SiteID(rawValue: 1), FloodGauge(FloodBounds(portal: 100, range: 0, node: 0, bits: 6)))
        let start = Instant(seconds: 1_794_794_400 / 300 * 300)
        for _ in 0..<150 { gauge.count(site, "192.0.2.1", at: start) }
        #expect(gauge.bits(site, "192.0.2.1", at: start.adding(seconds: 299)) == 6)
        #expect(gauge.bits(site, "192.0.2.1", at: start.adding(seconds: 350)) == 6)
        #expect(gauge.bits(site, "192.0.2.1", at: start.adding(seconds: 450)) == nil)
        #expect(gauge.bits(site, "192.0.2.1", at: start.adding(seconds: 900)) == nil)
        // A clock that was put back counts nothing that is to come.
        #expect(gauge.bits(site, "192.0.2.1", at: start.adding(seconds: -900)) == nil)
    }

    @Test(
        "what a range is",
        arguments: [
            ("192.0.2.7", "192.0.2"), ("2001:db8:7:0:0:0:0:1", "2001:db8:7"), ("2001:db8:8:1:0:0:0:1", "2001:db8:8"), ("unknown", "unknown"),
        ]
    )
    func range(_ place: String, _ range: String) { #expect(FloodBounds.range(of: place) == range) }

    // MARK: The proof

    @Test(
        "a proof counts on every node that shares the secret, for its form, and becomes one case however often it is sent",
        arguments: Backend.available
    )
    func once(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let bounds = FloodBounds()
            let here = room.casework
            let there = Casework(
                database: room.database,
                keyring: here.keyring,
                clock: room.clock.clock,
                ids: IdentifierMaker(node: 2, clock: room.clock.clock),
                tracks: here.tracks,
                times: here.times,
                termKey: Array(repeating: 7, count: 32)
            )
            let ticket = try Self.form(here)
            let answer = here.proof(of: ticket, bits: 6).solved()
            #expect(try await !here.wasSent(ticket))
            let letter = try room.letter()
            let receipts = try await withThrowingTaskGroup(of: CaseID.self) { group in
                for node in [here, there, here, there, here, there] {
                    group.addTask {
                        #expect(node.verdict(answer, of: ticket, bits: 6, bounds) == .good)
                        return try await node.receive(letter, on: room.province, ticket: ticket).id
                    }
                }
                return try await group.reduce(into: Set<CaseID>()) { $0.insert($1) }
            }
            #expect(receipts.count == 1)
            let cases = try await room.count("SELECT count(*) FROM case_file")
            #expect(cases == 1)
            #expect(try await there.wasSent(ticket))
            // The same proof for another form is none.
            #expect(there.verdict(answer, of: try Self.form(there), bits: 6, bounds) == .forged)
        }
    }

    @Test("missing, forged, of another form, expired, too easy, wrong")
    func verdicts() async throws {
        try await CaseRoom.with(.sqlite) { room in
            let (casework, bounds) = (room.casework, FloodBounds())
            let ticket = try Self.form(casework)
            let proof = casework.proof(of: ticket, bits: 8)
            let answer = proof.solved()
            func verdict(_ answer: String?, bits: Int = 8) -> FormProof.Verdict { casework.verdict(answer, of: ticket, bits: bits, bounds) }
            #expect(verdict(answer) == .good && verdict(answer, bits: 2) == .good)
            #expect(verdict(nil) == .missing && verdict("") == .missing)
            // Less was asked when it was drawn: by two bits it counts, by more it does not.
            #expect(verdict(answer, bits: 10) == .good && verdict(answer, bits: 11) == .tooEasy)
            // Changed anywhere before the number, it is not ours.
            for index in proof.challenge.indices {
                let other: Character = proof.challenge[index] == "1" ? "2" : "1"
                let forged = String(answer[..<index]) + String(other) + answer[answer.index(after: index)...]
                #expect(verdict(forged) == .forged, "\(forged)")
            }
            for bad in [
                ":", "::", "8.1.x:1", "8:1", answer + ":1", " " + answer, answer + " ", "0" + answer, "\(proof.challenge):", "\(proof.challenge):-1",
                "\(proof.challenge):+1", "\(proof.challenge):01", "\(proof.challenge):١", String(repeating: "9", count: 5_000),
                "99.1.\(proof.challenge):1",
            ] { #expect(verdict(bad) == .forged, "\(bad)") }
            let short = (0..<1_000).first { FormProof.zeros("\(proof.challenge):\($0)") < 8 }
            #expect(verdict("\(proof.challenge):\(try #require(short))") == .wrong)
            room.clock.advance(seconds: bounds.lifetime)
            #expect(verdict(answer) == .good)
            room.clock.advance(seconds: 1)
            #expect(verdict(answer) == .expired)
            room.clock.advance(seconds: -bounds.lifetime - 62)
            #expect(verdict(answer) == .expired)
        }
    }

    @Test("the hash is that of the challenge, the number and zeros to 8 KiB, as scripts make it")
    func vector() {
        for (answer, zeros) in Self.vectors { #expect(FormProof.zeros(answer) == zeros, "\(answer)") }
    }

    /// Made by Python's hashlib.
    static let vectors: [(String, Int)] = [
        ("12.1794794400000.0123456789abcdef0123456789abcdef:0", 0),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:2", 1),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:15", 2),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:20", 3),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:4", 4),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:261", 5),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:88", 6),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:193", 7),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:299", 8),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:488", 9),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:348", 10),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:5368", 11),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:2432", 12),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:9198", 13),
        ("12.1794794400000.0123456789abcdef0123456789abcdef:7454", 14),
    ]

    // MARK: Without a proof

    @Test("a form that was open long enough goes through: one from a range at a time, some a minute altogether")
    func lane() async throws {
        try await CaseRoom.with(.sqlite) { room in
            var bounds = FloodBounds()
            (bounds.laneAMinute, bounds.laneRange, bounds.wait) = (3, 20, 60)
            let lane = WaitingLane(bounds)
            // Forms kept in stock bring nothing: what counts is who goes through, not who waits.
            let forms = try (0..<100).map { _ in try Self.form(room.casework) }
            let start = room.clock.now
            #expect(lane.admit(forms[0], from: "192.0.2.1", at: start) == 60)
            #expect(lane.admit(forms[0], from: "192.0.2.1", at: start.adding(seconds: 59)) == 1)
            let full = Instant(rawValue: (start.rawValue / 60_000 + 2) * 60_000)
            #expect(lane.admit(forms[0], from: "192.0.2.1", at: full) == nil)
            #expect(lane.admit(forms[1], from: "192.0.2.99", at: full.adding(seconds: 5)) == 15)
            #expect(lane.admit(forms[2], from: "198.51.100.1", at: full.adding(seconds: 5)) == nil)
            #expect(lane.admit(forms[3], from: "203.0.113.1", at: full.adding(seconds: 6)) == nil)
            #expect(lane.admit(forms[4], from: "203.0.114.1", at: full.adding(seconds: 7)) == 53)
            #expect(lane.admit(forms[4], from: "203.0.114.1", at: full.adding(seconds: 60)) == nil)
            // A machine with a hundred forms, an hour long, from one range.
            let later = full.adding(seconds: 600)
            let through = (0..<3_600).count { lane.admit(forms[$0 % 100], from: "192.0.2.1", at: later.adding(seconds: Int64($0))) == nil }
            #expect(through == 180)
        }
    }
}
