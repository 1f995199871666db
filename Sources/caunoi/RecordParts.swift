import Media
import Notary
import Publishing
import Store
import Vietnamese

/// The public record, put together: who signs, and who keeps it.
struct RecordParts: Sendable {
    let notary: Notary
    let signer: SignerDoor

    init(_ program: Program) async throws {
        let origin = try await Self.origin(program)
        let signer = try Self.signer(program.settings, origin)
        self.signer = signer
        let clock = program.clock
        notary = Notary(
            origin: origin,
            database: program.database,
            signer: signer,
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            seconds: { clock.now().rawValue / 1000 },
            logger: program.logger
        )
    }

    /// The record's name: the installation's, and which log of it.
    static func origin(_ program: Program) async throws -> String {
        guard let host = try await Origin.read(program.database) else {
            throw UsageFault("this installation has no origin; 'caunoi init --origin HOST' gives it one")
        }
        return "\(host)/log/1"
    }

    static func signer(_ settings: Settings, _ origin: String) throws -> SignerDoor {
        if let socket = settings[.signer] { return SignerDoor(socket: socket) }
        let arguments = ["signer", "--channel", "--origin", origin, "--folder", settings.signerFolder]
        return SignerDoor {
            do {
                let child = try WorkerSpawn.onLine("/proc/self/exe", arguments)
                return SignerDoor.Line(child.descriptor) { WorkerSpawn.end(child.process) }
            } catch {
                throw RecordFault.noSigner("\(error)")
            }
        }
    }
}
