/// One entry of the public record, version 1: what was done to what, as codes, digests and salted commitments. Never a title, an address,
/// a name or an unsalted hash of content. Its bytes are canonical JSON, and verifiers hash those bytes, not this value.
public struct RecordEntry: Sendable, Hashable, Codable {
    /// Limit for entries we write, bytes.
    public static let greatestOwn = 4 << 10
    /// Limit for entries we read, bytes.
    public static let greatestRead = 16 << 10

    public var v = 1
    public var op: RecordOperation
    /// When it was sequenced, Unix seconds. It informs; the order is that of the log.
    public var at: Int64
    /// Codes, from tables that are entries themselves.
    public var site: String?
    public var agency: String?
    public var kind: String?
    public var lang: String?
    public var topics: [String]?
    /// The item, the number of its edition (from 1), and the index of the entry before this one about it (-1: none).
    public var id: String?
    public var ed: Int64?
    public var prev: Int64?
    /// To the edition's content and to its canonical text; of `chrome` and `redirect`: to what was set.
    public var commit: Commitment?
    public var text: Commitment?
    /// Size of the content in KiB, rounded up (the exact size would help guessing what was erased).
    public var kib: Int64?
    /// Pseudonyms of those who approved.
    public var by: [String]?
    /// To the bundle of approval assertions.
    public var att: Commitment?
    /// The recorded act that many entries belong to.
    public var act: String?
    /// A reason's code.
    public var why: String?
    /// What of several things this is about or what became of it, as a code (`section`, `look`; `opened`, `approved`, …).
    public var part: String?
    /// Of a correction `minor` or `major`; of a state how many live items.
    public var n: Weight?
    /// Places by code, or a span of time in Unix seconds.
    public var from: Bound?
    public var to: Bound?
    /// Another log, an index in a log, and the hash of the entry there.
    public var origin: String?
    public var index: Int64?
    public var leaf: RecordHash?
    public var host: String?
    public var hosts: [String]?
    /// SHA-256 of something that is public itself.
    public var digest: RecordHash?
    public var root: RecordHash?
    /// A verifier key in its text form.
    public var key: String?

    public init(_ op: RecordOperation, at: Int64, site: String? = nil) {
        self.op = op
        self.at = at
        self.site = site
    }

    /// A correction's weight, or a number.
    public enum Weight: Sendable, Hashable { case minor, major, count(Int64) }
    /// A code, or a moment in Unix seconds.
    public enum Bound: Sendable, Hashable { case code(String), time(Int64) }

    /// The bytes to append to a log. Throws `EntryFault` for anything that no entry may hold, more than 4 KiB, or an operation that this
    /// version does not know.
    public func encoded() throws -> [UInt8] {
        let value = try CanonicalJSON.value(of: self)
        guard op.members != nil else { throw EntryFault.value("op") }
        try Self.check(value)
        let bytes = try CanonicalJSON.serialise(value)
        guard bytes.count <= Self.greatestOwn else { throw EntryFault.tooLarge(bytes: bytes.count, limit: Self.greatestOwn) }
        return bytes
    }

    /// What the bytes of an entry turned out to be.
    public enum Reading: Sendable, Hashable {
        case entry(RecordEntry)
        /// Sound, of a version or with an operation that this version does not know: kept and hashed, nothing follows from it.
        case unknown(version: Int64, operation: String)
    }

    /// Reads strictly: canonical JSON, at most 16 KiB, and for operations that are known exactly their members with values they may hold.
    public static func read(_ bytes: [UInt8]) throws(EntryFault) -> Reading {
        guard bytes.count <= greatestRead else { throw .tooLarge(bytes: bytes.count, limit: greatestRead) }
        let value: JSONValue
        do { value = try CanonicalJSON.parse(bytes, parser: JSONParser(maximumSize: greatestRead, maximumDepth: 8), canonical: true) } catch {
            throw .json(error)
        }
        guard case .object(let members) = value else { throw .notAnObject }
        guard case .int(let version)? = members["v"], version >= 1 else { throw members["v"] == nil ? .missing("v") : .value("v") }
        guard case .string(let name)? = members["op"], EntryMember.isCode(name) else { throw members["op"] == nil ? .missing("op") : .value("op") }
        guard version == 1, RecordOperation(rawValue: name).members != nil else { return .unknown(version: version, operation: name) }
        try check(value)
        do { return .entry(try CanonicalJSON.decode(RecordEntry.self, from: value)) } catch { throw .notAnObject }
    }

    private static func check(_ value: JSONValue) throws(EntryFault) {
        guard case .object(let members) = value, case .string(let name)? = members["op"],
            let allowed = RecordOperation(rawValue: name).members
        else { throw .notAnObject }
        for key in allowed.required.union(["v", "op", "at"]).sorted() where members[key] ?? .null == .null { throw .missing(key) }
        for (key, value) in members.sorted(by: { $0.key < $1.key }) where value != .null {
            guard ["v", "op", "at"].contains(key) || allowed.required.contains(key) || allowed.optional.contains(key) else {
                throw .unknown(String(key.prefix(40)), operation: name)
            }
            guard EntryMember.fits(key, value) else { throw .value(key) }
        }
    }
}

extension RecordEntry.Weight: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .count(number)
        } else {
            self = try container.decode(String.self) == "major" ? .major : .minor
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .minor: try container.encode("minor")
        case .major: try container.encode("major")
        case .count(let number): try container.encode(number)
        }
    }
}

extension RecordEntry.Bound: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) { self = .time(number) } else { self = .code(try container.decode(String.self)) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .code(let code): try container.encode(code)
        case .time(let time): try container.encode(time)
        }
    }
}

extension RecordHash: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = RecordHash(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a hash is 64 lower-case hex digits")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
