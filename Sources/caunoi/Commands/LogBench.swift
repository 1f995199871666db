import ArgumentParser
import Foundation
import Media
import News
import Notary
import PortalNetwork
import Publishing
import RichText
import ServiceLifecycle
import Store
import Synchronization

/// Measures how long `publish` takes, with its entry durable and its head signed, on a demo: so many editors at once, each one article after the other.
struct LogBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure publishing with the record, on a demo.",
        shouldDisplay: false
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "How many publish at once (may be repeated).") var editors: [Int] = [1, 8, 32]
    @Option(name: .long, help: "Articles for each round.") var articles = 400

    private struct Figure: Encodable {
        let editors: Int
        let p50: Double
        let p95: Double
        let p99: Double
        let perSecond: Double
    }

    private struct Answer: Encodable {
        var figures: [Figure] = []
        /// Milliseconds of one synced write of 4 KiB in the data folder.
        let sync: Double
        let size: Int64
    }

    func run() async throws {
        let console = global.console
        let settings = try global.settings()
        let sync = try Self.sync(in: settings.dataFolder)
        try await Program.with(settings) { opened in
            var program = opened
            let record = try await RecordParts(program)
            program.publishing.record = record.notary
            let group = ServiceGroup(services: [record.notary], logger: program.logger)
            let run = Task { try await group.run() }
            var answer = Answer(sync: sync, size: 0)
            for count in editors { answer.figures.append(try await measure(program, editors: count)) }
            answer = Answer(figures: answer.figures, sync: sync, size: record.notary.size)
            await group.triggerGracefulShutdown()
            try await run.value
            record.signer.close()
            let lines = answer.figures.map { "\($0.editors) editors: p50 \($0.p50) ms, p95 \($0.p95) ms, p99 \($0.p99) ms, \($0.perSecond)/s" }
            try console.result(answer, text: (["one sync: \(sync) ms"] + lines).joined(separator: "\n"))
        }
    }

    private func measure(_ program: Program, editors: Int) async throws -> Figure {
        let (reporter, chief) = (try await Self.by("phong-vien-1", program), try await Self.by("truong-ban", program))
        guard let site = program.directory.tree.all.first(where: { $0.code == "anson" }) else { throw UsageFault("this is not the demo") }
        let section = try await SectionDirectory.load(from: program.database).index.top(on: site.id).first { $0.code == "tin-tuc" }?.id
        let body = RichText((0..<12).map { .paragraph([.text(String(repeating: "Nước sông đang rút, giao thông trở lại. ", count: $0 + 4))]) })
        var ready: [ItemID] = []
        for number in 0..<articles {
            var article = Article.blank(titled: "Bài đo số \(number)")
            article.body = body
            let saved = try await program.publishing.save(article, in: Place(site: site.id, section: section), by: reporter)
            try await program.publishing.submit(saved.item, by: reporter)
            try await program.publishing.approve(saved.item, by: chief)
            ready.append(saved.item)
        }
        let waiting = Queue(ready)
        let publishing = program.publishing
        let start = ContinuousClock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { tasks in
            for _ in 0..<editors {
                tasks.addTask {
                    var times: [Double] = []
                    while let item = waiting.next() {
                        let began = ContinuousClock.now
                        try await publishing.publish(item, by: chief)
                        times.append((ContinuousClock.now - began) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await tasks.reduce(into: []) { $0 += $1 }.sorted()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        func share(_ part: Double) -> Double { (times[min(Int(Double(times.count) * part), times.count - 1)] * 10).rounded() / 10 }
        return Figure(
            editors: editors,
            p50: share(0.5),
            p95: share(0.95),
            p99: share(0.99),
            perSecond: (Double(times.count) / seconds).rounded()
        )
    }

    private final class Queue: Sendable {
        private let items: Mutex<[ItemID]>
        init(_ items: [ItemID]) { self.items = Mutex(items) }
        func next() -> ItemID? { items.withLock { $0.popLast() } }
    }

    static func by(_ handle: String, _ program: Program) async throws -> Publisher.By {
        let actor = try await program.database.read { db -> Actor? in
            guard let person = try People.find(handle: handle, in: db) else { return nil }
            return try People.actor(for: person.id, at: program.clock.now(), in: db)
        }
        guard let actor else { throw UsageFault("there is no '\(handle)': measure on what 'caunoi demo' makes") }
        return Publisher.By(actor, in: program.directory.tree)
    }

    /// The median of thirty synced writes.
    private static func sync(in folder: String) throws -> Double {
        let path = folder + "/bench.sync"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UsageFault("'\(folder)' cannot be written") }
        defer {
            close(descriptor)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4096)
        let times = (0..<30).map { _ in
            let began = ContinuousClock.now
            _ = pwrite(descriptor, page, page.count, 0)
            fdatasync(descriptor)
            return (ContinuousClock.now - began) / .milliseconds(1)
        }
        return (times.sorted()[15] * 100).rounded() / 100
    }
}
