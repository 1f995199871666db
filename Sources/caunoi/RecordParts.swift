import Foundation
import Media
import Notary
import Outbound
import PublicRecord
import Publishing
import ServiceLifecycle
import Store
import Vietnamese

/// The public record, put together: who signs, who keeps it, who cosigns it, and this installation as a witness of others.
struct RecordParts: Sendable {
    let notary: Notary
    let signer: SignerDoor
    let office: WitnessOffice
    /// Asks the witnesses of the operator's policy; nil without one.
    let rounds: WitnessRounds?

    init(_ program: Program) async throws {
        let origin = try await Self.origin(program)
        let signer = try Self.signer(program.settings, origin)
        self.signer = signer
        let clock = program.clock
        let seconds: @Sendable () -> Int64 = { clock.now().rawValue / 1000 }
        let policy = try program.settings.witnessPolicy()
        let call = try Self.call()
        notary = Notary(
            origin: origin,
            database: program.database,
            signer: signer,
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            elsewhere: HeadsElsewhere(origin: origin, copy: Self.copy(program.settings), policy: policy, call: call),
            seconds: seconds,
            logger: program.logger
        )
        office = WitnessOffice(database: program.database, signer: signer, seconds: seconds, logger: program.logger)
        rounds = policy.map { [notary] in WitnessRounds(notary: notary, policy: $0, seconds: seconds, logger: program.logger, call: call) }
    }

    var services: [any Service] { [notary] + (rounds.map { [$0] } ?? []) }

    /// Where a copy of the head published last lies, apart from the database.
    static func copy(_ settings: Settings) -> LogFolder { LogFolder("\(settings.dataFolder)/record") }

    /// Calls to witnesses and to this record's public address: endpoints that the operator names.
    static func call() throws -> WitnessRounds.Call {
        let caller = try EndpointCaller(agent: "CauNoi/\(Version.number)")
        return { text, body in
            let address = try ForeignAddress(text)
            let request = ForeignRequest(body == nil ? .get : .post, address, body: body ?? [])
            let answer = try await caller.call(request, bodyBytes: 2 * SignedNote.greatestSize)
            return (answer.status, answer.body)
        }
    }

    /// The record's name: the installation's, and which log of it is written now.
    static func origin(_ program: Program) async throws -> String {
        try name(of: try await program.database.read { try PastLog.current($0) }, try await Origin.read(program.database))
    }

    static func name(of number: Int, _ host: String?) throws -> String {
        guard let host else { throw UsageFault("this installation has no origin; 'caunoi init --origin HOST' gives it one") }
        return "\(host)/log/\(number)"
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

extension Settings {
    /// Who cosigns this record; nil where nobody was named.
    func witnessPolicy() throws -> WitnessPolicy? {
        guard let path = self[.witnessPolicy] else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageFault("the witness policy '\(path)' cannot be read; check the path and its permissions")
        }
        let policy: WitnessPolicy
        do { policy = try WitnessPolicy(parsing: Array(data)) } catch { throw UsageFault("'\(path)': \(error)") }
        for witness in policy.witnesses {
            guard let url = witness.url else { throw UsageFault("'\(path)': the witness '\(witness.name)' has no address; write it after its key") }
            do { _ = try ForeignAddress(url) } catch { throw UsageFault("'\(path)': the address of the witness '\(witness.name)': \(error)") }
        }
        return policy
    }
}
