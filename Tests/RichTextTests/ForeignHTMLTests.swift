import RichText
import Testing

/// Samples written for this test in the manner of Word and of the portals of the 2000s.
@Suite struct ForeignHTMLTests {
    static let word = #"""
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
        <style><!-- p.MsoNormal {margin:0cm; font-size:14.0pt;} --></style></head>
        <body lang=EN-US><!--StartFragment-->
        <h1 style='text-align:center'><span lang=VI>Kế hoạch triển khai<o:p></o:p></span></h1>
        <p class=MsoNormal style='text-align:justify;text-indent:36.0pt'><b style='mso-bidi-font-weight:normal'><span lang=VI style='font-size:14.0pt;font-family:"Times New Roman","serif"'>Ủy ban nhân dân</span></b><span lang=EN-US style='font-size:14.0pt'><span style='mso-spacerun:yes'>&nbsp; </span>tỉnh&nbsp;&nbsp;&nbsp;yêu cầu <i>các sở</i>:<o:p></o:p></span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Rà soát thủ tục<o:p></o:p></p>
        <p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Cấp xã</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Báo cáo <a href="mailto:vanphong@tinh.example"><span style='color:blue'>văn phòng</span></a></p>
        <p class=MsoNormal style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;</span></span><![endif]>Việc thứ ba</p>
        <p class=MsoNormal style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp;&nbsp;</span></span><![endif]>Việc thứ tư</p>
        <p class=MsoNormal style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>Điều 1.<span>&nbsp;</span></span><![endif]>Phạm vi điều chỉnh</p>
        <p class=MsoNormal style='mso-list:l3 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span><![endif]>Điểm a</p>
        <p class=MsoNormal>- Gạch đầu dòng giữ nguyên; H<sub>2</sub>O, 10<span style='vertical-align:super'>2</span>, <s>bỏ</s> <u>gạch chân</u></p>
        <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
        <tr><td width=60 style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center><b>TT<o:p></o:p></b></p></td><td colspan=2><p class=MsoNormal><b>Tên đơn vị</b></p></td></tr>
        <tr><td rowspan=2><p class=MsoNormal>1</p></td><td><p class=MsoNormal>Sở Y tế</p><p class=MsoNormal>Địa chỉ: số 1</p></td><td><p class=MsoNormal>5<o:p></o:p></p></td></tr>
        <tr><td><p class=MsoNormal>Sở Tài chính</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
        <p class=MsoNormal><span style='display:none;mso-hide:all'>FIELD</span><a name="_Toc1"></a><span lang=VI>Kết thúc.</span><span style='mso-no-proof:yes'><v:shape id="x"><v:imagedata src="file:///C:/x.png"/></v:shape><img width=300 height=200 src="file:///C:/Temp/image001.png" alt="Biểu đồ"></span></p>
        <!--EndFragment--></body></html>
        """#

    static let portal = #"""
        <table width="100%" border="0" cellpadding="0" cellspacing="0"><tbody><tr><td class="title"><font face="Arial" size="4" color="#cc0000"><b>Khai mạc lễ hội</b></font></td></tr><tr><td>
        <center><img src="/Portals/0/anh1.jpg" width="500" border="0" onclick="show(this)" alt="Lễ hội"></center>
        <div align="center"><i>Quang cảnh lễ khai mạc. (Ảnh: Nguyễn Văn A)</i></div>
        <font face=".VnTime">TiÕng ViÖt</font><font face="Times New Roman">Sáng 10/3, tại quảng trường<br><br>Tới dự có các đồng chí lãnh đạo<br>
        <br>&nbsp;&nbsp;&nbsp;Theo <a href="http://baotinh.example/tin?id=5&amp;x=1" target="_blank" onmousedown="t()">báo tỉnh</a>, có <strong><strong>5.000</strong></strong> người dự.<BR>Dòng hai cùng đoạn.</font>
        <p>&nbsp;</p><p><br></p><p align="center">***</p>
        <p>&bull; Phần lễ</p><p>•&nbsp;Phần hội</p>
        <table align="center" width="400"><tr><td><img src="https://cdn.example/a2.jpg"></td></tr><tr><td style="text-align:center">Múa rồng. Ảnh: Trần B</td></tr></table>
        <marquee><a href="https://x.example/">Chạy chữ</a></marquee><div style="position:absolute; left:-5000px"><a href="https://spam.example">nhà cái uy tín</a></div>
        <blockquote style="margin: 0 0 0 40px; border: none; padding: 0px;">Đoạn thụt vào</blockquote>
        <iframe width="560" src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="Phim lễ hội" allowfullscreen></iframe>
        <p style="text-align: right;"><strong>Theo Nguyễn C</strong></p><script>document.write('x')</script><img src="/counter.gif" width="1" height="1"></td></tr></tbody></table>
        """#

    func markup(_ html: String, _ reader: HTMLReader = HTMLReader()) throws -> String {
        MarkupWriter(links: LinkPolicy(isRegistered: { $0 == "baotinh.example" })).markup(of: try reader.read(html).text).string
    }

    @Test func fromWord() throws {
        #expect(
            try markup(Self.word) == #"""
                <h2 id="muc-ke-hoach-trien-khai">Kế hoạch triển khai</h2>
                <p><strong>Ủy ban nhân dân</strong> tỉnh yêu cầu <em>các sở</em>:</p>
                <ul>
                <li>Rà soát thủ tục<ul>
                <li>Cấp xã</li>
                </ul>
                </li>
                <li>Báo cáo <a href="mailto:vanphong@tinh.example">văn phòng</a></li>
                </ul>
                <ol start="3">
                <li>Việc thứ ba</li>
                <li>Việc thứ tư</li>
                </ol>
                <p>Điều 1. Phạm vi điều chỉnh</p>
                <p>a) Điểm a</p>
                <p>- Gạch đầu dòng giữ nguyên; H<sub>2</sub>O, 10<sup>2</sup>, <s>bỏ</s> gạch chân</p>
                <div class="table" role="region" tabindex="0" aria-label="Bảng">
                <table class="data">
                <thead>
                <tr><th scope="col">TT</th><th scope="colgroup" colspan="2">Tên đơn vị</th></tr>
                </thead>
                <tbody>
                <tr><td rowspan="2">1</td><td>Sở Y tế<br>Địa chỉ: số 1</td><td>5</td></tr>
                <tr><td>Sở Tài chính</td><td></td></tr>
                </tbody>
                </table>
                </div>
                <p>Kết thúc.</p>
                <p>Biểu đồ</p>

                """#
        )
        #expect(
            try HTMLReader().read(Self.word).findings == [Finding(.hiddenText, "FIELD"), Finding(.embeddedPicture, "file:///C:/Temp/image001.png")]
        )
    }

    @Test func fromAnOldPortal() throws {
        let asset = AssetReference(commitment: String(repeating: "a", count: 64))
        let reader = HTMLReader(
            base: WebAddress("http://cu.tinh.example/tin/1.html"),
            assetOf: { $0.hasSuffix("anh1.jpg") ? asset : nil },
            decodeLegacy: { text, font in font == ".vntime" ? text.replacing("TiÕng ViÖt", with: "Tiếng Việt ") : text }
        )
        #expect(
            try markup(Self.portal, reader) == #"""
                <p><strong>Khai mạc lễ hội</strong></p>
                <figure>
                <img src="/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/anh" alt="Lễ hội" loading="lazy" decoding="async">
                <figcaption><em>Quang cảnh lễ khai mạc.</em> <span class="credit">Nguyễn Văn A</span></figcaption>
                </figure>
                <p>Tiếng Việt Sáng 10/3, tại quảng trường</p>
                <p>Tới dự có các đồng chí lãnh đạo</p>
                <p>Theo <a href="http://baotinh.example/tin?id=5&amp;x=1">báo tỉnh</a>, có <strong>5.000</strong> người dự.<br>Dòng hai cùng đoạn.</p>
                <p>***</p>
                <ul>
                <li>Phần lễ</li>
                <li>Phần hội</li>
                </ul>
                <p>Múa rồng. Trần B</p>
                <p><a href="https://x.example/" rel="nofollow ugc noopener">Chạy chữ</a></p>
                <p>Đoạn thụt vào</p>
                <figure class="embed">
                <p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="nofollow ugc noopener">Phim lễ hội</a></p>
                </figure>
                <p><strong>Theo Nguyễn C</strong></p>

                """#
        )
        let reading = try reader.read(Self.portal)
        #expect(reading.findings.map(\.kind) == [.eventHandler, .eventHandler, .hiddenText, .script])
        let pictures: [Picture] = reading.text.blocks.compactMap { block in
            guard case .picture(let picture) = block else { return nil }
            return picture
        }
        #expect(pictures.map(\.source) == [nil, "https://cdn.example/a2.jpg"] && pictures.map(\.credit) == ["Nguyễn Văn A", "Trần B"])
    }

    @Test(
        "small dirt",
        arguments: [
            ("a<br><br>b<br>c", "<p>a</p>\n<p>b<br>c</p>\n"), ("<p>a</p>\n&nbsp;\n<p> </p><div><br></div>b", "<p>a</p>\n<p>b</p>\n"),
            ("<div>a<div>b</div>c</div>", "<p>a</p>\n<p>b</p>\n<p>c</p>\n"), ("<b>a</b><b>b</b> <b>c</b>", "<p><strong>ab c</strong></p>\n"),
            ("<span style='font-weight:700'>a</span>", "<p><strong>a</strong></p>\n"), ("<b style='font-weight:normal'><p>a</p></b>", "<p>a</p>\n"),
            ("<b>a</b> <a href=http://x.vn>b</a> c", "<p><strong>a</strong> <a href=\"http://x.vn/\" rel=\"nofollow ugc noopener\">b</a> c</p>\n"),
            ("x <a href='#top'>y</a>", "<p>x y</p>\n"), ("<h1>a</h1><h5><b>b</b></h5>", "<h2 id=\"muc-a\">a</h2>\n<h4 id=\"muc-b\">b</h4>\n"),
            ("<h2>Ước</h2><h2>uoc</h2><h2>各</h2>", "<h2 id=\"muc-uoc\">Ước</h2>\n<h2 id=\"muc-uoc-2\">uoc</h2>\n<h2 id=\"muc\">各</h2>\n"),
            ("<li>a<li>b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"), ("<ul>x<li>a</ul>", "<ul>\n<li>x</li>\n<li>a</li>\n</ul>\n"),
            ("<ul><li>a</li><ul><li>b</ul></ul>", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
            ("<ol start=5><li><p>a</p><p>b</p></ol>", "<ol start=\"5\">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n"),
            ("<dl><dt>a<dd>b</dl>", "<p><strong>a</strong></p>\n<p>b</p>\n"),
            ("- một<br>- hai", "<p>- một<br>- hai</p>\n"), ("<p>\u{F0B7} một</p><p>\u{F0A7}hai</p>", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n"),
            ("<p>·không phải</p>", "<p>·không phải</p>\n"), ("<pre>a\n  b</pre>", "<pre>\na\n  b</pre>\n"),
            ("<q>a</q> <cite>b</cite> <kbd>c</kbd>", "<p>“a” <em>b</em> <code>c</code></p>\n"),
            ("<p lang=en>Hello</p><p lang=en>Xin chào Việt Nam", "<p><span lang=\"en\">Hello</span></p>\n<p>Xin chào Việt Nam</p>\n"),
            ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<p>a</p>\n<p>b</p>\n"),
            (
                "<table><tr><td><table border=1><tr><td>a<td>b</table></table>",
                "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng\">\n<table class=\"data\">\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>\n</div>\n"
            ),
            (
                "<table border=1><caption>B&amp;\"1\"</caption><tr><td>a<td><ol><li>x<li>y</ol></table>",
                "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"B&amp;&quot;1&quot;\">\n<table class=\"data\">\n<caption>B&amp;&quot;1&quot;</caption>\n<tbody>\n<tr><td>a</td><td>1. x<br>2. y</td></tr>\n</tbody>\n</table>\n</div>\n"
            ),
            (
                "<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>",
                "<figure class=\"quote\">\n<blockquote>\n<p>a</p>\n</blockquote>\n<figcaption>b</figcaption>\n</figure>\n"
            ), ("a\u{AD}b\u{FEFF}c", "<p>abc</p>\n"), ("", ""), ("   ", ""),
            (
                "<a href=' HTTP://X.vn:80/đường dẫn?q=&quot;a&quot;#b '>x</a>",
                "<p><a href=\"http://x.vn/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn?q=%22a%22#b\" rel=\"nofollow ugc noopener\">x</a></p>\n"
            ),
            (
                "<a href='mailto:a@b.vn?cc=c@d.vn'>x</a> <a href='tel:(024) 38.25'>y</a>",
                "<p><a href=\"mailto:a@b.vn\">x</a> <a href=\"tel:0243825\">y</a></p>\n"
            ),
        ]
    )
    func dirt(html: String, expected: String) throws { #expect(try markup(html) == expected) }

    @Test func linksToOurOwnItemsAndOldPaths() throws {
        let reader = HTMLReader(isOwnHost: { $0 == "www.tinh.example" })
        let html = """
            <a href='https://www.tinh.example/tin/a-01jabcdefghjk?in=1'>a</a> <a href='/b-01jabcdefghjm'>b</a> <a href='https://www.tinh.example/cu.aspx'>c</a>
            <a href='/cu.aspx?ItemID=5'>d</a> <a href='//x.vn/y'>e</a>
            """
        guard case .paragraph(let inlines)? = try reader.read(html).text.blocks.first else {
            Issue.record("no paragraph")
            return
        }
        let targets: [LinkTarget] = inlines.compactMap { inline in
            guard case .link(let target, _) = inline else { return nil }
            return target
        }
        #expect(
            targets == [
                .item("01jabcdefghjk"), .item("01jabcdefghjm"), .address("https://www.tinh.example/cu.aspx"), .site("/cu.aspx?ItemID=5"),
                .address("https://x.vn/y"),
            ]
        )
    }

    @Test(
        "relative addresses are resolved against the base",
        arguments: [
            ("c.html", "https://bao.example:8443/a/b/c.html"), ("../c?x=/../y", "https://bao.example:8443/a/c?x=/../y"),
            ("/c", "https://bao.example:8443/c"),
            ("./", "https://bao.example:8443/a/b/"), ("//x.vn/c", "https://x.vn/c"), ("../../../../c", "https://bao.example:8443/c"),
            ("http://y.vn", "http://y.vn/"),
        ]
    )
    func base(source: String, resolved: String) throws {
        let reader = HTMLReader(base: WebAddress("https://bao.example:8443/a/b/tin.html?x=1"))
        #expect(try reader.read("<a href='\(source)'>x</a>").text.blocks == [.paragraph([.link(.address(resolved), "x")])])
    }
}
