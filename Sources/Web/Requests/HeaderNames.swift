public import HTTPTypes

/// Header fields that the HTTP types library has no name for.
extension HTTPField.Name {
    /// Relations of an answer to other addresses (RFC 8288).
    public static let link = named("Link")
    /// The entry of the record that took an object away (record design 1.4).
    public static let logEntry = named("Log-Entry")
    static let requestID = named("X-Request-Id")
    static let referrerPolicy = named("Referrer-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    /// W3C Subresource Integrity: scripts without a digest are not run.
    static let integrityPolicy = named("Integrity-Policy")
    public static let xFrameOptions = named("X-Frame-Options")
    /// A field that must not be left once the host was taken from the request: a second one means two readers of this request may differ.
    static let host = named("Host")

    /// The form token of the desk, where what is sent is no form.
    static let formToken = named("X-Caunoi-Form")
    static let secFetchSite = named("Sec-Fetch-Site")
    static let xRobotsTag = named("X-Robots-Tag")
    static let forwardedFor = named("X-Forwarded-For")

    private static func named(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("'\(name)' is not a field name") }
        return field
    }
}
