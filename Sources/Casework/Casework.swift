import Crypto
public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// The inward arc: whatever the public sends in is a case, with a receipt, an owner, a clock and a history. Each verb is a file.
///
/// A verb decides on plain values (authorize, workflow, clock), writes everything in one transaction (row, event, sealed words, audit) and answers when that
/// is durable.
public struct Casework: Sendable {
    public let database: any Database
    public let keyring: Keyring
    public let clock: Clock
    public let ids: IdentifierMaker
    public let tracks: TrackTable
    public let times: CaseTimes
    /// By which ways who asked is told of their case.
    public let telling: CaseTelling
    let intake: Intake
    let terms: CaseTerms
    let likeness: LikenessKey
    let suggesters = SuggesterCache()
    let sumsMemo = SumsMemo()

    public init(
        database: any Database,
        keyring: Keyring,
        clock: Clock,
        ids: IdentifierMaker,
        tracks: TrackTable,
        times: CaseTimes,
        telling: CaseTelling = .none,
        termKey: [UInt8]
    ) {
        self.database = database
        self.keyring = keyring
        self.clock = clock
        self.ids = ids
        self.tracks = tracks
        self.times = times
        self.telling = telling
        intake = Intake(database, keyring)
        terms = CaseTerms(key: SymmetricKey(data: termKey))
        likeness = LikenessKey(terms)
    }

    /// Who does something on the desk, and the network in which the gate decides.
    public struct By: Sendable {
        public let actor: Actor
        public let person: Person
        public let tree: SiteTree
        public let caller: Access.Caller

        public init(_ actor: Actor, _ person: Person, in tree: SiteTree, from caller: Access.Caller) {
            self.actor = actor
            self.person = person
            self.tree = tree
            self.caller = caller
        }
    }

    /// The keys of some cases.
    func keys(_ cases: some Sequence<CaseID>) async throws -> ItemKeys {
        try await keyring.keys(for: cases.map { ItemID(rawValue: $0.rawValue) })
    }
}
