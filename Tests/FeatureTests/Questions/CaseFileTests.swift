import Casework
import HTTPTypes
import Media
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Web

@testable import Questions

/// Files that come with letters, from the form to who answers, with a real worker that writes pictures anew.
@Suite("Files that come with letters, as pages") struct CaseFileTests {
    static let path = "/hoi-dap/gui"
    static let room = "/desk/cong/an-son/ho-so"

    static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let length = UInt32(content.count + 8)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + Array(name.utf8) + content
    }

    /// A picture that says it is as large as that, and is not.
    static func claiming(_ width: Int, _ height: Int) -> [UInt8] {
        var bytes = SamplePNG.bytes(width: 4, height: 4)
        for (index, value) in [width, height].enumerated() {
            for place in 0..<4 { bytes[16 + index * 4 + place] = UInt8(truncatingIfNeeded: value >> (24 - place * 8)) }
        }
        return bytes
    }

    @discardableResult
    static func work(_ portal: TestPortal, scanner: (any FileScanner)? = nil) async throws -> Int {
        let door = WorkerDoor(TestPortal.worker, patience: .seconds(60), logger: TestPortal.logger)
        defer { door.close() }
        return try await JobRunner(
            database: portal.database,
            workers: [CheckCaseFile(portal.casework, scanner: scanner, door: door, logger: TestPortal.logger)],
            owner: 9,
            clock: portal.clock.clock,
            logger: TestPortal.logger
        ).runDue()
    }

    /// A letter with files, sent by the form.
    static func send(_ portal: TestPortal, _ files: [(name: String, bytes: [UInt8])]) async throws -> Browser.Answer {
        var fields = CasePageTests.letter
        fields["_"] = try await CasePageTests.ticket(portal, path)
        portal.clock.advance(seconds: 30)
        return try await CasePageTests.post(portal, path, fields, files: files)
    }

    @Test("a picture is written anew before anybody has it: nothing of the bytes that came is left", arguments: Backend.available)
    func written(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("van-thu", .recordsClerk, on: portal.province)
            let clerk = try await place.signedIn("van-thu")
            let secret = Array("GPS 10.7769 ZAMQUYNH".utf8)
            // Its name says something else than its bytes: it is a picture all the same, and is called one.
            let receipt = try await Self.send(portal, [("đèn hỏng.pdf", SamplePNG.bytes(width: 300, height: 200) + secret)])
            let (code, pin) = try CasePageTests.codes(receipt.body)
            let id = try await portal.casework.lookUp(code, pin, from: "192.0.2.1").file.id
            let one = Self.room + "/\(id)"
            let waiting = try await clerk.post(one + "/mo", [:])
            #expect(waiting.body.contains("đèn hỏng.pdf.png") && waiting.body.contains("đang kiểm tra") && !waiting.body.contains(one + "/tep/1"))
            let early = try await clerk.get(one + "/tep/1")
            #expect(early.status == 422 && early.bytes.firstRange(of: secret) == nil && early.body.contains("đang kiểm tra"))
            let mine = try await CasePageTests.post(portal, "/tra-cuu", ["ma": code, "bi-mat": pin])
            #expect(mine.body.contains("đèn hỏng.pdf.png · đang kiểm tra"))

            #expect(try await Self.work(portal) == 1)
            let opened = try await clerk.post(one + "/mo", [:])
            #expect(opened.body.contains(one + "/tep/1") && opened.body.contains("chưa quét mã độc"))
            let file = try await clerk.get(one + "/tep/1")
            #expect(file.status == 200 && file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(file.bytes.firstRange(of: secret) == nil && PictureHeader(file.bytes)?.width == 300)
            let kept = try await portal.database.read { try $0.column("SELECT sealed FROM case_attachment", as: [UInt8].self) }
            #expect(kept.count == 1 && kept.allSatisfy { $0.firstRange(of: secret) == nil && !$0.starts(with: [0x89, 0x50]) })
        }
    }

    @Test("a virus, a picture that is none and a bomb that hides are destroyed; the desk says so, the sender too", arguments: Backend.available)
    func destroyed(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            try await place.person("van-thu", .recordsClerk, on: portal.province)
            let receipt = try await Self.send(
                portal,
                [
                    ("don.pdf", Array("%PDF-1.7 VIRUS-THU".utf8)), ("hong.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]),
                    ("bom.png", Self.claiming(9_900, 9_900)),
                    ("tot.pdf", Array("%PDF-1.7 tốt".utf8)),
                ]
            )
            let (code, pin) = try CasePageTests.codes(receipt.body)
            let id = try await portal.casework.lookUp(code, pin, from: "192.0.2.1").file.id
            for _ in 0..<6 {
                try await Self.work(portal, scanner: ScriptedScanner())
                portal.clock.advance(seconds: 600)
            }
            // An hour went by, and with it whoever was signed in.
            let clerk = try await place.signedIn("van-thu")
            let one = Self.room + "/\(id)"
            let page = try await clerk.post(one + "/mo", [:])
            #expect(page.body.contains("có mã độc (Thu.Nghiem), đã hủy") && page.body.contains("không mở được"))
            #expect(!page.body.contains(one + "/tep/1\"") && !page.body.contains(one + "/tep/2\"") && !page.body.contains(one + "/tep/3\""))
            #expect(page.body.contains(one + "/tep/4\"") && !page.body.contains("đang kiểm tra"))
            for number in 1...3 {
                let gone = try await clerk.get(one + "/tep/\(number)")
                #expect(gone.status == 422 && gone.body.contains("đã bị hủy"))
            }
            let mine = try await CasePageTests.post(portal, "/tra-cuu", ["ma": code, "bi-mat": pin])
            #expect(mine.body.contains("don.pdf · có mã độc") && mine.body.contains("tot.pdf"))
        }
    }

    static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
    static let gif: [UInt8] = ascii("GIF89a") + [UInt8](repeating: 1, count: 40)
    static let webm: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3, 0x42, 0x82, 0x84] + ascii("webm")
    static let zip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]
    static let film: [UInt8] = box("ftyp", ascii("isom0000")) + box("mdat", [UInt8](repeating: 7, count: 11 << 20))

    /// What is sent, and what the form says of it.
    static let refused: [(String, [UInt8], String)] = [
        ("hinh.svg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), "SVG"),
        ("hinh.jpg", ascii("<?xml version=\"1.0\"?><svg onload=\"alert(1)\"></svg>"), "SVG"),
        ("anh.jpg", ascii("MZ chương trình"), "chương trình"), ("anh.png", ascii("#!/bin/sh\nrm -rf /\n"), "chương trình"),
        ("trang.pdf", ascii("<!DOCTYPE html><script>alert(1)</script>"), "không phải ảnh"), ("thu.txt", ascii("Kính gửi"), "không phải ảnh"),
        ("goi.zip", zip, "tệp nén"), ("bom.png", claiming(60_000, 60_000), "quá lớn"), ("dong.gif", gif, "ảnh động"),
        ("iphone.heic", box("ftyp", ascii("heic0000")), "HEIC"), ("phim.mov", box("ftyp", ascii("qt  0000")), "MOV"),
        ("phim.webm", webm, "không phải ảnh"), ("phim.mp4", film, "10 MB"),
    ]

    @Test("what is not taken is named, with what to do; everything typed stays", arguments: refused)
    func refusals(_ name: String, _ bytes: [UInt8], _ said: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await Self.send(portal, [(name, bytes)])
            #expect(answer.status == 422 && answer.body.contains("id=\"files-loi\"") && answer.body.contains("sửa lại nhà cũ"))
            let error = try #require(answer.body.firstMatch(of: #/id="files-loi">([^<]*)</#)).output.1
            #expect(error.contains(said), "\(error)")
            let count = try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test("forty files at once: said, none kept")
    func many() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let picture = SamplePNG.bytes(width: 8, height: 8)
            let answer = try await Self.send(portal, (1...40).map { ("anh\($0).png", picture) })
            #expect(answer.status == 422 && answer.body.contains("id=\"files-loi\"") && answer.body.contains("sửa lại nhà cũ"))
            let count = try await portal.database.read { try $0.value("SELECT count(*) FROM case_attachment", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test("every reason for which a file is not taken has words", arguments: FileRefusal.allCases)
    func words(_ refusal: FileRefusal) async throws {
        try await TestPortal.with(.sqlite) { portal in
            #expect(portal.face.words.has("casework.finding." + SentFile.finding(refusal)))
            for state in ScanState.allCases where state != .clean { #expect(portal.face.words.has("casework.file." + state.rawValue)) }
        }
    }

    @Test(
        "names",
        arguments: [
            ("anh.JPG", FileType.jpeg, "anh.JPG"), ("anh.png", .jpeg, "anh.png.jpg"), ("C:\\\\tep\\đơn thư.pdf", .pdf, "đơn thư.pdf"),
            ("", .png, "tep.png"),
            ("../../etc/passwd", .pdf, "passwd.pdf"), ("pdf", .pdf, "pdf.pdf"), ("a<b>\u{202E}fdp.exe", .pdf, "abfdp.exe.pdf"),
        ] as [(String, FileType, String)]
    )
    func names(_ name: String, _ type: FileType, _ kept: String) { #expect(SentFile.name(name, type) == kept) }
}
