public import ArgumentParser
public import Demo
import Foundation
import PortalNetwork
import Publishing
import Store
import Vietnamese

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a demo province: 219 portals with every feature in use, marked as demo text.",
        discussion: """
            small: 200 articles; province: 2,000; full: 20,000. The province is invented; its portals answer on *.localhost names, which any
            browser reaches without DNS. Refuses an installation that already has portals.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "small, province or full.") var size: DemoBuilder.Size = .province

    func run() async throws {
        let console = global.console
        try await Program.with(global.settings(), creating: true) { program in
            guard program.directory.tree.count == 0 else {
                throw UsageFault(
                    "there are portals in \(program.settings.databaseAddress.withoutPassword) already; choose an empty folder with --data"
                )
            }
            try await Origin.set("anson.localhost", program.database)
            let bar = ProgressLine(console: console, title: "Making the demo province")
            let start = Date()
            let summary = try await DemoBuilder(publisher: program.publishing, files: program.files) { step, share in
                bar.show(step, share)
            }.build(size)
            bar.finish()
            try await DemoAccounts.make(program.access)
            try await program.directory.refresh(from: program.database)
            try await program.makeDemoCompetence(DemoCompetence.tables(on: program.clock.now().civilDate))
            let actor = try await program.acting(nil, "demo")
            let main = program.directory.tree.roots.first
            try await DemoLaws.load(program, actor)
            try await DemoCases(program).make()
            try await program.database.write { db in
                try actor.note(.installationMade, on: "anson.localhost", site: main, detail: "demo, \(summary.portals) portals", db)
            }
            let desk = try await program.deskAddress() ?? ""
            let accounts = Console.table(DemoAccounts.lines.map { ["  " + $0.handle, $0.role, $0.site, $0.name] })
            try console.result(
                summary,
                text: """
                    Made \(summary.portals) portals, \(summary.sections) sections, \(summary.pages) pages and \(summary.articles) articles \
                    in \(Int(Date().timeIntervalSince(start))) s. 'caunoi serve' shows them on http://anson.localhost:8080/

                    Demo accounts, one for each role, sign in on \(desk) with the password "\(DemoAccounts.password)":
                    \(accounts)
                    The second step asks for a code; 'caunoi user code NAME' prints it.
                    """
            )
        }
    }
}

extension DemoBuilder.Size: ExpressibleByArgument {}
