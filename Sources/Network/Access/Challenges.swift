import Crypto
import PublicRecord
public import Store
public import Vietnamese

/// A question to be answered once, soon, in the browser it was put to.
///
/// It needs no row until it is answered: it carries when it ends and a digest that only this installation can make, over what it is for and which
/// browser or session asked. An answer is noted until the question would have ended anyway, so that it is taken once.
struct Challenges: Sendable {
    let safe: KeySafe
    /// How long a question stands. Seconds.
    static let seconds: Int64 = 300

    /// - Parameter bound: what ties it to one browser: the secret its forms are signed with.
    func make(_ purpose: String, bound: SecretToken, at now: Instant) -> [UInt8] {
        let chance = RandomBytes.make(16)
        let end = Self.bytes(now.adding(seconds: Self.seconds).rawValue)
        return chance + end + mac(purpose, bound, chance + end)
    }

    /// Takes the answer to a question. Forged, old, foreign and answered ones are refused alike.
    func take(_ bytes: [UInt8], _ purpose: String, bound: SecretToken, at now: Instant, in db: any Connection) throws {
        guard bytes.count == 56 else { throw AccessRefusal.challengeOver }
        let end = Instant(rawValue: bytes[16..<24].reduce(Int64(0)) { $0 << 8 | Int64($1) })
        let left = end.rawValue - now.rawValue
        // More time than was ever given: the clock was set back.
        guard left > 0, left <= Self.seconds * 1000 + 1000, Self.isSame(mac(purpose, bound, Array(bytes[..<24])), Array(bytes[24...])) else {
            throw AccessRefusal.challengeOver
        }
        try Self.use([UInt8](SHA256.hash(data: bytes)), until: end, at: now, in: db)
    }

    /// Notes that something was used; the second time is refused.
    static func use(_ digest: [UInt8], until end: Instant, at now: Instant, in db: any Connection) throws {
        try db.execute("DELETE FROM access_used_challenge WHERE expires_at < \(now.adding(seconds: -86_400))")
        let added = try db.execute(
            "INSERT INTO access_used_challenge (digest, expires_at) VALUES (\(digest), \(end)) ON CONFLICT (digest) DO NOTHING"
        )
        guard added == 1 else { throw AccessRefusal.challengeOver }
    }

    private func mac(_ purpose: String, _ bound: SecretToken, _ bytes: [UInt8]) -> [UInt8] {
        safe.digest("\(purpose) \(bound.text) \(Base64URL.encode(bytes))", use: "challenge")
    }

    private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) } }

    static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 }
}
