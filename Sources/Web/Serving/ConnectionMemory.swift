import Glibc
import NIOCore

/// What a connection remembers between requests: the answers it gave by the bytes that asked for them, and what seldom changes in a head.
struct ConnectionMemory {
    /// (A class: it is handed about for every request.)
    private final class Entry {
        let host: [UInt8]
        let target: [UInt8]
        let answer: CachedAnswer

        init(host: [UInt8], target: [UInt8], answer: CachedAnswer) {
            self.host = host
            self.target = target
            self.answer = answer
        }
    }

    private var entries: [UInt64: Entry] = [:]
    private var packings: [UInt8] = []
    private(set) var accepted: AcceptedPackings = []
    private var agent: [UInt8]?
    private(set) var isRobot = true
    private var ids = UInt64.random(in: .min ... .max)
    /// A reader's connection asks for a page and what belongs to it; a proxy's for everything, and then the cache's own index is as good.
    private static let most = 64

    /// The answer that is ready for a request: as this connection got it last time if it is still so, else as the cache has it.
    mutating func find(_ head: RequestHead, _ bytes: UnsafeRawBufferPointer, _ desk: CacheDesk) -> CachedAnswer? {
        let host = UnsafeRawBufferPointer(rebasing: bytes[head.host]), target = UnsafeRawBufferPointer(rebasing: bytes[head.target])
        let key = Self.hash(host, target)
        if let known = entries[key], Self.same(known.host, host), Self.same(known.target, target) {
            if desk.cache.isFresh(known.answer) { return known.answer }
            entries[key] = nil
        }
        guard let answer = desk.find(host: String(decoding: host, as: UTF8.self), target: String(decoding: target, as: UTF8.self)) else { return nil }
        if entries.count >= Self.most { entries.removeAll(keepingCapacity: true) }
        entries[key] = Entry(host: Array(host), target: Array(target), answer: answer)
        return answer
    }

    /// Notes what the head says of the reader.
    mutating func read(_ head: RequestHead, _ bytes: UnsafeRawBufferPointer) {
        let packings = UnsafeRawBufferPointer(rebasing: bytes[head.packings])
        if !Self.same(self.packings, packings) {
            self.packings = Array(packings)
            accepted = AcceptedPackings(field: packings)
        }
        let agent = UnsafeRawBufferPointer(rebasing: bytes[head.agent])
        if self.agent.map({ Self.same($0, agent) }) != true {
            self.agent = Array(agent)
            isRobot = SiteRecognition.isRobot(agent: String(decoding: agent, as: UTF8.self))
        }
    }

    /// An id for the next answer: as good as chance for a log, and without a call into the system for each.
    mutating func nextID() -> UInt64 {
        ids &+= 0x9E37_79B9_7F4A_7C15
        var z = ids
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static func same(_ known: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard known.count == bytes.count else { return false }
        guard let start = bytes.baseAddress, !known.isEmpty else { return true }
        return known.withUnsafeBytes { place in place.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? true }
    }

    /// FNV-1a, eight bytes at a time. A collision costs a look-up, nothing else: what is found is compared.
    private static func hash(_ host: UnsafeRawBufferPointer, _ target: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [host, target] {
            var at = 0
            while at + 8 <= part.count {
                hash = (hash ^ part.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 29
                at += 8
            }
            while at < part.count {
                hash = (hash ^ UInt64(part[at])) &* 0x100_0000_01B3
                at += 1
            }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension CacheDesk {
    /// The answer that is ready for a host and target as a request names them.
    func find(host: String, target: String) -> CachedAnswer? {
        guard let site = knownSite(host), let target = targets.target(of: target),
            case .fresh(let answer) = cache.find(CacheKey(site: site, target: target))
        else { return nil }
        return answer
    }
}
