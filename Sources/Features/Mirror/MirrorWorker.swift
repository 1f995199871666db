import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import Store
import Synchronization
import Vietnamese
import Web

/// What came of one address.
struct MirrorMade: Sendable {
    let address: MirrorAddress
    var entry: MirrorEntry?
    var links: [String] = []
    /// Links of before that it has no longer.
    var lost: [String] = []
    /// The item whose page it is.
    var item: String?
    /// The item that is gone from here.
    var gone: String?
    var isLater = false
    var isStaged = false
    var bytes: [UInt8]?
}

/// Makes answers, compares them with what is there, lays aside what is new. Shared by the tasks of a run.
struct MirrorWorker: Sendable {
    private let mirror: PortalMirror
    private let disk: MirrorFolder
    private let old: MirrorBooks
    private let notices: [String: MirrorEntry]
    private let isWhole: Bool
    /// Nil where links of before are compared with those of now.
    private let known: KnownLinks?

    init(_ run: MirrorRun) {
        (mirror, disk, old, isWhole) = (run.mirror, run.disk, run.old, run.isWhole)
        known = run.isWhole ? run.known : nil
        var notices: [String: MirrorEntry] = [:]
        for (address, entry) in run.books.entries where address.target == "/_mirror/unavailable.html" { notices[address.host] = entry }
        self.notices = notices
    }

    func ask(_ target: String, on host: String) async throws -> Response { try await mirror.maker.answer(target, on: host, identity: "mirror") }

    /// `index`: of the entry that the item at this address has in the record, where it is known.
    func make(_ address: MirrorAddress, index: Int64?) async throws -> MirrorMade {
        if address.target.hasSuffix(PublicAddress.proofEnding), let index, let kept = old[address], kept.mark == "\(index)", disk.has(kept) {
            // A proof stays true; under a newer head it would only be another one.
            return MirrorMade(address: address, entry: kept)
        }
        if address.target.hasPrefix(MirrorPath.own + "gone/") {
            let id = address.target.dropFirst((MirrorPath.own + "gone/").count).dropLast(".html".count)
            var made = try await page("/-/\(id)", as: address)
            if made.entry?.status != 410 { made.entry = nil }
            made.gone = nil
            return made
        }
        return try await page(address.target, as: address)
    }

    /// Asks for a target and puts the answer under an address.
    func page(_ target: String, as address: MirrorAddress, on host: String? = nil) async throws -> MirrorMade {
        var made = MirrorMade(address: address)
        let dependencies = Dependencies()
        let response = try await Dependencies.$current.withValue(dependencies) { try await ask(target, on: host ?? address.host) }
        let cache = response.headers[.cacheControl] ?? ""
        var entry = MirrorEntry(address: address, status: response.status.code)
        entry.dependencies = Set(dependencies.all.map { MirrorRun.code($0) }).sorted()
        entry.until = dependencies.until?.rawValue ?? 0
        let isOwn = address.target.hasPrefix(MirrorPath.own)
        switch response.status.code {
        case 200: break
        case 404, 410:
            made.gone = response.status == .gone ? MirrorPath.item(in: address.target) : nil
            guard isOwn else { return forgotten(made) }
        case 301, 302, 303, 307, 308:
            guard !isOwn, let location = response.headers[.location] else { return forgotten(made) }
            entry.location = location
            made.entry = entry
            let origin = mirror.face.origins.origin(host: address.host)
            if let link = LinkScan.own(location, at: address.target, origin: origin), MirrorPath.isWalked(link) { made.links = [link] }
            return made
        case 503:
            made.isLater = true
            return made
        default: return forgotten(made)
        }
        let type = response.headers[.contentType] ?? "application/octet-stream"
        let isPage = type.hasPrefix("text/html")
        if response.status == .ok, cache.contains("no-store") {
            // A form, or what follows no event: the notice stands in its place.
            guard isPage, let notice = notices[address.host], let file = MirrorPath.file(address.target, isPage: true),
                let bytes = disk.bytesLaid(notice.file)
            else { return forgotten(made) }
            entry = notice
            entry.address = address
            return try keep(bytes, entry, "\(address.host)/\(file)", made)
        }
        // A picture that stands in for one that is being made.
        if address.target.hasPrefix("/files/"), cache == "public, max-age=30" {
            made.isLater = true
            return made
        }
        let collector = Collector()
        try await response.body.write(collector)
        let bytes = collector.bytes.withLock { Array($0.readableBytesView) }
        let path = isOwn ? String(address.target.dropFirst()) : MirrorPath.file(address.target, isPage: isPage)
        guard let path else { return forgotten(made) }
        (entry.fields, entry.extra) = Self.fields(response.headers)
        if address.target.hasSuffix(PublicAddress.proofEnding), let id = MirrorPath.item(in: address.target) {
            entry.mark = Self.index(in: bytes)
            entry.dependencies = ItemID(id).map { [MirrorRun.code(.item($0))] } ?? []
        }
        if !isOwn, let item = dependencies.item, !address.target.contains("?") {
            made.item = "\(item)"
            entry.mark = "\(item)"
        }
        made.links = links(in: bytes, type, address, but: known)
        if !isWhole, let before = old[address], !before.file.isEmpty, let was = disk.bytes(of: before.file) {
            made.lost = links(in: was, type, address).filter { !made.links.contains($0) }
        }
        return try keep(bytes, entry, "\(address.host)/\(path)", made)
    }

    /// Nothing is there any more: what it showed is asked again.
    private func forgotten(_ given: MirrorMade) -> MirrorMade {
        var made = given
        if let before = old[given.address], !before.file.isEmpty, let was = disk.bytes(of: before.file) {
            made.lost = links(in: was, Self.type(before), given.address)
        }
        return made
    }

    private func keep(_ bytes: [UInt8], _ given: MirrorEntry, _ file: String, _ before: MirrorMade) throws -> MirrorMade {
        var (entry, made) = (given, before)
        entry.file = file
        entry.hash = MirrorFolder.digest(bytes)
        entry.size = bytes.count
        let kept = old[entry.address]
        if kept?.hash != entry.hash || kept?.file != file || isWhole && !disk.holds(bytes, file) {
            try disk.stage(bytes, file)
            made.isStaged = true
        }
        made.entry = entry
        made.bytes = bytes.count < 65_536 && entry.address.host == "_record" ? bytes : nil
        return made
    }

    private func links(in bytes: [UInt8], _ type: String, _ address: MirrorAddress, but known: KnownLinks? = nil) -> [String] {
        guard address.host != "_record", !address.target.hasPrefix(MirrorPath.own) else { return [] }
        let found = LinkScan.links(in: bytes, type: type, at: address.target, origin: mirror.face.origins.origin(host: address.host), but: known)
        var walked: [String] = []
        for link in found where MirrorPath.isWalked(link) {
            walked.append(link)
            // Who names one form of a feed means the list.
            guard let feed = FeedAddress(path: link) else { continue }
            for format in FeedFormat.allCases where format != feed.format {
                walked.append(FeedAddress(feed.list, format, archive: feed.archive).path)
            }
        }
        return walked
    }

    /// The fields that readers get, those of this file alone apart.
    private static func fields(_ headers: HTTPFields) -> (shared: String, own: String) {
        let left: Set<String> = ["x-request-id", "etag", "content-length", "date"]
        let single: Set<String> = ["link", "content-disposition"]
        var (shared, own): ([String], [String]) = ([], [])
        for field in headers {
            let name = field.name.canonicalName
            guard !left.contains(name) else { continue }
            if single.contains(name) { own.append("\(name): \(field.value)") } else { shared.append("\(name): \(field.value)") }
        }
        return (shared.sorted().joined(separator: "\n"), own.sorted().joined(separator: "\n"))
    }

    static func type(_ entry: MirrorEntry) -> String {
        entry.fields.split(separator: "\n").first { $0.hasPrefix("content-type: ") }.map { String($0.dropFirst("content-type: ".count)) } ?? ""
    }

    /// The line `index N` of a proof file.
    private static func index(in proof: [UInt8]) -> String {
        String(decoding: proof.prefix(4096), as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("index ") }.map { String($0.dropFirst(6)) }
            ?? ""
    }

    private final class Collector: ResponseBodyWriter {
        let bytes = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
