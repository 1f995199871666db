import Foundation

/// Where addresses leave traces outside of the program: the proxy's access log, folders that a web server shows. Whatever answers there is looked at.
enum OutsideTraces {
    /// What a log says was answered; the host where its lines begin with one (nginx `$host`, Apache `%v`).
    struct Answered: Hashable {
        var host: String?
        var target: String
    }

    /// Bytes of a log read at once; what is older was read before.
    private static let mostBytes = 16 << 20
    private static let mostFiles = 20_000

    /// Paths that a log says were answered with 200, from an offset on; and where to read on. A log that became shorter was begun anew.
    static func answered(inLog path: String, from offset: UInt64) -> (targets: Set<Answered>, next: UInt64) {
        guard let handle = FileHandle(forReadingAtPath: path) else { return ([], offset) }
        defer { try? handle.close() }
        guard let end = try? handle.seekToEnd() else { return ([], offset) }
        var start = offset > end ? 0 : offset
        if end - start > UInt64(mostBytes) { start = end - UInt64(mostBytes) }
        guard (try? handle.seek(toOffset: start)) != nil, let data = try? handle.read(upToCount: mostBytes) else { return ([], offset) }
        // The last line may still be being written.
        guard let last = data.lastIndex(of: 10) else { return ([], start) }
        var targets: Set<Answered> = []
        for line in data[data.startIndex...last].split(separator: 10) {
            let text = String(decoding: line, as: UTF8.self)
            guard let target = target(ofLine: text), targets.count < mostFiles else { continue }
            let first = text.prefix { $0 != " " && $0 != ":" }.lowercased()
            let isHost = first.contains(".") && first.contains { $0.isLetter }
            targets.insert(Answered(host: isHost ? first : nil, target: target))
        }
        return (targets, start + UInt64(data.distance(from: data.startIndex, to: last)) + 1)
    }

    /// `… "GET /a/b?c HTTP/1.1" 200 …`: the path, without its query, of what was answered.
    static func target(ofLine line: String) -> String? {
        let parts = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let request = parts[1].split(separator: " ")
        guard request.count >= 2, request[0] == "GET" || request[0] == "HEAD", request[1].hasPrefix("/"), request[1].utf8.count < 1024,
            parts[2].split(separator: " ").first == "200"
        else { return nil }
        return String(request[1].prefix { $0 != "?" })
    }

    /// The addresses of the files in a folder that a web server shows.
    static func files(in folder: String, prefix: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        let base = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
        var found: [String] = []
        for case let name as String in walk where found.count < mostFiles {
            guard (walk.fileAttributes?[.type] as? FileAttributeType) == .typeRegular else { continue }
            found.append(base + "/" + (name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name))
        }
        return found.sorted()
    }
}
