import Exchange
import Foundation
import PortalTesting
import Testing
import Vietnamese

@testable import Search

/// Real articles, where the data set lies beside the project or `CAUNOI_SHARED_DATA` says where.
@Suite("Real articles")
struct SharedDataTests {
    static let articles: String? = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../shared/data"
        let candidates = [
            ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"], beside, FileManager.default.currentDirectoryPath + "/../shared/data",
        ]
        return candidates.compactMap { $0.map { $0 + "/news/articles.jsonl.zst" } }.first { FileManager.default.fileExists(atPath: $0) }
    }()

    private struct Source: Decodable {
        let title: String
        let body: String
    }

    /// The benchmark asks the same of all of them.
    @Test(
        "titles typed without marks bring their article into the first ten, 98 of 100",
        .enabled(if: articles != nil, "the data set is not here; CAUNOI_SHARED_DATA may name its folder")
    )
    func knownItems() async throws {
        let reader = LineReader(try ByteSource(path: try #require(Self.articles)))
        var sources: [Source] = []
        while sources.count < 500, let line = try reader.next() {
            if let text = line.text, let source = try? JSONDecoder().decode(Source.self, from: Data(text.utf8)) { sources.append(source) }
        }
        let documents = sources.enumerated().map { IndexTests.document(Int64($0.offset + 1), $0.element.title, $0.element.body) }
        try await withIndex { index in
            try await index.add(documents, IndexTests.flat)
            var missed: [String] = []
            for number in stride(from: 0, to: documents.count, by: 5) {
                let found = try await IndexTests.find(fold(documents[number].title), in: index)
                // Several articles of one title are one to who asks for it.
                let same = Set(documents.filter { fold($0.title) == fold(documents[number].title) }.map(\.item.rawValue))
                if same.isDisjoint(with: found) { missed.append(documents[number].title) }
            }
            #expect(missed.count <= 2, "\(missed)")
        }
    }
}
