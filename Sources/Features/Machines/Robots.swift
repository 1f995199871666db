import Web

/// `robots.txt` (RFC 9309).
enum Robots {
    /// Demo text and test estates stay out of search engines altogether. Otherwise everything is open but searching, which would send crawlers from
    /// query to query for ever, and recordings, which are made when somebody listens. (A closed portal answers 410 here too, which crawlers read as "nothing is forbidden", and so they find the 410 of each page.)
    static func text(for visit: Visit, isOpen: Bool) -> String {
        guard isOpen, !visit.face.isDemo(visit.site) else { return "User-agent: *\nDisallow: /\n" }
        return """
            User-agent: *
            Disallow: /tim-kiem
            Disallow: /nghe/

            Sitemap: \(visit.url("/sitemap.xml"))
            Sitemap: \(visit.url("/sitemap/tin-moi.xml"))

            """
    }
}
