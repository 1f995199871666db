/// What a case or a duty is, for the choice of its rule. What is not known is nil, and rules that ask for it do not apply.
public struct Facts: Hashable, Sendable, Codable {
    /// What must be done: `information-request.provide`.
    public var matter: String
    /// Kind of item, track of a case, way it came in.
    public var kind: String?
    public var track: String?
    public var channel: String?
    /// Field of work (lĩnh vực).
    public var field: String?
    /// Tier of the agency: `ministry`, `province`, `commune`, `central`.
    public var tier: String?
    /// What the law itself tells apart: `simple`, `complex`, `remote`, `level-3`.
    public var variant: String?
    /// The installation, the sites and the agency whose house rules hold, nearest first: `["agency:so-y-te", "site:quangninh", "installation"]`.
    public var tenants: [String]

    public init(
        _ matter: String,
        kind: String? = nil,
        track: String? = nil,
        channel: String? = nil,
        field: String? = nil,
        tier: String? = nil,
        variant: String? = nil,
        tenants: [String] = []
    ) {
        self.matter = matter
        self.kind = kind
        self.track = track
        self.channel = channel
        self.field = field
        self.tier = tier
        self.variant = variant
        self.tenants = tenants
    }
}

/// To what a rule applies. An empty list asks for nothing.
public struct Scope: Hashable, Sendable, Codable {
    public var kinds: [String] = []
    public var tracks: [String] = []
    public var channels: [String] = []
    public var fields: [String] = []
    public var tiers: [String] = []
    public var variants: [String] = []

    public init() {}

    /// How many of the facts it asks for: the rule that asks for more goes before the one that asks for fewer.
    var precision: Int { dimensions.count { !$0.isEmpty } }

    func matches(_ facts: Facts) -> Bool {
        Scope.allows(kinds, facts.kind) && Scope.allows(tracks, facts.track) && Scope.allows(channels, facts.channel)
            && Scope.allows(fields, facts.field) && Scope.allows(tiers, facts.tier) && Scope.allows(variants, facts.variant)
    }

    /// Whether some facts match both.
    func meets(_ other: Scope) -> Bool {
        zip(dimensions, other.dimensions).allSatisfy { mine, theirs in mine.isEmpty || theirs.isEmpty || mine.contains(where: theirs.contains) }
    }

    /// Whether all facts that match the other match this one.
    func covers(_ other: Scope) -> Bool {
        zip(dimensions, other.dimensions).allSatisfy { mine, theirs in mine.isEmpty || (!theirs.isEmpty && theirs.allSatisfy(mine.contains)) }
    }

    private var dimensions: [[String]] { [kinds, tracks, channels, fields, tiers, variants] }

    private static func allows(_ list: [String], _ value: String?) -> Bool {
        if list.isEmpty { return true }
        guard let value else { return false }
        return list.contains(value)
    }
}
