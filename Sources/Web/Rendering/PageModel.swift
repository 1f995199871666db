/// What a template shows: a value whose names are declared once, in `shape`.
///
/// Templates are checked against the shapes when they are loaded, so a misspelt name is an error at start and never an empty place on a page.
/// Dates, numbers, addresses and translations arrive as finished strings: a template holds no logic but "if there" and "for each".
public protocol PageModel: Sendable {
    static var shape: Shape<Self> { get }
}

extension PageModel {
    /// Nil for a name the shape does not declare: then the model around it is asked. A declared name without a value ends the look-up.
    func value(of name: TemplateName) -> TemplateValue? {
        guard let get = Self.shape.table.getter(of: name) else { return nil }
        return withUnsafePointer(to: self) { get(UnsafeRawPointer($0)) }
    }
}
