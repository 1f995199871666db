public import PortalNetwork
public import Rules
public import Store
public import Vietnamese

/// Changing the rules of the house and the calendar: `editRules` on a portal for its own rules, on every root for what holds everywhere.
extension HouseRules {
    public typealias By = Casework.By

    /// What a change did.
    public struct Change: Sendable, Hashable {
        /// Days that are worked now and were not, or the other way round.
        public var days: [WorkCalendar.DayChange] = []
        /// Rules of the file.
        public var rules = 0
        /// Open cases whose deadline is reckoned again.
        public var cases = 0
    }

    /// Takes a file of house rules for a tenant, in the place of the one of that name. It is held against the law before anything is kept.
    /// - Throws: `RuleDataError` with every fault, file and line; `HouseRefusal`.
    @discardableResult
    public func put(_ text: String, named name: String, of tenant: String, isTrial: Bool = false, by: By) async throws -> Change {
        let site = try Self.place(tenant, by)
        guard Self.isName(name) else { throw HouseRefusal.name }
        guard text.utf8.count <= Self.longestFile else { throw HouseRefusal.tooLong(limit: Self.longestFile / 1000) }
        let (now, id) = (clock.now(), ids.next() as AuditID)
        let change = try await database.change(isTrial) { db in
            try Self.hold(db)
            var files = try Self.files(db).filter { $0.name != name }
            guard files.count < Self.mostFiles else { throw HouseRefusal.full(limit: Self.mostFiles) }
            files.append(try File(Row([.text(name), .text(tenant), .text(text), .integer(now.rawValue)])))
            let clock = try LegalClock.standard(adding: files.map(\.source), confirmed: try Self.years(db))
            guard !isTrial else { return Change(rules: clock.book.rules.count { $0.tenant == tenant }) }
            try db.execute("DELETE FROM house_rule_file WHERE name = \(name)")
            try db.execute("INSERT INTO house_rule_file (name, tenant, text, changed_at) VALUES (\(name), \(tenant), \(text), \(now))")
            let cases = try Self.changed(at: now, db)
            try Self.note(name, site, tenant, by, id, now, db)
            return Change(rules: clock.book.rules.count { $0.tenant == tenant }, cases: cases)
        }
        if !isTrial { try await refresh() }
        return change
    }

    /// Takes a file away: what it said holds no more, from now on.
    @discardableResult
    public func remove(_ name: String, by: By) async throws -> Change {
        let (now, id) = (clock.now(), ids.next() as AuditID)
        let change = try await database.write { db in
            try Self.hold(db)
            guard let file = try Self.files(db).first(where: { $0.name == name }) else { throw HouseRefusal.unknown(name) }
            let site = try Self.place(file.tenant, by)
            try db.execute("DELETE FROM house_rule_file WHERE name = \(name)")
            let cases = try Self.changed(at: now, db)
            try Self.note("-\(name)", site, file.tenant, by, id, now, db)
            return Change(cases: cases)
        }
        try await refresh()
        return change
    }

    /// Signs for the days off of a year.
    /// - Throws: `CalendarError` for what the law does not allow.
    @discardableResult
    public func confirm(_ arrangement: YearArrangement, reason: String? = nil, isTrial: Bool = false, by: By) async throws -> Change {
        let site = try Self.place("installation", by)
        let (now, id) = (clock.now(), ids.next() as AuditID)
        let year = ConfirmedYear(arrangement, by: by.person.handle, on: now.civilDate, reason: reason)
        let text = try year.text
        let change = try await database.change(isTrial) { db in
            try Self.hold(db)
            let calendar = try WorkCalendar.standard().confirming(all: try Self.years(db))
            let days = try calendar.confirming(year).changes
            guard !isTrial else { return Change(days: days) }
            try db.execute("DELETE FROM confirmed_year WHERE year = \(arrangement.year)")
            try db.execute("INSERT INTO confirmed_year (year, text, changed_at) VALUES (\(arrangement.year), \(text), \(now))")
            let cases = try Self.changed(at: now, db)
            try Self.note("\(arrangement.year)", site, "calendar", by, id, now, db)
            return Change(days: days, cases: cases)
        }
        if !isTrial { try await refresh() }
        return change
    }

    /// Where `editRules` is asked for; a tenant that does not exist is none.
    private static func place(_ tenant: String, _ by: By) throws -> SiteID {
        guard let root = by.tree.roots.first else { throw HouseRefusal.tenant(tenant) }
        var site = root
        if tenant.hasPrefix("site:") {
            guard let found = by.tree.all.first(where: { "site:" + $0.code == tenant }) else { throw HouseRefusal.tenant(tenant) }
            site = found.id
        } else if tenant != "installation" {
            throw HouseRefusal.tenant(tenant)
        }
        try authorize(by.actor, .editRules, on: Subject(site: site), in: by.tree)
        return site
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 80
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }

    /// One change after the other, on all nodes.
    private static func hold(_ db: any Connection) throws { try db.execute("UPDATE house_rules SET version = version + 1 WHERE id = 1") }

    /// Has every open case reckoned again. Their number.
    private static func changed(at now: Instant, _ db: any Connection) throws -> Int {
        try db.execute("UPDATE house_rules SET reckoned = 0 WHERE id = 1")
        try db.announce(channel)
        return try db.value("SELECT count(*) FROM case_file WHERE ended = 0", as: Int.self) ?? 0
    }

    private static func note(_ what: String, _ site: SiteID, _ tenant: String, _ by: By, _ id: AuditID, _ now: Instant, _ db: any Connection) throws {
        try AuditTrail.add(.rulesChanged, by: by.person, on: what, site: site, detail: tenant, from: by.caller, id: id, at: now, in: db)
    }
}

/// What a trial would have done; its transaction is undone with it.
private struct Undone<T: Sendable>: Error { let value: T }

extension Database {
    /// A change, or (a trial) only a look at what it would do.
    fileprivate func change<T: Sendable>(_ isTrial: Bool, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        guard isTrial else { return try await write(body) }
        do {
            try await write { db -> Void in throw Undone(value: try body(db)) }
        } catch let undone as Undone<T> {
            return undone.value
        }
        throw StoreFault.engine("a trial left something behind")
    }
}

/// Why rules of the house were not changed.
public enum HouseRefusal: Refusal, Equatable {
    case name
    case tooLong(limit: Int)
    case full(limit: Int)
    case unknown(String)
    case tenant(String)

    public static let samples: [HouseRefusal] = [.name, .tooLong(limit: 200), .full(limit: 200), .unknown("a.yaml"), .tenant("x")]

    public var key: String {
        switch self {
        case .name: "casework.rule-file-name"
        case .tooLong: "casework.rule-file-long"
        case .full: "casework.rule-files-full"
        case .unknown: "casework.rule-file-unknown"
        case .tenant: "casework.rule-tenant"
        }
    }

    public var values: [String: String] {
        switch self {
        case .name: [:]
        case .tooLong(let limit), .full(let limit): ["limit": "\(limit)"]
        case .unknown(let name), .tenant(let name): ["name": name]
        }
    }
}
