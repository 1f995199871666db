/// What `decodeLegacy(_:font:)` found and made of a text.
public struct LegacyDecoding: Sendable {
    public enum Verdict: Sendable {
        /// True Unicode: `text` is the input, unchanged.
        case unicode
        /// Legacy runs were found beyond doubt and decoded.
        case decoded
        /// Something looks like a legacy encoding, but not surely: `text` is the input, `candidate` what decoding would give. Ask a person.
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
    public let candidate: String?
    public let runs: [Run]

    /// The lowest confidence of all runs; 1 for true Unicode.
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
    var scalars = current.unicodeScalars.map(\.value)
    for _ in 0..<2 {
        guard let repair = DoubleUTF8.repair(scalars) else { break }
        let repaired = string(repair.text)
        runs.append(.init(encoding: .doubleUTF8, original: current, decoded: repaired, confidence: min(0.99, 0.8 + 0.05 * Double(repair.count))))
        scalars = repair.text
        current = repaired
    }
    let segments = ReadingSegmenter(scalars, font: font).segments()
    guard !segments.isEmpty else {
        return LegacyDecoding(verdict: runs.isEmpty ? .unicode : .decoded, text: runs.isEmpty ? text : nfc(current), candidate: nil, runs: runs)
    }
    // Only sure segments change the text; where there are unsure ones, the candidate shows all of them decoded.
    var sure: [UInt32] = []
    var all: [UInt32] = []
    var at = 0
    var unsure: [LegacyDecoding.Run] = []
    for segment in segments {
        sure += scalars[at..<segment.range.lowerBound]
        all += scalars[at..<segment.range.lowerBound]
        let run = LegacyDecoding.Run(
            encoding: segment.encoding,
            original: string(Array(scalars[segment.range])),
            decoded: string(segment.decoded),
            confidence: segment.confidence
        )
        if segment.isSure {
            sure += segment.decoded
            runs.append(run)
        } else {
            sure += scalars[segment.range]
            unsure.append(run)
        }
        all += segment.decoded
        at = segment.range.upperBound
    }
    sure += scalars[at...]
    all += scalars[at...]
    if !unsure.isEmpty {
        return LegacyDecoding(verdict: .unsure, text: runs.isEmpty ? text : nfc(string(sure)), candidate: nfc(string(all)), runs: runs + unsure)
    }
    return LegacyDecoding(verdict: .decoded, text: nfc(string(sure)), candidate: nil, runs: runs)
}

private func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(view)
}
