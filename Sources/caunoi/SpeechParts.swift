import Foundation
import Listening
import News
import Publishing
import ServiceLifecycle
import Speech
import Store
import Vietnamese
import Web

/// Reading aloud, put together: the voice, the shelf, and the work in the background. Nothing of it where the setting `speech` is false.
struct SpeechParts: Service {
    let listening: Listening?
    private let services: [any Service]

    init(_ program: Program, words: Words, changed: @escaping @Sendable () -> Void) throws {
        let settings = program.settings
        guard settings[.speech] != "false" else {
            listening = nil
            services = []
            return
        }
        let shelf = try AudioShelf(
            root: settings[.speechFolder] ?? "\(settings.dataFolder)/speech",
            megabytes: settings[.speechSize].flatMap { Int($0) } ?? 4096
        )
        let voice = settings[.speechCommand].map { Voice.command($0) } ?? .espeak
        let studio = Studio(voice: voice, shelf: shelf, limits: Self.limits(settings), logger: program.logger)
        let listening = Listening(reader: program.reader, studio: studio, lexicon: try Self.lexicon(settings), words: words, kinds: [Article.name])
        let follower = ListeningFollower(
            listening,
            database: program.database,
            ids: program.lease.ids,
            clock: program.clock,
            logger: program.logger
        )
        self.listening = listening
        services = [
            studio, follower, VoiceWatch(listening, logger: program.logger, changed: changed),
            // Beside the other jobs: a long recording must not hold up a publication. Two at once, so that one lease is taken at a time; the studio makes one.
            JobRunner(
                database: program.database,
                workers: follower.workers,
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger,
                width: 2
            ),
        ]
    }

    func player(_ item: RevealedItem) -> PlayerView? { listening?.player(of: item, statics: .house) }

    func run() async throws {
        guard !services.isEmpty else {
            try? await gracefulShutdown()
            return
        }
        try await withThrowingDiscardingTaskGroup { group in
            for service in services { group.addTask { try await service.run() } }
        }
    }

    /// What is wrong with the voice of each language, where anything is.
    static func failing(_ settings: Settings) async -> [String] {
        let voice = settings[.speechCommand].map { Voice.command($0) } ?? .espeak
        var failing: [String] = []
        for (language, text) in [("vi", "Xin chào."), ("en", "Good morning."), ("zh", "你好。")] {
            for form in AudioForm.allCases {
                let file = FileManager.default.temporaryDirectory.appending(path: "caunoi-\(UUID().uuidString).\(form.rawValue)").path
                defer { try? FileManager.default.removeItem(atPath: file) }
                do {
                    let script = SpeechScript(language: language, [.init(text, pause: 0)])
                    _ = try await Studio.record(script, as: form, to: file, voice: voice, limits: limits(settings))
                } catch { failing.append("\(language), \(form.rawValue): \(error)") }
            }
        }
        return failing
    }

    static func limits(_ settings: Settings) -> SpeechLimits {
        var limits = SpeechLimits()
        if let memory = settings[.speechMemory].flatMap({ Int($0) }) { limits.memory = memory }
        return limits
    }

    static func lexicon(_ settings: Settings) throws -> SpeechLexicon {
        guard let path = settings[.speechLexicon] else { return .house }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("the lexicon '\(path)' cannot be read; check the path and its permissions")
        }
        do { return try SpeechLexicon.house.extended(by: text) } catch { throw UsageFault("\(path), \(error)") }
    }
}
