import Synchronization

/// Values that are always the same for the same key and cost more to make than to keep: a portal's style sheet, the names of its icons.
/// Bounded, because keys come from looks that editors choose.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Value]>([:])
    private let most: Int

    init(most: Int = 2_048) { self.most = most }

    func value(_ key: Key, _ make: () -> Value) -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let made = make()
        values.withLock { values in
            if values.count >= most { values = [:] }
            values[key] = made
        }
        return made
    }
}
