/// A file of rules, wherever its text comes from.
public struct RuleSource: Hashable, Sendable {
    /// Named in errors: `house.yaml`.
    public let name: String
    public let text: String
    /// Whose house rules these are (`installation`, `site:quangninh`, `agency:so-y-te`); nil for the files of the program, which name it themselves.
    public let tenant: String?

    public init(name: String, text: String, tenant: String? = nil) {
        self.name = name
        self.text = text
        self.tenant = tenant
    }
}
