import Foundation
import Media

/// Where the program begins. A media worker goes its own way before anything else is started: the walls it stands behind forbid what the threads of an
/// asynchronous program do.
@main
enum Start {
    static func main() {
        if CommandLine.arguments.dropFirst().elementsEqual(WorkerCommand.channel) { exit(WorkerProcess.run() ? 0 : 2) }
        Task {
            await Caunoi.main()
            exit(0)
        }
        dispatchMain()
    }
}
