import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// One field of a form, as its template draws it.
struct FieldControl: PageModel {
    let name: String
    let label: String
    let hint: String?
    let form: FieldForm
    let isRequired: Bool
    let maximum: String?
    let value: String
    let html: String
    let parts: RawForm
    let error: String?

    init(_ field: FieldOutline, of kind: AnyKind, _ form: RawForm, error: String?, _ visit: DeskVisit) {
        name = "f." + field.name
        label = Self.label(field, of: kind, visit)
        let hintKey = "newsroom.hint.\(field.form)"
        hint = visit.desk.face.words.has(hintKey) ? visit.word(hintKey) : nil
        // A line that may be long is a paragraph to whoever writes it.
        self.form = field.form == .line && (field.maximumLength ?? 0) > 400 ? .paragraph : field.form
        isRequired = field.isRequired
        maximum = field.maximumLength.map { "\($0)" }
        value = form[name]
        html = form[name + ".html"]
        parts = form
        self.error = error
    }

    /// The field's name in the reader's language; the kind's own word where the catalogue has none.
    static func label(_ field: FieldOutline, of kind: AnyKind, _ visit: DeskVisit) -> String {
        let key = "field.\(kind.name.rawValue).\(field.name)"
        return visit.desk.face.words.has(key) ? visit.word(key) : field.label
    }

    private func isForm(_ forms: FieldForm...) -> Bool { forms.contains(form) }

    static let shape: Shape<FieldControl> = [
        .text("name", \.name), .text("label", \.label), .text("hint", \.hint), .flag("required", \.isRequired), .text("maximum", \.maximum),
        .text("value", \.value), .text("html", \.html), .text("error", \.error),
        .flag("line") { $0.isForm(.line, .choice, .instant) }, .flag("paragraph") { $0.isForm(.paragraph, .items) },
        .flag("rich") { $0.isForm(.richText) }, .flag("list") { $0.isForm(.tags, .people) }, .flag("source") { $0.isForm(.source) },
        .flag("picture") { $0.isForm(.picture) }, .flag("yes") { $0.isForm(.flag) }, .flag("number") { $0.isForm(.number) },
        .flag("date") { $0.isForm(.date) }, .flag("checked") { $0.value == "1" },
        .text("sourceName") { $0.parts[$0.name + ".name"] }, .text("sourceURL") { $0.parts[$0.name + ".url"] },
        .text("asset") { $0.parts[$0.name + ".asset"] }, .text("file") { $0.parts[$0.name + ".file"] }, .text("alt") { $0.parts[$0.name + ".alt"] },
        .flag("decorative") { $0.parts[$0.name + ".decorative"] == "1" }, .text("caption") { $0.parts[$0.name + ".caption"] },
        .text("credit") { $0.parts[$0.name + ".credit"] }, .text("width") { $0.parts[$0.name + ".width"] },
        .text("height") { $0.parts[$0.name + ".height"] },
    ]
}

/// Something the kind or the checks object to.
struct FindingLine: PageModel {
    let text: String
    let isError: Bool

    init(_ finding: ReviewFinding, _ visit: DeskVisit) {
        text = visit.word("finding." + finding.key, finding.values)
        isError = finding.severity == .error
    }

    static let shape: Shape<FindingLine> = [.text("text", \.text), .flag("isError", \.isError)]
}

struct EditScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let heading: String
    let kind: String
    let marks: [StateMark]
    let fields: [FieldControl]
    let sections: [Choice]
    let note: String?
    let version: String
    let revision: String
    let copyVersion: String
    let editor: String?
    let library: String
    let isCopy: Bool
    let copyText: String?
    let isBehind: Bool
    let others: [String]
    let reason: String?
    let canSubmit: Bool
    let findings: [FindingLine]
    let error: String?

    static let shape: Shape<EditScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("heading", \.heading), .text("kind", \.kind), .many("marks", \.marks),
        .many("fields", \.fields), .many("sections", \.sections), .flag("isLive") { $0.note != nil }, .text("note", \.note),
        .text("version", \.version), .text("revision", \.revision), .text("copyVersion", \.copyVersion), .text("editor", \.editor),
        .text("library", \.library), .flag("isCopy", \.isCopy), .text("copyText", \.copyText), .flag("behind", \.isBehind),
        .texts("others", \.others),
        .text("reason", \.reason), .flag("canSubmit", \.canSubmit), .many("findings", \.findings), .text("error", \.error),
    ]
}

struct ConflictField: PageModel {
    let label: String
    let theirs: String
    let mine: String

    static let shape: Shape<ConflictField> = [.text("label", \.label), .text("theirs", \.theirs), .text("mine", \.mine)]
}

struct ConflictScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let text: String
    let version: String
    let fields: [ConflictField]
    let body: [ComparedField]?

    static let shape: Shape<ConflictScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("text", \.text), .text("version", \.version), .many("fields", \.fields),
        .many("compared") { $0.body ?? [] },
    ]
}

extension RawForm {
    /// A field in plain words, for comparing by eye.
    func shown(_ field: FieldOutline) -> String {
        let name = "f." + field.name
        switch field.form {
        case .richText:
            guard let value = try? CanonicalJSON.parse(Array(self[name].utf8)), let body = try? CanonicalJSON.decode(RichText.self, from: value)
            else {
                return self[name + ".html"]
            }
            return PlainText.of(body)
        case .source: return [self[name + ".name"], self[name + ".url"]].filter { !$0.isEmpty }.joined(separator: " · ")
        case .picture: return [self[name + ".file"], self[name + ".alt"], self[name + ".caption"]].filter { !$0.isEmpty }.joined(separator: " · ")
        default: return self[name]
        }
    }
}

extension PageTemplate where Model == EditScreen { static var edit: Self { Self("newsroom.edit", bare: true) } }
extension PageTemplate where Model == ConflictScreen { static var conflict: Self { Self("newsroom.conflict", bare: true) } }
