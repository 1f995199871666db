import Foundation
import Media
import Testing

@Suite("Documents and pictures, before they are let out of quarantine")
struct DocumentReaderTests {
    /// A one-page PDF as small as they come, with a table of where its objects stand.
    static func pdf(_ text: String, more: String = "") -> [UInt8] {
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
        let stream = "BT /F 24 Tf 20 100 Td (\(text)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R \(more) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var out = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(out.utf8.count)
            out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = out.utf8.count
        out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { out += String(format: "%010d 00000 n \n", place) }
        return Array((out + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    @Test("a PDF gives its words, its pages and how its first page looks")
    func portable() async throws {
        try await WorkerRoom.with { room in
            let facts = try await DocumentReader(door: room.door).facts(of: FileBytes(Self.pdf("Ke hoach nam 2026")), .pdf)
            #expect(facts.troubles == [])
            #expect(facts.text.contains("Ke hoach nam 2026"))
            #expect(facts.pages == 1)
            let page = try #require(facts.firstPage)
            #expect(PictureHeader(page)?.width == 960)
            let clean = try await room.door.clean(page)
            #expect(clean.width == 960 && clean.height == 640)
        }
    }

    @Test("a PDF that runs code, and one that is none, are refused")
    func hostile() async throws {
        let reader = DocumentReader(door: nil)
        let script = Self.pdf("x", more: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
        await #expect(throws: FileRefusal.script) { _ = try await reader.facts(of: FileBytes(script), .pdf) }
        await #expect(throws: FileRefusal.damaged) { _ = try await reader.facts(of: FileBytes(Array("%PDF-1.4\nkhông phải".utf8)), .pdf) }
    }

    @Test("office files are read in a worker")
    func office() async throws {
        try await WorkerRoom.with { room in
            let reader = DocumentReader(door: room.door)
            func words(_ entries: [(name: String, content: String)], _ type: FileType) async throws -> String {
                try await reader.facts(of: FileBytes(Zip(entries.map { ($0.name, Array($0.content.utf8)) }).bytes), type).text
            }
            let body =
                "<w:document><w:body><w:p><w:r><w:t>Ủy ban nhân dân</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\">tỉnh &amp; x&#227;</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>Số 12/QĐ-UBND</w:t></w:r></w:p><w:instrText>MẬT</w:instrText></w:body></w:document>"
            let letter = try await words([("[Content_Types].xml", ""), ("word/document.xml", body)], .docx)
            #expect(letter == "Ủy ban nhân dân tỉnh & xã\nSố 12/QĐ-UBND\n")
            let shared = "<sst><si><t>Dự toán</t></si><si><r><t>Thu </t></r><r><t>ngân sách</t></r></si></sst>"
            let sheet = try await words([("[Content_Types].xml", ""), ("xl/sharedStrings.xml", shared)], .xlsx)
            #expect(sheet == "Dự toán\nThu ngân sách\n")
            let slides = [
                ("[Content_Types].xml", ""), ("ppt/slides/slide2.xml", "<a:p><a:t>Hai</a:t></a:p>"),
                ("ppt/slides/slide1.xml", "<a:p><a:t>Một</a:t></a:p>"),
            ]
            let talk = try await words(slides, .pptx)
            #expect(talk == "Một\nHai\n")
            let open =
                "<office:body><office:text><text:p>Kính gửi <text:span>bà con</text:span></text:p><text:h>Điều 1</text:h></office:text></office:body>"
            let free = try await words([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", open)], .odt)
            #expect(free == "Kính gửi bà con\nĐiều 1\n")
            // What cannot be read has no words, and the portal goes on.
            let broken = try await reader.facts(of: FileBytes(Array("PK\u{3}\u{4}rác".utf8)), .docx)
            #expect(broken.text == "")
        }
    }

    @Test("a picture is written anew: upright, without place and camera, and without what hung on it")
    func clean() async throws {
        try await WorkerRoom.with { room in
            let hidden = Array("SECRET-PLACE-10.77N".utf8)
            let png = Sample.png(width: 40, height: 30, extra: [("tEXt", Array("GPS\0".utf8) + hidden)]) + Zip([("a.html", hidden)]).bytes
            let clean = try await room.door.clean(png)
            #expect(PictureHeader(clean.bytes)?.kind == .png && clean.width == 40 && clean.height == 30)
            #expect(!String(decoding: clean.bytes, as: UTF8.self).contains("SECRET-PLACE"))
            #expect(clean.bytes.suffix(8).starts(with: Array("IEND".utf8)), "nothing hangs on it")

            let photo = try Data(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pictures/red.jpg"))
            let turned = Sample.adding(Sample.exif(6), to: Array(photo))
            let before = try #require(PictureHeader(Array(photo)))
            let upright = try await room.door.clean(turned)
            #expect(upright.width == before.height && upright.height == before.width, "the orientation was applied")
            #expect(!String(decoding: upright.bytes.prefix(4000), as: UTF8.self).contains("Exif"))
            await #expect(throws: PictureRefusal.self) { _ = try await room.door.clean(Array(png.prefix(60))) }
        }
    }
}
