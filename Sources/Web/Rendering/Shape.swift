public import RichText

/// The names a template may use of a model, each with what it is:
///
/// ```swift
/// struct Card: PageModel {
///     var title: String
///     var summary: String?
///     static let shape: Shape<Card> = [.text("title", \.title), .text("summary", \.summary)]
/// }
/// ```
public struct Shape<Model>: Sendable, ExpressibleByArrayLiteral {
    let table: ShapeTable

    var names: ShapeNames { table.names }

    /// A name declared twice is a mistake of the programmer that no input can reach.
    public init(arrayLiteral entries: ShapeEntry<Model>...) {
        var kinds: [String: NameKind] = [:]
        var getters: [ShapeTable.Getter] = []
        var places: [Int16] = []
        func place(_ name: String, _ get: @escaping @Sendable (Model) -> TemplateValue) {
            let number = TemplateName(name).number
            if number >= places.count { places += Array(repeating: -1, count: number + 1 - places.count) }
            places[number] = Int16(getters.count)
            getters.append { model in get(model.assumingMemoryBound(to: Model.self).pointee) }
        }
        for entry in entries {
            precondition(kinds[entry.name] == nil, "'\(entry.name)' is declared twice in the shape of \(Model.self)")
            kinds[entry.name] = entry.kind
            place(entry.name, entry.get)
            if let isFilled = entry.isFilled {
                kinds[entry.name + "?"] = .flag
                place(entry.name + "?") { .flag(isFilled($0)) }
            }
        }
        table = ShapeTable(names: ShapeNames(id: String(reflecting: Model.self), kinds: kinds), getters: getters, places: places)
    }
}

/// The names of a model without the model's type: asked hundreds of times a page, from code that knows no type, where a generic table would look its own
/// type up each time.
final class ShapeTable: Sendable {
    /// Takes the address of a model of the type the table was made for.
    typealias Getter = @Sendable (UnsafeRawPointer) -> TemplateValue

    let names: ShapeNames
    private let getters: [Getter]
    /// By the name's number: which getter, or -1.
    private let places: [Int16]

    init(names: ShapeNames, getters: [Getter], places: [Int16]) {
        self.names = names
        self.getters = getters
        self.places = places
    }

    /// Nil for a name that is not declared.
    func getter(of name: TemplateName) -> Getter? {
        guard name.number < places.count, places[name.number] >= 0 else { return nil }
        return getters[Int(places[name.number])]
    }
}

/// One name of a shape. The closures may be key paths.
public struct ShapeEntry<Model>: Sendable {
    let name: String
    let kind: NameKind
    let get: @Sendable (Model) -> TemplateValue
    var isFilled: (@Sendable (Model) -> Bool)?

    /// Printed with `{{name}}`. Nil and the empty text are "not there" in a section.
    public static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Self {
        Self(name: name, kind: .text) { model in
            guard let text = get(model), !text.isEmpty else { return .absent }
            return .text(text)
        }
    }

    /// Asked with `{{#name}}` and `{{^name}}`, never printed.
    public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Self {
        Self(name: name, kind: .flag) { .flag(get($0)) }
    }

    /// Printed as plain digits; never opened as a section, because Mustache takes 0 for true.
    public static func number(_ name: String, _ get: @escaping @Sendable (Model) -> Int) -> Self {
        Self(name: name, kind: .number) { .number(get($0)) }
    }

    /// Printed with `{{{name}}}`; a value of `Markup` can only come from our own renderer.
    public static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup?) -> Self {
        Self(name: name, kind: .markup) { model in
            guard let markup = get(model), !markup.isEmpty else { return .absent }
            return .markup(markup)
        }
    }

    /// Another model, or none: opened with `{{#name}}`, or reached into with `{{name.part}}`.
    public static func one<Child: PageModel>(_ name: String, _ get: @escaping @Sendable (Model) -> Child?) -> Self {
        Self(name: name, kind: .one { Child.shape.names }) { model in
            guard let child = get(model) else { return .absent }
            return .one(child)
        }
    }

    /// A list: `{{#name}}` repeats for each; `{{#name?}}` asks once whether there are any (for the `<ul>` around them).
    public static func many<Child: PageModel>(_ name: String, _ get: @escaping @Sendable (Model) -> [Child]) -> Self {
        Self(name: name, kind: .many { Child.shape.names }, get: { .many(get($0)) }, isFilled: { !get($0).isEmpty })
    }

    /// A list of texts, each printed with `{{.}}` inside `{{#name}}`.
    public static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Self {
        Self(name: name, kind: .texts, get: { .texts(get($0)) }, isFilled: { !get($0).isEmpty })
    }
}

/// What a template may do with a name.
enum NameKind: Sendable {
    case text, flag, number, markup, texts
    // Closures, because a shape may contain itself (a menu has menus).
    case one(@Sendable () -> ShapeNames)
    case many(@Sendable () -> ShapeNames)

    var noun: String {
        switch self {
        case .text: "a text"
        case .flag: "a flag"
        case .number: "a number"
        case .markup: "markup"
        case .texts: "a list of texts"
        case .one: "a model"
        case .many: "a list"
        }
    }
}

/// A shape without its model type, as the check of templates sees it.
struct ShapeNames: Sendable {
    let id: String
    let kinds: [String: NameKind]
}
