/// The plain form of a mail address: enough to catch what was typed wrongly, not RFC 5321 in full.
public enum MailAddress {
    public static func isWellFormed(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254 else { return false }
        guard !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains("..") else { return false }
        let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_{|}~-"
        guard parts[0].allSatisfy({ allowed.contains($0) }) else { return false }
        return parts[1].contains(".") && HostName.isWellFormed(parts[1].lowercased())
    }
}
