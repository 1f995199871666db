import Foundation
import HTTPTypes

/// What nginx needs to serve a mirror as the portals serve themselves: maps for its `http` block, locations for the `server` blocks of the operator.
enum MirrorServers {
    static func files(_ books: MirrorBooks, root: String, log: String) -> [String: String] {
        let folder = root.hasPrefix("/") ? root : FileManager.default.currentDirectoryPath + "/" + root
        return [
            "http.conf": http(books, folder), "server.conf": server(books, folder, log), "items.map": items(books), "redirects.map": redirects(books),
        ]
    }

    private static func http(_ books: MirrorBooks, _ root: String) -> String {
        let hosts = books.hosts.sorted { $0.key < $1.key }
        let sent = fields(of: books)
        let policy = sent.first { $0.name == "content-security-policy" }?.value ?? "default-src 'none'"
        let file = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
        return """
            # Written by caunoi. Include it in the http block; server.conf in each server block. docs/operating/mirror.md says how.
            map_hash_bucket_size 512;
            map_hash_max_size 262144;
            map $host $caunoi_host {
                default "";
            \(hosts.filter { $0.value.moved.isEmpty }.map { "    \($0.key) \($0.value.folder);" }.joined(separator: "\n"))
            }
            map $host $caunoi_moved {
                default "";
            \(hosts.filter { !$0.value.moved.isEmpty }.map { "    \($0.key) \(quoted($0.value.moved));" }.joined(separator: "\n"))
            }
            # A page by its query: page 2 of a list, the print view; a picture by its size and format.
            map $args $caunoi_page {
                default "";
                "~^(?<caunoi_a>trang=[1-9][0-9]*|in=1)$" "@$caunoi_a";
                "~^w=[0-9]+&f=[a-z]+$" "@none";
            }
            map $args $caunoi_size {
                default "";
                "~^(?<caunoi_b>w=[0-9]+&f=(?<caunoi_c>[a-z]+))$" "@$caunoi_b.$caunoi_c";
            }
            map $uri $caunoi_id {
                default "";
                "~^/(?:[a-z0-9-]+/(?:[a-z0-9-]*-)?|-/)(?<caunoi_d>[0-9a-hjkmnp-tv-z]{13})(?:\\.tlog-proof)?$" "$caunoi_d";
            }
            map $uri $caunoi_proof {
                default "";
                "~\\.tlog-proof$" ".tlog-proof";
            }
            map "$caunoi_host:$caunoi_id" $caunoi_item {
                default "";
                include \(quoted(root + "/_mirror/nginx/items.map"));
            }
            map "$caunoi_host$request_uri" $caunoi_redirect {
                default "";
                include \(quoted(root + "/_mirror/nginx/redirects.map"));
            }
            map $uri $caunoi_csp {
                default "\(policy)";
                "~^/files/" "\(file)";
            }
            map $uri $caunoi_resource {
                default "same-origin";
                "~^/files/" "cross-origin";
                "~/feed(?:/[^/]+)?\\.(?:atom|rss|json)$" "cross-origin";
            }
            map $uri $caunoi_origin {
                default "";
                "~^/log/" "*";
                "~/feed(?:/[^/]+)?\\.(?:atom|rss|json)$" "*";
                "~\\.tlog-proof$" "*";
            }
            map $uri $caunoi_cache {
                default "public, max-age=30, stale-if-error=86400";
                "~^/(files|_)/" "public, max-age=31536000, immutable";
                "~^/log/.*/tile/" "public, max-age=31536000, immutable";
                "~^/log/" "public, max-age=2";
                "~\\.tlog-proof$" "public, max-age=300";
                "~^/_mirror/(gone|404|closed|unavailable)" "public, max-age=0";
                "/sw.js" "public, max-age=0";
            }
            map $uri $caunoi_disposition {
                default "";
                "~^/files/.*\\.(?:png|jpe?g|webp|avif|gif|mp3|ogg|mp4|webm|vtt|pdf)$" "inline";
                "~^/files/" "attachment";
            }
            map $uri $caunoi_link {
                default "";
                "~^(?<caunoi_e>/[a-z0-9-]+/(?:[a-z0-9-]+-)?[0-9a-hjkmnp-tv-z]{13})(?:@in=1)?\\.html$" '<$caunoi_e.tlog-proof>; rel="alternate"; type="text/plain"; title="tlog-proof"';
            }

            """
    }

    private static func server(_ books: MirrorBooks, _ root: String, _ log: String) -> String {
        let own: Set<String> = ["content-security-policy", "cross-origin-resource-policy", "content-type", "cache-control", "vary"]
        let security = fields(of: books).filter { !own.contains($0.name) }.map { "add_header \(canonical($0.name)) \(quoted($0.value)) always;" }
        return """
            # Written by caunoi. Include it in the server block of each host (listen, server_name and certificates are the operator's).
            root \(quoted(root + "/$caunoi_host"));
            types {
                text/html html; text/css css; text/javascript js; application/json json; application/atom+xml atom; application/rss+xml rss;
                application/xml xml; text/plain txt tlog-proof; text/csv csv; text/vtt vtt; application/manifest+json webmanifest;
                image/svg+xml svg; image/png png; image/jpeg jpg jpeg; image/webp webp; image/avif avif; image/gif gif; image/vnd.microsoft.icon ico;
                font/woff2 woff2; application/pdf pdf; audio/mpeg mp3; audio/ogg ogg; video/mp4 mp4; video/webm webm;
            }
            default_type application/octet-stream;
            charset utf-8;
            charset_types text/css text/plain text/javascript text/csv application/xml application/manifest+json;
            disable_symlinks on \(quoted("from=" + root));
            gzip on; gzip_vary on; gzip_min_length 1024; gzip_comp_level 5;
            gzip_types text/css text/plain text/javascript application/json application/xml application/atom+xml application/rss+xml application/feed+json image/svg+xml;
            \(security.joined(separator: "\n"))
            add_header Content-Security-Policy $caunoi_csp always;
            add_header Cross-Origin-Resource-Policy $caunoi_resource always;
            add_header Access-Control-Allow-Origin $caunoi_origin always;
            add_header Cache-Control $caunoi_cache always;
            add_header Content-Disposition $caunoi_disposition;
            add_header Link $caunoi_link;
            if ($caunoi_moved) { return 301 $caunoi_moved$request_uri; }
            if ($caunoi_host = "") { return 421; }
            set $caunoi_closed 0;
            if (-f $document_root/_mirror/closed.html) { set $caunoi_closed 1; }
            if ($uri ~ "^/(_/|_mirror/|favicon\\.ico$|sw\\.js$)") { set $caunoi_closed 0; }
            if ($caunoi_closed = 1) { return 423; }
            error_page 423 =410 /_mirror/closed.html;
            error_page 404 /_mirror/404.html;
            error_page 405 =503 /_mirror/unavailable.html;
            error_page 503 /_mirror/unavailable.html;
            error_page 410 /_mirror/gone/$caunoi_id.html;
            location / { try_files $uri$caunoi_page.html ${uri}index$caunoi_page.html $uri$caunoi_size @caunoi; }
            location ~ /feed(/[^/]+)?\\.json$ { types { } default_type application/feed+json; try_files $uri @caunoi; }
            location /_mirror/gone/ { internal; }
            location /_mirror/ { try_files $uri =404; }
            location /log/ { root \(quoted(root + "/_record")); types { } default_type application/octet-stream; try_files $uri =404; }
            location = /\(log)/checkpoint { root \(quoted(root + "/_record")); types { } default_type text/plain; try_files $uri =404; }
            location ~ ^/(\(MirrorPath.unserved.subtracting(["tim-kiem", "log", "-", "desk"]).sorted().joined(separator: "|")))(/|$) { return 503; }
            location = /tim-kiem { try_files /tim-kiem.html =404; }
            location @caunoi {
                if (-f $document_root/_mirror/gone/$caunoi_id.html) { return 410; }
                if ($caunoi_redirect) { return 301 $caunoi_redirect; }
                if ($caunoi_item) { return 301 $caunoi_item$caunoi_proof; }
                if (-f $document_root$uri/index.html) { return 301 $uri/; }
                return 404;
            }

            """
    }

    /// Where each item's page is, for those who come by another name.
    private static func items(_ books: MirrorBooks) -> String {
        lines(
            books.entries.values.filter { !$0.mark.isEmpty && $0.status == 200 && MirrorPath.item(in: $0.address.target) == $0.mark }.map {
                ("\($0.address.host):\($0.mark)", $0.address.target)
            }
        )
    }

    private static func redirects(_ books: MirrorBooks) -> String {
        lines(books.entries.values.filter { !$0.location.isEmpty }.map { ($0.address.host + $0.address.target, $0.location) })
    }

    private static func lines(_ pairs: [(String, String)]) -> String {
        // A value with a dollar would be read as a variable.
        pairs.filter { !$0.1.contains("$") }.sorted { $0.0 < $1.0 }.map { "\(quoted($0.0)) \(quoted($0.1));\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.filter { $0 != "\n" && $0 != "\r" }.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The fields that go with every answer, as the portals sent them.
    private static func fields(of books: MirrorBooks) -> [(name: String, value: String)] {
        let sample = books.entries.values.filter { $0.address.target == "/_mirror/404.html" }.min { $0.address.host < $1.address.host }
        return fields(sample?.fields ?? "")
    }

    static func fields(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "\n").compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
    }

    private static func canonical(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    }
}
