import Crypto
import Foundation
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import Store
import Testing
import Vietnamese

/// A passkey (ES256) of a few lines, put straight into the table of passkeys.
struct PaperKey: Sendable {
    static let home = PasskeyHome(host: "desk.anson.test", origin: "https://desk.anson.test")
    let secret = P256.Signing.PrivateKey()
    let credential = (0..<32).map { _ in UInt8.random(in: 0...255) }

    private static func bytes(_ bytes: [UInt8]) -> [UInt8] { [0x58, UInt8(bytes.count)] + bytes }

    var cose: [UInt8] {
        let point = [UInt8](secret.publicKey.x963Representation)
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21] + Self.bytes(Array(point[1..<33])) + [0x22] + Self.bytes(Array(point[33...]))
    }

    func answer(_ challenge: String, counter: UInt32 = 0, origin: String = PaperKey.home.origin, flags: UInt8 = 5) throws -> PasskeyAssertion {
        let client = Array("{\"type\":\"webauthn.get\",\"challenge\":\"\(challenge)\",\"origin\":\"\(origin)\",\"crossOrigin\":false}".utf8)
        let data =
            [UInt8](SHA256.hash(data: Array(Self.home.host.utf8))) + [flags] + withUnsafeBytes(of: counter.bigEndian) { [UInt8]($0) }
        let signature = try secret.signature(for: data + [UInt8](SHA256.hash(data: client)))
        return PasskeyAssertion(
            credential: Self.text(credential),
            clientData: Self.text(client),
            authenticatorData: Self.text(data),
            signature: Self.text([UInt8](signature.derRepresentation))
        )
    }

    func signature(_ challenge: String?, counter: UInt32 = 0) throws -> Publisher.Signature {
        Publisher.Signature(try answer(try #require(challenge), counter: counter), home: Self.home)
    }

    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Gives it to somebody.
    static func of(_ handle: String, _ id: Int64, _ room: Newsroom) async throws -> PaperKey {
        let key = PaperKey()
        let person = try #require(room.people[handle])
        try await room.database.write { db in
            try db.execute(
                """
                INSERT INTO access_passkey (id, person, credential, public_key, counter, name, transports, is_synced, created_at)
                VALUES (\(id), \(person), \(key.credential), \(key.cose), 0, 'Khóa', '', \(false), 0)
                """
            )
        }
        return key
    }
}

@Suite("Approvals by passkey") struct ApprovalTests {
    private func submitted(_ room: Newsroom, _ title: String) async throws -> ItemID {
        let saved = try await room.publishing.save(Notice.about(title), in: Place(site: room.province, section: room.news), by: room.by("reporter"))
        try await room.publishing.submit(saved.item, by: room.by("reporter"))
        return saved.item
    }

    /// Everything the record says, checked as an outsider would.
    private func audit(_ room: Newsroom) async throws -> (audit: ApprovalAudit, entries: [RecordEntry]) {
        let all = try await room.database.read { try EventLog.entries(from: 0, limit: 1000, $0) }
        var audit = ApprovalAudit()
        var entries: [RecordEntry] = []
        for bytes in all {
            guard case .entry(let entry) = try RecordEntry.read(bytes) else { continue }
            entries.append(entry)
            var object: [UInt8]?
            if let att = entry.att, case .there(let found) = try await room.reader.object(att) { object = found }
            try audit.follow(bytes, object: object)
        }
        return (audit, entries)
    }

    @Test("an approval, a correction, a withdrawal and a host, each behind its entry; keys are opened and revoked", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (publisher, chief, second) = (room.publishing, try await room.by("chief"), try await room.by("second"))
            let (first, other) = (try await PaperKey.of("chief", 1, room), try await PaperKey.of("second", 2, room))
            let item = try await submitted(room, "Có chữ ký")
            let question = try await publisher.challenge(for: .approve, of: item, by: chief)
            #expect(try await publisher.challenge(for: .approve, of: item, by: chief) == question, "the same text, the same question")
            try await publisher.approve(item, signature: try first.signature(question), by: chief)
            #expect(try await publisher.challenge(for: .publish(.publish), of: item, by: chief) == nil, "the chief's key stands behind it already")
            let sign = try other.signature(try await publisher.challenge(for: .publish(.publish), of: item, by: second))
            try await publisher.publish(item, signature: sign, by: second)
            var (seen, entries) = try await audit(room)
            #expect(seen.checked == 1 && entries.suffix(3).map(\.op) == [.key, .key, .publish])
            #expect(entries.last?.att != nil && entries.last?.by?.count == 1)
            #expect(entries.suffix(3).first?.key?.hasPrefix("k-") == true, "a key has a name of its own")

            let place = Place(site: room.province, section: room.news)
            try await publisher.save(Notice.about("Có chữ ký", "Đã sửa."), as: item, in: place, by: room.by("editor"))
            try await publisher.submit(item, by: room.by("editor"))
            let again = try await publisher.challenge(for: .approve, of: item, by: chief)
            #expect(again != question)
            try await publisher.approve(item, signature: try first.signature(again), by: chief)
            try await publisher.publish(item, as: .update, by: second)
            let leave = try await publisher.challenge(for: .withdraw(.error), of: item, by: second)
            try await publisher.withdraw(item, because: .error, note: "Sai", signature: try other.signature(leave), by: second)
            let proposal = try await publisher.proposeHost(.add, "bao.vn", because: "Báo", on: room.province, by: chief)
            let host = try await publisher.challenge(for: proposal.id, on: room.province, by: second)
            try await publisher.decideHost(proposal.id, .approved, on: room.province, signature: try other.signature(host), by: second)
            (seen, entries) = try await audit(room)
            #expect(seen.checked == 4 && seen.unread == 0 && entries.filter { $0.op == .key }.count == 2)
            #expect(entries.suffix(3).map(\.op) == [.update, .withdraw, .host] && entries.suffix(3).allSatisfy { $0.att != nil })

            // Without a passkey the entry says so.
            try await room.publish(.about("Không chữ ký"))
            #expect(try await audit(room).entries.last?.att == nil)

            try await room.database.write { try $0.execute("DELETE FROM access_passkey WHERE id = 2") }
            #expect(try await publisher.revokeKeys() == 1)
            #expect(try await publisher.revokeKeys() == 0)
            let last = try #require(try await audit(room).entries.last)
            #expect(last.op == .key && last.part == "revoked")
        }
    }

    @Test("what does not verify is refused, and nothing is written", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (publisher, chief, second) = (room.publishing, try await room.by("chief"), try await room.by("second"))
            let (first, other) = (try await PaperKey.of("chief", 1, room), try await PaperKey.of("second", 2, room))
            let (item, foreign) = (try await submitted(room, "Một"), try await submitted(room, "Hai"))
            let question = try #require(try await publisher.challenge(for: .approve, of: item, by: chief))
            let elsewhere = try #require(try await publisher.challenge(for: .approve, of: foreign, by: chief))
            func refused(_ answer: PasskeyAssertion, _ why: String, as refusal: AccessRefusal = .passkeyRefused) async {
                await #expect(throws: refusal, "\(why)") {
                    try await publisher.approve(item, signature: Publisher.Signature(answer, home: PaperKey.home), by: chief)
                }
            }
            await refused(try first.answer(elsewhere), "another text's question")
            await refused(try other.answer(question), "another person's key")
            await refused(try first.answer(question, origin: "https://evil.test"), "another host's page")
            await refused(try first.answer(question, flags: 0), "nobody was present")
            var broken = try first.answer(question)
            broken.signature = try first.answer(elsewhere).signature
            await refused(broken, "another signature")
            try await room.database.write { try $0.execute("UPDATE access_passkey SET counter = 7 WHERE id = 1") }
            await refused(try first.answer(question, counter: 7), "a counter that does not go up", as: .passkeyCloned("Khóa"))
            #expect(try await room.database.read { try $0.value("SELECT count(*) FROM approval", as: Int.self) } == 0)

            try await publisher.approve(item, signature: try first.signature(question, counter: 8), by: chief)
            let entries = try await audit(room).entries.count
            let own = try await publisher.challenge(for: .publish(.publish), of: item, by: second)
            await #expect(throws: AccessRefusal.passkeyRefused) {
                try await publisher.publish(item, signature: try first.signature(own, counter: 9), by: second)
            }
            // One credential counts once, for whatever it signs.
            await #expect(throws: ApprovalRefusal.keyTwice) {
                try await publisher.publish(item, signature: try first.signature(own, counter: 10), by: chief)
            }
            // Removed between approval and publication.
            try await room.database.write { try $0.execute("DELETE FROM access_passkey WHERE id = 1") }
            await #expect(throws: ApprovalRefusal.keyRemoved) { try await publisher.publish(item, by: second) }
            #expect(try await audit(room).entries.count == entries)
        }
    }

    @Test("where keys are wanted, nothing passes without them", arguments: Backend.available)
    func wanted(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (publisher, chief, second) = (room.publishing, try await room.by("chief"), try await room.by("second"))
            let key = try await PaperKey.of("chief", 1, room)
            let before = try await submitted(room, "Trước")
            try await publisher.approve(before, by: chief)
            await #expect(throws: AuthorizationRefusal.notAllowed(.approveHost)) {
                try await publisher.wantKeys(true, on: room.province, by: room.by("operator"))
            }
            try await publisher.wantKeys(true, on: room.province, by: chief)
            await #expect(throws: ApprovalRefusal.keyWanted) { try await publisher.publish(before, by: second) }
            let item = try await submitted(room, "Sau")
            await #expect(throws: ApprovalRefusal.keyWanted) { try await publisher.approve(item, by: chief) }
            await #expect(throws: ApprovalRefusal.keyWanted) { try await publisher.publishUrgently(item, reason: "Gấp", by: second) }
            let proposal = try await publisher.proposeHost(.add, "bao.vn", because: "x", on: room.department, by: second)
            await #expect(throws: ApprovalRefusal.keyWanted) {
                try await publisher.decideHost(proposal.id, .approved, on: room.department, by: chief)
            }
            try await publisher.approve(item, signature: try key.signature(publisher.challenge(for: .approve, of: item, by: chief)), by: chief)
            try await publisher.publish(item, by: second)
            await #expect(throws: ApprovalRefusal.keyWanted) { try await publisher.withdraw(item, because: .error, note: "x", by: second) }
            let leave = try await publisher.challenge(for: .withdraw(.error), of: item, by: chief)
            try await publisher.withdraw(item, because: .error, note: "x", signature: try key.signature(leave), by: chief)
            try await publisher.wantKeys(false, on: room.province, by: chief)
            try await publisher.publish(before, by: second)
            #expect(try await audit(room).audit.checked == 2)
        }
    }

    @Test("an outsider refuses each part that was changed")
    func outsider() async throws {
        try await Newsroom.with(.sqlite) { room in
            let (publisher, chief) = (room.publishing, try await room.by("chief"))
            let key = try await PaperKey.of("chief", 1, room)
            let item = try await submitted(room, "Một")
            try await publisher.approve(item, signature: try key.signature(publisher.challenge(for: .approve, of: item, by: chief)), by: chief)
            try await publisher.publish(item, by: room.by("second"))
            let all = try await room.database.read { try EventLog.entries(from: 0, limit: 1000, $0) }
            let entry = try #require(all.last)
            guard case .entry(let said) = try RecordEntry.read(entry), let att = said.att, case .there(let object) = try await room.reader.object(att)
            else { throw ApprovalFault.malformed }
            func follow(_ object: [UInt8], entry: [UInt8], keys: Bool = true, twice: Bool = false) throws {
                var audit = ApprovalAudit()
                if keys { for bytes in all.dropLast() { try audit.follow(bytes, object: nil) } }
                try audit.follow(entry, object: object)
                if twice { try audit.follow(entry, object: object) }
            }
            try follow(object, entry: entry)
            #expect(throws: ApprovalFault.self) { try follow(object, entry: entry, keys: false) }
            #expect(throws: ApprovalFault.self) { try follow(object, entry: entry, twice: true) }
            for place in [0, 40, object.count - 3] {
                var other = object
                other[place] ^= 1
                #expect(throws: ApprovalFault.commitment) { try follow(other, entry: entry) }
            }
            // Whoever holds the log's key can write any entry and commit to any bundle; not make the authenticator's part.
            let bundle = try ApprovalBundle(reading: Array(object.dropFirst(32)))
            let keys = Dictionary(
                try all.compactMap { bytes -> (String, VerifierKey)? in
                    guard case .entry(let one) = try RecordEntry.read(bytes), let text = one.key else { return nil }
                    let key = try VerifierKey(text)
                    return (key.name, key)
                }
            ) { $1 }
            try bundle.check(entry: entry, keys: keys)
            let text = String(decoding: entry, as: UTF8.self)
            for (old, new) in [("\"site\":\"tinh\"", "\"site\":\"so-y-te\""), (said.commit?.hex ?? "", String(repeating: "0", count: 64))] {
                #expect(throws: ApprovalFault.self) { try bundle.check(entry: Array(text.replacing(old, with: new).utf8), keys: keys) }
            }
            var twice = bundle
            twice.approvals += bundle.approvals
            #expect(throws: ApprovalFault.keyTwice(bundle.approvals[0].key)) { try twice.check(entry: entry, keys: keys) }
            for change: (inout ApprovalBundle.Approval) -> Void in [
                { $0.draft = $0.draft.replacing("approve", with: "publish") }, { $0.by = "e-khac" }, { $0.sig = String($0.sig.dropLast(4)) + "AAAA" },
                { $0.auth = "A" + $0.auth.dropFirst() }, { $0.client = String($0.client.dropLast(4)) },
            ] {
                var other = bundle
                change(&other.approvals[0])
                #expect(throws: ApprovalFault.self) { try other.check(entry: entry, keys: keys) }
            }
        }
    }
}
