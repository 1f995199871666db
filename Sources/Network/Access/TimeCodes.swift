import Crypto
public import Vietnamese

/// Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator understands them.
public enum TimeCodes {
    public static let stepSeconds: Int64 = 30
    static let secretBytes = 20

    /// The number of the step a moment lies in.
    public static func step(at now: Instant) -> Int64 {
        let seconds = now.rawValue >= 0 ? now.rawValue / 1000 : 0
        return seconds / stepSeconds
    }

    /// The code of a step.
    public static func code(_ secret: [UInt8], step: Int64) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { [UInt8]($0) }
        let mac = [UInt8](HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step a code belongs to, among the present one and its two neighbours (a telephone's clock is never quite right); nil if none.
    static func matchingStep(of code: String, _ secret: [UInt8], at now: Instant) -> Int64? {
        let present = step(at: now)
        var found: Int64?
        // All three are always computed.
        for candidate in [present - 1, present, present + 1] where candidate >= 0 && isSame(Self.code(secret, step: candidate), code) {
            found = candidate
        }
        return found
    }

    /// What a QR code says to an authenticator.
    public static func address(_ secret: [UInt8], account: String, issuer: String) -> String {
        func encode(_ text: String) -> String {
            text.utf8.map { byte in
                let isPlain = (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "-._~".utf8.contains(byte)
                return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }
        return "otpauth://totp/\(encode(issuer)):\(encode(account))?secret=\(Base32.encode(secret))&issuer=\(encode(issuer))"
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// RFC 4648, without padding, for what a person types from a screen.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var rest: UInt32 = 0
        var bits = 0
        for byte in bytes {
            rest = rest << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(alphabet[Int(rest >> UInt32(bits) & 31)])
            }
            rest &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { out.append(alphabet[Int(rest << UInt32(5 - bits) & 31)]) }
        return String(decoding: out, as: UTF8.self)
    }
}
