/// Cuts the lines of one record into fields. Works on bytes: every sign of the format is ASCII, which UTF-8 never reuses.
struct CSVSplitter {
    enum Outcome: Equatable {
        case complete
        /// A quoted field goes on in the next line.
        case open
        case afterQuote(at: Int)
    }

    let separator: CSVSeparator
    private(set) var fields: [String] = []
    /// The quoted field that is open, with what is gathered of it.
    private var quoted: [UInt8]?
    private var openEnding = Line.Ending.lineFeed

    init(separator: CSVSeparator) {
        self.separator = separator
    }

    mutating func add(_ line: String, ending: Line.Ending = .lineFeed) -> Outcome {
        var line = line
        // The line end inside a quoted field belongs to the field, as it stood.
        if quoted != nil { quoted?.append(contentsOf: openEnding.bytes) }
        openEnding = ending
        return line.withUTF8 { split($0) }
    }

    private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
        let quote = UInt8(ascii: "\"")
        var position = 0
        var begins = quoted == nil
        while true {
            if begins && position < bytes.count && bytes[position] == quote {
                quoted = []
                position += 1
            }
            if quoted != nil {
                guard let after = gatherQuoted(bytes, from: position) else { return .open }
                position = after
                fields.append(String(decoding: quoted ?? [], as: UTF8.self))
                quoted = nil
                if position < bytes.count && bytes[position] != separator.rawValue { return .afterQuote(at: position) }
            } else {
                var stop = position
                while stop < bytes.count && bytes[stop] != separator.rawValue { stop += 1 }
                fields.append(String(decoding: bytes[position..<stop], as: UTF8.self))
                position = stop
            }
            if position >= bytes.count { return .complete }
            position += 1
            begins = true
        }
    }

    /// Up to the closing quote; the position after it, or nil if it is not in this line. Two quotes stand for one.
    private mutating func gatherQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        let quote = UInt8(ascii: "\"")
        var position = from
        while position < bytes.count {
            var stop = position
            while stop < bytes.count && bytes[stop] != quote { stop += 1 }
            quoted?.append(contentsOf: bytes[position..<stop])
            if stop == bytes.count { return nil }
            if stop + 1 < bytes.count && bytes[stop + 1] == quote {
                quoted?.append(quote)
                position = stop + 2
            } else {
                return stop + 1
            }
        }
        return nil
    }
}
