import Web

/// The form of a subscription request (W3C WebSub, 5.1), read strictly.
struct HubForm {
    /// The largest form that is read, in bytes.
    static let largest = 16_384

    private let values: [String: String]

    subscript(_ name: String) -> String? { values[name] }

    /// Nil when it is no form: a broken escape, no UTF-8, one of our names given twice.
    init?(_ bytes: some Collection<UInt8>) {
        var values: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormCoding.decode(parts[0]), let value = FormCoding.decode(parts.count == 2 ? parts[1] : pair.suffix(0)) else {
                return nil
            }
            guard name.hasPrefix("hub.") else { continue }
            guard values.updateValue(value, forKey: name) == nil else { return nil }
        }
        self.values = values
    }
}
