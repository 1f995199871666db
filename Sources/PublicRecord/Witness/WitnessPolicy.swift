/// Whom a verifier believes: logs, witnesses, and how many of which must have cosigned (C2SP tlog-policy).
///
/// Names are sequences of bytes, compared as such; they mean nothing outside of the policy.
public struct WitnessPolicy: Sendable {
    public struct Log: Sendable, Hashable {
        public let key: VerifierKey
        public let url: String?
        public var origin: String { key.name }
    }

    public struct Witness: Sendable, Hashable {
        public let name: String
        public let key: VerifierKey
        /// Where heads are submitted.
        public let url: String?
    }

    /// A witness or a group, by its place in the file's order.
    enum Member: Sendable, Hashable {
        case witness(Int)
        case group(Int)
    }

    struct Group: Sendable, Hashable {
        let threshold: Int
        let members: [Member]
    }

    public internal(set) var logs: [Log] = []
    public internal(set) var witnesses: [Witness] = []
    var groups: [Group] = []
    /// Nil: none is asked for.
    var quorum: Member?

    init() {}

    /// A policy that knows one log and asks for no witness.
    public init(log key: VerifierKey) throws(NoteFault) {
        guard key.kind == .log else { throw .keyType(key.type) }
        guard Checkpoint.isOrigin(key.name) else { throw .keyName(key.name) }
        logs = [Log(key: key, url: nil)]
    }

    /// The same policy, with one log more that it believes. Nothing changes when it knows the key.
    public func trusting(_ key: VerifierKey) throws(NoteFault) -> WitnessPolicy {
        if logs.contains(where: { $0.key == key }) { return self }
        var policy = self
        policy.logs += try WitnessPolicy(log: key).logs
        return policy
    }

    /// A head that satisfied the policy.
    public struct Verdict: Sendable, Hashable {
        public let checkpoint: Checkpoint
        public let log: VerifierKey
        /// Those who cosigned, by the policy's names, with the latest time (Unix seconds) at which each saw this head as the newest.
        public let cosigned: [String: Int64]

        /// When a witness last saw it as the newest head.
        public var latest: Int64? { cosigned.values.max() }
    }

    /// Reads the head in a note and checks it: signed by a log the policy knows under its origin, and cosigned by a quorum.
    public func check(_ note: SignedNote) throws(TrustFault) -> Verdict {
        let checkpoint: Checkpoint
        let verified: [VerifiedSignature]
        do throws(NoteFault) { checkpoint = try Checkpoint(note.text) } catch { throw .note(error) }
        let keys = logs.map(\.key).filter { $0.name == checkpoint.origin }
        guard !keys.isEmpty else { throw .unknownLog(checkpoint.origin) }
        do throws(NoteFault) { verified = try note.verified(by: keys + witnesses.map(\.key)) } catch { throw .note(error) }
        guard let log = verified.first(where: { keys.contains($0.key) }) else { throw .notSignedByLog(checkpoint.origin) }
        var times: [VerifierKey: Int64] = [:]
        for signature in verified { if let time = signature.time { times[signature.key] = max(time, times[signature.key] ?? 0) } }
        let isCosigned = witnesses.map { times[$0.key] != nil }
        let cosigned = Dictionary(witnesses.compactMap { witness in times[witness.key].map { (witness.name, $0) } }) { first, _ in first }
        guard quorum.map({ isMet($0, isCosigned) }) ?? true else { throw .quorum(cosigned: cosigned.keys.sorted()) }
        return Verdict(checkpoint: checkpoint, log: log.key, cosigned: cosigned)
    }

    /// Groups name only what stands before them, so this ends.
    private func isMet(_ member: Member, _ isCosigned: [Bool]) -> Bool {
        switch member {
        case .witness(let place): isCosigned[place]
        case .group(let place): groups[place].members.count { isMet($0, isCosigned) } >= groups[place].threshold
        }
    }
}
