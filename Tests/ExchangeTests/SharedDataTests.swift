import Exchange
import Foundation
import Testing

/// The real files of the data set, where it lies beside the project or `CAUNOI_SHARED_DATA` says it is.
enum SharedData {
    struct Entry: Sendable, CustomTestStringConvertible {
        let file: String
        let bytes: Int
        let records: Int
        var testDescription: String { file }
    }

    static let folder: String? = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../shared/data"
        let candidates = [
            ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"], beside, FileManager.default.currentDirectoryPath + "/../shared/data",
        ]
        return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/MANIFEST.csv") }
    }()

    /// What the data set's own list says of its lines and tables.
    static let entries: [Entry] = {
        guard let folder, let list = try? CSVReader(ByteSource(path: folder + "/MANIFEST.csv")) else { return [] }
        var entries: [Entry] = []
        while let record = try? list.next() {
            guard case .row(let row) = record, let file = row["file"], let bytes = row["bytes"].flatMap({ Int($0) }),
                let records = row["records"].flatMap({ Int($0) })
            else { continue }
            entries.append(Entry(file: file, bytes: bytes, records: records))
        }
        return entries
    }()
}

@Suite("Real files", .enabled(if: SharedData.folder != nil, "the data set is not here; CAUNOI_SHARED_DATA may name its folder"))
struct SharedDataTests {
    @Test("the list of the data set is read")
    func manifest() {
        #expect(SharedData.entries.count { $0.file.contains(".jsonl.") } >= 15)
        #expect(SharedData.entries.count { $0.file.contains(".csv") } >= 15)
    }

    @Test(
        "every JSON Lines file opens and has as many sound lines as its list says",
        arguments: SharedData.entries.filter { $0.file.contains(".jsonl.") }
    )
    func jsonLines(entry: SharedData.Entry) throws {
        let source = try ByteSource(path: try #require(SharedData.folder) + "/" + entry.file)
        #expect(source.storedSize == Int64(entry.bytes))
        let reader = LineReader(source)
        var count = 0
        while let line = try reader.next() {
            count += 1
            if line.text?.utf8.first != UInt8(ascii: "{") || line.mayBeCutOff || line.firstNUL != nil { Issue.record("line \(line.number)") }
        }
        #expect(count == entry.records)
        #expect(source.storedRead == Int64(entry.bytes))
    }

    @Test("every table opens and has as many sound rows as its list says", arguments: SharedData.entries.filter { $0.file.contains(".csv") })
    func tables(entry: SharedData.Entry) throws {
        let reader = try CSVReader(ByteSource(path: try #require(SharedData.folder) + "/" + entry.file))
        var count = 0
        while let record = try reader.next() {
            count += 1
            if case .flaw(let flaw) = record { Issue.record("line \(flaw.line): \(flaw.kind)") }
        }
        #expect(count == entry.records)
    }
}
