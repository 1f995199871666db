import Crypto
import Foundation
public import PublicRecord

/// What a set of a backup says of itself: `manifest.json`, with a signed note beside it that holds its SHA-256.
public struct BackupManifest: Sendable, Hashable, Codable {
    public static let version = 1

    /// What lies in a place: sets of the database and the files, or generations of the item keys.
    public enum Kind: String, Sendable, Codable {
        case data, keys
    }

    public struct Record: Sendable, Hashable, Codable {
        /// Entries in the database, and of these under the signed head, with its root (base64).
        public let entries: Int64
        public let size: Int64
        public let root: String
        public let origin: String

        public init(entries: Int64, size: Int64, root: String, origin: String) {
            self.entries = entries
            self.size = size
            self.root = root
            self.origin = origin
        }
    }

    public struct Objects: Sendable, Hashable, Codable {
        public let count: Int
        public let bytes: Int64
    }

    public var v = Self.version
    public let kind: Kind
    public let name: String
    /// Unix milliseconds of the snapshot.
    public let at: Int64
    public let program: String
    /// The newest migration of the database.
    public let schema: Int
    /// `sqlite` or `postgres`, and of the latter the schema its tables are in.
    public let engine: String
    public let namespace: String?
    public var parts: [WrittenPart] = []
    /// Rows of each table.
    public let tables: [String: Int64]
    public var record: Record?
    public var objects: Objects?
    /// For whom it is sealed; nil: for everybody.
    public let recipient: String?
    /// Whose signature stands beside it.
    public let signer: String

    public init(
        kind: Kind,
        name: String,
        at: Int64,
        program: String,
        schema: Int,
        engine: String,
        namespace: String?,
        tables: [String: Int64],
        recipient: Recipient?,
        signer: VerifierKey
    ) {
        self.kind = kind
        self.name = name
        self.at = at
        self.program = program
        self.schema = schema
        self.engine = engine
        self.namespace = namespace
        self.tables = tables
        self.recipient = recipient.map { "\($0)" }
        self.signer = signer.text
    }

    public func part(_ name: String) throws -> WrittenPart {
        guard let part = parts.first(where: { $0.name == name }) else {
            throw BackupFault.damaged(path: "\(self.name)/manifest.json", what: "it names no part '\(name)'")
        }
        return part
    }

    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0A]
        }
    }

    /// The text that is signed.
    static func statement(_ name: String, _ kind: Kind, _ bytes: [UInt8]) -> String {
        "caunoi backup \(kind.rawValue)\n\(name)\n\(Hex.encode(SHA256.hash(data: bytes)))\n"
    }

    /// Reads a set's manifest and checks what is written beside it. `keys`: whose signatures count; none: the one it names itself.
    static func read(_ folder: String, name: String, kind: Kind, signedBy keys: [VerifierKey]) throws -> BackupManifest {
        let path = "\(folder)/\(manifestName)"
        let bytes = try ByteFile.contents(path)
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes)) else {
            throw BackupFault.damaged(path: path, what: "it is no manifest of a backup")
        }
        guard manifest.v <= version else { throw BackupFault.newer(set: name, found: manifest.v, known: version) }
        var keys = keys
        if keys.isEmpty {
            do { keys = [try VerifierKey(manifest.signer)] } catch { throw BackupFault.damaged(path: path, what: "its signer is no key") }
        }
        let note: SignedNote
        do {
            note = try SignedNote(parsing: try ByteFile.contents("\(folder)/\(noteName)", limit: SignedNote.greatestSize))
            _ = try note.verified(by: keys)
        } catch let fault as NoteFault {
            throw BackupFault.damaged(path: "\(folder)/\(noteName)", what: "it is not signed by \(keys[0].name) (\(fault))")
        }
        guard note.text == statement(name, kind, bytes), manifest.name == name, manifest.kind == kind else {
            throw BackupFault.damaged(path: path, what: "it is not the one that was signed")
        }
        return manifest
    }

    static let manifestName = "manifest.json"
    static let noteName = "manifest.note"
    static let objectsName = "objects"
}

/// Who signs what this installation backs up, so that a set that somebody else put into the place is not taken for one of ours.
public struct BackupSigner: Sendable {
    let signer: NoteSigner
    public var key: VerifierKey { signer.key }

    /// The key in a folder of the installation; made at the first backup.
    /// - Parameter host: the origin of the installation.
    public init(folder: String, host: String) throws {
        let path = "\(folder)/key"
        if ByteFile.size(path) == nil {
            try ByteFile.makeFolder(folder)
            var system = SystemRandomNumberGenerator()
            let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &system) }
            try ByteFile.create(path, Array((Hex.encode(seed) + "\n").utf8), mode: 0o600)
        }
        let text = String(decoding: try ByteFile.contents(path, limit: 4096), as: UTF8.self).filter { !$0.isWhitespace }
        guard let seed = Hex.decode(text), seed.count == 32 else {
            throw BackupFault.damaged(path: path, what: "it holds no key of 32 bytes")
        }
        signer = try NoteSigner(name: "\(host)/backup", seed: seed)
    }
}
