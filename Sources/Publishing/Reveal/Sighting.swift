public import Store

/// How far a snapshot has come in what is published: what one node has seen, another server must have too before it may answer instead.
///
/// The newest entry stands for the whole record before it: its commitments are salted, so no other history has the same bytes under the same number.
public struct Sighting: Sendable, Hashable {
    /// The newest event.
    public let sequence: Int64
    let entry: String
    /// How far the lists have followed.
    let lists: Int64
    /// The number of the network of portals.
    let network: Int64

    /// What a server has of what was seen elsewhere.
    public enum Standing: Sendable, Hashable {
        /// All of it, and maybe more.
        case level(Sighting)
        /// This many events too few; 0 where lists or the network are behind.
        case behind(Int64)
        /// Another history: no replica of this database, or one that went its own way.
        case foreign
    }

    init(sequence: Int64, entry: String, lists: Int64, network: Int64) {
        self.sequence = sequence
        self.entry = entry
        self.lists = lists
        self.network = network
    }

    private init(_ row: Row) throws {
        sequence = try row[0]
        entry = try row[1]
        lists = try row[2]
        network = try row[3]
    }

    /// Of this snapshot; nil while nothing has happened.
    public static func take(_ db: any Connection) throws -> Sighting? { try read(db.row(question())) }

    static func read(_ row: Row?) throws -> Sighting? { try row.map { try Sighting($0) } }

    /// One row: where the snapshot is, and the entry it has under a number that somebody knows.
    static func question(about known: Int64 = -1) -> SQL {
        """
        SELECT event.seq, event.entry,
            COALESCE((SELECT c.seq FROM projection_cursor c WHERE c.name = \(Listing.name) AND c.version = \(Listing.version)), -1),
            (SELECT n.version FROM network_version n WHERE n.id = 1),
            (SELECT k.entry FROM event k WHERE k.seq = \(known))
        FROM event WHERE event.seq = (SELECT h.seq FROM event_head h WHERE h.id = 1)
        """
    }

    /// What the server that gave this answer to `question(about: sequence)` has of this.
    func standing(_ row: Row?) throws -> Standing {
        guard let row else { return .behind(sequence + 1) }
        let found = try Sighting(row)
        guard found.sequence >= sequence else { return .behind(sequence - found.sequence) }
        let same: String? = try row[4]
        guard same == entry else { return .foreign }
        guard found.lists >= lists, found.network >= network else { return .behind(0) }
        return .level(found)
    }

    /// The same, asked in a transaction.
    public func standing(_ db: any Connection) throws -> Standing { try standing(db.row(Self.question(about: sequence))) }

    /// Both of what was seen: nothing that was seen once is forgotten.
    func joined(_ other: Sighting) -> Sighting {
        let newer = other.sequence >= sequence ? other : self
        return Sighting(sequence: newer.sequence, entry: newer.entry, lists: max(lists, other.lists), network: max(network, other.network))
    }
}
