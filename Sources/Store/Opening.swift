/// What a reading transaction is asked before its body reads, of the very moment that the body will read: "is this recent enough?"
public struct Opening: Sendable {
    public let question: SQL
    /// Takes the first row of the answer. What it throws ends the transaction. Like a body it may run again.
    public let judge: @Sendable (Row?) throws -> Void

    public init(_ question: SQL, judge: @escaping @Sendable (Row?) throws -> Void) {
        self.question = question
        self.judge = judge
    }
}

extension Database {
    public func read<T: Sendable>(opening: Opening, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await read { db in
            try opening.judge(try db.row(opening.question))
            return try body(db)
        }
    }
}
