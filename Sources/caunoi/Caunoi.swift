import ArgumentParser

@main
struct Caunoi: AsyncParsableCommand {
    func run() async throws {}
}
