/// Why something is suggested: a key of the catalogue of wording with the values of its holes. The officer reads a sentence, not a number.
public struct Reason: Hashable, Sendable {
    /// What stands in a hole.
    public enum Value: Hashable, Sendable {
        /// As it is: words of the letter, codes, days.
        case text(String)
        /// Another key of the catalogue: the name of a field or a track.
        case word(String)
    }

    public let key: String
    public let values: [String: Value]

    public init(_ key: String, _ values: [String: Value] = [:]) { (self.key, self.values) = (key, values) }
}
