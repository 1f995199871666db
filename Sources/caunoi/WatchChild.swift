import Foundation
import Glibc
import Logging
import Media
import ServiceLifecycle

/// The watcher as a child of `serve`: a process of its own, which gets the settings over the line at its standard input, ends with it, and is started again when it
/// ended by itself.
struct WatchChild: Service {
    let settings: Settings
    let logger: Logger

    /// Seconds until the first start, so that pages are there to be looked at, and between starts.
    private static let pause = 3
    static let arguments = ["watch", "--child"]

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await Task.sleep(for: .seconds(Self.pause))
            while !Task.isCancelled {
                do { try await watch() } catch is CancellationError { return } catch {
                    logger.error("The watcher could not be started", metadata: ["error": "\(error)"])
                }
                try await Task.sleep(for: .seconds(Self.pause * 10))
            }
        }
    }

    private func watch() async throws {
        let child = try WorkerSpawn.onLine("/proc/self/exe", Self.arguments)
        let line = FileHandle(fileDescriptor: child.descriptor, closeOnDealloc: true)
        defer {
            try? line.close()
            WorkerSpawn.end(child.process)
        }
        try line.write(contentsOf: JSONEncoder().encode(settings.given) + Data("\n".utf8))
        // The child says nothing; its end closes the line.
        while true {
            try await Task.sleep(for: .seconds(2))
            var poll = pollfd(fd: child.descriptor, events: Int16(POLLIN), revents: 0)
            if Glibc.poll(&poll, 1, 0) > 0, poll.revents & Int16(POLLHUP | POLLERR) != 0 {
                logger.warning("The watcher ended; it is started again")
                return
            }
        }
    }

    /// The child's side: the settings it was given. The process ends with the line.
    static func receive() throws -> Settings {
        guard let text = readLine(strippingNewline: true), let given = try? JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
        else {
            throw UsageFault("--child is for serve, which says how to watch over the standard input")
        }
        // Whoever reads or works comes first: on Linux this is said of each thread, and those to come (the browser's too) have it of who makes them.
        for thread in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? [] {
            if let id = id_t(thread) { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id, 10) }
        }
        Thread {
            while readLine() != nil {}
            exit(0)
        }.start()
        return try Settings(flags: given, environment: [:], configFile: nil)
    }
}
