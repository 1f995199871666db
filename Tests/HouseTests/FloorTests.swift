import Testing

/// The floors of the house: who may import whom.
@Suite("Floors")
struct FloorTests {
    /// What comes with the toolchain and needs no line in the plan.
    static let toolchain: Set = [
        "Dispatch", "Foundation", "FoundationEssentials", "FoundationNetworking", "Glibc", "Observation", "PackagePlugin", "RegexBuilder", "Swift",
        "Synchronization", "Testing",
    ]

    /// Modules that come inside a product of another name.
    static let insideProducts = ["GRDBSQLite": "GRDB"]

    /// Modules that only these targets may import: each is a wall whose breach would be costly.
    static let walls: [(module: String, targets: Set<String>)] = [
        ("GRDB", ["StoreSQLite"]),
        ("GRDBSQLite", ["StoreSQLite"]),
        ("CLibpq", ["StorePostgres"]),
        ("CGumbo", ["RichText"]),
        ("CVips", ["Media"]),
        ("CSodium", ["Backup", "PortalNetwork"]),
        ("CZlib", ["Exchange", "Demo", "Media", "Web", "MediaTests"]),
        ("CZstd", ["Exchange"]),
        ("CQREncode", ["Web"]),
        ("CBrotli", ["Web"]),
        ("AsyncHTTPClient", ["Outbound"]),
        ("NIOSSL", ["Outbound", "Web"]),
        ("NIOHTTPCompression", ["Outbound"]),
        ("Subprocess", ["Backup", "Media", "Outbound", "Speech", "Watch"]),
        ("ArgumentParser", ["caunoi"]),
        ("Yams", ["caunoi", "Rules"]),
    ]

    @Test("a target names only targets above it in the plan")
    func order() async throws {
        var above: Set<String> = []
        for target in try await Plan.current.targets {
            for name in target.targets {
                #expect(above.contains(name), "\(target.name) depends on \(name), which stands below it in Package.swift")
            }
            above.insert(target.name)
        }
    }

    @Test("features never name each other, and nothing below them names a feature")
    func features() async throws {
        let plan = try await Plan.current
        let features = Set(plan.targets.filter(\.isFeature).map(\.name))
        #expect(!features.isEmpty)
        for target in plan.targets where !target.isTest && !["Demo", "caunoi"].contains(target.name) {
            #expect(features.isDisjoint(with: target.targets), "\(target.name) names a feature")
        }
    }

    @Test("the ground floor stands on nothing but the ground")
    func ground() async throws {
        let plan = try await Plan.current
        let ground: Set = ["Vietnamese", "RichText", "Proofing", "Redaction", "Triage", "PublicRecord"]
        for name in ground {
            let target = try #require(plan.target(name))
            let systems = Set(plan.targets.filter { $0.kind == "system" }.map(\.name))
            #expect(Set(target.targets).subtracting(ground).subtracting(systems).isEmpty, "\(name) reaches up: \(target.targets)")
            #expect(Set(target.products).subtracting(["Crypto", "CryptoExtras"]).isEmpty, "\(name) brings in \(target.products)")
        }
    }

    @Test("every folder of Sources is in the plan")
    func folders() async throws {
        let plan = try await Plan.current
        for file in House.sources {
            #expect(plan.target(of: file) != nil, "\(file.path) belongs to no target")
        }
    }

    @Test("a file imports only what its target declares", arguments: House.swift)
    func imports(_ file: SourceFile) async throws {
        let plan = try await Plan.current
        guard file.path != "Package.swift", let target = plan.target(of: file) else { return }
        let ours = Set(plan.targets.map(\.name))
        let declared = Set(target.targets + target.products).union(Self.toolchain).union([target.name])
        for (module, line) in SwiftCode.imports(of: file) {
            // Tests may look into what the declared libraries bring along; the walls between our own targets hold for them too.
            if target.isTest, !ours.contains(module) { continue }
            let isDeclared = declared.contains(Self.insideProducts[module] ?? module)
            #expect(isDeclared, "\(file.path):\(line) imports \(module), which Package.swift does not give to \(target.name)")
        }
    }

    @Test("walls hold", arguments: House.sources)
    func walls(_ file: SourceFile) async throws {
        let target = try await Plan.current.target(of: file)?.name ?? ""
        for (module, line) in SwiftCode.imports(of: file) {
            guard let wall = Self.walls.first(where: { $0.module == module }) else { continue }
            #expect(wall.targets.contains(target), "\(file.path):\(line): only \(wall.targets.sorted()) may import \(module)")
        }
    }

    @Test("database drivers stay out of tests too", arguments: House.swift.filter { $0.path.hasPrefix("Tests/") })
    func drivers(_ file: SourceFile) {
        for (module, line) in SwiftCode.imports(of: file) {
            #expect(!["GRDB", "GRDBSQLite", "CLibpq"].contains(module), "\(file.path):\(line) goes round the door to data")
        }
    }

    @Test("no target is a drawer for everything")
    func names() async throws {
        let drawers: Set = ["core", "common", "shared", "util", "utils", "utilities", "helper", "helpers", "misc", "base", "kit"]
        for target in try await Plan.current.targets {
            #expect(!drawers.contains(target.name.lowercased()), "\(target.name)")
        }
    }
}
