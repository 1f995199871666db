public import Store

/// A body of the state or another organisation: owns sites, answers, signs. Names, types and codes hold for a period.
public struct AgencyID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}
