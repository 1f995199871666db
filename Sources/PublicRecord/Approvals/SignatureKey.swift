package import Crypto
package import CryptoExtras
import Foundation

/// A public key that somebody else signs with: an authenticator (COSE), a sign-in provider (JWK). Three kinds, and no choice by whoever signs: which
/// algorithm is checked is the key's, never the message's.
package enum SignatureKey: Sendable {
    case p256(P256.Signing.PublicKey)
    case rsa(_RSA.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)

    /// The shortest RSA modulus that is taken, and the longest, in bytes.
    private static let modulus = 256...1024

    package init?(x: [UInt8], y: [UInt8]) {
        guard x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y) else { return nil }
        self = .p256(key)
    }

    package init?(modulus: [UInt8], exponent: [UInt8]) {
        let n = Array(modulus.drop { $0 == 0 })
        guard Self.modulus.contains(n.count), (1...4).contains(exponent.count), let key = try? _RSA.Signing.PublicKey(n: n, e: exponent) else {
            return nil
        }
        self = .rsa(key)
    }

    package init?(edwards x: [UInt8]) {
        guard x.count == 32, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else { return nil }
        self = .ed25519(key)
    }

    /// The key of an authenticator, as COSE (RFC 9052) writes it: ES256, RS256 or EdDSA.
    package init?(cose: CBOR) {
        let (kind, algorithm) = (cose[1]?.integer, cose[3]?.integer)
        switch (kind, algorithm) {
        case (2, -7):
            guard cose[-1]?.integer == 1, let x = cose[-2]?.bytes, let y = cose[-3]?.bytes else { return nil }
            self.init(x: x, y: y)
        case (3, -257):
            guard let n = cose[-1]?.bytes, let e = cose[-2]?.bytes else { return nil }
            self.init(modulus: n, exponent: e)
        case (1, -8):
            guard cose[-1]?.integer == 6, let x = cose[-2]?.bytes else { return nil }
            self.init(edwards: x)
        default: return nil
        }
    }

    /// - Parameter isPlain: an ECDSA signature as two numbers side by side (JOSE) instead of DER (WebAuthn).
    package func isValid(_ signature: [UInt8], for message: [UInt8], isPlain: Bool) -> Bool {
        switch self {
        case .p256(let key):
            let read = isPlain ? try? P256.Signing.ECDSASignature(rawRepresentation: signature) : try? .init(derRepresentation: signature)
            return read.map { key.isValidSignature($0, for: message) } ?? false
        case .rsa(let key):
            return key.isValidSignature(.init(rawRepresentation: signature), for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
        case .ed25519(let key): return key.isValidSignature(Data(signature), for: Data(message))
        }
    }
}

/// Base64 for addresses (RFC 4648, 5), without padding; anything else is refused.
package enum Base64URL {
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 0x2D || $0 == 0x5F }),
            text.utf8.count % 4 != 1
        else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded).map({ [UInt8]($0) }), encode(bytes) == text else { return nil }
        return bytes
    }
}
