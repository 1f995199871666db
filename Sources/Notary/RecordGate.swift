/// What whoever publishes asks of the record.
public protocol RecordGate: Sendable {
    /// Throws `RecordFault` while nothing may be published: no signer answers, the record is frozen, or the checks at the beginning are not over, for which it
    /// waits a while.
    func admit() async throws
    /// Waits until the head that holds entry `index` is signed. False when that takes too long: the entry is durable and will be signed, it is not lost.
    func signed(_ index: Int64) async -> Bool
}
