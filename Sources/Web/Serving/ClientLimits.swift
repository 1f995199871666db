import NIOCore
import Synchronization

/// How much one client may ask for, so that one that asks for everything at once leaves the others their share.
///
/// A client is an IPv4 address or an IPv6 network of 64 bits. Behind one address there may be a whole commune (carrier NAT), so the bounds are wide; they
/// are counted in what an answer costs: one for a page that is ready, ten for one that must be made.
public struct ClientLimits: Sendable {
    /// Credits for each second, and how many may be saved up. 0 sets no bound.
    public var rate: Double
    public var burst: Double
    /// Connections one client may hold open.
    public var connections: Int
    /// Proxies whose word (`X-Forwarded-For`) on who asks is taken.
    public var proxies: [AddressRange]

    static let readyCost = 1.0
    static let madeCost = 10.0

    public init(rate: Double = 500, burst: Double = 5_000, connections: Int = 1_000, proxies: [AddressRange] = AddressRange.loopback) {
        self.rate = rate
        self.burst = burst
        self.connections = connections
        self.proxies = proxies
    }
}

/// The credits of one client.
final class ClientAccount: Sendable {
    private struct State {
        var credits: Double
        var at: NIODeadline
        var connections = 0
    }

    private let limits: ClientLimits
    private let state: Mutex<State>

    init(_ limits: ClientLimits, now: NIODeadline) {
        self.limits = limits
        state = Mutex(State(credits: limits.burst, at: now))
    }

    /// Takes what an answer costs; false when there is not so much left.
    func pay(_ cost: Double, now: NIODeadline) -> Bool {
        state.withLock { state in
            state.credits = min(limits.burst, state.credits + Double((now - state.at).nanoseconds) / 1e9 * limits.rate)
            state.at = now
            guard state.credits >= cost else { return false }
            state.credits -= cost
            return true
        }
    }

    func connect() -> Bool {
        state.withLock { state in
            guard state.connections < limits.connections else { return false }
            state.connections += 1
            return true
        }
    }

    func disconnect() { state.withLock { $0.connections -= 1 } }

    /// Nothing is open and everything is paid back: it may be forgotten.
    func isIdle(now: NIODeadline) -> Bool {
        state.withLock { state in
            state.connections == 0 && state.credits + Double((now - state.at).nanoseconds) / 1e9 * limits.rate >= limits.burst
        }
    }
}

/// The accounts of all clients seen lately.
final class ClientAccounts: Sendable {
    let limits: ClientLimits
    private let accounts = Mutex<[ClientName: ClientAccount]>([:])
    private static let most = 200_000

    init(_ limits: ClientLimits) { self.limits = limits }

    /// Nil where there is no bound: none was set, or a proxy asks that does not say for whom.
    func account(_ peer: ClientName?, forwardedFor: String? = nil, now: NIODeadline) -> ClientAccount? {
        guard limits.rate > 0, let peer else { return nil }
        var name = peer
        if limits.proxies.contains(where: { $0.contains(peer) }) {
            // The last address that no proxy of ours wrote: those before it are anybody's invention.
            let chain = (forwardedFor ?? "").split(separator: ",").reversed().lazy.compactMap { ClientName(text: $0) }
            guard let client = chain.first(where: { client in !limits.proxies.contains { $0.contains(client) } }) else { return nil }
            name = client
        }
        name = name.client
        return accounts.withLock { accounts in
            if let known = accounts[name] { return known }
            if accounts.count >= Self.most { accounts = accounts.filter { !$0.value.isIdle(now: now) } }
            let made = ClientAccount(limits, now: now)
            if accounts.count < Self.most { accounts[name] = made }
            return made
        }
    }
}
