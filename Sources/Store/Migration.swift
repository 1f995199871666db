/// One step of the schema's history: numbered, never edited once released, forward only.
///
/// Numbers are unique in the whole program; each room owns a hundred: Store 1…, Network 100…, Publishing 200…, Casework 300…, Web 400…, features 1000 and up.
/// Statements are literal SQL in the dialect both engines share; where they must differ, `postgres` replaces `statements` there.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [StaticString]
    public let postgres: [StaticString]?

    public init(_ number: Int, _ name: String, _ statements: [StaticString], postgres: [StaticString]? = nil) {
        self.number = number
        self.name = name
        self.statements = statements
        self.postgres = postgres
    }
}
