import Exchange
import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Texts that answers rest on") struct LawTests {
    /// A text, and the numbers in it as they are compared.
    static let numbers: [(String, [String])] = [
        ("Nghị định 42/2022/NĐ-CP của Chính phủ", ["42/2022/nd-cp"]), ("nghị định số 042/2022/nđ-cp", ["42/2022/nd-cp"]),
        ("42 / 2022 / NĐ – CP", ["42/2022/nd-cp"]), ("42/2022/NÐ-CP", ["42/2022/nd-cp"]), ("42/2022/NĐCP", ["42/2022/nd-cp"]),
        ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", ["31/2024/qh15"]), ("19/2012/TTLT-BTC-BKHĐT-BTTTT", ["19/2012/ttlt-btc-bkhdt-btttt"]),
        ("66.22/2026/NQ-CP", ["66.22/2026/nq-cp"]), ("Quyết định 4489/QĐ-UBND ngày 05/3/2026", ["4489/qd-ubnd"]), ("123/qđ-ubnd", ["123/qd-ubnd"]),
        ("Nghị quyết 05-NQ/TU", ["5-nq/tu"]), ("19/2025/QĐ-TTg", ["19/2025/qd-ttg"]),
        ("42/2022/NĐ-CP - Điều 5; 13/2023/NĐ-CP", ["42/2022/nd-cp", "13/2023/nd-cp"]), ("ngày 20/11/2026", []),
        ("lương 8 triệu/tháng, 5/10 người", []),
        ("8.000 đồng/m2, 12/đêm", []), ("", []), ("///", []), ("42/", []),
    ]

    @Test("numbers are found in whatever way they are written", arguments: numbers.indices)
    func found(_ index: Int) {
        let (text, keys) = Self.numbers[index]
        #expect(LawNumber.all(in: text).map(\.key) == keys, "\(text)")
    }

    @Test("a number's year stands in it or right behind it")
    func years() {
        let cases: [(String, Int?)] = [
            ("4489/QĐ-UBND ngày 05 tháng 3 năm 2026", 2026), ("4489/QĐ-UBND", nil), ("4489/QĐ-UBND và 42/2022/NĐ-CP", nil),
            ("42/2022/NĐ-CP năm 2023", 2022),
        ]
        for (text, year) in cases { #expect(LawNumber.all(in: text).first?.year == year, "\(text)") }
        #expect(LawNumber(typed: " 42/2022/nđ-cp ")?.text == "42/2022/NĐ-CP" && LawNumber(typed: "Nghị định 42/2022/NĐ-CP") == nil)
    }

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test("a text holds between its days")
    func standing() throws {
        let draft = LawDraft(
            number: "45/2013/QH13",
            title: "Luật Đất đai",
            effectiveOn: try Self.day("2014-07-01"),
            endedOn: try Self.day("2024-08-01"),
            replacedBy: "31/2024/QH15"
        )
        let plain = try draft.plain()
        #expect(plain.replacedBy == "31/2024/QH15")
        var wrong: [(LawDraft, LawRefusal)] = []
        func but(_ refusal: LawRefusal, _ change: (inout LawDraft) -> Void) {
            var copy = draft
            change(&copy)
            wrong.append((copy, refusal))
        }
        but(.numberUnreadable("Luật Đất đai")) { $0.number = "Luật Đất đai" }
        but(.titleMissing) { $0.title = " " }
        but(.yearMissing("15/QĐ-UBND")) { $0.number = "15/QĐ-UBND" }
        but(.endsBeforeItBegins) { $0.endedOn = $0.effectiveOn?.adding(days: -1) }
        but(.beginsBeforeIssue) { $0.issuedOn = $0.effectiveOn?.adding(days: 1) }
        but(.endMissing) { $0.endedOn = nil }
        but(.replacesItself) { $0.replacedBy = "45/2013/QH13" }
        but(.addressUnreadable) { $0.address = "javascript:alert(1)" }
        for (draft, refusal) in wrong { #expect(throws: refusal) { try draft.plain() } }
    }

    static let table = """
        so-hieu,ten,co-quan,ngay-ban-hanh,ngay-hieu-luc,ngay-het-hieu-luc,thay-bang,dia-chi,nguon
        45/2013/QH13,Luật Đất đai 2013,Quốc hội,29/11/2013,01/07/2014,01/08/2024,31/2024/QH15,,Công báo
        31/2024/QH15,Luật Đất đai 2024,Quốc hội,2024-01-18,2024-08-01,,,https://vbpl.vn/1,Công báo
        15/QĐ-UBND,Quy định A,UBND tỉnh,2025-01-05,2025-01-05,,,,
        15/QĐ-UBND,Quy định B,UBND tỉnh,2026-01-05,2026-01-05,,,,
        không số,Sai,,,,,,,
        16/QĐ-UBND,Thiếu ngày,,,,,,,
        17/2026/QĐ-UBND,Sai ngày,,,32/1/2026,,,,
        """

    @Test("a table is taken once; a second run changes nothing; bad lines are named", arguments: Backend.available)
    func table(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let lines = try LawTable(ByteSource(text: Self.table)).lines
            var drafts: [LawDraft] = []
            var refused: [Int: LawRefusal] = [:]
            for line in lines {
                switch try #require(line.draft) {
                case .success(let draft): drafts.append(draft)
                case .failure(let refusal): refused[line.number] = refusal
                }
            }
            #expect(refused == [6: .numberUnreadable("không số"), 7: .yearMissing("16/QĐ-UBND"), 8: .dateUnreadable("32/1/2026")])
            let book = LawBook(database: room.database, clock: room.clock.clock, ids: room.casework.ids)
            let (by, unit) = (try await room.lawBy("chief"), try await room.lawBy("unit"))
            let root = room.province.id
            await #expect(throws: AuthorizationRefusal.notAllowed(.editLaws)) { try await book.load(drafts, into: root, by: unit) }
            await #expect(throws: LawRefusal.notTopmost) { try await book.load(drafts, into: room.department.id, by: by) }
            #expect(try await book.load(drafts, into: root, isTrial: true, by: by) == [.added, .added, .added, .added])
            #expect(try await room.count("SELECT count(*) FROM law_text") == 0)
            #expect(try await book.load(drafts, into: root, by: by) == [.added, .added, .added, .added])
            #expect(try await book.load(drafts, into: root, by: by) == [.known, .known, .known, .known])
            var newer = drafts[1]
            newer.title = "Luật Đất đai số 31"
            #expect(try await book.load([drafts[0], newer], into: root, by: by) == [.known, .changed])
            await #expect(throws: LawRefusal.known("31/2024/QH15")) { try await book.add(drafts[1], to: root, by: by) }
            #expect(try await room.count("SELECT count(*) FROM audit WHERE action = 'law-added'") == 4)
            #expect(try await room.count("SELECT count(*) FROM audit WHERE action = 'law-changed'") == 1)

            let (found, none) = try await room.database.read { db in
                (
                    try LawBook.list(of: root, sought: "luat dat dai", limit: 10, in: db).map(\.about.number),
                    try LawBook.list(of: room.department.id, limit: 10, in: db).count
                )
            }
            #expect(found == ["31/2024/QH15", "45/2013/QH13"] && none == 0)

            let basis = [
                "Luật Đất đai số 45/2013/QH13", "Luật 31/2024/QH15", "Quyết định 15/QĐ-UBND ngày 05/01/2026", "Quyết định 15/QĐ-UBND",
                "42/2022/NĐ-CP",
                "Luật Hộ tịch",
            ]
            for (text, states) in [
                ("2024-07-31", ["in-force", "not-yet", "not-yet", "unknown", "unknown", "unknown"]),
                ("2024-08-01", ["replaced", "in-force", "not-yet", "unknown", "unknown", "unknown"]),
                ("2026-05-01", ["replaced", "in-force", "in-force", "unknown", "unknown", "unknown"]),
            ] {
                let day = try Self.day(text)
                let grounds = try await room.database.read { try LawBook.grounds(basis, of: root, on: day, in: $0) }
                #expect(grounds.map(\.standing.key) == states, "\(text)")
                #expect(grounds[2].law?.about.title == "Quy định B" && grounds[5].number == nil)
            }
        }
    }

    @Test("an end is entered, moved and taken back, by who saw what stands there", arguments: Backend.available)
    func end(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let book = LawBook(database: room.database, clock: room.clock.clock, ids: room.casework.ids)
            let by = try await room.lawBy("chief")
            let root = room.province.id
            let law = try await book.add(LawDraft(number: "42/2022/NĐ-CP", title: "Cung cấp thông tin"), to: root, by: by)
            let day = try Self.day("2026-07-01")
            await #expect(throws: LawRefusal.endMissing) {
                try await book.end(law.id, on: nil, replacedBy: "224/2026/NĐ-CP", of: root, version: 1, by: by)
            }
            try await book.end(law.id, on: day, replacedBy: "224/2026/nđ-cp", of: root, version: 1, by: by)
            await #expect(throws: LawRefusal.changedMeanwhile) { try await book.end(law.id, on: day, replacedBy: nil, of: root, version: 1, by: by) }
            let number = try #require(LawNumber(typed: "42/2022/NĐ-CP"))
            let ended = try await room.database.read { try LawBook.find(number, of: root, in: $0) }
            #expect(ended?.standing(on: day) == .ended(on: day, by: "224/2026/NĐ-CP") && ended?.standing(on: day.adding(days: -1)) == .inForce)
            try await book.end(law.id, on: nil, replacedBy: nil, of: root, version: 2, by: by)
            let back = try await room.database.read { try LawBook.find(number, of: root, in: $0) }
            #expect(back?.standing(on: day) == .inForce)
        }
    }
}

extension CaseRoom {
    func lawBy(_ handle: String) async throws -> LawBook.By {
        let by = try await by(handle)
        return LawBook.By(by.person, as: by.actor, in: tree, from: Self.caller)
    }
}
