/// Why a policy cannot be used, and in which line (from 1).
public struct PolicyFault: Error, Hashable, CustomStringConvertible {
    public let line: Int
    public let reason: String

    public var description: String { line > 0 ? "line \(line) of the policy: \(reason)" : "the policy: \(reason)" }
}

/// Why a head does not satisfy a policy.
public enum TrustFault: Error, Hashable, CustomStringConvertible {
    case note(NoteFault)
    /// The policy names no log with this origin.
    case unknownLog(String)
    /// Witnesses have signed, the log itself has not.
    case notSignedByLog(String)
    /// Too few witnesses; who has cosigned, by the names of the policy.
    case quorum(cosigned: [String])

    public var description: String {
        switch self {
        case .note(let fault): "the signed head: \(fault)"
        case .unknownLog(let origin): "the policy does not know the log \(origin)"
        case .notSignedByLog(let origin): "the log \(origin) has not signed the head with a key that the policy knows"
        case .quorum(let cosigned):
            "too few witnesses have cosigned the head (\(cosigned.isEmpty ? "none" : cosigned.joined(separator: ", ")) of those the policy knows)"
        }
    }
}
