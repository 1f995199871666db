import Casework
public import Logging
public import PortalNetwork
public import Publishing
import RichText
public import ServiceLifecycle
public import Store
import Vietnamese

/// Follows the record for what published answers cite, notes which of them a text's end has put in doubt, and tells their owners once.
public struct AnswerWatch: Service {
    private let database: any Database
    private let reader: Reader
    /// Nil where nobody can be told (commands).
    private let notices: Notices?
    private let clock: Store.Clock
    private let tree: @Sendable () -> SiteTree
    private let logger: Logger

    public init(
        database: any Database,
        reader: Reader,
        notices: Notices?,
        clock: Store.Clock,
        logger: Logger,
        tree: @escaping @Sendable () -> SiteTree
    ) {
        self.database = database
        self.reader = reader
        self.notices = notices
        self.clock = clock
        self.logger = logger
        self.tree = tree
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await tick() } catch is CancellationError {} catch {
                    logger.warning("What answers cite could not be followed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// Comes up to the record, looks at texts that have ended meanwhile, and tells people.
    public func tick() async throws {
        while try await step() {}
        let today = clock.now().civilDate
        while try await database.write({ try AnswerDoubt.sweep(on: today, $0) }) {}
        while try await tell() {}
    }

    /// Makes the projection anew from the record (`caunoi reindex`).
    public func rebuild(progress: @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }) async throws {
        try await database.write { try AnswerCitations.clear($0) }
        while try await step() {
            let (cursor, head) = try await database.read { (try AnswerCitations.cursor($0), try EventLog.head($0)) }
            progress(cursor + 1, head + 1)
        }
    }

    /// One step along the record.
    /// - Returns: whether there may be more.
    private func step(_ batch: Int = 200) async throws -> Bool {
        let (cursor, last, items) = try await database.read { db -> (Int64, Int64?, [ItemID]) in
            let cursor = try AnswerCitations.cursor(db)
            let events = try EventLog.events(after: cursor, limit: batch, db)
            let items = Array(Set(events.compactMap(\.item))).sorted()
            return (cursor, events.last?.sequence, try AnswerCitations.answers(among: items, kind: AnsweredQuestion.name, db))
        }
        guard let last else { return false }
        let tree = tree()
        let cited = try await reader.editions(items).compactMap { Self.cited($0, tree) }
        return try await database.write { try AnswerCitations.follow(items, cited, from: cursor, to: last, $0) }
    }

    private static func cited(_ item: RevealedItem, _ tree: SiteTree) -> CitedAnswer? {
        guard let answer = item.details as? AnsweredQuestion else { return nil }
        let said = (answer.basis + [PlainText.of(answer.answer)]).joined(separator: "\n")
        return CitedAnswer(
            item: item.id,
            site: item.card.site,
            keeper: LawBook.keeper(of: item.card.site, in: tree),
            dated: answer.answeredOn ?? item.publishedAt.civilDate,
            numbers: LawNumber.all(in: said),
            warned: Set(LawNumber.all(in: answer.warning ?? "").map(\.key))
        )
    }

    /// - Returns: whether there was anything to tell.
    private func tell() async throws -> Bool {
        guard let notices else { return false }
        let tree = tree()
        return try await database.write { db in
            let news = try AnswerDoubt.untold(db)
            for one in news {
                // What was imported belongs to nobody who could be told.
                guard let site = tree[one.site], (try? People.person(one.owner, in: db))?.isActive == true else { continue }
                try notices.notify(
                    one.owner,
                    NoticeSubject("answer-outdated", ["number": one.number, "count": "\(one.count)", "site": site.shortName]),
                    link: OutdatedDesk.path(site),
                    in: db
                )
            }
            return !news.isEmpty
        }
    }
}
