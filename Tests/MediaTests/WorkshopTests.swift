import FileStore
import Foundation
import Glibc
import Media
import RichText
import Synchronization
import Testing

@Suite("The workshop of pictures", .serialized)
struct WorkshopTests {
    @Test("no worker: the reader is told to take something else, and nothing is tried again at once")
    func withoutWorker() async throws {
        for place in [
            WorkerPlace.child(program: "/nonexistent/caunoi", arguments: []), .child(program: "/bin/false", arguments: []),
            .socket("/nonexistent/worker.sock"),
        ] {
            try await WorkerRoom.with(place) { room in
                let hash = try await room.put(Sample.png(width: 400, height: 300))
                for _ in 0..<6 { #expect(try await room.picture(320, .avif, of: hash) == .later) }
                await #expect(throws: WorkerFault.self) { try await room.workshop.makeAll(of: hash, fallback: .jpg, width: 400) }
                #expect(room.store.refusal(of: hash) == nil, "the picture is not to blame")
            }
        }
    }

    @Test func aWorkerThatNeverAnswersIsEnded() async throws {
        try await WorkerRoom.with(.child(program: "/bin/sleep", arguments: ["3600"]), patience: .milliseconds(200)) { room in
            let hash = try await room.put(Sample.png(width: 400, height: 300))
            #expect(try await room.picture(320, .avif, of: hash) == .later)
        }
    }

    @Test func aReaderDoesNotWaitForEver() async throws {
        try await WorkerRoom.with { room in
            let hash = try await room.put(Sample.png(width: 2000, height: 2000))
            let variant = try #require(PictureVariant(width: 1920, format: .avif))
            #expect(await room.workshop.picture(variant, of: hash, patience: .zero) == .later)
            // It went on being made.
            #expect(try await !room.bytes(1920, .avif, of: hash).isEmpty)
        }
    }

    @Test func isMadeOnceHoweverManyAsk() async throws {
        let rogue = try RogueWorker(.slowly)
        try await WorkerRoom.with(.socket(rogue.path)) { room in
            let hash = try await room.put(Sample.png(width: 400, height: 300))
            let variant = try #require(PictureVariant(width: 320, format: .png))
            await withTaskGroup(of: PictureWorkshop.Answer.self) { group in
                for _ in 0..<40 { group.addTask { await room.workshop.picture(variant, of: hash, patience: .seconds(60)) } }
                for await answer in group { if case .made = answer {} else { Issue.record("\(answer)") } }
            }
            #expect(rogue.orders == 1)
        }
    }

    @Test func onlySoManyWait() async throws {
        let rogue = try RogueWorker(.verySlowly)
        try await WorkerRoom.with(.socket(rogue.path), lanes: 1, mostWaiting: 2) { room in
            let variant = try #require(PictureVariant(width: 320, format: .png))
            var hashes: [ContentHash] = []
            for index in 0..<12 { hashes.append(try await room.put(Sample.png(width: 400 + index, height: 300))) }
            let answers = await withTaskGroup(of: PictureWorkshop.Answer.self) { group in
                for hash in hashes { group.addTask { await room.workshop.picture(variant, of: hash, patience: .seconds(60)) } }
                return await group.reduce(into: [PictureWorkshop.Answer]()) { $0.append($1) }
            }
            let made = answers.count { if case .made = $0 { true } else { false } }
            #expect(made >= 1 && made <= 3 && answers.count { $0 == .later } == 12 - made, "\(made)")
        }
    }

    /// A picture that has the worker in its power can answer with what it likes; none of it reaches a reader, and after a second time it is left alone.
    @Test("a worker taken over by its picture", arguments: [RogueWorker.Manner.page, .otherFormat, .unasked, .endless, .ends, .frames])
    func takenOver(manner: RogueWorker.Manner) async throws {
        let rogue = try RogueWorker(manner)
        try await WorkerRoom.with(.socket(rogue.path)) { room in
            let hash = try await room.put(Sample.png(width: 400, height: 300))
            #expect(try await room.picture(320, .png, of: hash) == .later)
            #expect(try await room.picture(320, .png, of: hash) == .refused(.endsTheWorker))
            #expect(room.store.refusal(of: hash) == .endsTheWorker)
            let variant = try #require(PictureVariant(width: 320, format: .png))
            #expect(room.store.read(variant, of: hash) == nil)
        }
    }

    @Test func aHallGivesEachCallerAWorkerOfItsOwn() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-hall-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/worker.sock"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: WorkerRoom.program)
        process.arguments = ["worker", "--socket", path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        for _ in 0..<600 where !FileManager.default.fileExists(atPath: path) { try await Task.sleep(for: .milliseconds(50)) }
        try await WorkerRoom.with(.socket(path)) { room in
            let ability = try await room.door.ability()
            #expect(ability.isConfined)
            for side in [400, 500, 600] {
                #expect(try await !room.bytes(320, .avif, of: room.put(Sample.png(width: side, height: side))).isEmpty)
            }
            #expect(try await room.picture(320, .avif, of: room.put([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0])) == .refused(.damaged))
            #expect(try await !room.bytes(320, .webp, of: room.put(Sample.png(width: 700, height: 70))).isEmpty)
        }
        // A second hall at the same place leaves the first alone.
        #expect(throws: WorkerFault.self) { try WorkerHall(socket: path, program: WorkerRoom.program, arguments: []) }
    }
}

/// Answers like a worker, up to a point. One thread, a Unix socket.
final class RogueWorker: Sendable {
    enum Manner: Sendable {
        case slowly, verySlowly, page, otherFormat, unasked, endless, ends, frames
    }

    let path: String
    private let descriptor: Int32
    private let count = Mutex(0)

    var orders: Int { count.withLock { $0 } }

    init(_ manner: Manner) throws {
        path = "/tmp/caunoi-rogue-\(UInt32.random(in: 0 ... .max)).sock"
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        try #require(bound == 0 && listen(descriptor, 64) == 0)
        let (listener, count) = (descriptor, { self.count.withLock { $0 += 1 } } as @Sendable () -> Void)
        Thread.detachNewThread {
            while true {
                let caller = accept(listener, nil, nil)
                guard caller >= 0 else { return }
                Thread.detachNewThread { Self.serve(caller, manner, count) }
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
        unlink(path)
    }

    private static func serve(_ caller: Int32, _ manner: Manner, _ counted: () -> Void) {
        defer { close(caller) }
        send(caller, kind: 1, 15, 1, 0, Array("8.14.1".utf8))
        // The head of an order; the rest is not of interest but has to be read.
        var head = [UInt8](repeating: 0, count: 17)
        guard recv(caller, &head, 17, Int32(MSG_WAITALL)) == 17 else { return }
        var left = head[13...].reduce(0) { $0 << 8 | Int($1) }
        var piece = [UInt8](repeating: 0, count: 65536)
        while left > 0 {
            let got = recv(caller, &piece, min(left, piece.count), 0)
            guard got > 0 else { return }
            left -= got
        }
        counted()
        let picture = Sample.png(width: 320, height: 240)
        switch manner {
        case .slowly, .verySlowly:
            usleep(manner == .slowly ? 300_000 : 1_500_000)
            send(caller, kind: 4, 320, 240, 8, picture)
            send(caller, kind: 6, 0, 0, 0, [])
        case .page: send(caller, kind: 4, 320, 240, 8, Array("<script>alert(1)</script>".utf8))
        case .otherFormat: send(caller, kind: 4, 320, 240, 2, picture)
        case .unasked: send(caller, kind: 4, 640, 480, 8, picture)
        case .endless: send(caller, kind: 4, 320, 240, 8, [], length: 0xFFFF_FFFF)
        case .ends: break
        case .frames: send(caller, kind: 99, 0, 0, 0, [])
        }
        // What follows the answer is waited for, as a worker would.
        if manner != .ends { _ = recv(caller, &head, 1, 0) }
    }

    private static func send(_ caller: Int32, kind: UInt8, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ payload: [UInt8], length: UInt32? = nil) {
        var bytes = [kind]
        for number in [a, b, c, length ?? UInt32(payload.count)] {
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
        }
        bytes += payload
        var done = 0
        while done < bytes.count {
            let sent = bytes.withUnsafeBytes { Glibc.send(caller, $0.baseAddress.map { $0 + done }, bytes.count - done, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return }
            done += sent
        }
    }
}
