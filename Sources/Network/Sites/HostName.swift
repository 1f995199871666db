import Vietnamese

/// Host names as portals have them: lower-case ASCII letters, digits and hyphens (RFC 1123), without port and trailing dot.
public enum HostName {
    public static let limit = 253

    /// The name in the form that is stored and compared, or the refusal.
    static func checked(_ text: String) throws(SiteRefusal) -> String {
        var host = plainLine(text)
        if host.hasSuffix(".") { host.removeLast() }
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw .hostNotPlain(host: host, suggestion: plain(host)) }
        host = lowercase(host)
        guard isWellFormed(host) else { throw .hostInvalid(host) }
        let labels = host.split(separator: ".")
        if labels.contains(where: { $0.hasPrefix("xn--") }) { throw .hostNotPlain(host: host, suggestion: "") }
        if labels.count > 1, let first = labels.first, ReservedSegments.labels.contains(String(first)) {
            throw .hostReserved(host: host, label: String(first))
        }
        return host
    }

    public static func isWellFormed(_ host: String) -> Bool {
        guard (1...limit).contains(host.utf8.count) else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
    }

    /// Other names below the same domain, where one is taken: `tanthanh.vidu.vn` → `xatanthanh.vidu.vn`.
    static func alternatives(to host: String, name: String, isFree: (String) throws -> Bool) rethrows -> [String] {
        guard let dot = host.firstIndex(of: ".") else { return [] }
        let label = host[..<dot]
        let domain = host[dot...]
        var result: [String] = []
        if let word = TypeWord.splitting(name).word {
            let prefix = slug(word).filter { $0 != "-" }
            let candidate = "\(prefix)\(label.contains("-") ? "-" : "")\(label)\(domain)"
            if !label.hasPrefix(prefix), isWellFormed(candidate), try isFree(candidate) { result.append(candidate) }
        }
        var number = 2
        while result.count < 2, number < 100 {
            let candidate = "\(label)\(number)\(domain)"
            if isWellFormed(candidate), try isFree(candidate) { result.append(candidate) }
            number += 1
        }
        return result
    }

    private static func plain(_ host: String) -> String {
        host.split(separator: ".").map { slug(String($0), maxLength: 63) }.filter { !$0.isEmpty }.joined(separator: ".")
    }
}
