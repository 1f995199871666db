import Testing

@testable import Store

@Suite("Statements that are kept prepared")
struct StatementAdmissionTests {
    @Test("a text is admitted when it comes often, and stays")
    func often() {
        let admission = StatementAdmission()
        let answers = (0..<6).map { _ in admission.admits("SELECT 1") }
        #expect(answers == Array(repeating: false, count: StatementAdmission.often - 1) + Array(repeating: true, count: 7 - StatementAdmission.often))
        #expect(!admission.admits("SELECT 2"))
    }

    @Test("texts that never come again push none out that is in", arguments: [1, StatementAdmission.watched * 3])
    func passers(_ count: Int) {
        let admission = StatementAdmission()
        for _ in 0..<StatementAdmission.often { _ = admission.admits("SELECT 1") }
        for number in 0..<count { #expect(!admission.admits("SELECT \(number) AS passing")) }
        #expect(admission.admits("SELECT 1"))
    }

    @Test("a text too long is never admitted; all together have a bound", arguments: [(0, true), (1, false)])
    func lengths(_ more: Int, _ isAdmitted: Bool) {
        let admission = StatementAdmission()
        func text(_ mark: Int) -> String {
            let head = "SELECT \(mark) -- "
            return head + String(repeating: "x", count: StatementAdmission.longest + more - head.utf8.count)
        }
        func comes(_ mark: Int) -> Bool { (0..<StatementAdmission.often).map { _ in admission.admits(text(mark)) }.last == true }
        let room = StatementAdmission.bound / StatementAdmission.longest
        #expect((0..<room).map(comes) == Array(repeating: isAdmitted, count: room))
        #expect(!comes(room), "beyond the bound nothing more is kept")
        #expect(comes(0) == isAdmitted)
    }
}
