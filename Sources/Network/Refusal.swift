/// A "no" that a person may read: translated through the catalogues under `refusal.<key>`, with the field it concerns.
/// Faults (for the operator) are ordinary errors; the two are never mixed.
public protocol Refusal: Error {
    /// The catalogue key without its prefix, for instance `publishing.four-eyes`.
    var key: String { get }
    /// What fills the `{holes}` of the catalogue's text.
    var values: [String: String] { get }
    /// The form field or column it concerns, if one.
    var field: String? { get }
}

extension Refusal {
    public var values: [String: String] { [:] }
    public var field: String? { nil }
}
