import Crypto

/// A public key that checks signatures of notes, with the name it goes by (C2SP signed-note). Its text form: `name+id+base64(type || key)`.
public struct VerifierKey: Sendable, Hashable {
    /// What kind of signature the key makes; other bytes are kept and cannot be verified here.
    public enum Kind: UInt8, Sendable {
        /// Ed25519 over the text of the note: a log's own signature.
        case log = 0x01
        /// Ed25519 over time and text: a witness's cosignature (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    public let name: String
    /// The first four bytes of SHA-256(name || 0x0A || type || key).
    public let id: UInt32
    public let type: UInt8
    public let key: [UInt8]

    /// Throws for a name with spaces, plus signs or anything but printable ASCII, and for an Ed25519 key that has not 32 bytes.
    public init(name: String, type: UInt8, key: [UInt8]) throws(NoteFault) {
        guard Self.isOwnName(name) else { throw .keyName(name) }
        if Kind(rawValue: type) != nil, key.count != 32 { throw .verifierKey("an Ed25519 key has 32 bytes, not \(key.count)") }
        self.name = name
        self.type = type
        self.key = key
        id = Self.id(name: name, type: type, key: key)
    }

    /// Reads the text form; the id must belong to name and key.
    public init(_ text: String) throws(NoteFault) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .verifierKey("it has not the form name+id+key") }
        guard parts[1].utf8.count == 8, let id = Hex.decode(parts[1]) else { throw .verifierKey("the id is not 8 lower-case hex digits") }
        guard let key = Base64.decode(parts[2]), let type = key.first, key.count > 1 else {
            throw .verifierKey("the key is not base64 of a type and a key")
        }
        try self.init(name: String(parts[0]), type: type, key: Array(key.dropFirst()))
        guard id.reduce(0, { $0 << 8 | UInt32($1) }) == self.id else { throw .verifierKey("the id does not belong to the name and the key") }
    }

    public var kind: Kind? { Kind(rawValue: type) }
    public var idHex: String { Hex.encode(Self.bytes(of: id)) }
    public var text: String { "\(name)+\(idHex)+\(Base64.encode([type] + key))" }

    /// For signatures over a note's text: what they say beside "valid", which is the time of a cosignature (Unix seconds); nil: not valid.
    func verified(_ signature: some Collection<UInt8>, over text: String) -> VerifiedSignature? {
        switch kind {
        case .log:
            guard signature.count == 64, isSignature(signature, of: Array(text.utf8)) else { return nil }
            return VerifiedSignature(key: self, time: nil)
        case .cosignature:
            guard signature.count == 72 else { return nil }
            let time = signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            guard let time = Int64(exactly: time), isSignature(signature.dropFirst(8), of: Self.cosigned(text, at: time)) else { return nil }
            return VerifiedSignature(key: self, time: time)
        case nil: return nil
        }
    }

    private func isSignature(_ signature: some Collection<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
        return key.isValidSignature(Array(signature), for: message)
    }

    /// What a cosignature of type 0x04 signs.
    static func cosigned(_ text: String, at time: Int64) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(text)".utf8) }

    static func bytes(of id: UInt32) -> [UInt8] { withUnsafeBytes(of: id.bigEndian) { Array($0) } }

    private static func id(name: String, type: UInt8, key: [UInt8]) -> UInt32 {
        var hash = SHA256()
        hash.update(data: Array(name.utf8) + [0x0A, type] + key)
        return hash.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Names of keys we make or trust: printable ASCII without space and plus, so that equal text is equal bytes.
    private static func isOwnName(_ name: String) -> Bool {
        1...255 ~= name.utf8.count && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "+") }
    }
}

/// A signature that was checked.
public struct VerifiedSignature: Sendable, Hashable {
    public let key: VerifierKey
    /// Of a cosignature: when the witness saw the head, Unix seconds.
    public let time: Int64?
}
