import Publishing

/// Looks at foreign addresses while somebody writes: in the background, a few at a time, each within its time, through the gate `fetch`.
/// What was found is remembered for a while, on this node alone.
actor LinkGlance {
    /// Asks for one address; the gate decides whether it may be asked at all.
    typealias Look = @Sendable (_ address: String) async throws -> LinkFinding

    private struct Known {
        let finding: LinkFinding
        let at: ContinuousClock.Instant
    }

    private let look: Look?
    private let patience: Duration
    private let memory: Duration
    private var known: [String: Known] = [:]
    private var running: Set<String> = []
    private var waiting: [String] = []
    private static let width = 4
    private static let mostWaiting = 100
    private static let mostKnown = 2000

    /// - Parameters:
    ///   - look: nil where nothing foreign is asked for at all.
    ///   - patience: after which one address has not answered.
    ///   - memory: how long a finding is believed.
    init(look: Look?, patience: Duration = .seconds(20), memory: Duration = .seconds(3600)) {
        self.look = look
        self.patience = patience
        self.memory = memory
    }

    /// What is known of these addresses; the others are begun to be looked at.
    /// - Returns: the findings, and whether it is worth to ask again.
    func ask(_ addresses: [String]) -> (findings: [String: LinkFinding], isPending: Bool) {
        guard look != nil else { return ([:], false) }
        let now = ContinuousClock.now
        var findings: [String: LinkFinding] = [:]
        var isPending = false
        for address in addresses {
            if let one = known[address], one.at.duration(to: now) < memory {
                findings[address] = one.finding
            } else {
                isPending = true
                if !running.contains(address), !waiting.contains(address), waiting.count < Self.mostWaiting { waiting.append(address) }
            }
        }
        begin()
        return (findings, isPending)
    }

    private func begin() {
        while running.count < Self.width, !waiting.isEmpty {
            let address = waiting.removeFirst()
            running.insert(address)
            Task { await self.glance(address) }
        }
    }

    private func glance(_ address: String) async {
        let (look, patience) = (look, patience)
        let finding = await withTaskGroup(of: LinkFinding?.self) { group in
            group.addTask { try? await look?(address) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        running.remove(address)
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[address] = Known(finding: finding ?? LinkFinding(.broken, reason: "slow"), at: ContinuousClock.now)
        begin()
    }
}
