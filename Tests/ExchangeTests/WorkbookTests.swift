import Exchange
import Foundation
import PortalTesting
import Testing

@Suite("Workbooks") struct WorkbookTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let book = Workbook([
        .init(
            name: "Theo cơ quan: [1]/*?",
            title: "Tháng 11/2026",
            columns: ["Cơ quan", "Tiếp nhận"],
            rows: [[.text("Sở Xây dựng & \"Nhà\" <đất>"), .number(1234)], [.text("=1+1"), .number(-5)], [.empty, .text("dòng 1\ndòng 2\u{1}")]]
        ),
        .init(name: "Theo cơ quan: [1]/*?", columns: ["A"], rows: []), .init(name: "", columns: [], rows: []),
    ])

    private struct Sheet: Decodable {
        let name: String
        let frozen: String?
        let bold: Bool
        let cells: [[[Value]]]
    }

    private enum Value: Decodable, Equatable {
        case text(String), number(Int), nothing
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .nothing
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    /// Somebody else's program reads what was written: texts are texts, even those that look like formulas.
    @Test("are opened by another program, cell by cell", .enabled(if: PythonPeer.isHere))
    func opened() async throws {
        try scratch.write(try Self.book.bytes(), to: "a.xlsx")
        let path = scratch.path("a.xlsx")
        try await PythonPeer.with("machines/workbook.py") { peer in
            let sheets = try JSONDecoder().decode([Sheet].self, from: Data(try await peer.ask(path).utf8))
            #expect(sheets.map(\.name) == ["Theo cơ quan 1", "Theo cơ quan 1 2", "3"])
            let cells = sheets[0].cells
            #expect(sheets[0].bold && sheets[0].frozen == "A3" && cells.count == 5)
            #expect(cells[0][0] == [.text("s"), .text("Tháng 11/2026")] && cells[1][1] == [.text("s"), .text("Tiếp nhận")])
            #expect(cells[2][0] == [.text("s"), .text("Sở Xây dựng & \"Nhà\" <đất>")] && cells[2][1] == [.text("n"), .number(1234)])
            #expect(cells[3][0] == [.text("s"), .text("=1+1")] && cells[3][1] == [.text("n"), .number(-5)])
            #expect(cells[4][0][1] == .nothing && cells[4][1][1] == .text("dòng 1\ndòng 2"))
        }
    }

    @Test("the same content is the same bytes, a ZIP file from its first byte to its last")
    func bytes() throws {
        let bytes = try Self.book.bytes()
        #expect(try Self.book.bytes() == bytes)
        #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 3, 4] && Array(bytes.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
        #expect(try Workbook([]).bytes().count > 500)
    }

    @Test("a table of many rows, and columns beyond Z")
    func large() throws {
        let row = (0..<60).map { Workbook.Cell.number($0) }
        let bytes = try Workbook([.init(name: "a", columns: (0..<60).map { "c\($0)" }, rows: Array(repeating: row, count: 2_000))]).bytes()
        #expect(bytes.count < 600_000)
    }
}
