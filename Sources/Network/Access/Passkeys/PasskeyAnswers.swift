import Crypto
import Foundation
import PublicRecord

/// Where passkeys of this installation are at home: the desk.
public struct PasskeyHome: Sendable, Hashable {
    /// The desk's host name.
    public let host: String
    /// As the browser writes it: `https://desk.tinh.gov.vn`.
    public let origin: String

    public init(host: String, origin: String) {
        self.host = host
        self.origin = origin
    }
}

/// What a browser answers when a passkey was made. All of it base64url, as it stands in the form.
public struct PasskeyRegistration: Sendable {
    public var clientData: String
    public var attestation: String
    /// How the authenticator is reached, for the browser's own help: `usb`, `internal`, `hybrid`.
    public var transports: String

    public init(clientData: String, attestation: String, transports: String = "") {
        self.clientData = clientData
        self.attestation = attestation
        self.transports = transports
    }
}

/// What a browser answers when a passkey was used.
public struct PasskeyAssertion: Sendable {
    public var credential: String
    public var clientData: String
    public var authenticatorData: String
    public var signature: String

    public init(credential: String, clientData: String, authenticatorData: String, signature: String) {
        self.credential = credential
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
    }
}

/// Why an answer is not believed; for the trail, in one word. Who sent it hears one sentence for all.
struct PasskeyDoubt: Error, Equatable {
    let word: String
    init(_ word: String) { self.word = word }
}

/// What the browser itself says of a ceremony (WebAuthn, 5.8.1).
struct ClientData {
    let bytes: [UInt8]
    let challenge: [UInt8]

    private struct Fields: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    init(_ text: String, type: String, home: PasskeyHome) throws(PasskeyDoubt) {
        guard text.utf8.count <= 8192, let bytes = Base64URL.decode(text) else { throw PasskeyDoubt("client-data") }
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes)) else { throw PasskeyDoubt("client-data") }
        guard fields.type == type else { throw PasskeyDoubt("type") }
        guard fields.origin == home.origin else { throw PasskeyDoubt("origin") }
        guard fields.crossOrigin != true, fields.topOrigin == nil else { throw PasskeyDoubt("cross-origin") }
        guard let challenge = Base64URL.decode(fields.challenge) else { throw PasskeyDoubt("challenge") }
        self.bytes = bytes
        self.challenge = challenge
    }
}

/// What the authenticator says (WebAuthn, 6.1).
struct AuthenticatorData {
    struct Attested {
        let credential: [UInt8]
        /// COSE, byte for byte as it came.
        let key: [UInt8]
    }

    let isPresent: Bool
    /// The person was recognised: by a PIN, a finger, a face.
    let isVerified: Bool
    let isSynced: Bool
    let counter: Int64
    let attested: Attested?

    init(_ bytes: [UInt8], home: PasskeyHome) throws(PasskeyDoubt) {
        guard bytes.count >= 37 else { throw PasskeyDoubt("authenticator-data") }
        guard Array(bytes[..<32]) == [UInt8](SHA256.hash(data: Array(home.host.utf8))) else { throw PasskeyDoubt("host") }
        let flags = bytes[32]
        isPresent = flags & 0x01 != 0
        isVerified = flags & 0x04 != 0
        isSynced = flags & 0x10 != 0
        guard !isSynced || flags & 0x08 != 0 else { throw PasskeyDoubt("flags") }
        counter = bytes[33..<37].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        var rest = bytes[37...]
        do {
            if flags & 0x40 != 0 {
                // The model's number, which nobody asks for, and the length of the credential's id.
                guard rest.count >= 18 else { throw PasskeyDoubt("authenticator-data") }
                rest = rest.dropFirst(16)
                let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
                rest = rest.dropFirst(2)
                guard (16...1023).contains(length), rest.count > length else { throw PasskeyDoubt("credential") }
                let credential = Array(rest.prefix(length))
                rest = rest.dropFirst(length)
                let whole = rest
                _ = try CBOR.read(from: &rest)
                attested = Attested(credential: credential, key: Array(whole.prefix(whole.count - rest.count)))
            } else {
                attested = nil
            }
            if flags & 0x80 != 0 {
                guard case .map = try CBOR.read(from: &rest) else { throw PasskeyDoubt("extensions") }
            }
        } catch let doubt as PasskeyDoubt { throw doubt } catch { throw PasskeyDoubt("authenticator-data") }
        guard rest.isEmpty else { throw PasskeyDoubt("authenticator-data") }
    }
}

extension PasskeyRegistration {
    struct Checked {
        let challenge: [UInt8]
        let credential: [UInt8]
        let key: [UInt8]
        let counter: Int64
        let isVerified: Bool
        let isSynced: Bool
    }

    /// Everything that can be said without asking the database: form, origin, host, a key of a kind we know.
    func check(home: PasskeyHome) throws(PasskeyDoubt) -> Checked {
        let client = try ClientData(clientData, type: "webauthn.create", home: home)
        guard attestation.utf8.count <= 32_768, let bytes = Base64URL.decode(attestation), let object = try? CBOR.read(bytes) else {
            throw PasskeyDoubt("attestation")
        }
        // We ask for no attestation: who made the authenticator is not our business, so none is read.
        guard object["fmt"]?.text == "none", case .map(let statement)? = object["attStmt"], statement.isEmpty, let data = object["authData"]?.bytes
        else {
            throw PasskeyDoubt("attestation")
        }
        let said = try AuthenticatorData(data, home: home)
        guard said.isPresent else { throw PasskeyDoubt("presence") }
        guard let attested = said.attested else { throw PasskeyDoubt("credential") }
        guard let cose = try? CBOR.read(attested.key), SignatureKey(cose: cose) != nil else { throw PasskeyDoubt("key") }
        return Checked(
            challenge: client.challenge,
            credential: attested.credential,
            key: attested.key,
            counter: said.counter,
            isVerified: said.isVerified,
            isSynced: said.isSynced
        )
    }
}

extension PasskeyAssertion {
    struct Checked {
        let challenge: [UInt8]
        let counter: Int64
        let isVerified: Bool
    }

    var credentialBytes: [UInt8]? {
        guard credential.utf8.count <= 1400, let bytes = Base64URL.decode(credential), (16...1023).contains(bytes.count) else { return nil }
        return bytes
    }

    /// Whether the holder of this key signed an answer for this place.
    func check(key: [UInt8], home: PasskeyHome) throws(PasskeyDoubt) -> Checked {
        let client = try ClientData(clientData, type: "webauthn.get", home: home)
        guard authenticatorData.utf8.count <= 8192, let data = Base64URL.decode(authenticatorData) else { throw PasskeyDoubt("authenticator-data") }
        let said = try AuthenticatorData(data, home: home)
        guard said.isPresent else { throw PasskeyDoubt("presence") }
        guard signature.utf8.count <= 2048, let signature = Base64URL.decode(signature), let cose = try? CBOR.read(key),
            let key = SignatureKey(cose: cose), key.isValid(signature, for: data + [UInt8](SHA256.hash(data: client.bytes)), isPlain: false)
        else { throw PasskeyDoubt("signature") }
        return Checked(challenge: client.challenge, counter: said.counter, isVerified: said.isVerified)
    }
}
