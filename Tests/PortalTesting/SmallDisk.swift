import Foundation
import Glibc

/// A file system in memory with a size of its own, to be filled and locked.
public struct SmallDisk: Sendable {
    public let folder: String

    public struct Failure: Error {
        let call: String
        let code: Int32
    }

    public static let isPossible: Bool = {
        guard geteuid() == 0, let disk = try? make(megabytes: 1) else { return false }
        disk.remove()
        return true
    }()

    public static func with<T>(megabytes: Int, _ body: (SmallDisk) async throws -> T) async throws -> T {
        let disk = try make(megabytes: megabytes)
        defer { disk.remove() }
        return try await body(disk)
    }

    /// Rounded up.
    public func megabytesUsed() throws -> Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { throw Failure(call: "statvfs", code: errno) }
        return Int((UInt64(status.f_blocks - status.f_bfree) * UInt64(status.f_frsize) + (1 << 20) - 1) >> 20)
    }

    public func resize(megabytes: Int) throws { try Self.mounting(folder, UInt(MS_REMOUNT), "size=\(megabytes)m") }
    public func lock() throws { try Self.mounting(folder, UInt(MS_REMOUNT) | UInt(MS_RDONLY), "") }

    private static func make(megabytes: Int) throws -> SmallDisk {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-disk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try mounting(folder, 0, "size=\(megabytes)m")
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
        return SmallDisk(folder: folder)
    }

    private func remove() {
        umount2(folder, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func mounting(_ folder: String, _ flags: UInt, _ options: String) throws {
        if mount("tmpfs", folder, "tmpfs", flags, options) != 0 { throw Failure(call: "mount", code: errno) }
    }
}
