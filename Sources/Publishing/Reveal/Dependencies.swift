public import PortalNetwork
public import Store
import Synchronization
public import Vietnamese

/// One thing an answer was made from, as 64 bits: what has the same bits is taken for the same, which at worst makes an answer anew that need not be.
public struct Dependency: Hashable, Sendable {
    public let code: UInt64

    /// An item's live edition, its card included.
    public static func item(_ id: ItemID) -> Dependency { Dependency(1, id.rawValue) }
    /// Which items stand in a list.
    public static func list(_ key: ListKey, on site: SiteID) -> Dependency { Dependency(2, site.rawValue, key.rawValue) }
    /// What stands further back in a list: an article shows the ones before it, which something newer does not change.
    public static func older(_ key: ListKey, on site: SiteID) -> Dependency { Dependency(3, site.rawValue, key.rawValue) }
    /// What editors put first on a portal's front page.
    public static func front(_ site: SiteID) -> Dependency { Dependency(4, site.rawValue) }

    /// Anything published, changed or taken back on a portal: for what walks through all of it.
    public static func anything(on site: SiteID) -> Dependency { Dependency(5, site.rawValue) }

    /// Which items of a portal were corrected, and when last.
    public static func corrections(on site: SiteID) -> Dependency { Dependency(6, site.rawValue) }

    private init(_ kind: UInt64, _ id: Int64, _ text: String = "") {
        // FNV-1a over the text, mixed with the numbers (splitmix64): fast, and the same in every run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ kind
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = hash &+ UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        code = hash ^ (hash >> 31)
    }
}

/// What an answer is being made from, noted by the gate `reveal` itself, so that whoever keeps the answer knows when it is no longer true.
/// A page that reads past the gate would be kept for too long; but nothing reads past the gate.
public final class Dependencies: Sendable {
    /// The answer being made in this task, if anybody wants to know.
    @TaskLocal public static var current: Dependencies?

    private struct State {
        var all: Set<Dependency> = []
        var item: ItemID?
        var isPassing = false
        var until: Instant?
    }

    private let state = Mutex(State())

    public init() {}

    public var all: Set<Dependency> { state.withLock { $0.all } }
    /// The item whose own page this is: its readers are counted.
    public var item: ItemID? { state.withLock { $0.item } }

    /// Made from something that follows the record in its own time (a search index): true now, and nobody says when it is no longer.
    public var isPassing: Bool { state.withLock { $0.isPassing } }
    public static func isPassing() { current?.state.withLock { $0.isPassing = true } }

    /// When something the answer shows ends by itself.
    public var until: Instant? { state.withLock { $0.until } }
    public static func holds(until moment: Instant) { current?.state.withLock { state in state.until = min(state.until ?? moment, moment) } }

    static func note(_ dependency: Dependency) { current?.state.withLock { _ = $0.all.insert(dependency) } }

    static func note(items: some Sequence<ItemID>) {
        current?.state.withLock { state in for id in items { state.all.insert(.item(id)) } }
    }

    /// Says that the answer is an item's own page, whose readers are counted.
    public static func isPage(of item: ItemID) { current?.state.withLock { $0.item = item } }

    /// What a reading of an item and a list would have noted: for tests of what stands above the gate.
    package static func noteForTests(item: ItemID, list: ListKey, site: SiteID) {
        note(.item(item))
        note(.list(list, on: site))
    }
}
