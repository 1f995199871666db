public import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// Each item is asked of the gate and done by its own command, with its own line in the trail and its own entry; one that is refused stops no other.
/// What was done is written down item by item as it is done, so that a crash in the middle leaves a true account.
extension Workroom {
    /// - Parameter items: with the version that the person saw (nil: any).
    @discardableResult
    public func carryOut(_ deed: BulkDeed, on items: [(id: ItemID, version: Int?)], of site: SiteID, by: Publisher.By) async throws -> BulkActID {
        let act: BulkActID = publishing.ids.next()
        let now = publishing.clock.now()
        let person = by.actor.person
        try await database.write { db in
            // What nobody can undo any more is told by the trail.
            let old = try db.column(
                "SELECT id FROM bulk_act WHERE person = \(person) AND at < \(now.adding(seconds: -86_400)) ORDER BY at LIMIT 20",
                as: BulkActID.self
            )
            try db.execute("DELETE FROM bulk_row WHERE act IN (\(list: old))")
            try db.execute("DELETE FROM bulk_act WHERE id IN (\(list: old))")
            try db.execute(
                """
                INSERT INTO bulk_act (id, site, person, deed, detail, at)
                VALUES (\(act), \(site), \(person), \(deed.name), \(deed.detail), \(now))
                """
            )
        }
        for (place, one) in items.prefix(BulkAct.most).enumerated() {
            var (outcome, version, before, refusal) = (BulkAct.Outcome.done, 0, "", String?.none)
            do {
                guard try await item(one.id)?.site == site else { throw PublishingRefusal.unknownItem(one.id) }
                (version, before) = try await once(deed, one.id, one.version, by)
            } catch let reason as any Refusal {
                outcome = .refused
                refusal = try Self.kept(reason)
            }
            let row = (outcome, version, before, refusal)
            try await database.write { db in
                _ = try db.execute(
                    """
                    INSERT INTO bulk_row (act, place, item, outcome, version, before_it, refusal)
                    VALUES (\(act), \(place), \(one.id), \(row.0), \(row.1), \(row.2), \(row.3))
                    """
                )
            }
        }
        return act
    }

    /// What somebody did to many at once; nil for anybody else.
    public func act(_ id: BulkActID, of by: Publisher.By) async throws -> BulkAct? {
        try await database.read { db in
            guard
                let head = try db.row(
                    "SELECT site, deed, detail, at, undone_at FROM bulk_act WHERE id = \(id) AND person = \(by.actor.person)"
                )
            else { return nil }
            let rows = try db.rows("SELECT item, outcome, refusal, place, version, before_it FROM bulk_row WHERE act = \(id) ORDER BY place").map {
                row in
                BulkAct.Row(
                    item: try row[0],
                    outcome: try row[1],
                    refusal: try (try row[2] as String?).map { try CanonicalJSON.decode(KeptRefusal.self, from: Array($0.utf8)) },
                    place: try row[3],
                    version: try row[4],
                    before: try row[5]
                )
            }
            return BulkAct(
                id: id,
                site: try head[0],
                person: by.actor.person,
                deed: try head[1],
                at: try head[3],
                undoneAt: try head[4],
                rows: rows,
                detail: try head[2]
            )
        }
    }

    /// Undoes what can be undone, each item by its own command again; what somebody has changed since stays. A second time does nothing.
    public func undo(_ id: BulkActID, by: Publisher.By) async throws {
        let now = publishing.clock.now()
        guard let act = try await act(id, of: by) else { throw PublishingRefusal.nothingToUndo }
        guard act.undoneAt == nil else { return }
        guard act.canBeUndone(at: now) else { throw PublishingRefusal.nothingToUndo }
        for row in act.rows where row.outcome == .done {
            do {
                try await takeBack(act, row, by)
                try await note(.undone, nil, row, of: id)
            } catch let reason as any Refusal {
                try await note(.stays, try Self.kept(reason), row, of: id)
            }
        }
        try await database.write { db in _ = try db.execute("UPDATE bulk_act SET undone_at = \(now) WHERE id = \(id) AND undone_at IS NULL") }
    }

    /// Two at once: who succeeded is believed.
    private func note(_ outcome: BulkAct.Outcome, _ refusal: String?, _ row: BulkAct.Row, of act: BulkActID) async throws {
        let unless: SQL = outcome == .undone ? "outcome <> 'undone'" : "outcome = 'done'"
        try await database.write { db in
            _ = try db.execute(
                "UPDATE bulk_row SET outcome = \(outcome), refusal = \(refusal) WHERE act = \(act) AND place = \(row.place) AND \(unless)"
            )
        }
    }

    private static func kept(_ refusal: any Refusal) throws -> String {
        String(decoding: try CanonicalJSON.encode(KeptRefusal(refusal)), as: UTF8.self)
    }

    /// - Returns: the version it left behind, and what undoing must know of how it was.
    private func once(_ deed: BulkDeed, _ id: ItemID, _ version: Int?, _ by: Publisher.By) async throws -> (version: Int, before: String) {
        switch deed {
        case .submit: return (try await publishing.submit(id, expecting: version, by: by).version, "")
        case .approve: return (try await publishing.approve(id, expecting: version, by: by).version, "")
        case .sendBack(let reason): return (try await publishing.return(id, reason: reason, expecting: version, by: by).version, "")
        case .withdraw(let code, let note):
            guard !note.allSatisfy(\.isWhitespace) else { throw PublishingRefusal.reasonMissing }
            return (try await publishing.withdraw(id, because: code, note: note, expecting: version, by: by).version, "")
        case .move(let section):
            let item = try await known(id)
            guard item.section != section else { throw PublishingRefusal.nothingChanges }
            let place = Place(site: item.site, section: section, language: item.language)
            let moved = try await publishing.move(id, to: place, expecting: version ?? item.version, by: by)
            return (moved.version, item.section.map { "\($0)" } ?? "")
        case .addTag(let tag): return (try await self.tag(tag, isThere: true, id, version, by), "")
        case .removeTag(let tag): return (try await self.tag(tag, isThere: false, id, version, by), "")
        case .assign(let person, let task, let due):
            let earlier = try await assignments(of: id, for: by).first { $0.person == person && $0.task == task && $0.doneAt == nil }
            try await assign(person, task, of: id, dueAt: due, by: by)
            return (0, earlier.map { "asked " + ($0.dueAt.map { "\($0.rawValue)" } ?? "") } ?? "")
        case .schedule(let moment):
            let item = try await known(id)
            // Another moment than the one it had: that is undone by hand.
            guard item.workflow.stage != .scheduled else { throw WorkflowRefusal.scheduledFirst }
            return (try await publishing.schedule(id, at: moment, expecting: version ?? item.version, by: by).version, "")
        }
    }

    private func takeBack(_ act: BulkAct, _ row: BulkAct.Row, _ by: Publisher.By) async throws {
        switch act.deed {
        case .submit: try await publishing.recall(row.item, expecting: row.version, by: by)
        case .withdraw: try await publishing.restore(row.item, expecting: row.version, by: by)
        case .move:
            let item = try await known(row.item)
            guard let section = SectionID(row.before) else { throw PublishingRefusal.nothingToUndo }
            let place = Place(site: item.site, section: section, language: item.language)
            try await publishing.move(row.item, to: place, expecting: row.version, by: by)
        case .addTag: _ = try await tag(act.detail, isThere: false, row.item, row.version, by)
        case .removeTag: _ = try await tag(act.detail, isThere: true, row.item, row.version, by)
        case .assign:
            let parts = act.detail.split(separator: " ").map(String.init)
            guard parts.count == 2, let person = PersonID(parts[0]), let task = Assignment.Task(rawValue: parts[1]) else {
                throw PublishingRefusal.nothingToUndo
            }
            if row.before.hasPrefix("asked") {
                let due = Int64(row.before.dropFirst(6)).map { Instant(rawValue: $0) }
                try await assign(person, task, of: row.item, dueAt: due, by: by)
            } else {
                try await finish(task, of: person, on: row.item, by: by)
            }
        case .schedule: try await publishing.unschedule(row.item, expecting: row.version, by: by)
        case .approve, .sendBack: throw PublishingRefusal.nothingToUndo
        }
    }

    private func known(_ id: ItemID) async throws -> Item {
        guard let item = try await item(id) else { throw PublishingRefusal.unknownItem(id) }
        return item
    }

    /// Puts a tag on an item or takes it off, as a revision of its own. What is on its way through review is not changed under its readers' eyes.
    private func tag(_ tag: String, isThere: Bool, _ id: ItemID, _ version: Int?, _ by: Publisher.By) async throws -> Int {
        let opened = try await open(id, for: by)
        let item = opened.item
        guard [.draft, .returned, .settled].contains(item.workflow.stage) else { throw WorkflowRefusal.wrongStage(item.workflow.stage) }
        guard publishing.kinds[item.kind]?.fields.contains(where: { $0.name == "tags" && $0.form == .tags }) == true else {
            throw PublishingRefusal.wrongKind(expected: item.kind.rawValue)
        }
        guard case .object(var fields) = try CanonicalJSON.parse(opened.json) else { throw PublishingRefusal.unreadable(field: "tags") }
        var tags: [String] = []
        if case .array(let values)? = fields["tags"] {
            for case .string(let text) in values { tags.append(text) }
        }
        let wanted = toneNormalised(lowercase(tag))
        let has = tags.contains { toneNormalised(lowercase($0)) == wanted }
        guard has != isThere else { throw PublishingRefusal.nothingChanges }
        tags = isThere ? tags + [tag] : tags.filter { toneNormalised(lowercase($0)) != wanted }
        fields["tags"] = .array(tags.map { .string($0) })
        let place = Place(site: item.site, section: item.section, language: item.language)
        return try await publishing.save(
            json: CanonicalJSON.serialise(.object(fields)),
            of: item.kind,
            as: id,
            in: place,
            expecting: version ?? item.version,
            note: opened.note,
            by: by
        ).version
    }
}
