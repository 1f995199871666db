/// Why bytes are not an entry of the record.
public enum EntryFault: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int, limit: Int)
    case json(JSONFault)
    case notAnObject
    case missing(String)
    /// A member that entries with this operation do not have: it might say what no entry may.
    case unknown(String, operation: String)
    /// A value outside of what its member may hold; such values are not repeated.
    case value(String)

    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "the entry has \(bytes) bytes, and at most \(limit) are allowed"
        case .json(let fault): "the entry is not canonical JSON: \(fault)"
        case .notAnObject: "the entry is not an object"
        case .missing(let key): "the entry has no '\(key)'"
        case .unknown(let key, let operation): "an entry with the operation '\(operation)' has no member '\(key)'"
        case .value(let key): "the entry's '\(key)' is not what it may be"
        }
    }
}
