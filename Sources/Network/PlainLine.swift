import Vietnamese

/// Text of one line as it may be stored: NFC, nothing invisible, single spaces, none at the ends.
func plainLine(_ text: String) -> String {
    cleanText(text, keeping: []).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
}

/// `plainLine`, and nil where nothing is left.
func plainLineOrNil(_ text: String?) -> String? {
    guard let line = text.map(plainLine), !line.isEmpty else { return nil }
    return line
}
