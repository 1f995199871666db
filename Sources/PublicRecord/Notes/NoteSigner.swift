import Crypto

/// Signs notes as a log does (Ed25519, type 0x01). Whoever holds one can sign anything: what may be signed is `CheckpointGuard`'s to say.
public struct NoteSigner: Sendable {
    public let key: VerifierKey
    private let secret: Curve25519.Signing.PrivateKey

    /// `seed`: the 32 bytes of RFC 8032's private key. The name of a log's key is its origin.
    public init(name: String, seed: [UInt8]) throws(NoteFault) {
        secret = try signingKey(seed)
        key = try VerifierKey(name: name, type: VerifierKey.Kind.log.rawValue, key: Array(secret.publicKey.rawRepresentation))
    }

    /// The signature line for a text that ends in a newline.
    public func sign(_ text: String) throws -> NoteSignature {
        NoteSignature(by: key, signature: Array(try secret.signature(for: Array(text.utf8))))
    }

    /// A head as a log publishes it.
    public func sign(_ checkpoint: Checkpoint) throws -> SignedNote {
        try SignedNote(text: checkpoint.text, signatures: [sign(checkpoint.text)])
    }
}

/// Cosigns heads as a witness does (Ed25519 with a time, type 0x04). A key never makes signatures of both types.
public struct CosignatureSigner: Sendable {
    public let key: VerifierKey
    private let secret: Curve25519.Signing.PrivateKey

    public init(name: String, seed: [UInt8]) throws(NoteFault) {
        secret = try signingKey(seed)
        key = try VerifierKey(name: name, type: VerifierKey.Kind.cosignature.rawValue, key: Array(secret.publicKey.rawRepresentation))
    }

    /// Says: at `time` (Unix seconds, not negative) this was the greatest consistent head seen of its log.
    public func cosign(_ checkpoint: Checkpoint, at time: Int64) throws -> NoteSignature {
        guard time >= 0 else { throw NoteFault.checkpoint("the time of a cosignature is not negative") }
        let signature = try secret.signature(for: VerifierKey.cosigned(checkpoint.text, at: time))
        return NoteSignature(by: key, signature: withUnsafeBytes(of: time.bigEndian) { Array($0) } + Array(signature))
    }
}

private func signingKey(_ seed: [UInt8]) throws(NoteFault) -> Curve25519.Signing.PrivateKey {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .seed(bytes: seed.count) }
    return key
}
