internal import CLibpq
import Dispatch
import Glibc
import Store
import Synchronization

/// Hears what nodes announce: a connection of its own that only listens, opened with the first listener.
/// After a lost connection everyone is told once, for something may have been missed.
final class PostgresListener: Sendable {
    private struct State {
        var running = false
        var stopped = false
    }

    private let address: PostgresAddress
    private let listeners: Announcements
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "caunoi.postgres.listen")
    private let bell = Bell()

    init(_ address: PostgresAddress, listeners: Announcements) {
        self.address = address
        self.listeners = listeners
    }

    func start() {
        let starts = state.withLock { state in
            defer { state.running = !state.stopped }
            return !state.running && !state.stopped
        }
        // The queue's thread belongs to the listener until it stops.
        if starts { queue.async { [self] in listen() } }
        bell.ring()
    }

    func stop() {
        state.withLock { $0.stopped = true }
        bell.ring()
    }

    private var stopped: Bool { state.withLock { $0.stopped } }

    private func listen() {
        var pause: Int32 = 250
        while !stopped {
            do {
                let link = try PostgresLink(address)
                pause = 250
                try follow(link)
            } catch {
                // Whoever reads or writes meets the same trouble and reports it.
                bell.wait(with: nil, milliseconds: pause)
                pause = min(pause * 2, 5000)
            }
        }
    }

    private func follow(_ link: PostgresLink) throws {
        let here = try link.command("SELECT current_schema()").text ?? ""
        var heard: Set<Channel> = []
        while !stopped {
            let wanted = listeners.channels
            for channel in wanted.subtracting(heard) {
                try link.command("LISTEN \"\(channel.postgresName)\"")
                // What was announced before this moment was not heard.
                listeners.tell([channel])
            }
            for channel in heard.subtracting(wanted) { try link.command("UNLISTEN \"\(channel.postgresName)\"") }
            heard = wanted
            try collect(link, here: here, among: wanted)
            bell.wait(with: PQsocket(link.raw), milliseconds: 30_000)
            guard PQconsumeInput(link.raw) == 1 else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(link.raw))) }
            try collect(link, here: here, among: wanted)
        }
    }

    private func collect(_ link: PostgresLink, here: String, among channels: Set<Channel>) throws {
        var told: Set<Channel> = []
        while let notice = PQnotifies(link.raw) {
            defer { PQfreemem(notice) }
            let name = String(cString: notice.pointee.relname)
            guard String(cString: notice.pointee.extra) == here else { continue }
            told.formUnion(channels.filter { $0.postgresName == name })
        }
        if !told.isEmpty { listeners.tell(told) }
    }
}

/// Wakes the listening thread: another channel, the end. A pipe, because it can be waited for together with a socket.
private final class Bell: Sendable {
    private let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Without a pipe (no file descriptors left) the thread still looks every half minute.
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        close(writing)
    }

    func ring() {
        var one: UInt8 = 1
        _ = write(writing, &one, 1)
    }

    /// Until the socket has something, the bell rings, or the time is over.
    func wait(with socket: Int32?, milliseconds: Int32) {
        var watched = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0), pollfd(fd: socket ?? -1, events: Int16(POLLIN), revents: 0)]
        _ = poll(&watched, 2, milliseconds)
        var rings = [UInt8](repeating: 0, count: 64)
        while read(reading, &rings, rings.count) > 0 {}
    }
}

extension PostgresAnswer {
    /// The first column of the first row of an answer in text form.
    var text: String? {
        guard PQntuples(raw) > 0, PQgetisnull(raw, 0, 0) == 0 else { return nil }
        return PQgetvalue(raw, 0, 0).map { String(cString: $0) }
    }
}
