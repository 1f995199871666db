import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Testing
import Vietnamese

@testable import Web

@Suite("What the page cache keeps")
struct PageCacheTests {
    private let clock = Clock { Instant(rawValue: 1_795_000_000_000) }

    private func answer(_ cache: PageCache, bytes: Int, depends: [Dependency] = []) -> CachedAnswer {
        CachedAnswer(
            ByteAnswer(ByteBuffer(repeating: 65, count: bytes), type: "image/png", freshness: .page),
            tag: "t",
            head: cache.head(.ok, [.contentType: "image/png"]),
            dependencies: depends,
            expires: Instant(rawValue: 1_795_000_001_000),
            item: nil,
            route: "item",
            hits: HitMetrics(RequestMetrics(MetricsRegistry()), route: "item")
        )
    }

    private func key(_ number: Int) -> CacheKey { CacheKey(site: Network.province, target: "/\(number)") }

    @Test("memory is bounded, and pages people come back to outlive a robot's walk through the archive")
    func eviction() {
        let cache = PageCache(megabytes: 16, clock: clock)
        let popular = 0..<50
        for number in popular { cache.keep(answer(cache, bytes: 10_000), under: key(number), since: cache.epoch) }
        for number in 1_000..<20_000 {
            cache.keep(answer(cache, bytes: 10_000), under: key(number), since: cache.epoch)
            if number % 50 == 0 { for number in popular { _ = cache.find(key(number)) } }
        }
        #expect(cache.size.bytes <= 16 * 1024 * 1024)
        #expect(cache.size.answers > 1_000)
        let left = popular.filter { if case .fresh = cache.find(key($0)) { true } else { false } }
        #expect(left.count == popular.count, "\(left.count)")
    }

    @Test("an answer that would take more than its share is not kept; no memory keeps nothing")
    func tooLarge() {
        let cache = PageCache(megabytes: 16, clock: clock)
        #expect(!cache.keep(answer(cache, bytes: 1_000_000), under: key(1), since: cache.epoch))
        let none = PageCache(megabytes: 0, clock: clock)
        #expect(!none.keep(answer(none, bytes: 10), under: key(1), since: none.epoch))
    }

    @Test("exactly what depends on a change goes stale")
    func tags() {
        let cache = PageCache(megabytes: 16, clock: clock)
        for number in 0..<300 {
            cache.keep(
                answer(cache, bytes: 100, depends: [.item(ItemID(rawValue: Int64(number))), .list(.all, on: SiteID(rawValue: Int64(number % 3)))]),
                under: key(number),
                since: cache.epoch
            )
        }
        func stale() -> Int { (0..<300).filter { if case .stale = cache.find(key($0)) { true } else { false } }.count }
        func missing() -> Int { (0..<300).filter { if case .missing = cache.find(key($0)) { true } else { false } }.count }
        cache.invalidate(changed: [.item(ItemID(rawValue: 7))])
        #expect(stale() == 1)
        cache.invalidate(changed: [.list(.all, on: SiteID(rawValue: 0))])
        #expect(stale() == 101)
        cache.invalidate(changed: [], gone: [.item(ItemID(rawValue: 7)), .item(ItemID(rawValue: 9))])
        #expect(stale() == 99 && missing() == 2)
        cache.invalidateEverything()
        #expect(stale() == 298)
    }

    @Test("a change between reading and keeping is noticed, also when too many came between")
    func epochs() {
        let cache = PageCache(megabytes: 16, clock: clock)
        let before = cache.epoch
        let mine: [Dependency] = [.item(ItemID(rawValue: 1))]
        cache.invalidate(changed: [.item(ItemID(rawValue: 2))])
        #expect(cache.keep(answer(cache, bytes: 10, depends: mine), under: key(1), since: before))
        cache.invalidate(changed: [.item(ItemID(rawValue: 1))])
        #expect(!cache.keep(answer(cache, bytes: 10, depends: mine), under: key(2), since: before))
        let middle = cache.epoch
        for _ in 0..<1_000 { cache.invalidate(changed: [.item(ItemID(rawValue: 3))]) }
        #expect(!cache.keep(answer(cache, bytes: 10, depends: mine), under: key(3), since: middle))
        let end = cache.epoch
        cache.invalidateEverything()
        #expect(!cache.keep(answer(cache, bytes: 10), under: key(4), since: end))
    }

    @Test(arguments: [
        ("gzip, deflate, br", true, true), ("", false, false), ("br;q=0, gzip", false, true), ("br;q=0.0,gzip;q=0.000", false, false),
        ("BR", true, false), ("*", false, true), ("identity", false, false), ("br ; q=1", true, false), (",,;;q=,br", true, false),
        ("gzip;q=0.5, br;q=1.0", true, true), ("xbr", false, false),
    ])
    func acceptedPackings(_ field: String, _ brotli: Bool, _ gzip: Bool) {
        let accepted = AcceptedPackings(field: field.utf8)
        #expect(accepted.contains(.brotli) == brotli && accepted.contains(.gzip) == gzip)
    }

    @Test func packedAndUnpackedIsTheSame() throws {
        let text = ByteBuffer(string: String(repeating: "Ủy ban nhân dân xã Chân Mây - Lăng Cô. ", count: 500))
        let brotli = try #require(Packing.brotli.pack(text))
        #expect(brotli.readableBytes < text.readableBytes / 10)
        #expect(Packing.unpack(brotli: brotli, size: text.readableBytes) == text)
        #expect(Packing.unpack(brotli: brotli, size: 10) == nil)
        #expect(Packing.unpack(brotli: ByteBuffer(string: "rubbish"), size: 10) == nil)
        #expect(try #require(Packing.gzip.pack(text)).readableBytes < text.readableBytes / 10)
        #expect(Packing.brotli.pack(ByteBuffer(string: "x")) == nil)
    }

    @Test(arguments: [
        (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=0-", .part(0..<100)), ("bytes=-1", .part(99..<100)),
        ("bytes=-1000", .part(0..<100)),
        ("bytes=99-", .part(99..<100)), ("bytes=100-", .none), ("bytes=-0", .none), ("bytes=5-4", .whole), ("bytes=0-9,20-29", .whole),
        ("bytes=-", .whole), ("bytes", .whole), ("items=0-5", .whole), ("bytes=a-b", .whole), ("bytes= 1 - 2 ", .part(1..<3)),
        ("bytes=0-99999999999999999999999999", .part(0..<100)), ("bytes=99999999999999999999999999-", .none), ("bytes=--1", .whole),
        ("bytes=0x1-2", .whole), ("BYTES=1-1", .part(1..<2)),
    ])
    func ranges(_ field: String?, _ range: ByteRange) {
        #expect(ByteRange(field, ifRange: nil, tag: "\"t\"", size: 100) == range)
        #expect(ByteRange(field, ifRange: "\"t\"", tag: "\"t\"", size: 100) == range)
        #expect(ByteRange(field, ifRange: "\"other\"", tag: "\"t\"", size: 100) == .whole)
        #expect(ByteRange(field, ifRange: "W/\"t\"", tag: "\"t\"", size: 100) == .whole)
    }
}
