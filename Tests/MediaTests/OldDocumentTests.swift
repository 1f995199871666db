import Foundation
import Media
import Testing

/// A presentation as PowerPoint wrote them until 2007: a compound file with one stream, so small that every chain is known.
enum OldSlides {
    static func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    static func record(_ type: Int, _ body: [UInt8], isContainer: Bool = false) -> [UInt8] {
        little(isContainer ? 0xF : 0, 2) + little(type, 2) + little(body.count, 4) + body
    }
    static func wide(_ text: String) -> [UInt8] { record(0x0FA0, text.utf16.flatMap { little(Int($0), 2) }) }

    static let stream =
        record(
            1000,
            record(0x0FF0, wide("Tập huấn chuyển đổi số\rNgày 12/10") + record(0x0FA8, Array("Noi dung".utf8)), isContainer: true),
            isContainer: true
        )
        + record(0x03F8, wide("Bấm vào để sửa tiêu đề"), isContainer: true)

    /// Header, table of sectors (sector 0), directory (1), stream (2 to 9).
    static func file(_ stream: [UInt8] = stream, name: String = "PowerPoint Document", next: Int? = nil) -> [UInt8] {
        let end = 0xFFFF_FFFE
        let body = stream + [UInt8](repeating: 0, count: max(0, 4096 - stream.count))
        var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        head += little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2) + [UInt8](repeating: 0, count: 10)
        head += little(1, 4) + little(1, 4) + little(0, 4) + little(4096, 4) + little(end, 4) + little(0, 4) + little(end, 4) + little(0, 4)
        head += little(0, 4) + (1..<109).flatMap { _ in little(0xFFFF_FFFF, 4) }
        var table = [0xFFFF_FFFD, end] + (3...9).map { $0 } + [next ?? end]
        table += [Int](repeating: 0xFFFF_FFFF, count: 128 - table.count)
        func entry(_ name: String, _ type: UInt8, _ first: Int, _ size: Int) -> [UInt8] {
            let letters = name.utf16.flatMap { little(Int($0), 2) }
            var out = letters + [UInt8](repeating: 0, count: 64 - letters.count) + little(letters.count + 2, 2) + [type, 1]
            out += [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 36) + little(first, 4) + little(size, 8)
            return out
        }
        let directory = entry("Root Entry", 5, end, 0) + entry(name, 2, 2, 4096) + [UInt8](repeating: 0, count: 256)
        return head + table.flatMap { little($0, 4) } + directory + body.prefix(4096)
    }
}

@Suite("Documents from before 2007")
struct OldDocumentTests {
    static func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Documents/" + name)))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let type: FileType
        let words: [String]
        var testDescription: String { name }
    }

    @Test(
        "Word and Excel give their words",
        arguments: [
            Case(name: "decision.doc", type: .doc, words: ["Quyết định về việc hỗ trợ hộ nghèo", "xã Bình Sa", "Nguyễn Văn Ấp"]),
            Case(name: "households.xls", type: .xls, words: ["Họ và tên Số tiền\nNguyễn Văn Ấp 500", "Trần Thị Sữa 1200"]),
        ]
    )
    func words(_ item: Case) async throws {
        let bytes = FileBytes(try Self.fixture(item.name))
        #expect(try await FileInspection.type(of: bytes, named: item.name) == item.type)
        let facts = try await DocumentReader(door: nil).facts(of: bytes, item.type)
        #expect(facts.troubles == [])
        for words in item.words { #expect(facts.text.contains(words), "\(facts.text)") }
    }

    @Test("letters drawn over others by the fonts of those years become Unicode; what is Unicode stays")
    func legacyFonts() async throws {
        let letter = #"{\rtf1\ansi C\'e9ng h\'dfa x\'b7 h\'e9i ch\'f1 ngh\'dca Vi\'d6t Nam\par \u7910?y ban nh\u226?n d\u226?n\par}"#
        let facts = try await DocumentReader(door: nil).facts(of: FileBytes(Array(letter.utf8)), .rtf)
        #expect(facts.troubles == [])
        #expect(facts.text.contains("Cộng hòa xã hội chủ nghĩa Việt Nam"), "\(facts.text)")
        #expect(facts.text.contains("Ủy ban nhân dân"), "\(facts.text)")
    }

    @Test("slides give their words, without what their masters say")
    func slides() async throws {
        let file = OldSlides.file()
        #expect(try await FileInspection.type(of: FileBytes(file), named: "tap-huan.ppt") == .ppt)
        try await WorkerRoom.with { room in
            let reader = DocumentReader(door: room.door)
            let facts = try await reader.facts(of: FileBytes(file), .ppt)
            #expect(facts.troubles == [])
            #expect(facts.text == "Tập huấn chuyển đổi số\nNgày 12/10\nNoi dung\n")
            // Damage is no words, never a fall: chains in a circle and out of the file, records that say more than there is, nothing at all.
            let long = OldSlides.record(0x0FA0, Array("x".utf8)).prefix(4) + OldSlides.little(0x7FFF_FFFF, 4) + Array("abcd".utf8)
            for bad in [
                OldSlides.file(next: 2), OldSlides.file(next: 120_000), OldSlides.file(Array(long)), Array(file.prefix(700)), Array(file.prefix(40)),
                OldSlides.file(name: "Current User"), Array(file.prefix(8)) + [UInt8](repeating: 0xFF, count: 2000),
            ] {
                let facts = try await reader.facts(of: FileBytes(bad), .ppt)
                #expect(facts.text.utf8.count < 5000)
            }
            #expect(try await reader.facts(of: FileBytes(file), .ppt).text.hasPrefix("Tập huấn"), "the worker lives")
        }
    }
}
