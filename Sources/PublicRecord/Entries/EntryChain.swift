/// Why an entry about an item cannot stand where it stands.
public enum ChainFault: Error, Hashable, CustomStringConvertible {
    /// `prev` is not the index of the item's last entry.
    case previous(expected: Int64, got: Int64)
    /// The edition does not follow, or is not the one that is shown.
    case edition(expected: Int64, got: Int64)
    /// The operation cannot follow what the item's last entry did.
    case operation(String)

    public var description: String {
        switch self {
        case .previous(let expected, let got): "its 'prev' is \(got), and the item's entry before it is \(expected)"
        case .edition(let expected, let got): "its 'ed' is \(got), and \(expected) is next"
        case .operation(let name): "'\(name)' cannot follow what was done to the item before"
        }
    }
}

/// The rule that holds a log's entries about one item together: each names the one before it, editions count up without gaps, and only what is
/// shown can be withdrawn, corrected or moved. One small state for each item (about 50 bytes).
public struct EntryChain: Sendable {
    private enum Presence: UInt8 { case shown, withdrawn, gone }
    private struct Last {
        var index: Int64
        var edition: Int64
        var presence: Presence
    }

    private var items: [String: Last] = [:]

    public init() {}

    /// How many items it has seen.
    public var count: Int { items.count }

    /// Checks the entry that stands at `index` and remembers it; refuses and stays as it was. Entries about no item always pass.
    public mutating func follow(_ entry: RecordEntry, at index: Int64) throws(ChainFault) {
        guard entry.op.isAboutItem, let id = entry.id, let edition = entry.ed, let previous = entry.prev else { return }
        let last = items[id]
        guard previous == last?.index ?? -1 else { throw .previous(expected: last?.index ?? -1, got: previous) }
        guard let presence = Self.presence(after: entry.op, last?.presence) else { throw .operation(entry.op.rawValue) }
        let expected = (last?.edition ?? 0) + (entry.op.makesEdition ? 1 : 0)
        guard edition == expected else { throw .edition(expected: expected, got: edition) }
        items[id] = Last(index: index, edition: edition, presence: presence)
    }

    /// Nil when the operation cannot follow.
    private static func presence(after operation: RecordOperation, _ before: Presence?) -> Presence? {
        switch (operation, before) {
        case (.publish, nil), (.import, nil), (.import, .shown), (.update, .shown), (.correct, .shown), (.move, .shown), (.restore, .withdrawn):
            .shown
        case (.withdraw, .shown): .withdrawn
        case (.transfer, .shown), (.transfer, .withdrawn), (.erase, .shown), (.erase, .withdrawn): .gone
        default: nil
        }
    }
}
