import Crypto
import Foundation
public import PublicRecord
import Synchronization

/// This installation as a witness of other logs: its own key, and for each log the head it cosigned last.
///
/// It lives in the signer's process, in a folder of its own (`witness` below the signer's): comparing and remembering are one step there, the disk has the new head
/// before the cosignature goes out, and no backup of the database can bring an old one back.
final class WitnessVault: Sendable {
    static let folderName = "witness"
    /// Logs that one witness guards at most: each is an open file.
    static let most = 4096

    let signer: CosignatureSigner
    private let folder: String
    private let seconds: @Sendable () -> Int64
    private let files = Mutex<[String: Kept]>([:])

    /// What is held of one log. Its own lock: a slow disk under one log holds up no other's.
    private final class Kept: Sendable {
        let state: Mutex<State>
        init(_ file: consuming GuardFile, _ guarded: CheckpointGuard) { state = Mutex(State(file: file, guarded: guarded)) }
    }

    private struct State: ~Copyable {
        var file: GuardFile
        var guarded: CheckpointGuard
    }

    /// `name`: the witness's name. `folder`: holds its key and, below `logs`, a guard file for each log. The key is made when there is neither.
    init(name: String, folder: String, seconds: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }) throws {
        let logs = "\(folder)/logs"
        try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let isNew = try FileManager.default.contentsOfDirectory(atPath: logs).isEmpty
        signer = try CosignatureSigner(name: name, seed: try Signer.seed(folder, isNew: isNew))
        self.folder = folder
        self.seconds = seconds
    }

    /// The name a log's files have, here and in addresses: SHA-256 of its origin in hex.
    static func name(of origin: String) -> String { Hex.encode(Array(SHA256.hash(data: Array(origin.utf8)))) }

    /// The head cosigned last, with the log's signature and ours; nil: none yet.
    func note(of origin: String) throws -> SignedNote? {
        guard FileManager.default.fileExists(atPath: path(of: origin)) else { return nil }
        return try kept(origin).state.withLock { $0.file.note }
    }

    /// Answers what C2SP tlog-witness has a witness answer. `keys`: those the operator has for the log.
    func cosign(_ request: AddCheckpointRequest, keys: [VerifierKey]) throws -> SignerWire.Answer {
        let head: Checkpoint
        do { head = try Checkpoint(request.note.text) } catch { return SignerWire.Answer(400, "\(error)") }
        let keys = keys.filter { $0.name == head.origin && $0.kind == .log }
        guard !keys.isEmpty else { return SignerWire.Answer(404, "\(head.origin) is not witnessed here") }
        do { _ = try request.note.verified(by: keys) } catch { return SignerWire.Answer(403, "\(error)") }
        return try kept(head.origin).state.withLock { state in
            var next = state.guarded
            do throws(GuardRefusal) { try next.submit(old: request.old, proof: request.proof, checkpoint: head) } catch {
                return SignerWire.Answer(error.status, error.status == 409 ? "\(state.guarded.size)" : error.description)
            }
            let cosignature = try signer.cosign(head, at: max(0, seconds()))
            var note = try SignedNote(
                text: head.text,
                signatures: request.note.signatures.filter { signature in keys.contains { signature.isBy($0) } }
            )
            try note.add(cosignature)
            try state.file.keep(note)
            state.guarded = next
            return SignerWire.Answer(200, cosignature.line)
        }
    }

    private func path(of origin: String) -> String { "\(folder)/logs/\(Self.name(of: origin))" }

    private func kept(_ origin: String) throws -> Kept {
        try files.withLock { files in
            if let known = files[origin] { return known }
            guard files.count < Self.most else { throw RecordFault.noSigner("\(Self.most) logs are witnessed, and no more fit") }
            let file = try GuardFile(path(of: origin))
            var guarded = CheckpointGuard(origin: origin)
            if let note = file.note {
                // The file is ours: our own signature under it says that it was not changed.
                do { _ = try note.verified(by: [signer.key]) } catch {
                    throw RecordFault.damaged("the head in \(file.path) was not cosigned by the key beside it")
                }
                guarded = CheckpointGuard(head: try Checkpoint(note.text))
            }
            let new = Kept(file, guarded)
            files[origin] = new
            return new
        }
    }
}
