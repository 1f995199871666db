import Exchange
import Testing

@Suite("Progress for people")
struct ProgressMeterTests {
    /// A clock that is set by hand and a terminal that remembers.
    private final class Screen {
        var time: Duration = .seconds(100)
        var written: [String] = []

        func meter(total: Int64?, style: ProgressMeter.Style) -> ProgressMeter {
            ProgressMeter("Importing", total: total, style: style, now: { self.time }, write: { self.written.append($0) })
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
                "\rImporting: 0% · 0 records\u{1B}[K", "\rImporting: 25% · 12,345 records · 1,235 records/s · about 30 s left\u{1B}[K",
                "\rImporting: 100% · 49,380 records · 1,235 records/s\u{1B}[K", "\r\u{1B}[K",
                "Importing: 49,380 records · 40 s · 1,235 records/s\n",
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
                "Importing: 500 records · 80 records/s\n", "Importing: 1,000 records · 90 records/s\n",
                "Importing: 1,200 records · 12 s · 92 records/s\n",
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
        var meter = screen.meter(total: 10, style: .rewriting(columns: 10))
        meter.update(items: 1, bytes: 5)
        meter.note("Dòng 7: thiếu tiêu đề")
        meter.update(items: 2, bytes: 6)
        #expect(screen.written == ["\rImporting\u{1B}[K", "\r\u{1B}[K", "Dòng 7: thiếu tiêu đề\n", "\rImporting\u{1B}[K"])
    }

    @Test("a resumed run counts its own speed only, and long times read well")
    func resumed() {
        let screen = Screen()
        var meter = screen.meter(total: 1_000_000, style: .rewriting(columns: 200))
        meter.update(items: 1_000_000, bytes: 500_000)
        screen.time += .seconds(100)
        meter.update(items: 1_000_100, bytes: 501_000)
        #expect(screen.written.last == "\rImporting: 50% · 1,000,100 records · 1 records/s · about 13 h 51 min left\u{1B}[K")
        screen.time += .seconds(100)
        meter.update(items: 1_000_200, bytes: 900_000)
        #expect(screen.written.last?.contains("about 50 s left") == true)
        screen.time += .seconds(1000)
        meter.update(items: 1_000_300, bytes: 910_000)
        #expect(screen.written.last?.contains("about 4 min 24 s left") == true)
    }
}
