/// A page as somebody got it.
public struct FetchedPage: Sendable {
    /// Path and query, as they were asked for.
    public var path: String
    public var query: String?
    public var html: String
    /// Bytes of scripts, styles and fonts that were fetched with it, by path, as `sha384-…`; what was not fetched is not compared.
    public var resources: [String: String]
    /// True for a document that a browser wrote out after its scripts had run: only what scripts cannot have done is compared.
    public var isAfterScripts: Bool

    public init(path: String, query: String? = nil, html: String, resources: [String: String] = [:], isAfterScripts: Bool = false) {
        self.path = path
        self.query = query
        self.html = html
        self.resources = resources
        self.isAfterScripts = isAfterScripts
    }
}
