import Foundation

/// One file of a mirror, or an address that leads elsewhere (without a file).
struct MirrorEntry: Sendable, Hashable {
    var address: MirrorAddress
    /// Below the mirror's folder; empty where there is none.
    var file = ""
    /// SHA-256, 64 hexadecimal digits.
    var hash = ""
    var size = 0
    var status = 200
    /// `name: value`, each on a line, as readers get them.
    var fields = ""
    /// The same for what is said of this file alone.
    var extra = ""
    var location = ""
    /// Epoch milliseconds from which it is no longer true by itself; 0: never.
    var until: Int64 = 0
    /// Of a proof: the entry it proves. Of a page: the item whose page it is.
    var mark = ""
    /// What it was made from, 32 bits each.
    var dependencies: [UInt32] = []
}

/// What is in a mirror (`_mirror/manifest.tsv`): a line for each file, its digest, size and path first.
struct MirrorBooks: Sendable {
    static let first = "caunoi-mirror 1"

    /// Codes of the portals it is of, in their order; `*` for all.
    var scope: String
    /// The event it goes up to.
    var cursor: Int64 = -1
    /// Each host with the folder it is served from, and where it leads when the portal has gone elsewhere.
    var hosts: [String: (folder: String, moved: String)] = [:]
    private(set) var entries: [MirrorAddress: MirrorEntry] = [:]
    /// The heads of answers, each kept once: most pages have the same.
    private var heads: Set<String> = []
    /// The folders' own by their files: what the folder may hold.
    var files: Set<String> { Set(entries.values.lazy.map(\.file).filter { !$0.isEmpty }) }

    init(scope: String) { self.scope = scope }

    subscript(_ host: String, _ target: String) -> MirrorEntry? { entries[MirrorAddress(host: host, target: target)] }
    subscript(_ address: MirrorAddress) -> MirrorEntry? { entries[address] }

    mutating func put(_ entry: MirrorEntry) {
        var entry = entry
        entry.fields = heads.insert(entry.fields).memberAfterInsert
        entries[entry.address] = entry
    }

    mutating func remove(_ address: MirrorAddress) { entries[address] = nil }

    // MARK: The file

    var text: String {
        let ordered = entries.values.sorted { ($0.address.host, $0.address.target) < ($1.address.host, $1.address.target) }
        var numbers: [String: Int] = [:]
        var out = "\(Self.first)\t\(scope)\t\(cursor)\n"
        for (host, place) in hosts.sorted(by: { $0.key < $1.key }) { out += "host\t\(host)\t\(place.folder)\t\(place.moved)\n" }
        for fields in Set(ordered.map(\.fields)).sorted() {
            numbers[fields] = numbers.count
            out += "fields\t\(fields.replacing("\n", with: "\u{1F}"))\n"
        }
        for entry in ordered {
            let codes = entry.dependencies.map { String($0, radix: 36) }.joined(separator: " ")
            out += "\(entry.hash)\t\(entry.size)\t\(entry.file)\t\(entry.address.host)\t\(entry.address.target)\t\(entry.status)\t"
            out +=
                "\(numbers[entry.fields] ?? 0)\t\(entry.extra.replacing("\n", with: "\u{1F}"))\t\(entry.location)\t\(entry.until)\t\(entry.mark)\t\(codes)\n"
        }
        return out
    }

    /// - Throws: `MirrorFault.damaged` for a text that this program did not write.
    init(parsing text: String) throws(MirrorFault) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
        guard let head = lines.popFirst()?.split(separator: "\t", omittingEmptySubsequences: false), head.count == 3, head[0] == Self.first,
            let cursor = Int64(head[2])
        else { throw .damaged("its first line") }
        scope = String(head[1])
        self.cursor = cursor
        var fields: [String] = []
        for line in lines {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            switch (parts[0], parts.count) {
            case ("host", 4): hosts[String(parts[1])] = (String(parts[2]), String(parts[3]))
            case ("fields", 2): fields.append(String(parts[1]).replacing("\u{1F}", with: "\n"))
            case (_, 12):
                guard let size = Int(parts[1]), let status = Int(parts[5]), let number = Int(parts[6]), fields.indices.contains(number),
                    let until = Int64(parts[9]),
                    parts[2].isEmpty || parts[2].split(separator: "/", omittingEmptySubsequences: false).allSatisfy(Self.isName)
                else { throw .damaged("the line of \(parts[2])") }
                put(
                    MirrorEntry(
                        address: MirrorAddress(host: String(parts[3]), target: String(parts[4])),
                        file: String(parts[2]),
                        hash: String(parts[0]),
                        size: size,
                        status: status,
                        fields: fields[number],
                        extra: String(parts[7]).replacing("\u{1F}", with: "\n"),
                        location: String(parts[8]),
                        until: until,
                        mark: String(parts[10]),
                        dependencies: parts[11].split(separator: " ").compactMap { UInt32($0, radix: 36) }
                    )
                )
            default: throw .damaged("the line '\(line.prefix(80))'")
            }
        }
    }

    private static func isName(_ segment: Substring) -> Bool { MirrorPath.isName(Substring(segment.filter { !"@=&".contains($0) })) }
}

/// Why a mirror cannot be written or served: one sentence that says what to do.
public enum MirrorFault: Error, Sendable, Hashable, CustomStringConvertible {
    case notAMirror(String)
    case otherScope(String, is: String)
    case damaged(String)
    case unfinished(String)
    case foreign(String, more: Int)
    case altered(String, more: Int)
    case link(String)
    case diskFull(String)
    case io(String, reason: String)
    case busy(String)

    public var description: String {
        switch self {
        case .notAMirror(let folder): "'\(folder)' is not empty and no mirror; name a new or an empty folder"
        case .otherScope(let scope, let own): "this folder is the mirror of other portals (\(own), not \(scope)); name another folder"
        case .damaged(let what): "the list of the mirror's files (_mirror/manifest.tsv) is damaged in \(what); write the mirror into a new folder"
        case .unfinished(let folder): "the mirror '\(folder)' was being changed when its writer ended; 'caunoi export static' there finishes it"
        case .foreign(let file, let more):
            "\(file)\(Self.more(more)) is in the mirror and nobody published it; take it away, or write the mirror into a new folder"
        case .altered(let file, let more): "\(file)\(Self.more(more)) is not what was written; 'caunoi export static' there puts it right"
        case .link(let path): "\(path) is a symbolic link or no folder; a mirror follows none: take it away"
        case .diskFull(let folder): "there is no room left for '\(folder)'; the mirror is as it was: make room and run it again"
        case .io(let path, let reason): "\(path) cannot be read or written: \(reason)"
        case .busy(let folder): "another program is writing the mirror '\(folder)'; wait until it is done"
        }
    }

    private static func more(_ count: Int) -> String { count > 0 ? " (and \(count) more)" : "" }
}
