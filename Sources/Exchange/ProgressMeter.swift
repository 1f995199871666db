import Glibc

/// Shows a person how far a long command has come: on a terminal one line that is rewritten, elsewhere (a log, a pipe) a plain line every few
/// seconds, nothing at all if the person wants quiet. (Not called `Progress`: Foundation has a type of that name.)
public struct ProgressMeter {
    public enum Style: Sendable, Equatable {
        /// Rewrites one line of so many columns.
        case rewriting(columns: Int)
        case plain
        case silent
    }

    private let label: String
    private let unit: String
    private let total: Int64?
    private let style: Style
    private let now: () -> Duration
    private let write: (String) -> Void
    private let began: Duration
    private var first: (items: Int, bytes: Int64)?
    private var last: (items: Int, bytes: Int64) = (0, 0)
    private var shownAt: Duration?
    private var lineIsOpen = false

    /// - Parameters:
    ///   - label: what is being done, for instance "Importing".
    ///   - unit: what is counted.
    ///   - total: bytes in all, where known; without it there is no percentage and no time to go.
    ///   - now: time since any fixed moment, monotonic.
    ///   - write: takes the text for the terminal as it is.
    public init(
        _ label: String,
        unit: String = "records",
        total: Int64?,
        style: Style,
        now: @escaping () -> Duration,
        write: @escaping (String) -> Void
    ) {
        self.label = label
        self.unit = unit
        self.total = total
        self.style = style
        self.now = now
        self.write = write
        began = now()
    }

    /// On standard error, rewriting if that is a terminal.
    public static func onStandardError(_ label: String, unit: String = "records", total: Int64?, quiet: Bool) -> ProgressMeter {
        let start = ContinuousClock.now
        return ProgressMeter(
            label,
            unit: unit,
            total: total,
            style: quiet ? .silent : standardErrorStyle,
            now: { start.duration(to: .now) },
            write: { text in
                let bytes = Array(text.utf8)
                // Nobody is to be told if standard error itself cannot be written.
                _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
            }
        )
    }

    /// Call it as often as you like: it shows something ten times a second at most, every five seconds where lines are not rewritten.
    /// - Parameters:
    ///   - items: done so far, in all.
    ///   - bytes: of `total`, in all; `ByteSource.storedRead`.
    public mutating func update(items: Int, bytes: Int64) {
        if first == nil { first = (items, bytes) }
        last = (items, bytes)
        let interval: Duration =
            switch style {
            case .silent: .zero
            case .rewriting: .milliseconds(100)
            case .plain: .seconds(5)
            }
        let time = now()
        guard style != .silent, time - (shownAt ?? (style == .plain ? began : time - interval)) >= interval else { return }
        shownAt = time
        show(status(at: time))
    }

    /// A message that stays, above the line that is rewritten.
    public mutating func note(_ message: String) {
        guard style != .silent else { return }
        closeLine()
        write(message + "\n")
        shownAt = nil
    }

    /// The last word: what was done in which time.
    public mutating func finish() {
        guard style != .silent else { return }
        let time = now()
        let elapsed = Self.seconds(time - began)
        closeLine()
        write("\(label): \(Self.grouped(last.items)) \(unit) · \(Self.spoken(elapsed))\(rate(elapsed))\n")
    }

    private func status(at time: Duration) -> String {
        let elapsed = Self.seconds(time - began)
        var parts: [String] = []
        if let total, total > 0 { parts.append("\(min(100, Int(Double(last.bytes) / Double(total) * 100)))%") }
        parts.append("\(Self.grouped(last.items)) \(unit)")
        var text = "\(label): " + parts.joined(separator: " · ") + rate(elapsed)
        let done = last.bytes - (first?.bytes ?? 0)
        if let total, done > 0, elapsed >= 1, last.bytes < total {
            text += " · about \(Self.spoken(elapsed * Double(total - last.bytes) / Double(done))) left"
        }
        return text
    }

    /// What was done before a resumed run began is not its speed.
    private func rate(_ elapsed: Double) -> String {
        let done = last.items - (first?.items ?? 0)
        guard elapsed >= 0.5, done > 0 else { return "" }
        return " · \(Self.grouped(Int((Double(done) / elapsed).rounded()))) \(unit)/s"
    }

    private mutating func show(_ status: String) {
        switch style {
        case .silent: break
        case .plain: write(status + "\n")
        case .rewriting(let columns):
            // A line longer than the screen would wrap and could not be rewritten.
            write("\r" + String(status.prefix(max(1, columns - 1))) + "\u{1B}[K")
            lineIsOpen = true
        }
    }

    private mutating func closeLine() {
        if lineIsOpen { write("\r\u{1B}[K") }
        lineIsOpen = false
    }

    private static var standardErrorStyle: Style {
        guard isatty(STDERR_FILENO) == 1, getenv("TERM").map({ String(cString: $0) }) != "dumb" else { return .plain }
        var size = winsize()
        let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return .rewriting(columns: known ? Int(size.ws_col) : 80)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// 1234567 as 1,234,567.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    static func spoken(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
