/// From how many letters on a form asks for more than a press, and for what. Values of the house: an operator changes them by the settings `flood-portal`,
/// `flood-range`, `flood-node` and `proof-bits`.
public struct FloodBounds: Sendable, Hashable {
    /// Letters sent within `window` from which a portal, a range of addresses and this node as a whole count as flooded; 0: never.
    public var portal = 300
    public var range = 60
    public var node = 1_500
    /// Seconds over which letters are counted.
    public var window: Int64 = 300
    /// Leading zero bits of a proof when a bound is reached; one more with each doubling, to `mostBits`.
    public var bits = 12
    public var mostBits = 16
    /// Bits that a challenge may be below what is asked now: it was drawn when less was asked.
    public var slack = 2
    /// Seconds for which a challenge is good.
    public var lifetime: Int64 = 7_200
    /// Seconds a form must have been open to be taken without a proof; then so many a minute on this node, and one in so many seconds from one range.
    public var wait: Int64 = 60
    public var laneAMinute = 30
    public var laneRange: Int64 = 20

    public static let allowedBits = 1...24

    public init() {}

    public init(portal: Int, range: Int, node: Int, bits: Int) {
        (self.portal, self.range, self.node, self.bits) = (portal, range, node, bits)
        mostBits = max(mostBits, min(bits + 4, Self.allowedBits.upperBound))
    }

    /// What a range of addresses is: one network of an IPv4 /24 or an IPv6 /48, as machines are rented in and lines are given out.
    public static func range(of place: String) -> String {
        let separator: Character = place.contains(":") ? ":" : "."
        return place.split(separator: separator, omittingEmptySubsequences: false).prefix(3).joined(separator: String(separator))
    }
}
