/// What stands between two fields. Spreadsheets set to Vietnamese write `;`, because the comma is their decimal sign.
public enum CSVSeparator: UInt8, Sendable, Equatable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// The one that stands most often outside quotes in a header line; a comma where there is none.
    public init(recognising header: String) {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in header.utf8 {
            if byte == UInt8(ascii: "\"") {
                quoted.toggle()
            } else if !quoted && CSVSeparator(rawValue: byte) != nil {
                counts[byte, default: 0] += 1
            }
        }
        // Ties go to the first of the list, so the answer never depends on the order of a dictionary.
        var best = CSVSeparator.comma
        for candidate in CSVSeparator.allCases where counts[candidate.rawValue, default: 0] > counts[best.rawValue, default: 0] {
            best = candidate
        }
        self = best
    }
}
