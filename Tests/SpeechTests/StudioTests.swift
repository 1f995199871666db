import Foundation
import Logging
import Testing

@testable import Speech

/// Recordings are made once, one at a time, kept within a bound, and go with their item.
@Suite("Studio", .timeLimit(.minutes(15)))
struct StudioTests {
    static let item = "0s9v3k2m1abcd"
    static let other = "0s9v3k2m1abce"
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func script(_ text: String) -> SpeechScript { SpeechScript(language: "vi", [.init(text, pause: 100)]) }

    /// A voice that notes when it begins and ends.
    static func noting(_ scratch: Scratch, seconds: Double = 0) -> Voice {
        .command("echo begin >> \(scratch.path)/notes; sleep \(seconds); espeak-ng -v vi --stdin --stdout; echo end >> \(scratch.path)/notes")
    }

    static func with<T: Sendable>(
        _ voice: Voice,
        _ scratch: Scratch,
        _ limits: SpeechLimits = SpeechLimits(),
        megabytes: Int = 10,
        _ body: @Sendable (Studio) async throws -> T
    ) async throws -> T {
        let studio = Studio(voice: voice, shelf: try AudioShelf(root: scratch.path + "/shelf", megabytes: megabytes), limits: limits, logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await studio.run() }
            defer { group.cancelAll() }
            return try await body(studio)
        }
    }

    @Test("twenty who ask at once cause one recording and get the same bytes")
    func once() async throws {
        let scratch = try Scratch()
        let files = try await Self.with(Self.noting(scratch, seconds: 0.3), scratch) { studio in
            try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        let file = try await studio.recording(of: Self.script("Xin chào."), for: Self.item, as: .mp3, patience: .seconds(30))
                        return try await file.read(at: 0, count: Int(file.size))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(Set(files).count == 1)
        #expect(Sound.mp3Seconds(files[0]) ?? 0 > 0.5)
        #expect(scratch.lines("notes") == ["begin", "end"])
    }

    @Test("different recordings are made one after the other")
    func oneAtATime() async throws {
        let scratch = try Scratch()
        try await Self.with(Self.noting(scratch, seconds: 0.2), scratch) { studio in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in ["một", "hai", "ba", "bốn"] {
                    group.addTask { _ = try await studio.recording(of: Self.script(number), for: Self.item, as: .mp3, patience: nil) }
                }
                try await group.waitForAll()
            }
        }
        #expect(scratch.lines("notes") == Array(repeating: ["begin", "end"], count: 4).flatMap { $0 })
    }

    @Test("who does not want to wait is told so, and the work goes on; more than may wait are turned away")
    func patience() async throws {
        let scratch = try Scratch()
        var limits = SpeechLimits()
        limits.waiting = 2
        try await Self.with(Self.noting(scratch, seconds: 1), scratch, limits) { studio in
            await #expect(throws: SpeechFault.notYet) {
                try await studio.recording(of: Self.script("một"), for: Self.item, as: .mp3, patience: .milliseconds(100))
            }
            await #expect(throws: SpeechFault.notYet) {
                try await studio.recording(of: Self.script("hai"), for: Self.item, as: .opus, patience: .milliseconds(100))
            }
            await #expect(throws: SpeechFault.busy) {
                try await studio.recording(of: Self.script("ba"), for: Self.other, as: .mp3, patience: .seconds(10))
            }
            // The same as one that waits already may always wait along.
            let file = try await studio.recording(of: Self.script("một"), for: Self.item, as: .mp3, patience: .seconds(30))
            #expect(file.size > 1000)
        }
    }

    @Test("what failed is not tried again at once")
    func failure() async throws {
        let scratch = try Scratch()
        try await Self.with(.command("echo begin >> \(scratch.path)/notes; exit 3"), scratch) { studio in
            for _ in 0..<3 {
                await #expect(throws: SpeechFault.self) {
                    try await studio.recording(of: Self.script("một"), for: Self.item, as: .mp3, patience: nil)
                }
            }
        }
        #expect(scratch.lines("notes") == ["begin"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/shelf/making").isEmpty)
    }

    @Test("a new text takes the place of the old; an item's recordings go with it, also one that was being made")
    func going() async throws {
        let scratch = try Scratch()
        try await Self.with(.espeak, scratch) { studio in
            func ask(_ text: String, wanted: Bool = true) async throws -> Bool {
                do {
                    _ = try await studio.recording(of: Self.script(text), for: Self.item, as: .mp3, patience: nil) { wanted }
                    return true
                } catch SpeechFault.disk { return false }
            }
            #expect(try await ask("một"))
            #expect(try await studio.has(Self.script("một"), for: Self.item, as: .mp3))
            #expect(try await ask("hai"))
            #expect(try await !studio.has(Self.script("một"), for: Self.item, as: .mp3))
            // A reader who has begun reads to the end.
            let open = try await studio.recording(of: Self.script("hai"), for: Self.item, as: .mp3, patience: nil)
            try await studio.shelf.remove(item: Self.item)
            #expect(try await open.read(at: 0, count: 100).count == 100)
            #expect(try await studio.shelf.bytes() == 0)
            #expect(try await !ask("ba", wanted: false))
            #expect(try await studio.shelf.bytes() == 0)
        }
    }

    @Test("what was not listened to longest goes when the shelf is full")
    func bound() async throws {
        let scratch = try Scratch()
        let shelf = try AudioShelf(root: scratch.path + "/shelf", megabytes: 1)
        let names = (0..<12).map { "0s9v3k2m1ab\($0 < 10 ? "0" : "")\($0)" }
        for (age, name) in names.enumerated() {
            let file = shelf.workplace(.mp3)
            try Data(repeating: 1, count: 100_000).write(to: URL(filePath: file))
            // The first were listened to longest ago.
            let date = Date(timeIntervalSinceNow: Double(age - 20) * 86_400)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
            try await shelf.place(file, as: "k", of: name, .mp3)
            if age == 3 { _ = try await shelf.open("k", of: names[0], as: .mp3) }
        }
        var left: [String] = []
        for name in names where try await shelf.open("k", of: name, as: .mp3) != nil { left.append(name) }
        #expect(try await shelf.bytes() <= 1024 * 1024)
        #expect(left.contains(names[0]), "the one that was listened to is gone")
        #expect(!left.contains(names[1]) && left.contains(names[11]))
        #expect(left.count >= 8)
    }

    @Test("nothing but an item's id becomes a path", arguments: ["../../../etc/x", "", "0S9V3K2M1ABCD", "0s9v3k2m1abc/", "0s9v3k2m1abcdé"])
    func paths(_ item: String) async throws {
        let scratch = try Scratch()
        let shelf = try AudioShelf(root: scratch.path + "/shelf", megabytes: 1)
        await #expect(throws: SpeechFault.self) { try await shelf.remove(item: item) }
    }

    @Test("the name of a recording is that of its text, pauses, voice and form")
    func keys() {
        let script = Self.script("một")
        let names = [
            script.key(voice: "a", form: .mp3), script.key(voice: "b", form: .mp3), script.key(voice: "a", form: .opus),
            Self.script("hai").key(voice: "a", form: .mp3), SpeechScript(language: "en", script.passages).key(voice: "a", form: .mp3),
            SpeechScript(language: "vi", [.init("một", pause: 101)]).key(voice: "a", form: .mp3),
            SpeechScript(language: "vi", [.init("mộ", pause: 100), .init("t", pause: 100)]).key(voice: "a", form: .mp3),
        ]
        #expect(Set(names).count == names.count)
        #expect(script.key(voice: "a", form: .mp3) == names[0])
    }

    @Test("a rehearsal tells whether the voice works")
    func rehearsal() async throws {
        let scratch = try Scratch()
        let shelf = try AudioShelf(root: scratch.path + "/shelf", megabytes: 1)
        try await Studio(voice: .espeak, shelf: shelf, logger: Self.logger).rehearse(Self.script("Xin chào."))
        await #expect(throws: SpeechFault.self) {
            try await Studio(voice: .command("false"), shelf: shelf, logger: Self.logger).rehearse(Self.script("Xin chào."))
        }
    }
}
