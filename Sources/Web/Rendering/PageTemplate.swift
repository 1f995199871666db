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
struct PageFrame: PageModel {
    // Boxed once: they are asked for some forty times a page.
    private let chrome: any PageModel
    private let head: any PageModel

    init(_ chrome: Chrome, _ head: PageHead) {
        self.chrome = chrome
        self.head = head
    }

    static let shape: Shape<PageFrame> = [
        ShapeEntry(name: "chrome", kind: .one { Chrome.shape.names }) { .one($0.chrome) },
        ShapeEntry(name: "head", kind: .one { PageHead.shape.names }) { .one($0.head) },
    ]
}
