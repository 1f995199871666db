/// Why a listener could not be opened, in one line that says what to do.
public enum ServeFault: Error, Sendable, Equatable, CustomStringConvertible {
    case addressInUse(String)
    case notAllowed(String)
    case cannotListen(String, String)
    /// A certificate or key that cannot be used: the file and why.
    case certificate(String, String)

    public var description: String {
        switch self {
        case .addressInUse(let address): "\(address) is already in use; stop the program that listens there or choose another address with --listen"
        case .notAllowed(let address): "this user may not listen on \(address); choose a port above 1023 or grant CAP_NET_BIND_SERVICE"
        case .cannotListen(let address, let detail): "cannot listen on \(address): \(detail)"
        case .certificate(let file, let detail): "the certificate or key in '\(file)' cannot be used: \(detail)"
        }
    }
}
