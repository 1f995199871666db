import Foundation
import News
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// A folder, a portal, and two people who import.
final class ImportDesk: Sendable {
    let portal: TestPortal
    let folder: String

    init(_ portal: TestPortal) throws {
        self.portal = portal
        folder = FileManager.default.temporaryDirectory.path + "/caunoi-import-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ bytes: [UInt8], to name: String = "news-\(UUID().uuidString).jsonl") throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        return folder + "/" + name
    }

    /// What a program of the system makes of a file.
    func packed(_ path: String, by program: String, ending: String) throws -> String {
        let target = path + "." + ending
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-q", "-k", path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return target
    }

    @discardableResult
    func run(
        _ path: String,
        section: Section?,
        date: Instant? = nil,
        namespace: String = "",
        isDryRun: Bool = false,
        reason: String = "Nhập thử",
        by: String = "reporter",
        second: String = "chief",
        progress: (NewsImport.Summary) -> Void = { _ in }
    ) async throws -> NewsImport.Summary {
        let options = NewsImport.Options(
            site: portal.province.id,
            language: .vi,
            section: section,
            date: date,
            namespace: namespace,
            isDryRun: isDryRun,
            reason: reason,
            folder: folder
        )
        return try await NewsImport(publishing: portal.publishing, tree: portal.tree, sections: portal.sectionDirectory.index)
            .run(path, options, by: portal.by(by), confirmedBy: portal.by(second)) { summary, _ in progress(summary) }
    }

    struct Note: Decodable {
        let line: Int
        let reasons: [String]
    }

    /// What the rejects file says of each line.
    func rejects(_ summary: NewsImport.Summary) throws -> [Note] {
        guard let path = summary.rejects else { return [] }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let note = try #require(object["_reject"] as? [String: Any])
            let reasons = try #require(note["reasons"] as? [[String: Any]])
            return Note(line: try #require(note["line"] as? Int), reasons: reasons.compactMap { $0["reason"] as? String })
        }
    }

    func titles(of section: Section) async throws -> [String] {
        try await portal.reader.list(.section(section.id), on: portal.province.id, page: 1, size: 10_000).cards.map(\.content.title)
    }

    /// Everything an import could change.
    struct State: Equatable {
        var head: Int64
        var items: Int
        var listed: Int
        var acts: Int
        var keys: Int
    }

    func state() async throws -> State {
        let site = portal.province.id
        let (head, items, listed, acts) = try await portal.database.read { db in
            (
                try EventLog.head(db), try db.value("SELECT count(*) FROM item", as: Int.self) ?? 0,
                try db.value("SELECT n FROM listing_count WHERE site = \(site) AND list = \(ListKey.all)", as: Int.self) ?? 0,
                try db.value("SELECT count(*) FROM act", as: Int.self) ?? 0
            )
        }
        let keys = try await portal.keys.read { try $0.value("SELECT count(*) FROM item_key", as: Int.self) ?? 0 }
        return State(head: head, items: items, listed: listed, acts: acts, keys: keys)
    }
}
