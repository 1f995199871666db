import PublicRecord
public import RichText

/// A declared field without its kind's type: what forms, schemas and machines know of it.
public struct FieldOutline: Sendable, Hashable {
    public let name: String
    public let label: String
    public let form: FieldForm
    public let isMany: Bool
    public let isRequired: Bool
    public let maximumLength: Int?
    public let isFacet: Bool

    init<Kind: ContentKind>(_ field: Field<Kind>) {
        name = field.name
        label = field.label
        form = field.form
        isMany = field.isMany
        isRequired = field.isRequired
        maximumLength = field.maximumLength
        isFacet = field.isFacet
    }
}

/// A kind without its type, as the pipeline handles it.
public struct AnyKind: Sendable {
    public let name: KindName
    public let title: String
    public let segment: String?
    public let fieldNames: [String]
    /// The declared fields, in the order a form shows them.
    public let fields: [FieldOutline]
    /// Decodes details from their JSON value; throws when they do not fit the kind.
    let decode: @Sendable (JSONValue) throws -> any ContentKind
    /// One that was just begun.
    public let blank: @Sendable (_ title: String) -> any ContentKind
    public let review: @Sendable (any ContentKind) -> [ReviewFinding]
    /// The text of the searchable fields with their weight.
    public let searchText: @Sendable (any ContentKind) -> [(SearchWeight, String)]

    public init<Kind: ContentKind>(_ type: Kind.Type) {
        name = Kind.name
        title = Kind.title
        segment = Kind.segment
        fieldNames = Kind.fields.all.map(\.name)
        fields = Kind.fields.all.map { FieldOutline($0) }
        decode = { try CanonicalJSON.decode(Kind.self, from: $0) }
        blank = { Kind.blank(titled: $0) }
        review = { details in
            guard let details = details as? Kind else { return [ReviewFinding(field: "", key: "wrong-kind")] }
            return Kind.fields.review(details) + details.review()
        }
        searchText = { details in
            guard let details = details as? Kind else { return [] }
            return Kind.fields.all.compactMap { field in field.weight.map { ($0, field.text(of: details)) } }
        }
    }
}

/// Every kind of the program, from the one list of features.
public struct KindRegistry: Sendable {
    public let all: [AnyKind]
    private let byName: [KindName: AnyKind]

    public init(_ kinds: [AnyKind]) {
        all = kinds
        byName = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in first }
    }

    public subscript(name: KindName) -> AnyKind? { byName[name] }

    /// First address segments that kinds keep for themselves.
    public var segments: Set<String> { Set(all.compactMap(\.segment)) }
}
