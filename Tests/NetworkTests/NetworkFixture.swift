import PortalNetwork
import PortalTesting
import Store
import Synchronization
import Vietnamese

/// A network of portals in a database of its own, with a clock the test moves.
final class Net: Sendable {
    let database: any Database
    let ids: IdentifierMaker
    private let time: Mutex<Instant>

    static let start = Instant(rawValue: 1_795_000_000_000)

    init(_ database: any Database) {
        self.database = database
        let time = Mutex(Self.start)
        self.time = time
        ids = IdentifierMaker(node: 7, clock: Clock { Net.start })
    }

    var now: Instant { time.withLock { $0 } }
    var clock: Clock { Clock { self.now } }
    func pass(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    @discardableResult
    func add(
        _ code: String,
        below parent: SiteID? = nil,
        kind: SiteKind = .unit,
        language: Language = .vi,
        name: String? = nil,
        hosts: [String]? = nil,
        agency: AgencyID? = nil,
        look: Look = Look(),
        position: Int = 0
    ) async throws -> Site {
        let isLinked = kind == .linked
        let settings = SiteSettings(
            name: name ?? "Cổng \(code)",
            shortName: name ?? code,
            language: language,
            agency: agency,
            hosts: isLinked ? [] : hosts ?? ["\(code).vidu.localhost"],
            url: isLinked ? "https://\(code).vidu.vn/" : nil,
            position: position
        )
        let draft = SiteDraft(code: code, parent: parent, kind: parent == nil ? .portal : kind, settings: settings, look: look)
        return try await Sites.add(draft, to: database, ids: ids, clock: clock)
    }

    func tree() async throws -> SiteTree {
        let now = now
        return try await database.read { try Sites.tree(at: now, in: $0) }
    }

    func site(_ id: SiteID) async throws -> Site { try await database.read { try Sites.site(id, in: $0) } }
}

@discardableResult
func withNet<T>(_ backend: Backend, _ body: (Net) async throws -> T) async throws -> T {
    try await withDatabase(backend, migrations: NetworkMigrations.all) { try await body(Net($0)) }
}

func day(_ text: String) -> CivilDate { CivilDate(text)! }
