import PublicRecord
import Publishing

/// The JSON schema of each kind's details, made of the fields it declares.
enum KindSchemas {
    /// `details-news`: the component's name.
    static func name(_ kind: AnyKind) -> String { "details-\(kind.name)" }

    static func details(_ kind: AnyKind, reference: (String) -> JSONValue) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in kind.fields { properties[field.name] = schema(of: field, reference: reference) }
        return [
            "type": "object", "title": .string(kind.title), "properties": .object(properties),
            "required": .array(kind.fields.filter(\.isRequired).map(\.name).sorted().map { .string($0) }), "additionalProperties": false,
        ]
    }

    /// The same as a document of its own, with what it refers to beside it.
    static func document(_ kind: AnyKind, at address: String) -> JSONValue {
        guard case .object(var members) = details(kind, reference: { ["$ref": .string("#/$defs/\($0)")] }) else { return .null }
        members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        members["$id"] = .string(address)
        members["$defs"] = ["RichText": richText, "Picture": picture, "Byline": byline, "SourceCredit": source]
        return .object(members)
    }

    private static func schema(of field: FieldOutline, reference: (String) -> JSONValue) -> JSONValue {
        let single: JSONValue =
            switch field.form {
            case .line, .paragraph, .choice, .tags: ["type": "string"]
            case .richText: reference("RichText")
            case .flag: ["type": "boolean"]
            case .number: ["type": "integer"]
            case .date: ["type": "string", "format": "date"]
            // Moments inside a kind's details are what the edition committed to: milliseconds since 1970.
            case .instant: ["type": "integer"]
            case .people: reference("Byline")
            case .items: Schemas.id
            case .picture: reference("Picture")
            case .source: reference("SourceCredit")
            }
        guard case .object(var members) = single else { return single }
        if let length = field.maximumLength, !field.isMany, field.form == .line || field.form == .paragraph {
            members["maxLength"] = .int(Int64(length))
        }
        if field.isMany { members = ["type": "array", "items": .object(members)] }
        members["title"] = .string(field.label)
        return .object(members)
    }

    /// Rich text in the forms asked for with `body`.
    static let richText = Schemas.object([
        "html?": ["type": "string", "contentMediaType": "text/html"], "text?": Schemas.text,
        "blocks?": [
            "type": "object", "description": "The typed block tree as the edition committed to it",
            "properties": [
                "v": ["type": "integer"],
                "blocks": ["type": "array", "items": ["type": "object", "required": ["type"], "properties": ["type": ["type": "string"]]]],
            ], "required": ["v", "blocks"],
        ],
    ])

    static let picture: JSONValue = [
        "type": "object",
        "properties": [
            "url": Schemas.address,
            "asset": ["type": "object", "required": ["commitment"], "properties": ["commitment": Schemas.text, "id": Schemas.text]],
            "source": Schemas.text, "alt": Schemas.text, "decorative": ["type": "boolean"], "credit": Schemas.text,
            "caption": ["type": "array"], "width": Schemas.count, "height": Schemas.count,
        ],
    ]

    static let byline: JSONValue = [
        "type": "object", "required": ["name"], "properties": ["name": Schemas.text, "penName": Schemas.text],
    ]

    static let source: JSONValue = [
        "type": "object", "required": ["name"], "properties": ["name": Schemas.text, "url": Schemas.text],
    ]
}
