public import Logging
public import PublicRecord
public import Store
import Synchronization

/// This installation as a witness of others (C2SP tlog-witness): what it answers to a log that asks for a cosignature.
public final class WitnessOffice: Sendable {
    /// What goes back over HTTP.
    public struct Answer: Sendable, Hashable {
        public let status: Int
        /// `text/x.tlog.size` for a 409, else plain text.
        public let isSize: Bool
        public let body: String

        init(_ status: Int, _ body: String, isSize: Bool = false) {
            self.status = status
            self.body = body
            self.isSize = isSize
        }
    }

    /// Requests one log may make at once, and how many a second it gets back.
    static let burst = 30.0
    static let rate = 2.0

    private let database: any Database
    private let signer: SignerDoor
    private let seconds: @Sendable () -> Int64
    private let logger: Logger
    private let purses = Mutex<[String: (left: Double, at: Int64)]>([:])

    public init(database: any Database, signer: SignerDoor, seconds: @escaping @Sendable () -> Int64, logger: Logger) {
        self.database = database
        self.signer = signer
        self.seconds = seconds
        self.logger = logger
    }

    /// The name a log goes by in addresses: SHA-256 of its origin in hex.
    public static func name(of origin: String) -> String { WitnessVault.name(of: origin) }

    /// Answers a request of at most `AddCheckpointRequest.greatestSize` bytes. What cannot be decided now (no signer) is 503: the log asks again.
    public func answer(_ body: [UInt8]) async -> Answer {
        let request: AddCheckpointRequest
        let head: Checkpoint
        do {
            request = try AddCheckpointRequest(parsing: body)
            head = try Checkpoint(request.note.text)
        } catch { return Answer(400, "\(error)\n") }
        do {
            let keys = try await database.read { try WitnessedLogs.keys(of: head.origin, $0) }
            guard !keys.isEmpty else { return Answer(404, "\(head.origin) is not witnessed here\n") }
            do { _ = try request.note.verified(by: keys) } catch { return Answer(403, "\(error)\n") }
            // Only what the log itself signed counts against it.
            guard pay(head.origin) else { return Answer(429, "too many heads of \(head.origin); ask again in a minute\n") }
            let (status, text) = try await signer.cosign(request, keys: keys)
            switch status {
            case 200: return Answer(200, text)
            case 409: return Answer(409, text + "\n", isSize: true)
            case 422:
                await keepEvidence(of: request, keys: keys)
                return Answer(422, text + "\n")
            default: return Answer(status, text + "\n")
            }
        } catch {
            logger.warning("A head could not be cosigned", metadata: ["log": "\(head.origin)", "reason": "\(error)"])
            return Answer(503, "this witness cannot sign at the moment\n")
        }
    }

    /// The head cosigned last of the log whose origin has this SHA-256 in hex; nil: unknown here, or none yet.
    public func checkpoint(of name: String) async throws -> [UInt8]? {
        let origins = Set(try await database.read { try WitnessedLogs.all($0) }.map(\.name))
        guard let origin = origins.first(where: { WitnessVault.name(of: $0) == name }) else { return nil }
        return try await signer.witnessed(origin)?.bytes
    }

    private func keepEvidence(of request: AddCheckpointRequest, keys: [VerifierKey]) async {
        do {
            let origin = try Checkpoint(request.note.text).origin
            guard let held = try await signer.witnessed(origin), (try? held.verified(by: keys)) != nil,
                let evidence = RecordEvidence(held: held, offered: request.note, proof: request.proof, at: seconds())
            else { return }
            guard try await database.write({ try evidence.keep($0) }) else { return }
            logger.error(
                "A log contradicts itself: two heads it signed do not go together ('caunoi log evidence')",
                metadata: ["log": "\(origin)", "kind": "\(evidence.kind)"]
            )
        } catch { logger.error("Evidence could not be kept", metadata: ["reason": "\(error)"]) }
    }

    private func pay(_ origin: String) -> Bool {
        let now = seconds()
        return purses.withLock { purses in
            let before = purses[origin] ?? (Self.burst, now)
            let left = min(Self.burst, before.left + Double(max(0, now - before.at)) * Self.rate)
            purses[origin] = (max(0, left - 1), now)
            return left >= 1
        }
    }
}
