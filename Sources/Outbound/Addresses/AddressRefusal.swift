/// Why an address of somebody else's is not called. The sentences go to the log and to whoever gave the address; they repeat nothing of it.
public enum AddressRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case tooLong, malformed, schemeNotHTTP, hasCredentials, hasFragment, malformedHost, portNotAllowed
    /// The host is, or resolves to, something that is not on the public internet.
    case notPublic
    /// The name is one of somebody's own surroundings (`localhost`, `.local`, `.internal`, a single label).
    case nameOfSurroundings

    public var description: String {
        switch self {
        case .tooLong: "the address is longer than \(ForeignAddress.longest) bytes"
        case .malformed: "the address is not a plain absolute URL in ASCII"
        case .schemeNotHTTP: "the address does not begin with https:// or http://"
        case .hasCredentials: "the address carries a user name or password"
        case .hasFragment: "the address has a fragment"
        case .malformedHost: "the host is not a plain host name or address (international names are written xn--…)"
        case .portNotAllowed: "the port is not one of \(OutboundPolicy.ports.sorted().map(String.init).joined(separator: ", "))"
        case .notPublic: "the host is not on the public internet"
        case .nameOfSurroundings: "the host is a name of local surroundings"
        }
    }
}
