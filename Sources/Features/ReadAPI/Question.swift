import HTTPTypes
import Hummingbird
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// One request to an operation, its parameters read and checked against the declared ones.
struct Question: Sendable {
    let endpoint: Endpoint
    let visit: Visit
    private let values: [String: ParameterValue]

    /// Refuses parameters that are not declared, stand twice, or are not what they should be: 400, with their names.
    init(_ request: Request, _ endpoint: Endpoint, _ context: PortalContext) throws {
        self.endpoint = endpoint
        visit = context.visit
        var values: [String: ParameterValue] = [:]
        for parameter in endpoint.parameters where parameter.isInPath {
            guard let value = parameter.value(try context.parameters.require(parameter.name)) else { throw PageError.notFound }
            values[parameter.name] = value
        }
        var unknown: [String] = []
        for (name, text) in try Self.pairs(request.uri.query ?? "") {
            guard let parameter = endpoint.parameters.first(where: { $0.name == name && !$0.isInPath }) else {
                unknown.append(name)
                continue
            }
            guard values[name] == nil else { throw Self.refusal("api.twice", ["name": name], visit) }
            guard let value = parameter.value(text) else {
                throw Self.refusal("api.wrong", ["name": name, "form": ParameterWords.form(of: parameter, visit)], visit)
            }
            values[name] = value
        }
        guard unknown.isEmpty else {
            let names = Set(unknown).sorted().prefix(5).map { String($0.prefix(40)) }.joined(separator: ", ")
            let known = endpoint.parameters.filter { !$0.isInPath }.map(\.name).joined(separator: ", ")
            throw Self.refusal("api.unknown", ["names": names, "known": known.isEmpty ? "–" : known], visit)
        }
        for parameter in endpoint.parameters where parameter.isRequired && values[parameter.name] == nil {
            throw Self.refusal("api.missing", ["name": parameter.name], visit)
        }
        self.values = values
    }

    static func refusal(_ key: String, _ words: [String: String], _ visit: Visit) -> PageError {
        PageError(.badRequest, "api-parameter", detail: visit.word(key, words))
    }

    func refusal(_ key: String, _ words: [String: String] = [:]) -> PageError { Self.refusal(key, words, visit) }

    subscript(text name: String) -> String? {
        switch values[name] {
        case .text(let text): return text
        case nil: if case .choice(_, let fallback) = form(name) { return fallback }
        default: break
        }
        return nil
    }

    subscript(texts name: String) -> [String] {
        if case .texts(let texts) = values[name] { return texts }
        if case .choices(_, let fallback) = form(name) { return fallback }
        return []
    }

    subscript(moment name: String) -> Instant? {
        if case .moment(let moment) = values[name] { moment } else { nil }
    }

    func id(_ name: String) throws -> ItemID {
        guard case .id(let id) = values[name] else { throw PageError.notFound }
        return id
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    var limit: Int {
        if case .number(let number) = values["limit"] { return number }
        if case .integer(_, let fallback) = form("limit") { return fallback }
        return 1
    }

    private func form(_ name: String) -> Parameter.Form? { endpoint.parameters.first { $0.name == name }?.form }

    /// What a cursor is bound to: the portal, the operation and everything asked but how much.
    private var signature: String {
        let asked = values.filter { $0.key != "cursor" && $0.key != "limit" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(visit.site.id) \(endpoint.id) \(asked.joined(separator: "&"))"
    }

    func cursor() throws -> WalkCursor? {
        guard let text = self[text: "cursor"] else { return nil }
        guard let cursor = WalkCursor(text, for: signature) else { throw refusal("api.cursor") }
        return cursor
    }

    /// The absolute address of the next step of the same walk.
    func next(_ cursor: WalkCursor, _ request: Request) throws -> String {
        let kept = try Self.pairs(request.uri.query ?? "").filter { $0.0 != "cursor" } + [("cursor", cursor.text(for: signature))]
        return visit.url(request.uri.path + "?" + kept.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&"))
    }

    /// Names and values of a query as forms and libraries write it.
    static func pairs(_ query: String) throws -> [(String, String)] {
        try query.split(separator: "&").map { part in
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormCoding.decode(halves[0].utf8), let value = FormCoding.decode((halves.count == 2 ? halves[1] : "").utf8) else {
                throw PageError.badRequest
            }
            return (name, value)
        }
    }

    private static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~:,".utf8.contains(byte)
            out += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: out, as: UTF8.self)
    }
}
