import PortalTesting
import Store
import Testing

@Suite("Values go in and come out as they are, on both engines")
struct ValueTests {
    static let table = Migration(
        9001,
        "values",
        ["CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, n BIGINT, x DOUBLE PRECISION, t TEXT, b BYTEA)"]
    )

    static let values: [SQLValue] = [
        .null, .integer(0), .integer(-1), .integer(.max), .integer(.min), .real(0), .real(-1.5), .real(.greatestFiniteMagnitude),
        .real(.leastNonzeroMagnitude), .text(""), .text("a"), .text("Trường Sa — Hoàng Sa"), .text("e\u{302}\u{301}"), .text("\u{1EBF}"),
        .text("'; DROP TABLE thing; --"), .text("\u{1F1FB}\u{1F1F3} \u{10FFFF}"), .text(String(repeating: "đ", count: 100_000)),
        .blob([]), .blob([0]), .blob([0, 255, 39, 92, 0]),
        .blob((0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ]

    @Test("a value", arguments: Backend.available)
    func roundTrip(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            for value in Self.values {
                let column: SQL =
                    switch value {
                    case .null, .integer: "n"
                    case .real: "x"
                    case .text: "t"
                    case .blob: "b"
                    }
                let found: SQLValue? = try await database.write { db in
                    try db.execute("DELETE FROM thing")
                    try db.execute("INSERT INTO thing (id, \(column)) VALUES (\(1), \(value))")
                    return try db.value("SELECT \(column) FROM thing WHERE id = \(1)")
                }
                #expect(Self.bytes(found) == Self.bytes(value))
            }
        }
    }

    /// Swift calls composed and decomposed text equal; a database must not change one into the other.
    static func bytes(_ value: SQLValue?) -> [UInt8] {
        switch value {
        case .text(let text)?: Array("t".utf8) + Array(text.utf8)
        case .blob(let bytes)?: Array("b".utf8) + bytes
        default: Array("\(value, default: "nothing")".utf8)
        }
    }
}
