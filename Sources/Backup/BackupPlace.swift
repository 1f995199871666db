import Foundation
public import PublicRecord

/// A folder with backups: `sets/<moment>/` each whole, `files/` with what sets share, `incoming/` with what is being written, which is never taken for a set.
/// A place holds either sets of data or generations of item keys, and says which in `caunoi-backups`.
public final class BackupPlace: Sendable {
    public let path: String
    public let kind: BackupManifest.Kind
    private let lock: Int32?

    /// Opens a place for writing; makes it where the folder is missing or empty. One process at a time.
    public static func writing(_ path: String, kind: BackupManifest.Kind) throws -> BackupPlace {
        try ByteFile.makeFolder(path)
        if ByteFile.size("\(path)/\(markName)") == nil {
            // A lost+found of a disk of its own is no reason to refuse it.
            guard try ByteFile.names(path).allSatisfy({ $0 == "lost+found" || $0 == "lock" || $0.hasSuffix(".new") }) else {
                throw BackupFault.notAPlace(path: path, why: "holds other things; name an empty folder, or one that 'caunoi backup' made")
            }
        }
        let lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0 else { throw ByteFile.fault(path, errno) }
        do {
            guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw BackupFault.busy(path: path) }
            if ByteFile.size("\(path)/\(markName)") == nil {
                try ByteFile.remove("\(path)/\(markName).new")
                try ByteFile.create("\(path)/\(markName).new", Array("caunoi backups 1\n\(kind.rawValue)\n".utf8))
                try ByteFile.move("\(path)/\(markName).new", to: "\(path)/\(markName)")
            }
            try check(path, kind)
            for folder in ["sets", "incoming"] { try ByteFile.makeFolder("\(path)/\(folder)") }
            // What an interrupted run left; files that were copied whole stay.
            for name in try ByteFile.names("\(path)/incoming") { try ByteFile.remove("\(path)/incoming/\(name)") }
            try ByteFile.sync(path)
            return BackupPlace(path, kind, lock: lock)
        } catch {
            close(lock)
            throw error
        }
    }

    /// Opens a place to look into it.
    public static func reading(_ path: String, kind: BackupManifest.Kind) throws -> BackupPlace {
        try check(path, kind)
        return BackupPlace(path, kind, lock: nil)
    }

    private init(_ path: String, _ kind: BackupManifest.Kind, lock: Int32?) {
        self.path = path
        self.kind = kind
        self.lock = lock
    }

    /// Throws for a folder that is no place of this kind.
    private static func check(_ path: String, _ kind: BackupManifest.Kind) throws {
        guard ByteFile.size("\(path)/\(markName)") != nil else {
            throw BackupFault.notAPlace(path: path, why: "is no folder that 'caunoi backup' made; name the folder with 'sets' in it")
        }
        let mark = String(decoding: try ByteFile.contents("\(path)/\(markName)", limit: 4096), as: UTF8.self)
        let lines = mark.split(separator: "\n")
        guard lines.first == "caunoi backups 1", lines.count >= 2 else {
            throw BackupFault.notAPlace(path: path, why: "was made by another version of 'caunoi backup'; use that version")
        }
        guard lines[1] == kind.rawValue else {
            throw BackupFault.notAPlace(
                path: path,
                why: kind == .data
                    ? "holds item keys; name the folder of the data here, and this one with --backup-keys"
                    : "holds data; item keys are kept in a folder of their own, best on another machine"
            )
        }
    }

    deinit { if let lock { close(lock) } }

    static let markName = "caunoi-backups"

    public var files: String { "\(path)/files" }
    public var incoming: String { "\(path)/incoming" }
    /// Where a copy of the public record lies beside the sets.
    public var record: String { "\(path)/record" }
    public func folder(of set: String) -> String { "\(path)/sets/\(set)" }

    /// The names of the whole sets, oldest first.
    public func sets() throws -> [String] { try ByteFile.names("\(path)/sets").filter { SetName.moment($0) != nil } }

    /// A set's manifest, checked against its signature. `name`: nil for the newest; `keys`: whose signatures count, none for the one it names.
    public func manifest(_ name: String? = nil, signedBy keys: [VerifierKey] = []) throws -> BackupManifest {
        let all = try sets()
        guard let newest = all.last else { throw BackupFault.notAPlace(path: path, why: "holds no whole set yet") }
        let name = name ?? newest
        guard all.contains(name) else {
            throw BackupFault.notAPlace(path: path, why: "holds no set '\(name.prefix(60))'; it has \(all.suffix(3).joined(separator: ", "))")
        }
        return try BackupManifest.read(folder(of: name), name: name, kind: kind, signedBy: keys)
    }

    /// Begins a set: a folder below `incoming`, with the name it will have.
    public func begin(at milliseconds: Int64) throws -> (name: String, folder: String) {
        var moment = milliseconds
        while try sets().contains(SetName.of(moment)) { moment += 1 }
        let name = SetName.of(moment)
        let folder = "\(incoming)/\(name)"
        try ByteFile.makeFolder(folder)
        return (name, folder)
    }

    /// Signs the manifest, and gives the set its place in one step.
    public func commit(_ manifest: BackupManifest, by signer: BackupSigner) throws {
        let folder = "\(incoming)/\(manifest.name)"
        let bytes = try manifest.bytes
        try ByteFile.create("\(folder)/\(BackupManifest.manifestName)", bytes)
        let text = BackupManifest.statement(manifest.name, kind, bytes)
        let note = try SignedNote(text: text, signatures: [signer.signer.sign(text)])
        try ByteFile.create("\(folder)/\(BackupManifest.noteName)", note.bytes)
        try ByteFile.sync(folder)
        try ByteFile.move(folder, to: self.folder(of: manifest.name))
        try ByteFile.sync("\(path)/sets")
    }

    /// Takes sets away, the whole folder at once out of `sets` first. `overwriting`: their bytes too.
    func remove(_ names: [String], overwriting: Bool) throws {
        for name in names {
            let leaving = "\(incoming)/\(name).gone"
            if overwriting {
                for file in try ByteFile.names(folder(of: name)) { try ByteFile.overwrite("\(folder(of: name))/\(file)") }
            }
            try ByteFile.move(folder(of: name), to: leaving)
            try ByteFile.sync("\(path)/sets")
            try ByteFile.remove(leaving)
        }
    }

    /// Keeps the newest `count` sets and takes the others away, and the files no set names.
    /// - Returns: how many sets and files went.
    public func prune(keeping count: Int) throws -> (sets: Int, files: Int) {
        let old = Array(try sets().dropLast(max(1, count)))
        try remove(old, overwriting: false)
        var named: Set<String> = []
        for set in try sets() { for object in try objects(of: set) { named.insert(object.name) } }
        var files = 0
        for name in try objectsHeld() where !named.contains(name) {
            try ByteFile.remove(objectPath(name))
            files += 1
        }
        return (old.count, files)
    }

    /// Takes away generations made more than `days` ago, bytes and all; the newest stays.
    /// - Returns: how many went.
    public func forget(olderThan days: Int, at milliseconds: Int64) throws -> Int {
        let limit = milliseconds - Int64(days) * 86_400_000
        let old = try sets().dropLast().filter { (SetName.moment($0) ?? .max) < limit }
        try remove(Array(old), overwriting: true)
        return old.count
    }
}

/// Names of sets: the moment in UTC, to the millisecond, so that their order is that of time.
public enum SetName {
    /// 20261130T071500.123Z
    public static func of(_ milliseconds: Int64) -> String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = "\(1000 + milliseconds % 1000)".dropFirst()
        return
            "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))T\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec)).\(rest)Z"
    }

    /// Unix milliseconds; nil for what is no name of a set.
    public static func moment(_ name: String) -> Int64? {
        guard let match = name.wholeMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z/) else { return nil }
        var parts = tm()
        parts.tm_year = (Int32(match.output.1) ?? 0) - 1900
        parts.tm_mon = (Int32(match.output.2) ?? 0) - 1
        parts.tm_mday = Int32(match.output.3) ?? 0
        parts.tm_hour = Int32(match.output.4) ?? 0
        parts.tm_min = Int32(match.output.5) ?? 0
        parts.tm_sec = Int32(match.output.6) ?? 0
        return Int64(timegm(&parts)) * 1000 + (Int64(match.output.7) ?? 0)
    }
}
