import Publishing

/// A part of the cache under one lock: answers in numbered slots, the way from keys and from dependencies to slots, and the hand that frees them
/// (second chance: an answer used since the hand went by is passed over once).
struct CacheShard {
    private var slots: [(key: CacheKey, answer: CachedAnswer, cost: Int)?] = []
    private var free: [UInt32] = []
    private var byKey: [CacheKey: UInt32] = [:]
    private var byDependency: [Dependency: Set<UInt32>] = [:]
    private var hand = 0
    private let limit: Int
    private(set) var bytes = 0

    init(limit: Int) { self.limit = limit }

    var count: Int { byKey.count }

    subscript(key: CacheKey) -> CachedAnswer? { byKey[key].flatMap { slots[Int($0)]?.answer } }

    /// False when it is larger than a quarter of what there is room for.
    mutating func insert(_ answer: CachedAnswer, _ key: CacheKey) -> Bool {
        remove(key)
        let cost = answer.cost + key.target.utf8.count
        guard cost <= limit / 4 else { return false }
        makeRoom(for: cost)
        let slot: UInt32
        if let last = free.popLast() {
            slot = last
            slots[Int(slot)] = (key, answer, cost)
        } else {
            slot = UInt32(slots.count)
            slots.append((key, answer, cost))
        }
        byKey[key] = slot
        for dependency in answer.dependencies { byDependency[dependency, default: []].insert(slot) }
        bytes += cost
        return true
    }

    mutating func remove(_ key: CacheKey) {
        guard let slot = byKey[key] else { return }
        remove(slot)
    }

    private mutating func remove(_ slot: UInt32) {
        guard let (key, answer, cost) = slots[Int(slot)] else { return }
        // Connections may hold it.
        answer.markStale()
        slots[Int(slot)] = nil
        free.append(slot)
        byKey[key] = nil
        bytes -= cost
        for dependency in answer.dependencies {
            guard let index = byDependency.index(forKey: dependency) else { continue }
            byDependency.values[index].remove(slot)
            if byDependency.values[index].isEmpty { byDependency.remove(at: index) }
        }
    }

    private mutating func makeRoom(for cost: Int) {
        while bytes + cost > limit, !byKey.isEmpty {
            if hand >= slots.count { hand = 0 }
            if let slot = slots[hand], !slot.answer.wasUsedSinceLastAsked() { remove(UInt32(hand)) }
            hand += 1
        }
    }

    /// What an answer takes changed while it lay here.
    mutating func adjust(_ key: CacheKey, _ answer: CachedAnswer, by amount: Int) {
        guard let slot = byKey[key], let entry = slots[Int(slot)], entry.answer === answer else { return }
        slots[Int(slot)]?.cost = entry.cost + amount
        bytes += amount
        makeRoom(for: 0)
    }

    mutating func drop(_ dependencies: Set<Dependency>) {
        for dependency in dependencies { for slot in byDependency[dependency] ?? [] { remove(slot) } }
    }

    func markStale(_ dependencies: Set<Dependency>) {
        for dependency in dependencies { for slot in byDependency[dependency] ?? [] { slots[Int(slot)]?.answer.markStale() } }
    }

    func markAllStale() { for slot in slots { slot?.answer.markStale() } }
}
