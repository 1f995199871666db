import Foundation
import HTTPTypes
public import Hummingbird
import NIOCore
import Web

/// A mirror, opened for readers: no database, nothing written. What its list does not name is not served, and what is not as it was written is not either.
public struct MirrorShelf: Sendable {
    private let root: String
    private let books: MirrorBooks
    /// Pages by host and item, for those who come by another name.
    private let items: [String: String]

    /// Addresses in it.
    public var count: Int { books.entries.count }
    /// Portals in it.
    public var portals: Int { Set(books.hosts.values.map(\.folder)).count }

    /// Holds every file against the list before anything is served.
    /// - Throws: `MirrorFault` in one sentence, when a file is foreign, altered or missing.
    public init(opening root: String) async throws {
        self.root = root
        guard FileManager.default.fileExists(atPath: root + "/_mirror/manifest.tsv"), !MirrorFolder.isLink(root + "/_mirror") else {
            throw MirrorFault.notAMirror(root)
        }
        guard !FileManager.default.fileExists(atPath: root + "/_mirror/next.tsv") else { throw MirrorFault.unfinished(root) }
        let text: [UInt8]
        do { text = try MirrorFolder.bytes(root + "/_mirror/manifest.tsv") } catch {
            throw MirrorFault.io(root + "/_mirror/manifest.tsv", reason: "\(error)")
        }
        let books = try MirrorBooks(parsing: String(decoding: text, as: UTF8.self))
        self.books = books
        var items: [String: String] = [:]
        for entry in books.entries.values where !entry.mark.isEmpty && entry.status == 200 && MirrorPath.item(in: entry.address.target) == entry.mark
        {
            items[entry.address.host + ":" + entry.mark] = entry.address.target
        }
        self.items = items
        try await check()
    }

    private func check() async throws {
        let files = books.files
        let present = MirrorFolder.list(root, below: "").filter { !$0.hasPrefix("_mirror/") || $0.hasPrefix("_mirror/nginx/") }
        for path in present where MirrorFolder.isLink(root + "/" + path) { throw MirrorFault.link(path) }
        let foreign = present.filter { !files.contains($0) }.sorted()
        if let first = foreign.first { throw MirrorFault.foreign(first, more: foreign.count - 1) }
        let entries = books.entries.values.filter { !$0.file.isEmpty }
        let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let altered = await withTaskGroup(of: [String].self) { group in
            for part in 0..<width {
                group.addTask {
                    entries.enumerated().filter { $0.offset % width == part && bytes(of: $0.element) == nil }.map(\.element.file)
                }
            }
            return await group.reduce(into: [String]()) { $0 += $1 }.sorted()
        }
        if let first = altered.first { throw MirrorFault.altered(first, more: altered.count - 1) }
    }

    /// The bytes of a file that is as it was written; nil for any other.
    private func bytes(of entry: MirrorEntry) -> [UInt8]? {
        guard let bytes = try? MirrorFolder.bytes(root + "/" + entry.file), bytes.count == entry.size, MirrorFolder.digest(bytes) == entry.hash else {
            return nil
        }
        return bytes
    }

    // MARK: Answers

    /// Answers any request as the portal would, as far as a mirror can.
    public func answer(_ request: Request) -> Response {
        let authority = request.head.authority ?? request.uri.host ?? ""
        let host = authority.lowercased().split(separator: ":").first.map(String.init) ?? ""
        guard let place = books.hosts[host] else { return plain(421, "421: no portal of this mirror has this name\n") }
        let target = request.uri.string
        guard request.method == .get || request.method == .head else { return own("unavailable", 503, place.folder, request) }
        if !place.moved.isEmpty { return moved(place.moved + target, place.folder) }
        let path = String(target.prefix { $0 != "?" })
        if books[place.folder, "/_mirror/closed.html"] != nil, !path.hasPrefix("/_/"), path != "/favicon.ico", path != "/sw.js" {
            return own("closed", 410, place.folder, request)
        }
        if let entry = entry(target, path, place.folder) {
            return entry.location.isEmpty ? file(entry, request) : moved(entry.location, place.folder, entry.status)
        }
        if path != "/", !path.hasSuffix("/"), books[place.folder, path + "/"] != nil { return moved(path + "/", place.folder) }
        if let id = Self.item(path) {
            if let gone = books[place.folder, MirrorPath.own + "gone/\(id).html"] { return file(gone, request) }
            if let page = items[place.folder + ":" + id] { return moved(page + (path.hasSuffix(".tlog-proof") ? ".tlog-proof" : ""), place.folder) }
        }
        let first = String(path.dropFirst().prefix { $0 != "/" })
        if MirrorPath.unserved.contains(first), !["tim-kiem", "log", "-", "desk"].contains(first) {
            return own("unavailable", 503, place.folder, request)
        }
        return own("404", 404, place.folder, request)
    }

    private func entry(_ target: String, _ path: String, _ folder: String) -> MirrorEntry? {
        if path.hasPrefix("/log/") { return books["_record", path] }
        if path.hasPrefix(MirrorPath.own + "gone/") { return nil }
        if path == "/tim-kiem" { return books[folder, path] }
        if let found = books[folder, target] { return found }
        // Parameters of other people (`utm_source`) change nothing.
        let query = target.dropFirst(path.utf8.count + 1)
        let known = query.split(separator: "&").filter { ["trang", "in", "w", "f"].contains($0.prefix { $0 != "=" }) }.joined(separator: "&")
        return books[folder, path + (known.isEmpty ? "" : "?" + known)]
    }

    private static func item(_ path: String) -> String? {
        if path.hasPrefix("/-/"), path.utf8.count == 16 { return String(path.dropFirst(3)) }
        return MirrorPath.item(in: path)
    }

    private func own(_ name: String, _ status: Int, _ folder: String, _ request: Request) -> Response {
        guard var entry = books[folder, "\(MirrorPath.own)\(name).html"] else { return plain(status, "\(status)\n") }
        entry.status = status
        return file(entry, request)
    }

    private func file(_ entry: MirrorEntry, _ request: Request) -> Response {
        guard let bytes = bytes(of: entry) else { return plain(503, "503: the file of this address is not what was written\n") }
        let type = MirrorWorker.type(entry)
        var answer = ByteAnswer(
            ByteBuffer(bytes: bytes),
            type: type,
            status: HTTPResponse.Status(code: entry.status),
            freshness: .page,
            tag: "\"\(entry.hash.prefix(32))\""
        )
        answer.hasParts = !type.hasPrefix("text/html")
        var response = answer.answer(to: request)
        for (name, value) in MirrorServers.fields(entry.fields) + MirrorServers.fields(entry.extra) {
            guard let name = HTTPField.Name(name), response.status != .notModified || name != .contentType else { continue }
            if response.status.code == entry.status || name != .contentType { response.headers[name] = value }
        }
        return response
    }

    /// For good (301), or as the portal said: what leads on for now is asked for again soon.
    private func moved(_ location: String, _ folder: String, _ status: Int = 301) -> Response {
        var headers: HTTPFields = [.location: location]
        let shared = books[folder, "/_mirror/404.html"]?.fields ?? ""
        for (name, value) in MirrorServers.fields(shared) where name != "content-type" {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        headers[.cacheControl] = status == 301 || status == 308 ? "public, max-age=30, stale-if-error=86400" : "public, max-age=30"
        return Response(status: HTTPResponse.Status(code: status), headers: headers)
    }

    private func plain(_ status: Int, _ text: String) -> Response {
        Response(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store", .xContentTypeOptions: "nosniff"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
