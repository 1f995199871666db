import CoreMetrics
import Synchronization

/// One line, or one family of lines, of `/metrics`.
protocol Series: AnyObject, Sendable {
    var type: String { get }
    func write(_ key: MetricsRegistry.Key, to out: inout String)
}

extension Series {
    func line(_ name: String, _ labels: String, _ value: String, to out: inout String) {
        out += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }
}

final class CounterSeries: CounterHandler, Series {
    private let count = Atomic<Int64>(0)

    var type: String { "counter" }
    var value: Int64 { count.load(ordering: .relaxed) }

    /// Counts stop at the largest number rather than go round.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        var current = count.load(ordering: .relaxed)
        while true {
            let (sum, overflow) = current.addingReportingOverflow(amount)
            let (done, found) = count.weakCompareExchange(expected: current, desired: overflow ? .max : sum, ordering: .relaxed)
            if done { return }
            current = found
        }
    }

    func reset() { count.store(0, ordering: .relaxed) }

    func write(_ key: MetricsRegistry.Key, to out: inout String) { line(key.name, key.labels, String(value), to: &out) }
}

final class GaugeSeries: MeterHandler, RecorderHandler, Series {
    private let state = Mutex(0.0)

    var type: String { "gauge" }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0 = value } }
    func increment(by amount: Double) { state.withLock { $0 += amount } }
    func decrement(by amount: Double) { state.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }

    func write(_ key: MetricsRegistry.Key, to out: inout String) { line(key.name, key.labels, String(state.withLock { $0 }), to: &out) }
}

final class HistogramSeries: TimerHandler, RecorderHandler, Series {
    static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    static let sizes = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

    private struct State {
        var counts: [Int]
        var count = 0
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count)))
    }

    var type: String { "histogram" }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        let index = bounds.firstIndex { value <= $0 }
        state.withLock { state in
            if let index { state.counts[index] += 1 }
            state.count += 1
            state.sum += value
        }
    }

    func write(_ key: MetricsRegistry.Key, to out: inout String) {
        let state = state.withLock { $0 }
        let prefix = key.labels.isEmpty ? "" : key.labels + ","
        var total = 0
        for (bound, count) in zip(bounds, state.counts) {
            total += count
            line(key.name + "_bucket", "\(prefix)le=\"\(bound)\"", String(total), to: &out)
        }
        line(key.name + "_bucket", "\(prefix)le=\"+Inf\"", String(state.count), to: &out)
        line(key.name + "_sum", key.labels, String(state.sum), to: &out)
        line(key.name + "_count", key.labels, String(state.count), to: &out)
    }
}
