import Foundation
import Testing

@testable import Speech

/// The real programs make real sound, and whatever they do instead is bounded and named.
@Suite("Recording", .timeLimit(.minutes(15)))
struct RecorderTests {
    static let text = "Ủy ban nhân dân tỉnh vừa ban hành quyết định số một trăm hai mươi ba về việc phê duyệt quy hoạch."
    static let script = SpeechScript(
        language: "vi",
        [.init("Quy hoạch mới của tỉnh.", pause: 700), .init(text, pause: 400), .init(text, pause: 400)]
    )

    func record(_ script: SpeechScript, _ form: AudioForm, _ voice: Voice = .espeak, _ limits: SpeechLimits = SpeechLimits()) async throws -> (
        bytes: [UInt8], seconds: Double
    ) {
        let scratch = try Scratch()
        let made = try await Recorder(voice: voice, limits: limits).record(script, as: form, to: scratch.path + "/a.\(form.rawValue)")
        return (scratch.bytes("a.\(form.rawValue)"), Double(made.milliseconds) / 1000)
    }

    @Test("a recording is sound of the length it ought to have", arguments: AudioForm.allCases)
    func real(_ form: AudioForm) async throws {
        let (bytes, told) = try await record(Self.script, form)
        let seconds = try #require(form == .opus ? Sound.opusSeconds(bytes) : Sound.mp3Seconds(bytes), "the file cannot be read as \(form)")
        // 53 syllables at about four a second, and a second and a half of silence.
        #expect((9...25).contains(seconds), "\(seconds) s")
        #expect(abs(seconds - told) < 0.2, "the file has \(seconds) s, the samples \(told) s")
        #expect(Double(bytes.count) / seconds < (form == .opus ? 3200 : 4200), "\(bytes.count) bytes for \(seconds) s")
    }

    @Test("pauses are silence of their length")
    func pauses() async throws {
        let short = try await record(SpeechScript(language: "vi", [.init("Xin chào.", pause: 0)]), .mp3).seconds
        let long = try await record(SpeechScript(language: "vi", [.init("Xin chào.", pause: 2000)]), .mp3).seconds
        #expect(abs(long - short - 2) < 0.05)
    }

    @Test("each language has its voice", arguments: [("vi", "Xin chào quý vị."), ("en", "Good morning, everybody."), ("zh", "大家早上好。")])
    func languages(_ language: String, _ text: String) async throws {
        #expect(try await record(SpeechScript(language: language, [.init(text, pause: 0)]), .opus).seconds > 0.6)
    }

    @Test("tones are spoken: the same letters with other marks sound otherwise")
    func tones() async throws {
        let flat = try await record(SpeechScript(language: "vi", [.init("ma ma ma ma.", pause: 0)]), .mp3).bytes
        let sharp = try await record(SpeechScript(language: "vi", [.init("má mã mạ mà.", pause: 0)]), .mp3).bytes
        #expect(flat != sharp)
    }

    @Test("a language without a voice is named")
    func noVoice() async throws {
        await #expect(throws: SpeechFault.noVoice(language: "xx")) { try await record(SpeechScript(language: "xx", [.init("a", pause: 0)]), .mp3) }
    }

    @Test("a command gets the text on its input, the language in its environment, and nothing else")
    func command() async throws {
        let scratch = try Scratch()
        let voice = Voice.command(
            "env > \(scratch.path)/env; tee \(scratch.path)/text | espeak-ng -v \"$\(Voice.languageVariable)\" --stdin --stdout"
        )
        let hostile = "Xin chào; $(touch \(scratch.path)/no) `touch \(scratch.path)/no` ' \" | touch \(scratch.path)/no"
        let (bytes, _) = try await record(SpeechScript(language: "vi", [.init(hostile, pause: 0), .init("Hết.", pause: 0)]), .opus, voice)
        #expect(Sound.opusSeconds(bytes) ?? 0 > 1)
        let names = Set(scratch.lines("env").map { String($0.prefix { $0 != "=" }) })
        #expect(names.subtracting(["PWD", "SHLVL", "_", "OLDPWD"]) == ["PATH", "LANG", "HOME", Voice.languageVariable])
        #expect(scratch.lines("env").contains("\(Voice.languageVariable)=vi"))
        // Short passages go to a command together, as they are.
        #expect(String(decoding: scratch.bytes("text"), as: UTF8.self) == hostile + "\n\nHết.")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/no"))
    }

    struct Trouble: Sendable, CustomTestStringConvertible {
        let command: String
        let isExpected: @Sendable (SpeechFault) -> Bool
        var testDescription: String { command }
    }

    static let header = #"printf 'RIFF\377\377\377\377WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\377\377\377\377'"#
    static let troubles: [Trouble] = [
        Trouble(command: "exit 3") { if case .failed("sh", _) = $0 { true } else { false } },
        Trouble(command: "cat >/dev/null") { if case .notSound = $0 { true } else { false } },
        Trouble(command: "no-such-program-here") { if case .failed("sh", let reason) = $0 { reason.contains("not found") } else { false } },
        Trouble(command: "echo this is no sound, and says so at some length to fill a header") { if case .notSound = $0 { true } else { false } },
        Trouble(command: "cat /dev/zero") { if case .notSound = $0 { true } else { false } },
        Trouble(command: "\(header); cat /dev/zero") { $0 == .tooLong(seconds: 5) },
        Trouble(command: "sleep 1000") { $0 == .tooSlow(seconds: 2) },
        Trouble(command: "trap '' TERM; sleep 1000 & wait; sleep 1000") { $0 == .tooSlow(seconds: 2) },
        Trouble(command: "while :; do :; done") { fault in
            if case .failed("sh", _) = fault { true } else { fault == .tooSlow(seconds: 2) }
        },
        Trouble(command: "python3 -c 'x = bytearray(400000000); print(len(x))'") { if case .failed("sh", _) = $0 { true } else { false } },
        Trouble(command: "\(header); head -c 20000 /dev/zero; exit 1") { if case .failed("sh", _) = $0 { true } else { false } },
    ]

    @Test("whatever a voice does instead is bounded and named", arguments: troubles)
    func bounded(_ trouble: Trouble) async throws {
        var limits = SpeechLimits()
        limits.runSeconds = 2
        limits.soundSeconds = 5
        limits.memory = 200
        let start = ContinuousClock.now
        do {
            _ = try await record(Self.script, .mp3, .command(trouble.command), limits)
            Issue.record("it was taken for sound")
        } catch let fault as SpeechFault {
            #expect(trouble.isExpected(fault), "\(fault)")
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test("nothing of a voice that was stopped goes on")
    func stopped() async throws {
        let scratch = try Scratch()
        var limits = SpeechLimits()
        limits.runSeconds = 1
        let command = "(while :; do date >> \(scratch.path)/alive; sleep 0.1; done) & wait"
        await #expect(throws: SpeechFault.tooSlow(seconds: 1)) { try await record(Self.script, .mp3, .command(command), limits) }
        let count = scratch.lines("alive").count
        #expect(count > 2)
        try await Task.sleep(for: .milliseconds(600))
        #expect(scratch.lines("alive").count == count)
    }

    /// The library that runs programs ends ours where a child's input is left open: this is what would bring that about.
    @Test(
        "voices that die at once, and recordings that are given up at any moment, end nobody",
        arguments: ["exit 1", "exec <&-; sleep 0.02; exit 1", "espeak"]
    )
    func deaths(_ command: String) async throws {
        let voice = command == "espeak" ? Voice.espeak : .command(command)
        let long = SpeechScript(language: "vi", Array(repeating: .init(String(repeating: Self.text + " ", count: 8), pause: 10), count: 2))
        await withTaskGroup(of: Void.self) { group in
            for round in 0..<16 {
                group.addTask {
                    let work = Task { try await self.record(long, round.isMultiple(of: 2) ? .mp3 : .opus, voice) }
                    if !round.isMultiple(of: 3) {
                        try? await Task.sleep(for: .milliseconds(round * 8))
                        work.cancel()
                    }
                    _ = try? await work.value
                }
                if round % 4 == 3 { await group.next() }
            }
        }
    }

    @Test("long passages are cut between sentences, and nothing is lost")
    func cut() {
        let sentence = "Đây là một câu dài vừa phải để thử. "
        let passage = SpeechScript.Passage(String(repeating: sentence, count: 300), pause: 400)
        let parts = Recorder.cut(passage, at: 3000)
        #expect(parts.map(\.text).joined() == passage.text)
        #expect(parts.allSatisfy { $0.text.count <= 3000 })
        #expect(parts.dropLast().allSatisfy { $0.text.hasSuffix(".") && $0.pause < 400 })
        #expect(parts.last?.pause == 400)
        let unbroken = Recorder.cut(.init(String(repeating: "a", count: 10_000), pause: 0), at: 3000)
        #expect(unbroken.map(\.text.count) == [3000, 3000, 3000, 1000])
    }
}
