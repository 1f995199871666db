/// What the members of an entry may hold: codes, numbers, digests and salted commitments, so that nothing personal and no free text can
/// get into what can never be taken back.
enum EntryMember {
    static func fits(_ key: String, _ value: JSONValue) -> Bool {
        switch (key, value) {
        case ("v", .int(let version)): version == 1
        case ("op", .string(let text)), ("site", .string(let text)), ("agency", .string(let text)), ("kind", .string(let text)),
            ("why", .string(let text)), ("part", .string(let text)), ("from", .string(let text)), ("to", .string(let text)):
            isCode(text)
        case ("at", .int(let number)), ("index", .int(let number)): number >= 0
        case ("from", .int(let number)), ("to", .int(let number)): number >= 0
        case ("ed", .int(let number)), ("kib", .int(let number)): 1...Int64(Int32.max) ~= number
        case ("prev", .int(let number)): number >= -1
        case ("n", .string(let text)): text == "minor" || text == "major"
        case ("n", .int(let number)): number >= 0
        case ("lang", .string(let text)): 2...3 ~= text.utf8.count && text.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
        case ("id", .string(let text)): isID(text, 13...26)
        case ("act", .string(let text)): isID(text, 13...26)
        case ("by", .array(let list)): isList(list, of: isCode, upTo: 16)
        case ("topics", .array(let list)): isList(list, of: isCode, upTo: 32)
        case ("hosts", .array(let list)): isList(list, of: isHost, upTo: 64)
        case ("commit", .string(let text)), ("text", .string(let text)), ("att", .string(let text)), ("leaf", .string(let text)),
            ("digest", .string(let text)), ("root", .string(let text)):
            text.utf8.count == 64 && Hex.decode(text) != nil
        case ("host", .string(let text)): isHost(text)
        case ("origin", .string(let text)): Checkpoint.isOrigin(text)
        case ("key", .string(let text)): (try? VerifierKey(text)) != nil
        default: false
        }
    }

    /// Groups of a-z and 0-9 joined by single hyphens, at most 64 characters.
    static func isCode(_ text: String) -> Bool {
        var isOpen = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                guard !isOpen else { return false }
                isOpen = true
            } else {
                guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return false }
                isOpen = false
            }
        }
        return !isOpen && text.utf8.count <= 64
    }

    /// Lower-case Crockford base32. Our own ids have 13 characters; 26 are those of ULIDs.
    private static func isID(_ text: String, _ lengths: ClosedRange<Int>) -> Bool {
        lengths ~= text.utf8.count && text.utf8.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".utf8.contains($0) }
    }

    private static func isHost(_ text: String) -> Bool { !text.utf8.contains(UInt8(ascii: "/")) && Checkpoint.isOrigin(text) }

    private static func isList(_ list: [JSONValue], of fits: (String) -> Bool, upTo limit: Int) -> Bool {
        1...limit ~= list.count
            && list.allSatisfy {
                guard case .string(let text) = $0 else { return false }
                return fits(text)
            }
    }
}
