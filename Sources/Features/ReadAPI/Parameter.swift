import Publishing
import RichText
import Store
import Vietnamese
import Web

/// One parameter of an endpoint, declared once: requests are read by it, and the OpenAPI document and the page for people are made of it.
struct Parameter: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        /// Text of at most so many characters.
        case text(maximum: Int)
        /// A code or a host name: ASCII letters, digits, dots, hyphens.
        case name(maximum: Int)
        /// 13 characters of Crockford's base32.
        case id
        case integer(ClosedRange<Int>, fallback: Int)
        case choice([String], fallback: String?)
        /// Several of these, separated by commas.
        case choices([String], fallback: [String])
        /// RFC 3339, or a date, which means its beginning in Việt Nam.
        case moment
        case cursor
    }

    let name: String
    let form: Form
    var isInPath = false
    var isRequired = false

    static func path(_ name: String, _ form: Form) -> Parameter { Parameter(name: name, form: form, isInPath: true, isRequired: true) }

    /// The value, or nil where it is not one.
    func value(_ text: String) -> ParameterValue? {
        switch form {
        case .text(let maximum):
            let clean = nfc(text)
            return clean.count <= maximum && !clean.allSatisfy(\.isWhitespace) ? .text(clean) : nil
        case .name(let maximum): return (1...maximum).contains(text.utf8.count) && text.utf8.allSatisfy(Self.isNameByte) ? .text(text) : nil
        case .id: return ItemID(text).map { .id($0) }
        case .integer(let range, _):
            guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), range.contains(number) else { return nil }
            return .number(number)
        case .choice(let all, _): return all.contains(text) ? .text(text) : nil
        case .choices(let all, _):
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return parts.allSatisfy(all.contains) && Set(parts).count == parts.count ? .texts(parts) : nil
        case .moment: return Self.moment(text).map { .moment($0) }
        case .cursor: return .text(text)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static var momentPattern: Regex<(Substring, Substring?, Substring?, Substring?)> {
        /\d{4}-\d\d-\d\d([Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+\- ]\d\d:\d\d))?/
    }

    /// A plus sign that was not encoded arrives as a space; in a date it can mean nothing else.
    private static func moment(_ text: String) -> Instant? {
        guard text.wholeMatch(of: momentPattern) != nil else { return nil }
        return try? readDate(text.uppercased().replacing(" ", with: "+")).instant
    }
}

enum ParameterValue: Sendable, Hashable {
    case text(String)
    case texts([String])
    case number(Int)
    case id(ItemID)
    case moment(Instant)
}
