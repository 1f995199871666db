import Foundation
import HTTPTypes
import Hummingbird
import Listening
import News
import Pages
import PortalTesting
import Publishing
import Speech
import Store
import Vietnamese
import Web

/// A test portal whose articles are read aloud, with a voice of the test's choice.
struct Listener: Sendable {
    let portal: TestPortal
    let listening: Listening
    let studio: Studio
    let follower: ListeningFollower
    let browser: Browser
    let folder: String

    static func with<T: Sendable>(
        _ backend: Backend,
        voice: Voice = .espeak,
        lexicon: SpeechLexicon = .house,
        _ body: (Listener) async throws -> T
    ) async throws -> T {
        try await TestPortal.with(backend) { portal in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-speech-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let listener = try make(portal, voice, lexicon, folder)
            return try await withThrowingTaskGroup(of: Void.self) { group in
                let studio = listener.studio
                group.addTask { try await studio.run() }
                do {
                    let value = try await body(listener)
                    group.cancelAll()
                    return value
                } catch {
                    group.cancelAll()
                    throw error
                }
            }
        }
    }

    private static func make(_ portal: TestPortal, _ voice: Voice, _ lexicon: SpeechLexicon, _ folder: String) throws -> Listener {
        let features = portal.features + [ListeningFeature()]
        let texts = try ProgramTexts(features: features)
        let studio = Studio(voice: voice, shelf: try AudioShelf(root: folder, megabytes: 50), logger: TestPortal.logger)
        let listening = Listening(reader: portal.reader, studio: studio, lexicon: lexicon, words: texts.words, kinds: [Article.name])
        var face = portal.face
        face.templates = try LiveTemplates(
            files: texts.templates,
            words: texts.words,
            pages: texts.pages,
            folders: TemplateFolders(looks: nil),
            logger: TestPortal.logger
        )
        face.words = texts.words
        face.player = { listening.player(of: $0, statics: .house) }
        let sections = portal.sectionDirectory
        let addresses = Addresses(TestPortal.kinds) { sections.index }
        let news = NewsPages(reader: portal.reader, addresses: addresses) { sections.index }
        let resolver = ItemResolver(
            reader: portal.reader,
            addresses: addresses,
            views: portal.views,
            front: news,
            pages: [news, StaticPages(reader: portal.reader, addresses: addresses)]
        )
        let (router, _) = try PublicRouter.buildWithTable(
            face: face,
            features: portal.features + [ListeningFeature(listening)],
            resolver: resolver,
            metrics: RequestMetrics(MetricsRegistry())
        )
        return Listener(
            portal: portal,
            listening: listening,
            studio: studio,
            follower: ListeningFollower(
                listening,
                database: portal.database,
                ids: IdentifierMaker(node: 2, clock: portal.clock.clock),
                clock: portal.clock.clock,
                logger: TestPortal.logger
            ),
            browser: Browser(responder: router.buildResponder()),
            folder: folder
        )
    }

    func get(_ target: String, host: String = TestPortal.host, headers: HTTPFields = [:]) async throws -> Browser.Answer {
        try await browser.send(target, method: .get, host: host, headers: headers)
    }

    /// The addresses of the recordings that a page names, in their order.
    func sources(on page: String) -> [String] { page.matches(of: /<source src="([^"]+)"/).map { String($0.output.1) } }

    /// Works off the jobs that are due.
    func runJobs() async throws -> Int {
        try await JobRunner(
            database: portal.database,
            workers: follower.workers,
            owner: 1,
            clock: portal.clock.clock,
            logger: TestPortal.logger,
            width: 2
        ).runDue()
    }

    var files: [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".opus") || $0.hasSuffix(".mp3") }
    }
}
