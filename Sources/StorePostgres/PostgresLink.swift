internal import CLibpq
import Store

/// One connection to the server. It blocks, so it lives on its session's own queue and nowhere else.
final class PostgresLink {
    let raw: OpaquePointer
    var statements = PostgresStatements()
    private var named = 0
    /// A transaction's BEGIN, which travels with its first statement.
    private var beginning: Beginning?

    /// How a transaction begins.
    struct Beginning {
        let text: String
        var opening: Opening?
    }

    /// A COMMIT was sent whose answer nobody waited for.
    private var isUnread = false

    /// Connects and checks what the program relies on. Throws `StoreFault.unreachable`.
    init(_ address: PostgresAddress) throws {
        let parameters = address.connectionParameters
        let raw = Self.connect(parameters)
        guard let raw, PQstatus(raw) == CONNECTION_OK else {
            let message = PostgresTrouble.text(PQerrorMessage(raw))
            PQfinish(raw)
            // libpq's words for a server that answers and does not let us write.
            throw message.contains("session is read-only") ? StoreFault.replica("\(address)") : .unreachable("\(address): \(message)")
        }
        self.raw = raw
        // The address may have let it pass (`target_session_attrs=any`).
        if !address.isReplica, PQparameterStatus(raw, "in_hot_standby").map({ String(cString: $0) }) == "on" {
            throw StoreFault.replica("\(address)")
        }
        // libpq would print the server's notices.
        PQsetNoticeProcessor(raw, { _, _ in }, nil)
        guard PQserverVersion(raw) >= 150_000 else {
            throw StoreFault.unreachable("\(address): PostgreSQL 15 or newer is needed, this is \(PQserverVersion(raw) / 10_000)")
        }
        let encoding = PQparameterStatus(raw, "server_encoding").map { String(cString: $0) } ?? "unknown"
        guard encoding == "UTF8" else {
            throw StoreFault.unreachable("\(address): the database's encoding is \(encoding); create it with ENCODING 'UTF8' TEMPLATE template0")
        }
        do {
            try set("statement_timeout", "\(address.statementTimeout)s")
            // Every statement here is answered within milliseconds; what the estimate of a long list of portals takes for more is not worth compiling.
            try set("jit", "off")
            if let schema = address.schema { try set("search_path", schema) }
        } catch PostgresTrouble.lost(let detail) {
            throw StoreFault.unreachable("\(address): \(detail)")
        }
    }

    deinit { PQfinish(raw) }

    private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
        // libpq wants two arrays of C strings that end in NULL; one block holds them all.
        var block: [CChar] = []
        var starts: [Int] = []
        for (keyword, value) in parameters {
            for text in [keyword, value] {
                starts.append(block.count)
                block.append(contentsOf: text.utf8CString)
            }
        }
        return block.withUnsafeBufferPointer { block in
            func pointers(from first: Int) -> [UnsafePointer<CChar>?] {
                stride(from: first, to: starts.count, by: 2).map { block.baseAddress?.advanced(by: starts[$0]) } + [nil]
            }
            return PQconnectdbParams(pointers(from: 0), pointers(from: 1), 0)
        }
    }

    private func set(_ name: String, _ value: String) throws {
        let sql: SQL = "SELECT set_config(\(name), \(value), false)"
        _ = try run(sql, keeping: false, writing: false)
    }

    var isAlive: Bool { PQstatus(raw) == CONNECTION_OK }

    /// A command of ours without values. Its text never comes from outside.
    @discardableResult
    func command(_ text: String, writing: Bool = false) throws -> PostgresAnswer {
        // A question to be asked first goes out by itself.
        if beginning?.opening != nil { try pipeline([], writing: writing) }
        try drain()
        return try answer(PQexec(raw, takeBeginning().map { "\($0.text); \(text)" } ?? text), writing: writing)
    }

    /// Opens a transaction with the next statement: one round trip for both, and for the question that is asked between them.
    func begin(_ text: String, opening: Opening? = nil) { beginning = Beginning(text: text, opening: opening) }

    /// The BEGIN that is to go out before the next statement, once.
    func takeBeginning() -> Beginning? {
        defer { beginning = nil }
        return beginning
    }

    /// Ends a transaction that only read, without waiting: its rows are here, and nothing hangs on the answer.
    /// What the link has to say of it is heard by the next transaction.
    func endReading() throws {
        guard takeBeginning() == nil else { return }
        try drain()
        guard PQsendQuery(raw, "COMMIT") == 1 else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw))) }
        isUnread = true
    }

    /// Reads the answer to what was sent without waiting.
    func drain() throws {
        guard isUnread else { return }
        isUnread = false
        while let result = PQgetResult(raw) { PQclear(result) }
        guard isAlive else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw))) }
    }

    /// One statement, prepared and kept where that pays.
    func run(_ sql: SQL, keeping: Bool, writing: Bool) throws -> PostgresAnswer {
        if beginning != nil { return try pipeline([sql], writing: writing) }
        let (text, values) = sql.rendered(placeholder: "$")
        let parameters = try PostgresParameters(values)
        guard keeping, sql.isKept else {
            return try answer(
                parameters.withPointers { PQexecParams(raw, text, $0, parameters.types, $1, $2, $3, 1) },
                writing: writing
            )
        }
        let name = try statements.name(of: text, types: parameters.types) ?? prepare(text, parameters.types, writing)
        return try answer(parameters.withPointers { PQexecPrepared(raw, name, $0, $1, $2, $3, 1) }, writing: writing)
    }

    private func prepare(_ text: String, _ types: [Oid], _ writing: Bool) throws -> String {
        let name = newName()
        _ = try answer(PQprepare(raw, name, text, Int32(types.count), types), writing: writing)
        statements.keep(text, types: types, name: name)
        return name
    }

    func newName() -> String {
        named += 1
        return "s\(named)"
    }

    /// Gives up kept statements over the limit; between transactions.
    func trim() throws {
        for name in statements.trim() { try command("DEALLOCATE \(name)") }
    }

    private func answer(_ result: OpaquePointer?, writing: Bool) throws -> PostgresAnswer {
        let answer = PostgresAnswer(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return answer
        default:
            let error = PostgresTrouble.from(result, link: raw, writing: writing)
            // A statement may have gone stale with a migration; the next try prepares anew.
            if case PostgresTrouble.conflict = error { forgetStatements() }
            throw error
        }
    }

    /// Names are never used twice, so the server's old ones do no harm; they end with the connection.
    private func forgetStatements() { statements.forgetAll() }
}

/// libpq's result, freed with its last reader.
final class PostgresAnswer {
    let raw: OpaquePointer?

    init(_ raw: OpaquePointer?) { self.raw = raw }
    deinit { PQclear(raw) }

    /// Rows inserted, updated or deleted.
    var changed: Int {
        guard let status = PQcmdStatus(raw), ["INSERT", "UPDATE", "DELETE"].contains(where: { String(cString: status).hasPrefix($0) }),
            let count = PQcmdTuples(raw)
        else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    var tag: String { PQcmdStatus(raw).map { String(cString: $0) } ?? "" }

    func rows() throws -> [Row] {
        let columns = PQnfields(raw)
        let types = (0..<columns).map { PQftype(raw, $0) }
        return try (0..<PQntuples(raw)).map { row in
            Row(
                try (0..<columns).map { column in
                    if PQgetisnull(raw, row, column) == 1 { return .null }
                    let bytes = UnsafeRawBufferPointer(start: PQgetvalue(raw, row, column), count: Int(PQgetlength(raw, row, column)))
                    return try PostgresCodec.value(bytes, type: types[Int(column)])
                }
            )
        }
    }
}
