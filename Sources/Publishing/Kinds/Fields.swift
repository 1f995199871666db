public import RichText
import Store
public import Vietnamese

/// The fields of a kind, in the order a form shows them.
public struct Fields<Kind: ContentKind>: Sendable {
    public let all: [Field<Kind>]

    public init(@FieldsBuilder<Kind> _ build: () -> [Field<Kind>]) { all = build() }

    /// Everything the fields themselves object to.
    public func review(_ details: Kind) -> [ReviewFinding] { all.flatMap { $0.review(details) } }

    public subscript(name: String) -> Field<Kind>? { all.first { $0.name == name } }
}

@resultBuilder
public enum FieldsBuilder<Kind: ContentKind> {
    public static func buildExpression(_ field: Field<Kind>) -> Field<Kind> { field }
    public static func buildBlock(_ fields: Field<Kind>...) -> [Field<Kind>] { fields }
}

/// How a field is filled in: from it follow the form's control, the JSON schema and the import column.
public enum FieldForm: Sendable, Hashable {
    case line, paragraph, richText, flag, number, date, instant, tags, people, items, picture, source, choice
}

/// How much a field weighs in search.
public enum SearchWeight: Sendable, Hashable { case title, summary, body, keyword }

/// What a field must satisfy, and what else it is good for.
public enum FieldRule: Sendable, Hashable {
    case required
    /// At most this many characters (grapheme clusters).
    case atMost(Int)
    case searchable(SearchWeight)
    case facet
}

/// One declared field: where it is, what it is called, what it must satisfy.
public struct Field<Kind: ContentKind>: Sendable {
    /// Its key in the details' JSON, in forms and in import files.
    public let name: String
    /// Its Vietnamese label; other languages under `field.<kind>.<name>`.
    public let label: String
    public let form: FieldForm
    /// Whether it holds a list.
    public let isMany: Bool
    public let isRequired: Bool
    public let maximumLength: Int?
    public let weight: SearchWeight?
    public let isFacet: Bool
    private let value: @Sendable (Kind) -> any FieldValue

    public init<Value: FieldValue>(_ name: String, _ path: any KeyPath<Kind, Value> & Sendable, _ label: String, _ rules: FieldRule...) {
        self.name = name
        self.label = label
        form = Value.form
        isMany = Value.isMany
        value = { $0[keyPath: path] }
        isRequired = rules.contains(.required)
        isFacet = rules.contains(.facet)
        maximumLength = rules.compactMap { if case .atMost(let length) = $0 { length } else { nil } }.first
        weight = rules.compactMap { if case .searchable(let weight) = $0 { weight } else { nil } }.first
    }

    func review(_ details: Kind) -> [ReviewFinding] {
        let value = value(details)
        if value.isBlank { return isRequired ? [ReviewFinding(field: name, key: "required", values: ["label": label])] : [] }
        if let maximumLength {
            let length = value.plainText.count
            if length > maximumLength {
                return [ReviewFinding(field: name, key: "too-long", values: ["label": label, "maximum": "\(maximumLength)", "length": "\(length)"])]
            }
        }
        return []
    }

    /// What search reads of the field.
    public func text(of details: Kind) -> String { value(details).plainText }
}

/// A type a field may have.
public protocol FieldValue: Sendable {
    static var form: FieldForm { get }
    /// Whether a value is a list.
    static var isMany: Bool { get }
    var isBlank: Bool { get }
    var plainText: String { get }
}

extension FieldValue {
    public static var isMany: Bool { false }
}

extension String: FieldValue {
    public static var form: FieldForm { .line }
    public var isBlank: Bool { allSatisfy(\.isWhitespace) }
    public var plainText: String { self }
}

extension Bool: FieldValue {
    public static var form: FieldForm { .flag }
    public var isBlank: Bool { false }
    public var plainText: String { "" }
}

extension Int: FieldValue {
    public static var form: FieldForm { .number }
    public var isBlank: Bool { false }
    public var plainText: String { "\(self)" }
}

extension CivilDate: FieldValue {
    public static var form: FieldForm { .date }
    public var isBlank: Bool { false }
    public var plainText: String { description }
}

extension Instant: FieldValue {
    public static var form: FieldForm { .instant }
    public var isBlank: Bool { false }
    public var plainText: String { "" }
}

extension RichText: FieldValue {
    public static var form: FieldForm { .richText }
    public var isBlank: Bool { blocks.isEmpty }
    public var plainText: String { PlainText.of(self) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    public static var form: FieldForm { Wrapped.form }
    public static var isMany: Bool { Wrapped.isMany }
    public var isBlank: Bool { self?.isBlank ?? true }
    public var plainText: String { self?.plainText ?? "" }
}

extension Array: FieldValue where Element: FieldValue {
    public static var form: FieldForm { Element.form == .line ? .tags : Element.form }
    public static var isMany: Bool { true }
    public var isBlank: Bool { allSatisfy(\.isBlank) }
    public var plainText: String { map(\.plainText).joined(separator: "\n") }
}

extension ItemID: FieldValue {
    public static var form: FieldForm { .items }
    public var isBlank: Bool { false }
    public var plainText: String { "" }
}
