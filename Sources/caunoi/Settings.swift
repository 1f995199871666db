import Foundation
import Logging
import Machines
import Media
import Outbound
import PortalNetwork
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
    /// Where pictures are made smaller; nil for nowhere.
    var workerPlace: WorkerPlace? {
        switch self[.worker] {
        case nil: .child(program: "/proc/self/exe", arguments: WorkerCommand.channel)
        case "none": nil
        case .some(let socket): .socket(socket)
        }
    }
    var backupKeysDays: Int { self[.backupKeysDays].flatMap { Int($0) } ?? 30 }
    var signerFolder: String { "\(dataFolder)/signer" }
    var scanner: ScannerEndpoint? { self[.scanner].flatMap { ScannerEndpoint($0) } }
    /// Bytes.
    var scannerLimit: Int64 { (self[.scannerLimit].flatMap { Int64($0) } ?? 25) << 20 }
    var derivedMegabytes: Int { self[.derivedSize].flatMap { Int($0) } ?? 10_240 }
    var searchFile: String { self[.search] ?? "\(dataFolder)/search.db" }
    var listen: [String] { list(.listen).isEmpty ? ["[::]:8080"] : list(.listen) }
    var admin: String { self[.admin] ?? "127.0.0.1:9090" }
    var isHTTPS: Bool { self[.https].map { $0 == "true" } ?? (self[.tlsCert] != nil) }
    var tlsFiles: (certificate: String, key: String)? { self[.tlsCert].flatMap { cert in self[.tlsKey].map { (cert, $0) } } }
    var publicPort: Int? { self[.publicPort].flatMap { Int($0) } }
    /// How readers and staff reach this installation.
    var origins: Origins {
        let listenPort = listen.first.flatMap { Int($0.split(separator: ":").last ?? "") }
        return Origins(scheme: isHTTPS ? .https : .http, port: publicPort ?? (isHTTPS ? nil : listenPort))
    }
    /// The desk's host: as set, and for a demo its own.
    func deskHost(isDemo: Bool) -> String? { self[.deskHost]?.lowercased() ?? (isDemo ? "desk.localhost" : nil) }
    var logLevel: Logger.Level { self[.logLevel].flatMap { Logger.Level(rawValue: $0) } ?? .info }
    var stopSeconds: Int { self[.stopSeconds].flatMap { Int($0) } ?? 10 }
    var cacheMegabytes: Int { self[.cacheSize].flatMap { Int($0) } ?? 512 }
    var clients: ClientLimits {
        var limits = ClientLimits()
        if let rate = self[.clientRate].flatMap({ Double($0) }) { (limits.rate, limits.burst) = (rate, rate * 10) }
        if let connections = self[.clientConnections].flatMap({ Int($0) }) { limits.connections = connections }
        let proxies = list(.trustedProxies).compactMap { Web.AddressRange($0) }
        if !proxies.isEmpty { limits.proxies = proxies }
        return limits
    }
    var databaseConnections: Int { self[.databaseConnections].flatMap { Int($0) } ?? 8 }

    /// Whether readers' browsers keep the articles read last.
    var keepsArticles: Bool { self[.offline] != "false" }
    var mayBeIndexed: Bool { self[.indexing] != "false" }
    /// What `security.txt` says; nil when nobody is named.
    var securityText: SecurityText? {
        SecurityText(contacts: list(.securityContact), policy: self[.securityPolicy], encryption: self[.securityKey])
    }
    var outbound: OutboundPolicy { OutboundPolicy(allow: list(.outboundAllow).compactMap { Outbound.AddressRange($0) }) }

    func databasePassword() throws -> String? {
        guard let path = self[.databasePasswordFile] else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("the password file '\(path)' cannot be read; check the path and its permissions")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func check() throws {
        try checkMail()
        _ = try shortMessages()
        _ = try filePlace()
        _ = try floodBounds()
        try checkReplica()
        for setting in [Setting.cacheSize, .clientRate] {
            if let text = self[setting], Int(text).map({ $0 >= 0 && $0 <= 1_000_000 }) != true {
                throw UsageFault("\(describe(setting)) is '\(text)'; give a whole number, 0 for none")
            }
        }
        for text in list(.trustedProxies) where Web.AddressRange(text) == nil {
            throw UsageFault("\(describe(.trustedProxies)) holds '\(text)'; give addresses or ranges such as 10.0.0.7 or 10.0.0.0/8")
        }
        try checkOutbound()
        if let text = self[.derivedSize], Int(text).map({ $0 >= 16 && $0 <= 100_000_000 }) != true {
            throw UsageFault("\(describe(.derivedSize)) is '\(text)'; give megabytes, at least 16")
        }
        for setting in [Setting.speechSize, .speechMemory] {
            if let text = self[setting], Int(text).map({ $0 >= 16 && $0 <= 100_000_000 }) != true {
                throw UsageFault("\(describe(setting)) is '\(text)'; give megabytes, at least 16")
            }
        }
        if let text = self[.scanner], ScannerEndpoint(text) == nil {
            throw UsageFault("\(describe(.scanner)) is '\(text)'; give a socket such as /run/clamav/clamd.ctl or host:port such as 127.0.0.1:3310")
        }
        if let text = self[.scannerLimit], Int(text).map({ $0 >= 1 && $0 <= 4096 }) != true {
            throw UsageFault("\(describe(.scannerLimit)) is '\(text)'; give megabytes from 1 to 4096, as clamd's StreamMaxLength says")
        }
        if let text = self[.signer], !text.contains("/") {
            throw UsageFault("\(describe(.signer)) is '\(text)'; give the path of a socket such as /run/caunoi/signer.sock")
        }
        _ = try witnessPolicy()
        if let text = self[.worker], text != "none", !text.contains("/") {
            throw UsageFault("\(describe(.worker)) is '\(text)'; give the path of a socket such as /run/caunoi/worker.sock, or none")
        }
        if let text = self[.backupKeysDays], Int(text).map({ (1...30).contains($0) }) != true {
            throw UsageFault("\(describe(.backupKeysDays)) is '\(text)'; give days from 1 to 30: what was erased must be gone from backups by then")
        }
        for setting in [Setting.publicPort, .stopSeconds, .databaseConnections, .clientConnections] {
            if let text = self[setting], Int(text).map({ $0 > 0 && $0 < 100_000 }) != true {
                throw UsageFault("\(describe(setting)) is '\(text)'; give a whole number")
            }
        }
        if (self[.tlsCert] == nil) != (self[.tlsKey] == nil) {
            throw UsageFault("--tls-cert and --tls-key go together: give both files, or neither to serve plain HTTP behind a proxy")
        }
        if let text = self[.deskHost], !HostName.isHost(text) {
            throw UsageFault("\(describe(.deskHost)) is '\(text)'; give a host name such as desk.tinh.gov.vn, without https:// and port")
        }
        if let text = self[.logLevel], Logger.Level(rawValue: text) == nil {
            throw UsageFault("\(describe(.logLevel)) is '\(text)'; give one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        for setting in [Setting.https, .indexing, .offline, .speech, .watch] {
            if let text = self[setting], text != "true", text != "false" { throw UsageFault("\(describe(setting)) is '\(text)'; give true or false") }
        }
        if !list(.securityContact).isEmpty, securityText == nil {
            throw UsageFault(
                "\(describe(.securityContact)), security-policy or security-key is no address security.txt allows; give mailto:, tel: or https: addresses"
            )
        }
        for (setting, address) in [(Setting.database, databaseAddress), (.keys, keysAddress)]
        where !address.hasPrefix("sqlite:") && !address.hasPrefix("postgres://") && !address.hasPrefix("postgresql://") {
            throw UsageFault("\(describe(setting)) must begin with sqlite: or postgres://")
        }
        for (setting, address) in listen.map({ (Setting.listen, $0) }) + [(.admin, admin)] where ListenAddress(address) == nil {
            throw UsageFault("\(describe(setting)) is '\(address)'; give an address and a port such as [::]:8080 or 127.0.0.1:9090")
        }
    }

    /// The mail server and who writes; nil where there is none.
    func mail() throws -> (server: MailServer, from: MailMessage.Mailbox)? {
        guard let address = self[.mail] else { return nil }
        let password = try secret(.mailPassword, orIn: .mailPasswordFile)
        guard let from = self[.mailFrom].flatMap(Self.mailbox) else {
            throw UsageFault("mail-from is missing or no mail address; give the sender of letters, such as noreply@tinh.gov.vn")
        }
        do { return (try MailServer(address, password: password), from) } catch { throw UsageFault("\(describe(.mail)) \(error)") }
    }

    /// A secret as it was given, or from the file that was named.
    func secret(_ setting: Setting, orIn file: Setting) throws -> String? {
        guard let path = self[file] else { return self[setting] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("\(describe(file)): the file cannot be read; check the path and its permissions")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// `Name <address>` or the address alone.
    private static func mailbox(_ text: String) -> MailMessage.Mailbox? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            return MailAddress.isWellFormed(text) ? MailMessage.Mailbox(text) : nil
        }
        let address = String(text[text.index(after: open)...].dropLast())
        let name = text[..<open].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        return MailAddress.isWellFormed(address) ? MailMessage.Mailbox(address, name: name.isEmpty ? nil : name) : nil
    }

    private func checkMail() throws {
        if self[.mail] == nil {
            for setting in [Setting.mailFrom, .mailPassword, .mailPasswordFile, .mailRoots] where self[setting] != nil {
                throw UsageFault("\(describe(setting)) is set, but no mail server: set mail too, such as smtps://user@mail.tinh.gov.vn:465")
            }
        }
        if self[.mailPassword] != nil, self[.mailPasswordFile] != nil {
            throw UsageFault("mail-password and mail-password-file are both set; give one of them")
        }
        _ = try mail()
    }

    private func checkOutbound() throws {
        for text in list(.outboundAllow) where Outbound.AddressRange(text) == nil {
            throw UsageFault(
                "\(describe(.outboundAllow)) has '\(text)'; give ranges such as 10.20.0.0/16 or fd00:1::/48, without bits behind the prefix"
            )
        }
    }

    /// Everything that was given, for a process of one's own that works with the same settings.
    var given: [String: [String]] { values.mapValues(\.values) }

    /// How a person would find the setting: by the name of where it came from.
    func describe(_ setting: Setting) -> String {
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
