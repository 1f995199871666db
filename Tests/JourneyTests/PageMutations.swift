import Foundation

/// Ways in which a saved page or its proof is altered, each at a seeded place. What is `nil` could not be done to that page.
struct PageMutation: Sendable, CustomStringConvertible {
    struct Saved: Sendable {
        var page: [UInt8]
        var proof: [UInt8]

        var html: String {
            get { String(decoding: page, as: UTF8.self) }
            set { page = Array(newValue.utf8) }
        }
    }

    let description: String
    /// `other`: another genuine page with its proof.
    let apply: @Sendable (_ saved: Saved, _ other: Saved, _ random: inout Dice) -> Saved?

    private init(_ name: String, _ apply: @escaping @Sendable (Saved, Saved, inout Dice) -> Saved?) { (description, self.apply) = (name, apply) }

    /// In the page's text, once: the first place that has it.
    private static func put(_ name: String, _ old: String, _ new: String) -> PageMutation {
        PageMutation(name) { saved, _, _ in
            guard let range = saved.html.firstRange(of: old) else { return nil }
            var saved = saved
            saved.html = saved.html.replacingCharacters(in: range, with: new)
            return saved
        }
    }

    static let spam = "<a href=\"https://km88.example/\">nổ hũ đổi thưởng</a>"

    static let all: [PageMutation] = [
        put("a link in the text", "<div class=\"body\">\n<p>", "<div class=\"body\">\n<p>\(spam) "),
        put("words in the text", "</h1>", " KM88</h1>"),
        put("a hidden block in the article", "</main>", "<div class=\"visually-hidden\">\(spam)</div></main>"),
        put("words outside of every region", "</main>", "</main><p>nhà cái uy tín</p>"),
        put("a link outside of every region", "</body>", "<div>\(spam)</div></body>"),
        put("words marked as live", "</main>", "<span data-r=\"l\">nhà cái uy tín</span></main>"),
        put("a link marked as live", "</main>", "<span data-r=\"l\">\(spam)</span></main>"),
        put("words marked as wording", "</main>", "<span data-r=\"w\" data-k=\"news.views\">nhà cái uy tín</span></main>"),
        put("a card in the article", "</main>", "<section data-r=\"c\" data-id=\"0000000000000\" data-ed=\"1\">\(spam)</section></main>"),
        put("furniture in the article", "</main>", "<section data-r=\"h\">\(spam)</section></main>"),
        put("a second article", "</body>", "<div data-r=\"e\">\(spam)</div></body>"),
        put("an unknown region", "</body>", "<div data-r=\"x\">\(spam)</div></body>"),
        put("an inline style", "<body ", "<body style=\"display:none\" "),
        put("a style sheet", "</head>", "<style>p{}</style></head>"),
        put("an inline script", "</body>", "<script>alert(1)</script></body>"),
        put("an event handler", "<main ", "<main onclick=\"x()\" "),
        put("a foreign script", "</body>", "<script src=\"https://evil.example/x.js\"></script></body>"),
        put("a frame", "</body>", "<iframe src=\"/x\"></iframe></body>"),
        put("a form to elsewhere", "action=\"/tim-kiem\"", "action=\"https://evil.example/\""),
        put("a redirect", "</head>", "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\"></head>"),
        put("a script as an address", "<a class=\"brand\" href=\"/\"", "<a class=\"brand\" href=\"javascript:alert(1)\""),
        put("another title", "<title>", "<title>KM88 "),
        put("another edition", " data-ed=\"1\" data-ix", " data-ed=\"2\" data-ix"),
        put("another entry", " data-ix=\"", " data-ix=\"1"),
        put("no salt", " data-salt=\"", " data-salz=\""),
        put("a hidden heading", "<h1>", "<h1 hidden>"),
        put("an element left open", "</main>", "</main><div data-r=\"h\">"),
        put("an element closed twice", "</main>", "</main></div>"),
        PageMutation("another address") { saved, other, _ in
            guard let own = canonical(saved.html), let foreign = canonical(other.html), own != foreign else { return nil }
            var saved = saved
            saved.html = saved.html.replacing("<link rel=\"canonical\" href=\"\(own)\">", with: "<link rel=\"canonical\" href=\"\(foreign)\">")
            return saved
        },
        PageMutation("an own host at a port that there is not") { saved, _, _ in
            guard let article = saved.html.firstRange(of: "data-r=\"e\""), let host = canonical(saved.html)?.split(separator: "/").dropFirst().first,
                let picture = saved.html[article.upperBound...].firstRange(of: "src=\"/files/")
            else { return nil }
            var saved = saved
            saved.html = saved.html.replacingCharacters(in: picture, with: "src=\"https://\(host.prefix { $0 != ":" }):70000/files/")
            return saved
        },
        PageMutation("another page's proof") { saved, other, _ in Saved(page: saved.page, proof: other.proof) },
        PageMutation("another page") { saved, other, _ in Saved(page: other.page, proof: saved.proof) },
        PageMutation("a page cut off") { saved, _, random in
            Saved(page: Array(saved.page.prefix(.random(in: 0..<saved.page.count - 10, using: &random))), proof: saved.proof)
        },
        PageMutation("a proof cut off") { saved, _, random in
            Saved(page: saved.page, proof: Array(saved.proof.prefix(.random(in: 0..<saved.proof.count, using: &random))))
        },
        PageMutation("a bit of the proof") { saved, _, random in
            var saved = saved
            saved.proof[.random(in: saved.proof.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            return saved
        },
        PageMutation("another log") { saved, _, _ in
            let text = String(decoding: saved.proof, as: UTF8.self)
            return Saved(page: saved.page, proof: Array(text.replacing("anson.localhost/log/1", with: "khac.localhost/log/1").utf8))
        },
        PageMutation("a letter of the text") { saved, _, random in
            let html = saved.html
            guard let start = html.firstRange(of: "<h1>"), let end = html.firstRange(of: "</h1>") else { return nil }
            let letters = html[start.upperBound..<end.lowerBound].indices.filter { html[$0].isLetter && html[$0] != "x" }
            guard let place = letters.randomElement(using: &random) else { return nil }
            var saved = saved
            saved.html = html.replacingCharacters(in: place...place, with: "x")
            return saved
        },
        PageMutation("a paragraph gone") { saved, _, _ in
            let html = saved.html
            guard let start = html.firstRange(of: "<div class=\"body\">\n<p>"), let end = html[start.upperBound...].firstRange(of: "</p>"),
                html[start.upperBound..<end.lowerBound].contains(where: \.isLetter)
            else { return nil }
            var saved = saved
            saved.html = html.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "<div class=\"body\">")
            return saved
        },
    ]

    /// A bit anywhere in the page: most are found, some change nothing that is read. Both verifiers must say the same.
    static let anywhere = PageMutation("a bit of the page") { saved, _, random in
        var saved = saved
        saved.page[.random(in: saved.page.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        return saved
    }

    static func canonical(_ html: String) -> String? {
        html.firstRange(of: "<link rel=\"canonical\" href=\"").map { String(html[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// As a browser writes a page with its pictures into a folder: links in full, files beside it, a line that says where from.
    static func savedWithPictures(_ html: String, host: String) -> String {
        var html = html.replacing("<!DOCTYPE html>", with: "<!DOCTYPE html>\n<!-- saved from url=(0030)http://\(host)/ -->")
        html = html.replacing("href=\"/", with: "href=\"http://\(host)/").replacing("action=\"/", with: "action=\"http://\(host)/")
        for element in ["<img src=\"/", "<script src=\"/", "<script type=\"module\" src=\"/"] {
            html = html.replacing(element, with: element.dropLast() + "./trang_files/")
        }
        return html
    }

    /// The same page in other quotes and letters.
    static func reformatted(_ html: String) -> String {
        html.replacing("<div class=\"body\">", with: "<DIV\n  CLASS='body'  >").replacing("<h1>", with: "<H1 >").replacing("</h1>", with: "</H1\n>")
            .replacing(" data-ed=\"1\"", with: " DATA-ED=1").replacing("<p class=\"standfirst\">", with: "<p class=standfirst>")
    }
}

/// Rolls the same for ever.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
