public import Notary
public import PublicRecord

/// What a record says is live, followed entry by entry under its signed head: every item with its newest edition, and what commits to the furniture of
/// each site. Nothing of it comes from a database's tables or from pages.
public actor LiveRecord {
    /// An item as its newest entries leave it.
    public struct Item: Sendable, Hashable {
        public var edition: Int64
        public var site: String
        public var kind: String
        public var text: Commitment
        public var content: Commitment
        /// Of the entry that made the edition.
        public var index: Int64
        public var isShown: Bool
    }

    /// What stands around the items of a site.
    public struct Furniture: Sendable, Hashable {
        public var commitment: Commitment
        /// Unix seconds.
        public var at: Int64
    }

    /// Where an item's content is read: its object (salt and content), nil where there is none.
    public typealias Objects = @Sendable (_ commitment: Commitment) async throws -> [UInt8]?
    /// What a content says of itself; nil when it is not what the commitment commits to.
    public typealias Reading = @Sendable (_ object: [UInt8], _ commitment: Commitment) -> LiveItem.Card?

    private let source: LogSource
    private let trust: HeadTrust
    private let objects: Objects
    private let reading: Reading

    private var frontier = RecordFrontier()
    private var items: [String: Item] = [:]
    private var order: [(index: Int64, id: String)] = []
    private var chrome: [String: Furniture] = [:]
    private var approvals = ApprovalAudit()
    /// Items whose newest entry has approvals that do not verify, and why.
    private var doubts: [String: String] = [:]
    /// Entries whose approvals do not verify, from the first to the newest that was read.
    public private(set) var doubtful = 0
    private var cards: [String: (edition: Int64, card: LiveItem.Card?)] = [:]
    /// Contents kept in memory; a site's newest are looked at most.
    private static let mostCards = 4_000

    public init(source: LogSource, trust: HeadTrust, objects: @escaping Objects, reading: @escaping Reading) {
        self.source = source
        self.trust = trust
        self.objects = objects
        self.reading = reading
    }

    public var size: Int64 { frontier.size }

    /// Reads on to the signed head, and checks the assertions of passkeys behind entries that have some.
    /// - Returns: the new entries whose assertions do not verify.
    /// - Throws: `CopyFault.root` when the entries are not those the head covers: then nothing of them is taken.
    @discardableResult
    public func refresh() async throws -> [ApprovalTrouble] {
        let head = try trust.head(in: try await source.note())
        guard head.size > frontier.size else { return [] }
        let start = frontier.size
        var (next, news) = (frontier, [News]())
        while next.size < head.size, let bundle = TileID.at(size: head.size, level: nil, index: next.size >> 8) {
            let entries = try EntryBundle.slices(of: try await source.read(bundle.path), count: bundle.width)
            for bytes in entries.dropFirst(Int(next.size - bundle.start)) {
                if case .entry(let entry)? = try? RecordEntry.read(Array(bytes)) {
                    var object: [UInt8]?
                    if let att = entry.att { object = try await objects(att) }
                    news.append(News(index: next.size, bytes: Array(bytes), entry: entry, approvals: object))
                }
                next.append(.leaf(bytes))
            }
        }
        guard next.root == head.root else { throw CopyFault.root(size: head.size) }
        // Another refresh may have come first, while this one waited for its source.
        guard frontier.size == start else { return [] }
        frontier = next
        var troubles: [ApprovalTrouble] = []
        for one in news {
            follow(one.entry, one.index)
            let id = one.entry.op.isAboutItem ? one.entry.id : nil
            if let id { doubts[id] = nil }
            do { try approvals.follow(one.bytes, object: one.approvals) } catch {
                if let id { doubts[id] = "\(error)" }
                troubles.append(ApprovalTrouble(index: one.index, fault: error))
            }
        }
        doubtful += troubles.count
        return troubles
    }

    /// An entry that was not followed yet. `approvals`: what its `att` commits to, where it is public.
    private struct News {
        let index: Int64
        let bytes: [UInt8]
        let entry: RecordEntry
        let approvals: [UInt8]?
    }

    private func follow(_ entry: RecordEntry, _ index: Int64) {
        if entry.op == .chrome, let site = entry.site, let commitment = entry.commit {
            chrome[site] = Furniture(commitment: commitment, at: entry.at)
        }
        guard let id = entry.id, entry.op.isAboutItem else { return }
        if entry.op.makesEdition, let edition = entry.ed, let text = entry.text, let content = entry.commit {
            items[id] = Item(
                edition: edition,
                site: entry.site ?? "",
                kind: entry.kind ?? "",
                text: text,
                content: content,
                index: index,
                isShown: true
            )
            order.append((index, id))
            return
        }
        switch entry.op {
        case .withdraw: items[id]?.isShown = false
        case .restore:
            items[id]?.isShown = true
            order.append((index, id))
        case .move: if let site = entry.site { items[id]?.site = site }
        case .erase, .transfer:
            items[id] = nil
            cards[id] = nil
        default: break
        }
    }

    // MARK: - What is live

    public func item(_ id: String) -> Item? { items[id].flatMap { $0.isShown ? $0 : nil } }

    /// Why the approvals behind an item's newest entry are not believed; nil where they are, or where it has none.
    public func doubt(about id: String) -> String? { doubts[id] }

    /// What the newest entry about it says that stands around the items of a site.
    public func chrome(of site: String) -> Furniture? { chrome[site] }

    /// The items that changed last, the newest first, each once.
    public func newest(_ limit: Int, on site: String? = nil) -> [String] {
        var seen: Set<String> = []
        var found: [String] = []
        for (_, id) in order.reversed() {
            guard found.count < limit else { break }
            guard let item = items[id], item.isShown, site == nil || item.site == site else { continue }
            if seen.insert(id).inserted { found.append(id) }
        }
        return found
    }

    /// The items of which an entry at or after an index made a new edition, the newest first.
    public func changed(since index: Int64) -> [String] {
        var seen: Set<String> = []
        return order.reversed().prefix { $0.index >= index }.map(\.id).filter { seen.insert($0).inserted && items[$0]?.isShown == true }
    }

    /// Every item of a site, in the order of ids: for a walk through all of them that may stop and go on.
    public func ids(on site: String) -> [String] { items.filter { $0.value.isShown && $0.value.site == site }.map(\.key).sorted() }

    public func count(on site: String? = nil) -> Int { items.values.count { $0.isShown && (site == nil || $0.site == site) } }

    /// What a page that names these items is held against.
    public func live(_ ids: Set<String>) async throws -> [String: LiveItem] {
        var found: [String: LiveItem] = [:]
        for id in ids {
            guard let item = item(id) else { continue }
            found[id] = LiveItem(edition: item.edition, site: item.site, text: item.text, card: try await card(of: id, item))
        }
        return found
    }

    private func card(of id: String, _ item: Item) async throws -> LiveItem.Card? {
        if let kept = cards[id], kept.edition == item.edition { return kept.card }
        let card = try await objects(item.content).flatMap { reading($0, item.content) }
        if cards.count >= Self.mostCards { cards.removeAll(keepingCapacity: true) }
        // What could not be had may be there the next time.
        if card != nil { cards[id] = (item.edition, card) }
        return card
    }
}
