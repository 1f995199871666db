import FileStore
import Media
import Publishing
import Testing

@Suite("How far a file is looked at by a scanner")
struct ScanTests {
    private struct Blob: OpenedFile {
        let size: Int64
        let hash = ContentHash(of: [UInt8]())

        func read(at offset: Int64, count: Int) async throws -> [UInt8] { [] }
    }

    /// Takes ten bytes, and finds nothing in them.
    private struct SmallScanner: FileScanner {
        let limit: Int64 = 10

        func scan(_ file: any OpenedFile) async throws -> ScanVerdict { .clean }
    }

    @Test(
        "only sound and film may be larger than what is scanned of them",
        arguments: [
            (10, .document, .clean), (11, .document, .tooLarge), (11, .picture, .tooLarge), (11, .captions, .tooLarge),
            (11, nil, .tooLarge), (11, .film, .clean), (11, .audio, .clean), (10, nil, .clean),
        ] as [(Int64, FileKind?, ScanVerdict)]
    )
    func sizes(_ size: Int64, _ kind: FileKind?, _ verdict: ScanVerdict) async throws {
        #expect(try await SmallScanner().look(at: Blob(size: size), of: kind) == verdict)
    }
}
