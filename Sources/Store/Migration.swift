/// One step of the schema's history: numbered, never edited once released, forward only.
///
/// Numbers are unique in the whole program; each room owns a hundred: Store 1…, Network 100…, Publishing 200…, Casework 300…, Web 400…, Search 500…, features 1000 and up.
/// Statements are literal SQL in the dialect both engines share; where they must differ, `postgres` replaces `statements` there.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [StaticString]
    public let postgres: [StaticString]?
    /// Programs that do not know it go on working on the database, and it while they do: it only adds what they neither read nor have to fill (a table, an
    /// index, a column with a default). The database remembers that; without it an older program is refused.
    public let isExpansion: Bool

    public init(_ number: Int, _ name: String, _ statements: [StaticString], postgres: [StaticString]? = nil, isExpansion: Bool = false) {
        self.number = number
        self.name = name
        self.statements = statements
        self.postgres = postgres
        self.isExpansion = isExpansion
    }

    /// What runs on `engine`.
    public func statements(on engine: Engine) -> [StaticString] {
        switch engine {
        case .sqlite: statements
        case .postgres: postgres ?? statements
        }
    }

    /// 128 bits of FNV-1a over the text that runs on `engine`, 32 hexadecimal digits: it finds an edit, not a forger.
    public func digest(on engine: Engine) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        func add(_ byte: UInt8) { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
        for statement in statements(on: engine) {
            statement.withUTF8Buffer { for byte in $0 { add(byte) } }
            add(0)
        }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - text.count) + text
    }
}
