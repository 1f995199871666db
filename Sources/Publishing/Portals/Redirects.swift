public import PortalNetwork
public import Store
public import Vietnamese

/// An address of former times and where it leads.
public struct Redirect: Sendable, Hashable {
    /// As it was asked for, with its query where it had one.
    public var path: String
    public var target: OldAddressTarget

    public init(path: String, target: OldAddressTarget) {
        self.path = path
        self.target = target
    }
}

/// The same with what is known of its use.
public struct RedirectLine: Sendable, Hashable {
    public let redirect: Redirect
    public let hits: Int
    public let hitAt: Instant?
    public let createdAt: Instant
}

/// Where a list of redirects goes on.
public struct RedirectCursor: Sendable, Hashable {
    public let hits: Int
    public let path: String

    public init(hits: Int, path: String) {
        self.hits = hits
        self.path = path
    }
}

/// Old addresses: chains are shortened as they are written, so that a reader is sent on once and never in a circle.
public enum Redirects {
    /// The longest chain that is followed when one is written. None this long can come to be: each is shortened at once.
    private static let longestChain = 16

    /// Writes a redirect that leads to the end of whatever chain it begins; those that led to it lead there too.
    /// - Returns: whether there was none for this path.
    @discardableResult
    static func put(_ redirect: Redirect, on site: SiteID, at now: Instant, _ db: any Connection) throws -> Bool {
        try Publisher.check(redirect.path, redirect.target)
        let target = try end(of: redirect, on: site, db)
        let isNew = try db.value("SELECT 1 FROM old_address WHERE site = \(site) AND path = \(redirect.path)", as: Int.self) == nil
        try db.execute(Publisher.insertion(of: redirect.path, target, on: site, now))
        let (item, path): (ItemID?, String?) =
            switch target {
            case .item(let id): (id, nil)
            case .path(let path): (nil, path)
            }
        // Those that led here. One that would now lead to itself is of no use any more.
        try db.execute("DELETE FROM old_address WHERE site = \(site) AND target = \(redirect.path) AND path = \(path ?? "")")
        try db.execute("UPDATE old_address SET item = \(item), target = \(path) WHERE site = \(site) AND target = \(redirect.path)")
        return isNew
    }

    private static func end(of redirect: Redirect, on site: SiteID, _ db: any Connection) throws -> OldAddressTarget {
        var target = redirect.target
        for _ in 0..<longestChain {
            guard case .path(let path) = target else { return target }
            guard path != redirect.path else { throw PublishingRefusal.redirectLoop(redirect.path) }
            guard let next = try read(path, on: site, db) else { return target }
            target = next
        }
        throw PublishingRefusal.redirectLoop(redirect.path)
    }

    static func read(_ path: String, on site: SiteID, _ db: any Connection) throws -> OldAddressTarget? {
        guard let row = try db.row("SELECT item, target FROM old_address WHERE site = \(site) AND path = \(path)") else { return nil }
        if let item: ItemID = try row[0] { return .item(item) }
        let target: String? = try row[1]
        return target.map { .path($0) }
    }

    /// A page of the list: the most used first, or (`sought`) those whose address begins so, in the order of addresses.
    public static func lines(on site: SiteID, sought: String? = nil, after cursor: RedirectCursor? = nil, limit: Int, _ db: any Connection) throws
        -> [RedirectLine]
    {
        var filter: SQL = "site = \(site)"
        if let sought { filter = "\(filter) AND substr(path, 1, CAST(\(sought.unicodeScalars.count) AS INTEGER)) = \(sought)" }
        if let cursor { filter = "\(filter) AND (hits, path) < (\(cursor.hits), \(cursor.path))" }
        return try db.rows(
            "SELECT path, item, target, hits, hit_at, created_at FROM old_address WHERE \(filter) ORDER BY hits DESC, path DESC LIMIT \(limit)"
        ).compactMap { row in
            let item: ItemID? = try row[1]
            let path: String? = try row[2]
            guard let target = item.map({ OldAddressTarget.item($0) }) ?? path.map({ .path($0) }) else { return nil }
            return RedirectLine(redirect: Redirect(path: try row[0], target: target), hits: try row[3], hitAt: try row[4], createdAt: try row[5])
        }
    }

    public static func count(on site: SiteID, _ db: any Connection) throws -> Int {
        try db.value("SELECT count(*) FROM old_address WHERE site = \(site)") ?? 0
    }
}

extension Publisher {
    /// What came of many redirects.
    public struct RedirectReport: Sendable, Hashable {
        public var added = 0
        public var changed = 0
        public var refused: [(index: Int, refusal: PublishingRefusal)] = []

        public static func == (a: Self, b: Self) -> Bool {
            a.added == b.added && a.changed == b.changed && a.refused.elementsEqual(b.refused) { $0 == $1 }
        }
        public func hash(into hasher: inout Hasher) { hasher.combine(added) }
    }

    /// Writes redirects; one that cannot be is reported and the others are written. Addresses that were reported as missing are so no more.
    public func putRedirects(_ redirects: [Redirect], on site: SiteID, by: By, also: @escaping Also = noFurther) async throws -> RedirectReport {
        try authorize(by.actor, .editRedirects, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        return try await commit { db in
            var report = RedirectReport()
            var set: [(path: String, target: OldAddressTarget)] = []
            for (index, redirect) in redirects.enumerated() {
                do {
                    if case .item(let id) = redirect.target, try Item.load(id, db) == nil { throw PublishingRefusal.unknownItem(id) }
                    if try Redirects.put(redirect, on: site, at: now, db) { report.added += 1 } else { report.changed += 1 }
                    try db.execute("DELETE FROM missing_address WHERE site = \(site) AND path = \(redirect.path)")
                    if let target = try Redirects.read(redirect.path, on: site, db) { set.append((redirect.path, target)) }
                } catch let refusal as PublishingRefusal {
                    report.refused.append((index, refusal))
                }
            }
            guard report.added + report.changed > 0 else { return report }
            try self.redirected(site, set: set, now, db)
            try also(db)
            return report
        }
    }

    public func removeRedirect(_ path: String, on site: SiteID, by: By, also: @escaping Also = noFurther) async throws {
        try authorize(by.actor, .editRedirects, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        try await commit { db in
            guard try db.execute("DELETE FROM old_address WHERE site = \(site) AND path = \(path)") == 1 else {
                throw PublishingRefusal.address(path)
            }
            try self.redirected(site, removed: [path], now, db)
            try also(db)
        }
    }
}
