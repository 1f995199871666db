import Casework
import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import Redaction
import RichText
import Store
import Testing
import Vietnamese

@testable import Questions

@Suite("Taking question and answer apart") struct QuestionSplitTests {
    /// A text with its answer beside it, and what becomes of both.
    struct Text: Sendable {
        let question: String
        let answer: String?
        let asked: String
        let answered: String?

        init(_ question: String, _ asked: String, _ answered: String?) { self.init(question, nil, asked, answered) }

        init(_ question: String, _ answer: String?, _ asked: String, _ answered: String?) {
            self.question = question
            self.answer = answer
            self.asked = asked
            self.answered = answered
        }
    }

    @Test(
        "at a heading, at the office's opening sentence, nowhere else",
        arguments: [
            Text("Hỏi: Làm căn cước ở đâu?\nTrả lời: Tại Công an cấp xã nơi cư trú.", "Làm căn cước ở đâu?", "Tại Công an cấp xã nơi cư trú."),
            Text("Câu hỏi: Làm căn cước ở đâu?\nĐáp : Tại Công an cấp xã.", "Làm căn cước ở đâu?", "Tại Công an cấp xã."),
            Text("Làm căn cước ở đâu?Trả lời:Tại Công an cấp xã.", "Làm căn cước ở đâu?", "Tại Công an cấp xã."),
            Text("LÀM CĂN CƯỚC Ở ĐÂU? NỘI DUNG TRẢ LỜI: tại Công an cấp xã.", "LÀM CĂN CƯỚC Ở ĐÂU?", "tại Công an cấp xã."),
            Text(
                "Con tôi được miễn học phí không?\nVề vấn đề này, Sở Giáo dục và Đào tạo trả lời như sau:\nCó, từ năm học này.",
                "Con tôi được miễn học phí không?",
                "Về vấn đề này, Sở Giáo dục và Đào tạo trả lời như sau:\nCó, từ năm học này."
            ),
            Text("Hỏi: Đèn hỏng thì báo ai?", "Trả lời: Báo 1022.", "Đèn hỏng thì báo ai?", "Báo 1022."),
            Text("Đèn hỏng thì báo ai?\nTrả lời: Báo số 1022 của tỉnh.", "Báo số 1022 của tỉnh.", "Đèn hỏng thì báo ai?", "Báo số 1022 của tỉnh."),
            // None of these is an answer.
            Text("Tôi gửi đơn đã lâu, xin trả lời: bao giờ có kết quả?", "Tôi gửi đơn đã lâu, xin trả lời: bao giờ có kết quả?", nil),
            Text("Tôi hỏi đã lâu mà chưa ai đáp.\nTrả lời:", "Tôi hỏi đã lâu mà chưa ai đáp.\nTrả lời:", nil),
            Text("Trả lời: tại sao không ai trả lời tôi?", "Trả lời: tại sao không ai trả lời tôi?", nil),
            Text("Xin trả lời câu hỏi 1: mức phí?", "Xin trả lời câu hỏi 1: mức phí?", nil),
            Text("Một câu hỏi thường?", "  ", "Một câu hỏi thường?", nil),
        ]
    )
    func split(_ text: Text) {
        let split = QuestionSplit(question: text.question, answer: text.answer)
        #expect(split.question == text.asked)
        #expect(split.answer == text.answered)
    }

    @Test(
        "titles of our own",
        arguments: [
            ("Kính gửi Sở Xây dựng. Tôi muốn sửa nhà. Có phải xin phép không?", "Có phải xin phép không?"),
            ("tôi muốn hỏi mức phạt là bao nhiêu?", "Tôi muốn hỏi mức phạt là bao nhiêu?"),
            ("Kính gửi: Sở Xây dựng.\nĐề nghị sửa đường Trần Phú.", "Đề nghị sửa đường Trần Phú."),
            ("Theo Nghị định 13/2023/NĐ-CP thì sao?", "Theo Nghị định 13/2023/NĐ-CP thì sao?"),
            ("Phí?", "Phí?"),
        ]
    )
    func titles(_ question: String, _ title: String) { #expect(QuestionTitle.of(question) == title) }

    @Test("a title is never longer than it may be, whatever comes")
    func long() {
        for text in [String(repeating: "a", count: 5_000), String(repeating: "câu hỏi rất dài ", count: 500), String(repeating: "?", count: 3_000)] {
            #expect((1...QuestionTitle.most + 1).contains(QuestionTitle.of(text).count))
        }
    }
}

@Suite("Importing questions and answers") struct QuestionImportTests {
    static func line(_ fields: [String: String]) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    static let file: [[String: String]] = [
        [
            "id": "1", "question": "Tôi tên là Trần Văn Bình, số điện thoại 0912 345 678, xin hỏi làm căn cước ở đâu?",
            "answer": "Tại Công an cấp xã.",
            "field": "Căn cước", "agency": "Công an tỉnh", "asked_on": "2024-03-01", "answered_on": "05/03/2024", "source": "cũ",
        ],
        ["id": "2", "question": "Hỏi: Đổi giấy phép lái xe mất bao lâu?\nTrả lời: Năm ngày làm việc kể từ ngày nhận đủ hồ sơ."],
        ["id": "3", "question": "Đèn đường ngõ 12 hỏng thì báo ai?", "asked_on": "2026-11-02"],
        ["id": "4", "question": "Đường Trần Phú bao giờ sửa xong?", "answer": ""],
        ["id": "5", "answer": "Không có câu hỏi."],
        ["id": "6", "question": "Hỏi trước hay sau?", "answer": "Sau khi đã hỏi.", "asked_on": "2024-05-01", "answered_on": "2024-04-01"],
        ["id": "7", "question": "Bao giờ?", "answer": "Mai sau.", "asked_on": "2030-01-01"],
        ["id": "8", "question": "Ngày gì đây?", "answer": "Ngày lạ.", "asked_on": "hôm kia"],
    ]

    /// The portal with somebody who imports and somebody who confirms.
    static func with(
        _ backend: Backend,
        _ body: (TestPortal, QuestionImport, QuestionImport.Two, QuestionImport.Options, String) async throws -> Void
    )
        async throws
    {
        try await TestPortal.with(backend) { portal in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-qa-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            func by(_ handle: String) async throws -> Casework.By {
                let actor = try await portal.by(handle).actor
                let person = try await portal.database.read { try People.person(actor.person, in: $0) }
                return Casework.By(actor, person, in: portal.tree, from: Access.Caller(address: "command line", agent: "test"))
            }
            let work = QuestionImport(
                publishing: portal.publishing,
                casework: portal.casework,
                tree: portal.tree,
                sections: portal.sectionDirectory.index,
                redactor: Redactor()
            )
            let two = QuestionImport.Two(by: try await by("reporter"), confirmedBy: try await by("chief"))
            let options = QuestionImport.Options(site: portal.province, language: .vi, reason: "Nhập thử", folder: folder)
            try await body(portal, work, two, options, folder)
        }
    }

    static func write(_ lines: [String], _ folder: String) throws -> String {
        let path = folder + "/qa.jsonl"
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test(
        "answered ones are published without whose they were, others become cases, bad lines are named; a second run changes nothing",
        arguments: Backend.available
    )
    func whole(_ backend: Backend) async throws {
        try await Self.with(backend) { portal, work, two, options, folder in
            let path = try Self.write(Self.file.map(Self.line) + ["", "kein JSON"], folder)
            var trial = options
            trial.isDryRun = true
            let before = try await work.run(path, trial, nil)
            #expect(before.imported == 2 && before.cases == 2 && before.failed == 5)
            let summary = try await work.run(path, options, two)
            #expect(summary.read == 9 && summary.imported == 2 && summary.cases == 2 && summary.failed == 5 && summary.skipped == 0)
            #expect(summary.split == 1 && summary.redacted == 1 && summary.replaced >= 2 && summary.leftOut == ["source": 1])
            let rejects = try String(contentsOfFile: try #require(summary.rejects), encoding: .utf8)
            for reason in ["'question' is missing", "answered-before-asked", "lies in the future", "no date we can read", "not valid JSON"] {
                #expect(rejects.contains(reason), "\(reason)")
            }
            let list = try await portal.get("/hoi-dap")
            #expect(list.body.contains("làm căn cước ở đâu?") || list.body.contains("căn cước"))
            let links = list.body.matches(of: #/href="(\/hoi-dap\/[a-z0-9-]+-[0-9a-z]{13})"/#).map { String($0.output.1) }
            #expect(Set(links).count == 2)
            for link in Set(links) {
                let page = try await portal.get(link)
                #expect(page.status == 200 && !page.body.contains("Trần Văn Bình") && !page.body.contains("345 678"))
            }
            let rows = try await portal.database.read { try $0.rows("SELECT channel, received_at, state FROM case_file ORDER BY received_at") }
            let channels = try rows.map { try $0[0] as String }
            let came = try rows.map { (try $0[1] as Instant).civilDate }
            #expect(channels == ["import", "import"])
            #expect(came == [CivilDate(year: 2026, month: 11, day: 2), portal.clock.now.civilDate])
            let again = try await work.run(path, options, two)
            #expect(again.imported == 0 && again.cases == 0 && again.skipped == 4 && again.failed == 5)
        }
    }

    @Test("agencies are those of the register, by whatever name and time; others are kept and reported", arguments: Backend.available)
    func agencies(_ backend: Backend) async throws {
        try await Self.with(backend) { portal, work, two, options, folder in
            let (start, change) = (CivilDate(year: 2010, month: 1, day: 1)!, CivilDate(year: 2025, month: 3, day: 1)!)
            func add(_ name: String, _ short: String) async throws -> AgencyID {
                try await Agencies.add(
                    AgencyNaming(name: name, shortName: short, kind: .department),
                    from: start,
                    to: portal.database,
                    ids: portal.casework.ids,
                    clock: portal.clock.clock
                ).id
            }
            let (roads, building) = (
                try await add("Sở Giao thông vận tải tỉnh An Sơn", "Sở GTVT"), try await add("Sở Xây dựng tỉnh An Sơn", "Sở Xây dựng")
            )
            let (one, other) = (try await add("Trung tâm Dịch vụ", "TTDV 1"), try await add("Trung tâm dịch vụ", "TTDV 2"))
            try await portal.database.write { try Agencies.merge([roads], into: building, on: change, in: $0) }
            func line(_ id: String, _ agency: String, _ day: String, answered: Bool = true) -> String {
                var fields = ["id": id, "question": "Câu hỏi số \(id) gửi cơ quan nào trả lời?", "agency": agency, "asked_on": day]
                if answered { (fields["answer"], fields["answered_on"]) = ("Câu trả lời số \(id) của cơ quan.", day) }
                return Self.line(fields)
            }
            let path = try Self.write(
                [
                    line("1", "Sở GTVT", "2024-05-01"), line("2", "so xay dung tinh an son", "2025-05-01"),
                    line("3", "Sở Giao thông vận tải tỉnh An Sơn", "2025-05-01"),
                    line("4", "Sở Không Có", "2024-05-01"), line("5", "Sở Không Có", "2024-06-01"), line("6", "trung tâm dịch vụ", "2024-06-01"),
                    line("7", "Sở GTVT", "2024-05-01", answered: false), line("8", "Sở Không Có", "2026-10-01", answered: false),
                ],
                folder
            )
            var trial = options
            trial.isDryRun = true
            let unknown = ["Sở Không Có": 3, "trung tâm dịch vụ": 1]
            #expect(try await work.run(path, trial, nil).unknownAgencies == unknown)
            let summary = try await work.run(path, options, two)
            #expect(summary.unknownAgencies == unknown && summary.imported == 6 && summary.cases == 2 && summary.failed == 0)
            let list = try await portal.get("/hoi-dap").body
            var named: [String: String] = [:]
            for link in Set(list.matches(of: #/href="(\/hoi-dap\/[a-z0-9-]+-[0-9a-z]{13})"/#).map { String($0.output.1) }) {
                let body = try await portal.get(link).body
                let number = String(try #require(body.firstMatch(of: #/Câu hỏi số (\d)/#)).output.1)
                named[number] = ["Sở Giao thông vận tải tỉnh An Sơn", "Sở Xây dựng tỉnh An Sơn", "Sở Không Có", "trung tâm dịch vụ"].first {
                    body.contains($0)
                }
            }
            #expect(
                named == [
                    "1": "Sở Giao thông vận tải tỉnh An Sơn", "2": "Sở Xây dựng tỉnh An Sơn", "3": "Sở Giao thông vận tải tỉnh An Sơn",
                    "4": "Sở Không Có",
                    "5": "Sở Không Có", "6": "trung tâm dịch vụ",
                ]
            )
            // A case goes to who stands there today; where nobody is known, the clerk sends it on.
            let rows = try await portal.database.read { try $0.column("SELECT agency FROM case_file ORDER BY received_at", as: AgencyID?.self) }
            #expect(rows == [building, nil] && one != other)
        }
    }

    /// At which statement after the first batch the database fails: among the cases of the second, and later among items.
    @Test("interrupted in the middle, it goes on: nothing twice, nothing missing", arguments: Backend.available, [40, 800])
    func interrupted(_ backend: Backend, _ statement: Int) async throws {
        try await Self.with(backend) { portal, work, two, options, folder in
            let lines = (0..<600).map { number in
                number % 3 == 0
                    ? Self.line(["id": "\(number)", "question": "Câu hỏi chưa trả lời số \(number) là gì?"])
                    : Self.line(["id": "\(number)", "question": "Câu hỏi đã trả lời số \(number) là gì?", "answer": "Câu trả lời số \(number)."])
            }
            let path = try Self.write(lines, folder)
            var batches = 0
            do {
                _ = try await work.run(path, options, two) { _, _ in
                    batches += 1
                    if batches == 1 { portal.faults.fail(at: .before(statement: statement)) }
                }
                Issue.record("nothing failed")
            } catch {}
            let summary = try await work.run(path, options, two)
            #expect([256, 512].contains(summary.resumedAtLine))
            let items = try await portal.database.read { try $0.value("SELECT count(*) FROM item WHERE kind = 'question'", as: Int.self) }
            let cases = try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(items == 400 && cases == 200)
            let acts = try await portal.database.read { try $0.value("SELECT count(*) FROM act WHERE kind = 'import'", as: Int.self) }
            #expect(acts == 1)
        }
    }

    @Test("two people, each with the right")
    func people() async throws {
        try await Self.with(.sqlite) { _, work, two, options, folder in
            let path = try Self.write([Self.line(Self.file[1])], folder)
            let alone = QuestionImport.Two(by: two.by, confirmedBy: two.by)
            await #expect(throws: PublishingRefusal.secondPerson) { try await work.run(path, options, alone) }
            let turned = QuestionImport.Two(by: two.second, confirmedBy: two.by)
            await #expect(throws: AuthorizationRefusal.notAllowed(.confirmImport)) { try await work.run(path, options, turned) }
        }
    }

    static let shared = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { $0 + "/qa" }

    @Test("all of the shared questions go in", .enabled(if: shared.map { FileManager.default.fileExists(atPath: $0) } ?? false))
    func real() async throws {
        try await Self.with(.sqlite) { _, work, two, options, _ in
            var (read, taken) = (0, 0)
            for file in ["official_answers", "legal_portals", "public_service_questions"] {
                let summary = try await work.run(try #require(Self.shared) + "/\(file).jsonl.gz", options, two)
                print("\(file): \(summary)")
                read += summary.read
                taken += summary.imported + summary.cases + summary.skipped
                if let rejects = summary.rejects { print(try String(contentsOfFile: rejects, encoding: .utf8).prefix(3000)) }
            }
            #expect(read == 1_159 && taken == read)
        }
    }
}
