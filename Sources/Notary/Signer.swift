import Foundation
public import PublicRecord
import Synchronization

/// The signer: the only one who has the record's key, and who signs a head only when it follows from the one signed before.
///
/// It runs as a process of its own (`caunoi signer`), under its own user where the operator wants: whoever has the database and the portal's
/// process cannot make it sign a fork.
public final class Signer: Sendable {
    public static let keyName = "key"
    /// A second key, which signs beside the first until it takes its place.
    public static let nextName = "key.next"
    /// Both sign for so long, in seconds, that everyone who verifies learns of the new one.
    public static let overlap: Int64 = 30 * 86_400

    public static let guardName = "guard"

    public let origin: String
    private let signer: NoteSigner
    private let next: NoteSigner?
    private let folder: String
    private let state: Mutex<State>
    /// A folder that cannot be used stops no head of the record itself.
    private let vault: Result<WitnessVault, any Error>

    private struct State: ~Copyable {
        var file: GuardFile
        var guarded: CheckpointGuard
    }

    /// `folder`: holds the key (`key`, made when there is none and no guard either) and the guard file.
    /// - Throws: `RecordFault` with what to do.
    public init(origin: String, folder: String) throws {
        self.origin = origin
        try Self.refuseEnded(origin, in: folder)
        let file = try GuardFile("\(folder)/\(Self.guardName)")
        self.folder = folder
        signer = try NoteSigner(name: origin, seed: try Self.seed(folder, isNew: file.note == nil))
        next =
            try FileManager.default.fileExists(atPath: "\(folder)/\(Self.nextName)")
            ? NoteSigner(name: origin, seed: try Self.seed(folder, named: Self.nextName, isNew: false)) : nil
        var guarded = CheckpointGuard(origin: origin)
        if let note = file.note {
            do { _ = try note.verified(by: [signer.key]) } catch {
                throw RecordFault.damaged("the head in \(file.path) was not signed by the key beside it")
            }
            let head = try Checkpoint(note.text)
            guard head.origin == origin else { throw RecordFault.damaged("\(file.path) guards \(head.origin), not \(origin)") }
            guarded = CheckpointGuard(head: head)
        }
        state = Mutex(State(file: file, guarded: guarded))
        let host = origin.prefix { $0 != "/" }
        vault = Result { try WitnessVault(name: "\(host)/witness", folder: "\(folder)/\(WitnessVault.folderName)") }
    }

    /// The key this installation cosigns other logs' heads with.
    public func witnessKey() throws -> VerifierKey { try vault.get().signer.key }

    public var key: VerifierKey { signer.key }
    /// The key that will take its place; nil: none yet.
    public var nextKey: VerifierKey? { next?.key }

    /// Makes the second key. From its next start on this signer signs with both.
    public static func rotate(_ folder: String, origin: String) throws -> VerifierKey {
        guard !FileManager.default.fileExists(atPath: "\(folder)/\(nextName)") else {
            throw RecordFault.damaged("there is a second key already; it takes the first one's place with --retire")
        }
        return try NoteSigner(name: origin, seed: seed(folder, named: nextName, isNew: true)).key
    }

    /// Puts the second key in the first one's place, which is destroyed. Refused before both have signed for thirty days, and while the newest head has no
    /// signature of the second.
    /// - Parameter now: Unix seconds.
    public func retire(now: Int64, early: Bool = false) throws {
        guard let next else { throw RecordFault.damaged("there is no second key; --rotate makes one") }
        let path = "\(folder)/\(Self.nextName)"
        var status = stat()
        guard stat(path, &status) == 0 else { throw RecordFault.noSigner("\(path): \(String(cString: strerror(errno)))") }
        let age = now - Int64(status.st_mtim.tv_sec)
        guard early || age >= Self.overlap else {
            throw RecordFault.damaged(
                "both keys sign for 30 days, and the second is \(age / 86_400) days old; --early where the first one is lost or stolen"
            )
        }
        let isSigned = state.withLock { state in
            guard let note = state.file.note else { return true }
            return (try? note.verified(by: [next.key])) != nil
        }
        guard isSigned else {
            throw RecordFault.damaged("the newest head has no signature of the second key yet: let the portal publish once with both")
        }
        // The new one takes its name first, so that a loss of power leaves one of the two; then its bytes are written over.
        let old = "\(folder)/\(Self.keyName)"
        let descriptor = open(old, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw RecordFault.noSigner("\(old): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        guard rename(path, old) == 0 else {
            throw RecordFault.noSigner("\(path) cannot take the place of \(old): \(String(cString: strerror(errno)))")
        }
        let blank = [UInt8](repeating: 0x0A, count: 64)
        guard pwrite(descriptor, blank, blank.count, 0) == blank.count, fsync(descriptor) == 0 else {
            throw RecordFault.noSigner("the old key could not be written over: \(String(cString: strerror(errno)))")
        }
    }

    /// The head signed last, as it was signed; nil: none yet.
    public var note: String? { state.withLock { $0.file.note.map { String(decoding: $0.bytes, as: UTF8.self) } } }

    func answer(_ question: SignerWire.Question) -> SignerWire.Answer {
        switch question {
        case .state:
            return SignerWire.Answer(200, "\(signer.key.text)\n\(next.map { "next \($0.key.text)\n" } ?? "")\(note ?? "")")
        case .sign(let old, let proof, let head): return state.withLock { sign(head, old, proof, &$0) }
        case .witness, .cosign, .witnessed:
            do { return try witnessing(question) } catch { return SignerWire.Answer(503, "\(error)") }
        }
    }

    private func witnessing(_ question: SignerWire.Question) throws -> SignerWire.Answer {
        let vault = try vault.get()
        switch question {
        case .cosign(let keys, let request): return try vault.cosign(request, keys: keys)
        case .witnessed(let origin):
            guard let note = try vault.note(of: origin) else { return SignerWire.Answer(404, "no head of \(origin) was cosigned yet") }
            return SignerWire.Answer(200, String(decoding: note.bytes, as: UTF8.self))
        default: return SignerWire.Answer(200, vault.signer.key.text)
        }
    }

    /// Takes a head for the one signed last, where the guard file was lost: only one that this key signed, and never an older one than is guarded.
    public func adopt(_ note: SignedNote) throws {
        do { _ = try note.verified(by: [signer.key]) } catch {
            throw RecordFault.damaged("the head was not signed by the key in this folder (\(error))")
        }
        let head = try Checkpoint(note.text)
        guard head.origin == origin else { throw RecordFault.damaged("it is a head of \(head.origin), not of \(origin)") }
        let own = try SignedNote(
            text: note.text,
            signatures: note.signatures.filter { line in line.isBy(signer.key) || next.map { line.isBy($0.key) } ?? false }
        )
        try state.withLock { state in
            guard head.size > state.guarded.size else {
                throw RecordFault.damaged("the guard file has a head of \(state.guarded.size) entries already, and this one has \(head.size)")
            }
            try state.file.keep(own)
            state.guarded = CheckpointGuard(head: head)
        }
    }

    private func sign(_ head: Checkpoint, _ old: Int64, _ proof: [RecordHash], _ state: inout State) -> SignerWire.Answer {
        var next = state.guarded
        do { try next.submit(old: old, proof: proof, checkpoint: head) } catch {
            return SignerWire.Answer(error.status, error.status == 409 ? "\(state.guarded.size)" : error.description)
        }
        do {
            var note = try signer.sign(head)
            if let second = self.next { try note.add(second.sign(head.text)) }
            try state.file.keep(note)
            state.guarded = next
            return SignerWire.Answer(200, String(decoding: note.bytes, as: UTF8.self))
        } catch {
            return SignerWire.Answer(503, "\(error)")
        }
    }

    /// The key's 32 bytes, in base64 in a file only its owner reads.
    static func seed(_ folder: String, named name: String = keyName, isNew: Bool) throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        if let data = FileManager.default.contents(atPath: path) {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
                throw RecordFault.noSigner("others may read \(path): give it the mode 600")
            }
            let text = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
            guard let seed = Data(base64Encoded: text), seed.count == 32 else {
                throw RecordFault.noSigner("\(path) holds no key of 32 bytes in base64")
            }
            return Array(seed)
        }
        guard isNew else {
            throw RecordFault.noSigner("the key \(path) is missing, and heads were signed with it: bring it back, see docs/operating/record.md")
        }
        var system = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &system) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw RecordFault.noSigner("\(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        let text = Array((Data(seed).base64EncodedString() + "\n").utf8)
        guard Glibc.write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0 else {
            throw RecordFault.noSigner("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        return seed
    }
}
