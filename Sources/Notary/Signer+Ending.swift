import Foundation
public import PublicRecord

/// The end of a log: its key and its guard are put away, and no signer in that folder ever signs for it again.
extension Signer {
    /// Which logs ended here: a line `ended ORIGIN` each; `ending ORIGIN` while its files are being put away.
    static let endedName = "ended"

    /// Puts the files of a log away (`key` becomes `key.log-1`, and so on), so that the next log begins with a key and a guard of its own. What was interrupted goes
    /// on; for a log that ended here before it does nothing.
    /// - Throws: `RecordFault` while a signer runs there, or when the folder is another log's.
    public static func end(_ folder: String, origin: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw RecordFault.noSigner("the folder \(folder) cannot be made") }
        var logs = try endings(folder)
        if logs.contains(where: { $0.origin == origin && $0.isOver }) { return }
        guard logs.allSatisfy({ $0.isOver || $0.origin == origin }) else {
            throw RecordFault.noSigner("the end of another log was interrupted there")
        }
        if let other = other(than: origin, in: folder) { throw RecordFault.damaged("\(folder) is the signer's folder of \(other), not of \(origin)") }
        let lock = open("\(folder)/\(guardName)", O_RDWR | O_CLOEXEC)
        defer { if lock >= 0 { close(lock) } }
        guard lock < 0 || flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw RecordFault.noSigner("another signer uses \(folder)/\(guardName)") }
        if !logs.contains(where: { $0.origin == origin }) {
            logs.append((origin, false))
            try write(logs, folder)
        }
        // From here on nobody signs for it, whatever is there: `init` refuses.
        for name in [keyName, nextName, guardName] where FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            let path = "\(folder)/\(name)"
            guard rename(path, path + suffix(origin)) == 0 else {
                throw RecordFault.noSigner("\(path) cannot be put away: \(String(cString: strerror(errno)))")
            }
        }
        try write(logs.map { ($0.origin, true) }, folder)
    }

    /// The head of a log that its guard file holds, also where it was put away; nil: none that can be read.
    public static func guarded(_ folder: String, origin: String) -> SignedNote? {
        for path in ["\(folder)/\(guardName)", "\(folder)/\(guardName)\(suffix(origin))"] {
            if let note = note(in: path), (try? Checkpoint(note.text))?.origin == origin { return note }
        }
        return nil
    }

    /// Throws for a log that ended in a folder, and for any while such an end is not over.
    static func refuseEnded(_ origin: String, in folder: String) throws {
        for log in try endings(folder) where log.origin == origin || !log.isOver {
            throw RecordFault.noSigner(
                "the log \(log.origin) ended here, and nothing more is signed for it; 'caunoi log succeed' goes on, see docs/operating/record.md"
            )
        }
    }

    private static func endings(_ folder: String) throws -> [(origin: String, isOver: Bool)] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(endedName)") else { return [] }
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0] == "ended" || parts[0] == "ending" else {
                throw RecordFault.damaged("\(folder)/\(endedName) cannot be read")
            }
            return (String(parts[1]), parts[0] == "ended")
        }
    }

    private static func write(_ logs: [(origin: String, isOver: Bool)], _ folder: String) throws {
        let text = logs.map { "\($0.isOver ? "ended" : "ending") \($0.origin)\n" }.joined()
        do { try LogFolder(folder).write(Array(text.utf8), to: endedName) } catch { throw RecordFault.noSigner("\(error)") }
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw RecordFault.noSigner("\(folder): \(String(cString: strerror(errno)))") }
    }

    /// The log that a folder's guard is of, where it is another one.
    private static func other(than origin: String, in folder: String) -> String? {
        guard let note = note(in: "\(folder)/\(guardName)"), let head = try? Checkpoint(note.text), head.origin != origin else { return nil }
        return head.origin
    }

    private static func note(in path: String) -> SignedNote? {
        guard FileManager.default.fileExists(atPath: path), let file = try? GuardFile(path) else { return nil }
        return file.note
    }

    /// `.log-1`
    private static func suffix(_ origin: String) -> String { "." + origin.split(separator: "/").dropFirst().joined(separator: "-") }
}
