import ArgumentParser
import Foundation
import Logging
import Media
import RichText

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Make pictures smaller, apart from the portal.",
        discussion: """
            serve starts such workers itself. With --socket they run on their own, under another user or in a unit of their own, and serve is told where \
            (--worker). With --try a worker shows what it makes of one file.
            """
    )

    /// What makes this program a worker with a portal at its standard input (`Start`): no command for people.
    static let channel = ["worker", "--channel"]

    @Option(name: .long, help: "Unix socket to wait at for portals.") var socket: String?
    @Option(name: .customLong("try"), help: "Make everything of this picture, say what it cost, keep nothing.") var file: String?
    @Flag(name: .long, help: "Machine-readable output on standard output.") var json = false

    private struct Trial: Encodable {
        struct Variant: Encodable {
            let width: Int
            let format: String
            let bytes: Int
        }
        let refusal: String?
        let width: Int?
        let height: Int?
        let variants: [Variant]
        let seconds: Double
        let processorSeconds: Double?
        let cleanSeconds: Double?
    }

    func run() async throws {
        if let socket {
            let hall: WorkerHall
            do { hall = try WorkerHall(socket: socket, program: "/proc/self/exe", arguments: Self.channel) } catch {
                throw UsageFault("\(error)")
            }
            Console(json: json, quiet: false).note("Waiting at \(socket)")
            hall.run()
        } else if let file {
            try await tryOut(file)
        } else {
            throw UsageFault("say where to wait (--socket PATH) or what to try (--try FILE); serve needs neither, it starts its own")
        }
    }

    private func tryOut(_ path: String) async throws {
        guard let content = FileManager.default.contents(atPath: path) else { throw UsageFault("the file '\(path)' cannot be read") }
        let door = WorkerDoor(.child(program: "/proc/self/exe", arguments: Self.channel), logger: .init(label: "caunoi"))
        defer { door.close() }
        let trial: PictureTrial
        do { trial = try await door.trial(of: Array(content)) } catch { throw UsageFault("\(error)") }
        let said = Trial(
            refusal: trial.refusal?.rawValue,
            width: trial.facts?.width,
            height: trial.facts?.height,
            variants: trial.variants.sorted { $0.key < $1.key }.map {
                Trial.Variant(width: $0.key.width, format: $0.key.format.rawValue, bytes: $0.value)
            },
            seconds: trial.seconds,
            processorSeconds: trial.processorSeconds,
            cleanSeconds: trial.cleanSeconds
        )
        let cost = "\(Self.hundredths(trial.seconds)) s, \(trial.processorSeconds.map(Self.hundredths) ?? "?") s of a processor"
        try Console(json: json, quiet: false).result(
            said,
            text: ([trial.refusal.map { "refused: \($0.rawValue)" } ?? cost] + said.variants.map { "\($0.width).\($0.format) \($0.bytes)" }).joined(
                separator: "\n"
            )
        )
        if trial.refusal != nil { throw FoundWrong() }
    }

    private static func hundredths(_ seconds: Double) -> String { "\((seconds * 100).rounded() / 100)" }
}
