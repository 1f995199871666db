import Foundation
import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// Reads a form into the details of a kind. What the form does not show (fields of an import, of a later release) stays as the last revision had it.
struct FormReading {
    let kind: AnyKind
    let base: JSONValue
    let language: Language
    let isOwnHost: @Sendable (String) -> Bool
    /// The id of a registered pen name, by the name.
    let penNames: [String: String]

    /// - Throws: `PublishingRefusal.unreadable` with the field whose text cannot be what it must be.
    func details(_ form: RawForm) throws -> [UInt8] {
        guard case .object(var object) = base else { throw PublishingRefusal.unreadable(field: "") }
        for field in kind.fields { object[field.name] = try value(of: field, form, object[field.name]) }
        return try CanonicalJSON.serialise(.object(object))
    }

    private func value(of field: FieldOutline, _ form: RawForm, _ old: JSONValue?) throws -> JSONValue? {
        let name = "f." + field.name
        let text = Self.cleaned(form[name])
        // A form without the field (sent by a program, or cut short) changes nothing of it.
        guard form.values.keys.contains(where: { $0 == name || $0.hasPrefix(name + ".") }) else { return old ?? (field.isRequired ? "" : nil) }
        switch field.form {
        case .line, .paragraph, .choice: return text.isEmpty && !field.isRequired ? nil : .string(text)
        case .richText: return try body(name, form, old)
        case .tags:
            let tags = text.split { $0 == "," || $0 == ";" || $0.isNewline }.map { Self.cleaned(String($0)) }.filter { !$0.isEmpty }
            return .array(Self.once(tags).map { .string($0) })
        case .people:
            let known = Dictionary((old?.array ?? []).compactMap { one in one["name"]?.text.map { ($0, one) } }) { first, _ in first }
            let names = text.split { $0 == "," || $0 == ";" || $0.isNewline }.map { Self.cleaned(String($0)) }.filter { !$0.isEmpty }
            return .array(
                Self.once(names).map { name in
                    if let old = known[name] { return old }
                    return penNames[toneNormalised(name)].map { ["name": .string(name), "penName": .string($0)] } ?? ["name": .string(name)]
                }
            )
        case .source:
            let (title, url) = (Self.cleaned(form[name + ".name"]), Self.cleaned(form[name + ".url"]))
            if title.isEmpty && url.isEmpty { return nil }
            if !url.isEmpty, WebAddress(url) == nil { throw PublishingRefusal.unreadable(field: field.name) }
            return .object(["name": .string(title)].merging(url.isEmpty ? [:] : ["url": .string(url)]) { $1 })
        case .picture: return try picture(name, form, field)
        case .items:
            let parts = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
            let ids = try parts.map { part -> String in
                guard let id = Self.item(in: part) else { throw PublishingRefusal.unreadable(field: field.name) }
                return id
            }
            guard field.isMany else { return ids.first.map { .string($0) } }
            return .array(Self.once(ids).map { .string($0) })
        case .flag: return .bool(text == "1")
        case .number:
            if text.isEmpty { return nil }
            guard let number = Int64(text), JSONValue.integers.contains(number) else { throw PublishingRefusal.unreadable(field: field.name) }
            return .int(number)
        case .date:
            if text.isEmpty { return nil }
            guard CivilDate(text) != nil else { throw PublishingRefusal.unreadable(field: field.name) }
            return .string(text)
        case .instant:
            if text.isEmpty { return nil }
            guard let number = Int64(text) else { throw PublishingRefusal.unreadable(field: field.name) }
            return .int(number)
        }
    }

    /// The editor's blocks, or typed HTML; HTML that was not touched leaves the blocks as they are, whatever HTML cannot say of them.
    private func body(_ name: String, _ form: RawForm, _ old: JSONValue?) throws -> JSONValue {
        let field = String(name.dropFirst(2))
        if form[name + ".type"] == "blocks" {
            guard let value = try? CanonicalJSON.parse(Array(form[name].utf8)), let body = try? CanonicalJSON.decode(RichText.self, from: value)
            else {
                throw PublishingRefusal.unreadable(field: field)
            }
            return try CanonicalJSON.value(of: body)
        }
        let html = form[name + ".html"]
        if let old, html == form[name + ".before"] { return old }
        do {
            return try CanonicalJSON.value(of: try Self.reader(language, isOwnHost).read(html).text)
        } catch { throw PublishingRefusal.unreadable(field: field) }
    }

    /// What pastes and typed HTML are read with.
    static func reader(_ language: Language, _ isOwnHost: @escaping @Sendable (String) -> Bool) -> HTMLReader {
        HTMLReader(language: language.rawValue, isOwnHost: isOwnHost) { address in
            // A picture of ours that was copied from a page or a preview of ours.
            guard let range = address.range(of: "/files/") else { return nil }
            let parts = address[range.upperBound...].split(separator: "/")
            guard let commitment = parts.first.map(String.init) else { return nil }
            let reference = AssetReference(commitment: commitment, id: parts.dropFirst().first.map { String($0.prefix { $0 != "?" }) })
            return reference.isValid ? reference : nil
        }
    }

    private func picture(_ name: String, _ form: RawForm, _ field: FieldOutline) throws -> JSONValue? {
        let commitment = Self.cleaned(form[name + ".asset"])
        if commitment.isEmpty { return nil }
        let file = Self.cleaned(form[name + ".file"])
        let asset = AssetReference(commitment: commitment, id: file.isEmpty ? nil : file)
        guard asset.isValid else { throw PublishingRefusal.unreadable(field: field.name) }
        let caption = Self.cleaned(form[name + ".caption"])
        return try CanonicalJSON.value(
            of: Picture(
                asset: asset,
                alt: Self.cleaned(form[name + ".alt"]),
                decorative: form[name + ".decorative"] == "1",
                caption: caption.isEmpty ? [] : [.text(caption)],
                credit: Self.cleaned(form[name + ".credit"]),
                width: Int(form[name + ".width"]) ?? 0,
                height: Int(form[name + ".height"]) ?? 0
            )
        )
    }

    /// An item's id, by itself or at the end of an address of ours.
    static func item(in text: String) -> String? {
        let last = text.split(separator: "/").last.map(String.init) ?? text
        let tail = last.split(separator: "-").last.map { String($0.prefix { $0 != "?" && $0 != "#" }) } ?? ""
        return ItemID(tail).map { "\($0)" }
    }

    static func cleaned(_ text: String) -> String { nfc(text).trimmed }

    private static func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
