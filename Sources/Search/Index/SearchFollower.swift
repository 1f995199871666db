public import Logging
import PortalNetwork
public import Publishing
public import ServiceLifecycle
public import Store
import Vietnamese

/// Follows the record: brings the index up to date from its cursor, files it anew when sites move, and makes erased words vanish.
public struct SearchFollower: Service {
    private let index: SearchIndex
    private let database: any Database
    private let reader: Reader
    private let clock: Clock
    private let logger: Logger
    private let batch: Int

    public init(_ index: SearchIndex, database: any Database, reader: Reader, clock: Clock, logger: Logger, batch: Int = 200) {
        self.index = index
        self.database = database
        self.reader = reader
        self.clock = clock
        self.logger = logger
        self.batch = batch
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for channel in [EventLog.channel, .network] {
                    group.addTask { for await _ in database.announcements(channel) { await attempt { try await catchUp(gently: true) } } }
                }
                group.addTask {
                    while !Task.isCancelled {
                        // Small steps with pauses: readers and the follower go first.
                        await attempt { while !(try await index.purgeStep()) { try await Task.sleep(for: .milliseconds(20)) } }
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
                group.addTask {
                    // What failed (a full disk, a file made anew) is tried again without waiting for news.
                    while !Task.isCancelled {
                        try? await Task.sleep(for: .seconds(30))
                        await attempt { try await catchUp(gently: true) }
                    }
                }
            }
        }
    }

    private func attempt(_ work: () async throws -> Void) async {
        do { try await work() } catch is CancellationError {} catch StoreFault.closed {} catch {
            logger.error("The search index could not be brought up to date", metadata: ["error": "\(error)"])
        }
    }

    /// Follows the record to its end.
    /// - Parameter gently: beside readers. Far behind (a new node fills its index for minutes) it takes small steps and rests after each as long as it took.
    public func catchUp(gently: Bool = false, progress: @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }) async throws {
        while true {
            try Task.checkCancellation()
            let began = ContinuousClock.now
            let cursor = try await index.cursor()
            let (batch, clock) = (gently ? min(batch, 25) : batch, clock)
            let (events, head, marked, surroundings) = try await database.read { db in
                (
                    try EventLog.events(after: cursor.sequence, limit: batch, db), try EventLog.head(db),
                    cursor.sequence < 0 ? nil : try EventLog.events(after: cursor.sequence - 1, limit: 1, db).first,
                    Surroundings(try Sites.tree(at: clock.now(), in: db), try SectionIndex.load(db))
                )
            }
            // A restored backup, or another installation's database: what the index followed is not this record.
            if cursor.sequence > head || cursor.sequence >= 0 && marked.map(IndexCursor.mark) != cursor.mark {
                logger.notice("The record is another than the search index followed; the index begins anew")
                try await index.clear()
                continue
            }
            index.setBehind(head - cursor.sequence)
            guard let last = events.last else {
                try await index.refile(surroundings)
                return progress(head + 1, head + 1)
            }
            let items = Array(Set(events.compactMap(\.item))).sorted()
            let live = try await reader.editions(items)
            let attached = try await reader.fileTexts(of: live)
            let documents = Dictionary(live.map { ($0.id, document($0, attached[$0.id])) }) { first, _ in first }
            let changes = items.map { IndexChange(item: $0, document: documents[$0]) }
            let next = IndexCursor(sequence: last.sequence, mark: IndexCursor.mark(last))
            let isPurging = events.contains { $0.operation == .erase }
            if try await index.apply(changes, from: cursor, to: next, purging: isPurging, surroundings) {
                index.setBehind(head - last.sequence)
                progress(last.sequence + 1, head + 1)
            }
            if gently, head - last.sequence > 500 { try await Task.sleep(for: began.duration(to: .now)) }
        }
    }

    /// Throws the index's content away and makes it again from the record.
    public func rebuild(progress: @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }) async throws {
        try await index.clear()
        try await catchUp(progress: progress)
        while !(try await index.purgeStep(pages: 2000)) {}
    }

    /// Takes every erased word out of the file now, without pauses.
    public func purge() async throws { while !(try await index.purgeStep(pages: 2000)) {} }

    /// `attached`: the words of the documents it offers, which come last.
    private func document(_ item: RevealedItem, _ attached: String?) -> SearchDocument {
        let texts = reader.searchText(of: item)
        func text(_ weight: SearchWeight) -> String { texts.filter { $0.weight == weight && !$0.text.isEmpty }.map(\.text).joined(separator: "\n") }
        let tags = item.details.lists.compactMap { entry -> SearchDocument.Tag? in
            guard entry.key.rawValue.hasPrefix("tag:"), let name = entry.name else { return nil }
            return .init(slug: String(entry.key.rawValue.dropFirst(4)), name: name)
        }
        let named = Set(tags.map(\.name))
        let keywords = text(.keyword).split(separator: "\n").filter { !named.contains(String($0)) }.joined(separator: "\n")
        let title = text(.title)
        return SearchDocument(
            item: item.id,
            edition: item.edition,
            site: item.card.site,
            section: item.card.section,
            kind: item.card.kind,
            language: item.card.language,
            publishedAt: item.publishedAt,
            title: title.isEmpty ? item.card.content.title : title,
            summary: [text(.summary), keywords].filter { !$0.isEmpty }.joined(separator: "\n"),
            body: [text(.body), attached ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"),
            tags: tags
        )
    }
}
