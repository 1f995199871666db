import PortalNetwork
import Vietnamese
import Web

/// `/.well-known/security.txt` (RFC 9116): where to report weaknesses of the installation.
public struct SecurityText: Sendable, Hashable {
    /// Addresses (`mailto:`, `https:`, `tel:`), the preferred first.
    public let contacts: [String]
    public let policy: String?
    public let encryption: String?

    /// Nil when there is no contact, or one of the addresses is none that the standard allows: web addresses must be https.
    public init?(contacts: [String], policy: String? = nil, encryption: String? = nil) {
        guard !contacts.isEmpty, contacts.allSatisfy({ Self.isAddress($0, ["mailto:", "https://", "tel:"]) }),
            [policy, encryption].allSatisfy({ $0.map { Self.isAddress($0, ["https://", "openpgp4fpr:", "dns:"]) } ?? true })
        else { return nil }
        self.contacts = contacts
        self.policy = policy
        self.encryption = encryption
    }

    /// One line, no white space, a scheme of the list and something after it.
    private static func isAddress(_ text: String, _ schemes: [String]) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && schemes.contains { text.lowercased().hasPrefix($0) && text.utf8.count > $0.utf8.count }
    }

    func text(for visit: Visit) -> String {
        var lines = contacts.map { "Contact: \($0)" }
        lines.append("Expires: \(Self.expiry(after: visit.now).rfc3339UTC)")
        if let encryption { lines.append("Encryption: \(encryption)") }
        lines.append("Preferred-Languages: vi, en")
        let own = visit.url("/.well-known/security.txt")
        if own.hasPrefix("https://") { lines.append("Canonical: \(own)") }
        if let policy { lines.append("Policy: \(policy)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The first day of the month half a year on: never in the past, never more than a year off (as the standard advises), and the same bytes for a month.
    static func expiry(after now: Instant) -> Instant {
        let today = now.civilDate
        let months = today.year * 12 + today.month - 1 + 7
        return CivilDate(year: months / 12, month: months % 12 + 1, day: 1).map { VietnamTime.startOfDay($0) } ?? now.adding(seconds: 180 * 86_400)
    }
}
