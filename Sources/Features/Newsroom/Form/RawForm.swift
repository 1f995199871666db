import Foundation
import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// What a form of a kind's fields holds, field by field as it is typed: kept as it is while somebody writes, read when it is saved.
///
/// Names: `f.title`; parts of one field `f.source.name`; for a body `f.body` and `f.body.type` (`blocks`: the editor's JSON, `html`: typed).
struct RawForm: Sendable, Hashable {
    var values: [String: String]

    subscript(_ name: String) -> String { values[name] ?? "" }

    init(_ values: [String: String]) { self.values = values }

    init(_ form: FormFields) {
        values = Dictionary(uniqueKeysWithValues: form.names(after: "f.").map { ("f." + $0, form["f." + $0].replacing("\r\n", with: "\n")) })
        for name in ["section", "note"] where form.text(name) != nil { values[name] = form[name] }
    }

    /// As a working copy keeps it.
    init?(_ bytes: [UInt8]) {
        guard case .object(let object)? = try? CanonicalJSON.parse(bytes) else { return nil }
        values = object.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
    }

    func bytes() throws -> [UInt8] { try CanonicalJSON.serialise(.object(values.mapValues { .string($0) })) }

    /// The form that shows these details.
    init(_ details: JSONValue, of kind: AnyKind, language: Language, _ writer: MarkupWriter) throws {
        guard case .object(let object) = details else { throw PublishingRefusal.unreadable(field: "") }
        var values: [String: String] = [:]
        for field in kind.fields {
            let name = "f." + field.name
            let value = object[field.name]
            switch field.form {
            case .richText:
                let body = try value.map { try CanonicalJSON.decode(RichText.self, from: $0) } ?? RichText([])
                values[name] = String(decoding: try CanonicalJSON.encode(body), as: UTF8.self)
                values[name + ".html"] = writer.markup(of: body).string
                values[name + ".type"] = "blocks"
            case .tags, .items: values[name] = value?.strings.joined(separator: field.form == .tags ? ", " : "\n") ?? ""
            case .people: values[name] = value?.array.compactMap { $0["name"]?.text }.joined(separator: ", ") ?? ""
            case .source:
                values[name + ".name"] = value?["name"]?.text ?? ""
                values[name + ".url"] = value?["url"]?.text ?? ""
            case .picture:
                if let value, case .object = value {
                    let picture = try CanonicalJSON.decode(Picture.self, from: value)
                    values[name + ".asset"] = picture.asset?.commitment ?? ""
                    values[name + ".file"] = picture.asset?.id ?? ""
                    values[name + ".alt"] = picture.alt
                    values[name + ".decorative"] = picture.decorative ? "1" : ""
                    values[name + ".caption"] = PlainText.of(picture.caption)
                    values[name + ".credit"] = picture.credit
                    values[name + ".width"] = picture.width > 0 ? "\(picture.width)" : ""
                    values[name + ".height"] = picture.height > 0 ? "\(picture.height)" : ""
                }
            case .flag: values[name] = value == true ? "1" : ""
            case .line, .paragraph, .number, .date, .instant, .choice: values[name] = value?.text ?? ""
            }
        }
        self.values = values
    }
}

extension JSONValue {
    var text: String? {
        switch self {
        case .string(let text): text
        case .int(let number): "\(number)"
        default: nil
        }
    }
    var array: [JSONValue] { if case .array(let values) = self { values } else { [] } }
    var strings: [String] { array.compactMap(\.text) }
    subscript(_ name: String) -> JSONValue? { if case .object(let object) = self { object[name] } else { nil } }
}
