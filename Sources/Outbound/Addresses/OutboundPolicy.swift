/// Where foreign addresses may lead: the public internet, and what the operator has allowed beside it.
public struct OutboundPolicy: Sendable {
    /// The ports a stranger may send us to. What is allowed by range may be on any.
    static let ports: Set = [80, 443, 8080, 8443]

    /// Ranges the operator opened (`outbound-allow`), for a test estate or an inner network. Printed at start.
    public let allow: [AddressRange]

    public init(allow: [AddressRange] = []) { self.allow = allow }

    func isAllowed(_ address: IPAddress) -> Bool { allow.contains { $0.contains(address) } }

    /// What can be refused before anything is resolved, so that whoever gave the address hears of it at once.
    public func check(_ address: ForeignAddress) throws(AddressRefusal) {
        if case .address(let literal) = address.host { return try check(address, resolvedTo: [literal]) }
        guard !address.host.isOfSurroundings || !allow.isEmpty else { throw .nameOfSurroundings }
        guard Self.ports.contains(address.port) || !allow.isEmpty else { throw .portNotAllowed }
    }

    /// The rule itself. Every address must do, not only the one that will be called: a name that also points inside is not trusted at all.
    func check(_ address: ForeignAddress, resolvedTo addresses: [IPAddress]) throws(AddressRefusal) {
        guard !addresses.isEmpty else { throw .notPublic }
        if addresses.allSatisfy(isAllowed) { return }
        guard !address.host.isOfSurroundings else { throw .nameOfSurroundings }
        guard addresses.allSatisfy({ PublicRanges.contains($0) || isAllowed($0) }) else { throw .notPublic }
        guard Self.ports.contains(address.port) else { throw .portNotAllowed }
    }
}
