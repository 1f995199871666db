import Foundation
public import PublicRecord

/// A log's files in a folder, under the names they have below the log's prefix, so that any web server can show it as a copy.
public struct LogFolder: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public func read(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { throw CopyFault.absent("\(path)/\(name)") }
        return Array(data)
    }

    /// Writes a file whole: another name, the disk, then its own name.
    public func write(_ bytes: [UInt8], to name: String) throws {
        let place = "\(path)/\(name)"
        let new = place + ".new"
        do {
            let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: new))
        } catch { throw CopyFault.unwritable("\(place) cannot be written: \(error.localizedDescription)") }
        let descriptor = open(new, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0, rename(new, place) == 0 else {
            throw CopyFault.unwritable("\(place) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// Takes away the partial files at the edge of an older size, where there are wider ones now.
    func tidy(from old: Int64, to new: Int64) {
        for level in [nil] + (0..<8).map(Optional.some) {
            let index = old >> Int64(8 * ((level ?? 0) + 1))
            guard let before = TileID.at(size: old, level: level, index: index), let now = TileID.at(size: new, level: level, index: index),
                before != now
            else { continue }
            try? FileManager.default.removeItem(atPath: now.isFull ? "\(path)/\(now.path).p" : "\(path)/\(before.path)")
        }
    }

    /// Keeps two heads that contradict each other; says where.
    func keepEvidence(_ held: SignedNote, _ offered: SignedNote, size: Int64) throws -> String {
        let name = "evidence/\(size)-\(RecordHash.leaf(offered.bytes).hex.prefix(16))"
        try write(held.bytes, to: "\(name)/held")
        try write(offered.bytes, to: "\(name)/offered")
        return "\(path)/\(name)"
    }
}
