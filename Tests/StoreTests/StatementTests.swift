import PortalTesting
import Store
import Testing

@Suite("One SQL text, one meaning")
struct StatementTests {
    static let tables = Migration(
        9001,
        "statements",
        [
            "CREATE TABLE agency (id BIGINT NOT NULL PRIMARY KEY, code TEXT NOT NULL, rank BIGINT CONSTRAINT agency_rank_positive CHECK (rank > 0))",
            "CREATE UNIQUE INDEX agency_by_code ON agency (code)",
            "CREATE TABLE unit (id BIGINT NOT NULL PRIMARY KEY, agency BIGINT NOT NULL REFERENCES agency (id), slot BIGINT, UNIQUE (agency, slot))",
        ]
    )

    @Test("fragments nest, values keep their order and numbers")
    func nesting() {
        let inner: SQL = "code = \("a") AND rank > \(3)"
        let all: SQL = "SELECT id FROM agency WHERE \(SQL.joined([inner, "id IN (\(list: [7, 8]))"], separator: " AND ")) LIMIT \(5)"
        let (text, values) = all.rendered(placeholder: "$")
        #expect(text == "SELECT id FROM agency WHERE code = $1 AND rank > $2 AND id IN ($3, $4) LIMIT $5")
        #expect(values == [.text("a"), .integer(3), .integer(7), .integer(8), .integer(5)])
        #expect(!all.isReusable)
        #expect(inner.isReusable && (inner + inner).isReusable)
        #expect(!SQL.joined(Array(repeating: "x", count: 9), separator: ",").isReusable)
    }

    @Test("lists, empty and long", arguments: Backend.available)
    func lists(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            try await database.write { db in
                try db.execute(batch: (1...1200).map { "INSERT INTO agency (id, code) VALUES (\($0), \("c\($0)"))" })
            }
            let found = try await database.read { db in
                (
                    try db.column("SELECT id FROM agency WHERE id IN (\(list: [Int]()))", as: Int.self),
                    try db.column("SELECT id FROM agency WHERE code IN (\(list: ["c9", "c7", "none"])) ORDER BY id", as: Int.self),
                    try db.column("SELECT id FROM agency WHERE id IN (\(list: Array(500...3000)))", as: Int.self).count
                )
            }
            #expect(found.0 == [] && found.1 == [7, 9] && found.2 == 701)
        }
    }

    @Test("execute tells how many rows it changed", arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            let counts = try await database.write { db in
                [
                    try db.execute("INSERT INTO agency (id, code) VALUES (1, 'a'), (2, 'b'), (3, 'c')"),
                    try db.execute("INSERT INTO agency (id, code) VALUES (1, 'x') ON CONFLICT (id) DO NOTHING"),
                    try db.execute("UPDATE agency SET rank = 1 WHERE id < 3"),
                    try db.execute("CREATE TABLE other (id BIGINT)"),
                    try db.execute("SELECT id FROM agency"),
                    try db.execute("WITH gone AS (SELECT 3 AS id) DELETE FROM agency WHERE id IN (SELECT id FROM gone)"),
                    try db.execute("DELETE FROM agency WHERE id = 99"),
                ]
            }
            #expect(counts == [3, 0, 2, 0, 0, 1, 0])
        }
    }

    @Test("the shared dialect", arguments: Backend.available)
    func dialect(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            try await database.write { db in
                try db.execute("INSERT INTO agency (id, code, rank) VALUES (1, 'a', 5), (2, 'b', NULL), (3, 'c', 9007199254740993)")
            }
            try await database.write { db in
                let id: Int? = try db.value(
                    "INSERT INTO agency (id, code, rank) VALUES (\(1), \("a"), \(6)) ON CONFLICT (id) DO UPDATE SET rank = excluded.rank RETURNING id"
                )
                #expect(id == 1)
                #expect(try db.value("SELECT sum(rank) FROM agency", as: Int64.self) == 9_007_199_254_740_999)
                #expect(try db.value("SELECT sum(rank) FROM agency WHERE id = 99", as: Int64?.self) == .some(nil))
                #expect(try db.column("SELECT id FROM agency ORDER BY rank NULLS LAST, id", as: Int.self) == [1, 3, 2])
                #expect(try db.value("SELECT EXISTS (SELECT 1 FROM agency)", as: Bool.self) == true)
                #expect(
                    try db.column("SELECT id FROM agency WHERE (code, id) > (\("a"), \(1)) ORDER BY code, id LIMIT \(10)", as: Int.self) == [2, 3]
                )
                #expect(try db.value("SELECT substr(code, CAST(\(1) AS INTEGER)) FROM agency WHERE id = \(1)", as: String.self) == "a")
                #expect(try db.value("SELECT CAST(\(1.5) AS DOUBLE PRECISION)", as: Double.self) == 1.5)
                let locked: [Int] = try db.column("SELECT id FROM agency ORDER BY id LIMIT \(2) \(CommonDialect.forUpdate(on: db.engine))")
                #expect(locked == [1, 2])
                let tree: [Int] = try db.column(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(4)) SELECT i FROM n ORDER BY i"
                )
                #expect(tree == [1, 2, 3, 4])
                // A NULL fits a statement that was prepared with a value, and the other way round.
                for rank in [Int?.none, 3, nil, 4] {
                    try db.execute("UPDATE agency SET rank = \(rank) WHERE id = \(1)")
                    #expect(try db.value("SELECT rank FROM agency WHERE id = \(1)", as: Int?.self) == .some(rank))
                }
            }
        }
    }

    @Test("text is ordered byte by byte", arguments: Backend.available)
    func byteOrder(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            let codes = ["b", "B", "a", "_", "-", "đ", "z", "Đ", "a b", "ab", "a-b", "10", "9"]
            try await database.write { db in
                for (id, code) in codes.enumerated() { try db.execute("INSERT INTO agency (id, code) VALUES (\(id), \(code))") }
            }
            let found = try await database.read { try $0.column("SELECT code FROM agency ORDER BY code", as: String.self) }
            #expect(found == codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }

    static let refused: [(SQL, String)] = [
        ("INSERT INTO agency (id, code) VALUES (1, 'other')", "agency_pkey"),
        ("INSERT INTO agency (id, code) VALUES (2, 'a')", "agency_by_code"),
        ("INSERT INTO agency (id, code, rank) VALUES (2, 'b', -1)", "agency_rank_positive"),
        ("INSERT INTO agency (id, code) VALUES (2, NULL)", "agency.code"),
        ("INSERT INTO unit (id, agency, slot) VALUES (2, 1, 1)", "unit_agency_slot_key"),
        ("INSERT INTO unit (id, agency) VALUES (2, 99)", "foreign key"),
        ("DELETE FROM agency WHERE id = 1", "foreign key"),
    ]

    @Test("a refused row names the rule, the same on both engines", arguments: Backend.available)
    func constraints(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            try await database.write { db in
                try db.execute("INSERT INTO agency (id, code) VALUES (1, 'a')")
                try db.execute("INSERT INTO unit (id, agency, slot) VALUES (1, 1, 1)")
            }
            for (statement, name) in Self.refused {
                await #expect(throws: StoreFault.constraint(name)) { try await database.write { try $0.execute(statement) } }
                await #expect(throws: StoreFault.constraint(name)) {
                    try await database.write { try $0.execute(batch: ["SELECT 1", statement, "SELECT 2"]) }
                }
            }
        }
    }

    @Test("text with U+0000 is refused on both", arguments: Backend.available)
    func noughtInText(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            for batch in [false, true] {
                await #expect(throws: StoreFault.engine("text with the character U+0000 cannot be stored")) {
                    try await database.write { db in
                        let sql: SQL = "INSERT INTO agency (id, code) VALUES (1, \("a\u{0}b"))"
                        if batch { try db.execute(batch: [sql]) } else { try db.execute(sql) }
                    }
                }
            }
            let found = try await database.read { try $0.value("SELECT count(*) FROM agency", as: Int.self) }
            #expect(found == 0)
        }
    }

    @Test("wrong SQL and a wrong column are faults, and the connection lives on", arguments: Backend.available)
    func wrong(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            await #expect(throws: StoreFault.self) { try await database.read { try $0.rows("SELECT nothing FROM nowhere") } }
            await #expect(throws: StoreFault.self) { try await database.read { try $0.rows("SELECT 1; SELECT 2") } }
            await #expect(throws: StoreFault.column(index: 0, expected: "Int64")) {
                _ = try await database.read { try $0.value("SELECT 'text'", as: Int64.self) }
            }
            await #expect(throws: StoreFault.column(index: 3, expected: "Int64")) {
                _ = try await database.read { db in
                    let number: Int64? = try db.row("SELECT 1").map { try $0[3] }
                    return number
                }
            }
            let found = try await database.read { try $0.value("SELECT 1", as: Int.self) }
            #expect(found == 1)
        }
    }

    @Test("many different statements do not pile up", arguments: Backend.available)
    func manyTexts(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.tables]) { database in
            @Sendable func terms(_ term: SQL, _ count: Int) -> SQL { SQL.joined(Array(repeating: term, count: count), separator: " ") }
            for i in 0..<8 {
                for j in 0..<8 {
                    for k in 0..<8 {
                        let sum: Int? = try await database.read {
                            try $0.value("SELECT \(terms("1 +", i)) \(terms("10 +", j)) \(terms("100 +", k)) \(1000)")
                        }
                        #expect(sum == i + 10 * j + 100 * k + 1000)
                    }
                }
            }
            guard backend == .postgres else { return }
            let kept: [Int] = try await withThrowingTaskGroup { group in
                for _ in 0..<8 { group.addTask { try await database.read { try $0.value("SELECT count(*) FROM pg_prepared_statements") ?? 0 } } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kept.allSatisfy { $0 <= 300 } && kept.contains { $0 > 100 })
        }
    }
}
