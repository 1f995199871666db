import FileStore
import Foundation
import RichText
import Testing

@testable import Media

@Suite("Smaller pictures on disk")
struct RenditionStoreTests {
    private func variant(_ width: Int = 320, _ format: PictureFormat = .avif) throws -> PictureVariant {
        try #require(PictureVariant(width: width, format: format))
    }

    private func path(_ room: WorkerRoom, _ hash: ContentHash, _ name: String) -> String {
        "\(room.folder)/derived/\(hash.description.prefix(2))/\(hash)/\(name)"
    }

    @Test func comeBackAsTheyWere() async throws {
        try await WorkerRoom.with { room in
            let hash = ContentHash(of: [1])
            let content: [UInt8] = [1, 2, 3, 0, 255]
            #expect(room.store.read(try variant(), of: hash) == nil)
            room.store.write(content, as: try variant(), of: hash)
            #expect(room.store.read(try variant(), of: hash) == content)
            #expect(room.store.read(try variant(640), of: hash) == nil)
            #expect(room.store.pictures(after: nil) == [hash])
            room.store.remove(hash)
            #expect(room.store.read(try variant(), of: hash) == nil)
            #expect(!FileManager.default.fileExists(atPath: path(room, hash, "")))
        }
    }

    @Test("one that a power cut spoilt is not handed out", arguments: [0, 20, 33, 36])
    func spoilt(length: Int) async throws {
        try await WorkerRoom.with { room in
            let hash = ContentHash(of: [2])
            room.store.write([1, 2, 3, 4, 5, 6, 7, 8], as: try variant(), of: hash)
            let file = path(room, hash, "320.avif")
            let whole = try #require(FileManager.default.contents(atPath: file))
            #expect(FileManager.default.createFile(atPath: file, contents: whole.prefix(length)))
            #expect(room.store.read(try variant(), of: hash) == nil)
        }
    }

    @Test func theOldestGoWhenThereIsNoRoom() async throws {
        try await WorkerRoom.with(megabytes: 1) { room in
            let hashes = (0..<6).map { ContentHash(of: [UInt8($0)]) }
            for (index, hash) in hashes.enumerated() {
                room.store.write([UInt8](repeating: UInt8(index), count: 250_000), as: try variant(), of: hash)
                // Their age in the order they were made.
                let date = Date(timeIntervalSince1970: 1_700_000_000 + Double(index) * 100_000)
                try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path(room, hash, ""))
            }
            #expect(room.store.read(try variant(), of: hashes[0]) == nil)
            #expect(room.store.read(try variant(), of: hashes[5]) != nil)
            let held = try hashes.filter { room.store.read(try variant(), of: $0) != nil }
            #expect(held.count >= 3 && held.count <= 4, "\(held.count)")
        }
    }

    @Test func goWithTheFileTheyAreOf() async throws {
        try await WorkerRoom.with { room in
            let files = FilesWithRenditions(room.files, room.store)
            let hash = try await files.put([1, 2, 3]).hash
            room.store.write([1], as: try variant(), of: hash)
            #expect(try await files.delete(hash))
            #expect(room.store.pictures(after: nil).isEmpty)
        }
    }

    @Test func areWalkedInTheirOrder() async throws {
        try await WorkerRoom.with { room in
            let hashes = (0..<20).map { ContentHash(of: [UInt8($0)]) }.sorted()
            for hash in hashes { room.store.refuse(hash, .damaged) }
            var walked: [ContentHash] = []
            while true {
                let part = room.store.pictures(after: walked.last, limit: 7)
                if part.isEmpty { break }
                walked += part
            }
            #expect(walked == hashes)
        }
    }
}
