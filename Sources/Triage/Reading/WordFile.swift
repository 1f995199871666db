import Vietnamese

/// The lists of this target (`Words/*.txt`): lines, without comments and empty ones, in NFC.
enum WordFile {
    /// The lines of an embedded file with their numbers from 1; none where there is no such file.
    static func lines(_ name: String) -> [(number: Int, text: String)] {
        guard let file = EmbeddedFiles.all.first(where: { $0.path == "Words/" + name }) else { return [] }
        return lines(of: file.text.description)
    }

    static func lines(of text: String) -> [(number: Int, text: String)] {
        nfc(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { offset, line in
            let line = trimmed(line)
            return line.isEmpty || line.hasPrefix("#") ? nil : (offset + 1, line)
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text).drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The parts of a line between bars.
    static func parts(_ text: some StringProtocol) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    }
}
