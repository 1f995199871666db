import Crypto
import PublicRecord

/// The deterministic log of the record's design, section 1.14, and what was computed for it with other programs.
enum Vectors {
    static let origin = "cong.example.gov.vn/log/1"
    static let logSeed = Array(SHA256.hash(data: Array("test log key".utf8)))
    static let witnessSeed = Array(SHA256.hash(data: Array("test witness key".utf8)))
    static let witnessName = "witness.tinh-b.example.gov.vn"
    static let time: Int64 = 1_795_219_200

    static func entry(_ index: Int) -> [UInt8] { Array("example.gov.vn/entry \(index)".utf8) }
    static let entries = (0..<70_000).map(entry)
    /// All sizes up to 70,000 are heads of this one tree.
    static let tree = RecordTree(entries: entries)
}

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
