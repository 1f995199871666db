/// Names the program or the domain needs for itself: one table for the first path segment of addresses (so no section may be called
/// so) and for codes of portals (which become host labels).
public enum ReservedSegments {
    /// First path segments that the program answers itself.
    public static let paths: Set<String> = [
        // Found by machines.
        "feed.atom", "feed.json", "feed.rss", "feed", "sitemap.xml", "sitemap", "robots.txt", ".well-known", "manifest.webmanifest", "favicon.ico",
        "sw.js", "oai",
        "websub", "api", "files", "tep", "log", "kiem-chung", "witness", "static", "assets", "_", "-",
        // Pages of features.
        "tim-kiem", "gioi-thieu", "van-ban", "cong-bao", "gop-y-du-thao", "thu-tuc-hanh-chinh", "hoi-dap", "phan-anh-kien-nghi", "tra-cuu",
        "trang", "chuyen-trang", "tu-khoa", "tac-gia", "luu-tru", "so-do-trang", "doi-thoai", "hop-bao", "diem-bao", "cai-chinh",
        "tiep-can-thong-tin", "lien-he", "bao-ve-du-lieu", "nghe", "ngoai-tuyen", "danh-gia",
        // The back office and the operator.
        "desk", "healthz", "metrics",
    ]

    /// Host labels that a domain keeps for its services. `www` may begin a host, but is no portal's code.
    public static let labels: Set<String> = [
        "mail", "email", "webmail", "smtp", "imap", "pop", "pop3", "mx", "autodiscover", "autoconfig", "ns", "ns1", "ns2", "ns3", "dns",
        "ftp", "sftp", "vpn", "ssh", "ldap", "sso", "login", "api", "cdn", "static", "assets", "files", "desk", "admin", "proxy", "witness",
    ]

    /// Whether a section may not be called so. Compared without hyphens too: `congbao` is as taken as `cong-bao`.
    public static func reservesPath(_ segment: String) -> Bool {
        paths.contains(segment) || paths.contains { plain($0) == plain(segment) }
    }

    /// Whether a portal may not have this code.
    public static func reservesCode(_ code: String) -> Bool { code == "www" || labels.contains(code) || reservesPath(code) }

    private static func plain(_ text: String) -> String { text.filter { $0 != "-" } }
}
