/// Reads the host a request was sent to, strictly: what is not plainly a host name is no host of ours.
public enum HostName {
    /// Whether a text is a host name as it stands: no port, no scheme.
    public static func isHost(_ text: String) -> Bool { !text.contains(":") && parse(text) == text.lowercased() }

    /// The name in lower case without port and final dot; nil for anything else than `name[:port]` with letters, digits, `-` and `.` (user parts,
    /// address literals, blanks, over-long names, ports that are no number).
    static func parse(_ authority: String) -> String? {
        var host = authority[...]
        guard authority.utf8.count <= 260 else { return nil }
        if let colon = host.firstIndex(of: ":") {
            let port = host[host.index(after: colon)...]
            guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (48...57).contains($0) }), Int(port) ?? 0 <= 65_535 else { return nil }
            host = host[..<colon]
        }
        if host.hasSuffix(".") { host.removeLast() }
        guard (1...253).contains(host.utf8.count) else { return nil }
        for label in host.split(separator: ".", omittingEmptySubsequences: false) {
            guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
                label.utf8.allSatisfy({ (97...122).contains($0 | 0x20) && $0 >= 65 || (48...57).contains($0) || $0 == 45 })
            else { return nil }
        }
        return host.lowercased()
    }
}
