import HTTPTypes
import Hummingbird
public import PortalNetwork
public import Publishing
import Store
import Web

/// The read API: `/api/v1/…`, its OpenAPI document, and the page that explains it to people. Everything it says was read through the gate
/// `reveal`; it sets nothing, counts nobody and knows no reader.
public struct ReadAPI: Sendable {
    let reader: Reader
    let addresses: Addresses
    let kinds: KindRegistry
    let sections: @Sendable () -> SectionIndex
    let search: SearchDoor
    let endpoints: [Endpoint]

    public init(
        reader: Reader,
        addresses: Addresses,
        kinds: KindRegistry,
        search: SearchDoor = .none,
        sections: @escaping @Sendable () -> SectionIndex
    ) {
        self.reader = reader
        self.addresses = addresses
        self.kinds = kinds
        self.search = search
        self.sections = sections
        endpoints = Endpoint.all(kinds: kinds.all.map(\.name.rawValue))
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        for endpoint in endpoints {
            let path = RouterPath(endpoint.route)
            routes.get(path) { request, context -> Response in
                let question = try Question(request, endpoint, context)
                do {
                    return try await endpoint.handle(self, question, request).response(from: request, context: context)
                } catch let elsewhere as Elsewhere {
                    return try PageAnswer.moved(to: elsewhere.url).response(from: request, context: context)
                }
            }
            routes.on(path, method: .options) { _, _ in Self.options }
        }
        routes.get("api/openapi.json") { request, context -> Response in
            openAPI(context.visit).response(from: request, context: context)
        }
        routes.on("api/openapi.json", method: .options) { _, _ in Self.options }
        routes.get("api") { _, context in page(context.visit) }
    }

    /// What may be done at these addresses; the headers for other origins are added to every answer below `/api/`.
    private static var options: Response { Response(status: .noContent, headers: [.allow: "GET, HEAD, OPTIONS"]) }

    /// JSON with the links of RFC 8288.
    func answer(_ writer: JSONWriter, _ question: Question, next: String? = nil) -> ByteAnswer {
        var links = ["<\(question.visit.url("/api/openapi.json"))>; rel=\"service-desc\""]
        if let next { links.insert("<\(next)>; rel=\"next\"", at: 0) }
        return ByteAnswer(writer.buffer, type: question.endpoint.type, freshness: .page, headers: [Self.link: links.joined(separator: ", ")])
    }

    private static var link: HTTPField.Name { HTTPField.Name("Link") ?? .location }

    /// The item belongs to another portal of this installation, whose API answers for it.
    struct Elsewhere: Error { let url: String }
}

/// Which portals a request is about.
extension ReadAPI {
    /// The portal it names, else the one it came to. Portals that answer nothing (closed, moved, linked) are not there.
    func site(of question: Question) throws -> Site {
        guard let name = question[text: "site"] else { return question.visit.site }
        return try site(named: name, question)
    }

    func site(named name: String, _ question: Question) throws -> Site {
        let tree = question.visit.tree
        let found = tree.site(code: name) ?? tree.site(host: name.lowercased()) ?? SiteID(name).flatMap { tree[$0] }
        guard let found, Self.answers(found) else {
            throw PageError(.notFound, "not-found", detail: question.visit.word("api.no-site", ["name": String(name.prefix(60))]))
        }
        return found
    }

    func scope(of question: Question) throws -> [Site] {
        let site = try site(of: question)
        let tree = question.visit.tree
        switch question[text: "scope"] {
        case "subtree": return tree.subtree(of: site.id).compactMap { tree[$0] }.filter(Self.answers)
        case "installation": return tree.all.filter(Self.answers)
        default: return [site]
        }
    }

    static func answers(_ site: Site) -> Bool {
        site.kind != .linked && (site.status == .active || site.status == .merging || site.status == .frozen)
    }
}
