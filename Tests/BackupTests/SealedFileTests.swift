import Foundation
import PortalTesting
import Testing

@testable import Backup

@Suite("Sealed files")
struct SealedFileTests {
    static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-sealed-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    static func content(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) } }

    static func write(_ content: [UInt8], to path: String, _ seal: Seal) throws -> WrittenPart {
        let writer = try SealedWriter(path, seal: seal)
        for start in stride(from: 0, to: content.count, by: 10_007) { try writer.write(content[start..<min(start + 10_007, content.count)]) }
        return try writer.finish()
    }

    static func read(_ path: String, _ opener: Opener) throws -> [UInt8] {
        let reader = try SealedReader(path, with: opener)
        var bytes: [UInt8] = []
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }

    @Test("what was written is read, whatever its length", arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])
    func roundTrip(_ count: Int) async throws {
        try await Self.withFolder { folder in
            let identity = try BackupIdentity.make()
            let secret = Self.content(32)
            let cases: [(Seal, Opener)] = [(.open, .none), (.recipient(identity.recipient), .identity(identity)), (.secret(secret), .secret(secret))]
            for (number, (seal, opener)) in cases.enumerated() {
                let part = try Self.write(Self.content(count), to: "\(folder)/\(number)", seal)
                #expect(try Self.read("\(folder)/\(number)", opener) == Self.content(count))
                #expect(part.plain == Int64(count) && part.bytes == ByteFile.size("\(folder)/\(number)"))
                try SealedReader.check(part, in: folder)
                var handed: [UInt8] = []
                try SealedReader.read(part, in: folder, with: opener) { handed += $0 }
                #expect(handed == Self.content(count))
                if case .secret = seal { #expect(SealedWriter.sealedSize(Int64(count)) == part.bytes) }
                if seal != .open, count > 100 {
                    let bytes = try ByteFile.contents("\(folder)/\(number)")
                    #expect(Data(bytes).range(of: Data(Self.content(count)[..<64])) == nil, "it can be read without a key")
                }
            }
        }
    }

    @Test("a file that was changed, cut short or made longer is refused", arguments: [0, 70_000, 131_072])
    func changed(_ count: Int) async throws {
        try await Self.withFolder { folder in
            let identity = try BackupIdentity.make()
            let path = "\(folder)/a"
            _ = try Self.write(Self.content(count), to: path, .recipient(identity.recipient))
            let whole = try ByteFile.contents(path)
            func refused(_ bytes: [UInt8], _ what: String) throws {
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                #expect(throws: BackupFault.self, "\(what)") { try Self.read(path, .identity(identity)) }
            }
            for place in [0, 7, 8, 60, 88, 100, whole.count / 2, whole.count - 1] {
                var bytes = whole
                bytes[place] ^= 1
                try refused(bytes, "byte \(place)")
            }
            for left in [0, 7, 50, 112, whole.count - 17, whole.count - 1] where left < whole.count {
                try refused(Array(whole[..<left]), "cut to \(left)")
            }
            // Cut where a piece ends: every piece is whole, and the end is missing.
            if count >= 65_536 { try refused(Array(whole[..<(112 + 65_536 + 17)]), "cut behind a piece") }
            try refused(whole + [0], "one byte more")
            try refused(whole + whole, "twice")
        }
    }

    @Test("another key does not open it, and says so")
    func otherKey() async throws {
        try await Self.withFolder { folder in
            let (mine, other) = (try BackupIdentity.make(), try BackupIdentity.make())
            let path = "\(folder)/a"
            _ = try Self.write([1, 2, 3], to: path, .recipient(mine.recipient))
            #expect(throws: BackupFault.wrongKey(path: path)) { try Self.read(path, .identity(other)) }
            #expect(throws: BackupFault.wrongKey(path: path)) { try Self.read(path, .none) }
            #expect(throws: BackupFault.wrongKey(path: path)) { try Self.read(path, .secret(Self.content(32))) }
            #expect(throws: BackupFault.missing(path: path + "x")) { try Self.read(path + "x", .none) }
            // A name that is taken is not written over, and not taken away.
            #expect(throws: BackupFault.self) { try SealedWriter(path, seal: .open) }
            #expect(try Self.read(path, .identity(mine)) == [1, 2, 3])
            let abandoned = try SealedWriter("\(folder)/b", seal: .open)
            try abandoned.write([1])
            abandoned.discard()
            #expect(ByteFile.size("\(folder)/b") == nil)
        }
    }

    @Test("keys as text: both halves come back, a slip is found")
    func keyTexts() async throws {
        try await Self.withFolder { folder in
            let identity = try BackupIdentity.make()
            try identity.write(to: "\(folder)/key")
            #expect(try BackupIdentity(file: "\(folder)/key").recipient == identity.recipient)
            #expect(throws: BackupFault.self) { try identity.write(to: "\(folder)/key") }
            var status = stat()
            #expect(stat("\(folder)/key", &status) == 0 && status.st_mode & 0o777 == 0o600)
            let text = "\(identity.recipient)"
            #expect(Recipient(text) == identity.recipient)
            for place in [11, 40, text.count - 1] {
                var letters = Array(text)
                letters[place] = letters[place] == "0" ? "1" : "0"
                #expect(Recipient(String(letters)) == nil)
            }
            for wrong in ["", "caunoi-pub-", "caunoi-pub-00", text + "00", text.uppercased(), "caunoi-key-" + text.dropFirst(11)] {
                #expect(Recipient(wrong) == nil)
            }
            for wrong in ["", text, "caunoi-key-00"] {
                try Data(wrong.utf8).write(to: URL(fileURLWithPath: "\(folder)/wrong"))
                #expect(throws: BackupFault.noIdentity(path: "\(folder)/wrong")) { try BackupIdentity(file: "\(folder)/wrong") }
            }
        }
    }

    @Test("a full disk: one line, and nothing of the file stays", .enabled(if: SmallDisk.isPossible, "file systems can be mounted by root only"))
    func fullDisk() async throws {
        try await SmallDisk.with(megabytes: 1) { disk in
            let path = "\(disk.folder)/a"
            #expect(throws: BackupFault.diskFull(path: path)) { try Self.write(Self.content(3 << 20), to: path, .secret(Self.content(32))) }
            #expect(ByteFile.size(path) == nil)
            _ = try Self.write(Self.content(1000), to: path, .secret(Self.content(32)))
        }
    }
}
