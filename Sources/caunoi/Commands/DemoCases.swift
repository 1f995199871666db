import Casework
import Demo
import Foundation
import PortalNetwork
import Publishing
import Questions
import Redaction
import Store
import Vietnamese

/// What the public sent to the demo province: answered questions that everybody reads, and letters that stand in every state on the desk. Through the same commands as
/// everything else, by the demo's own people.
struct DemoCases {
    private let program: Program
    private let casework: Casework
    private let site: Site
    private let clerk: Casework.By
    private let secretary: Casework.By
    private let chief: Casework.By

    init(_ program: Program) async throws {
        self.program = program
        guard let root = program.directory.tree.roots.first, let site = program.directory.tree[root] else {
            throw UsageFault("the demo has no portal")
        }
        self.site = site
        casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { SectionIndex() }).casework
        func by(_ handle: String) async throws -> Casework.By {
            let person = try await program.person(handle)
            let acting = try await program.by(handle)
            return Casework.By(acting.actor, person, in: program.directory.tree, from: ActingPerson(person, acting, "demo", program.access).caller)
        }
        (clerk, secretary, chief) = (try await by("van-thu"), try await by("thu-ky-1"), try await by("truong-ban"))
    }

    func make() async throws {
        try await publish()
        for letter in DemoQuestions.letters { try await take(letter) }
        try await casework.keepFigures()
    }

    /// Answered ones, as `caunoi import qa` takes them.
    private func publish() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let encoder = JSONEncoder()
        let lines = try DemoQuestions.answered(before: program.clock.now().civilDate).map {
            String(decoding: try encoder.encode($0), as: UTF8.self) + "\n"
        }
        let file = folder.appendingPathComponent("hoi-dap.jsonl")
        try Data(lines.joined().utf8).write(to: file)
        let sections = try await program.database.read { try SectionIndex.load($0) }
        let work = QuestionImport(
            publishing: program.publishing,
            casework: casework,
            tree: program.directory.tree,
            sections: sections,
            redactor: Redactor()
        )
        let options = QuestionImport.Options(site: site, language: site.language, reason: "Hỏi đáp minh họa", folder: folder.path)
        let summary = try await work.run(file.path, options, QuestionImport.Two(by: secretary, confirmedBy: chief))
        guard summary.failed == 0 else { throw UsageFault("\(summary.failed) questions of the demo were not taken") }
    }

    private func take(_ letter: DemoQuestions.Letter) async throws {
        guard let track = casework.tracks[letter.track], let channel = CaseChannel(rawValue: letter.channel) else {
            throw UsageFault("a letter of the demo came on a track that is none: \(letter.track), \(letter.channel)")
        }
        let submission = Submission(
            track: track,
            channel: channel,
            language: site.language,
            name: letter.name,
            standing: .person,
            unit: program.directory.tree.all.first { $0.kind == .commune }?.shortName,
            address: "Thôn Minh Họa",
            phone: "0900 000 000",
            title: letter.title,
            text: letter.text,
            place: "Thôn Minh Họa, gần nhà văn hóa",
            wish: track.wishes.first
        )
        let came = program.clock.now().civilDate.adding(days: -letter.days)
        let id = try await casework.enter(submission, came: came, on: site, by: clerk).id
        try await lead(id, letter)
    }

    private func seen(_ id: CaseID) async throws -> Casework.Seen {
        Casework.Seen(id, version: try await casework.view(id, opens: false, by: chief).file.version)
    }

    /// What officials did with it, as far as it got.
    private func lead(_ id: CaseID, _ letter: DemoQuestions.Letter) async throws {
        if letter.fate == .received { return }
        if letter.fate == .rejected {
            let words = "Nội dung chưa rõ việc gì, mời ông bà gửi lại và nêu rõ thủ tục, ngày nộp."
            return try await casework.reject(try await seen(id), reason: .unclear, words: words, by: clerk)
        }
        try await casework.accept(try await seen(id), by: clerk)
        if letter.fate == .accepted { return }
        if letter.fate == .transferred {
            guard let desk = program.directory.tree.site(code: "so-xay-dung"), let agency = desk.agency else { return }
            let words = "Thuộc lĩnh vực xây dựng, giao thông."
            return try await casework.transfer(try await seen(id), to: agency, desk: desk.id, words: words, by: clerk)
        }
        try await casework.take(try await seen(id), by: secretary)
        if letter.fate == .working { return }
        if letter.fate == .asked {
            return try await casework.ask(try await seen(id), words: "Xin cho biết thêm địa chỉ và thời gian cụ thể.", by: secretary)
        }
        let note = CaseNote(text: letter.answer, letter: "\(100 + letter.days)/VP-TCD", signer: "Chánh Văn phòng")
        try await casework.submit(try await seen(id), answer: note, by: secretary)
        if letter.fate == .review { return }
        try await casework.approve(try await seen(id), by: chief)
        if letter.fate == .approved { return }
        try await casework.answer(try await seen(id), by: chief)
    }
}
