import Foundation
import Testing

@testable import Mirror

@Suite("The parts of a mirror")
struct MirrorPartsTests {
    @Test(
        "an address has one place, inside its folder or none",
        arguments: [
            ("/", true, "index.html"), ("/tin-tuc/", true, "tin-tuc/index.html"), ("/tin-tuc/?trang=2", true, "tin-tuc/index@trang=2.html"),
            ("/tin-tuc/bai-0k3", true, "tin-tuc/bai-0k3.html"), ("/tin-tuc/bai-0k3?in=1", true, "tin-tuc/bai-0k3@in=1.html"),
            ("/feed.atom", false, "feed.atom"), ("/.well-known/security.txt", false, ".well-known/security.txt"),
            ("/files/ab/anh.jpg?w=640&f=avif", false, "files/ab/anh.jpg@w=640&f=avif.avif"), ("/_/site-0a.css", false, "_/site-0a.css"),
            ("/../etc/passwd", false, nil), ("/a/../b", true, nil), ("/a/./b", true, nil), ("//a", true, nil), ("/a//b", true, nil),
            ("/a\\b", true, nil), ("/a%2e%2e/b", true, nil), ("/tệp.pdf", false, nil), ("/t%E1%BB%87p.pdf", false, nil), ("/a\u{0}b", true, nil),
            ("/a b", true, nil), ("/a\tb", true, nil), ("/a@in=1", true, nil), ("/a?trang=0", true, nil), ("/a?x=1", true, nil), ("/a/", false, nil),
            ("/a?trang=1000000", true, nil), ("/a?trang=", true, nil), ("/a?trang=1x", true, nil), ("/a.jpg?w=&f=webp", false, nil),
            ("/a.jpg?w=012&f=webp", false, nil), ("/a.jpg?w=123456&f=webp", false, nil), ("/a.jpg?w=12&f=WEBP", false, nil),
            ("/a.jpg?w=12&f=tifff", false, nil), ("/a.jpg?w=12&g=webp", false, nil), ("/a.jpg?w=12", false, nil), ("/a.jpg?f=webp&w=12", false, nil),
            ("/" + String(repeating: "a", count: 200), true, String(repeating: "a", count: 200) + ".html"),
            ("/" + String(repeating: "a", count: 201), true, nil), ("", true, nil), ("a", true, nil),
        ] as [(String, Bool, String?)]
    )
    func places(_ target: String, _ isPage: Bool, _ file: String?) {
        #expect(MirrorPath.file(target, isPage: isPage) == file)
    }

    @Test(
        "the item of an address is its last thirteen characters",
        arguments: [
            ("/tin-tuc/bai-viet-0k3abcdefghjk", "0k3abcdefghjk"), ("/tin-tuc/0k3abcdefghjk", "0k3abcdefghjk"),
            ("/tin-tuc/bai-0k3abcdefghjk.tlog-proof", "0k3abcdefghjk"), ("/tin-tuc/bai-0k3abcdefghjk?in=1", "0k3abcdefghjk"), ("/tin-tuc/", nil),
            ("/0k3abcdefghjk", nil), ("/tin-tuc/bai0k3abcdefghjk", nil), ("/tin-tuc/bai-0k3abcdefghju", nil), ("/tin-tuc/Bai-0k3abcdefghjk", nil),
            ("/tin-tuc/a/bai-0k3abcdefghjk", nil), ("//bai-0k3abcdefghjk", nil), ("tin-tuc/bai-0k3abcdefghjk", nil),
            ("/tin-tuc/bai-0k3abcdefghj", nil),
        ] as [(String, String?)]
    )
    func items(_ target: String, _ id: String?) {
        #expect(MirrorPath.item(in: target) == id)
    }

    @Test(
        "links of the same portal are found, others are not",
        arguments: [
            ("text/html", "<a href=\"/tin-tuc/?trang=2&amp;x=1#top\">", ["/tin-tuc/?trang=2&x=1"]),
            ("text/html", "<a href=\"?trang=3\">", ["/tin-tuc/?trang=3"]),
            ("text/html", "<a href=\"https://anson.test/a\"><a href=\"https://other.test/b\"><a href=\"//c\"><a href=\"mailto:x@y\">", ["/a"]),
            (
                "text/html", "<img src=\"/f/a.jpg\" srcset=\"/f/a.jpg?w=320&amp;f=webp 320w, /f/a.jpg?w=640&amp;f=webp 640w\">",
                [
                    "/f/a.jpg", "/f/a.jpg?w=320&f=webp", "/f/a.jpg?w=640&f=webp",
                ]
            ),
            ("text/html", "<p title=\"/no\">href=&quot;/no&quot;</p><a href=\"\"><a href=\"/end", []),
            ("text/css; charset=utf-8", "a{background:url(/_/a.svg)} b{src:url(\"/_/b.woff2\")}", ["/_/a.svg", "/_/b.woff2"]),
            ("application/xml; charset=utf-8", "<loc>https://anson.test/sitemap/trang.xml</loc>", ["/sitemap/trang.xml"]),
            ("application/manifest+json; charset=utf-8", "{\"src\":\"/_/icon-192.png\"}", ["/_/icon-192.png"]), ("text/plain", "href=\"/a\"", []),
        ] as [(String, String, [String])]
    )
    func links(_ type: String, _ text: String, _ links: [String]) {
        #expect(LinkScan.links(in: Array(text.utf8), type: type, at: "/tin-tuc/?trang=2", origin: "https://anson.test") == links)
    }

    private static func item(_ number: Int, _ title: String) -> (String, MirrorItem) {
        let id = "0k3" + String(repeating: "0", count: 10 - "\(number)".count) + "\(number)"
        return (id, MirrorItem(t: title, p: "/tin-tuc/\(id)", d: "2026-11-30", s: number % 2 == 0 ? "Tóm tắt số \(number)" : nil))
    }

    @Test("words are folded, and lists that follow changes are those made from nothing")
    func words() throws {
        #expect(Self.item(1, "Hoà bình, Đường Nguyễn Huệ 42/QĐ 中国").1.words == ["42", "binh", "duong", "hoa", "hue", "nguien", "qd", "中", "国"])
        var items = Dictionary((0..<300).map { Self.item($0, "Thành phố số \($0) đường \($0 % 7)") }) { first, _ in first }
        var files = try MirrorWords.files(items)
        var generator = SystemRandomNumberGenerator()
        for round in 0..<40 {
            var changed: [String: MirrorItem?] = [:]
            for _ in 0..<Int.random(in: 1...9, using: &generator) {
                let (id, item) = Self.item(Int.random(in: 0..<320, using: &generator), "Tiêu đề mới \(round) thành")
                changed[id] = Bool.random(using: &generator) ? .some(item) : .some(nil)
            }
            for (id, item) in changed { items[id] = item }
            for (name, bytes) in try MirrorWords.changes(changed, read: { files[$0] }) { files[name] = bytes }
            #expect(try MirrorWords.files(items) == files, "round \(round)")
        }
    }

    @Test("the list of files is read as it was written; what nobody wrote is refused")
    func books() throws {
        var books = MirrorBooks(scope: "*")
        books.cursor = 7
        books.hosts["a.test"] = ("a.test", "")
        let address = MirrorAddress(host: "a.test", target: "/x?in=1")
        books.put(
            MirrorEntry(
                address: address,
                file: "a.test/x@in=1.html",
                hash: "ab",
                size: 3,
                fields: "a: b\nc: d",
                extra: "link: <x>",
                until: 5,
                mark: "m",
                dependencies: [1, 99]
            )
        )
        books.put(MirrorEntry(address: MirrorAddress(host: "a.test", target: "/old"), status: 301, location: "/new"))
        let again = try MirrorBooks(parsing: books.text)
        #expect(again.entries == books.entries && again.cursor == 7 && again.hosts["a.test"]?.folder == "a.test")
        #expect(again.text == books.text)
        for text in ["", "nothing\n", books.text.replacing("a.test/x@", with: "../x@"), books.text + "half a line\tx\n"] {
            #expect(throws: MirrorFault.self) { try MirrorBooks(parsing: text) }
        }
    }
}
