import Vietnamese

/// Reads plain text into blocks: blank lines part paragraphs, lines broken at a fixed width are joined, bullets make lists.
public struct TextReader: Sendable {
    public init() {}

    public func read(_ text: String) -> RichText {
        let lines = cleanText(text).split(separator: "\n", omittingEmptySubsequences: false)
        var paragraphs: [[Substring]] = [[]]
        for line in lines {
            if !Shown.hasText(String(line)) {
                if !paragraphs[paragraphs.count - 1].isEmpty { paragraphs.append([]) }
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        paragraphs.removeAll(where: \.isEmpty)
        let hasBlankLines = paragraphs.count > 1
        var builder = BlockBuilder()
        for paragraph in paragraphs {
            if Self.isWrapped(paragraph) {
                builder.text(paragraph.joined(separator: " "), [], nil, nil, BlockBuilder.Manner())
            } else {
                for line in paragraph {
                    builder.text(String(line), [], nil, nil, BlockBuilder.Manner())
                    // Without blank lines every line is a paragraph; with them a line is a line of its paragraph (an address, a verse).
                    if hasBlankLines, !Self.isBulleted(paragraph) { builder.lineBreak() } else { builder.flush() }
                }
            }
            builder.flush()
        }
        return RichText(builder.finish())
    }

    /// All lines but the last nearly of one length, as mail programs and old terminals break them.
    private static func isWrapped(_ lines: [Substring]) -> Bool {
        guard lines.count > 2 else { return false }
        let lengths = lines.dropLast().map(\.count)
        guard let longest = lengths.max(), (50...100).contains(longest), lines[lines.count - 1].count <= longest else { return false }
        return lengths.allSatisfy { $0 > longest - 16 }
    }

    private static func isBulleted(_ lines: [Substring]) -> Bool {
        lines.contains { BulletedParagraphs.withoutBullet([.text(String($0.drop { $0 == " " || $0 == "\t" }))]) != nil }
    }
}
