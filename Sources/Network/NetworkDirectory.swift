public import Store
import Synchronization
import Vietnamese

/// The tree of portals as this process knows it: one immutable value that pages read without asking the database, replaced as a whole.
public final class NetworkDirectory: Sendable {
    private let current: Mutex<SiteTree>
    private let clock: Clock

    public init(_ tree: SiteTree, clock: Clock = .system) {
        current = Mutex(tree)
        self.clock = clock
    }

    /// A directory with what the database holds now.
    public static func load(from database: any Database, clock: Clock = .system) async throws -> NetworkDirectory {
        let tree = try await database.read { try Sites.tree(at: clock.now(), in: $0) }
        return NetworkDirectory(tree, clock: clock)
    }

    public var tree: SiteTree { current.withLock { $0 } }

    /// Catches up with the database: one query when nothing changed, six in all when something did.
    /// - Returns: whether there was something new.
    @discardableResult
    public func refresh(from database: any Database) async throws -> Bool {
        let known = tree.version
        let clock = clock
        let found = try await database.read { db -> SiteTree? in
            let version = try NetworkVersion.current(in: db)
            return version == known ? nil : try Sites.tree(version: version, at: clock.now(), in: db)
        }
        guard let found else { return false }
        return current.withLock { tree in
            // Another refresh may have read later and finished earlier.
            guard found.version > tree.version else { return false }
            tree = found
            return true
        }
    }

    /// Refreshes after every change announced by any node, until the database closes or the task is cancelled.
    /// A failed refresh is reported and made good by the next announcement (one comes after every gap in the connection).
    public func follow(_ database: any Database, fault: @Sendable (any Error) -> Void = { _ in }) async {
        for await _ in database.announcements(.network) {
            do { try await refresh(from: database) } catch { fault(error) }
        }
    }
}
