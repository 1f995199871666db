public import Mustache
import RichText

/// What a template shows: a value whose names are declared once, in `shape`.
///
/// Templates are checked against the shapes when they are loaded, so a misspelt name is an error at start and never an empty place on a page.
/// Dates, numbers, addresses and translations arrive as finished strings: a template holds no logic but "if there" and "for each".
public protocol PageModel: MustacheParent, Sendable {
    static var shape: Shape<Self> { get }
}

extension PageModel {
    /// Answers for every declared name, also when its value is missing: an absent value must not let the look-up climb to the model around it.
    public func child(named name: String) -> Any? { Self.shape.value(of: name, in: self) }
}

/// A declared name without a value: false in a section, nothing when printed, and the end of the look-up.
struct Absent: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }
    func child(named: String) -> Any? { nil }
}

/// A text or number in a template. Conforming to `MustacheParent` spares the library a reflection when a section is opened over it.
struct TextValue: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
}

/// Finished markup in a template: the only value that `{{{name}}}` accepts.
struct MarkupValue: MustacheCustomRenderable, MustacheParent {
    let markup: Markup
    var renderText: String { markup.string }
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
}
