import RichText
import Testing

/// Work and memory stay bounded whatever comes in: each of these would take a naive reader minutes, gigabytes or its stack.
@Suite(.serialized) struct EntangledHTMLTests {
    static func many(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }
    static func numbered(_ count: Int, _ unit: (Int) -> String) -> String { (0..<count).map(unit).joined() }

    static let bombs: [(name: String, html: String)] = [
        ("nested divs", many("<div>", 100_000) + "chữ"),
        ("more nested divs", many("<div>", 300_000) + "chữ"),
        ("nested unknown elements", many("<x>", 50_000) + "chữ"),
        ("nested lists", many("<ul><li>", 25_000) + "chữ"),
        ("nested quotes", many("<blockquote>", 30_000) + "chữ" + many("</blockquote>", 30_000)),
        ("nested tables", many("<table><tr><td>", 50_000) + "chữ"),
        ("formatting repeated in paragraphs", numbered(20_000) { "<b id=\($0)>" } + many("<p>x", 20_000) + "chữ"),
        ("formatting and tables", numbered(20_000) { "<i a=\($0)><table><td></i>" } + "chữ"),
        ("anchors in divs", numbered(20_000) { "<a href=/\($0)><div>" } + "chữ"),
        ("adoption agency", many("<b><div></b>", 20_000) + "chữ"),
        ("phantom cells", many("<td><div></td>", 20_000) + "chữ"),
        ("forms", many("<form><div></form>", 20_000) + "chữ"),
        ("end tags in attributes", many("<div a=\"</div>\">", 20_000) + "chữ"),
        ("end tags in comments", many("<div><!--</div>-->", 20_000) + "chữ"),
        ("end tags in text areas", many("<div><textarea></div></textarea>", 20_000) + "chữ"),
        ("titles in drawings", many("<svg><title><div a=\"</title></div></title></svg>\">", 15_000) + "<p>chữ"),
        ("CDATA in drawings", many("<svg><![CDATA[ > </svg> ]]><p><div>", 15_000) + "chữ"),
        ("scripts in scripts", many("<div><script><!--<script></script></div>--></script>", 15_000) + "chữ"),
        ("selects", many("<select><title><div a=\"</title></select>\">", 15_000) + "<p>chữ"),
        ("attributes", "<p " + numbered(100_000) { "a\($0) " } + ">chữ</p>"),
        ("templates", "chữ" + many("<template>", 50_000)),
        ("one long paragraph", many("chữ <b>đậm</b> <i>nghiêng</i><br>", 20_000)),
        ("a long list", "<ul>" + many("<li>chữ", 60_000) + "</ul>"),
        ("a long table", "<table border=1>" + many("<tr><td>chữ<td>số", 25_000) + "</table>"),
        ("a long link", "<a href=https://x.vn/>" + many("<b>chữ</b>và", 40_000)),
        ("bullets", many("<p>• chữ</p>", 40_000)),
        ("bullets in pieces", "<p>" + many("<b>• </b><i>• </i>", 30_000) + "chữ"),
        ("figure captions", "<figure><img src=/a.jpg>" + many("<figcaption>chữ</figcaption>", 25_000) + "</figure>"),
        ("pictures in cells", "<table border=1>" + many("<tr><td>chữ<td><img src=/a.jpg>", 15_000) + "</table>"),
        ("markers without end", many("<", 1_000_000) + " chữ"),
        ("open quotation marks", "chữ" + many("<p a=\"", 200_000)),
        ("line breaks", many("<br>", 200_000) + "chữ"),
        ("style declarations", "<p style=\"" + many("color:red;", 80_000) + "\">chữ</p>"),
    ]

    @Test("is read in bounded time", arguments: bombs.indices)
    func bomb(index: Int) throws {
        let (name, html) = Self.bombs[index]
        let clock = ContinuousClock()
        let start = clock.now
        let reading = try HTMLReader().read(html)
        let time = clock.now - start
        #expect(PlainText.of(reading.text).contains("chữ") == true, "\(name)")
        // Debug build on a loaded machine; the measure of a naive reader is minutes.
        #expect(time < .seconds(30), "\(name): \(time)")
        let markup = MarkupWriter().markup(of: reading.text).string
        #expect(MarkupGrammar.fault(in: markup) == nil)
    }

    @Test func sizeIsLimited() throws {
        #expect(throws: ReadingFault.tooLarge(bytes: 11, limit: 10)) { try HTMLReader(maximumSize: 10).read("<p>12345678") }
        #expect(throws: ReadingFault.self) { try PageReader(isOwnHost: { _ in true }).read(Self.many("<div>", 100_000)) }
    }

    @Test func simplifiedTextKeepsItsWordsAndStructure() throws {
        let body =
            "<h2>Mục 1</h2><p>Đoạn <b>đậm</b> <a href=https://x.vn/>liên kết</a></p><ul><li>một<li>hai</ul><table border=1><tr><td>a<td>b<tr><td>c<td>d</table>"
        let reading = try HTMLReader().read(Self.many("<font color=red><span>", 4000) + body)
        #expect(reading.findings.map(\.kind) == [.simplified])
        #expect(reading.text.blocks == (try HTMLReader().read(body)).text.blocks)
    }
}
