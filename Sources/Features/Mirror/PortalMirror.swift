import Foundation
public import Logging
public import PortalNetwork
public import Publishing
public import Store
import Vietnamese
public import Web

/// Writes whole portals out as files that any web server serves: every page as its readers get it, made by the very path that serves them.
public struct PortalMirror: Sendable {
    let maker: PageMaker
    let face: Face
    let reader: Reader
    let database: any Database
    let addresses: Addresses
    /// Where the public record lies below every host: `log/1`.
    let log: String
    let logger: Logger
    /// How often what is not ready yet (a picture that is being made, a proof whose head is being signed) is asked for again, a second apart.
    let patience: Int

    public init(
        maker: PageMaker,
        face: Face,
        reader: Reader,
        database: any Database,
        addresses: Addresses,
        log: String,
        patience: Int = 20,
        logger: Logger
    ) {
        self.maker = maker
        self.face = face
        self.reader = reader
        self.database = database
        self.addresses = addresses
        self.log = log
        self.patience = patience
        self.logger = logger
    }

    /// What a run came to.
    public struct Report: Sendable, Hashable, Codable {
        public var portals = 0
        /// Addresses in the mirror, and the files and bytes behind them.
        public var addresses = 0
        public var files = 0
        public var bytes: Int64 = 0
        /// Answers that were made, files that were written and taken away.
        public var made = 0
        public var written = 0
        public var removed = 0
        /// Addresses whose answer was not ready: named for who looks after it, asked for again by the next run.
        public var missing: [String] = []
    }

    /// Brings the mirror in a folder to the present state, whatever it was: everything is made anew, what differs is written, what is gone is taken away.
    /// - Parameters:
    ///   - root: of the portals wanted; nil for all of the installation.
    ///   - progress: answers made so far.
    public func export(to folder: String, below root: SiteID? = nil, progress: @Sendable (Int) -> Void = { _ in }) async throws -> Report {
        let disk = try MirrorFolder(writing: folder)
        return try await whole(disk, try scope(root), progress).report
    }

    func scope(_ root: SiteID?) throws -> String { root.flatMap { face.tree()[$0]?.code } ?? "*" }

    func sites(_ scope: String) -> [Site] {
        let tree = face.tree()
        let all = scope == "*" ? tree.all : tree.site(code: scope).map { tree.subtree(of: $0.id).compactMap { tree[$0] } } ?? []
        return all.filter { $0.kind != .linked && !$0.hosts.isEmpty }
    }

    func whole(_ disk: MirrorFolder, _ scope: String, _ progress: @Sendable (Int) -> Void = { _ in }) async throws -> (
        report: Report, books: MirrorBooks
    ) {
        let old = try disk.books() ?? MirrorBooks(scope: scope)
        guard old.scope == scope else { throw MirrorFault.otherScope(scope, is: old.scope) }
        var run = MirrorRun(mirror: self, disk: disk, old: old, books: MirrorBooks(scope: scope), isWhole: true)
        // What is published meanwhile is seen again by the next run.
        run.books.cursor = try await database.read { try EventLog.head($0) }
        for site in sites(scope) { try await run.begin(site) }
        try await run.walk(progress)
        try await run.layRecord()
        try await run.layWords()
        try run.layServers()
        return try run.finish()
    }

    /// Makes anew exactly what the events since the mirror's cursor touched; nil where nothing happened or everything must be made.
    func changes(_ disk: MirrorFolder, _ old: MirrorBooks) async throws -> (report: Report, books: MirrorBooks)? {
        var run = MirrorRun(mirror: self, disk: disk, old: old, books: old, isWhole: false)
        var (changed, gone): (Set<UInt32>, Set<UInt32>) = ([], [])
        while true {
            let cursor = run.books.cursor
            let touched = try await database.read { try EventLog.touched(after: cursor, $0) }
            if touched.everything { return try await whole(disk, old.scope) }
            changed.formUnion(touched.changed.map { MirrorRun.code($0) })
            gone.formUnion(touched.gone.map { MirrorRun.code($0) })
            run.books.cursor = touched.cursor
            if !touched.hasMore { break }
        }
        let now = face.clock.now().rawValue
        let untrue = old.entries.values.filter { entry in
            entry.until > 0 && entry.until <= now || entry.dependencies.contains { changed.contains($0) || gone.contains($0) }
        }
        guard !untrue.isEmpty || run.books.cursor != old.cursor else { return nil }
        // What was taken back goes first.
        run.queue = untrue.map { (isGone: $0.dependencies.contains(where: gone.contains), address: $0.address) }
            .sorted { ($0.isGone ? 0 : 1, $0.address.host, $0.address.target) < ($1.isGone ? 0 : 1, $1.address.host, $1.address.target) }
            .map(\.address)
        try await run.walk()
        try await run.layRecord()
        try await run.layWords()
        try run.layServers()
        return try run.finish()
    }
}
