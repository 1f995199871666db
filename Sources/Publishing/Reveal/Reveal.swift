public import PortalNetwork
import Store
public import Vietnamese

/// Who looks.
public enum Viewer: Sendable {
    case everyone
}

/// What a viewer may see of an item.
public enum Visibility: Sendable, Hashable {
    case shown
    /// It was there and is not any more; the address says why (410).
    case gone(Item.Withdrawal)
    case erased
    case hidden
}

/// The gate `reveal`: what may this viewer see of this? Pages, lists, search, feeds, counts and files ask here and nowhere else.
public enum Reveal {
    /// The rule, on plain values.
    public static func visibility(of item: Item, to viewer: Viewer) -> Visibility {
        switch item.workflow.presence {
        case .live: .shown
        case .withdrawn: item.withdrawal.map { .gone($0) } ?? .hidden
        case .erased: item.edition > 0 ? .erased : .hidden
        case .unpublished: .hidden
        }
    }

    /// Whether it may be known that there is, or was, such an item: as a condition of a query over `item`.
    static func known(to viewer: Viewer) -> SQL {
        switch viewer {
        case .everyone: "item.edition > 0"
        }
    }

    /// The same rule as a condition of a query over `item`.
    static func listed(for viewer: Viewer) -> SQL {
        switch viewer {
        case .everyone: "item.presence = \(Presence.live)"
        }
    }
}
