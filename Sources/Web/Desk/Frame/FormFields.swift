public import Store

/// The fields of a form (`application/x-www-form-urlencoded`), read strictly.
public struct FormFields: Sendable {
    /// The largest form that is read, in bytes, and the most fields.
    public static let largest = 65_536
    static let most = 200

    private let values: [String: String]

    /// The text as it was sent; empty where there is no such field.
    public subscript(_ name: String) -> String { values[name] ?? "" }

    /// The text without blanks around it; nil where nothing is left.
    public func text(_ name: String) -> String? {
        let text = self[name].trimmed
        return text.isEmpty ? nil : text
    }

    /// Every field's name, in no order.
    public var names: [String] { Array(values.keys) }

    /// The names of fields that share a beginning, without it (`chon.` + id).
    public func names(after prefix: String) -> [String] {
        values.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    }

    /// The rows of a list that were chosen (`chon.` + id), with the value each came with; at most so many.
    public func chosen<ID: Identifier>(_ type: ID.Type, atMost most: Int = 200) -> [(id: ID, value: String)] {
        names(after: "chon.").prefix(most).compactMap { name in ID(name).map { ($0, self["chon." + name]) } }
    }

    var count: Int { values.count }

    static let empty = FormFields(values: [:])

    private init(values: [String: String]) { self.values = values }

    /// Nil when it is no form: a broken escape, no UTF-8, a NUL, one field given twice, too many of them.
    init?(_ bytes: some Collection<UInt8>) {
        var values: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard values.count < Self.most, let name = FormCoding.decode(parts[0]),
                let value = FormCoding.decode(parts.count == 2 ? parts[1] : pair.suffix(0)),
                values.updateValue(value, forKey: name) == nil
            else { return nil }
        }
        self.values = values
    }
}

extension String {
    /// Without blanks at both ends.
    public var trimmed: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
