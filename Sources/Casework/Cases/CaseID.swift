public import Store

/// The id of a case. Ids are unique across nouns, so the key of a case lies in the key store under the same number.
public struct CaseID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}
