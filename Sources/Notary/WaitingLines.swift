/// When the log says that the record waits: at the beginning, then once a minute at most, and when it goes on.
struct WaitingLines {
    static let pause = Duration.seconds(60)

    private var since: ContinuousClock.Instant?
    private var said: (isFrozen: Bool, at: ContinuousClock.Instant)?

    /// - Parameter isFrozen: it waits for a person. That is never left for the next minute.
    /// - Returns: how long it has waited, where that is to be said now.
    mutating func waits(isFrozen: Bool, at now: ContinuousClock.Instant = .now) -> Duration? {
        let start = since ?? now
        since = start
        if let said, now - said.at < Self.pause, said.isFrozen || !isFrozen { return nil }
        said = (isFrozen: isFrozen, at: now)
        return now - start
    }

    /// - Returns: how long it waited, where it did.
    mutating func goesOn(at now: ContinuousClock.Instant = .now) -> Duration? {
        defer { self = WaitingLines() }
        return since.map { now - $0 }
    }
}
