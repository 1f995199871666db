import RichText
import Testing

@Suite("Caption files")
struct WebVTTTests {
    private func faults(_ text: String) -> WebVTTFault? {
        do throws(WebVTTFault) {
            _ = try WebVTT(text.utf8)
            return nil
        } catch { return error }
    }

    @Test func readsWhatAnEditorWrites() throws {
        let text = """
            \u{FEFF}WEBVTT - Phim ngắn\r
            \r
            NOTE Người dịch: Hòa\r
            \r
            mở đầu\r
            00:01.000 --> 00:03.500 line:80% align:center\r
            <v Phát thanh viên>Xin chào &amp; mời <b>bà con</b>\r
            cùng xem.\r
            \r
            00:03.500 --> 00:05.000\r
            <v Phát thanh viên>Tiếp theo.</v>\r
            \r
            01:00:00.000 --> 01:00:02.000\r
            <i>Nhạc</i>
            """
        let captions = try WebVTT(text.utf8)
        #expect(
            captions.cues == [
                .init(start: 1000, end: 3500, voice: "Phát thanh viên", text: "Xin chào & mời bà con cùng xem."),
                .init(start: 3500, end: 5000, voice: "Phát thanh viên", text: "Tiếp theo."),
                .init(start: 3_600_000, end: 3_602_000, voice: nil, text: "Nhạc"),
            ]
        )
        #expect(
            captions.transcript == [
                .paragraph([.text("Phát thanh viên: ", .strong), .text("Xin chào & mời bà con cùng xem. Tiếp theo.")]), .paragraph([.text("Nhạc")]),
            ]
        )
    }

    @Test(
        "the first fault and its line",
        arguments: [
            ("", .header, 1), ("WEBVTTX\n\n", .header, 1), ("WEBVTT", .headerGap, 2), ("WEBVTT\n00:01.000 --> 00:02.000\nx", .headerGap, 2),
            ("WEBVTT\n\n", .empty, 3), ("WEBVTT\n\nSTYLE\n::cue {}", .block, 3), ("WEBVTT\n\nREGION\nid:a", .block, 3),
            ("WEBVTT\n\nlời không có thời gian", .timing, 3), ("WEBVTT\n\n1\n00:01,000 --> 00:02,000\nx", .timing, 4),
            ("WEBVTT\n\n00:61.000 --> 01:02.000\nx", .timing, 3), ("WEBVTT\n\n0:01.000 --> 0:02.000\nx", .timing, 3),
            ("WEBVTT\n\n00:01.000-->00:02.000\nx", .timing, 3), ("WEBVTT\n\n00:02.000 --> 00:02.000\nx", .duration, 3),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\nx\n\n00:04.000 --> 00:07.000\ny", .order, 6),
            ("WEBVTT\n\n00:01.000 --> 00:02.000 align:middle\nx", .setting, 3), ("WEBVTT\n\n00:01.000 --> 00:02.000 size:50\nx", .setting, 3),
            ("WEBVTT\n\n00:01.000 --> 00:02.000 size:50% size:40%\nx", .setting, 3), ("WEBVTT\n\n00:01.000 --> 00:02.000 region:a\nx", .setting, 3),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n00:03.000 --> 00:04.000\ny", .arrow, 5), ("WEBVTT\n\nNOTE a --> b", .arrow, 3),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\n<script>x", .element, 4), ("WEBVTT\n\n00:01.000 --> 00:02.000\n<b>x\ny", .element, 5),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\na < b", .element, 4), ("WEBVTT\n\n00:01.000 --> 00:02.000\n<b>x</i>", .element, 4),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nA & B", .entity, 4), ("WEBVTT\n\n00:01.000 --> 00:02.000\n&copy;", .entity, 4),
            ("WEBVTT\n\n00:01.000 --> 00:02.000", .empty, 3), ("WEBVTT\n\n00:01.000 --> 00:02.000\n<b> </b>", .empty, 3),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\na\u{0}b", .control, 4),
        ] as [(String, WebVTTFault.Problem, Int)]
    )
    func faults(text: String, problem: WebVTTFault.Problem, line: Int) { #expect(faults(text) == WebVTTFault(problem, line: line)) }

    @Test func bytesThatAreNoTextAreNamed() {
        #expect(throws: WebVTTFault(.encoding, line: 3)) { try WebVTT(Array("WEBVTT\n\n".utf8) + [0xC3, 0x28]) }
        #expect(throws: WebVTTFault(.tooLarge, line: 1)) { try WebVTT([UInt8](repeating: 0x41, count: WebVTT.maximumSize + 1)) }
    }
}
