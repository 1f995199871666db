public import Logging
import PublicRecord
public import ServiceLifecycle
public import Store
import Synchronization

/// Where the record stands, as the operator and the desk are told.
public enum RecordStanding: Sendable, Hashable {
    /// The checks of the beginning, or entries from before the record: how far.
    case preparing(done: Int64, of: Int64)
    /// Entries are signed as they come.
    case ready
    /// Another node writes the heads; this one follows.
    case following
    case noSigner(String)
    case frozen(String)
}

/// Keeps the record: takes the entries in their order, hashes them, has their head signed, stores tiles and head, and lets go whoever waits.
///
/// One node has the turn at a time. The turn is a lease with an epoch; what a node of an older epoch would still store is refused (`RecordHead.store`),
/// and the signer refuses a fork whoever asks, so that two can never both win.
public final class Notary: Service, RecordGate {
    /// On which nodes are told of a new head.
    public static let channel = Channel("caunoi_record")
    /// Entries under one head at most.
    static let most = 4096
    /// Seconds a turn lasts without being renewed.
    static let turn: Int64 = 15

    public let origin: String
    let database: any Database
    package let signer: SignerDoor
    let entries: @Sendable (_ from: Int64, _ limit: Int, _ db: any Connection) throws -> [[UInt8]]
    let count: @Sendable (_ db: any Connection) throws -> Int64
    let elsewhere: HeadsElsewhere
    private let arrivals: Channel
    private let holder: Int64
    private let seconds: @Sendable () -> Int64
    private let logger: Logger
    private let wakes: (stream: AsyncStream<Void>, caller: AsyncStream<Void>.Continuation)
    private let state = Mutex(State())

    private struct State {
        var standing = RecordStanding.preparing(done: 0, of: 0)
        var size: Int64 = 0
        var waiting: [(index: Int64, caller: CheckedContinuation<Bool, Never>, since: ContinuousClock.Instant)] = []
    }

    /// `arrivals`: the channel that is announced after entries were appended; `entries`, `count`: reads them. `holder`: tells this process from others.
    public init(
        origin: String,
        database: any Database,
        signer: SignerDoor,
        arrivals: Channel,
        entries: @escaping @Sendable (Int64, Int, any Connection) throws -> [[UInt8]],
        count: @escaping @Sendable (any Connection) throws -> Int64,
        elsewhere: HeadsElsewhere = HeadsElsewhere(),
        holder: Int64 = .random(in: 1...Int64.max),
        seconds: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.origin = origin
        self.database = database
        self.signer = signer
        self.arrivals = arrivals
        self.entries = entries
        self.count = count
        self.elsewhere = elsewhere
        self.holder = holder
        self.seconds = seconds
        self.logger = logger
        let (stream, caller) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wakes = (stream, caller)
    }

    public var standing: RecordStanding { state.withLock { $0.standing } }

    /// How many entries are under a signed head, as far as this node knows.
    public var size: Int64 { state.withLock { $0.size } }

    public func admit() async throws {
        for _ in 0..<100 {
            guard case .preparing = standing else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        try check()
    }

    /// The same without waiting.
    public func check() throws {
        switch standing {
        case .ready, .following: return
        case .preparing(let done, let of): throw RecordFault.preparing(done: done, of: of)
        case .noSigner(let why): throw RecordFault.noSigner(why)
        case .frozen(let why): throw RecordFault.frozen(why)
        }
    }

    public func signed(_ index: Int64) async -> Bool {
        wakes.caller.yield()
        return await withCheckedContinuation { caller in
            let isSigned = state.withLock { state in
                if state.size <= index { state.waiting.append((index, caller, .now)) }
                return state.size > index
            }
            if isSigned { caller.resume(returning: true) }
        }
    }

    /// Tells those who have waited for long that they need not: their entries are durable, and will be signed.
    private func releaseLate() {
        let limit = ContinuousClock.now - .seconds(10)
        let late = state.withLock { state in
            defer { state.waiting.removeAll { $0.since < limit } }
            return state.waiting.filter { $0.since < limit }.map(\.caller)
        }
        for caller in late { caller.resume(returning: false) }
    }

    public func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for channel in [arrivals, Self.channel] {
                group.addTask { [self] in
                    await cancelWhenGracefulShutdown {
                        for await _ in self.database.announcements(channel) { self.wakes.caller.yield() }
                    }
                }
            }
            group.addTask { [self] in
                await cancelWhenGracefulShutdown {
                    while !Task.isCancelled {
                        self.wakes.caller.yield()
                        self.releaseLate()
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
                self.wakes.caller.finish()
            }
            group.addTask { [self] in await work() }
        }
        // The task may be cancelled, and so would be the last write.
        await Task { [self] in
            try? await database.write { [holder] db in try RecordHead.giveTurn(holder: holder, db) }
        }.value
    }

    private func work() async {
        var page: Page?
        var lines = WaitingLines()
        for await _ in wakes.stream {
            do {
                page = try await step(page)
                // One that is frozen takes its steps without a fault, and waits.
                if standing == .ready || standing == .following, let waited = lines.goesOn() {
                    logger.notice("The record goes on", metadata: ["seconds": "\(waited.components.seconds)"])
                }
            } catch {
                page = nil
                await stumbled(over: error, &lines)
            }
        }
        let left = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting.map(\.caller)
        }
        for caller in left { caller.resume(returning: false) }
    }

    /// One look: keeps the turn and signs what came, or follows who has it.
    private func step(_ page: Page?) async throws -> Page? {
        let now = seconds()
        let (head, epoch, total, heldUntil) = try await turn(of: page, now)
        if let why = head.frozen {
            arrived(head.size, .frozen(why))
            return nil
        }
        guard let epoch else {
            arrived(head.size, .following)
            return nil
        }
        var current: Page
        if let page, page.epoch == epoch, page.frontier.size == head.size {
            current = page.held(until: heldUntil)
        } else {
            arrived(head.size, .preparing(done: head.size, of: total))
            current = try await begin(head, epoch: epoch, heldUntil: heldUntil)
        }
        while true {
            let size = current.frontier.size
            let new = try await database.read { [entries] db in try entries(size, Self.most, db) }
            guard !new.isEmpty else { break }
            if total - size > Int64(Self.most) { arrived(size, .preparing(done: size, of: total)) }
            current = try await store(current.grown(by: new.map { .leaf($0) }))
            arrived(current.frontier.size, nil)
        }
        arrived(current.frontier.size, .ready)
        if current.frontier.size != page?.frontier.size, let note = try await database.read({ try RecordHead.read($0).note }) {
            await elsewhere.keep(note)
        }
        return current
    }

    /// The head as it is stored, the epoch of the turn (nil: another node has it), how many entries there are, until when the turn is held. A turn is renewed when
    /// half of it is over, for that is a write; in between, `RecordHead.store` refuses what comes from a turn that was lost.
    private func turn(of page: Page?, _ now: Int64) async throws -> (RecordHead, Int64?, Int64, Int64) {
        if let page, page.heldUntil - Self.turn / 2 > now, page.heldUntil - Self.turn <= now {
            let (head, total) = try await database.read { [count] db in (try RecordHead.read(db), try count(db)) }
            if head.epoch == page.epoch { return (head, page.epoch, total, page.heldUntil) }
        }
        return try await database.write { [holder, count] db in
            let epoch = try RecordHead.takeTurn(holder: holder, now: now, seconds: Self.turn, db)
            return (try RecordHead.read(db), epoch, try count(db), now + Self.turn)
        }
    }

    /// Has a growth signed and stores it. `isSigned`: the signer signed this head before, and only the database does not know.
    func store(_ growth: Growth, isSigned: Bool = false) async throws -> Page {
        let page = growth.page
        let head = try Checkpoint(origin: origin, size: page.frontier.size, root: page.frontier.root)
        let note = try await signer.sign(head, old: isSigned ? head.size : growth.old, proof: isSigned ? [] : growth.proof, key: page.key)
        let text = String(decoding: note.bytes, as: UTF8.self)
        let now = seconds()
        try await database.write { db in try RecordHead.store(growth, note: text, at: now, db) }
        return page
    }

    private func stumbled(over error: any Error, _ lines: inout WaitingLines) async {
        var isFrozen = false
        switch error {
        case RecordFault.frozen(let why), RecordFault.damaged(let why):
            isFrozen = true
            arrived(size, .frozen(why))
            try? await database.write { db in try RecordHead.freeze(why, db) }
        case RecordFault.lostTurn: arrived(size, .following)
        default: arrived(size, .noSigner("\(error)"))
        }
        if let waited = lines.waits(isFrozen: isFrozen) {
            logger.error("The record waits", metadata: ["reason": "\(error)", "seconds": "\(waited.components.seconds)"])
        }
        try? await Task.sleep(for: .milliseconds(500))
        wakes.caller.yield()
    }

    /// A new size, a new standing (nil: as it was); whoever waited for that size goes on.
    func arrived(_ size: Int64, _ standing: RecordStanding?) {
        let free = state.withLock { state in
            state.size = max(state.size, size)
            if let standing { state.standing = standing }
            let now = state.size
            defer { state.waiting.removeAll { $0.index < now } }
            return state.waiting.filter { $0.index < now }.map(\.caller)
        }
        for caller in free { caller.resume(returning: true) }
    }
}
