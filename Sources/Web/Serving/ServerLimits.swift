public import NIOCore

/// Bounds that keep slow, greedy or broken clients from taking the program away from readers.
public struct ServerLimits: Sendable {
    /// A connection on which nothing happens, or whose head does not come to its end, is closed after this time.
    public var idle: TimeAmount = .seconds(30)
    /// From the end of a head to the end of its body.
    public var wholeRequest: TimeAmount = .seconds(60)
    /// The same for forms with files, over a slow line.
    public var wholeForm: TimeAmount = .minutes(5)
    /// Bytes of one header field, and of all together with the request line.
    public var headerField = 8 * 1024
    public var headers = 32 * 1024
    public var headerCount = 100
    /// Bytes of a request's body. Pages have none; features that take files raise it.
    public var largestBody = 1024 * 1024
    /// The host where people bring files, and what holds there instead.
    public var uploads: UploadLimits?
    /// Forms of portals that take files, by their path: bytes of a body there.
    public var forms: [String: Int] = [:]
    public var connections = 20_000
    /// How long requests under way may take after the program was told to stop.
    public var gracefulStop: Duration = .seconds(10)
    /// How long it may take after that to let go of everything.
    public var forcedStop: Duration = .seconds(20)

    public init() {}
}

/// Bounds for a host where people bring files: a form with some pictures, over a slow line.
public struct UploadLimits: Sendable {
    public var host: String
    public var largestBody = 130 * 1024 * 1024
    public var wholeRequest: TimeAmount = .minutes(10)

    public init(host: String) { self.host = host }
}
