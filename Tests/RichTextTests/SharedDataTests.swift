import Foundation
import RichText
import Testing

/// Real dirt, where the data set is at hand: pages of a department's portal and texts as they were received.
@Suite struct SharedDataTests {
    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path =
            ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { URL(filePath: $0) } ?? root.appending(path: "../shared/data").standardized
        return FileManager.default.fileExists(atPath: path.path) ? path : nil
    }()

    /// The files of an archive, unpacked into a folder that is removed afterwards.
    static func withArchive(_ name: String, _ body: ([URL]) throws -> Void) throws {
        let archive = try #require(folder).appending(path: name)
        let target = FileManager.default.temporaryDirectory.appending(path: "richtext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: target) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/tar")
        tar.arguments = ["--zstd", "-xf", archive.path, "-C", target.path]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0)
        let all = FileManager.default.enumerator(at: target, includingPropertiesForKeys: [.isRegularFileKey])
        let files = (all?.allObjects ?? []).compactMap { $0 as? URL }.filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
        try body(files.sorted { $0.path < $1.path })
    }

    @Test(.enabled(if: folder != nil, "the shared data set is not here: set CAUNOI_SHARED_DATA"))
    func pagesOfARealPortal() throws {
        try Self.withArchive("portals/hanoi_department_portal_html.tar.zst") { files in
            let pages = files.filter { $0.pathExtension == "html" }
            #expect(pages.count > 1000)
            var blocks = 0
            for page in pages.enumerated().filter({ $0.offset.isMultiple(of: 12) }).map(\.element) {
                let html = String(decoding: try Data(contentsOf: page), as: UTF8.self)
                let reader = HTMLReader()
                let text = try reader.read(html).text
                let markup = MarkupWriter().markup(of: text).string
                #expect(MarkupGrammar.fault(in: markup) == nil, "\(page.lastPathComponent)")
                let again = MarkupWriter().markup(of: try reader.read(markup).text).string
                #expect(again == markup, "\(page.lastPathComponent)")
                let canonical = CanonicalText(isOwnHost: { _ in false })
                let agrees = try canonical.text(ofPage: "<main data-r=e>\(markup)</main>") == canonical.text(of: text.blocks)
                #expect(agrees, "\(page.lastPathComponent)")
                blocks += text.blocks.count
            }
            #expect(blocks > 500)
        }
    }

    @Test(.enabled(if: folder != nil, "the shared data set is not here: set CAUNOI_SHARED_DATA"))
    func textsAsReceived() throws {
        try Self.withArchive("raw/as_received.tar.zst") { files in
            #expect(files.count > 400)
            for file in files.enumerated().filter({ $0.offset.isMultiple(of: 5) }).map(\.element) {
                let source = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                for text in [TextReader().read(source), try HTMLReader().read(source).text] {
                    let markup = MarkupWriter().markup(of: text).string
                    #expect(MarkupGrammar.fault(in: markup) == nil, "\(file.lastPathComponent)")
                    #expect(
                        markup.unicodeScalars.allSatisfy { !(0x200B...0x200F).contains($0.value) || $0.value == 0x200D },
                        "\(file.lastPathComponent)"
                    )
                    #expect(source.utf8.count < 200 || PlainText.wordCount(of: text) > 10, "\(file.lastPathComponent)")
                }
            }
        }
    }
}
