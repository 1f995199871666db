import ArgumentParser
import Foundation

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Configuration file (YAML). Environment: CAUNOI_CONFIG.", valueName: "file"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("Folder of the database, keys and files. Environment: CAUNOI_DATA. Default: ./var", valueName: "dir"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "sqlite:FILE or postgres://user@host:port/name. Environment: CAUNOI_DATABASE. Default: sqlite:<data>/caunoi.db",
            valueName: "url"
        )
    )
    var database: String?

    @Option(
        name: .customLong("files"),
        help: ArgumentHelp(
            "Where files are kept: a folder, or s3+https://ACCESSKEY@host/bucket. Environment: CAUNOI_FILES. Default: <data>/files",
            valueName: "place"
        )
    )
    var filePlace: String?

    @Option(name: .long, help: ArgumentHelp("File that holds the secret of the access key in --files.", valueName: "file"))
    var filesSecretFile: String?

    @Option(name: .long, help: ArgumentHelp("Where item keys are kept. Environment: CAUNOI_KEYS. Default: beside the database.", valueName: "url"))
    var keys: String?

    @Option(
        name: .customLong("search"),
        help: ArgumentHelp("File of this node's search index. Environment: CAUNOI_SEARCH. Default: <data>/search.db", valueName: "file")
    )
    var searchFile: String?

    @Option(name: .long, help: ArgumentHelp("File that holds the database password.", valueName: "file"))
    var databasePasswordFile: String?

    @Option(name: .long, help: ArgumentHelp("PostgreSQL connections. Default: 8", valueName: "n"))
    var databaseConnections: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A PostgreSQL server that follows the database, for reading public pages (serve). Environment: CAUNOI_REPLICA.",
            valueName: "url"
        )
    )
    var replica: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Host name of the desk, where people sign in. Environment: CAUNOI_DESK_HOST. The demo: desk.localhost", valueName: "host")
    )
    var deskHost: String?

    @Flag(name: .long, help: "Machine-readable output on standard output.")
    var json = false

    @Flag(name: .long, help: "No progress and no advice on standard error; errors only.")
    var quiet = false

    /// Flags of one command beside these.
    func settings(_ more: [Setting: [String]] = [:]) throws -> Settings {
        var flags: [String: [String]] = [:]
        if let data { flags[Setting.data.name] = [data] }
        if let database { flags[Setting.database.name] = [database] }
        if let filePlace { flags[Setting.files.name] = [filePlace] }
        if let filesSecretFile { flags[Setting.filesSecretFile.name] = [filesSecretFile] }
        if let keys { flags[Setting.keys.name] = [keys] }
        if let searchFile { flags[Setting.search.name] = [searchFile] }
        if let databasePasswordFile { flags[Setting.databasePasswordFile.name] = [databasePasswordFile] }
        if let databaseConnections { flags[Setting.databaseConnections.name] = ["\(databaseConnections)"] }
        if let replica { flags[Setting.replica.name] = [replica] }
        if let deskHost { flags[Setting.deskHost.name] = [deskHost] }
        for (setting, values) in more where !values.isEmpty { flags[setting.name] = values }
        return try Settings(flags: flags, environment: ProcessInfo.processInfo.environment, configFile: config)
    }

    var console: Console { Console(json: json, quiet: quiet) }
}
