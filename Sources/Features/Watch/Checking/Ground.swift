public import PortalNetwork
public import RichText
public import Web

/// What a host's pages are held against: an installation of one's own, of which everything can be made anew, or one of others with the same software, of which there is
/// the record.
public struct Ground: Sendable {
    /// An answer as it should be.
    public struct Right: Sendable {
        public var status: Int
        public var location: String?
        public var contentType: String?
        public var body: [UInt8]

        public init(status: Int, location: String? = nil, contentType: String? = nil, body: [UInt8] = []) {
            self.status = status
            self.location = location
            self.contentType = contentType
            self.body = body
        }
    }

    /// A portal of the installation.
    public struct Portal: Sendable {
        public var code: String
        public var language: Language

        public init(code: String, language: Language) {
            self.code = code
            self.language = language
        }
    }

    public let record: LiveRecord
    public let words: Words
    /// All hosts of the installation, lower case, without port.
    public let hosts: @Sendable () -> Set<String>
    /// The portal of a host; nil for a stranger's.
    public let portal: @Sendable (_ host: String) -> Portal?
    /// The answer to a path and query made anew; nil where that cannot be done (hosts of others).
    public let right: (@Sendable (_ target: String, _ host: String) async throws -> Right)?
    /// What stands around a host's items otherwise than the record says; nil where that cannot be asked (hosts of others).
    public let furniture: (@Sendable (_ host: String) async throws -> [PageFinding])?

    public init(
        record: LiveRecord,
        words: Words,
        hosts: @escaping @Sendable () -> Set<String>,
        portal: @escaping @Sendable (String) -> Portal?,
        right: (@Sendable (String, String) async throws -> Right)? = nil,
        furniture: (@Sendable (String) async throws -> [PageFinding])? = nil
    ) {
        self.record = record
        self.words = words
        self.hosts = hosts
        self.portal = portal
        self.right = right
        self.furniture = furniture
    }
}
