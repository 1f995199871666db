import PortalNetwork
import PortalTesting
import Store
import Vietnamese

/// A network with accounts, a key store and a clock the test moves; passwords hashed as cheaply as can be.
struct AccessRoom: Sendable {
    static let password = "bến đò cũ 47"
    static let caller = Access.Caller(address: "192.0.2.7", agent: "Firefox")

    let net: Net
    let access: Access
    let site: Site

    static func with<T>(_ backend: Backend, _ body: (AccessRoom) async throws -> T) async throws -> T {
        try await withDatabase(backend, migrations: KeySafe.migrations) { keys in
            try await withNet(backend) { net in
                let access = Access(
                    database: net.database,
                    safe: try await KeySafe.open(keys),
                    hasher: try PasswordHasher(cost: .least),
                    clock: net.clock,
                    ids: net.ids
                )
                return try await body(AccessRoom(net: net, access: access, site: try await net.add("tinh")))
            }
        }
    }

    /// A person with a role and a password, who has not set up a second factor.
    func person(_ handle: String, _ role: Role = .editor) async throws -> Person {
        let (person, token) = try await access.enter(
            PersonDraft(handle: handle, name: "Người \(handle)"),
            as: role,
            on: site.id,
            by: nil,
            from: Self.caller
        )
        _ = try await access.accept(token, password: Self.password, from: Self.caller)
        return person
    }

    /// The first step.
    func half(_ handle: String, password: String = AccessRoom.password) async throws -> LiveSession {
        let token = try await access.signIn(handle: handle, password: password, from: Self.caller)
        guard let session = try await access.session(token) else { throw AccessRefusal.sessionUnknown }
        return session
    }

    /// Both steps, with a second factor set up on the way: the session and the authenticator's key.
    func enrolled(_ handle: String) async throws -> (token: SecretToken, session: LiveSession, secret: [UInt8], recovery: [String]) {
        let half = try await half(handle)
        let secret = Self.secret(of: try await access.beginEnrolment(half))
        let (token, recovery) = try await access.completeEnrolment(half, code: code(secret), from: Self.caller)
        guard let token, let session = try await access.session(token) else { throw AccessRefusal.sessionUnknown }
        return (token, session, secret, recovery)
    }

    func code(_ secret: [UInt8], steps: Int64 = 0) -> String { TimeCodes.code(secret, step: TimeCodes.step(at: net.now) + steps) }

    func audit(_ query: AuditTrail.Query = AuditTrail.Query()) async throws -> [AuditLine] {
        try await net.database.read { try AuditTrail.lines(query, in: $0) }
    }

    static func secret(of enrolment: Enrolment) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, rest, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for character in enrolment.secret where character != " " {
            rest = rest << 5 | (alphabet.firstIndex(of: character) ?? 0)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(rest >> bits & 255))
                rest &= (1 << bits) - 1
            }
        }
        return bytes
    }
}
