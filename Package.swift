// swift-tools-version: 6.2
// The plan of the house: targets in the order of their floors, ground first. A target imports only targets above its line here.
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// Of everything that is no test. Tests run the program's loops far more often than a person does, so script/test has its debug build optimised too.
let shipped = house + (Context.environment["CAUNOI_OPTIMISED_DEBUG"] == "1" ? [.unsafeFlags(["-O"])] : [])

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let lifecycleTesting = Target.Dependency.product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// A feature: one folder, one target; its templates and wording are embedded at build time.
func feature(_ name: String, _ more: [Target.Dependency] = [], and folders: [String] = []) -> Target {
    .target(
        name: name,
        dependencies: [
            "Vietnamese", "RichText", "PublicRecord", "Store", "FileStore", "Exchange", "PortalNetwork", "Publishing", "Web", "Syndication",
            hummingbird,
            nioCore, httpTypes, logging,
        ] + more,
        path: "Sources/Features/\(name)",
        exclude: ["Templates", "Words"] + folders,
        swiftSettings: shipped,
        plugins: ["EmbedFiles"]
    )
}

func tests(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies + ["PortalTesting"],
        path: path ?? "Tests/\(name)",
        exclude: exclude,
        swiftSettings: house
    )
}

let package = Package(
    name: "caunoi",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "caunoi", targets: ["caunoi"]),
        .library(name: "PublicRecord", targets: ["PublicRecord"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries of Debian.
        .systemLibrary(name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CGumbo", path: "Sources/CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CLibpq", path: "Sources/CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CQREncode", path: "Sources/CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        // libvips, opened by the worker process when it runs, and the walls around that process. Linked by nothing.
        .target(name: "CVips"),

        // Ground: what Vietnamese text needs everywhere. Knows nothing of portals and does no I/O.
        .target(name: "Vietnamese", exclude: ["Words"], swiftSettings: shipped, plugins: ["EmbedFiles"]),
        // Ground: the body of an item as a typed block tree; foreign HTML in, our markup, plain and canonical text out.
        .target(name: "RichText", dependencies: ["CGumbo", "Vietnamese"], swiftSettings: shipped),
        // Ground: what the writer of a text should look at before others read it: spelling, names, dates, access, ease of reading.
        .target(name: "Proofing", dependencies: ["Vietnamese", "RichText"], exclude: ["Words"], swiftSettings: shipped, plugins: ["EmbedFiles"]),
        // Ground: where a letter belongs: fields by a small classifier, tracks by phrases, agencies by a dated table, likeness and twins.
        .target(name: "Triage", dependencies: ["Vietnamese"], exclude: ["Static", "Words"], swiftSettings: shipped, plugins: ["EmbedFiles"]),
        // Ground: what a public edition of a citizen's letter must not show: names, numbers, addresses, health; proposals, initials, leaks.
        .target(name: "Redaction", dependencies: ["Vietnamese"], exclude: ["Words"], swiftSettings: shipped, plugins: ["EmbedFiles"]),
        // Ground: the public record (canonical JSON, commitments, tree, tiles, signed heads, proofs, policies); usable by an outside verifier.
        .target(name: "PublicRecord", dependencies: [crypto, cryptoExtras], swiftSettings: shipped),

        // Ground: what the law and the house rule say on a date, as data with their citation; the working days; the gate `rule`. Does no I/O.
        .target(name: "Rules", dependencies: ["Vietnamese", yams], exclude: ["Data", "Words"], swiftSettings: shipped, plugins: ["EmbedFiles"]),

        // Means: the door to data. Transactions as closures, SQL that run-time text cannot become, migrations, ids.
        .target(name: "Store", dependencies: ["Vietnamese"], swiftSettings: shipped),
        // Means: that door in SQLite. The only target that imports GRDB.
        .target(
            name: "StoreSQLite",
            dependencies: ["Store", .product(name: "GRDB", package: "GRDB.swift"), logging],
            swiftSettings: shipped
        ),
        // Means: that door in PostgreSQL. The only target that imports libpq.
        .target(name: "StorePostgres", dependencies: ["Store", "CLibpq", logging], swiftSettings: shipped),
        // Means: files by their content.
        .target(name: "FileStore", dependencies: [crypto], swiftSettings: shipped),
        // Means: foreign files in and out: lines, compression, CSV, rejects, progress.
        .target(name: "Exchange", dependencies: ["CZlib", "CZstd"], swiftSettings: shipped),

        // Means: the keeper of the public record: the signer's process and its guard, and who has heads signed, one node at a time.
        .target(name: "Notary", dependencies: ["PublicRecord", "Store", "FileStore", crypto, lifecycle, logging], swiftSettings: shipped),

        // Means: backups. Sealed files for whoever has a key the server does not have, sets that are whole or not there, PostgreSQL's own tools.
        .target(
            name: "Backup",
            dependencies: ["CSodium", "PublicRecord", "Store", "FileStore", crypto, subprocess],
            swiftSettings: shipped
        ),

        // Means: the way to other hosts; the gate `fetch`. The only target that opens connections to addresses of other people.
        .target(
            name: "Outbound",
            dependencies: [
                "FileStore", nioCore, nioPosix, nioHTTP1, nioSSL, nioCompression, httpTypes, subprocess, crypto,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            swiftSettings: shipped
        ),

        // Means: pictures in the sizes and formats that fit, made in worker processes of their own. The only target that decodes what strangers made.
        .target(
            name: "Media",
            dependencies: ["CVips", "CZlib", "Vietnamese", "RichText", "FileStore", logging, metrics, subprocess],
            swiftSettings: shipped
        ),

        // Means: text into sound, by programs of Debian in processes of their own, which get text on standard input only.
        .target(name: "Speech", dependencies: ["FileStore", subprocess, lifecycle, logging], swiftSettings: shipped),

        // Kernel: who and where. Sites and tiers, agencies, units, people; the gate `authorize`.
        // (Not called Network: SwiftNIO's sources ask `canImport(Network)` and would take ours for Apple's.)
        .target(
            name: "PortalNetwork",
            dependencies: ["CSodium", "Vietnamese", "PublicRecord", "Store", "Exchange", "Outbound", crypto, httpTypes, logging],
            path: "Sources/Network",
            swiftSettings: shipped
        ),
        // Kernel: how anything becomes public, changes or goes; the gates `publish` and `reveal`.
        .target(
            name: "Publishing",
            dependencies: [
                "Vietnamese", "RichText", "Proofing", "PublicRecord", "Store", "FileStore", "Notary", "Exchange", "Outbound", "Media",
                "PortalNetwork",
                crypto, logging,
                lifecycle,
            ],
            swiftSettings: shipped
        ),

        // Kernel: the search index of a node, a projection in a file of its own; reading queries, ranking, extracts, suggestions.
        .target(
            name: "Search",
            dependencies: ["Vietnamese", "Store", "Exchange", "PortalNetwork", "Publishing", logging, lifecycle],
            swiftSettings: shipped
        ),

        // Kernel: the inward arc. Cases with receipts, owners, clocks and timelines; what was written lies sealed.
        .target(
            name: "Casework",
            dependencies: [
                "Vietnamese", "Triage", "Rules", "Store", "FileStore", "Exchange", "Outbound", "Media", "PortalNetwork", "Publishing", crypto,
                logging,
                lifecycle,
            ],
            exclude: ["Data"],
            swiftSettings: shipped,
            plugins: ["EmbedFiles"]
        ),

        // Build time only: turns templates, words and static files of a target into Swift.
        .executableTarget(name: "embed-files", path: "Plugins/embed-files", swiftSettings: shipped),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

        // By hand only: trains the classifier of Triage and measures it (script/train-triage).
        .executableTarget(
            name: "train-triage",
            dependencies: ["Vietnamese", "Triage"],
            path: "Plugins/train-triage",
            exclude: ["Data"],
            swiftSettings: shipped
        ),

        // Face: HTTP, templates, wording, errors, headers; the gate `render`.
        .target(
            name: "Web",
            dependencies: [
                "Vietnamese", "RichText", "PublicRecord", "Store", "FileStore", "Media", "PortalNetwork", "Publishing", "CBrotli", "CQREncode",
                "CZlib", hummingbird, nioCore,
                httpTypes, logging, lifecycle,
                metrics, crypto, .product(name: "HummingbirdCore", package: "hummingbird"),
                coreMetrics, .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"), .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"), .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["Templates", "Words", "Static"],
            swiftSettings: shipped,
            plugins: ["EmbedFiles"]
        ),

        // Face: what programs follow. XML, feeds of any list, and the names under which other programs know items for ever.
        .target(
            name: "Syndication",
            dependencies: [
                "Vietnamese", "RichText", "PublicRecord", "Store", "PortalNetwork", "Publishing", "Web", hummingbird, nioCore, httpTypes,
            ],
            swiftSettings: shipped
        ),

        // Features: what a portal does. None knows another.
        feature("News"),
        feature("Newsroom", ["Proofing", crypto], and: ["Static"]),
        feature("Pages"),
        feature("Questions", ["Casework", "Media", "Redaction", "Rules", "Triage", lifecycle], and: ["Static"]),
        feature("Record", ["Notary"]),
        feature("Mirror", [crypto, lifecycle], and: ["Static"]),
        feature("Watch", ["Notary", "Outbound", crypto, lifecycle, metrics, subprocess], and: ["Static"]),
        .target(
            name: "Machines",
            dependencies: [
                "Vietnamese", "Store", "PortalNetwork", "PublicRecord", "Publishing", "Web", "Syndication", hummingbird, nioCore, httpTypes,
            ],
            path: "Sources/Features/Machines",
            swiftSettings: shipped
        ),
        .target(
            name: "WebSub",
            dependencies: [
                "Vietnamese", "Store", "Outbound", "PortalNetwork", "Publishing", "Web", crypto, hummingbird, httpTypes, lifecycle, logging, nioCore,
            ],
            path: "Sources/Features/WebSub",
            swiftSettings: shipped
        ),
        feature("ReadAPI"),
        feature("SearchPages", ["Search"]),
        feature("Library", ["Media", "Outbound"], and: ["Static"]),
        feature("PortalDesk", ["Notary", "Outbound", lifecycle], and: ["Static"]),
        .target(
            name: "Listening",
            dependencies: [
                "Vietnamese", "RichText", "FileStore", "Store", "Speech", "PortalNetwork", "Publishing", "Web", hummingbird, nioCore, httpTypes,
                lifecycle,
                logging,
            ],
            path: "Sources/Features/Listening",
            exclude: ["Words"],
            swiftSettings: shipped,
            plugins: ["EmbedFiles"]
        ),

        // A demo province, clearly marked as demo text.
        .target(
            name: "Demo",
            dependencies: ["Vietnamese", "RichText", "Store", "FileStore", "PortalNetwork", "Publishing", "News", "Pages", "CZlib", logging],
            exclude: ["Static"],
            swiftSettings: shipped,
            plugins: ["EmbedFiles"]
        ),

        // Top: the program.
        .executableTarget(
            name: "caunoi",
            dependencies: [
                "Vietnamese", "RichText", "Store", "StoreSQLite", "StorePostgres", "FileStore", "Exchange", "Media", "PortalNetwork", "Publishing",
                "Search",
                "Web", "SearchPages",
                "Syndication", "News", "Newsroom", "Pages", "Machines", "WebSub", "ReadAPI", "Listening", "Library", "PortalDesk", "Speech",
                "Outbound", "Notary", "PublicRecord", "Record", "Mirror", "Watch", "Casework", "Triage", "Questions", "Redaction", "Rules",
                "Backup", "Demo", arguments, crypto, yams, hummingbird, logging, lifecycle, metrics,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: shipped
        ),

        // What every test target may use: backends, clocks, faults, golden files.
        .target(
            name: "PortalTesting",
            dependencies: ["Store", "StoreSQLite", "StorePostgres", "PortalNetwork", "Publishing", "Search", logging, nioCore, nioPosix],
            path: "Tests/PortalTesting",
            swiftSettings: shipped
        ),
        tests("HouseTests", [subprocess]),
        tests("VietnameseTests", ["Vietnamese"]),
        tests("RichTextTests", ["RichText"]),
        tests("WatchTests", ["Watch", "Notary", "Vietnamese", "RichText", "PublicRecord", "Store", "PortalNetwork", "Web", logging]),
        tests("ProofingTests", ["Proofing", "RichText", "Vietnamese"]),
        tests("RulesTests", ["Rules", "Vietnamese"], exclude: ["Vectors"]),
        tests("TriageTests", ["Triage", "Vietnamese", "train-triage"], exclude: ["Letters"]),
        tests("RedactionTests", ["Redaction", "Vietnamese"]),
        tests("PublicRecordTests", ["PublicRecord", crypto]),
        tests("StoreTests", ["Store", "StoreSQLite", "StorePostgres", "Vietnamese", logging]),
        tests("BackupTests", ["Backup", "FileStore", "PublicRecord", "Store", "StoreSQLite", crypto, subprocess]),
        tests("ExchangeTests", ["Exchange", "FileStore"]),
        tests("OutboundTests", ["Outbound", "FileStore", httpTypes, nioCore, nioSSL, subprocess]),
        tests("MediaTests", ["caunoi", "Media", "RichText", "FileStore", "CZlib", logging], exclude: ["Documents", "Pictures"]),
        tests("SpeechTests", ["Speech", logging]),
        tests(
            "NetworkTests",
            ["PublicRecord", "PortalNetwork", "Vietnamese", "Store", "Exchange", "Outbound", crypto, cryptoExtras, httpTypes, nioCore, subprocess]
        ),
        tests("SyndicationTests", ["Syndication", "Vietnamese", "PortalNetwork", "Publishing", "Store"]),
        tests("DemoTests", ["Demo", "Triage", "Vietnamese", "CZlib"]),
        tests(
            "PublishingTests",
            [
                "Publishing", "Notary", "Proofing", "PortalNetwork", "RichText", "PublicRecord", "Store", "FileStore", "Media", "Exchange",
                "Outbound",
                "Vietnamese",
                logging, lifecycle,
                subprocess,
            ]
        ),
        tests(
            "CaseworkTests",
            [
                "Casework", "Triage", "Rules", "Exchange", "Outbound", "FileStore", "Media", "Publishing", "PortalNetwork", "Store", "Vietnamese",
                logging, crypto,
            ]
        ),
        tests("SearchTests", ["Search", "Vietnamese", "Store", "PortalNetwork", "Publishing", "Exchange", logging]),
        tests(
            "WebTests",
            [
                "Web", "Casework", "PortalNetwork", "Publishing", "Store", "RichText", "Vietnamese", "CBrotli", hummingbird, nioCore, nioEmbedded,
                httpTypes, .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                coreMetrics, crypto, logging, lifecycle, lifecycleTesting,
            ]
        ),
        tests(
            "FeatureTests",
            [
                "News", "Newsroom", "Pages", "Machines", "WebSub", "ReadAPI", "SearchPages", "Listening", "Library", "PortalDesk", "Speech", "Search",
                "Syndication", "Watch", "Casework", "Triage", "Questions", "Redaction", "Rules",
                "Outbound", "Web",
                "Publishing",
                "PortalNetwork", "RichText",
                "PublicRecord", "Notary", "Record", "Mirror", lifecycle,
                "Store", "FileStore", "Media", "caunoi", "Exchange", "Vietnamese", crypto, hummingbird, nioCore, nioEmbedded, httpTypes, logging,
            ]
        ),
        tests(
            "JourneyTests",
            [
                "caunoi", "Web", "News", "Pages", "Machines", "Syndication", "Demo", "Publishing", "PortalNetwork", "Store", "StoreSQLite",
                "StorePostgres", "Exchange", "Record", "RichText", "PublicRecord", "Backup", "FileStore",
                subprocess, system,
            ],
            exclude: ["Fixtures"]
        ),
    ]
)
