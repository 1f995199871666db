import FileStore
import Foundation
import PortalTesting
import Testing

@testable import Outbound

/// The storage that script/storage starts, in the environment of script/test.
private enum TestStorage {
    static let address = ProcessInfo.processInfo.environment["CAUNOI_TEST_STORAGE"]
    static let secret = ProcessInfo.processInfo.environment["CAUNOI_TEST_STORAGE_SECRET"].flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
    static let absence = "no S3-compatible storage here: script/storage starts one"
    static var isHere: Bool { address != nil && secret != nil }

    /// A store under a prefix of its own.
    static func with(
        _ change: (String) -> String = { $0 },
        secret: String? = nil,
        hours: Int64 = 0,
        _ body: (ObjectFileStore, String) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "storage-" + UUID().uuidString
        let place = try ObjectPlace(change((address ?? "") + "/" + UUID().uuidString), secret: secret ?? Self.secret)
        let store = try ObjectFileStore(place, spool: folder) { Int64(Date().timeIntervalSince1970) + hours * 3600 }
        do { try await body(store, folder) } catch {
            await store.close()
            throw error
        }
        await store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/incoming") == [])
        try FileManager.default.removeItem(atPath: folder)
    }
}

@Suite("Storage on other machines")
struct ObjectStorageTests {
    struct Vector: Sendable {
        let method: String
        let path: String
        var query: [(String, String)] = []
        var fields: [String: String] = [:]
        var hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let signature: String
    }

    /// "Signature Calculations for the Authorization Header", Amazon S3 API reference: its four examples.
    static let vectors = [
        Vector(
            method: "GET",
            path: "/test.txt",
            fields: ["range": "bytes=0-9"],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        Vector(
            method: "PUT",
            path: "/test%24file.text",
            fields: ["date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"],
            hash: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        Vector(method: "GET", path: "/", query: [("lifecycle", "")], signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Vector(
            method: "GET",
            path: "/",
            query: [("prefix", "J"), ("max-keys", "2")],
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    @Test("signatures are those of the specification", arguments: vectors)
    func signatures(_ vector: Vector) {
        let signer = ObjectSignature(accessKey: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1")
        var asked = ObjectSignature.Asked(
            method: vector.method,
            path: vector.path,
            query: vector.query,
            fields: vector.fields,
            bodyHash: vector.hash
        )
        asked.fields["host"] = "examplebucket.s3.amazonaws.com"
        let fields = signer.fields(for: asked, now: 1_369_353_600)
        #expect(fields["x-amz-date"] == "20130524T000000Z")
        #expect(fields["authorization"]?.hasSuffix(",Signature=" + vector.signature) == true, "\(fields)")
    }

    @Test(
        "an address is taken or refused with what to do",
        arguments: [
            ("s3+https://KEY@s3.tinh.gov.vn/tep", "https://s3.tinh.gov.vn/tep"),
            ("s3+http://a%3Ab@127.0.0.1:8080/tep-tin/an-son/2026?region=vn-1", "http://127.0.0.1:8080/tep-tin/an-son/2026"),
            ("s3+https://KEY@[fd00::7]:9000/tep/", "https://[fd00::7]:9000/tep"),
            ("https://KEY@s3.tinh.gov.vn/tep", "is no storage"), ("s3+https:///tep", "is no storage"), ("s3+https://KEY@h/tep?x=1", "is no storage"),
            ("s3+https://KEY@h/tep/../khac", "is no storage"), ("s3+https://KEY@h/tep?region=", "is no storage"), ("", "is no storage"),
            ("s3+https://KEY:bimat@h/tep", "holds a secret"), ("s3+https://h/tep", "names no access key"), ("s3+https://KEY@h/", "is no storage"),
            ("s3+https://KEY@h/Tep", "which no bucket can be called"), ("s3+https://KEY@h/te", "which no bucket can be called"),
        ]
    )
    func addresses(_ text: String, _ wanted: String) throws {
        do {
            let place = try ObjectPlace(text, secret: "bí mật")
            #expect(place.shown == wanted)
        } catch { #expect("\(error)".contains(wanted) && !"\(error)".contains("bimat"), "\(error)") }
        #expect(throws: ObjectPlace.Fault.noSecret) { try ObjectPlace("s3+https://KEY@h/tep", secret: "") }
    }

    @Test("files come back as they went, by whatever way they came", .enabled(if: TestStorage.isHere, "\(TestStorage.absence)"))
    func files() async throws {
        try await TestStorage.with { store, folder in
            try await store.check()
            for size in [0, 1, 5, 70_000, 1 << 20, (1 << 20) + 1, 3_200_000] {
                let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
                let path = folder + "/tep"
                try Data(content).write(to: URL(fileURLWithPath: path))
                var rest = content[...]
                let stored = [
                    try await store.put(content), try await store.put(contentsOf: path),
                    try await store.put(upTo: Int64(size)) {
                        let piece = Array(rest.prefix(100_000))
                        rest = rest.dropFirst(100_000)
                        return piece.isEmpty ? nil : piece
                    },
                ]
                try FileManager.default.removeItem(atPath: path)
                #expect(Set(stored) == [StoredFile(hash: ContentHash(of: content), size: Int64(size))])
                let hash = stored[0].hash
                #expect(try await store.size(of: hash) == Int64(size))
                #expect(try await store.content(of: hash) == content)
                #expect(try await store.verify(hash) == .sound(size: Int64(size)))
                let file = try await store.open(hash)
                #expect(file.size == Int64(size))
                for (offset, count) in [(0, 10), (size / 2, 70_000), (size - 1, 5), (size, 1), (-1, 5), (0, Int.max)] {
                    let wanted = offset < 0 || offset >= size ? [] : Array(content[offset..<min(size, offset + min(count, 1 << 20))])
                    #expect(try await file.read(at: Int64(offset), count: count) == wanted, "\(size): \(offset), \(count)")
                }
            }
        }
    }

    @Test("what is deleted is gone, what is missing is said, names come in their order", .enabled(if: TestStorage.isHere, "\(TestStorage.absence)"))
    func names() async throws {
        try await TestStorage.with { store, _ in
            var hashes: [ContentHash] = []
            for number in 0..<25 { hashes.append(try await store.put(Array("tệp \(number)".utf8)).hash) }
            hashes.sort()
            #expect(try await store.hashes(after: nil, limit: 100) == hashes)
            #expect(try await store.hashes(after: hashes[7], limit: 5) == Array(hashes[8...12]))
            #expect(try await store.hashes(after: hashes[24], limit: 5) == [])
            #expect(try await store.delete(hashes[3]))
            #expect(try await store.delete(hashes[3]) == false)
            #expect(try await store.exists(hashes[3]) == false)
            #expect(try await store.verify(hashes[3]) == .missing)
            await #expect(throws: FileStoreFault.missing(hashes[3])) { _ = try await store.open(hashes[3]) }
            #expect(try await store.hashes(after: nil, limit: 100).count == 24)
        }
    }

    @Test("an upload that is too long or breaks off leaves nothing", .enabled(if: TestStorage.isHere, "\(TestStorage.absence)"))
    func broken() async throws {
        struct Gone: Error {}
        try await TestStorage.with { store, _ in
            await #expect(throws: FileStoreFault.tooLarge(limit: 4)) {
                var pieces = [Array("hello".utf8)][...]
                _ = try await store.put(upTo: 4) { pieces.popFirst() }
            }
            await #expect(throws: Gone.self) { _ = try await store.put(upTo: nil) { throw Gone() } }
            let left = try await store.hashes(after: nil, limit: 10)
            #expect(left.isEmpty)
        }
    }

    @Test(
        "a storage that does not do what it is asked is told in one line",
        .enabled(if: TestStorage.isHere, "\(TestStorage.absence)"),
        arguments: ["secret", "bucket", "clock", "away"]
    )
    func faults(_ fault: String) async throws {
        func changed(_ address: String) -> String {
            switch fault {
            case "bucket": address.replacing("/files/", with: "/khong-co/")
            // Nothing listens on a port that only root may have.
            case "away": address.replacing(/:[0-9]+\/files/, with: ":1/files")
            default: address
            }
        }
        let wanted = ["secret": "check the access key", "bucket": "make it", "clock": "clock", "away": "is it running?"][fault] ?? ""
        try await TestStorage.with(changed, secret: fault == "secret" ? "khác hẳn" : nil, hours: fault == "clock" ? 2 : 0) { store, _ in
            let asks: [() async throws -> Void] = [
                { try await store.check() }, { _ = try await store.put(Array("hello".utf8)) }, { _ = try await store.open(ContentHash(of: [1])) },
            ]
            for ask in asks {
                let found = await #expect(throws: FileStoreFault.self) { try await ask() }
                let line = "\(try #require(found))"
                #expect(line.contains(wanted) && !line.contains("\n"), "\(fault): \(line)")
            }
        }
    }
}
