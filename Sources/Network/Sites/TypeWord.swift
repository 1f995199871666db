import Vietnamese

/// The word for what kind of body a name begins with: "Xã", "Thành phố", "Sở"…
enum TypeWord {
    /// Folded, longest first where one begins another.
    private static let words = [
        "thanh pho", "thi tran", "thi xa", "dac khu", "phuong", "huyen", "quan", "tinh", "xa", "so", "ban", "bo",
    ]

    /// The word as it stands there, and the name behind it; no word where nothing would be left.
    static func splitting(_ name: String) -> (word: String?, rest: String) {
        let parts = name.split(separator: " ", omittingEmptySubsequences: true)
        for word in words {
            let count = word.split(separator: " ").count
            guard parts.count > count, fold(parts[..<count].joined(separator: " ")) == word else { continue }
            return (parts[..<count].joined(separator: " "), parts[count...].joined(separator: " "))
        }
        return (nil, parts.joined(separator: " "))
    }
}
