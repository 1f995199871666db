/// What `decodeLegacy(_:font:)` found and made of a text.
public struct LegacyDecoding: Sendable {
    public enum Verdict: Sendable {
        /// True Unicode: `text` is the input, unchanged.
        case unicode
        /// Legacy runs were found beyond doubt and decoded.
        case decoded
        /// Something looks like a legacy encoding, but the scores are close: `text` is the input, `doubtful` what decoding would give.
        case unsure
    }

    /// A stretch of the text in one encoding.
    public struct Run: Hashable, Sendable {
        public let encoding: LegacyEncoding
        public let original: String
        public let decoded: String
        /// 0…1: how much better this reading is than taking the text as it stands.
        public let confidence: Double
    }

    public let verdict: Verdict
    public let text: String
    /// The runs that were decoded.
    public let runs: [Run]
    /// Runs that stand as they were, because both readings are possible: for a person to decide.
    public let doubtful: [Run]

    /// The lowest confidence of the decoded runs; 1 for true Unicode.
    public var confidence: Double { runs.map(\.confidence).min() ?? 1 }
    public var encodings: Set<LegacyEncoding> { Set(runs.map(\.encoding)) }
}

/// Recognises text of before Unicode and decodes it, run by run; true Unicode comes back byte for byte.
///
/// Decoding Unicode as TCVN3 damages it silently ("công dân" → "cụng dõn", also a legal text), so a run is decoded only when taking it
/// as it stands is much the worse reading: letters beyond Latin-1 exclude the single-byte encodings, words that are syllables as they
/// stand speak for Unicode, and switching in mid-text has its price. Character references to letters and twice encoded UTF-8 are
/// resolved first. Call this before `cleanText(_:keeping:)`, which removes characters that are letters in TCVN3.
///
/// - Parameter font: what the run's font says, where the source has fonts (`font-family: .VnTime`).
public func decodeLegacy(_ text: String, font: LegacyFont? = nil) -> LegacyDecoding {
    var runs: [LegacyDecoding.Run] = []
    var current = CharacterReferences.resolveLetters(text)
    if current.utf8.count != text.utf8.count {
        runs.append(.init(encoding: .htmlEntities, original: text, decoded: current, confidence: 1))
    }
    var scalars = ScalarText.decode(current)
    for _ in 0..<2 {
        guard let repair = DoubleUTF8.repair(scalars) else { break }
        let repaired = ScalarText.encode(repair.text[...])
        runs.append(.init(encoding: .doubleUTF8, original: current, decoded: repaired, confidence: min(0.99, 0.8 + 0.05 * Double(repair.count))))
        scalars = repair.text
        current = repaired
    }
    let segments = ReadingSegmenter(scalars, font: font).segments()
    var output: [UInt32] = []
    var doubtful: [LegacyDecoding.Run] = []
    var at = 0
    for segment in segments {
        let run = LegacyDecoding.Run(
            encoding: segment.encoding,
            original: ScalarText.encode(scalars[segment.range]),
            decoded: nfc(ScalarText.encode(segment.decoded[...])),
            confidence: segment.confidence
        )
        if segment.isSure {
            output += scalars[at..<segment.range.lowerBound]
            output += segment.decoded
            at = segment.range.upperBound
            runs.append(run)
        } else {
            doubtful.append(run)
        }
    }
    if runs.isEmpty { return LegacyDecoding(verdict: doubtful.isEmpty ? .unicode : .unsure, text: text, runs: [], doubtful: doubtful) }
    output += scalars[at...]
    return LegacyDecoding(verdict: .decoded, text: nfc(ScalarText.encode(output[...])), runs: runs, doubtful: doubtful)
}
