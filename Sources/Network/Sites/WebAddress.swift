import Vietnamese

/// Addresses that people type into settings: what may stand behind a link.
public enum WebAddress {
    public static let limit = 2048

    /// Whether it is an absolute http(s) address with a plain host name, without user name and password.
    public static func isAbsolute(_ text: String) -> Bool {
        guard isClean(text) else { return false }
        let lower = lowercase(text)
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
        let authority = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return false }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2, HostName.isWellFormed(String(host)) else { return false }
        if parts.count == 2 {
            guard (1...5).contains(parts[1].utf8.count), let port = Int(parts[1]), (1...65535).contains(port) else { return false }
        }
        return true
    }

    /// Whether it is a path of the same site. `//host` is none: a browser takes it for another site.
    public static func isPath(_ text: String) -> Bool {
        isClean(text) && text.hasPrefix("/") && !text.hasPrefix("//")
    }

    /// A path of the site, an absolute http(s) address, or another portal of the network (`site:` and its code).
    public static func isTarget(_ text: String) -> Bool { isPath(text) || isAbsolute(text) || siteCode(text) != nil }

    /// The code in `site:so-y-te`: another portal of the network, wherever it stands. Nil for anything else.
    public static func siteCode(_ text: String) -> String? {
        guard text.hasPrefix("site:") else { return nil }
        let code = String(text.dropFirst("site:".count))
        return SiteCode.isWellFormed(code) ? code : nil
    }

    /// Printable, and nothing that browsers read in their own way (white space, backslashes, quotes and angle brackets).
    private static func isClean(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= limit
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"\\\"<>`".unicodeScalars.contains($0) && !$0.properties.isWhitespace
            }
    }
}
