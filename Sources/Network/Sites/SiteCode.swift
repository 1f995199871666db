import Vietnamese

/// The code of a portal: `a-z0-9` in groups joined by single hyphens, begins with a letter, 2 to 63 characters (it becomes a host label).
public enum SiteCode {
    public static let limit = 63

    /// Refuses a malformed or reserved code.
    static func check(_ code: String) throws(SiteRefusal) {
        guard isWellFormed(code) else { throw .codeInvalid(code) }
        guard !ReservedSegments.reservesCode(code) else { throw .codeReserved(code) }
    }

    public static func isWellFormed(_ code: String) -> Bool {
        guard (2...limit).contains(code.utf8.count), let first = code.utf8.first, (0x61...0x7A).contains(first) else { return false }
        guard !code.hasSuffix("-"), !code.contains("--") else { return false }
        return code.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// What a body would usually be called, without the word for its type: "Xã Tân Thành" → `tan-thanh`.
    public static func usual(for name: String) -> String { slug(TypeWord.splitting(name).rest, maxLength: limit) }

    /// Other codes where the usual one is taken. Unaccented names of neighbours collide ("Tân Thành", "Tân Thạnh"; domain notes 8.4):
    /// first with the word for the type before it, then with the unit's official code behind it, then with a number.
    public static func alternatives(to code: String, name: String, unitCode: String? = nil, isFree: (String) -> Bool) -> [String] {
        var result: [String] = []
        func offer(_ candidate: String) {
            if isWellFormed(candidate), !ReservedSegments.reservesCode(candidate), !result.contains(candidate), isFree(candidate) {
                result.append(candidate)
            }
        }
        if let word = TypeWord.splitting(name).word {
            let prefix = slug(word) + "-"
            if !code.hasPrefix(prefix) { offer(prefix + code) }
        }
        if let unitCode { offer("\(code)-\(unitCode)") }
        var number = 2
        while result.count < 3, number < 100 {
            offer("\(code)-\(number)")
            number += 1
        }
        return result
    }

    /// Names whose usual codes are the same, each group in the order given: what a registry should settle before it hands out codes.
    public static func collisions(among names: [String]) -> [[String]] {
        var order: [String] = []
        var groups: [String: [String]] = [:]
        for name in names {
            // Host labels are written without hyphens as often as with them.
            let key = usual(for: name).filter { $0 != "-" }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(name)
        }
        return order.compactMap { groups[$0] }.filter { $0.count > 1 }
    }
}
