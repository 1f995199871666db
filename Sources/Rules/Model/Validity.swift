public import Vietnamese

/// The days on which a rule is in force, both ends included; an end that is nil is open or not known.
public struct Validity: Hashable, Sendable, Codable {
    public let from: CivilDate?
    public let to: CivilDate?

    public init(from: CivilDate? = nil, to: CivilDate? = nil) {
        self.from = from
        self.to = to
    }

    public func contains(_ day: CivilDate) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }

    /// Whether there is a day on which both are in force.
    public func overlaps(_ other: Validity) -> Bool {
        if let to, let from = other.from, to < from { return false }
        if let to = other.to, let from, to < from { return false }
        return true
    }

    /// Whether every day of the other is a day of this one.
    func covers(_ other: Validity) -> Bool {
        let beginsInTime = from.map { from in other.from.map { from <= $0 } ?? false } ?? true
        let endsInTime = to.map { to in other.to.map { to >= $0 } ?? false } ?? true
        return beginsInTime && endsInTime
    }
}
