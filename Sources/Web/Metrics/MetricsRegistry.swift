public import CoreMetrics
import Synchronization

/// The program's measurements, kept in memory and written as Prometheus text. Pass it to `MetricsSystem.bootstrap` so that libraries' own are here too.
public final class MetricsRegistry: MetricsFactory {
    /// Distinct label sets a name may have; what comes after that is counted nowhere, so that no stranger can fill the memory with labels.
    static let mostSeries = 1000

    struct Key: Hashable, Comparable {
        let name: String
        let labels: String

        static func < (a: Key, b: Key) -> Bool { (a.name, a.labels) < (b.name, b.labels) }
    }

    private struct State {
        var series: [Key: any Series] = [:]
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// The text of `/metrics` (exposition format 0.0.4), always in the same order.
    public func text() -> String {
        let all = state.withLock { $0.series }
        var out = ""
        var last = ""
        for (key, series) in all.sorted(by: { $0.key < $1.key }) {
            if key.name != last {
                out += "# TYPE \(key.name) \(series.type)\n"
                last = key.name
            }
            series.write(key, to: &out)
        }
        return out
    }

    private func series<S: Series>(_ label: String, suffix: String, _ dimensions: [(String, String)], _ make: () -> S) -> S {
        let key = Key(name: Self.name(label, suffix: suffix), labels: Self.labels(dimensions))
        return state.withLock { state in
            if let known = state.series[key] as? S { return known }
            let made = make()
            guard state.series[key] == nil, state.counts[key.name, default: 0] < Self.mostSeries else { return made }
            state.counts[key.name, default: 0] += 1
            state.series[key] = made
            return made
        }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, suffix: "_total", dimensions) { CounterSeries() }
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, suffix: "", dimensions) { GaugeSeries() }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate
            ? series(label, suffix: "", dimensions) { HistogramSeries(bounds: HistogramSeries.sizes) }
            : series(label, suffix: "", dimensions) { GaugeSeries() }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, suffix: "_seconds", dimensions) { HistogramSeries(bounds: HistogramSeries.seconds) }
    }

    // A series stays when the code that wrote it lets go of it: a counter that went back to nothing would look like a restart.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private static func name(_ label: String, suffix: String) -> String {
        let safe = String(decoding: label.utf8.map { isNameByte($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        return safe.hasSuffix(suffix) ? safe : safe + suffix
    }

    private static func isNameByte(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) && byte >= 65 || (48...57).contains(byte) || byte == 95 }

    private static func labels(_ dimensions: [(String, String)]) -> String {
        dimensions.sorted { $0.0 < $1.0 }.map { label, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name(label, suffix: ""))=\"\(escaped)\""
        }.joined(separator: ",")
    }
}
