import Crypto
public import Exchange
public import FileStore
import Foundation
public import PortalNetwork
import PublicRecord
import Store
public import Vietnamese

/// Writes portals out as everyone may see them, into a folder that appears whole or not at all, in the formats that an import reads.
///
/// It reads through the gate `reveal`: drafts, reviews, earlier versions and withdrawn texts are not the public's and not in it; they are the
/// matter of a backup. What was withdrawn leaves the memory that it was there (`gone.jsonl`). The same content gives the same bytes.
public struct PortalExport: Sendable {
    public struct Options: Sendable {
        /// Only items whose newest edition was published at or after this moment.
        public var since: Instant?
        /// Only these kinds.
        public var kinds: Set<KindName>?
        /// Pack the lists of items with gzip.
        public var isPacked: Bool

        public init(since: Instant? = nil, kinds: Set<KindName>? = nil, isPacked: Bool = false) {
            self.since = since
            self.kinds = kinds
            self.isPacked = isPacked
        }
    }

    public struct Summary: Sendable, Hashable, Codable {
        public var sites = 0
        public var items = 0
        public var gone = 0
        public var files = 0
        public var bytes: Int64 = 0
        /// Files that live items show and the store does not hold whole.
        public var missing: [String] = []
    }

    let reader: Reader
    let store: any FileStore
    let forms: [ExchangeForm]
    let tree: SiteTree
    let sections: SectionIndex
    static let batch = 200

    public init(reader: Reader, files: any FileStore, forms: [ExchangeForm], tree: SiteTree, sections: SectionIndex) {
        self.reader = reader
        store = files
        self.forms = forms
        self.tree = tree
        self.sections = sections
    }

    /// Exports portals into a new folder. `progress` is told how many items are done.
    /// - Throws: `ExchangeFault` where the folder is there already or cannot be written; nothing is left under its name then.
    public func run(_ sites: [Site], to folder: String, _ options: Options = Options(), progress: (Int) -> Void = { _ in }) async throws -> Summary {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: folder) else {
            throw ExchangeFault.cannotWrite(file: folder, reason: "it is there already; name a new folder")
        }
        let partial = "\(folder).partial-\(String(UInt32.random(in: .min ... .max), radix: 36))"
        do {
            try manager.createDirectory(atPath: partial, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            let summary = try await write(sites, into: partial, options, progress)
            guard rename(partial, folder) == 0 else { throw ExchangeFault.cannotWrite(file: folder, reason: String(cString: strerror(errno))) }
            return summary
        } catch {
            try? manager.removeItem(atPath: partial)
            throw (error as? CocoaError).map { ExchangeFault.cannotWrite(file: folder, reason: $0.localizedDescription) } ?? error
        }
    }

    /// The lines of one kind of one portal, in their order, for a pipe.
    public func lines(of form: ExchangeForm, on site: Site, since: Instant?, _ write: ([UInt8]) throws -> Void) async throws -> Int {
        let ids = try await reader.items(of: form.kind, on: site.id, since: since)
        var count = 0
        for part in ids.parts(of: Self.batch) {
            for item in try await reader.editions(part) where item.card.site == site.id {
                try write(try ExchangeLine.write(item, form, sections: sections))
                count += 1
            }
        }
        return count
    }

    private func write(_ sites: [Site], into folder: String, _ options: Options, _ progress: (Int) -> Void) async throws -> Summary {
        var summary = Summary()
        let codes = Set(sites.map(\.code))
        let forms = forms.filter { options.kinds?.contains($0.kind) ?? true }
        var files: [ExportManifest.File] = []
        var shown: Set<String> = []
        func put<Record: Encodable>(_ records: [Record], _ path: String) throws {
            let writer = try JSONLinesWriter(path: folder + "/" + path)
            for record in records { try writer.write(json: String(decoding: try CanonicalJSON.encode(record), as: UTF8.self)) }
            try writer.finish()
            files.append(try Self.entry(path, records: records.count, in: folder))
        }
        for site in sites {
            let base = "sites/\(site.code)"
            try FileManager.default.createDirectory(atPath: "\(folder)/\(base)", withIntermediateDirectories: true)
            try put([PortalRecord(site, tree, within: codes)], "\(base)/site.json")
            let own = sections.all(on: site.id)
            try put(parentsFirst(own).map { SectionRecord($0, sections) }, "\(base)/sections.jsonl")
            shown.formUnion([site.look.logo, site.look.banner].compactMap { $0 } + own.compactMap(\.banner))
            for form in forms {
                let path = "\(base)/\(form.file).jsonl" + (options.isPacked ? ".gz" : "")
                let writer = try JSONLinesWriter(path: "\(folder)/\(path)")
                for part in try await reader.items(of: form.kind, on: site.id, since: options.since).parts(of: Self.batch) {
                    for item in try await reader.editions(part) where item.card.site == site.id {
                        try writer.write(json: String(decoding: try ExchangeLine.write(item, form, sections: sections), as: UTF8.self))
                        shown.formUnion(item.details.assets)
                        summary.items += 1
                    }
                    progress(summary.items)
                }
                try writer.finish()
                files.append(try Self.entry(path, records: writer.count, in: folder))
            }
            let gone = try await reader.gone(on: site.id)
            summary.gone += gone.count
            try put(gone.map { GoneRecord($0) }, "\(base)/gone.jsonl")
            try put(try await reader.oldAddresses(on: site.id).map { RedirectRecord($0.path, $0.target) }, "\(base)/redirects.jsonl")
            try put(try await reader.featured(on: site.id).map { FeaturedRecord(id: $0) }, "\(base)/featured.jsonl")
            summary.sites += 1
        }
        let assets = try await reader.files(shown)
        try put(assets.map { FileRecord($0, tree, within: codes) }, "files.jsonl")
        try await copy(assets, to: folder, &summary)
        let manifest = ExportManifest(
            format: ExportManifest.format,
            version: 1,
            sites: sites.map(\.code),
            since: options.since?.rfc3339,
            kinds: forms.map(\.kind.rawValue),
            files: files.sorted { $0.path < $1.path }
        )
        let writer = try JSONLinesWriter(path: "\(folder)/\(ExportManifest.name)")
        try writer.write(json: String(decoding: try CanonicalJSON.encode(manifest), as: UTF8.self))
        try writer.finish()
        return summary
    }

    /// The bytes, once for each content, by their hash.
    private func copy(_ assets: [RevealedFile], to folder: String, _ summary: inout Summary) async throws {
        var done: Set<String> = []
        defer { summary.files = assets.count - summary.missing.count }
        for file in assets where done.insert(file.asset.sha256).inserted {
            let hash = file.asset.sha256
            guard let name = ContentHash(hash), let opened = try? await store.open(name) else {
                summary.missing.append(file.asset.id)
                continue
            }
            let place = "\(folder)/files/\(hash.prefix(2))"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            let target = "\(place)/\(hash)"
            guard FileManager.default.createFile(atPath: target, contents: nil), let handle = FileHandle(forWritingAtPath: target) else {
                throw ExchangeFault.cannotWrite(file: target, reason: String(cString: strerror(errno)))
            }
            defer { try? handle.close() }
            var sum = SHA256()
            var offset: Int64 = 0
            while case let bytes = try await opened.read(at: offset, count: 1 << 20), !bytes.isEmpty {
                sum.update(data: bytes)
                try handle.write(contentsOf: bytes)
                offset += Int64(bytes.count)
            }
            try handle.synchronize()
            if Hex.encode(Array(sum.finalize())) != hash { summary.missing.append(file.asset.id) }
            summary.bytes += offset
        }
    }

    private func parentsFirst(_ all: [Section]) -> [Section] {
        all.map { (depth: sections.path(to: $0.id).count, section: $0) }
            .sorted { ($0.depth, $0.section.position, $0.section.code) < ($1.depth, $1.section.position, $1.section.code) }.map(\.section)
    }

    private static func entry(_ path: String, records: Int, in folder: String) throws -> ExportManifest.File {
        let (bytes, sha256) = try FileSum.of("\(folder)/\(path)")
        return ExportManifest.File(path: path, records: records, bytes: bytes, sha256: sha256)
    }
}

/// Sums over files of any size, a piece at a time.
enum FileSum {
    /// Length and commitment as a file.
    static func commitment(of path: String, salt: Salt) throws -> (bytes: Int, commitment: Commitment) {
        var hasher = CommitmentHasher(.asset, salt: salt)
        var count = 0
        try read(path) { bytes in
            hasher.update(bytes)
            count += bytes.count
        }
        return (count, hasher.finish())
    }

    /// Length and SHA-256.
    static func of(_ path: String) throws -> (bytes: Int64, sha256: String) {
        var sum = SHA256()
        var count: Int64 = 0
        try read(path) { bytes in
            sum.update(data: bytes)
            count += Int64(bytes.count)
        }
        return (count, Hex.encode(Array(sum.finalize())))
    }

    private static func read(_ path: String, _ take: (Data) -> Void) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ExchangeFault.cannotOpen(file: path, reason: String(cString: strerror(errno)))
        }
        defer { try? handle.close() }
        while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty { take(bytes) }
    }
}
