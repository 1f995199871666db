import ArgumentParser

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo", abstract: "Make a demo province.")
    @OptionGroup var global: GlobalOptions
    func run() async throws {}
}
