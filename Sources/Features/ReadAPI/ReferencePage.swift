import RichText
import Web

/// The page that explains the API to people: the same list of endpoints, with examples to click. No script.
extension ReadAPI {
    func page(_ visit: Visit) -> Page {
        let operations = endpoints.map { OperationView($0, visit) }
        let view = ReferenceView(
            document: Link("/api/openapi.json", to: "/api/openapi.json", isOutside: false),
            largest: Endpoint.longestList,
            largestFull: Endpoint.longestFullList,
            operations: operations
        )
        let title = visit.word("api.page.title")
        return Page(
            .reference,
            view,
            head: PageHead(title: title, description: visit.word("api.introduction"), canonical: visit.url("/api/")),
            path: "/api/"
        )
    }
}

struct ReferenceView: PageModel {
    let document: Link?
    let largest: Int
    let largestFull: Int
    let operations: [OperationView]

    static let shape: Shape<ReferenceView> = [
        .one("document", \.document), .number("largest", \.largest), .number("largestFull", \.largestFull), .many("operations", \.operations),
    ]
}

struct OperationView: PageModel {
    let name: String
    let title: Markup
    let text: Markup
    let path: String
    let example: Link?
    let parameters: [ParameterView]

    init(_ endpoint: Endpoint, _ visit: Visit) {
        let words = visit.face.words
        name = endpoint.id
        title = words.marked("api.op.\(endpoint.id).title", visit.language)
        text = words.marked("api.op.\(endpoint.id).text", visit.language)
        path = endpoint.path
        let target = endpoint.path + endpoint.example
        example = endpoint.path.contains("{") ? nil : Link(target, to: target.replacing(" ", with: "%20"), isOutside: false)
        parameters = endpoint.parameters.map { ParameterView($0, visit) }
    }

    static let shape: Shape<OperationView> = [
        .text("name", \.name), .markup("title", \.title), .markup("text", \.text), .text("path", \.path), .one("example", \.example),
        .many("parameters", \.parameters),
    ]
}

struct ParameterView: PageModel {
    let name: String
    let text: Markup
    let form: String

    init(_ parameter: Parameter, _ visit: Visit) {
        name = parameter.name
        text = visit.face.words.marked("api.param.\(parameter.name)", visit.language)
        form = ParameterWords.form(of: parameter, visit)
    }

    static let shape: Shape<ParameterView> = [.text("name", \.name), .markup("text", \.text), .text("form", \.form)]
}

extension PageTemplate {
    static var reference: PageTemplate<ReferenceView> { PageTemplate<ReferenceView>("api.reference") }
}
