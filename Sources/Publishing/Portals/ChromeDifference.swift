public import PortalNetwork
public import PublicRecord
import Store
public import Vietnamese

/// Something around a portal's items that stands in the tables otherwise than the record says: it was written there without an entry.
public struct ChromeDifference: Sendable, Hashable {
    /// Member of the recorded object (`menu`, `name`, `banners`, …); `object` where what was committed to is no more as it was.
    public let member: String
    /// As canonical JSON; nil where there is none.
    public let recorded: String?
    public let found: String?
}

extension Reader {
    /// What the tables say of a portal that its newest `chrome` entry does not commit to.
    ///
    /// - Parameters:
    ///   - commitment: of that entry.
    ///   - moment: the entry's. Banners that had ended then are no part of it.
    /// - Returns: empty where everything is as it was entered, or was entered by another version of the form.
    public func chromeDifferences(of site: SiteID, from commitment: Commitment, at moment: Instant) async throws -> [ChromeDifference] {
        let (kept, state) = try await database.read { db in
            (try RecordObjects.find(commitment, db), try CanonicalJSON.encode(try ChromeState.read(site, at: moment, db)))
        }
        guard case .there(let object) = kept, let salt = Salt(object.prefix(Salt.size)),
            Commitment(.chrome, salt: salt, Array(object.dropFirst(Salt.size))) == commitment,
            case .object(let recorded) = try CanonicalJSON.parse(Array(object.dropFirst(Salt.size))),
            case .object(let found) = try CanonicalJSON.parse(state)
        else { return [ChromeDifference(member: "object", recorded: commitment.hex, found: nil)] }
        guard recorded["v"] == found["v"] else { return [] }
        func text(_ value: JSONValue?) throws -> String? { try value.map { String(decoding: try CanonicalJSON.serialise($0), as: UTF8.self) } }
        return try Set(recorded.keys).union(found.keys).sorted().filter { recorded[$0] != found[$0] }.map { member in
            ChromeDifference(member: member, recorded: try text(recorded[member]), found: try text(found[member]))
        }
    }
}
