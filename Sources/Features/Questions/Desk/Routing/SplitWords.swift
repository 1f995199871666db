import Casework

/// What a line of a timeline says of the other half of a divided letter: its receipt, or where the sender was led.
enum SplitWords {
    static func of(_ event: CaseEvent, _ word: (String, [String: String]) -> String) -> [String] {
        if let code = event.detail["from"] { return ["← " + code] }
        let track = event.detail["track"].map { word("casework.track." + $0, [:]) }
        return ["→ " + [event.detail["code"], track].compactMap(\.self).joined(separator: " · ")]
    }
}
