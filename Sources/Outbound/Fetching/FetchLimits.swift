/// How much another host may cost us.
public struct FetchLimits: Sendable, Hashable {
    public var resolve: Duration = .seconds(4)
    /// For one address of the host, TLS not included; at most `addresses` are tried.
    public var connect: Duration = .seconds(4)
    public var addresses = 2
    /// From the request to the head of its answer, TLS included.
    public var firstByte: Duration = .seconds(8)
    /// Everything, redirects included.
    public var total: Duration = .seconds(20)
    public var headerBytes = 16_384
    public var headerFields = 100
    /// Of the body, after decompression.
    public var bodyBytes = 1 << 20
    /// How many redirects of a GET are followed; 0 gives them back as they are. Never more than 5.
    public var redirects = 0

    public init() {}

    /// For an endpoint of the configuration, which somebody waits for.
    public static var endpoint: FetchLimits {
        var limits = FetchLimits()
        limits.bodyBytes = 1 << 18
        limits.total = .seconds(15)
        return limits
    }

    /// The same with times `factor` as long: for tests, whose peers share a busy machine with them.
    public func slower(by factor: Int) -> FetchLimits {
        var limits = self
        limits.resolve *= factor
        limits.connect *= factor
        limits.firstByte *= factor
        limits.total *= factor
        return limits
    }
}
