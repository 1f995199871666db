import FileStore
import Logging
import Media
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Casework

/// A scanner that says what a test wants, or is not there.
final class CaseScanner: FileScanner {
    struct Down: Error {}
    let limit: Int64
    private let isDown = Mutex(false)

    init(limit: Int64 = 1 << 20) { self.limit = limit }
    func set(down: Bool) { isDown.withLock { $0 = down } }

    func scan(_ file: any OpenedFile) async throws -> ScanVerdict {
        if isDown.withLock({ $0 }) { throw Down() }
        guard file.size <= limit else { return .tooLarge }
        let bytes = try await file.read(at: 0, count: 1 << 20)
        return String(decoding: bytes, as: UTF8.self).contains("VIRUS-THU") ? .infected("Thu.Nghiem") : .clean
    }
}

@Suite("Files that come with cases")
struct CaseAttachmentTests {
    static let pdf = Array("%PDF-1.7 ZAMQUYNH".utf8)

    static func send(_ room: CaseRoom, _ bytes: [UInt8], type: String = "application/pdf", name: String = "đơn.pdf") async throws -> Receipt {
        var letter = try room.letter(title: "Nhiều việc")
        letter.text = SplitTests.sentences.joined()
        return try await room.casework.receive(
            letter,
            files: [(Submission.File(name: name, type: type, bytes: bytes.count), bytes)],
            on: room.province
        )
    }

    static func work(_ room: CaseRoom, scanner: (any FileScanner)? = nil) async throws -> Int {
        try await JobRunner(
            database: room.database,
            workers: [CheckCaseFile(room.casework, scanner: scanner, door: nil, logger: Logger(label: "test"))],
            owner: 1,
            clock: room.clock.clock,
            logger: Logger(label: "test")
        ).runDue()
    }

    static func state(_ room: CaseRoom, _ id: CaseID, _ number: Int = 1) async throws -> ScanState? {
        try await room.database.read {
            try $0.value("SELECT state FROM case_attachment WHERE case_id = \(id) AND number = \(number)", as: ScanState.self)
        }
    }

    @Test("nobody has a file before it was looked into; then its bytes are those that came, sealed", arguments: Backend.available, [true, false])
    func released(_ backend: Backend, _ isScanned: Bool) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.send(room, Self.pdf)
            let by = try await room.by("clerk")
            await #expect(throws: CaseRefusal.fileWaiting) { try await room.casework.attachment(receipt.id, 1, by: by) }
            let waiting = try await room.casework.view(receipt.id, opens: true, by: by).attachments
            #expect(waiting.map(\.name) == ["đơn.pdf"] && waiting.map(\.state) == [.waiting])
            #expect(try await Self.work(room, scanner: isScanned ? CaseScanner() : nil) == 1)
            let found = try await room.casework.attachment(receipt.id, 1, by: by)
            #expect(found.bytes == Self.pdf && found.file.type == "application/pdf")
            #expect(try await Self.state(room, receipt.id) == (isScanned ? .clean : .unscanned))
            for row in try await room.database.read({ try $0.rows("SELECT sealed, name FROM case_attachment") }) {
                for value in row.values {
                    guard case .blob(let bytes) = value else { continue }
                    #expect(bytes.firstRange(of: Array("ZAMQUYNH".utf8)) == nil && !bytes.isEmpty)
                }
            }
            // Nothing is left to do, however often it is asked.
            #expect(try await Self.work(room) == 0)
            #expect(try await room.casework.checkOldFiles() == 0)
        }
    }

    @Test("what is infected, or cannot be scanned, is destroyed; its name and why stay, and a line of the trail", arguments: Backend.available)
    func infected(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let virus = try await Self.send(room, Self.pdf + Array("VIRUS-THU".utf8))
            let large = try await Self.send(room, Self.pdf + [UInt8](repeating: 0, count: 2_000))
            #expect(try await Self.work(room, scanner: CaseScanner(limit: 1_000)) == 2)
            let by = try await room.by("clerk")
            for (receipt, state, problem) in [(virus, ScanState.infected, "Thu.Nghiem"), (large, .failed, "unscannable")] {
                await #expect(throws: CaseRefusal.fileGone) { try await room.casework.attachment(receipt.id, 1, by: by) }
                let file = try #require(try await room.casework.view(receipt.id, opens: true, by: by).attachments.first)
                #expect(file.state == state && file.problem == problem && file.name == "đơn.pdf")
                let lines = try await room.database.read { try AuditTrail.lines(AuditTrail.Query(limit: 100), in: $0) }
                #expect(lines.contains { $0.object == "\(receipt.code)" && $0.detail == "file 1: \(problem)" })
            }
            let left = try await room.database.read { try $0.column("SELECT sealed FROM case_attachment", as: [UInt8].self) }
            #expect(left.allSatisfy { $0.isEmpty })
            let mine = try await room.casework.lookUp("\(virus.code)", "\(virus.pin)", from: "192.0.2.1")
            #expect(mine.files.map(\.state) == [.infected])
        }
    }

    @Test("a scanner that is away lets nothing through and loses nothing", arguments: Backend.available)
    func away(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let scanner = CaseScanner()
            scanner.set(down: true)
            let receipt = try await Self.send(room, Self.pdf)
            for _ in 0..<12 {
                _ = try await Self.work(room, scanner: scanner)
                room.clock.advance(seconds: 300)
            }
            #expect(try await Self.state(room, receipt.id) == .waiting)
            scanner.set(down: false)
            _ = try await Self.work(room, scanner: scanner)
            #expect(try await Self.state(room, receipt.id) == .clean)
        }
    }

    @Test("pictures wait for a worker; they are never given out as they came", arguments: Backend.available)
    func pictures(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.send(room, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], type: "image/jpeg", name: "ảnh.jpg")
            #expect(try await Self.work(room, scanner: CaseScanner()) == 1)
            #expect(try await Self.state(room, receipt.id) == .waiting)
            let by = try await room.by("clerk")
            await #expect(throws: CaseRefusal.fileWaiting) { try await room.casework.attachment(receipt.id, 1, by: by) }
        }
    }

    @Test("a film loses what its telephone wrote of place and maker", arguments: Backend.available)
    func films(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
                let length = UInt32(content.count + 8)
                return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + Array(name.utf8) + content
            }
            let place = Array("+10.7769+106.7009/".utf8)
            let film = box("ftyp", Array("isom0000".utf8)) + box("moov", box("udta", place)) + box("mdat", [1, 2, 3])
            let receipt = try await Self.send(room, film, type: "video/mp4", name: "phim.mp4")
            _ = try await Self.work(room)
            let found = try await room.casework.attachment(receipt.id, 1, by: try await room.by("clerk"))
            #expect(found.bytes.count == film.count && found.bytes.firstRange(of: place) == nil && found.bytes.suffix(3) == [1, 2, 3])
        }
    }

    @Test("erased while it waits: nothing is looked into, nothing is there", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.send(room, Self.pdf)
            try await room.casework.erase(try await room.seen(receipt.id), by: try await room.by("chief"))
            #expect(try await Self.work(room, scanner: CaseScanner()) == 1)
            let left = try await room.count("SELECT count(*) FROM case_attachment")
            #expect(left == 0)
            let failed = try await room.count("SELECT count(*) FROM job WHERE name = 'check-case-file' AND state <> 'done'")
            #expect(failed == 0)
        }
    }

    @Test("a divided letter's files go on as far as they were looked into", arguments: Backend.available)
    func divided(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let by = try await room.by("clerk")
            func divide(_ receipt: Receipt) async throws -> CaseID {
                try #require(try await room.casework.split(try await room.seen(receipt.id), SplitTests.part([1], files: [1]), by: by))
            }
            let waiting = try await divide(try await Self.send(room, Self.pdf))
            #expect(try await Self.state(room, waiting) == .waiting)
            _ = try await Self.work(room, scanner: CaseScanner())
            #expect(try await room.casework.attachment(waiting, 1, by: by).bytes == Self.pdf)
            let virus = try await Self.send(room, Self.pdf + Array("VIRUS-THU".utf8))
            _ = try await Self.work(room, scanner: CaseScanner())
            let gone = try await divide(virus)
            #expect(try await Self.state(room, gone) == .infected)
            await #expect(throws: CaseRefusal.fileGone) { try await room.casework.attachment(gone, 1, by: by) }
            #expect(try await Self.work(room) == 0)
        }
    }

    @Test("files from before are looked into once, however often the program starts", arguments: Backend.available)
    func old(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await Self.send(room, Self.pdf)
            try await room.database.write { _ = try $0.execute("DELETE FROM job") }
            for _ in 0..<3 { #expect(try await room.casework.checkOldFiles() == 1) }
            let jobs = try await room.count("SELECT count(*) FROM job")
            #expect(jobs == 1)
            _ = try await Self.work(room)
            #expect(try await Self.state(room, receipt.id) == .unscanned)
        }
    }

    @Test("what was let through without a scanner is scanned once there is one; officials have it meanwhile", arguments: Backend.available)
    func scannedLater(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let clean = try await Self.send(room, Self.pdf)
            let virus = try await Self.send(room, Self.pdf + Array("VIRUS-THU".utf8))
            let large = try await Self.send(room, Self.pdf + [UInt8](repeating: 0, count: 2_000))
            #expect(try await Self.work(room) == 3)
            #expect(try await room.casework.checkOldFiles() == 0)
            for _ in 0..<2 { #expect(try await room.casework.checkOldFiles(scans: true) == 3) }
            let by = try await room.by("clerk")
            #expect(try await room.casework.attachment(virus.id, 1, by: by).bytes.count > Self.pdf.count)
            #expect(try await Self.work(room, scanner: CaseScanner(limit: 1_000)) == 3)
            #expect(try await Self.state(room, clean.id) == .clean)
            #expect(try await Self.state(room, virus.id) == .infected)
            #expect(try await Self.state(room, large.id) == .unscanned)
            #expect(try await room.casework.attachment(clean.id, 1, by: by).bytes == Self.pdf)
            await #expect(throws: CaseRefusal.fileGone) { try await room.casework.attachment(virus.id, 1, by: by) }
        }
    }
}
