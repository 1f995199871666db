import Foundation
public import Logging
public import PortalNetwork
import Publishing
public import ServiceLifecycle
import Store
import Vietnamese
import Web

/// Keeps a mirror at the present state while the portals are served: what a publication touches is written at once; everything is looked at when the network of portals
/// changes, when a banner comes or goes, and at midnight in Việt Nam.
public struct MirrorFollower: Service {
    private let mirror: PortalMirror
    private let folder: String
    private let root: SiteID?
    private let logger: Logger
    private let pause: Duration

    public init(_ mirror: PortalMirror, folder: String, below root: SiteID? = nil, pause: Duration = .seconds(1), logger: Logger) {
        self.mirror = mirror
        self.folder = folder
        self.root = root
        self.logger = logger
        self.pause = pause
    }

    public func run() async throws {
        // A folder that cannot be a mirror must be known at start.
        let disk = try MirrorFolder(writing: folder)
        let scope = try mirror.scope(root)
        if let books = try disk.books(), books.scope != scope { throw MirrorFault.otherScope(scope, is: books.scope) }
        // A whole mirror takes minutes: a stop does not wait for it.
        await cancelWhenGracefulShutdown {
            var books = try? disk.books()
            var due = books == nil ? Instant(rawValue: 0) : turn()
            var network = mirror.face.tree().version
            await mirror.database.look(for: EventLog.channel, every: pause) {
                do {
                    let version = mirror.face.tree().version
                    if version != network {
                        // Sections and looks are read anew right after the directory of portals.
                        try await Task.sleep(for: .milliseconds(500))
                        network = version
                        due = Instant(rawValue: 0)
                    }
                    if mirror.face.clock.now() >= due || books == nil {
                        let done = try await mirror.whole(disk, scope)
                        books = done.books
                        due = turn()
                        tell(done.report)
                    } else if let known = books, let done = try await mirror.changes(disk, known) {
                        books = done.books
                        tell(done.report)
                    }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("The mirror could not be brought up to date", metadata: ["error": "\(error)"])
                    try? disk.clearAside()
                    books = try? disk.books()
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// When everything is to be looked at next.
    private func turn() -> Instant {
        let now = mirror.face.clock.now()
        let midnight = VietnamTime.startOfDay(CivilDate(dayNumber: now.civilDate.dayNumber + 1))
        let tree = mirror.face.tree()
        return tree.all.compactMap { tree.nextBannerChange(of: $0.id, after: now) }.min().map { min($0, midnight) } ?? midnight
    }

    private func tell(_ report: PortalMirror.Report) {
        guard report.written + report.removed > 0 else { return }
        logger.info("The mirror follows", metadata: ["made": "\(report.made)", "written": "\(report.written)", "removed": "\(report.removed)"])
    }
}
