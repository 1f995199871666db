/// Why a note, a key, a head or a request to a witness is refused.
public enum NoteFault: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int)
    case tooManySignatures(Int)
    case notText
    /// No empty line between text and signatures, or something other than signature lines after it.
    case malformed(line: String)
    /// Not 1 or more characters without spaces and plus signs; of our own keys: ASCII.
    case keyName(String)
    /// Not `name+hash+base64`, or a hash that does not belong to the key.
    case verifierKey(String)
    /// A signature of a type this version cannot make or check.
    case keyType(UInt8)
    /// An Ed25519 seed has 32 bytes.
    case seed(bytes: Int)
    /// Two of the known keys have the same name and id.
    case ambiguousKey(String)
    /// A known key's signature is wrong: the whole note is refused.
    case wrongSignature(String)
    /// Nobody known has signed.
    case noKnownSignature
    /// Not a head: what is wrong with it.
    case checkpoint(String)
    /// Not a request to a witness: what is wrong with it.
    case request(String)
    /// Not a proof file: what is wrong with it.
    case proofFile(String)

    public var description: String {
        switch self {
        case .tooLarge(let bytes): "the note has \(bytes) bytes, and at most \(SignedNote.greatestSize) are read"
        case .tooManySignatures(let count): "the note has \(count) signatures, and at most \(SignedNote.greatestSignatures) are read"
        case .notText: "the note is not UTF-8 without control characters"
        case .malformed(let line): "the note is not a text, an empty line and signature lines: \(line)"
        case .keyName(let name): "'\(name)' cannot be the name of a key"
        case .verifierKey(let what): "not a verifier key: \(what)"
        case .keyType(let type): "keys of type \(type) are not understood by this version"
        case .seed(let bytes): "the seed of a key has 32 bytes, not \(bytes)"
        case .ambiguousKey(let name): "two known keys called \(name) have the same id"
        case .wrongSignature(let name): "the signature of \(name) is wrong"
        case .noKnownSignature: "no known key has signed"
        case .checkpoint(let what): "not the head of a log: \(what)"
        case .request(let what): "not a request to a witness: \(what)"
        case .proofFile(let what): "not a proof file: \(what)"
        }
    }
}
