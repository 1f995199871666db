/// How a watcher spends its time.
public struct WatchPlan: Sendable {
    /// Pages a second, each fetched by four visitors.
    public var rate = 4.0
    /// How often front pages and the newest items are looked at.
    public var frequent = Duration.seconds(300)
    /// Items of each site that count as newest.
    public var newest = 50
    /// How often everything else is looked at.
    public var walk = Duration.seconds(86_400)
    /// How often pages with open cases are looked at.
    public var cases = Duration.seconds(30)
    /// How often one page is looked at by a browser that runs scripts.
    public var browser = Duration.seconds(60)
    /// Before a page that may have been caught in the middle of a publication is looked at again.
    public var secondLook = Duration.milliseconds(1_500)
    /// Access logs of the proxy before the portal (common or combined format): what was answered there is looked at.
    public var logs: [String] = []
    /// Folders that a web server shows, each with the path under which it does.
    public var folders: [(folder: String, prefix: String)] = []

    public init() {}
}

/// Addresses that nobody publishes and that those who put pages on portals often use: upload folders, administration pages and scripts of other systems.
enum SuspiciousAddresses {
    static let all: [String] =
        [
            "/wp-login.php", "/wp-admin/", "/wp-content/uploads/", "/administrator/", "/admin/", "/index.php", "/index.html", "/default.aspx",
            "/Default.aspx",
        ]
        + ["/upload/", "/uploads/", "/Uploads/", "/Upload/", "/UploadFiles/", "/userfiles/", "/UserFiles/", "/images/", "/Portals/0/", "/documents/"]
        + [
            "/ckfinder/", "/fckeditor/", "/ckeditor/", "/Content/", "/assets/", "/tmp/", "/cache/", "/media/", "/data/", "/backup/", "/old/",
            "/test/",
        ]
        + ["/shell.php", "/up.php", "/info.php", "/phpinfo.php", "/c99.php", "/cmd.aspx", "/upload/index.html", "/uploads/index.html"]
        + [
            "/hi88", "/hi88.html", "/bet88.html", "/go88", "/game-bai", "/no-hu", "/nha-cai", "/casino", "/slot", "/slot-gacor", "/xoso.html",
            "/link",
        ]
        + [
            "/google.html", "/sitemap1.xml", "/sitemap-index.xml", "/sitemap_index.xml", "/feed/", "/.git/HEAD", "/.env", "/web.config",
            "/trackback/",
        ]
}
