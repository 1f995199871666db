import ServiceLifecycle
public import Store

extension Database {
    /// Follows a channel: `look` is called at once, after each call that comes, and when `pause` has passed, because a call can be lost. Calls that come while it
    /// looks fold into one.
    ///
    /// What a look finds is its own business: one that fails (the database is away) is made good by the next. It ends with graceful shutdown, after the look under
    /// way; with its task; and when the database closes.
    public func look(for channel: Channel, every pause: Duration, _ look: () async -> Void) async {
        let (looks, caller) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask {
                await cancelWhenGracefulShutdown {
                    for await _ in self.announcements(channel) { caller.yield() }
                }
                caller.finish()
            }
            group.addTask {
                try? await cancelWhenGracefulShutdown {
                    while !Task.isCancelled {
                        try await Task.sleep(for: pause)
                        caller.yield()
                    }
                }
            }
            for await _ in looks { await look() }
            group.cancelAll()
        }
    }
}
