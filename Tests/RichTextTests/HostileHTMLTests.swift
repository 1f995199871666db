import RichText
import Testing

/// What attackers put into foreign text; none of it may leave as anything but words.
@Suite struct HostileHTMLTests {
    static let vectors: [String] = [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script>a<!--<script>b</script>--></script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>", "<img src=\"x\" alt='\" onerror=\"alert(1)'>", "<img src=`javascript:alert(1)`>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=javascript:alert(1)>", "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">", "<img srcset=\"x onerror=alert(1)\" src=/a.jpg>",
        "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
        "<a href=' \u{1}javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt&colon;alert(1)'>x</a>", "<a href='javascript&#58;alert(1)'>x</a>", "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='java&Tab;script:alert(1)'>x</a>", "<a href='java&NewLine;script&colon;alert&lpar;1&rpar;'>x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='data&colon;text/html;base64,PHNjcmlwdD4='>x</a>",
        "<a href='//evil.example'>x</a>",
        "<a href='/\\evil.example'>x</a>", "<a href='\\\\evil.example'>x</a>", "<a href='https:evil.example'>x</a>",
        "<a href='https://gov.vn@evil.example/'>x</a>",
        "<a href='https://x.vn/\" onmouseover=\"alert(1)'>x</a>", "<a href='https://x.vn/' onclick=alert(1) style='color:red' target=_blank>x</a>",
        "<a href='blob:https://x.vn/1'>x</a>", "<a href='file:///etc/passwd'>x</a>",
        "<a href='https://x.vn/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'>x</a>",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<iframe src=//evil.example>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=evil.swf>", "<applet code=x>y</applet>",
        "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
        "<isindex type=image src=1 onerror=alert(1)>", "<keygen autofocus onfocus=alert(1)>", "<input onfocus=alert(1) autofocus>",
        "<select onfocus=alert(1)><option>x</select>",
        "<textarea><script>alert(1)</script></textarea>", "<body onload=alert(1)>x", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mtext><table><mglyph><style><math><img src=x onerror=alert(1)></style></math></mglyph></table></mtext></math>",
        "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>", "<math href=javascript:alert(1)>x</math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg><foreignObject><p><style><img src=x onerror=alert(1)></style></p></foreignObject></svg>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<noscript><img src=x onerror=alert(1)></noscript>",
        "<template><script>alert(1)</script></template>",
        "<template><img src=x onerror=alert(1)></template>", "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>alert(1)</script>",
        "<listing><img src=x onerror=alert(1)></listing>",
        "<noembed><img src=x onerror=alert(1)></noembed>", "<noframes><img src=x onerror=alert(1)></noframes>",
        "<title><img src=x onerror=alert(1)></title>",
        "<style>@import 'javascript:alert(1)';</style>", "<style><img src='</style><img src=x onerror=alert(1)>'></style>",
        "<p style='background:url(javascript:alert(1))'>x</p>",
        "<p style='width:expression(alert(1))'>x</p>", "<link rel=stylesheet href=javascript:alert(1)>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=javascript:alert(1)//>",
        "<!--><script>alert(1)</script>-->", "<!-- --!><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version='1.0'?><script>alert(1)</script>", "<!DOCTYPE html [<!ENTITY x '<script>'>]>&x;",
        "<p title='</p><script>alert(1)</script>'>x</p>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;script&amp;gt;alert(1)",
        "<<script>alert(1)//<</script>", "<a<b href='javascript:alert(1)'>x",
        "<b><p><i></b>x</i></p>", "<table><script>alert(1)</script><tr><td><img src=x onerror=alert(1)></table>",
        "<table><a href=javascript:alert(1)>x</a><tr><td>y</table>",
        "<video src=javascript:alert(1) onerror=alert(1) poster=javascript:alert(1)></video>", "<audio src=x onerror=alert(1)>",
        "<video><source onerror=alert(1) src=x></video>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>", "<marquee onstart=alert(1)>x</marquee>", "<x onclick=alert(1)>x</x>",
        "<p lang='\"><script>alert(1)</script>'>x</p>",
        "<span lang='x\" onclick=\"alert(1)'>x</span>", "<h2 id='x\" onclick=\"alert(1)'>\"><img src=x onerror=alert(1)></h2>",
        "<img src=/a.jpg alt='&lt;script&gt;alert(1)&lt;/script&gt;'>",
        "<pre>\n<script>alert(1)</script>&lt;b onclick=alert(1)&gt;</pre>", "<code>&lt;img src=x onerror=alert(1)&gt;</code>",
        "<table border=1><caption><script>alert(1)</script>&quot;onclick=x</caption><tr><td>1<td>2</table>",
        "<a href='mailto:x@y.vn?subject=a&body=<script>'>x</a>", "<a href='tel:+84 (24) 3825-3536\" onclick=x'>x</a>",
        "<img src='https://x.vn/a.jpg\u{0}onerror=x'>", "\u{0}<scr\u{0}ipt>alert(1)</script>",
        "<a href=\"https://x.vn/\u{202E}gpj.exe\">\u{202E}x</a>", "<script\u{0C}type=x>alert(1)</script\u{0C}>", "<svg/onload=alert(1)//",
        "<p/onclick=alert(1)/>x", "<img/src=x/onerror=alert(1)>", "<frameset onload=alert(1)><frame src=javascript:alert(1)>",
    ]

    @Test("nothing but our own markup comes out", arguments: vectors)
    func vector(html: String) throws {
        for source in [
            html, "<p>trước</p>\(html)<p>sau</p>", "<ul><li>\(html)</ul>", "<table border=1><tr><td>a<td>\(html)</table>",
            "<figure><figcaption>\(html)</figcaption></figure>",
        ] {
            let markup = MarkupWriter().markup(of: try HTMLReader().read(source).text).string
            #expect(MarkupGrammar.fault(in: markup) == nil, "\(source) → \(markup)")
            let page = try PageReader(isOwnHost: { _ in false }).read("<body><main data-r=e>\(markup)</main>")
            #expect(page.findings.filter { $0.kind != .foreignResource }.isEmpty && page.unattributed.isEmpty, "\(source) → \(markup)")
        }
    }

    @Test(
        "dangerous parts are reported",
        arguments: [
            ("<script>x</script>", Finding.Kind.script), ("<p onclick=x>a</p>", .eventHandler), ("<a href='java\tscript:x'>a</a>", .dangerousAddress),
            ("<img src=javascript:x>", .dangerousAddress), ("<iframe src=https://evil.example></iframe>", .frame), ("<input>", .form),
            ("<svg></svg>", .drawing),
            ("<img src=data:image/png;base64,AAAA>", .embeddedPicture), ("<a href='tin.html'>a</a>", .brokenLink),
            ("<video src=https://x.vn/a.mp4></video>", .foreignMedia),
        ]
    )
    func reported(html: String, kind: Finding.Kind) throws {
        #expect(try HTMLReader().read(html).findings.map(\.kind) == [kind])
    }

    @Test(
        "hidden text goes and is reported",
        arguments: [
            "display:none", "DISPLAY : NONE !important", "dis\\70 lay:none", "display/**/:/**/none", "visibility:hidden", "opacity:0", "font-size:0",
            "font-size:1px", "font-size:0.1em",
            "text-indent:-9999px", "position:absolute;left:-9999px", "position:fixed;top:-5000px", "position:absolute;clip:rect(0,0,0,0)",
            "height:0;overflow:hidden",
            "clip-path:inset(50%)", "transform:scale(0)", "color:#fff", "color:white", "color:rgb(255,255,255)", "color:#fefefe", "color:transparent",
            "color:rgba(0,0,0,0)",
            "background:#123456;color:#123457", "mso-hide:all", "margin-left:-10000px",
        ]
    )
    func hidden(style: String) throws {
        let reading = try HTMLReader().read("<p>Thông báo <span style=\"\(style)\">nhà cái uy tín <a href=https://x.vn/>số 1</a></span> của Sở</p>")
        #expect(PlainText.of(reading.text) == "Thông báo của Sở")
        #expect(reading.findings == [Finding(.hiddenText, "nhà cái uy tín số 1")])
    }

    @Test(
        "text that only looks hidden stays",
        arguments: [
            "<div style='font-size:0'><span style='font-size:16px'>chữ</span></div>",
            "<table><tr><td style='background:#003366'><font color=white>chữ</font></table>",
            "<table bgcolor=#003366><tr><td><span style='color:#fff'>chữ</span></table>",
            "<div style='background:url(a.png)'><span style='color:white'>chữ</span></div>",
            "<p style='opacity:0.9;color:#333;margin-left:36pt;text-indent:-18pt;position:relative;left:0'>chữ</p>",
            "<p style='overflow:hidden;width:100%'>chữ</p>",
        ]
    )
    func visible(html: String) throws {
        let reading = try HTMLReader().read(html)
        #expect(PlainText.of(reading.text) == "chữ" && reading.findings.isEmpty)
    }
}
