import Crypto
import Store
import Vietnamese

/// Words by which the desk finds cases: each as 63 bits of a keyed digest of its folded form. Who looks for a word finds it; who has the table reads none.
struct CaseTerms: Sendable {
    let key: SymmetricKey

    /// Different words of one case at most.
    static let most = 60

    /// Of a title, a name, a telephone number.
    func terms(_ texts: [String?]) -> [Int64] {
        var words: [String] = []
        var seen: Set<String> = []
        for text in texts.compactMap(\.self) {
            for word in Self.words(text) where words.count < Self.most && seen.insert(word).inserted { words.append(word) }
        }
        return words.map(digest)
    }

    /// What a person looks for: every word must be there. Empty where nothing can be looked for.
    func wanted(_ text: String) -> [Int64] { Self.words(text).prefix(8).map(digest) }

    static func words(_ text: String) -> [String] {
        if let phone = PhoneNumber(typed: text) { return [phone.description] }
        return fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.count >= 2 && $0.count <= 40 }
    }

    /// What attempts are counted under: says nothing of what was typed.
    func mark(_ text: String) -> [UInt8] { mark(bytes: Array(("mark " + text).utf8)) }

    func mark(bytes: [UInt8]) -> [UInt8] { [UInt8](HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }

    func digest(_ word: String) -> Int64 {
        let code = HMAC<SHA256>.authenticationCode(for: Array(word.utf8), using: key)
        let bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(bitPattern: bits & 0x7FFF_FFFF_FFFF_FFFF)
    }

    static func write(_ terms: [Int64], of id: CaseID, _ db: any Connection) throws {
        guard !terms.isEmpty else { return }
        let rows = terms.map { "(\($0), \(id))" as SQL }
        try db.execute("INSERT INTO case_term (term, case_id) VALUES \(SQL.joined(rows, separator: ", ")) ON CONFLICT (term, case_id) DO NOTHING")
    }
}
