import CoreMetrics
import HTTPTypes

/// The counters of one route, looked up once: what a hit counts must not cost more than the hit.
final class HitMetrics: Sendable {
    private let full: any CounterHandler
    private let unchanged: any CounterHandler
    private let heads: any CounterHandler
    private let hits: any CounterHandler
    private let time: any TimerHandler

    init(_ metrics: RequestMetrics, route: String) {
        full = metrics.counter(.get, route, "200")
        unchanged = metrics.counter(.get, route, "304")
        heads = metrics.counter(.head, route, "200")
        hits = metrics.hitCounter(route)
        time = metrics.timer(route)
    }

    func count(_ hit: Hit) {
        (hit.isHead ? heads : hit.status == 304 ? unchanged : full).increment(by: 1)
        hits.increment(by: 1)
        time.recordNanoseconds(hit.nanoseconds)
    }
}
