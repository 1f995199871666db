import FileStore
import Foundation
import PortalTesting
import PublicRecord
import Store
import Testing

@testable import Backup

@Suite("Places of backups")
struct BackupPlaceTests {
    private static func set(_ place: BackupPlace, at moment: Int64, objects: String = "", by signer: BackupSigner) throws -> String {
        let (name, folder) = try place.begin(at: moment)
        let writer = try SealedWriter("\(folder)/database", seal: .open)
        try writer.write(Array("data of \(moment)".utf8))
        var manifest = BackupManifest(
            kind: place.kind,
            name: name,
            at: moment,
            program: "1",
            schema: 5,
            engine: "sqlite",
            namespace: nil,
            tables: ["item": 3],
            recipient: nil,
            signer: signer.key
        )
        manifest.parts = [try writer.finish()]
        try ByteFile.create("\(folder)/objects", Array(objects.utf8))
        try place.commit(manifest, by: signer)
        return name
    }

    @Test("only what was committed is a set; what an interrupted run left goes with the next one")
    func interrupted() async throws {
        try await SealedFileTests.withFolder { folder in
            let signer = try BackupSigner(folder: "\(folder)/own", host: "anson.test")
            let path = "\(folder)/place"
            do {
                let place = try BackupPlace.writing(path, kind: .data)
                #expect(throws: BackupFault.busy(path: path)) { try BackupPlace.writing(path, kind: .data) }
                let (name, unfinished) = try place.begin(at: 1000)
                try ByteFile.create("\(unfinished)/database", [1])
                #expect(try place.sets() == [] && name == "19700101T000001.000Z")
                #expect(throws: BackupFault.self) { try place.manifest() }
            }
            let place = try BackupPlace.writing(path, kind: .data)
            #expect(try ByteFile.names(place.incoming) == [])
            let first = try Self.set(place, at: 1000, by: signer)
            let second = try Self.set(place, at: 1000, by: signer)
            #expect(first < second, "two in one moment have two names")
            #expect(try BackupPlace.reading(path, kind: .data).sets() == [first, second])
            #expect(try place.manifest().name == second && place.manifest(first).tables == ["item": 3])
            #expect(throws: BackupFault.self) { try place.manifest("19700101T000009.000Z") }
            #expect(throws: BackupFault.self) { try BackupPlace.reading(path, kind: .keys) }
            #expect(throws: BackupFault.self) { try BackupPlace.reading(folder, kind: .data) }
            #expect(throws: BackupFault.self) { try BackupPlace.writing(folder, kind: .data) }
        }
    }

    @Test(
        "a manifest that was changed, or signed by somebody else, is refused",
        arguments: ["manifest.json", "manifest.note", "other", "newer", "gone"]
    )
    func forged(_ what: String) async throws {
        try await SealedFileTests.withFolder { folder in
            let signer = try BackupSigner(folder: "\(folder)/own", host: "anson.test")
            let place = try BackupPlace.writing("\(folder)/place", kind: .data)
            let name = try Self.set(place, at: 5000, by: signer)
            let other = try BackupSigner(folder: "\(folder)/other", host: "anson.test")
            #expect(try place.manifest(signedBy: [signer.key]).name == name)
            #expect(signer.key == (try BackupSigner(folder: "\(folder)/own", host: "anson.test").key), "the key stays")
            switch what {
            case "other": #expect(throws: BackupFault.self) { try place.manifest(signedBy: [other.key]) }
            case "gone":
                try ByteFile.remove("\(place.folder(of: name))/manifest.note")
                #expect(throws: BackupFault.missing(path: "\(place.folder(of: name))/manifest.note")) { try place.manifest() }
            case "newer":
                // Honestly signed by a version to come.
                var manifest = try place.manifest()
                manifest.v = 2
                let bytes = try manifest.bytes
                let file = "\(place.folder(of: name))/manifest"
                let text = BackupManifest.statement(name, .data, bytes)
                try Data(bytes).write(to: URL(fileURLWithPath: file + ".json"))
                try Data(SignedNote(text: text, signatures: [signer.signer.sign(text)]).bytes).write(to: URL(fileURLWithPath: file + ".note"))
                #expect(throws: BackupFault.newer(set: name, found: 2, known: 1)) { try place.manifest() }
            default:
                let file = "\(place.folder(of: name))/\(what)"
                var bytes = try ByteFile.contents(file)
                // A digit of a count, or of the signature.
                let at = try #require(what == "manifest.json" ? bytes.lastIndex(of: UInt8(ascii: "3")) : bytes.count - 9)
                bytes[at] = bytes[at] == UInt8(ascii: "4") ? UInt8(ascii: "5") : UInt8(ascii: "4")
                try Data(bytes).write(to: URL(fileURLWithPath: file))
                #expect(throws: BackupFault.self) { try place.manifest() }
            }
        }
    }

    @Test(
        "files are copied once, found again by their keys, and go with the sets that name them; without its key a file is gone",
        arguments: Backend.available
    )
    func files(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: FileKeys.migrations) { database in
            try await SealedFileTests.withFolder { folder in
                let keys = FileKeys(database)
                let store = try DiskFileStore(root: "\(folder)/files")
                let contents = [Array("một".utf8), SealedFileTests.content(200_000), []]
                var hashes: [ContentHash] = []
                for content in contents { hashes.append(try await store.put(content).hash) }
                let place = try BackupPlace.writing("\(folder)/place", kind: .data)
                func backUp(_ moment: Int64) async throws -> (name: String, count: Int, copied: Int) {
                    let signer = try BackupSigner(folder: "\(folder)/own", host: "anson.test")
                    let (name, set) = try place.begin(at: moment)
                    let (part, objects, copied) = try await place.copy(store, keys: keys, into: set, at: moment) { _, _ in }
                    var manifest = BackupManifest(
                        kind: .data,
                        name: name,
                        at: moment,
                        program: "1",
                        schema: 1,
                        engine: "sqlite",
                        namespace: nil,
                        tables: [:],
                        recipient: nil,
                        signer: signer.key
                    )
                    manifest.parts = [part]
                    manifest.objects = objects
                    try place.commit(manifest, by: signer)
                    return (name, objects.count, copied)
                }
                let first = try await backUp(1000)
                #expect(first.count == 3 && first.copied == 3)
                let fourth = try await store.put(Array("bốn".utf8)).hash
                let second = try await backUp(2000)
                #expect(second.count == 4 && second.copied == 1, "only what is new is copied")
                for name in try place.objectsHeld() {
                    #expect(!hashes.contains { name.contains($0.description) }, "a name tells which file it is")
                }

                // Given back whole.
                let back = try DiskFileStore(root: "\(folder)/back")
                #expect(try await place.restore(second.name, keys: keys, to: back) { _, _ in } == ObjectsFound(files: 4, bytes: 200_010, erased: 0))
                for hash in hashes + [fourth] { #expect(try await back.verify(hash) == .sound(size: try #require(try await store.size(of: hash)))) }

                // Erased: the key goes at the next backup of the keys, and the older set cannot give the file back.
                try await store.delete(hashes[0])
                #expect(try await keys.forget(absentFrom: store) == 1)
                let later = try DiskFileStore(root: "\(folder)/later")
                let found = try await place.restore(first.name, keys: keys, to: later) { _, _ in }
                #expect(found.files == 2 && found.erased == 1)
                #expect(try await !later.exists(hashes[0]))
                // Stored anew it is another object.
                _ = try await store.put(contents[0])
                let third = try await backUp(3000)
                #expect(third.count == 4 && third.copied == 1)

                // One that is damaged or missing is told by name.
                let object = try #require(try place.objects(of: third.name).first { $0.plain == 200_000 })
                let file = place.objectPath(object.name)
                let whole = try ByteFile.contents(file)
                var bytes = whole
                bytes[100_000] ^= 1
                try Data(bytes).write(to: URL(fileURLWithPath: file))
                try place.checkObjects(of: third.name)
                await #expect(throws: BackupFault.self) { try await place.restore(third.name, keys: keys, to: nil) { _, _ in } }
                try Data(whole.dropLast(5)).write(to: URL(fileURLWithPath: file))
                #expect(throws: BackupFault.self) { try place.checkObjects(of: third.name) }
                try FileManager.default.removeItem(atPath: file)
                #expect(throws: BackupFault.missing(path: file)) { try place.checkObjects(of: third.name) }
                await #expect(throws: BackupFault.missing(path: file)) { try await place.restore(third.name, keys: keys, to: nil) { _, _ in } }
                // The next run mends it.
                #expect(try await backUp(4000).copied == 1)
                #expect(try await place.restore(third.name, keys: keys, to: nil) { _, _ in }.files == 4)

                #expect(try place.objectsHeld().count == 5)
                let pruned = try place.prune(keeping: 1)
                #expect(pruned.sets == 3 && pruned.files == 1, "\(pruned)")
                #expect(try place.sets().count == 1 && place.objectsHeld().count == 4)
            }
        }
    }

    @Test("generations of keys: old ones are overwritten and go, the newest stays however old")
    func generations() async throws {
        try await SealedFileTests.withFolder { folder in
            let signer = try BackupSigner(folder: "\(folder)/own", host: "anson.test")
            let place = try BackupPlace.writing("\(folder)/place", kind: .keys)
            let day: Int64 = 86_400_000
            let start: Int64 = 1_795_219_200_000
            for number in [0, 1, 29, 40] as [Int64] { _ = try Self.set(place, at: start + number * day, by: signer) }
            let oldest = "\(place.folder(of: SetName.of(start)))/database"
            let watched = open(oldest, O_RDONLY)
            defer { close(watched) }
            #expect(try place.forget(olderThan: 30, at: start + 40 * day) == 2)
            #expect(try place.sets().map { SetName.moment($0) } == [start + 29 * day, start + 40 * day])
            #expect(try ByteFile.read(watched, 100, oldest).allSatisfy { $0 == 0 }, "the bytes were not overwritten")
            #expect(try place.forget(olderThan: 30, at: start + 400 * day) == 1)
            #expect(try place.forget(olderThan: 30, at: start + 4000 * day) == 0, "the newest stays")
        }
    }

    @Test(
        "names of sets are their moments",
        arguments: [
            (1_795_219_200_123, "20261121T000000.123Z"), (0, "19700101T000000.000Z"), (951_782_400_000, "20000229T000000.000Z"),
        ] as [(Int64, String)]
    )
    func names(_ moment: Int64, _ name: String) {
        #expect(SetName.of(moment) == name && SetName.moment(name) == moment)
        #expect(SetName.moment(name + "x") == nil && SetName.moment("a" + name) == nil)
    }
}
