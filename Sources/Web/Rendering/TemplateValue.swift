import RichText
import Synchronization

/// What a name of a model stands for while a page is written.
enum TemplateValue {
    /// Declared, and not there: false in a section, nothing when printed.
    case absent
    case text(String)
    case number(Int)
    case flag(Bool)
    /// The only value that `{{{name}}}` prints.
    case markup(Markup)
    case texts([String])
    case one(any PageModel)
    case many([any PageModel])
}

/// A name as a small number, the same wherever it is declared or used: looking one up while a page is written costs an index instead of a hash.
struct TemplateName: Sendable, Hashable {
    let number: Int

    private static let known = Mutex<[String: Int]>([:])

    init(_ text: String) {
        number = Self.known.withLock { known in
            if let number = known[text] { return number }
            known[text] = known.count
            return known.count - 1
        }
    }
}
