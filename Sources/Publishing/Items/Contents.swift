import Crypto
import Foundation
import PortalNetwork
import PublicRecord
import RichText
import Vietnamese

/// What an edition commits to: the kind's details with what one must know to read them.
struct Contents: Sendable {
    static let schema = 1
    /// A published text larger than this is refused: a page nobody can read on a telephone.
    static let maximumKiB = 2048

    var kind: KindName
    var language: Language
    /// What was changed, said to readers (updates and corrections).
    var note: String?
    /// Published by one person alone in an emergency: the edition says so for ever.
    var isUrgent = false
    /// The details' canonical JSON value.
    var details: JSONValue

    init(_ details: any ContentKind, kind: KindName, language: Language, note: String? = nil) throws {
        self.kind = kind
        self.language = language
        self.note = note.map(nfc)
        self.details = Self.normalised(try CanonicalJSON.value(of: details))
    }

    /// Canonical JSON (RFC 8785).
    func bytes() throws -> [UInt8] {
        var object: [String: JSONValue] = [
            "schema": .int(Int64(Self.schema)), "kind": .string(kind.rawValue), "lang": .string(language.rawValue), "details": details,
        ]
        if let note { object["note"] = .string(note) }
        if isUrgent { object["urgent"] = true }
        return try CanonicalJSON.serialise(.object(object))
    }

    init(bytes: [UInt8]) throws {
        guard case .object(let object) = try CanonicalJSON.parse(bytes), case .string(let kind) = object["kind"],
            case .string(let language) = object["lang"], let language = Language(rawValue: language), let details = object["details"]
        else { throw JSONFault(.unexpected, detail: "not the contents of an edition") }
        self.kind = KindName(rawValue: kind)
        self.language = language
        self.details = details
        if case .string(let note) = object["note"] { self.note = note }
        isUrgent = object["urgent"] == true
    }

    /// What approvers see of the revision's identity and approve: SHA-256 of its canonical JSON, 64 hexadecimal digits.
    func digest() throws -> String { try Self.digest(of: bytes()) }

    static func digest(of bytes: [UInt8]) -> String { Hex.encode(Array(SHA256.hash(data: bytes))) }

    /// Everything the public reads of the edition, the note on what was changed last.
    func publicBlocks(_ details: any ContentKind) -> [Block] {
        details.publicBlocks + (note.map { [.paragraph([.text($0)])] } ?? [])
    }

    /// The typed details, by the registry.
    func typed(_ kinds: KindRegistry) throws -> any ContentKind {
        guard let kind = kinds[kind] else { throw PublishingRefusal.wrongKind(expected: self.kind.rawValue) }
        return try kind.decode(details)
    }

    /// Text enters in NFC, whatever hand or file it came from.
    private static func normalised(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(nfc(text))
        case .array(let values): .array(values.map(normalised))
        case .object(let object): .object(object.mapValues(normalised))
        default: value
        }
    }
}

/// An edition ready to be stored: sealed content and card, commitments, size.
struct SealedEdition: Sendable {
    let sealed: [UInt8]
    let card: [UInt8]
    let content: String
    let text: String
    let kib: Int

    /// A salt (a fresh one, where none is given); the commitments `content` and `text`; salt and content under the item's key.
    init(_ contents: Contents, _ details: any ContentKind, edition: Int, _ cipher: ItemCipher, _ canonical: CanonicalText, salt: Salt = Salt())
        throws
    {
        try self.init(contents, contents.bytes(), details, edition: edition, cipher, canonical, salt: salt)
    }

    /// `bytes`: of the contents.
    init(
        _ contents: Contents,
        _ bytes: [UInt8],
        _ details: any ContentKind,
        edition: Int,
        _ cipher: ItemCipher,
        _ canonical: CanonicalText,
        salt: Salt
    ) throws {
        kib = (bytes.count + 1023) / 1024
        guard kib <= Contents.maximumKiB else { throw PublishingRefusal.tooLarge(kibibytes: kib, maximum: Contents.maximumKiB) }
        content = Commitment(.content, salt: salt, bytes).hex
        text = Commitment(.text, salt: salt, Array(canonical.text(of: contents.publicBlocks(details)).utf8)).hex
        sealed = try cipher.seal(salt.bytes + bytes, .edition(edition))
        card = try cipher.seal(CanonicalJSON.encode(details.card), .card(edition: edition))
    }

    /// The salt (32 bytes) and the content of a sealed edition.
    static func open(_ sealed: [UInt8], edition: Int, _ cipher: ItemCipher) throws -> (salt: [UInt8], contents: Contents) {
        let bytes = try cipher.open(sealed, .edition(edition))
        return (Array(bytes.prefix(Salt.size)), try Contents(bytes: Array(bytes.dropFirst(Salt.size))))
    }
}
