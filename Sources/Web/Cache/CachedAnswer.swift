import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import Synchronization
import Vietnamese

/// A finished answer that is kept: head, body in each packing, what it was made from. Its bytes never change; that it is out of date is noted on it.
final class CachedAnswer: Sendable {
    let head: FixedHead
    /// The entity tag of the plain body without its quotes; packings add a suffix, because they are other bytes.
    let tag: String
    let size: Int
    let dependencies: [Dependency]
    /// After this moment it is made again: something in it follows the clock.
    let expires: Instant
    /// The item whose page it is.
    let item: ItemID?
    let route: String
    let hits: HitMetrics

    private struct Bodies {
        var plain: ByteBuffer?
        var gzip: ByteBuffer?
        var brotli: ByteBuffer?
    }

    private let bodies: Mutex<Bodies>
    private let isStale = Atomic(false)
    /// Whether anybody asked for it since the hand of the clock went by.
    private let wasUsed = Atomic(false)

    init(
        _ answer: ByteAnswer,
        tag: String,
        head: FixedHead,
        dependencies: [Dependency],
        expires: Instant,
        item: ItemID?,
        route: String,
        hits: HitMetrics
    ) {
        self.head = head
        self.tag = tag
        size = answer.bytes.readableBytes
        self.dependencies = dependencies
        self.expires = expires
        self.item = item
        self.route = route
        self.hits = hits
        bodies = Mutex(Bodies(plain: answer.bytes))
    }

    var isOutOfDate: Bool { isStale.load(ordering: .acquiring) }
    func isFresh(at now: Instant) -> Bool { !isOutOfDate && now < expires }
    func markStale() { isStale.store(true, ordering: .releasing) }

    func use() { if !wasUsed.load(ordering: .relaxed) { wasUsed.store(true, ordering: .relaxed) } }
    /// Says whether it was used, and forgets it.
    func wasUsedSinceLastAsked() -> Bool { wasUsed.exchange(false, ordering: .relaxed) }

    /// One body as it goes out.
    struct Body: Sendable {
        let bytes: ByteBuffer
        let packing: Packing?
    }

    /// The smallest body the reader takes.
    func body(_ accepted: AcceptedPackings) -> Body {
        bodies.withLock { bodies in
            if accepted.contains(.brotli), let brotli = bodies.brotli { return Body(bytes: brotli, packing: .brotli) }
            if accepted.contains(.gzip), let gzip = bodies.gzip { return Body(bytes: gzip, packing: .gzip) }
            if let plain = bodies.plain { return Body(bytes: plain, packing: nil) }
            // Kept packed only, and here is one of the few who take it plain.
            let plain = bodies.brotli.flatMap { Packing.unpack(brotli: $0, size: size) } ?? ByteBuffer()
            bodies.plain = plain
            return Body(bytes: plain, packing: nil)
        }
    }

    /// Packs the body; the plain one is let go when both packings are there. Returns by how much the memory it takes changed.
    func pack() -> Int {
        guard let plain = bodies.withLock({ $0.brotli == nil ? $0.plain : nil }) else { return 0 }
        let brotli = Packing.brotli.pack(plain)
        let gzip = Packing.gzip.pack(plain)
        return bodies.withLock { bodies in
            let before = Self.cost(bodies)
            bodies.brotli = brotli
            bodies.gzip = gzip
            if brotli != nil, gzip != nil { bodies.plain = nil }
            return Self.cost(bodies) - before
        }
    }

    /// Bytes of memory, nearly: bodies, dependencies with their places in the index, and the books.
    var cost: Int { bodies.withLock { Self.cost($0) } + dependencies.count * 40 + 512 }

    private static func cost(_ bodies: Bodies) -> Int {
        (bodies.plain?.readableBytes ?? 0) + (bodies.gzip?.readableBytes ?? 0) + (bodies.brotli?.readableBytes ?? 0)
    }

    /// The entity tag of a body, quoted.
    func tag(_ packing: Packing?) -> String {
        switch packing {
        case nil, .plain: "\"\(tag)\""
        case .brotli: "\"\(tag)-br\""
        case .gzip: "\"\(tag)-gzip\""
        }
    }

    /// Which of our bodies a reader has, by the entity tags he names (`If-None-Match`, RFC 9110, 13.1.2; weak ones count alike).
    func match(_ field: UnsafeRawBufferPointer) -> Packing? {
        var at = 0
        while at < field.count {
            switch field[at] {
            case UInt8(ascii: "*"): return .plain
            case UInt8(ascii: "\""):
                guard let end = field[(at + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
                if let found = variant(UnsafeRawBufferPointer(rebasing: field[(at + 1)..<end])) { return found }
                at = end + 1
            default: at += 1
            }
        }
        return nil
    }

    private func variant(_ named: UnsafeRawBufferPointer) -> Packing? {
        let own = tag.utf8.count
        guard named.count >= own, tag.utf8.elementsEqual(named[..<own]) else { return nil }
        switch named.count - own {
        case 0: return .plain
        case 3: return named[own...].elementsEqual("-br".utf8) ? .brotli : nil
        case 5: return named[own...].elementsEqual("-gzip".utf8) ? .gzip : nil
        default: return nil
        }
    }

    /// The same for fields as the router has them.
    func match(_ fields: [String]) -> Packing? {
        guard !fields.isEmpty else { return nil }
        var joined = fields.joined(separator: ",")
        return joined.withUTF8 { match(UnsafeRawBufferPointer($0)) }
    }

    /// The answer for the router's path.
    func response(to request: Request) -> Response {
        let accepted = AcceptedPackings(field: request.headers[.acceptEncoding]?.utf8.map { $0 } ?? [])
        if head.status == .ok, let known = match(request.headers[values: .ifNoneMatch]) {
            var fields = head.unchangedFields
            fields[.eTag] = tag(known)
            return Response(status: .notModified, headers: fields)
        }
        let body = body(accepted)
        var fields = head.fields
        fields[.eTag] = tag(body.packing)
        if let packing = body.packing { fields[.contentEncoding] = packing.rawValue }
        return Response(status: head.status, headers: fields, body: ResponseBody(byteBuffer: body.bytes))
    }
}
