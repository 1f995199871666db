public import Hummingbird
public import Web

/// Articles read aloud: `/nghe/{id}-{edition}-{recipe}.opus` and `.mp3`.
public struct ListeningFeature: PortalFeature {
    public let name = "listening"
    public let files = EmbeddedFiles.all

    private let listening: Listening?

    public init(_ listening: Listening? = nil) { self.listening = listening }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        if let listening { AudioRoutes(listening: listening).addRoutes(to: routes) }
    }
}
