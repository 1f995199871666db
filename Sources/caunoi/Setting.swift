/// One setting of the program: its name is the flag (`--name`), the key in the configuration file and, in capitals with `CAUNOI_`, the environment variable.
struct Setting: Sendable, Hashable {
    let name: String
    let meaning: String
    /// Never printed.
    var isSecret = false
    /// May be given several times, or as a list in the file, or separated by commas in the environment.
    var isList = false

    var variable: String { "CAUNOI_" + name.uppercased().split(separator: "-").joined(separator: "_") }

    static let config = Setting(name: "config", meaning: "configuration file (YAML)")
    static let data = Setting(name: "data", meaning: "folder of the database, keys and files (default ./var)")
    static let database = Setting(name: "database", meaning: "sqlite:FILE or postgres://user@host:port/name", isSecret: true)
    static let databasePasswordFile = Setting(name: "database-password-file", meaning: "file that holds the database password")
    static let databaseConnections = Setting(name: "database-connections", meaning: "PostgreSQL connections (default 8)")
    static let keys = Setting(name: "keys", meaning: "where item keys are kept: sqlite:FILE or postgres://…", isSecret: true)
    static let listen = Setting(name: "listen", meaning: "address and port of the public pages (default [::]:8080)", isList: true)
    static let admin = Setting(name: "admin", meaning: "address and port of the operator's endpoints (default 127.0.0.1:9090)")
    static let looks = Setting(name: "looks", meaning: "folder of themes: <theme>/Templates/*.mustache")
    static let templates = Setting(name: "templates", meaning: "read templates from these folders and reload them (development)", isList: true)
    static let https = Setting(name: "https", meaning: "true when readers come over HTTPS (a TLS proxy before the program)")
    static let publicPort = Setting(name: "public-port", meaning: "port readers use, when it is not the standard one (the demo: 8080)")
    static let logLevel = Setting(name: "log-level", meaning: "trace, debug, info, notice, warning or error (default info)")
    static let stopSeconds = Setting(name: "stop-seconds", meaning: "how long a stop waits for requests under way (default 10)")

    static let search = Setting(name: "search", meaning: "file of this node's search index (default <data>/search.db)")

    static let all: [Setting] = [
        data, database, databasePasswordFile, databaseConnections, keys, search, listen, admin, looks, templates, https, publicPort, logLevel,
        stopSeconds,
    ]
}
