import ArgumentParser
import Foundation
import News
import Notary
import PortalNetwork
import Publishing
import RichText
import ServiceLifecycle
import Store
import Vietnamese

/// Publishes without end, and writes down what was acknowledged: for `script/chaos`, which kills it.
struct LogPound: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pound",
        abstract: "Publish on a demo until stopped, and write down each index that was acknowledged.",
        shouldDisplay: false
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Socket of a 'caunoi signer --socket'.") var signer: String?
    @Option(name: .long, help: "How many publish at once.") var editors = 4
    @Option(name: .long, help: "File to which lines 'index item' are added once a publication was answered.") var acknowledged: String

    func run() async throws {
        let descriptor = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw UsageFault("'\(acknowledged)' cannot be written") }
        let settings = try global.settings([.signer: signer.map { [$0] } ?? []])
        try await Program.with(settings) { opened in
            var program = opened
            let record = try await RecordParts(program)
            program.publishing.record = record.notary
            let group = ServiceGroup(services: [record.notary], logger: program.logger)
            let run = Task { try await group.run() }
            let (reporter, chief) = (try await LogBench.by("phong-vien-1", program), try await LogBench.by("truong-ban", program))
            guard let site = program.directory.tree.all.first(where: { $0.code == "anson" }) else { throw UsageFault("this is not the demo") }
            let section = try await SectionDirectory.load(from: program.database).index.top(on: site.id).first { $0.code == "tin-tuc" }?.id
            let place = Place(site: site.id, section: section)
            let publishing = program.publishing
            var article = Article.blank(titled: "Bài thử sức chịu đựng")
            article.body = RichText([.paragraph([.text("Nước sông đang rút, giao thông trở lại.")])])
            let written = article
            for _ in 0..<1200 where record.notary.standing != .ready { try await Task.sleep(for: .milliseconds(25)) }
            let said = "ready\n"
            _ = write(descriptor, said, said.utf8.count)
            await withTaskGroup(of: Void.self) { tasks in
                for _ in 0..<editors {
                    tasks.addTask {
                        while !Task.isCancelled {
                            do {
                                let saved = try await publishing.save(written, in: place, by: reporter)
                                try await publishing.submit(saved.item, by: reporter)
                                try await publishing.approve(saved.item, by: chief)
                                let published = try await publishing.publish(saved.item, by: chief)
                                let line = "\(published.sequence) \(saved.item)\n"
                                _ = write(descriptor, line, line.utf8.count)
                            } catch { try? await Task.sleep(for: .milliseconds(50)) }
                        }
                    }
                }
                _ = try? await run.value
                tasks.cancelAll()
            }
            record.signer.close()
        }
    }
}
