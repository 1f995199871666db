/// How a kind's details stand on a line of an exchange file: which member of the line each of them is, and what is written differently there.
/// Everything else is common to all kinds (`ExchangeLine`).
public struct ExchangeForm: Sendable {
    public let kind: KindName
    /// The file's name without ending: `news`, `pages`.
    public let file: String
    /// The line's name of each member of the details: `["standfirst": "summary"]`.
    let names: [String: String]
    /// Lists of section ids, which stand in the line as codes.
    let sections: Set<String>
    /// A member that keeps unknown keys as JSON text: on the line it is an object where that loses nothing.
    let rest: String?

    /// - Parameters:
    ///   - members: the members of the details in the kind's own JSON.
    ///   - renamed: what some of them are called on the line.
    public init(
        kind: KindName,
        file: String,
        members: Set<String>,
        renamed: [String: String] = [:],
        sections: Set<String> = [],
        rest: String? = nil
    ) {
        self.kind = kind
        self.file = file
        names = Dictionary(uniqueKeysWithValues: members.map { ($0, renamed[$0] ?? $0) })
        self.sections = sections
        self.rest = rest
    }
}
