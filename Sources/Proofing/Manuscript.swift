public import RichText

/// What is to be read: the fields of an item in the order in which the form shows them.
public struct Manuscript: Sendable {
    public enum Content: Sendable {
        /// A line or a few: title, standfirst, tags.
        case text(String)
        case body(RichText)
        /// The picture beside a body.
        case picture(Picture)
    }

    public struct Field: Sendable {
        public let name: String
        public let content: Content
    }

    public private(set) var fields: [Field] = []

    public init() {}

    public mutating func add(_ name: String, _ text: String) { fields.append(Field(name: name, content: .text(text))) }
    public mutating func add(_ name: String, _ body: RichText) { fields.append(Field(name: name, content: .body(body))) }
    public mutating func add(_ name: String, _ picture: Picture) { fields.append(Field(name: name, content: .picture(picture))) }
}
