import Store

/// A link inside one transaction.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    private let link: PostgresLink
    private let writing: Bool
    private var announced: Set<Channel> = []

    /// What ended the transaction. Trouble stays trouble, whatever the body made of it.
    private(set) var failure: (any Error)?

    init(_ link: PostgresLink, writing: Bool) {
        self.link = link
        self.writing = writing
    }

    func checkWhole() throws {
        if let failure { throw failure }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try attempt { try link.run(sql, keeping: true, writing: writing).rows() }
    }

    func execute(_ sql: SQL) throws -> Int {
        try attempt { try link.run(sql, keeping: true, writing: writing).changed }
    }

    func execute(batch: [SQL]) throws {
        guard !batch.isEmpty else { return try checkWhole() }
        _ = try attempt { try link.pipeline(batch, writing: writing) }
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        let heard = announced
        try attempt { _ = try link.command("SAVEPOINT inner_transaction") }
        do {
            let value = try body()
            try checkWhole()
            try attempt { _ = try link.command("RELEASE inner_transaction") }
            return value
        } catch {
            // A conflict concerns the whole snapshot, a lost connection everything.
            if failure is PostgresTrouble { throw error }
            failure = nil
            try attempt { _ = try link.command("ROLLBACK TO inner_transaction; RELEASE inner_transaction") }
            announced = heard
            throw error
        }
    }

    /// PostgreSQL holds the notice back until the commit. Its text is the schema, for channels are the whole database's.
    func announce(_ channel: Channel) throws {
        try checkWhole()
        guard announced.insert(channel).inserted else { return }
        _ = try rows("SELECT pg_notify(\(channel.postgresName), current_schema())")
    }

    private func attempt<R>(_ work: () throws -> R) throws -> R {
        try checkWhole()
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}

extension Channel {
    /// Among the channels of whoever else uses the database.
    var postgresName: String { "caunoi_\(name)" }
}
