import Synchronization

/// What the public door gives to an answer that it makes for whoever asks: while it is made, what the gate `reveal` reads may come from a replica.
/// The door is the only one that gives it; the desk, casework, jobs and whatever is sent in work without one, so they read what they wrote.
public final class ReplicaPass: Sendable {
    @TaskLocal public static var current: ReplicaPass?

    private let used = Atomic(false)

    public init() {}

    /// Whether anything came from a replica.
    public var wasUsed: Bool { used.load(ordering: .acquiring) }
    package func use() { used.store(true, ordering: .releasing) }
}
