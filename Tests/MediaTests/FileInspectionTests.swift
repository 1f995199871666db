import CZlib
import Media
import Testing

@Suite("What a file is, its bytes say")
struct FileInspectionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let type: FileType?
        let refusal: FileRefusal?
        var testDescription: String { "\(name) → \(type?.rawValue ?? refusal?.rawValue ?? "")" }

        init(_ name: String, _ bytes: [UInt8], _ type: FileType) { (self.name, self.bytes, self.type, refusal) = (name, bytes, type, nil) }
        init(_ name: String, _ bytes: [UInt8], _ refusal: FileRefusal) { (self.name, self.bytes, type, self.refusal) = (name, bytes, nil, refusal) }
    }

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
    static let pdf = text("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n")
    static let png = Sample.png(width: 8, height: 8)
    static let docx = Zip([("[Content_Types].xml", text("<Types/>")), ("word/document.xml", text("<w:t>Xin chào</w:t>"))]).bytes
    static func wide(_ name: String) -> [UInt8] { name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }
    static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

    static let cases: [Case] = [
        Case("anh.png", png, .png), Case("ANH.PNG", png, .png), Case("anh", png, .png), Case("bao-cao.pdf", pdf, .pdf), Case("don.docx", docx, .docx),
        Case("bang.xlsx", Zip([("[Content_Types].xml", []), ("xl/workbook.xml", text("<x/>"))]).bytes, .xlsx),
        Case("don.odt", Zip([("mimetype", text("application/vnd.oasis.opendocument.text")), ("content.xml", text("<x/>"))]).bytes, .odt),
        Case("ghi-chu.txt", text("Xin chào bà con\n"), .text), Case("bang.csv", text("ma,ten\n1,Hà Nội\n"), .csv),
        Case("phu-de.vtt", text("WEBVTT\n\n00:00.000 --> 00:01.000\nXin chào\n"), .vtt), Case("cu.doc", compound + wide("WordDocument"), .doc),
        Case("am.mp3", text("ID3") + [3, 0, 0, 0, 0, 0, 0], .mp3), Case("phim.mp4", [0, 0, 0, 24] + text("ftypisom0000"), .mp4),
        Case("phim.webm", [0x1A, 0x45, 0xDF, 0xA3] + text("....webm"), .webm), Case("cu.rtf", text("{\\rtf1 Xin chào}"), .rtf),
        // What must not come in.
        Case("rong.pdf", [], .empty), Case("anh.jpg", pdf, .wrongEnding), Case("anh.png", text("Xin chào"), .wrongEnding),
        Case("chay.exe", [0x4D, 0x5A, 0x90] + pdf, .executable), Case("anh.jpg", [0x7F, 0x45, 0x4C, 0x46, 2], .executable),
        Case("chay.sh", text("#!/bin/sh\nrm -rf /\n"), .executable),
        Case("anh.svg", text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), .vector),
        Case("anh.png", text("<?xml version='1.0'?>\n<!-- x --><svg onload='alert(1)'/>"), .vector),
        Case("trang.html", text("<!DOCTYPE html><script>alert(1)</script>"), .page), Case("anh.jpg", text("\n  <HTML><body>"), .page),
        Case("goi.zip", Zip([("a.txt", text("a")), ("b.txt", text("b"))]).bytes, .archive), Case("goi.rar", text("Rar!\u{1A}") + [7, 0], .archive),
        Case("don.docm", Zip([("[Content_Types].xml", []), ("word/document.xml", []), ("word/vbaProject.bin", text("x"))]).bytes, .macros),
        Case("don.odt", Zip([("mimetype", text("application/vnd.oasis.opendocument.text")), ("Basic/Standard/x.xml", text("x"))]).bytes, .macros),
        Case("cu.doc", compound + wide("WordDocument") + wide("_VBA_PROJECT"), .macros),
        Case("cu.rtf", text("{\\rtf1 {\\object\\objdata 0105}}"), .macros),
        Case("app.jar", Zip([("META-INF/MANIFEST.MF", text("x")), ("A.class", text("x"))]).bytes, .executable),
        Case("bao-cao.pdf", pdf + Zip([("a.txt", text("a"))]).bytes, .twoTypes), Case("don.docx", text("PK\u{3}\u{4}"), .damaged),
        Case("don.docx", docx + text("<script>"), .damaged), Case("dong.gif", text("GIF89a") + [8, 0, 8, 0, 0, 0, 0], .movingPicture),
        Case("anh.heic", [0, 0, 0, 24] + text("ftypheic"), .cameraFormat), Case("phim.mov", [0, 0, 0, 24] + text("ftypqt  "), .cameraFormat),
        Case("la.bin", [1, 2, 3, 0, 255], .unknownType),
        Case("don.docx", Zip([("[Content_Types].xml", []), ("word/document.xml", [])], locked: true).bytes, .locked),
        Case("bom.png", Sample.png(head: 60_000, 60_000, colour: 2, data: Sample.deflate([0])), .pictureTooLarge),
    ]

    @Test("types and refusals", arguments: cases)
    func inspect(_ one: Case) async throws {
        do {
            let type = try await FileInspection.type(of: FileBytes(one.bytes), named: one.name)
            #expect(type == one.type)
        } catch let refusal as FileRefusal {
            #expect(refusal == one.refusal)
        }
    }

    @Test("a bomb of an office file is refused by its table, before anything is unpacked")
    func bombs() async throws {
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        let bomb = Zip([("[Content_Types].xml", []), ("word/document.xml", zeros)]).bytes
        await #expect(throws: FileRefusal.bomb) { try await FileInspection.type(of: FileBytes(bomb), named: "bom.docx") }
        // Two entries that share the same bytes.
        let overlapping = Zip([("[Content_Types].xml", []), ("word/document.xml", Self.text("xin chào"))], overlapping: true).bytes
        await #expect(throws: FileRefusal.bomb) { try await FileInspection.type(of: FileBytes(overlapping), named: "bom.docx") }
        // A table that lies about what an entry unpacks to gets no more than it says.
        let lying = Zip([("[Content_Types].xml", []), ("word/document.xml", zeros)], claiming: 100).bytes
        #expect(try await FileInspection.type(of: FileBytes(lying), named: "don.docx") == .docx)
    }

    @Test("cut off or turned at random, nothing ends the program")
    func rubbish() async throws {
        var random = SystemRandomNumberGenerator()
        for sample in [Self.docx, Self.pdf, Self.png, Self.compound + Self.wide("Workbook"), Self.cases[5].bytes] {
            for _ in 0..<200 {
                var bytes = Array(sample.prefix(Int.random(in: 0...sample.count, using: &random)))
                for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                _ = try? await FileInspection.type(of: FileBytes(bytes), named: "x")
            }
        }
    }
}

/// A ZIP file as office programs write it, and as those who mean harm do.
struct Zip {
    let bytes: [UInt8]

    init(_ entries: [(name: String, content: [UInt8])], locked: Bool = false, overlapping: Bool = false, claiming: Int? = nil) {
        func le(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var out: [UInt8] = []
        var table: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let packed = Self.deflate(entry.content)
            let size = index == entries.count - 1 ? claiming ?? entry.content.count : entry.content.count
            let offset = overlapping ? 0 : out.count
            let sizes = le(0, 4) + le(packed.count, 4) + le(size, 4)
            let flags = le(locked ? 1 : 0, 2)
            out += Array("PK\u{3}\u{4}".utf8) + le(20, 2) + flags + le(8, 2) + le(0, 4) + sizes + le(entry.name.utf8.count, 2) + le(0, 2)
            out += Array(entry.name.utf8) + packed
            table += Array("PK\u{1}\u{2}".utf8) + le(20, 2) + le(20, 2) + flags + le(8, 2) + le(0, 4) + sizes + le(entry.name.utf8.count, 2)
            table += le(0, 2) + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 4) + le(offset, 4) + Array(entry.name.utf8)
        }
        let start = out.count
        out +=
            table + Array("PK\u{5}\u{6}".utf8) + le(0, 2) + le(0, 2) + le(entries.count, 2) + le(entries.count, 2) + le(table.count, 4) + le(start, 4)
        bytes = out + le(0, 2)
    }

    private static func deflate(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return []
        }
        defer { deflateEnd(&stream) }
        var content = content
        let room = Int(deflateBound(&stream, uLong(content.count))) + 16
        return content.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: room) { output, filled in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                _ = CZlib.deflate(&stream, Z_FINISH)
                filled = room - Int(stream.avail_out)
            }
        }
    }
}
