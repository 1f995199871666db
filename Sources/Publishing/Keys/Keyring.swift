import Crypto
import PortalNetwork
public import Store
import Synchronization
public import Vietnamese

/// The key of each item: everything an item says is stored under it, so that erasing 32 bytes erases the text everywhere, old backups included.
///
/// Keys live in a store of their own (`keys.db`, or a schema apart in PostgreSQL), backed up apart and overwritten within 30 days.
/// A key is durable before anything is sealed with it. A bounded number stays in memory.
public final class Keyring: Sendable {
    private let database: any Database
    private let clock: Clock
    private let capacity: Int
    private let cache = Mutex<[ItemID: SymmetricKey]>([:])
    /// What keys have opened and searches need again; it goes with the keys.
    let titles = OpenedTitles()

    public init(database: any Database, clock: Clock = .system, capacity: Int = 100_000) {
        self.database = database
        self.clock = clock
        self.capacity = capacity
    }

    public static let migrations: [Migration] = [
        Migration(
            290,
            "item keys",
            [
                """
                CREATE TABLE item_key (item BIGINT PRIMARY KEY, secret BLOB NOT NULL, created_at BIGINT NOT NULL)
                """
            ],
            postgres: ["CREATE TABLE item_key (item BIGINT PRIMARY KEY, secret BYTEA NOT NULL, created_at BIGINT NOT NULL)"]
        )
    ]

    /// Makes keys for new items; durable when it returns. An item that has one keeps it.
    public func create(for items: [ItemID]) async throws {
        let fresh = items.map { ($0, SymmetricKey(size: .bits256)) }
        let now = clock.now()
        try await database.write { db in
            try db.execute(
                batch: fresh.map { item, key in
                    let secret = key.withUnsafeBytes { [UInt8]($0) }
                    return "INSERT INTO item_key (item, secret, created_at) VALUES (\(item), \(secret), \(now)) ON CONFLICT (item) DO NOTHING"
                }
            )
        }
    }

    /// The keys of these items, those that still exist; one statement for all that are not in memory.
    public func keys(for items: some Collection<ItemID>) async throws -> ItemKeys {
        var found: [ItemID: SymmetricKey] = [:]
        let missing = cache.withLock { cache in
            Set(items).filter { item in
                if let key = cache[item] { found[item] = key }
                return found[item] == nil
            }
        }
        if !missing.isEmpty {
            let wanted = Array(missing)
            let rows = try await database.read { db in
                var rows: [Row] = []
                for start in stride(from: 0, to: wanted.count, by: 500) {
                    let part = Array(wanted[start..<min(start + 500, wanted.count)])
                    rows += try db.rows("SELECT item, secret FROM item_key WHERE item IN (\(list: part))")
                }
                return rows
            }
            for row in rows {
                let item: ItemID = try row[0]
                let secret: [UInt8] = try row[1]
                found[item] = SymmetricKey(data: secret)
            }
            cache.withLock { cache in
                if cache.count + found.count > capacity { cache.removeAll(keepingCapacity: true) }
                cache.merge(found) { _, new in new }
            }
        }
        return ItemKeys(found)
    }

    /// Those of these items that have no key, asked of the store and not of memory.
    public func missing(among items: [ItemID]) async throws -> [ItemID] {
        let found = try await database.read { db in
            var found: Set<ItemID> = []
            for part in items.parts(of: 500) {
                found.formUnion(try db.column("SELECT item FROM item_key WHERE item IN (\(list: part))", as: ItemID.self))
            }
            return found
        }
        return items.filter { !found.contains($0) }
    }

    /// Destroys a key for ever. What it sealed can never be read again.
    public func destroy(_ item: ItemID) async throws {
        try await database.write { db in
            try db.execute("UPDATE item_key SET secret = \([UInt8](repeating: 0, count: 32)) WHERE item = \(item)")
            try db.execute("DELETE FROM item_key WHERE item = \(item)")
        }
        forget([item])
    }

    /// Drops keys from memory: another node erased them.
    public func forget(_ items: [ItemID]) {
        cache.withLock { cache in
            for item in items { cache[item] = nil }
        }
        titles.forget(items)
    }
}

/// Some items' keys, in memory, for one piece of work.
public struct ItemKeys: Sendable {
    private let keys: [ItemID: SymmetricKey]

    init(_ keys: [ItemID: SymmetricKey]) { self.keys = keys }

    /// Nil when the item was erased.
    func cipher(_ item: ItemID) -> ItemCipher? { keys[item].map { ItemCipher(item: item, key: $0) } }

    /// Whether the thing still has its key.
    public func has(_ id: ItemID) -> Bool { keys[id] != nil }

    /// Seals bytes of something that is no item (a case) under its key; nil when that was destroyed.
    public func seal(_ bytes: [UInt8], of id: ItemID, as purpose: String) throws -> [UInt8]? { try cipher(id)?.seal(bytes, .other(purpose)) }

    /// Opens what `seal` made; nil when the key was destroyed.
    public func open(_ sealed: [UInt8], of id: ItemID, as purpose: String) throws -> [UInt8]? { try cipher(id)?.open(sealed, .other(purpose)) }

    /// 32 bytes that only who has the key can make of these (HMAC-SHA256); nil when it was destroyed.
    public func digest(_ bytes: [UInt8], of id: ItemID, as purpose: String) -> [UInt8]? {
        keys[id].map { key in
            let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("digest \(purpose)".utf8), outputByteCount: 32)
            return [UInt8](HMAC<SHA256>.authenticationCode(for: bytes, using: derived))
        }
    }
}

/// Seals and opens what belongs to one item (AES-256-GCM). The purpose is authenticated, so a card cannot pass for a body.
struct ItemCipher: Sendable {
    let item: ItemID
    let key: SymmetricKey

    func seal(_ bytes: [UInt8], _ purpose: Purpose) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: purpose.label(item))
        guard let combined = box.combined else { throw StoreFault.engine("the cipher gave no combined form") }
        return [UInt8](combined)
    }

    func open(_ sealed: [UInt8], _ purpose: Purpose) throws -> [UInt8] {
        do {
            return [UInt8](try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: purpose.label(item)))
        } catch {
            throw StoreFault.damaged("what item \(item) stores as \(purpose) does not open with its key")
        }
    }

    enum Purpose: Sendable, CustomStringConvertible {
        case revision(Int), edition(Int), card(edition: Int), withdrawal
        /// The card of a draft; what somebody has in hand and not saved; a remark on a passage.
        case draftCard(revision: Int), copy(PersonID), remark(RemarkID)
        /// Of something that is no item but has its key here: a case.
        case other(String)

        var description: String {
            switch self {
            case .revision(let number): "revision \(number)"
            case .edition(let number): "edition \(number)"
            case .card(let edition): "card \(edition)"
            case .withdrawal: "withdrawal"
            case .draftCard(let revision): "draft card \(revision)"
            case .copy(let person): "copy \(person)"
            case .remark(let id): "remark \(id)"
            case .other(let name): "other \(name)"
            }
        }

        func label(_ item: ItemID) -> [UInt8] { Array("\(item) \(self)".utf8) }
    }
}
