import Hummingbird
import PortalNetwork
import Publishing
import Web

/// One address of the read API: what it is called, what it takes, what it gives. Routes, the OpenAPI document and the page for people are all
/// made of the same list.
struct Endpoint: Sendable {
    /// `items`: its texts are under `api.op.items` in the catalogues.
    let id: String
    /// As OpenAPI writes it: `/api/v1/items/{id}`.
    let path: String
    let parameters: [Parameter]
    /// The schema of its answer.
    let answer: String
    /// The media type of its answer.
    var type = "application/json"
    /// What it may answer beside 200 and 400.
    var statuses: [Int] = []
    /// Which endpoints go on from its answer: the parameter they take and where its value stands in the answer.
    var follows: [Follow] = []
    /// A query that shows what it does.
    let example: String
    let handle: @Sendable (ReadAPI, Question, Request) async throws -> ByteAnswer

    struct Follow: Sendable, Hashable {
        let endpoint: String
        let parameter: String
        let pointer: String
    }

    /// As the router writes it.
    var route: String { path.split(separator: "/").map { $0.hasPrefix("{") ? ":" + $0.dropFirst().dropLast() : String($0) }.joined(separator: "/") }
}

extension Endpoint {
    static let longestList = 100
    /// Whole texts are heavy: fewer of them make a list.
    static let longestFullList = 20

    /// Every operation, in the order people read them.
    static func all(kinds: [String]) -> [Endpoint] {
        let limit = Parameter(name: "limit", form: .integer(1...longestList, fallback: 20))
        let cursor = Parameter(name: "cursor", form: .cursor)
        let site = Parameter(name: "site", form: .name(maximum: 253))
        func scope(_ fallback: String) -> Parameter {
            Parameter(name: "scope", form: .choice(["site", "subtree", "installation"], fallback: fallback))
        }
        let kind = Parameter(name: "kind", form: .choice(kinds, fallback: nil))
        let language = Parameter(name: "language", form: .choice(Language.allCases.map(\.rawValue), fallback: nil))
        let body = Parameter(name: "body", form: .choices(["html", "text", "blocks"], fallback: ["html"]))
        func moment(_ name: String) -> Parameter { Parameter(name: name, form: .moment) }
        return [
            Endpoint(
                id: "sites",
                path: "/api/v1/sites",
                parameters: [site, scope("subtree"), limit, cursor],
                answer: "SiteList",
                statuses: [404],
                follows: [Follow(endpoint: "site", parameter: "id", pointer: "/sites/0/id")],
                example: "?scope=installation"
            ) { try $0.sites($1, $2) },
            Endpoint(
                id: "site",
                path: "/api/v1/sites/{id}",
                parameters: [.path("id", .name(maximum: 253))],
                answer: "Site",
                statuses: [404],
                example: ""
            ) { api, question, _ in try api.site(question) },
            Endpoint(
                id: "sections",
                path: "/api/v1/sections",
                parameters: [site, scope("site"), limit, cursor],
                answer: "SectionList",
                statuses: [404],
                example: ""
            ) { try $0.sections($1, $2) },
            Endpoint(
                id: "items",
                path: "/api/v1/items",
                parameters: [
                    site, scope("site"), Parameter(name: "section", form: .name(maximum: 60)), Parameter(name: "tag", form: .text(maximum: 100)),
                    kind, language, moment("since"), moment("until"), moment("updated_since"),
                    Parameter(name: "view", form: .choice(["card", "full"], fallback: "card")), body, limit, cursor,
                ],
                answer: "ItemList",
                statuses: [404],
                follows: ["item", "revisions"].map { Follow(endpoint: $0, parameter: "id", pointer: "/items/0/id") },
                example: "?kind=news&limit=5"
            ) { try await $0.items($1, $2) },
            Endpoint(
                id: "item",
                path: "/api/v1/items/{id}",
                parameters: [.path("id", .id), body],
                answer: "Item",
                statuses: [301, 404, 410],
                example: "?body=html,text"
            ) { try await $0.item($1, $2) },
            Endpoint(
                id: "revisions",
                path: "/api/v1/items/{id}/revisions",
                parameters: [.path("id", .id), limit, cursor],
                answer: "RevisionList",
                statuses: [301, 404, 410],
                example: ""
            ) { try await $0.revisions($1, $2) },
            Endpoint(
                id: "search",
                path: "/api/v1/search",
                parameters: [
                    Parameter(name: "q", form: .text(maximum: 300), isRequired: true), site, scope("site"), kind, language, limit, cursor,
                ],
                answer: "SearchResults",
                statuses: [404, 503],
                example: "?q=chuyển đổi số"
            ) { try await $0.search($1, $2) },
            Endpoint(id: "kinds", path: "/api/v1/kinds", parameters: [], answer: "KindList", example: "") { api, question, _ in api.kinds(question) },
            Endpoint(
                id: "kind",
                path: "/api/v1/kinds/{name}",
                parameters: [.path("name", .choice(kinds, fallback: nil))],
                answer: "KindSchema",
                type: "application/schema+json",
                statuses: [404],
                example: ""
            ) { api, question, _ in try api.kind(question) },
        ]
    }
}
