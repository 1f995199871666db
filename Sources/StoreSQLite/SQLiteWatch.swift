import Dispatch
internal import GRDB
import Store
import Synchronization

/// Notices commits of other processes (an import beside a running server) by SQLite's own counter, four times a second and only
/// while someone listens. Our own commits are announced directly.
final class SQLiteWatch: Sendable {
    private struct State {
        var running = false
        var stopped = false
        var version: Int64?
    }

    private let store: any DatabaseWriter
    private let listeners: Announcements
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "caunoi.sqlite.watch")

    init(store: any DatabaseWriter, listeners: Announcements) {
        self.store = store
        self.listeners = listeners
    }

    func start() {
        let starts = state.withLock { state in
            guard !state.running, !state.stopped else { return false }
            state.running = true
            state.version = nil
            return true
        }
        if starts { look() }
    }

    func stop() {
        state.withLock { $0.stopped = true }
    }

    private func look() {
        // The writer's own commits do not move its counter: what moves it came from another process.
        store.asyncWriteWithoutTransaction { [weak self] db in
            let version = try? Int64.fetchOne(db, sql: "PRAGMA data_version")
            self?.saw(version)
        }
    }

    private func saw(_ version: Int64?) {
        let idle = listeners.channels.isEmpty
        let (changed, goesOn) = state.withLock { state in
            // The first look as well: something may have happened since the listener began.
            let changed = version != nil && version != state.version
            state.version = version ?? state.version
            state.running = !idle && !state.stopped
            return (changed, state.running)
        }
        if changed { listeners.tellAll() }
        guard goesOn else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(250)) { [weak self] in self?.look() }
    }
}
