/// The six tones, in dictionary order (the order in which Vietnamese dictionaries and CLDR `vi` sort them).
public enum Tone: UInt8, CaseIterable, Comparable, Sendable {
    case ngang, huyen, hoi, nga, sac, nang

    /// The combining mark that writes the tone; nil for the level tone.
    var combiningMark: UInt32? {
        switch self {
        case .ngang: nil
        case .huyen: 0x300
        case .hoi: 0x309
        case .nga: 0x303
        case .sac: 0x301
        case .nang: 0x323
        }
    }

    init?(combiningMark: UInt32) {
        guard let tone = Tone.allCases.first(where: { $0.combiningMark == combiningMark }) else { return nil }
        self = tone
    }

    public static func < (a: Tone, b: Tone) -> Bool { a.rawValue < b.rawValue }
}
