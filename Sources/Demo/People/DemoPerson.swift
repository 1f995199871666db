/// Someone who works with the demo portals. None of them exists.
public struct DemoPerson: Sendable, Hashable {
    /// Unique lower-case ASCII, for `--as`.
    public let handle: String
    public let name: String
    /// How they sign articles; nil for people who write none.
    public let penName: String?
    public let email: String
    /// As the platform stores roles: `reporter`, `editor`, `deskSecretary`, `deputyChief`, `editorInChief`, `operator`, …
    public let role: String
    /// The portal the role holds on, and everything below it.
    public let site: String
}
