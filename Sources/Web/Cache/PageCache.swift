import Dispatch
import HTTPTypes
import PortalNetwork
public import Publishing
public import Store
import Synchronization
import Vietnamese

/// Finished answers in memory, under what they depend on. Bounded by bytes; what nobody asked for twice goes first, so that a robot that walks the whole
/// archive does not push out the pages people read.
public final class PageCache: Sendable {
    /// What is there.
    enum Found { case fresh(CachedAnswer), stale(CachedAnswer), missing }

    /// A moment in the history of invalidations: what was read before it may be out of date after it.
    struct Epoch: Hashable, Sendable { let number: UInt64 }

    /// (A mutex cannot stand in an array by itself.)
    private final class Shard: Sendable {
        private let state: Mutex<CacheShard>
        init(_ shard: CacheShard) { state = Mutex(shard) }
        func withLock<T>(_ body: (inout CacheShard) -> T) -> T { state.withLock { body(&$0) } }
    }

    private struct History {
        var number: UInt64 = 0
        /// The newest changes, oldest first; nil: everything.
        var changes: [(number: UInt64, dependencies: Set<Dependency>?)] = []
    }

    private let shards: [Shard]
    private let heads = Mutex(HeadTable())
    private let history = Mutex(History())
    private let clock: Clock
    private let packer = DispatchQueue(label: "caunoi.pages.pack", qos: .utility)
    private let waiting = Atomic(0)
    /// More than this many waiting to be packed: the next go out as they are.
    private static let mostWaiting = 2_000
    private static let historyLength = 256

    /// - Parameter megabytes: how much memory answers may take, 0 to keep none.
    public init(megabytes: Int, clock: Clock) {
        self.clock = clock
        let count = 16
        shards = (0..<count).map { _ in Shard(CacheShard(limit: megabytes * 1024 * 1024 / count)) }
    }

    var epoch: Epoch { history.withLock { Epoch(number: $0.number) } }

    func find(_ key: CacheKey) -> Found {
        guard let answer = shard(of: key).withLock({ $0[key] }) else { return .missing }
        guard answer.isFresh(at: clock.now()) else { return .stale(answer) }
        answer.use()
        return .fresh(answer)
    }

    /// Whether an answer somebody holds may still be given.
    func isFresh(_ answer: CachedAnswer) -> Bool {
        guard answer.isFresh(at: clock.now()) else { return false }
        answer.use()
        return true
    }

    func head(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> FixedHead { heads.withLock { $0.head(status, fields) } }

    /// Keeps an answer, unless something it was made from changed since `epoch`. Returns whether it is kept.
    @discardableResult
    func keep(_ answer: CachedAnswer, under key: CacheKey, since epoch: Epoch) -> Bool {
        // Invalidations write history first and go through the shards then: one of the two sees the other.
        guard
            shard(of: key).withLock({ shard in
                guard isUnchanged(answer, since: epoch) else { return false }
                return shard.insert(answer, key)
            })
        else { return false }
        pack(answer, key)
        return true
    }

    func forget(_ key: CacheKey) { shard(of: key).withLock { $0.remove(key) } }

    private func isUnchanged(_ answer: CachedAnswer, since epoch: Epoch) -> Bool {
        history.withLock { history in
            guard history.number != epoch.number else { return true }
            guard let oldest = history.changes.first, oldest.number <= epoch.number + 1 else { return false }
            for change in history.changes where change.number > epoch.number {
                guard let changed = change.dependencies else { return false }
                if answer.dependencies.contains(where: changed.contains) { return false }
            }
            return true
        }
    }

    /// Answers made from what changed are to be made again; what is gone is not shown again, whatever happens.
    public func invalidate(changed: Set<Dependency>, gone: Set<Dependency> = []) {
        guard !changed.isEmpty || !gone.isEmpty else { return }
        note(changed.union(gone))
        for shard in shards {
            shard.withLock { shard in
                shard.drop(gone)
                shard.markStale(changed)
            }
        }
    }

    /// All answers are to be made again: the network of portals, a menu, a look changed.
    public func invalidateEverything() {
        note(nil)
        for shard in shards { shard.withLock { $0.markAllStale() } }
    }

    private func note(_ dependencies: Set<Dependency>?) {
        history.withLock { history in
            history.number += 1
            history.changes.append((history.number, dependencies))
            if history.changes.count > Self.historyLength { history.changes.removeFirst() }
        }
    }

    private func pack(_ answer: CachedAnswer, _ key: CacheKey) {
        guard answer.size >= 256, Packing.helps(answer.head.fields[.contentType] ?? "") else { return }
        guard waiting.load(ordering: .relaxed) < Self.mostWaiting else { return }
        waiting.wrappingAdd(1, ordering: .relaxed)
        packer.async { [self] in
            waiting.wrappingSubtract(1, ordering: .relaxed)
            let grown = answer.pack()
            if grown != 0 { shard(of: key).withLock { $0.adjust(key, answer, by: grown) } }
        }
    }

    private func shard(of key: CacheKey) -> Shard { shards[key.hashValue & (shards.count - 1)] }

    /// How many answers are kept, and the bytes they take.
    public var size: (answers: Int, bytes: Int) {
        var total = (answers: 0, bytes: 0)
        for shard in shards {
            shard.withLock {
                total.answers += $0.count
                total.bytes += $0.bytes
            }
        }
        return total
    }
}
