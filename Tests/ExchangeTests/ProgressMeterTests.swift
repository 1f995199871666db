import Exchange
import Testing

@Suite("Progress for people")
struct ProgressMeterTests {
    /// A clock that is set by hand and a terminal that remembers.
    private final class Screen {
        var time: Duration = .seconds(100)
        var written: [String] = []

        func meter(total: Int64?, style: ProgressMeter.Style) -> ProgressMeter {
            ProgressMeter("Nhập tin bài", total: total, style: style, now: { self.time }, write: { self.written.append($0) })
        }
    }

    @Test("a terminal's line is rewritten, with share, rate and time to go")
    func rewriting() {
        let screen = Screen()
        var meter = screen.meter(total: 1_000_000, style: .rewriting(columns: 100))
        meter.update(items: 0, bytes: 0)
        screen.time += .seconds(10)
        meter.update(items: 12_345, bytes: 250_000)
        // Not shown: too soon.
        screen.time += .milliseconds(99)
        meter.update(items: 12_400, bytes: 260_000)
        screen.time += .seconds(29.901)
        meter.update(items: 49_380, bytes: 1_000_000)
        meter.finish()
        #expect(
            screen.written == [
                "\rNhập tin bài: 0% · 0 bản ghi\u{1B}[K", "\rNhập tin bài: 25% · 12.345 bản ghi · 1.235 bản ghi/giây · còn khoảng 30 giây\u{1B}[K",
                "\rNhập tin bài: 100% · 49.380 bản ghi · 1.235 bản ghi/giây\u{1B}[K", "\r\u{1B}[K",
                "Nhập tin bài: 49.380 bản ghi · 40 giây · 1.235 bản ghi/giây\n",
            ]
        )
    }

    @Test("elsewhere there is a plain line every five seconds, without control signs")
    func plain() {
        let screen = Screen()
        var meter = screen.meter(total: nil, style: .plain)
        for second in 1...12 {
            screen.time = .seconds(100 + second)
            meter.update(items: second * 100, bytes: 0)
        }
        meter.finish()
        #expect(
            screen.written == [
                "Nhập tin bài: 500 bản ghi · 80 bản ghi/giây\n", "Nhập tin bài: 1.000 bản ghi · 90 bản ghi/giây\n",
                "Nhập tin bài: 1.200 bản ghi · 12 giây · 92 bản ghi/giây\n",
            ]
        )
    }

    @Test("quiet means nothing")
    func silent() {
        let screen = Screen()
        var meter = screen.meter(total: 10, style: .silent)
        meter.update(items: 1, bytes: 1)
        meter.note("x")
        meter.finish()
        #expect(screen.written.isEmpty)
    }

    @Test("a line never wraps, and a message stays above it")
    func narrow() {
        let screen = Screen()
        var meter = screen.meter(total: 10, style: .rewriting(columns: 13))
        meter.update(items: 1, bytes: 5)
        meter.note("Dòng 7: thiếu tiêu đề")
        meter.update(items: 2, bytes: 6)
        #expect(screen.written == ["\rNhập tin bài\u{1B}[K", "\r\u{1B}[K", "Dòng 7: thiếu tiêu đề\n", "\rNhập tin bài\u{1B}[K"])
    }

    @Test("a resumed run counts its own speed only, and long times read well")
    func resumed() {
        let screen = Screen()
        var meter = screen.meter(total: 1_000_000, style: .rewriting(columns: 200))
        meter.update(items: 1_000_000, bytes: 500_000)
        screen.time += .seconds(100)
        meter.update(items: 1_000_100, bytes: 501_000)
        #expect(screen.written.last == "\rNhập tin bài: 50% · 1.000.100 bản ghi · 1 bản ghi/giây · còn khoảng 13 giờ 51 phút\u{1B}[K")
        screen.time += .seconds(100)
        meter.update(items: 1_000_200, bytes: 900_000)
        #expect(screen.written.last?.contains("còn khoảng 50 giây") == true)
        screen.time += .seconds(1000)
        meter.update(items: 1_000_300, bytes: 910_000)
        #expect(screen.written.last?.contains("còn khoảng 4 phút 24 giây") == true)
    }
}
