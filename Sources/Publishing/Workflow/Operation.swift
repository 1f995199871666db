public import Store

/// What an entry of the record says was done (record design 1.3).
public enum Operation: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case publish, update, correct, withdraw, restore, move, erase
    /// Sections, menus, looks, banners, names: what stands around items.
    case chrome
    case redirect
}
