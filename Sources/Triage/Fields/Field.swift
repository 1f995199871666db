import Vietnamese

/// The stable code of a field of state administration: lower-case ASCII letters and hyphens ("civil-status"). What competence tables and cases hold.
public struct FieldCode: RawRepresentable, Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }

    /// The key of its name in the catalogue of wording.
    public var word: String { "triage.field." + rawValue }

    public static func < (a: FieldCode, b: FieldCode) -> Bool { a.rawValue < b.rawValue }
}

/// A field of state administration (*lĩnh vực*) to which a letter can belong.
public struct Field: Hashable, Sendable {
    public let code: FieldCode
    public let vietnamese: String
    public let english: String
    public let chinese: String
    /// What people bring that belongs here, in Vietnamese.
    public let about: String

    /// Every field of the house, in the order of `Words/fields.txt`.
    public static let all: [Field] = read(WordFile.lines("fields.txt"))
    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    public static func named(_ code: FieldCode) -> Field? { byCode[code] }

    /// A line `code | vi | en | zh`, below it `= what people bring`.
    static func read(_ lines: [(number: Int, text: String)]) -> [Field] {
        var fields: [Field] = []
        for line in lines {
            if line.text.hasPrefix("="), let last = fields.popLast() {
                let about = WordFile.trimmed(line.text.dropFirst())
                fields.append(Field(code: last.code, vietnamese: last.vietnamese, english: last.english, chinese: last.chinese, about: about))
                continue
            }
            let parts = WordFile.parts(line.text)
            guard parts.count == 4 else { continue }
            fields.append(Field(code: FieldCode(rawValue: parts[0]), vietnamese: parts[1], english: parts[2], chinese: parts[3], about: ""))
        }
        return fields
    }
}
