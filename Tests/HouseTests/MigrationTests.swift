import Testing

/// The numbers of migrations: unique in the whole program, each room in its own hundred.
@Suite("Migrations")
struct MigrationTests {
    struct Declared: Sendable {
        let number: Int
        let path: String
    }

    static let all: [Declared] = House.sources.filter { $0.path.hasPrefix("Sources/") }.flatMap { file in
        file.code.matches(of: /\bMigration\(\s*([0-9_]+)\s*,/).compactMap { match in
            Int(match.output.1.filter { $0 != "_" }).map { Declared(number: $0, path: file.path) }
        }
    }

    static let rooms: [(folder: String, numbers: ClosedRange<Int>)] = [
        ("Sources/Store/", 1...99), ("Sources/Network/", 100...199), ("Sources/Publishing/", 200...299), ("Sources/Casework/", 300...399),
        ("Sources/Web/", 400...499), ("Sources/Search/", 500...509), ("Sources/Notary/", 600...699), ("Sources/Backup/", 510...514),
        ("Sources/Features/", 1000...99_999),
    ]

    @Test("no number is used twice")
    func unique() {
        #expect(!Self.all.isEmpty)
        for (number, same) in Dictionary(grouping: Self.all, by: \.number) where same.count > 1 {
            Issue.record("migration \(number) is in \(same.map(\.path))")
        }
    }

    @Test("each room numbers its own")
    func hundreds() {
        for declared in Self.all {
            let room = Self.rooms.first { declared.path.hasPrefix($0.folder) }
            #expect(room?.numbers.contains(declared.number) == true, "\(declared.path) has migration \(declared.number)")
        }
    }
}
