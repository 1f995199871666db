import Foundation
import Logging
import Web
import Yams

/// What the program was told, from flag, environment or file, in that order. Read once at start.
struct Settings: Sendable {
    /// Where a value came from, for `config check`.
    enum Source: String, Sendable, Codable { case flag, environment, file, standard }

    struct Value: Sendable {
        let values: [String]
        let source: Source
    }

    private let values: [String: Value]
    let file: String?

    init(flags: [String: [String]], environment: [String: String], configFile: String?) throws {
        let path = configFile ?? environment[Setting.config.variable]
        file = path
        let fromFile = try path.map(Self.read) ?? [:]
        var values: [String: Value] = [:]
        for setting in Setting.all {
            if let given = flags[setting.name], !given.isEmpty {
                values[setting.name] = Value(values: given, source: .flag)
            } else if let given = environment[setting.variable], !given.isEmpty {
                let parts = setting.isList ? given.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } : [given]
                values[setting.name] = Value(values: parts, source: .environment)
            } else if let given = fromFile[setting.name] {
                values[setting.name] = Value(values: given, source: .file)
            }
        }
        self.values = values
        try check()
    }

    subscript(_ setting: Setting) -> String? { values[setting.name]?.values.first }
    func list(_ setting: Setting) -> [String] { values[setting.name]?.values ?? [] }
    func source(of setting: Setting) -> Source { values[setting.name]?.source ?? .standard }

    var dataFolder: String { self[.data] ?? "./var" }
    var databaseAddress: String { self[.database] ?? "sqlite:\(dataFolder)/caunoi.db" }
    /// Item keys: beside the database file, or in a schema of their own in the same PostgreSQL database.
    var keysAddress: String {
        self[.keys] ?? (databaseAddress.hasPrefix("sqlite:") ? "sqlite:\(dataFolder)/keys.db" : databaseAddress)
    }
    var searchFile: String { self[.search] ?? "\(dataFolder)/search.db" }
    var listen: [String] { list(.listen).isEmpty ? ["[::]:8080"] : list(.listen) }
    var admin: String { self[.admin] ?? "127.0.0.1:9090" }
    var isHTTPS: Bool { self[.https] == "true" }
    var publicPort: Int? { self[.publicPort].flatMap { Int($0) } }
    var logLevel: Logger.Level { self[.logLevel].flatMap { Logger.Level(rawValue: $0) } ?? .info }
    var stopSeconds: Int { self[.stopSeconds].flatMap { Int($0) } ?? 10 }
    var databaseConnections: Int { self[.databaseConnections].flatMap { Int($0) } ?? 8 }

    func databasePassword() throws -> String? {
        guard let path = self[.databasePasswordFile] else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("the password file '\(path)' cannot be read; check the path and its permissions")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func check() throws {
        for setting in [Setting.publicPort, .stopSeconds, .databaseConnections] {
            if let text = self[setting], Int(text).map({ $0 > 0 && $0 < 100_000 }) != true {
                throw UsageFault("\(describe(setting)) is '\(text)'; give a whole number")
            }
        }
        if let text = self[.logLevel], Logger.Level(rawValue: text) == nil {
            throw UsageFault("\(describe(.logLevel)) is '\(text)'; give one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let text = self[.https], text != "true", text != "false" { throw UsageFault("\(describe(.https)) is '\(text)'; give true or false") }
        for (setting, address) in [(Setting.database, databaseAddress), (.keys, keysAddress)]
        where !address.hasPrefix("sqlite:") && !address.hasPrefix("postgres://") && !address.hasPrefix("postgresql://") {
            throw UsageFault("\(describe(setting)) must begin with sqlite: or postgres://")
        }
        for (setting, address) in listen.map({ (Setting.listen, $0) }) + [(.admin, admin)] where ListenAddress(address) == nil {
            throw UsageFault("\(describe(setting)) is '\(address)'; give an address and a port such as [::]:8080 or 127.0.0.1:9090")
        }
    }

    /// How a person would find the setting: by the name of where it came from.
    private func describe(_ setting: Setting) -> String {
        switch source(of: setting) {
        case .environment: setting.variable
        case .file: "'\(setting.name)' in \(file ?? "the configuration")"
        default: "--\(setting.name)"
        }
    }

    private static func read(_ path: String) throws -> [String: [String]] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("the configuration file '\(path)' cannot be read; check the path and its permissions")
        }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw UsageFault("the configuration file '\(path)' is not valid YAML: \("\(error)".split(separator: "\n").first ?? "")")
        }
        guard let root else { return [:] }
        guard let mapping = root.mapping else { throw UsageFault("the configuration file '\(path)' must be a list of 'name: value' lines") }
        var values: [String: [String]] = [:]
        for (key, node) in mapping {
            let name = key.string ?? ""
            let line = key.mark.map { ":\($0.line)" } ?? ""
            guard let setting = Setting.all.first(where: { $0.name == name }) else {
                throw UsageFault(
                    "\(path)\(line): unknown setting '\(name)'\(nearest(name)); known: \(Setting.all.map(\.name).joined(separator: ", "))"
                )
            }
            if let scalar = node.scalar {
                values[name] = [scalar.string]
            } else if setting.isList, let sequence = node.sequence, sequence.allSatisfy({ $0.scalar != nil }) {
                values[name] = sequence.compactMap { $0.scalar?.string }
            } else {
                throw UsageFault("\(path)\(line): '\(name)' must be \(setting.isList ? "a value or a list of values" : "a single value")")
            }
        }
        return values
    }

    private static func nearest(_ name: String) -> String {
        let close = Setting.all.map(\.name).filter { $0.hasPrefix(name.prefix(3)) || name.hasPrefix($0.prefix(4)) }
        return close.isEmpty ? "" : " (did you mean '\(close[0])'?)"
    }
}

/// Wrong usage or configuration: exit status 2, one line that says what to do.
struct UsageFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// The work was done and something was found wrong: exit status 1. What it was has been said already.
struct FoundWrong: Error {}
