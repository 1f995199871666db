public import PortalNetwork
import PublicRecord
import Store
public import Vietnamese

/// An item with its newest revision, opened for a person who may see it.
public struct OpenedItem: Sendable {
    public let item: Item
    /// The newest revision's details as JSON (the object of the kind's fields).
    public let json: [UInt8]
    public let details: any ContentKind
    /// What readers are told was changed, as the revision has it.
    public let note: String?
    /// Of exactly what an approval approves and a publication commits to: 64 hexadecimal digits.
    public let digest: String
    public let revisedAt: Instant
    /// Why the revision was made, or sent back.
    public let reason: String?
    public let urgent: UrgentEdition?
    public let withdrawsAt: Instant?
    /// What the person has in hand and has not saved.
    public let copy: WorkingCopy?
    public let others: [Colleague]
}

/// Somebody else who has the same item open.
public struct Colleague: Sendable, Hashable {
    public let person: PersonID
    public let seenAt: Instant
    /// Whether they have changes that are not saved.
    public let hasChanges: Bool
}

extension Item {
    /// What the gate is asked about this item for a person who wants to do something to it.
    ///
    /// One's own work is what one began or wrote last. Only four eyes look at the last writer alone: who began a text that somebody else has
    /// rewritten since may approve it, for then two people stand behind it.
    public func subject(for person: PersonID, _ action: Action) -> Subject {
        let isOwn = workflow.author == person || creator == person && action != .approve
        return Subject(site: site, kind: kind.rawValue, state: workflow.stage.rawValue, relation: isOwn ? .author : .other)
    }
}

extension Workroom {
    /// An item's row, for the question whether somebody may do something to it. Nil where there is none, or where it was erased.
    public func item(_ id: ItemID) async throws -> Item? {
        let found = try await database.read { try Item.load(id, $0) }
        return found?.workflow.presence == .erased ? nil : found
    }

    /// The item with its newest revision; refused where the gate says no.
    public func open(_ id: ItemID, for by: Publisher.By) async throws -> OpenedItem {
        let now = publishing.clock.now()
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let kinds = publishing.kinds
        return try await database.read { db in
            guard let item = try Item.load(id, db), item.workflow.presence != .erased else { throw PublishingRefusal.unknownItem(id) }
            try authorize(by.actor, .read, on: item.subject(for: by.actor.person, .read), in: by.tree)
            let contents = try publishing.newest(of: item, cipher, db)
            let revision = try db.row("SELECT at, reason FROM revision WHERE item = \(id) AND number = \(item.revision)")
            return OpenedItem(
                item: item,
                json: try CanonicalJSON.serialise(contents.details),
                details: try contents.typed(kinds),
                note: item.workflow.stage == .settled ? nil : contents.note,
                digest: try contents.digest(),
                revisedAt: try revision?[0] ?? item.createdAt,
                reason: try revision?[1],
                urgent: try Publisher.urgent(id, db),
                withdrawsAt: try db.value("SELECT at FROM withdrawal_plan WHERE item = \(id)"),
                copy: try WorkingCopy.load(id, by.actor.person, cipher, db),
                others: try Colleague.all(on: id, but: by.actor.person, at: now, db)
            )
        }
    }

    /// Names of people, for lists that know only their ids.
    public func names(of people: some Sequence<PersonID>) async throws -> [PersonID: String] {
        let wanted = Array(Set(people)).sorted()
        guard !wanted.isEmpty else { return [:] }
        let rows = try await database.read { try $0.rows("SELECT id, name FROM person WHERE id IN (\(list: wanted))") }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0[0] as PersonID, try $0[1] as String) })
    }
}
