public import HTTPTypes
public import Hummingbird
public import NIOCore
public import PortalNetwork
public import Store
public import Vietnamese

/// One request's surroundings: who comes, from where, with what form.
public struct DeskVisit: Sendable {
    public let desk: Desk
    public let caller: PortalNetwork.Access.Caller
    public let session: LiveSession?
    /// What this browser's forms are signed with: the session's secret, or one of its own before there is a session.
    let formSecret: SecretToken
    public let language: Language
    public let path: String
    public let query: FormFields
    public internal(set) var form: FormFields
    /// What was sent to an address that takes no form but bytes (`DeskBody.bytes`).
    public internal(set) var bytes = ByteBuffer()
    /// What is being sent to an address that takes a stream (`DeskBody.stream`), and how it is announced.
    public internal(set) var stream: RequestBody?
    public internal(set) var headers: HTTPFields = [:]
    public let now: Instant
    public let tree: SiteTree
    public let requestID: String
    /// The parts of the address that its pattern names.
    var parameters: [String: String] = [:]

    public func parameter(_ name: String) -> String? { parameters[name] }

    public func word(_ key: String, _ values: [String: String] = [:]) -> String { desk.face.words.text(key, language, values) }

    /// The words of a key, or others where the catalogues have none.
    func word(_ key: String, or other: @autoclosure () -> String) -> String { desk.face.words.has(key) ? word(key) : other() }

    /// What this browser keeps while it is with a sign-in provider.
    var errand: String? { desk.cookies.value(desk.cookies.errand, in: headers) }

    /// Whether the query holds exactly this.
    func query(is text: String) -> Bool {
        let pair = text.split(separator: "=").map(String.init)
        return pair.count == 2 && query.count == 1 && query[pair[0]] == pair[1]
    }

    /// A refusal in the words of who reads it.
    public func said(_ refusal: any Refusal) -> String { word("refusal." + refusal.key, refusal.values) }

    /// Date and time as lists show it: `28/11/2026 14:05`.
    public func time(_ instant: Instant) -> String { instant.text(.numeric, language: language.ofDates) }

    /// The portal that the address names.
    public func namedSite() throws -> Site {
        guard let code = parameter("site"), let site = tree.site(code: code), site.kind != .linked else { throw PageError.notFound }
        return site
    }

    /// The portal worked on: the one the address names, else the topmost of the person's. Nil for who has no role anywhere.
    public var portal: Site? {
        guard let session else { return nil }
        if let named = try? namedSite(), session.actor.grants.contains(where: { tree.isInside(named.id, $0.site) }) { return named }
        let held = Set(session.actor.grants.map(\.site)).compactMap { tree[$0] }
        return held.min { (tree.ancestors(of: $0.id).count, $0.position, $0.id) < (tree.ancestors(of: $1.id).count, $1.position, $1.id) }
    }

    /// Where to go when everything is in order: an address of the desk and nothing else.
    public var onward: String? {
        let target = query["tiep"]
        guard target.hasPrefix("/desk/"), target.utf8.count < 300, !target.contains("//"), !target.contains("\\"),
            target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return target
    }
}
