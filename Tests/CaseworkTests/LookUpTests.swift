import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Looking a case up")
struct LookUpTests {
    @Test("a wrong pair says nothing of which half is wrong, and costs more each time", arguments: Backend.available)
    func guessing(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            for (code, pin) in [("\(receipt.code)", "AAAAA-AAAAA"), ("ANSON-2026-999999", "\(receipt.pin)"), ("x", "y"), ("\(receipt.code)", "")] {
                await #expect(throws: CaseRefusal.unknownReceipt) { try await room.casework.lookUp(code, pin, from: "192.0.2.1") }
            }
            for _ in 0..<9 {
                _ = try? await room.casework.lookUp("\(receipt.code)", "AAAAA-AAAAA", from: "192.0.2.1")
            }
            // Ten wrong ones: even the right PIN waits now, from wherever.
            do {
                _ = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "198.51.100.9")
                Issue.record("it was opened")
            } catch CaseRefusal.tooManyAttempts(let minutes) { #expect((1...60).contains(minutes)) }
            room.clock.advance(seconds: 3_700)
            #expect(try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "198.51.100.9").file.id == receipt.id)
        }
    }

    @Test("somebody who looks often and rightly is not kept out", arguments: Backend.available)
    func often(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            for _ in 0..<40 { _ = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1") }
        }
    }

    @Test("who asked adds, takes back, rates", arguments: Backend.available)
    func acts(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            let (code, pin) = ("\(receipt.code)", "\(receipt.pin)")
            try await room.casework.add("Tôi xin bổ sung ảnh chụp.", to: code, pin, from: "192.0.2.1")
            await #expect(throws: CaseRefusal.notNow(.rate, .received)) { try await room.casework.rate(code, pin, 5, from: "192.0.2.1") }
            try await room.casework.withdraw(code, pin, reason: "Đã tự giải quyết xong", from: "192.0.2.1")
            let mine = try await room.casework.lookUp(code, pin, from: "192.0.2.1")
            #expect(mine.file.state == .withdrawn && mine.file.endedAt != nil)
            #expect(mine.steps.map(\.event.act) == [.receive, .add, .withdraw] && mine.steps[2].note?.text == "Đã tự giải quyết xong")
            await #expect(throws: CaseRefusal.notNow(.withdraw, .withdrawn)) { try await room.casework.withdraw(code, pin, reason: "", from: "x") }
        }
    }

    @Test("an erased case keeps its timeline and nothing that was written, in old copies of the database too", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            await #expect(throws: AuthorizationRefusal.notAllowed(.eraseCase)) {
                try await room.casework.erase(try await room.seen(receipt.id), by: try await room.by("clerk"))
            }
            let old = try await room.database.read { try $0.value("SELECT sealed FROM case_file WHERE id = \(receipt.id)", as: [UInt8].self) }
            try await room.casework.erase(try await room.seen(receipt.id), by: try await room.by("chief"))
            await #expect(throws: CaseRefusal.erased) { try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1") }
            let keys = try await room.casework.keys([receipt.id])
            let copy = try #require(old)
            #expect(try keys.open(copy, of: ItemID(rawValue: receipt.id.rawValue), as: CaseSeal.original) == nil)
            let view = try await room.casework.view(receipt.id, opens: true, by: try await room.by("chief"))
            #expect(view.isErased && view.original == nil && view.steps.map(\.event.act) == [.receive])
            let terms = try await room.count("SELECT count(*) FROM case_term")
            #expect(terms == 0)
        }
    }
}
