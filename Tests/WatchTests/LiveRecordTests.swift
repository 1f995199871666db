import Logging
import Notary
import PortalTesting
import PublicRecord
import Store
import Testing
import Vietnamese
import Web

@testable import Watch

/// The watcher follows the entries and what stands behind them.
@Suite("What a record says is live") struct LiveRecordTests {
    /// A log in memory, its head signed anew after each entry.
    private actor Log {
        let signer: NoteSigner
        private var entries: [[UInt8]] = []
        private var frontier = RecordFrontier()
        private var objects: [Commitment: [UInt8]] = [:]

        init() throws { signer = try NoteSigner(name: "anson.test/log/1", seed: [UInt8](repeating: 3, count: 32)) }

        /// `approvals`: bytes behind the entry's `att`; `isPublic`: they can be read.
        func publish(_ id: String, edition: Int64, prev: Int64, approvals: [UInt8]? = nil, isPublic: Bool = true, as shown: [UInt8]? = nil) throws {
            let salt = Salt()
            var entry = RecordEntry(edition == 1 ? .publish : .update, at: 1_795_219_200 + edition, site: "anson")
            (entry.kind, entry.lang, entry.id, entry.ed, entry.prev, entry.kib) = ("news", "vi", id, edition, prev, 1)
            entry.commit = Commitment(.content, salt: salt, [1])
            entry.text = Commitment(.text, salt: salt, [2])
            if let approvals {
                let commitment = Commitment(.att, salt: salt, approvals)
                entry.att = commitment
                if isPublic { objects[commitment] = salt.bytes + (shown ?? approvals) }
            }
            let bytes = try entry.encoded()
            entries.append(bytes)
            frontier.append(.leaf(bytes))
        }

        func read(_ path: String) throws -> [UInt8] {
            if path == "checkpoint" {
                return try signer.sign(Checkpoint(origin: signer.key.name, size: frontier.size, root: frontier.root)).bytes
            }
            guard path.hasPrefix("tile/entries/") else { throw CopyFault.absent(path) }
            return try EntryBundle.encode(entries)
        }

        func object(_ commitment: Commitment) -> [UInt8]? { objects[commitment] }
    }

    private static func follow(_ log: Log) -> LiveRecord {
        LiveRecord(
            source: LogSource(name: "memory") { try await log.read($0) },
            trust: HeadTrust(keys: [log.signer.key]),
            objects: { await log.object($0) },
            reading: { _, _ in nil }
        )
    }

    struct Behind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let approvals: [UInt8]?
        var isPublic = true
        var shown: [UInt8]?
        let doubt: String?
    }

    static let behind = [
        Behind(testDescription: "nothing", approvals: nil, doubt: nil),
        Behind(testDescription: "what is not public any more", approvals: [7], isPublic: false, doubt: nil),
        Behind(testDescription: "no assertions", approvals: Array("{\"v\":1}".utf8), doubt: "the approvals are no bundle of assertions"),
        Behind(testDescription: "other bytes", approvals: [7], shown: [8], doubt: "the approvals are not those the entry commits to"),
        Behind(
            testDescription: "an assertion of a key that is not open",
            approvals: Array(
                "{\"approvals\":[{\"auth\":\"AA\",\"by\":\"a\",\"client\":\"AA\",\"draft\":\"{}\",\"key\":\"k\",\"sig\":\"AA\"}],\"v\":1}".utf8
            ),
            doubt: "the key k is not open there"
        ),
    ]

    @Test("approvals that do not verify are told of, until a new edition has better ones", arguments: behind)
    func approvals(_ behind: Behind) async throws {
        let log = try Log()
        let (id, other) = ("0scd8pc18002d", "0scd8pc18002e")
        try await log.publish(other, edition: 1, prev: -1)
        try await log.publish(id, edition: 1, prev: -1, approvals: behind.approvals, isPublic: behind.isPublic, as: behind.shown)
        let record = Self.follow(log)
        let troubles = try await record.refresh()
        #expect(troubles.map(\.index) == (behind.doubt == nil ? [] : [1]))
        #expect(await record.doubt(about: id) == behind.doubt)
        #expect(await record.doubt(about: other) == nil)
        #expect(await record.doubtful == troubles.count)
        #expect(await record.item(id)?.edition == 1)
        try await log.publish(id, edition: 2, prev: 1)
        #expect(try await record.refresh().isEmpty)
        #expect(await record.doubt(about: id) == nil)
        #expect(await record.doubtful == troubles.count, "a sound edition makes no entry before it sound")
        #expect(await record.item(id)?.edition == 2)
    }

    @Test("how many entries are doubtful is written where every node finds it", arguments: Backend.available, behind)
    func figure(_ backend: Backend, _ behind: Behind) async throws {
        struct NoPage: Error {}
        let log = try Log()
        try await log.publish("0scd8pc18002d", edition: 1, prev: -1, approvals: behind.approvals, isPublic: behind.isPublic, as: behind.shown)
        let record = Self.follow(log)
        let catalogue = """
            {
            "sample.views": "Lượt xem:"
            }

            """
        let words = try Words(["vi", "en", "zh"].map { (path: "Words/\($0).json", text: catalogue) })
        let ground = Ground(record: record, words: words, hosts: { ["anson.test"] }, portal: { _ in nil }, right: { _, _ in throw NoPage() })
        let check = PageCheck(ground, visitor: try Visitor(own: OwnNames()), chromium: nil) { "http://\($0.host)\($0.target)" }
        try await CaseBookTests.with(backend) { book, database in
            #expect(try await database.read { try CaseBook.doubtful($0) } == nil, "no watcher has run")
            let watcher = Watcher(
                Estate(
                    name: "own",
                    record: record,
                    check: check,
                    hosts: { [Estate.Host(name: "anson.test", code: "anson", site: nil)] },
                    page: { _ in nil }
                ),
                book: book,
                plan: WatchPlan(),
                clock: Clock.system,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            var walk = WatchWalk(watcher)
            let hasLooked = try await walk.step()
            #expect(hasLooked)
            #expect(try await database.read { try CaseBook.doubtful($0) } == (behind.doubt == nil ? 0 : 1))
            #expect(try await database.read { try CaseBook.pages($0) } == 1)
        }
    }

    @Test("two that read on at once take every entry once")
    func atOnce() async throws {
        let log = try Log()
        let record = Self.follow(log)
        for number in 0..<20 {
            try await log.publish("0scd8pc1800\(10 + number)", edition: 1, prev: -1)
            async let one: [ApprovalTrouble] = record.refresh()
            async let two: [ApprovalTrouble] = record.refresh()
            _ = try await (one, two)
            try await record.refresh()
            #expect(await record.size == Int64(number + 1))
            #expect(await record.newest(100).count == number + 1)
            #expect(await record.changed(since: 0).count == number + 1)
        }
    }
}
