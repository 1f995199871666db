import PortalNetwork
import PublicRecord
import Publishing

/// JSON Schema (2020-12) of everything the API answers. Objects are closed: an answer with a member that is not declared fails the tests.
enum Schemas {
    static let id: JSONValue = [
        "type": "string", "pattern": "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{12}$",
    ]
    static let moment: JSONValue = ["type": "string", "format": "date-time"]
    static let address: JSONValue = ["type": "string", "format": "uri"]
    static let text: JSONValue = ["type": "string"]
    static let commitment: JSONValue = ["type": "string", "pattern": "^[0-9a-f]{64}$"]
    static let count: JSONValue = ["type": "integer", "minimum": 0]

    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }
    static func list(of element: JSONValue) -> JSONValue { ["type": "array", "items": element] }
    static func choice(_ all: [String]) -> JSONValue { ["type": "string", "enum": .array(all.map { .string($0) })] }

    /// A closed object; members whose name ends in `?` may be missing.
    static func object(_ members: [String: JSONValue]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        var required: [String] = []
        for (name, schema) in members {
            if name.hasSuffix("?") {
                properties[String(name.dropLast())] = schema
            } else {
                properties[name] = schema
                required.append(name)
            }
        }
        return [
            "type": "object", "properties": .object(properties), "required": .array(required.sorted().map { .string($0) }),
            "additionalProperties": false,
        ]
    }

    private static func page(_ name: String, of element: String, _ more: [String: JSONValue] = [:]) -> JSONValue {
        object([name: list(of: reference(element)), "next?": address].merging(more) { $1 })
    }

    /// The components of the OpenAPI document.
    static func all(_ kinds: KindRegistry) -> [String: JSONValue] {
        var all: [String: JSONValue] = [
            "Problem": problem, "SiteList": page("sites", of: "Site"), "Site": site, "SectionList": page("sections", of: "Section"),
            "Section": section,
            "ItemList": itemList, "ItemCard": card(kinds), "Item": item(kinds), "Gone": gone, "Neighbour": neighbour, "File": file,
            "RevisionList": page("revisions", of: "Revision"), "Revision": revision, "SearchResults": searchResults(kinds),
            "KindList": object(["kinds": list(of: object(["name": choice(names(kinds)), "title": text, "schema": address]))]),
            "KindSchema": ["type": "object", "description": "JSON Schema 2020-12"],
            "RichText": KindSchemas.richText, "Picture": KindSchemas.picture, "Byline": KindSchemas.byline, "SourceCredit": KindSchemas.source,
        ]
        for kind in kinds.all { all[KindSchemas.name(kind)] = KindSchemas.details(kind) { reference($0) } }
        return all
    }

    private static func names(_ kinds: KindRegistry) -> [String] { kinds.all.map(\.name.rawValue) }

    private static let problem: JSONValue = [
        "type": "object", "description": "RFC 9457", "required": ["type", "title", "status"],
        "properties": ["type": text, "title": text, "status": ["type": "integer"], "detail": text, "instance": text],
    ]

    private static let site: JSONValue = object([
        "id": id, "code": text, "kind": choice(SiteKind.allCases.map(\.rawValue).filter { $0 != SiteKind.linked.rawValue }),
        "status": choice([SiteStatus.active, .merging, .frozen].map(\.rawValue)), "language": choice(Language.allCases.map(\.rawValue)),
        "name": text, "short_name": text, "url?": address, "api?": address, "hosts": list(of: text), "tier?": ["type": "integer", "minimum": 1],
        "parent?": text,
        "contact": object(["address?": text, "phone?": text, "fax?": text, "email?": text, "responsible?": text, "licence?": text]),
    ])

    private static let section: JSONValue = object([
        "id": id, "site": text, "code": text, "kind": choice(Section.Kind.allCases.map(\.rawValue)), "name": text, "summary?": text, "url?": address,
        "parent?": text, "opens_on?": ["type": "string", "format": "date"], "closes_on?": ["type": "string", "format": "date"],
    ])

    private static func cardMembers(_ kinds: KindRegistry) -> [String: JSONValue] {
        [
            "id": id, "kind": choice(names(kinds)), "language": choice(Language.allCases.map(\.rawValue)), "site": text, "url": address,
            "api": address, "section?": object(["code": text, "name": text, "url": address]), "title": text, "summary?": text, "kicker?": text,
            "published_at": moment, "edition": ["type": "integer", "minimum": 1],
            "picture?": object(["url": address, "alt": text, "width?": count, "height?": count]),
        ]
    }

    private static func card(_ kinds: KindRegistry) -> JSONValue { object(cardMembers(kinds).merging(["changed_at?": moment]) { $1 }) }

    private static func item(_ kinds: KindRegistry) -> JSONValue {
        let details: JSONValue = ["anyOf": .array(kinds.all.map { reference(KindSchemas.name($0)) })]
        return object(
            cardMembers(kinds).merging([
                "updated_at?": moment, "operation": choice(["publish", "update", "correct"]), "note?": text, "salt": commitment,
                "text_commitment": commitment, "details": details, "files": list(of: reference("File")),
                "related?": list(of: reference("Neighbour")), "translations?": list(of: reference("Neighbour")),
            ]) { $1 }
        )
    }

    private static let itemList: JSONValue = object([
        "items": ["type": "array", "items": ["anyOf": [reference("ItemCard"), reference("Item")]]], "gone?": list(of: reference("Gone")),
        "next?": address,
    ])

    private static func searchResults(_ kinds: KindRegistry) -> JSONValue {
        object(["total": count, "items": list(of: object(cardMembers(kinds).merging(["extract?": text]) { $1 })), "next?": address])
    }

    private static let gone: JSONValue = object([
        "id": id, "state": choice(["withdrawn", "erased"]), "reason?": choice(WithdrawalCode.allCases.map(\.rawValue)), "note?": text,
        "changed_at": moment,
    ])

    private static let neighbour: JSONValue = object([
        "id": id, "language": choice(Language.allCases.map(\.rawValue)), "title": text, "url?": address,
    ])

    private static let file: JSONValue = object([
        "commitment": commitment, "url": address, "name": text, "media_type": text, "bytes": count, "width?": count, "height?": count,
    ])

    private static let revision: JSONValue = object([
        "edition": ["type": "integer", "minimum": 1], "operation": choice(["publish", "update", "correct"]), "at": moment, "note?": text,
        "content_commitment": commitment, "text_commitment": commitment,
    ])
}
