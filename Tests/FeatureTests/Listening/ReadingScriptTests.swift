import PortalNetwork
import RichText
import Speech
import Testing
import Vietnamese
import Web

@testable import Listening

/// What of a page is read, in which order, with which pauses.
@Suite("What is read aloud")
struct ReadingScriptTests {
    static let words = try? ProgramTexts(features: [ListeningFeature()]).words

    func script(_ blocks: [Block], _ language: Language = .vi) throws -> [SpeechScript.Passage] {
        ReadingScript.of(blocks, in: language, lexicon: .house, words: try #require(Self.words)).passages
    }

    func texts(_ blocks: [Block], _ language: Language = .vi) throws -> [String] { try script(blocks, language).map(\.text) }

    @Test("headings have longer pauses than paragraphs, rows shorter ones")
    func pauses() throws {
        let passages = try script([
            .heading(Heading(level: 2, text: ["Tít"])), .paragraph(["Một."]), .heading(Heading(level: 3, text: ["Mục"])),
            .list(List(ordered: false, items: [[.paragraph(["a"])], [.paragraph(["b"])]])), .divider, .paragraph(["Hết."]),
        ])
        #expect(passages.map(\.text) == ["Tít.", "Một.", "Mục.", "a.", "b.", "Hết."])
        #expect(passages.map(\.pause) == [900, 450, 600, 300, 900, 450])
    }

    @Test("items of an ordered list have their numbers, nested ones follow")
    func lists() throws {
        let list = List(
            ordered: true,
            start: 3,
            items: [[.paragraph(["Họp"]), .list(List(ordered: false, items: [[.paragraph(["sáng"])]]))], [.paragraph(["Nghỉ"])]]
        )
        #expect(try texts([.list(list)]) == ["ba. Họp.", "sáng.", "bốn. Nghỉ."])
    }

    @Test("tables are read row by row with the names of their columns")
    func tables() throws {
        let table = Table(
            caption: ["Thu ngân sách"],
            headerRows: 2,
            headerColumns: 1,
            rows: [
                [.init(["Xã"], rowspan: 2), .init(["Năm 2026"], colspan: 2)],
                [.init(["Thu"]), .init(["Chi"])],
                [.init(["Tân An"]), .init(["12,5"]), .init(["8"])],
                [.init(["Bình Yên"]), .init([]), .init(["3"])],
            ]
        )
        #expect(
            try texts([.table(table)]) == [
                "Bảng, Thu ngân sách.",
                "Tân An; Năm hai nghìn không trăm hai mươi sáu, Thu, mười hai phẩy năm; Năm hai nghìn không trăm hai mươi sáu, Chi, tám.",
                "Bình Yên; Năm hai nghìn không trăm hai mươi sáu, Chi, ba.", "Hết bảng.",
            ]
        )
    }

    @Test("a table nobody could follow by ear is said to be on the page")
    func largeTables() throws {
        let long = Table(headerRows: 1, rows: Array(repeating: [.init(["a"]), .init(["b"])], count: 200))
        #expect(try texts([.table(long)]) == ["Bảng số liệu.", "Bảng có một trăm chín mươi chín dòng, mời quý vị xem trên trang."])
        let wide = Table(rows: [Array(repeating: Table.Cell(["a"]), count: 40)])
        #expect(try texts([.table(wide)]).count == 2)
        let hostile = Table(rows: Array(repeating: Array(repeating: Table.Cell(["a"], colspan: 200, rowspan: 200), count: 200), count: 200))
        #expect(try texts([.table(hostile)]).count == 2)
    }

    @Test("pictures by caption, else by what they show; decoration is silent; films, documents and quotations are announced")
    func media() throws {
        let asset = AssetReference(commitment: String(repeating: "a", count: 64))
        let blocks: [Block] = [
            .picture(Picture(asset: asset, alt: "Cầu", caption: ["Cầu mới"], credit: "VA")), .picture(Picture(asset: asset, alt: "Hội trường")),
            .picture(Picture(asset: asset, alt: "x", decorative: true)),
            .gallery(Gallery([Picture(asset: asset), Picture(asset: asset)], caption: ["Lễ hội"])),
            .embed(Embed(.video, .provider(.youtube, reference: "abcdefghijk"), title: "Phóng sự")),
            .attachment(Attachment(asset: asset, name: "1.pdf", title: "Quyết định")), .quote(Quote([.paragraph(["Nói."])], cite: ["Ông A"])),
        ]
        #expect(
            try texts(blocks) == [
                "Ảnh, Cầu mới.", "Ảnh, Hội trường.", "Bộ ảnh, hai ảnh. Lễ hội.", "Bài có kèm đoạn phim, Phóng sự.", "Tài liệu kèm theo, Quyết định.",
                "Trích, Ông A.", "Nói.",
            ]
        )
        #expect(try texts([.picture(Picture(asset: asset, caption: ["A bridge"]))], .en) == ["Picture: A bridge."])
    }

    @Test("an endless text is cut, and says so")
    func endless() throws {
        let passages = try script(Array(repeating: .paragraph([.text(String(repeating: "một câu dài. ", count: 100))]), count: 200))
        #expect(passages.map(\.text.count).reduce(0, +) <= ReadingScript.longest + 200)
        #expect(passages.last?.text.contains("phần còn lại") == true)
    }
}
