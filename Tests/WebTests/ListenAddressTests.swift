import CoreMetrics
import Testing

@testable import Web

@Suite("Addresses to listen on, host names, figures")
struct ListenAddressTests {
    @Test(
        arguments: [
            ("[::]:8080", "[::]:8080"), ("127.0.0.1:9090", "127.0.0.1:9090"), (":8080", "[::]:8080"), ("localhost:0", "localhost:0"),
            ("[fe80::1]:65535", "[fe80::1]:65535"), ("unix:/run/caunoi.sock", "unix:/run/caunoi.sock"),
        ])
    func good(text: String, printed: String) { #expect(ListenAddress(text)?.description == printed) }

    @Test(
        arguments: [
            "", "8080", "localhost", "localhost:", "localhost:x", "localhost:65536", "localhost:-1", "::8080", "[::]", "[x]:1", "[]:1", "a b:1",
            "unix:", "unix:x",
            "unix:/\(String(repeating: "a", count: 120))", "http://x:1", "localhost:8080 ",
        ])
    func bad(text: String) { #expect(ListenAddress(text) == nil) }

    @Test func figuresAreWrittenForPrometheus() {
        let registry = MetricsRegistry()
        registry.makeCounter(label: "pages.served", dimensions: [("b", "2"), ("a", "1")]).increment(by: 3)
        registry.makeCounter(label: "pages.served", dimensions: [("a", "1"), ("b", "2")]).increment(by: -5)
        registry.makeMeter(label: "queue", dimensions: []).set(2.5)
        let timer = registry.makeTimer(label: "work", dimensions: [])
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let text = registry.text()
        #expect(text.contains("# TYPE pages_served_total counter\npages_served_total{a=\"1\",b=\"2\"} 3\n"))
        #expect(text.contains("# TYPE queue gauge\nqueue 2.5\n"))
        #expect(text.contains("work_seconds_bucket{le=\"0.0025\"} 1\n") && text.contains("work_seconds_bucket{le=\"10.0\"} 1\n"))
        #expect(text.contains("work_seconds_bucket{le=\"+Inf\"} 2\nwork_seconds_sum 20.002\nwork_seconds_count 2\n"))
    }

    @Test func strangersCannotFillTheMemoryWithLabels() {
        let registry = MetricsRegistry()
        for index in 0..<5000 { registry.makeCounter(label: "x", dimensions: [("host", String(index))]).increment(by: 1) }
        #expect(registry.text().split(separator: "\n").count == MetricsRegistry.mostSeries + 1)
    }
}
