import FileStore
import Foundation
import Testing

@Suite("Files by their content")
struct FileStoreTests {
    let scratch: Scratch
    let store: DiskFileStore
    var root: String { scratch.path("files") }
    let hello = Array("hello".utf8)
    let helloHash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    init() throws {
        scratch = try Scratch()
        store = try DiskFileStore(root: scratch.path("files"))
    }

    private func path(_ hash: ContentHash) -> String {
        "\(root)/\(hash.description.prefix(2))/\(hash.description.dropFirst(2).prefix(2))/\(hash)"
    }

    private var incoming: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: root + "/incoming") }
    }

    @Test("content is found under its SHA-256, however it came")
    func put() async throws {
        let file = try scratch.write(hello, to: "upload")
        var pieces = [Array("he".utf8), [], Array("llo".utf8)][...]
        let stored = [
            try await store.put(hello), try await store.put(contentsOf: file), try await store.put(upTo: 5) { pieces.popFirst() },
        ]
        #expect(stored.map(\.hash.description) == [helloHash, helloHash, helloHash])
        #expect(stored.map(\.size) == [5, 5, 5])
        #expect(try scratch.read("files/2c/f2/\(helloHash)") == hello)
        #expect(try FileManager.default.attributesOfItem(atPath: path(stored[0].hash))[.posixPermissions] as? Int == 0o640)
        #expect(try await store.content(of: stored[0].hash) == hello)
        #expect(try await store.verify(stored[0].hash) == .sound(size: 5))
        #expect(try incoming.isEmpty)
        let empty = try await store.put([])
        #expect(try await store.content(of: empty.hash).isEmpty)
    }

    @Test("a large file is read in ranges")
    func ranges() async throws {
        var random = SeededGenerator(seed: 3)
        let content = (0..<400_000).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
        let stored = try await store.put(contentsOf: scratch.write(content, to: "large"))
        let file = try await store.open(stored.hash)
        #expect(file.size == 3_200_000 && file.hash == stored.hash)
        #expect(try await file.read(at: 1_500_000, count: 70_000) == Array(content[1_500_000..<1_570_000]))
        #expect(try await file.read(at: 3_199_999, count: 10) == [content[3_199_999]])
        for (offset, count) in [(3_200_000, 1), (-1, 5), (.max, .max), (0, 0), (0, -1)] as [(Int64, Int)] {
            #expect(try await file.read(at: offset, count: count).isEmpty)
        }
        #expect(try await file.read(at: 0, count: .max).count == 1 << 20)
        #expect(try await store.content(of: stored.hash) == content)
        await #expect(throws: FileStoreFault.tooLarge(limit: 3_199_999)) { _ = try await store.content(of: stored.hash, limit: 3_199_999) }
    }

    @Test("what is deleted is gone, what is missing is said")
    func delete() async throws {
        let stored = try await store.put(hello)
        let open = try await store.open(stored.hash)
        #expect(try await store.delete(stored.hash))
        #expect(try await store.delete(stored.hash) == false)
        #expect(try await store.exists(stored.hash) == false)
        #expect(try await store.verify(stored.hash) == .missing)
        await #expect(throws: FileStoreFault.missing(stored.hash)) { _ = try await store.open(stored.hash) }
        // Who had it open still reads it.
        #expect(try await open.read(at: 0, count: 5) == hello)
        #expect(try await store.put(hello) == stored)
        #expect(try await store.exists(stored.hash))
    }

    @Test("a damaged file is found by verify and reading, and mended by the right content", arguments: ["hullo", "hell", "hello!", ""])
    func damaged(wrong: String) async throws {
        let stored = try await store.put(hello)
        for mend in 0..<3 {
            try Data(wrong.utf8).write(to: URL(fileURLWithPath: path(stored.hash)))
            let actual = ContentHash(of: wrong.utf8)
            #expect(try await store.verify(stored.hash) == .damaged(actual: actual, size: Int64(wrong.utf8.count)))
            await #expect(throws: FileStoreFault.damaged(stored.hash, actual: actual)) { _ = try await store.content(of: stored.hash) }
            var pieces = [hello][...]
            switch mend {
            case 0: _ = try await store.put(hello)
            case 1: _ = try await store.put(contentsOf: scratch.write(hello, to: "upload"))
            default: _ = try await store.put(upTo: nil) { pieces.popFirst() }
            }
            #expect(try await store.verify(stored.hash) == .sound(size: 5))
        }
    }

    @Test("a full disk is a fault of its own and leaves no half file")
    func diskFull() async throws {
        let content = [UInt8](repeating: 7, count: 100_000)
        let upload = try scratch.write(content, to: "upload")
        let small = try DiskFileStore(root: scratch.path("small"), call: fullDisk(after: 50_000))
        let folder = scratch.path("small/incoming")
        for way in 0..<3 {
            let fault = await #expect(throws: FileStoreFault.self) {
                var pieces = [content][...]
                switch way {
                case 0: _ = try await small.put(content)
                case 1: _ = try await small.put(contentsOf: upload)
                default: _ = try await small.put(upTo: nil) { pieces.popFirst() }
                }
            }
            guard case .diskFull? = fault else {
                Issue.record("\(String(describing: fault))")
                continue
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
        #expect(try await small.hashes(after: nil, limit: 10).isEmpty)
    }

    @Test("an upload that is too long or breaks off leaves nothing")
    func brokenUpload() async throws {
        struct Gone: Error {}
        await #expect(throws: FileStoreFault.tooLarge(limit: 4)) {
            var pieces = [hello][...]
            _ = try await store.put(upTo: 4) { pieces.popFirst() }
        }
        await #expect(throws: Gone.self) {
            var count = 0
            _ = try await store.put(upTo: nil) {
                count += 1
                if count > 3 { throw Gone() }
                return hello
            }
        }
        await #expect(throws: FileStoreFault.self) { _ = try await store.put(contentsOf: scratch.path("missing")) }
        await #expect(throws: FileStoreFault.self) { _ = try await store.put(contentsOf: scratch.folder) }
        #expect(try incoming.isEmpty)
        #expect(try await store.hashes(after: nil, limit: 10).isEmpty)
    }

    @Test("many at once with the same and different content")
    func concurrent() async throws {
        let stored = try await withThrowingTaskGroup(of: StoredFile.self) { group in
            for number in 0..<200 {
                group.addTask { [store, root] in
                    let content = Array("content \(number % 10)".utf8)
                    // Every third goes through another store on the same folder, as a second process would.
                    let store = number % 3 == 0 ? try DiskFileStore(root: root) : store
                    var pieces = [content][...]
                    return number % 2 == 0 ? try await store.put(content) : try await store.put(upTo: nil) { pieces.popFirst() }
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(stored.count == 10)
        for file in stored { #expect(try await store.verify(file.hash) == .sound(size: file.size)) }
        #expect(try incoming.isEmpty)
    }

    @Test("a new start sweeps what dead writers left, never what a living one writes")
    func sweep() async throws {
        try scratch.write([1, 2, 3], to: "files/incoming/dead.part")
        var step = 0
        let stored = try await store.put(upTo: nil) {
            step += 1
            if step == 1 { return Array("hel".utf8) }
            if step > 2 { return nil }
            // Another start in the middle of this upload.
            _ = try DiskFileStore(root: root)
            #expect(try incoming.count == 1)
            return Array("lo".utf8)
        }
        #expect(stored.hash.description == helloHash)
        #expect(try await store.verify(stored.hash) == .sound(size: 5))
        #expect(try incoming.isEmpty)
    }

    @Test("names are listed in order, page by page; what is no content is passed over")
    func listing() async throws {
        var expected: [ContentHash] = []
        for number in 0..<50 { expected.append(try await store.put(Array("\(number)".utf8)).hash) }
        expected.sort()
        try scratch.write([], to: "files/README")
        try FileManager.default.createDirectory(atPath: root + "/zz/zz", withIntermediateDirectories: true)
        try scratch.write([], to: "files/zz/zz/zzz")
        var found: [ContentHash] = []
        while true {
            let page = try await store.hashes(after: found.last, limit: 7)
            if page.isEmpty { break }
            #expect(page.count <= 7)
            found += page
        }
        #expect(found == expected)
    }

    @Test("a store that cannot be made says which folder")
    func unusable() throws {
        let file = try scratch.write([], to: "file")
        let fault = #expect(throws: FileStoreFault.self) { _ = try DiskFileStore(root: file + "/store") }
        #expect(fault?.description.contains(file) == true)
    }

    @Test(
        "a hash has one spelling only",
        arguments: ["", "2cf2", String(repeating: "A", count: 64), String(repeating: "g", count: 64), String(repeating: "../", count: 21) + "a"]
    )
    func spelling(text: String) throws {
        #expect(ContentHash(text) == nil)
        #expect(ContentHash(helloHash)?.description == helloHash)
        let json = Data("[\"\(helloHash)\"]".utf8)
        #expect(try JSONEncoder().encode(JSONDecoder().decode([ContentHash].self, from: json)) == json)
        #expect(throws: DecodingError.self) { _ = try JSONDecoder().decode([ContentHash].self, from: JSONEncoder().encode([text])) }
    }
}
