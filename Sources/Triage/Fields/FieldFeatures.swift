import Foundation
import Vietnamese

/// What the classifier sees of a letter: hashed words and pairs of words, without marks, so that text typed without them is the same.
///
/// Training and use make features here and nowhere else. A change of anything below (or of `TextPieces`) makes the committed weights worthless;
/// the test with golden vectors notices.
public struct FieldFeatures: Sendable {
    /// Features fall into 2^18 buckets.
    public static let bits = 18
    /// Words that are read of title and text together.
    static let longest = 4000
    /// A word of the title counts as so many.
    static let titleWeight: Float = 2

    public struct Feature: Hashable, Sendable {
        /// 0 ..< 2^18
        public let bucket: UInt32
        /// The logarithm of how often it stands there; all values of a letter have the Euclidean length 1.
        public var value: Float
        /// Where it first stands: pieces of the title, or (from `titleCount` on) of the text.
        let first: Int32
        let last: Int32
    }

    /// In ascending order of buckets, each once.
    public let features: [Feature]
    private let title: ReadText
    private let text: ReadText
    private let titleCount: Int

    /// - Parameters: title and text as they were written; either may be empty.
    public init(title: String, text: String) {
        self.init(title: ReadText(title), text: ReadText(text))
    }

    init(title: ReadText, text: ReadText) {
        (self.title, self.text) = (title, text)
        titleCount = title.pieces.pieces.count
        var found: [Feature] = []
        Self.add(ShortForms.terms(of: title, limit: Self.longest), weight: Self.titleWeight, offset: 0, to: &found)
        Self.add(ShortForms.terms(of: text, limit: Self.longest), weight: 1, offset: titleCount, to: &found)
        features = Self.merged(found)
    }

    private static func add(_ terms: [(digest: UInt64, piece: Int)], weight: Float, offset: Int, to found: inout [Feature]) {
        for index in terms.indices {
            let place = Int32(offset + terms[index].piece)
            found.append(Feature(bucket: bucket(terms[index].digest), value: weight, first: place, last: place))
            guard index + 1 < terms.count else { break }
            let next = Int32(offset + terms[index + 1].piece)
            let pair = terms[index].digest &* 0x9E37_79B9_7F4A_7C15 &+ terms[index + 1].digest
            found.append(Feature(bucket: bucket(pair), value: weight, first: place, last: next))
        }
    }

    /// The top bits of the finaliser of MurmurHash3.
    static func bucket(_ digest: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: mixed(digest) >> UInt64(64 - bits)) }

    static func mixed(_ digest: UInt64) -> UInt64 {
        var x = digest
        x ^= x >> 33
        x = x &* 0xFF51_AFD7_ED55_8CCD
        x ^= x >> 33
        x = x &* 0xC4CE_B9FE_1A85_EC53
        return x ^ x >> 33
    }

    private static func merged(_ found: [Feature]) -> [Feature] {
        let sorted = found.sorted { ($0.bucket, $0.first) < ($1.bucket, $1.first) }
        var merged: [Feature] = []
        for feature in sorted {
            if let last = merged.last, last.bucket == feature.bucket {
                merged[merged.count - 1].value += feature.value
            } else {
                merged.append(feature)
            }
        }
        var square: Float = 0
        for index in merged.indices {
            merged[index].value = log(1 + merged[index].value)
            square += merged[index].value * merged[index].value
        }
        let length = square.squareRoot()
        for index in merged.indices { merged[index].value /= length }
        return merged
    }

    /// The words of a feature as they were written where it first stands.
    func words(of feature: Feature) -> String {
        let isTitle = Int(feature.first) < titleCount
        let pieces = isTitle ? title.pieces : text.pieces
        let offset = isTitle ? 0 : titleCount
        let start = pieces.pieces[Int(feature.first) - offset].start
        let end = pieces.pieces[Int(feature.last) - offset].end
        return pieces.text(start..<end)
    }
}
