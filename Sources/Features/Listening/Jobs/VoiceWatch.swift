public import Logging
import PortalNetwork
public import ServiceLifecycle
import Speech

/// Has each voice say a few words now and then. A voice that does not work is taken off the pages, with one line in the log; one that works again comes back.
public struct VoiceWatch: Service {
    private let listening: Listening
    private let logger: Logger
    private let pause: Duration
    private let changed: @Sendable () -> Void

    /// - Parameter changed: called when a language begins or ceases to be spoken: every page of it is another.
    public init(_ listening: Listening, logger: Logger, pause: Duration = .seconds(600), changed: @escaping @Sendable () -> Void) {
        self.listening = listening
        self.logger = logger
        self.pause = pause
        self.changed = changed
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            // Not while the first pages are made.
            try await Task.sleep(for: .seconds(3))
            while !Task.isCancelled {
                await look()
                try await Task.sleep(for: pause)
            }
        }
    }

    private static let greetings: [Language: String] = [.vi: "Xin chào.", .en: "Good morning.", .zh: "你好。"]

    /// Rehearses every language once.
    public func look() async {
        var isNews = false
        for (language, text) in Self.greetings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where listening.voices.all.contains(language) {
            do {
                try await listening.studio.rehearse(SpeechScript(language: language.rawValue, [.init(text, pause: 0)]))
                if listening.voices.set(language, works: true) {
                    isNews = true
                    listening.studio.forgive()
                    logger.notice("Articles are read aloud again", metadata: ["language": "\(language.rawValue)"])
                }
            } catch is CancellationError {
                return
            } catch {
                guard !Task.isCancelled else { return }
                if listening.voices.set(language, works: false) {
                    isNews = true
                    logger.error(
                        "The voice does not work, so articles are not read aloud",
                        metadata: ["language": "\(language.rawValue)", "reason": "\(error)"]
                    )
                }
            }
        }
        if isNews { changed() }
    }
}
