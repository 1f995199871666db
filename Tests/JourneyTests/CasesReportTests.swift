import Foundation
import PortalTesting
import Testing

/// Figures of cases from the command line, on a portal to which an old system's letters came.
@Suite("The report on cases on the command line") struct CasesReportTests {
    static let importing = ["--as", "bien-tap", "--confirmed-by", "tong-bien-tap"]

    /// Letters of November and December 2025: three to the province, two to the department below it.
    static func fill(_ program: Program) async throws {
        try await program.prepare()
        func lines(_ name: String, _ days: [String]) -> String {
            days.enumerated().map {
                #"{"id":"\#(name)\#($0.offset)","question":"Câu hỏi \#(name) số \#($0.offset) chưa ai trả lời?","asked_on":"\#($0.element)"}"# + "\n"
            }
            .joined()
        }
        let above = try program.write(lines("tỉnh", ["2025-11-03", "2025-11-20", "2025-12-01"]), to: "tinh.jsonl")
        let below = try program.write(lines("sở", ["2025-11-10", "2025-12-15"]), to: "so.jsonl")
        for (file, site) in [(above, "an-son"), (below, "so-y-te")] {
            let outcome = try await program.run(["import", "qa", file, "--site", site] + importing)
            try #require(outcome.status == 0, "\(outcome.said)")
        }
    }

    static func line(_ lines: [[String: Any]], _ by: String, _ value: String) -> [String: Any]? {
        lines.first { $0["by"] as? String == by && $0["value"] as? String == value }
    }

    @Test("a month, a quarter and a year; a portal with all below it; table, CSV and workbook agree", arguments: Backend.available)
    func figures(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await Self.fill(program)
            let month = try await program.run("cases", "report", "--site", "an-son", "--month", "2025-11", "--json").list()
            let all = try #require(Self.line(month, "all", ""))
            #expect(all["received"] as? Int == 3 && all["opening"] as? Int == 0 && all["open"] as? Int == 3 && all["name"] as? String == "2025-11")
            #expect(Self.line(month, "portal", "so-y-te")?["received"] as? Int == 1 && Self.line(month, "portal", "an-son")?["received"] as? Int == 2)
            #expect(
                Self.line(month, "channel", "import")?["received"] as? Int == 3 && Self.line(month, "track", "question")?["received"] as? Int == 3
            )
            for (period, received, opening) in [("2025-12", 2, 3), ("2025-Q4", 5, 0), ("2025", 5, 0), ("2026-Q1", 0, 5), ("2024", 0, 0)] {
                let lines = try await program.run("cases", "report", "--site", "an-son", "--period", period, "--json").list()
                let total = Self.line(lines, "all", "")
                #expect(total?["received"] as? Int == received && total?["opening"] as? Int == opening, "\(period)")
            }
            let below = try await program.run("cases", "report", "--site", "so-y-te", "--period", "2025", "--json").list()
            #expect(Self.line(below, "all", "")?["received"] as? Int == 2)

            let (csv, xlsx) = (program.folder + "/bao-cao.csv", program.folder + "/bao-cao.xlsx")
            let written = try await program.run("cases", "report", "--site", "an-son", "--month", "2025-11", "--csv", csv, "--xlsx", xlsx)
            #expect(
                written.status == 0 && written.output.contains("carried over"),
                "\(written.output)"
            )
            #expect(written.output.contains("Sở Y tế"))
            let table = try String(contentsOfFile: csv, encoding: .utf8)
            #expect(table.contains("Sở Y tế") && table.split(whereSeparator: \.isNewline).count > 3)
            #expect(try Data(contentsOf: URL(fileURLWithPath: xlsx)).starts(with: Array("PK".utf8)))
            // Counting anew changes nothing.
            #expect(try await program.run("cases", "recount", "--json").object()["counted"] as? Int == 5)
            #expect(try await program.run("cases", "report", "--site", "an-son", "--month", "2025-11", "--json").list().count == month.count)
        }
    }

    @Test("the report on petitions: its usual days, other days, a workbook", arguments: Backend.available)
    func petitions(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let xlsx = program.folder + "/kien-nghi.xlsx"
            let usual = try await program.run("cases", "report", "--petitions", "--site", "an-son", "--period", "2025-Q4", "--xlsx", xlsx, "--json")
            let text = usual.output
            #expect(usual.status == 0 && text.contains("2025-09-15") && text.contains("2025-12-14"), "\(text) \(usual.said)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: xlsx)).starts(with: Array("PK".utf8)))
            let other = try await program.run(
                "cases",
                "report",
                "--petitions",
                "--site",
                "an-son",
                "--from",
                "2025-01-01",
                "--until",
                "2025-06-30",
                "--json"
            )
            #expect(other.status == 0 && other.output.contains("2025-01-01") && other.output.contains("2025-06-30"), "\(other.output)")
        }
    }

    @Test(
        "what is asked wrongly is said in a sentence, with nothing on standard output",
        arguments: [
            ["--site", "an-son", "--month", "11-2025"], ["--site", "an-son", "--month", "2025"],
            ["--site", "an-son", "--month", "2025-11", "--period", "2025"],
            ["--site", "an-son", "--period", "2025-Q5"], ["--site", "khong-co", "--month", "2025-11"], ["--month", "2025-11"],
            ["--petitions", "--site", "an-son", "--from", "2025-01-01"],
            ["--petitions", "--site", "an-son", "--from", "2025-02-01", "--until", "2025-01-01"],
        ]
    )
    func wrong(_ arguments: [String]) async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let outcome = try await program.run(["cases", "report"] + arguments)
            #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.said.count > 20, "\(outcome.status) \(outcome.output) \(outcome.said)")
        }
    }

    @Test("what was written goes on request, by who may", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await Self.fill(program)
            // Codes are of the year in which a case is entered.
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
            let receipt = "ANSON-\(calendar.component(.year, from: Date()))-000001"
            #expect(try await program.run("cases", "erase", "khong", "--as", "tong-bien-tap").status == 2)
            #expect(try await program.run("cases", "erase", receipt, "--as", "khong-co").status != 0)
            #expect(try await program.run("cases", "erase", "HD-2001-1", "--as", "tong-bien-tap").status != 0)
            for _ in 0..<2 {
                let done = try await program.run("cases", "erase", receipt, "--as", "tong-bien-tap", "--json")
                #expect(try done.status == 0 && done.object()["erased"] as? Bool == true, "\(done.said)")
            }
        }
    }
}
