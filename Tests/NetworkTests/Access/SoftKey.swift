import Crypto
import CryptoExtras
import Foundation
import PortalNetwork

/// An authenticator made of a few lines: makes passkeys and answers questions, as told rightly or wrongly.
struct SoftKey {
    enum Kind: String, CaseIterable, Sendable { case es256, rs256, ed25519 }

    /// What one answer says; each part can be made wrong.
    struct Words {
        var origin = "https://desk.anson.test"
        var host = "desk.anson.test"
        var type: String
        var challenge: String
        var more = ""
        /// Present and verified.
        var flags: UInt8 = 0x05
        var counter: UInt32 = 0
        var format = "none"
        var isPublicKeyRight = true
        var tail: [UInt8] = []
    }

    static let home = PasskeyHome(host: "desk.anson.test", origin: "https://desk.anson.test")

    let kind: Kind
    let id: [UInt8]
    private let p256 = P256.Signing.PrivateKey()
    private let edwards = Curve25519.Signing.PrivateKey()
    private let rsa: _RSA.Signing.PrivateKey?

    init(_ kind: Kind = .es256) throws {
        self.kind = kind
        id = (0..<32).map { _ in UInt8.random(in: 0...255) }
        rsa = kind == .rs256 ? try _RSA.Signing.PrivateKey(keySize: .bits2048) : nil
    }

    // MARK: - CBOR, as far as it is needed here

    static func head(_ major: UInt8, _ count: Int) -> [UInt8] {
        if count < 24 { return [major << 5 | UInt8(count)] }
        return count < 256 ? [major << 5 | 24, UInt8(count)] : [major << 5 | 25, UInt8(count >> 8), UInt8(count & 255)]
    }
    static func bytes(_ bytes: [UInt8]) -> [UInt8] { head(2, bytes.count) + bytes }
    static func text(_ text: String) -> [UInt8] { head(3, text.utf8.count) + Array(text.utf8) }
    static func number(_ number: Int) -> [UInt8] { number >= 0 ? head(0, number) : head(1, -1 - number) }

    var cose: [UInt8] {
        switch kind {
        case .es256:
            let point = [UInt8](p256.publicKey.x963Representation)
            return Self.head(5, 5) + Self.number(1) + Self.number(2) + Self.number(3) + Self.number(-7) + Self.number(-1) + Self.number(1)
                + Self.number(-2) + Self.bytes(Array(point[1..<33])) + Self.number(-3) + Self.bytes(Array(point[33...]))
        case .ed25519:
            return Self.head(5, 4) + Self.number(1) + Self.number(1) + Self.number(3) + Self.number(-8) + Self.number(-1) + Self.number(6)
                + Self.number(-2) + Self.bytes([UInt8](edwards.publicKey.rawRepresentation))
        case .rs256:
            let primitives = try? rsa?.publicKey.getKeyPrimitives()
            return Self.head(5, 4) + Self.number(1) + Self.number(3) + Self.number(3) + Self.number(-257) + Self.number(-1)
                + Self.bytes(primitives.map { [UInt8]($0.modulus) } ?? []) + Self.number(-2)
                + Self.bytes(primitives.map { [UInt8]($0.publicExponent) } ?? [])
        }
    }

    private func sign(_ message: [UInt8]) throws -> [UInt8] {
        switch kind {
        case .es256: [UInt8](try p256.signature(for: message).derRepresentation)
        case .ed25519: [UInt8](try edwards.signature(for: Data(message)))
        case .rs256: try rsa.map { [UInt8](try $0.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation) } ?? []
        }
    }

    private static func clientData(_ words: Words) -> [UInt8] {
        Array(
            "{\"type\":\"\(words.type)\",\"challenge\":\"\(words.challenge)\",\"origin\":\"\(words.origin)\",\"crossOrigin\":false\(words.more)}".utf8
        )
    }

    private static func head(_ words: Words, _ flags: UInt8) -> [UInt8] {
        [UInt8](SHA256.hash(data: Array(words.host.utf8))) + [flags] + withUnsafeBytes(of: words.counter.bigEndian) { [UInt8]($0) }
    }

    func register(_ challenge: String, _ change: (inout Words) -> Void = { _ in }) -> PasskeyRegistration {
        var words = Words(type: "webauthn.create", challenge: challenge)
        change(&words)
        let key = words.isPublicKeyRight ? cose : Self.head(5, 1) + Self.number(1) + Self.number(2)
        let data =
            Self.head(words, words.flags | 0x40) + [UInt8](repeating: 0, count: 16) + [UInt8(id.count >> 8), UInt8(id.count & 255)] + id + key
            + words.tail
        let object =
            Self.head(5, 3) + Self.text("fmt") + Self.text(words.format) + Self.text("attStmt") + Self.head(5, 0) + Self.text("authData")
            + Self.bytes(data)
        return PasskeyRegistration(clientData: Self.encode(Self.clientData(words)), attestation: Self.encode(object), transports: "usb,evil")
    }

    func answer(_ challenge: String, _ change: (inout Words) -> Void = { _ in }) throws -> PasskeyAssertion {
        var words = Words(type: "webauthn.get", challenge: challenge)
        change(&words)
        let (client, data) = (Self.clientData(words), Self.head(words, words.flags) + words.tail)
        return PasskeyAssertion(
            credential: Self.encode(id),
            clientData: Self.encode(client),
            authenticatorData: Self.encode(data),
            signature: Self.encode(try sign(data + [UInt8](SHA256.hash(data: client))))
        )
    }

    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
