public import PortalNetwork
public import Store
public import Vietnamese

public struct AlarmID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Something that did not happen though it was promised: stands on the desk until a person has seen it.
public struct Alarm: Sendable, Hashable {
    public enum Reason: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        /// A scheduled item did not go out.
        case publicationFailed = "publication-failed"
        case withdrawalFailed = "withdrawal-failed"
        /// Nobody confirmed what was published alone.
        case urgentUnconfirmed = "urgent-unconfirmed"
        /// A scanner found a virus in a file that its page shows.
        case fileInfected = "file-infected"
    }

    public let id: AlarmID
    public let site: SiteID
    public let item: ItemID?
    public let reason: Reason
    /// The refusal's key where it is one of ours (`refusal.…` in the catalogues); empty otherwise.
    public let detail: String
    public let at: Instant
}

extension Publisher {
    /// Once for each item and reason, until it is seen.
    func alarm(_ reason: Alarm.Reason, _ item: ItemID, detail: String, _ db: any Connection) throws {
        guard let site = try db.value("SELECT site FROM item WHERE id = \(item)", as: SiteID.self) else { return }
        let open = try db.value("SELECT 1 FROM alarm WHERE item = \(item) AND reason = \(reason) AND seen_by IS NULL", as: Int.self)
        guard open == nil else { return }
        try db.execute(
            """
            INSERT INTO alarm (id, site, item, reason, detail, at)
            VALUES (\(ids.next(AlarmID.self)), \(site), \(item), \(reason), \(String(detail.prefix(200))), \(clock.now()))
            """
        )
        try ring(reason, item, site, db)
    }

    /// Tells who wrote the item and who may publish on its portal, on the desk and by mail.
    private func ring(_ reason: Alarm.Reason, _ item: ItemID, _ site: SiteID, _ db: any Connection) throws {
        guard let notices, let code = try db.value("SELECT code FROM site WHERE id = \(site)", as: String.self) else { return }
        var sites = [site]
        while let parent = try db.value("SELECT parent FROM site WHERE id = \(sites[sites.count - 1])", as: SiteID?.self) ?? nil, sites.count < 20 {
            sites.append(parent)
        }
        let chiefs = try People.holding([.deputyChief, .editorInChief], on: sites, at: clock.now(), in: db)
        let writers = try db.row("SELECT author, creator FROM item WHERE id = \(item)").map { [try $0[0], try $0[1]] as [PersonID] } ?? []
        for person in Set(chiefs + writers).sorted() where try People.isActive(person, in: db) {
            try notices.notify(person, NoticeSubject("alarm-" + reason.rawValue), link: "/desk/cong/\(code)/bai/\(item)", in: db)
        }
    }

    func raiseAlarm(_ reason: Alarm.Reason, _ item: ItemID, detail: String) async throws {
        try await database.write { try self.alarm(reason, item, detail: detail, $0) }
    }
}

extension Workroom {
    /// Alarms nobody has seen yet, on portals where the person may publish or wrote the item.
    public func alarms(for by: Publisher.By, limit: Int = 20) async throws -> [Alarm] {
        guard let seen = Reveal.readable(by, Reveal.reaches(by, within: nil, kinds: publishing.kinds), hidesSites: true) else { return [] }
        return try await database.read { db in
            try db.rows(
                """
                SELECT alarm.id, alarm.site, alarm.item, alarm.reason, alarm.detail, alarm.at FROM alarm JOIN item ON item.id = alarm.item
                WHERE alarm.seen_by IS NULL AND \(seen) ORDER BY alarm.at DESC LIMIT \(limit)
                """
            ).map { Alarm(id: try $0[0], site: try $0[1], item: try $0[2], reason: try $0[3], detail: try $0[4], at: try $0[5]) }
        }
    }

    /// The person has seen it and takes it from here.
    public func acknowledge(_ alarm: AlarmID, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        let publishing = publishing
        try await database.write { db in
            guard let id = try db.value("SELECT item FROM alarm WHERE id = \(alarm) AND seen_by IS NULL", as: ItemID.self) else { return }
            let item = try Self.prove(id, by, db)
            try db.execute("UPDATE alarm SET seen_by = \(by.actor.person), seen_at = \(now) WHERE id = \(alarm) AND seen_by IS NULL")
            try publishing.note(.alarmSeen, item, by, detail: "\(alarm)", db)
        }
    }
}
