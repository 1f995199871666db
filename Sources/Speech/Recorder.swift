import Glibc
import Subprocess

/// Makes one recording: a voice speaks passage by passage, an encoder takes the sound as it comes. Neither text nor sound is ever whole in memory or on disk
/// but in its packed form, and both programs are strangers: they get text on standard input, a bare environment, and bounds.
struct Recorder: Sendable {
    let voice: Voice
    let limits: SpeechLimits

    /// What was made.
    struct Recording: Sendable, Hashable {
        let milliseconds: Int
    }

    /// Writes a recording to a file, which must not be there yet.
    func record(_ script: SpeechScript, as form: AudioForm, to file: String) async throws -> Recording {
        // A program that dies leaves a broken pipe, which is an error to report and no reason to die with it.
        signal(SIGPIPE, SIG_IGN)
        guard let speaker = voice.process(for: script.language) else { throw SpeechFault.noVoice(language: script.language) }
        let limits = limits
        return try await Self.within(seconds: limits.seconds) {
            let encoder = form.encoder(to: file)
            let result = try await Self.named(encoder.program) {
                try await run(
                    configuration(encoder.program, encoder.arguments, [:], seconds: limits.seconds),
                    input: .inputWriter,
                    output: .discarded,
                    error: .string(limit: 64 * 1024)
                ) { process in
                    let sound = SoundSink(process.standardInputWriter, limits)
                    do {
                        for part in parts(of: script) {
                            try await speak(part.text, speaker, into: sound)
                            try await sound.silence(milliseconds: part.pause)
                        }
                    } catch let error as SubprocessError {
                        // The encoder's own words say more than the broken pipe, where it has any.
                        return (milliseconds: await sound.milliseconds, broken: "\(error)" as String?)
                    }
                    return (milliseconds: await sound.milliseconds, broken: nil)
                }
            }
            let (milliseconds, broken) = result.closureResult
            // An encoder that got nothing complains of it; that is not what is wrong.
            guard milliseconds > 0 || broken != nil else { throw SpeechFault.notSound(reason: "it is empty") }
            try Self.check(encoder.program, result.terminationStatus, result.standardError)
            if let broken { throw SpeechFault.failed(program: encoder.program, reason: broken) }
            return Recording(milliseconds: milliseconds)
        }
    }

    private func speak(_ text: String, _ speaker: (program: String, arguments: [String], environment: [String: String]), into sound: SoundSink)
        async throws
    {
        let configuration = configuration(speaker.program, speaker.arguments, speaker.environment, seconds: limits.runSeconds)
        try await Self.within(seconds: limits.runSeconds) {
            let result = try await Self.named(speaker.program) {
                // A writer of our own, which the library closes whatever happens: its input of an array ends the program where a child dies before it has read.
                try await run(configuration, input: .inputWriter, output: .sequence, error: .string(limit: 64 * 1024)) { process in
                    // Never more than fits into the pipe, so writing does not wait for reading. Who died without listening says so by his status.
                    _ = try? await process.standardInputWriter.write(Array(text.utf8))
                    try? await process.standardInputWriter.finish()
                    var wave = WAVStream()
                    for try await piece in process.standardOutput {
                        let samples = try wave.samples(in: piece.withUnsafeBytes { Array($0) })
                        if let format = wave.format, !samples.isEmpty { try await sound.write(samples, format) }
                    }
                }
            }
            try Self.check(speaker.program, result.terminationStatus, result.standardError)
        }
    }

    /// The passages as they are given to the voice: together up to what it takes at once, long ones cut between sentences.
    func parts(of script: SpeechScript) -> [SpeechScript.Passage] {
        var parts: [SpeechScript.Passage] = []
        for passage in script.passages.flatMap({ Self.cut($0, at: 3000) }) where !passage.text.isEmpty {
            if let last = parts.last, last.text.count + passage.text.count <= voice.charactersAtOnce {
                parts[parts.count - 1] = SpeechScript.Passage(last.text + "\n\n" + passage.text, pause: passage.pause)
            } else {
                parts.append(passage)
            }
        }
        return parts
    }

    static func cut(_ passage: SpeechScript.Passage, at most: Int) -> [SpeechScript.Passage] {
        var rest = Substring(passage.text)
        var parts: [SpeechScript.Passage] = []
        while rest.count > most {
            let head = rest.prefix(most)
            let end = head.lastIndex { ".?!。".contains($0) } ?? head.lastIndex { ",; ，".contains($0) } ?? head.index(before: head.endIndex)
            parts.append(SpeechScript.Passage(String(head[...end]), pause: 150))
            rest = rest[rest.index(after: end)...]
        }
        parts.append(SpeechScript.Passage(String(rest), pause: passage.pause))
        return parts
    }

    /// The program behind its bounds: little processor, little memory, few files, last in the queue, nothing of our environment, a session of its own.
    private func configuration(_ program: String, _ arguments: [String], _ more: [String: String], seconds: Int) -> Configuration {
        var environment: [Environment.Key: String] = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
        for (name, value) in more { environment[Environment.Key(stringLiteral: name)] = value }
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))]
        return Configuration(
            executable: .name("prlimit"),
            arguments: Arguments(
                [
                    "--cpu=\(seconds)", "--as=\(limits.memory * 1024 * 1024)", "--core=0", "--nofile=128", "--fsize=\(512 * 1024 * 1024)", "--",
                    "nice", "-n",
                    "\(limits.niceness)", program,
                ] + arguments
            ),
            environment: .custom(environment),
            platformOptions: options
        )
    }

    private static func check(_ program: String, _ status: TerminationStatus, _ error: String) throws(SpeechFault) {
        guard !status.isSuccess else { return }
        // 127: `nice` found no such program.
        if case .exited(127) = status, program != "sh" { throw .missing(program: program) }
        let line = error.split(separator: "\n").last.map { String($0.prefix(200)) } ?? ""
        throw .failed(program: program, reason: "\(status)" + (line.isEmpty ? "" : ", \(line)"))
    }

    /// A program that is not there is said by its name.
    private static func named<T>(_ program: String, _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as SubprocessError where error.code == .executableNotFound || error.code == .spawnFailed {
            throw SpeechFault.missing(program: program)
        }
    }

    static func within<T: Sendable>(seconds: Int, _ body: @escaping @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw SpeechFault.tooSlow(seconds: seconds)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw SpeechFault.tooSlow(seconds: seconds) }
            return first
        }
    }
}

/// Where samples go: to the encoder, behind one header, counted.
private actor SoundSink {
    private let writer: StandardInputWriter
    private let limits: SpeechLimits
    private var format: WAVStream.Format?
    private var bytes = 0

    init(_ writer: StandardInputWriter, _ limits: SpeechLimits) {
        self.writer = writer
        self.limits = limits
    }

    var milliseconds: Int { format.map { bytes * 1000 / $0.bytesPerSecond } ?? 0 }

    func write(_ samples: [UInt8], _ format: WAVStream.Format) async throws {
        if let known = self.format {
            guard known == format else { throw SpeechFault.notSound(reason: "the sound changes from \(known.rate) to \(format.rate) Hz") }
        } else {
            self.format = format
            _ = try await writer.write(WAVStream.header(format))
        }
        bytes += samples.count
        guard bytes / format.bytesPerSecond <= limits.soundSeconds else { throw SpeechFault.tooLong(seconds: limits.soundSeconds) }
        _ = try await writer.write(samples)
    }

    func silence(milliseconds: Int) async throws {
        guard let format, milliseconds > 0 else { return }
        try await write([UInt8](repeating: 0, count: format.bytesPerSecond * milliseconds / 1000 / 4 * 4), format)
    }
}
