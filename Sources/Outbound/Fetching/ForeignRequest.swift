public import HTTPTypes

/// What is asked of another host. No cookies, no credentials: there is no way to send any.
public struct ForeignRequest: Sendable {
    public enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }

    public var method: Method
    public var address: ForeignAddress
    /// Beside `Host`, `User-Agent`, `Accept-Encoding`, `Content-Length` and `Connection`, which are the gate's own.
    public var headers: HTTPFields
    public var body: [UInt8]

    public init(_ method: Method = .get, _ address: ForeignAddress, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
    }
}

/// The head of an answer and where it came from in the end.
public struct ForeignAnswer: Sendable {
    public var status: Int
    public var headers: HTTPFields
    public var address: ForeignAddress
    /// Empty where the body was streamed elsewhere.
    public var body: [UInt8] = []
}
