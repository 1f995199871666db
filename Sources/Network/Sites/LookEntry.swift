/// One entry of a home page block that the portal's editors write themselves: a service, a figure, an official.
public struct LookEntry: Sendable, Hashable, Codable {
    /// The service's name, what is counted, the official's name.
    public var label: String
    /// The figure with its unit ("1,42 triệu người"), the official's office.
    public var value: String?
    /// A line of explanation: a source and year, hours, a telephone number.
    public var note: String?
    /// As in menus: a path of this site, an absolute http(s) address, or another portal by its code (`site:so-y-te`).
    public var target: String?
    /// The name of a drawing of the house (`document`, `health`, …); one that does not exist shows none.
    public var icon: String?

    public init(_ label: String, value: String? = nil, note: String? = nil, target: String? = nil, icon: String? = nil) {
        self.label = label
        self.value = value
        self.note = note
        self.target = target
        self.icon = icon
    }
}

extension LookEntry {
    static let limit = 24
    static let textLimit = 160

    /// The entry cleaned, or what is wrong with it.
    func checked() throws(SiteRefusal) -> LookEntry {
        var entry = self
        entry.label = plainLine(label)
        entry.value = plainLineOrNil(value)
        entry.note = plainLineOrNil(note)
        entry.target = plainLineOrNil(target)
        guard !entry.label.isEmpty else { throw .menuLabelMissing }
        for text in [entry.label, entry.value, entry.note] {
            if let text, text.count > Self.textLimit { throw .menuLabelTooLong(label: entry.label, limit: Self.textLimit) }
        }
        if let target = entry.target, !WebAddress.isTarget(target) { throw .menuTargetInvalid(label: entry.label, target: target) }
        if let icon, !Look.isName(icon) { throw .blockInvalid(icon) }
        return entry
    }
}
