import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese
import Web

/// One run over a mirror: a queue of addresses, each made by the server's own path; the links in what was made lead to more.
struct MirrorRun {
    let mirror: PortalMirror
    let disk: MirrorFolder
    let old: MirrorBooks
    var books: MirrorBooks
    /// Everything is made, and files are compared with what they hold; otherwise what the events touched, and the books are believed.
    let isWhole: Bool
    var queue: [MirrorAddress] = []
    let known = KnownLinks()
    private var seen: Set<MirrorAddress> = []
    private var later: [MirrorAddress] = []
    /// No longer linked where they were: asked whether they are still there.
    private var unlinked: Set<MirrorAddress> = []
    /// Items whose pages were made (true) or are gone, by host and id.
    private var items: [String: [String: Bool]] = [:]
    private var indexes: [String: Int64] = [:]
    private var report = PortalMirror.Report()

    init(mirror: PortalMirror, disk: MirrorFolder, old: MirrorBooks, books: MirrorBooks, isWhole: Bool) {
        self.mirror = mirror
        self.disk = disk
        self.old = old
        self.books = books
        self.isWhole = isWhole
    }

    static func code(_ dependency: Dependency) -> UInt32 { UInt32(truncatingIfNeeded: dependency.code) }

    private static let seeds = [
        "/", "/so-do-trang", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/favicon.ico", "/sw.js", "/.well-known/security.txt",
    ]

    /// A portal from its beginning: where walks start, what is gone, and the pages of the mirror's own.
    mutating func begin(_ site: Site) async throws {
        guard let folder = site.hosts.first, MirrorPath.isName(Substring(folder)) else { return }
        report.portals += 1
        let front = try await MirrorWorker(self).ask("/", on: folder)
        var moved = ""
        if site.status == .redirected, let location = front.headers[.location] { moved = String(location.dropLast(location.hasSuffix("/") ? 1 : 0)) }
        for host in site.hosts { books.hosts[host] = (folder, moved) }
        try await lay("/_mirror/404.html", asking: "/_mirror/404", on: folder)
        guard site.status != .redirected else { return }
        guard site.status != .closed else { return try await lay("/_mirror/closed.html", asking: "/", on: folder) }
        let tree = mirror.face.tree()
        let visit = Visit(face: mirror.face, site: site, tree: tree, now: mirror.face.clock.now(), requestID: "mirror", isRobot: true)
        try put(MirrorNotice.page(for: visit), "/_mirror/unavailable.html", visit, folder)
        try put(MirrorSearch.page(for: visit), "/tim-kiem", visit, folder)
        for id in try await mirror.reader.allGone(on: site.id) { queue.append(MirrorAddress(host: folder, target: Self.gone("\(id)"))) }
        for (id, index) in try await mirror.reader.allIndexes(on: site.id) { indexes["\(id)"] = index }
        for (path, _) in try await mirror.reader.oldAddresses(on: site.id)
        where path.hasPrefix("/") && path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) {
            queue.append(MirrorAddress(host: folder, target: path))
        }
        queue += Self.seeds.map { MirrorAddress(host: folder, target: $0) }
        for name in ["mirror-search.js", "search.js", "offline.js", "site.css"] {
            if let path = mirror.face.statics.address(name) { queue.append(MirrorAddress(host: folder, target: path)) }
        }
    }

    static func gone(_ id: String) -> String { MirrorPath.own + "gone/\(id).html" }

    // MARK: Walking

    mutating func walk(_ progress: @Sendable (Int) -> Void = { _ in }) async throws {
        seen.formUnion(queue)
        try await drain(progress)
        for _ in 0..<mirror.patience where !later.isEmpty {
            try await Task.sleep(for: .seconds(1))
            let waiting = later.count
            (queue, later) = (later, [])
            try await drain(progress)
            // Nobody signs or makes pictures now: the next run asks again.
            if later.count == waiting, waiting > 100 { break }
        }
        report.missing = later.map { $0.host + $0.target }.sorted()
        for address in later { if let kept = old[address] { books.put(kept) } }
    }

    private mutating func drain(_ progress: @Sendable (Int) -> Void) async throws {
        let worker = MirrorWorker(self)
        let width = max(2, ProcessInfo.processInfo.activeProcessorCount) * 2
        var next = 0
        let known = indexes
        while next < queue.count {
            try await withThrowingTaskGroup(of: [MirrorMade].self) { group in
                var running = 0
                func add() {
                    guard next < queue.count else { return }
                    let part = Array(queue[next..<min(queue.count, next + 16)])
                    next += part.count
                    running += 1
                    group.addTask {
                        var made: [MirrorMade] = []
                        for address in part {
                            made.append(try await worker.make(address, index: MirrorPath.item(in: address.target).flatMap { known[$0] }))
                        }
                        return made
                    }
                }
                for _ in 0..<width { add() }
                while running > 0, let made = try await group.next() {
                    running -= 1
                    for one in made { take(one) }
                    progress(report.made)
                    while running < width, next < queue.count { add() }
                }
            }
            if next >= queue.count, !unlinked.isEmpty {
                for address in unlinked where books[address] != nil && seen.insert(address).inserted { queue.append(address) }
                unlinked = []
            }
        }
        queue = []
    }

    private mutating func take(_ made: MirrorMade) {
        report.made += 1
        if made.isLater { return later.append(made.address) }
        if let entry = made.entry { books.put(entry) } else { books.remove(made.address) }
        if made.isStaged { report.written += 1 }
        if let item = made.item { items[made.address.host, default: [:]][item] = true }
        if let id = made.gone {
            items[made.address.host, default: [:]][id] = false
            go(to: Self.gone(id), on: made.address.host)
        }
        for link in made.links { go(to: link, on: made.address.host) }
        for link in made.lost { unlinked.insert(MirrorAddress(host: made.address.host, target: link)) }
    }

    private mutating func go(to target: String, on host: String) {
        let address = MirrorAddress(host: host, target: target)
        // A run that follows events makes what was touched, and what is new.
        guard isWhole || books[address] == nil, seen.insert(address).inserted else { return }
        queue.append(address)
    }

    // MARK: The mirror's own

    private mutating func lay(_ target: String, asking: String, on host: String) async throws {
        let made = try await MirrorWorker(self).page(asking, as: MirrorAddress(host: host, target: target))
        take(made)
    }

    private mutating func put(_ page: Page, _ target: String, _ visit: Visit, _ host: String) throws {
        var fields = books[host, "/_mirror/404.html"]?.fields.split(separator: "\n").map(String.init) ?? []
        fields.removeAll { $0.hasPrefix("cache-control: ") }
        fields.append("cache-control: public, max-age=30")
        let file = host + (target == "/tim-kiem" ? "/tim-kiem.html" : target)
        try put(
            Array(try page.bytes(for: visit).readableBytesView),
            MirrorAddress(host: host, target: target),
            file,
            fields.sorted().joined(separator: "\n")
        )
    }

    mutating func put(_ bytes: [UInt8], _ address: MirrorAddress, _ file: String, _ fields: String) throws {
        var entry = MirrorEntry(address: address, file: file, hash: MirrorFolder.digest(bytes), size: bytes.count, fields: fields)
        entry.status = 200
        if old[address]?.hash != entry.hash || isWhole && !disk.holds(bytes, file) {
            try disk.stage(bytes, file)
            report.written += 1
        }
        books.put(entry)
        seen.insert(address)
    }

    /// The record, once for all hosts: tiles that are full never change.
    mutating func layRecord() async throws {
        guard let host = books.hosts.values.map(\.folder).min() else { return }
        let worker = MirrorWorker(self)
        let head = MirrorAddress(host: "_record", target: "/\(mirror.log)/checkpoint")
        let made = try await worker.page(head.target, as: head, on: host)
        guard let entry = made.entry, let bytes = made.bytes, let size = Self.size(of: bytes) else { return }
        if entry == old[head], !isWhole { return }
        take(made)
        var wanted: Set<MirrorAddress> = [head]
        for tile in TileID.grown(from: 0, to: size) {
            let address = MirrorAddress(host: "_record", target: "/\(mirror.log)/\(tile.path)")
            wanted.insert(address)
            if tile.isFull, let kept = old[address], disk.has(kept) {
                books.put(kept)
                continue
            }
            take(try await worker.page(address.target, as: address, on: host))
        }
        for address in old.entries.keys where address.host == "_record" && !wanted.contains(address) { books.remove(address) }
    }

    /// The second line of a checkpoint.
    private static func size(of note: [UInt8]) -> Int64? {
        String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first.flatMap { Int64($0) }
    }

    mutating func layWords() async throws {
        for (host, made) in items.sorted(by: { $0.key < $1.key }) {
            var changed: [String: MirrorItem?] = [:]
            for id in made.keys { changed.updateValue(nil, forKey: id) }
            let shown = made.filter(\.value).keys.compactMap { ItemID($0) }
            for card in try await mirror.reader.cards(shown.sorted()) {
                changed["\(card.item)"] = MirrorItem(
                    t: card.content.title,
                    p: mirror.addresses.path(of: card),
                    d: "\(card.publishedAt.civilDate)",
                    s: card.content.summary.map { String($0.prefix(240)) }
                )
            }
            let base = MirrorPath.own
            let fields = "cache-control: public, max-age=30\ncontent-type: application/json\nx-content-type-options: nosniff"
            var files: [String: [UInt8]?] = [:]
            if isWhole {
                for (name, bytes) in try MirrorWords.files(changed.compactMapValues { $0 }) { files.updateValue(bytes, forKey: name) }
            } else {
                files = try MirrorWords.changes(changed) { [disk] in disk.bytes(of: host + base + $0) }
            }
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let address = MirrorAddress(host: host, target: base + name)
                if let bytes { try put(bytes, address, host + base + name, fields) } else { books.remove(address) }
            }
        }
    }

    /// The files by which nginx serves the folder.
    mutating func layServers() throws {
        for (name, text) in MirrorServers.files(books, root: disk.root, log: mirror.log).sorted(by: { $0.key < $1.key }) {
            let address = MirrorAddress(host: "_mirror", target: "/nginx/" + name)
            try put(Array(text.utf8), address, "_mirror/nginx/" + name, "content-type: text/plain")
        }
    }

    mutating func finish() throws -> (report: PortalMirror.Report, books: MirrorBooks) {
        report.addresses = books.entries.count
        report.files = books.files.count
        report.bytes = books.entries.values.reduce(0) { $0 + Int64($1.size) }
        report.removed = try disk.commit(books)
        return (report, books)
    }
}
