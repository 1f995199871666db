import Exchange
import Vietnamese

/// The words of a document as they are kept: for its terms when it goes, for ranking and for extracts.
struct StoredText: Sendable, Hashable {
    var title: String
    var summary: String
    var tags: [SearchDocument.Tag]
    var body: String

    /// More than a reader's page ever holds; what stands behind it in a text is not searched.
    static let longestBody = 2 << 20

    init(_ document: SearchDocument) {
        func clean(_ text: String) -> String { nfc(String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })) }
        title = clean(document.title)
        summary = clean(document.summary)
        tags = document.tags.map { .init(slug: clean($0.slug), name: clean($0.name)) }
        body = clean(String(decoding: document.body.utf8.prefix(Self.longestBody), as: UTF8.self))
    }

    /// Nil for what was not packed by us.
    init?(title: String, packed: [UInt8], _ zstd: ZstdBlock) {
        guard let bytes = zstd.unpack(packed) else { return nil }
        let parts = bytes.split(separator: Self.mark, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        self.title = title
        summary = String(decoding: parts[0], as: UTF8.self)
        tags = String(decoding: parts[1], as: UTF8.self).split(separator: "\n").map { line in
            let halves = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            return .init(slug: String(halves[0]), name: String(halves.count > 1 ? halves[1] : ""))
        }
        body = String(decoding: parts[2], as: UTF8.self)
    }

    func packed(_ zstd: ZstdBlock) -> [UInt8]? {
        let tags = tags.map { "\($0.slug)\t\($0.name)" }.joined(separator: "\n")
        return zstd.pack(Array(summary.utf8) + [Self.mark] + Array(tags.utf8) + [Self.mark] + Array(body.utf8))
    }

    /// No text holds it: control characters are taken out.
    private static let mark: UInt8 = 0x1E
}
