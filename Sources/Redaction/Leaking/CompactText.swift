import Vietnamese

/// A text without everything but letters and digits, folded: "Nguyễn-Văn_An.pdf" is "nguyenvananpdf". Each letter knows where it stood.
struct CompactText {
    private(set) var bytes: [UInt8] = []
    /// The scalar of the NFC text, and the word it belongs to.
    private(set) var places: [Int] = []
    private var words: [Int] = []
    private let isStart: [Bool]
    private let isEnd: [Bool]

    init(_ text: String) { self.init(TextPieces(text)) }

    init(_ pieces: TextPieces) {
        var cache: [UInt32: [UInt8]] = [:]
        var (bytes, places, words): ([UInt8], [Int], [Int]) = ([], [], [])
        var (starts, ends): ([Bool], [Bool]) = ([], [])
        let codes = pieces.codes
        for (number, piece) in pieces.pieces.enumerated() {
            for place in piece.start..<piece.end {
                let code = codes[place]
                let folded = Self.fold(code, &cache)
                for byte in folded {
                    let before = place > piece.start ? codes[place - 1] : 0
                    let after = place + 1 < piece.end ? codes[place + 1] : 0
                    bytes.append(byte)
                    places.append(place)
                    words.append(number)
                    starts.append(place == piece.start || Self.isSeam(before, code))
                    ends.append(place + 1 == piece.end || Self.isSeam(code, after))
                }
            }
        }
        (self.bytes, self.places, self.words, isStart, isEnd) = (bytes, places, words, starts, ends)
    }

    /// Digits beside letters, a capital after a small letter: "An1990", "VanAn".
    private static func isSeam(_ a: UInt32, _ b: UInt32) -> Bool {
        (Letters.digit(a) != nil) != (Letters.digit(b) != nil) || !Letters.isUpper(a) && Letters.isUpper(b)
    }

    private static func fold(_ code: UInt32, _ cache: inout [UInt32: [UInt8]]) -> [UInt8] {
        if let digit = Letters.digit(code) { return [digit + 0x30] }
        if code &- 0x61 < 26 { return [UInt8(truncatingIfNeeded: code)] }
        if code &- 0x41 < 26 { return [UInt8(truncatingIfNeeded: code) + 32] }
        if let known = cache[code] { return known }
        let folded = Unicode.Scalar(code).map { Array(Vietnamese.fold(String($0)).utf8) } ?? []
        cache[code] = folded
        return folded
    }

    /// Whether what stands at these places is whole words, or inside one word and long.
    func isWhole(_ range: Range<Int>) -> Bool {
        if isStart[range.lowerBound], isEnd[range.upperBound - 1] { return true }
        return words[range.lowerBound] == words[range.upperBound - 1] && range.count >= 8
    }

    /// The scalars of the text from the first to the last.
    func scalars(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound]..<places[range.upperBound - 1] + 1 }
}
