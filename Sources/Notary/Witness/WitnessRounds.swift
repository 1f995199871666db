public import Logging
public import PublicRecord
public import ServiceLifecycle
public import Store

/// Has the heads of this record cosigned by the witnesses of the operator's policy: each new head, and the same one every hour. One task a witness, so that one that
/// is down or slow delays no other, and none delays publishing.
public struct WitnessRounds: Service {
    /// A request to a witness: POST with a body, else GET. What it throws counts as no answer.
    public typealias Call = @Sendable (_ address: String, _ body: [UInt8]?) async throws -> (status: Int, body: [UInt8])

    /// Seconds after which a head that is still the newest is cosigned again.
    static let hour: Int64 = 3600
    /// Longest pause after failures, seconds.
    static let longest: Int64 = 1800

    let notary: Notary
    let policy: WitnessPolicy
    let call: Call
    let seconds: @Sendable () -> Int64
    let logger: Logger
    private let pause: Duration

    /// `policy`: its witnesses that have an address are asked. `pause`: between two looks; what is signed meanwhile is cosigned together.
    public init(
        notary: Notary,
        policy: WitnessPolicy,
        pause: Duration = .seconds(1),
        seconds: @escaping @Sendable () -> Int64,
        logger: Logger,
        call: @escaping Call
    ) {
        self.notary = notary
        self.policy = policy
        self.pause = pause
        self.seconds = seconds
        self.logger = logger
        self.call = call
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for witness in policy.witnesses where witness.url != nil { group.addTask { await follow(witness) } }
            }
        }
    }

    private func follow(_ witness: WitnessPolicy.Witness) async {
        var row: WitnessRow?
        var askedAt: Int64 = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: pause)
            let now = seconds()
            // A clock that was set back makes nothing wait for ever.
            if let row, now < row.nextAt, row.nextAt - now <= Self.longest { continue }
            if let row, row.failures == 0, row.size == notary.size, 0..<Self.hour ~= now - askedAt { continue }
            guard notary.standing == .ready, !Task.isCancelled else { continue }
            askedAt = now
            do { row = try await ask(witness) } catch is CancellationError { return } catch {
                logger.warning("A witness could not be asked", metadata: ["witness": "\(witness.name)", "reason": "\(error)"])
                row = nil
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }

    /// Has the newest head cosigned by one witness, now. Returns what is kept of it.
    @discardableResult
    public func ask(_ witness: WitnessPolicy.Witness) async throws -> WitnessRow {
        let (head, before) = try await notary.database.read { db in (try RecordHead.read(db), try WitnessRow.read(witness.key, db)) }
        var row = before ?? WitnessRow(key: witness.key, name: witness.name)
        row.name = witness.name
        guard let text = head.note, head.size > 0 else { return row }
        let note = try SignedNote(parsing: Array(text.utf8))
        do throws(WitnessRefusal) {
            let signature = try await submit(note, head, to: witness, old: min(row.size, head.size), isFirst: true)
            row.size = head.size
            row.line = signature.signature.line
            row.cosignedAt = signature.time
            (row.failures, row.nextAt, row.said) = (0, 0, nil)
        } catch {
            if case .contradiction(let why) = error {
                try await notary.database.write { db in try RecordHead.freeze(why, db) }
                logger.critical("The record is frozen", metadata: ["reason": "\(why)"])
            }
            row.failures += 1
            row.nextAt = seconds() + min(Self.longest, 5 << min(row.failures, 9))
            row.said = error.description
            if row.failures == 1 { logger.warning("A witness did not cosign", metadata: ["witness": "\(witness.name)", "reason": "\(error)"]) }
        }
        let kept = row
        let policy = policy
        try await notary.database.write { db in
            try kept.store(db)
            try CosignedHead.renew(policy, db)
        }
        return kept
    }

    private typealias Cosignature = (signature: NoteSignature, time: Int64)

    private func submit(
        _ note: SignedNote,
        _ head: RecordHead,
        to witness: WitnessPolicy.Witness,
        old: Int64,
        isFirst: Bool
    ) async throws(WitnessRefusal) -> Cosignature {
        let proof: [RecordHash]
        let request: AddCheckpointRequest
        let answer: (status: Int, body: [UInt8])
        do {
            proof = try await notary.database.read { db in
                var tiles = try AuthenticatedTiles(size: head.size, root: head.frontier.root) { try Notary.bytes(of: $0, db) }
                return try tiles.consistencyProof(old: old)
            }
            request = try AddCheckpointRequest(old: old, proof: proof, note: note)
            answer = try await call("\(witness.url ?? "")/add-checkpoint", request.bytes)
        } catch { throw .noAnswer("\(error)") }
        let said = String(decoding: answer.body.prefix(300), as: UTF8.self)
        switch answer.status {
        case 200: return try cosignature(in: answer.body, of: note, by: witness)
        case 409:
            guard let size = Int64(said.trimmed), size >= 0 else { throw .refused(409, said.trimmed) }
            if size <= head.size, isFirst { return try await submit(note, head, to: witness, old: size, isFirst: false) }
            if size > head.size { try await lookUp(witness, head, note) }
            throw .refused(409, "it holds \(size) entries")
        case 422:
            try await lookUp(witness, head, note)
            throw .refused(422, said.trimmed)
        default: throw .refused(answer.status, said.trimmed)
        }
    }

    private func cosignature(in body: [UInt8], of note: SignedNote, by witness: WitnessPolicy.Witness) throws(WitnessRefusal) -> Cosignature {
        for line in String(decoding: body, as: UTF8.self).split(separator: "\n") {
            guard let signature = try? NoteSignature(line: line), signature.isBy(witness.key) else { continue }
            guard let whole = try? SignedNote(text: note.text, signatures: [signature]), let time = try? whole.verified(by: [witness.key]).first?.time
            else { throw .refused(200, "its cosignature is wrong") }
            return (signature, time)
        }
        throw .refused(200, "its answer has no cosignature of \(witness.key.name)")
    }

    /// A witness that knows more, or other things, than this database: what it holds is looked at, and where this record's own key signed it, the record stops.
    private func lookUp(_ witness: WitnessPolicy.Witness, _ head: RecordHead, _ own: SignedNote) async throws(WitnessRefusal) {
        guard let text = head.key, let key = try? VerifierKey(text) else { return }
        guard let held = try? await Self.held(by: witness, origin: notary.origin, call), (try? held.verified(by: [key])) != nil,
            let other = try? Checkpoint(held.text), other.origin == notary.origin
        else { return }
        if other.size > head.size {
            throw .contradiction(
                "the witness \(witness.name) holds a head of \(other.size) entries that this record's key signed, and the database has \(head.size): it is older than the record"
            )
        }
        let root = try? await notary.database.read { db in
            var tiles = try AuthenticatedTiles(size: head.size, root: head.frontier.root) { try Notary.bytes(of: $0, db) }
            return try tiles.root(at: other.size)
        }
        guard let root, root != other.root else { return }
        if let evidence = RecordEvidence(held: held, offered: own, proof: [], at: seconds()) {
            _ = try? await notary.database.write { db in try evidence.keep(db) }
        }
        throw .contradiction(
            "the witness \(witness.name) holds another head of \(other.size) entries that this record's key signed: the record has two pasts"
        )
    }

    /// The head of a log that a witness cosigned last.
    static func held(by witness: WitnessPolicy.Witness, origin: String, _ call: Call) async throws -> SignedNote? {
        guard let url = witness.url else { return nil }
        let answer = try await call("\(url)/\(WitnessVault.name(of: origin))/checkpoint", nil)
        return answer.status == 200 ? try SignedNote(parsing: answer.body) : nil
    }
}

/// Why a witness did not cosign.
enum WitnessRefusal: Error, CustomStringConvertible {
    case noAnswer(String)
    case refused(Int, String)
    /// It holds what shows that this record is not its own past.
    case contradiction(String)

    var description: String {
        switch self {
        case .noAnswer(let why): "no answer: \(why)"
        case .refused(let status, let said): "\(status): \(said)"
        case .contradiction(let why): why
        }
    }
}

extension String {
    /// Without white space at the ends, on one line.
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
