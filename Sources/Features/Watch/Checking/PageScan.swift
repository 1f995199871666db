import PortalNetwork
import RichText
import Web

/// What a check must know of a page before it compares: which items it names, what it loads, where it leads.
struct PageScan {
    private(set) var ids: Set<String> = []
    /// Scripts, styles and what they load, on the page's own host.
    private(set) var resources: Set<String> = []
    private(set) var links: Set<String> = []
    private(set) var language: Language?

    init(_ html: String) {
        for element in StrictPage(html).elements {
            if let id = element.attributes["data-id"], id.utf8.count == 13 { ids.insert(id) }
            switch element.name {
            case "html": language = element.attributes["lang"].flatMap { Language(rawValue: $0) }
            case "a": if let address = element.attributes["href"] { links.insert(Self.decoded(address)) }
            case "script": if let address = element.attributes["src"] { add(address) }
            case "link":
                guard let address = element.attributes["href"] else { break }
                let relation = element.attributes["rel"] ?? ""
                if ["stylesheet", "preload", "modulepreload"].contains(relation) { add(address) }
                if relation == "alternate" { links.insert(Self.decoded(address)) }
            default: break
            }
        }
    }

    private mutating func add(_ address: String) {
        if address.hasPrefix("/_/"), resources.count < 64 { resources.insert(String(address.prefix { $0 != "?" })) }
    }

    private static func decoded(_ text: String) -> String { text.replacing("&amp;", with: "&") }

    /// What is read on a page, line by line, as a person compares it.
    static func text(of html: String, _ hosts: Set<String>) -> String {
        guard let page = try? PageReader(isOwnHost: { hosts.contains($0) }).read(html) else { return "" }
        let outside = page.unattributed.map { "⚠ \($0.content)" }
        return (page.regions.map(\.text).filter { !$0.isEmpty } + outside).joined(separator: "\n")
            .replacing("\u{1F}", with: "¦").replacing("\u{1E}", with: "¦")
    }
}

/// Digests of scripts, styles and fonts: what the release has under an address, for ever, and what readers get, for some minutes.
actor ResourceBook {
    private var rights: [String: String] = [:]
    private var founds: [String: (digest: String, at: ContinuousClock.Instant)] = [:]
    private static let fresh = Duration.seconds(120)

    /// By path, those that the release has.
    func right(_ paths: Set<String>, _ make: @Sendable (String) async throws -> Ground.Right) async -> [String: String] {
        var table: [String: String] = [:]
        for path in paths {
            if rights[path] == nil, let answer = try? await make(path), answer.status == 200 { rights[path] = StaticFiles.integrity(of: answer.body) }
            if let digest = rights[path] { table[path] = digest }
        }
        return table
    }

    func found(_ paths: Set<String>, _ fetch: @Sendable (String) async throws -> [UInt8]) async -> [String: String] {
        var table: [String: String] = [:]
        for path in paths {
            let isFresh = founds[path].map { ContinuousClock.now - $0.at < Self.fresh } ?? false
            if !isFresh, let bytes = try? await fetch(path) { founds[path] = (StaticFiles.integrity(of: bytes), .now) }
            if let digest = founds[path]?.digest { table[path] = digest }
        }
        return table
    }
}
