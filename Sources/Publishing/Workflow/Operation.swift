public import Store

/// What an entry of the record says was done (record design 1.3).
public enum Operation: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case publish, update, correct, withdraw, restore, move, erase
    /// Sections, menus, looks, banners, names: what stands around items.
    case chrome
    case redirect
    /// The program as it serves: its files' digest.
    case release
    /// A portal was opened, changed, moved, frozen, closed.
    case site
    /// A host that links may lead to with weight was entered into the register, or taken out.
    case host
    /// A key of the record. A passkey that approvals are checked by was used for the first time, or is worth nothing any more.
    case key
    /// The first entry of a log that continues one which ended: which, and its last head.
    case notice
}
