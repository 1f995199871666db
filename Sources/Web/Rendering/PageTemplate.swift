/// A template's name together with the model it shows: what is rendered cannot mismatch.
///
/// ```swift
/// extension PageTemplate where Model == ArticlePage { static var article: Self { .init("news.article") } }
/// ```
public struct PageTemplate<Model: PageModel>: TemplateContract {
    public let name: String
    public let isBare: Bool

    /// `bare`: rendered without a portal around it, so `chrome` and `head` do not exist there.
    public init(_ name: String, bare: Bool = false) {
        self.name = name
        isBare = bare
    }

    public var shape: TemplateShape { TemplateShape(names: Model.shape.names) }
}

/// What the library must know of a page template to check it.
public protocol TemplateContract: Sendable {
    var name: String { get }
    var isBare: Bool { get }
    var shape: TemplateShape { get }
}

/// The shape of a template's model, without the model's type.
public struct TemplateShape: Sendable {
    let names: ShapeNames
}

/// What every page stands in: the portal's furniture and the document's head. Templates reach them as `chrome` and `head`.
struct Framed<Model: PageModel>: PageModel {
    let chrome: Chrome
    let head: PageHead
    let model: Model

    static var shape: Shape<Framed<Model>> { [.one("chrome", \.chrome), .one("head", \.head)] }

    func child(named name: String) -> Any? {
        switch name {
        case "chrome": chrome
        case "head": head
        default: model.child(named: name)
        }
    }
}
