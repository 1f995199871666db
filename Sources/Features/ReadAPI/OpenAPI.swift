import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import Web

/// The OpenAPI 3.1 document, made of the list of endpoints and the kinds' fields, in the portal's language; keys in one order, so that the
/// same program gives the same bytes.
extension ReadAPI {
    static let openAPIVersion = "3.1.0"

    func openAPI(_ visit: Visit) -> ByteAnswer {
        var writer = JSONWriter(capacity: 64 * 1024)
        writer.value(document(visit))
        return ByteAnswer(writer.buffer, type: "application/vnd.oai.openapi+json;version=3.1", freshness: .page)
    }

    func document(_ visit: Visit) -> JSONValue {
        var paths: [String: JSONValue] = [:]
        for endpoint in endpoints { paths[endpoint.path] = ["get": operation(endpoint, visit)] }
        return [
            "openapi": .string(Self.openAPIVersion),
            "info": [
                "title": .string(visit.word("api.title", ["site": visit.site.name])), "version": "1",
                "description": .string(visit.word("api.introduction")),
            ],
            "servers": [["url": .string(visit.face.origins.url(visit.site, "") ?? "/")]],
            "paths": .object(paths),
            "components": ["schemas": .object(Schemas.all(kinds))],
        ]
    }

    private func operation(_ endpoint: Endpoint, _ visit: Visit) -> JSONValue {
        let limits = endpoint.parameters.map { parameter in
            JSONValue.object(
                [
                    "name": .string(parameter.name), "in": parameter.isInPath ? "path" : "query", "required": .bool(parameter.isRequired),
                    "description": .string(ParameterWords.text(of: parameter, visit)), "schema": schema(of: parameter.form),
                ].merging(style(of: parameter.form)) { $1 }
            )
        }
        var responses: [String: JSONValue] = [
            "200": [
                "description": .string(visit.word("api.answer.200")),
                "headers": [
                    "ETag": ["schema": ["type": "string"], "description": .string(visit.word("api.header.etag"))],
                    "Link": ["schema": ["type": "string"], "description": .string(visit.word("api.header.link"))],
                ],
                "content": .object([endpoint.type: ["schema": Schemas.reference(endpoint.answer)]]),
                "links": .object(
                    Dictionary(
                        endpoint.follows.map { follow in
                            (
                                follow.endpoint,
                                [
                                    "operationId": .string(follow.endpoint),
                                    "parameters": .object([follow.parameter: .string("$response.body#\(follow.pointer)")]),
                                ]
                            )
                        }
                    ) { first, _ in first }
                ),
            ],
            "304": ["description": .string(visit.word("api.answer.304"))],
        ]
        for status in [400] + endpoint.statuses {
            var response: [String: JSONValue] = ["description": .string(visit.word("api.answer.\(status)"))]
            if status >= 400 { response["content"] = ["application/problem+json": ["schema": Schemas.reference("Problem")]] }
            responses["\(status)"] = .object(response)
        }
        return [
            "operationId": .string(endpoint.id), "summary": .string(visit.word("api.op.\(endpoint.id).title")),
            "description": .string(visit.word("api.op.\(endpoint.id).text")), "parameters": .array(limits), "responses": .object(responses),
        ]
    }

    private func schema(of form: Parameter.Form) -> JSONValue {
        switch form {
        case .text(let maximum): ["type": "string", "minLength": 1, "maxLength": .int(Int64(maximum))]
        case .name(let maximum): ["type": "string", "pattern": .string("^[A-Za-z0-9.\\-]{1,\(maximum)}$")]
        case .id: Schemas.id
        case .integer(let range, let fallback):
            ["type": "integer", "minimum": .int(Int64(range.lowerBound)), "maximum": .int(Int64(range.upperBound)), "default": .int(Int64(fallback))]
        case .choice(let all, let fallback): schema(Schemas.choice(all), fallback: fallback.map { .string($0) })
        case .choices(let all, let fallback):
            schema(
                ["type": "array", "items": Schemas.choice(all), "uniqueItems": true, "minItems": 1],
                fallback: .array(fallback.map { .string($0) })
            )
        case .moment: ["anyOf": [["type": "string", "format": "date-time"], ["type": "string", "format": "date"]]]
        case .cursor: ["type": "string", "pattern": "^[0-9abcdefghjkmnpqrstvwxyz]{39}$"]
        }
    }

    private func schema(_ schema: JSONValue, fallback: JSONValue?) -> JSONValue {
        guard case .object(var members) = schema, let fallback else { return schema }
        members["default"] = fallback
        return .object(members)
    }

    /// Several values stand in one parameter, separated by commas.
    private func style(of form: Parameter.Form) -> [String: JSONValue] {
        if case .choices = form { ["style": "form", "explode": false] } else { [:] }
    }
}

/// What catalogues say of parameters.
enum ParameterWords {
    static func text(of parameter: Parameter, _ visit: Visit) -> String { visit.word("api.param.\(parameter.name)") }

    /// What a value must look like.
    static func form(of parameter: Parameter, _ visit: Visit) -> String {
        switch parameter.form {
        case .text(let maximum): visit.word("api.form.text", ["maximum": "\(maximum)"])
        case .name(let maximum): visit.word("api.form.name", ["maximum": "\(maximum)"])
        case .id: visit.word("api.form.id")
        case .integer(let range, let fallback):
            visit.word("api.form.integer", ["least": "\(range.lowerBound)", "most": "\(range.upperBound)", "fallback": "\(fallback)"])
        case .choice(let all, _): visit.word("api.form.choice", ["all": all.joined(separator: ", ")])
        case .choices(let all, _): visit.word("api.form.choices", ["all": all.joined(separator: ", ")])
        case .moment: visit.word("api.form.moment")
        case .cursor: visit.word("api.form.cursor")
        }
    }
}
