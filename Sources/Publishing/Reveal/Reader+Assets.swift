public import PortalNetwork
import Store

extension Reader {
    /// The files that cards show and their items offer, by their public name: type, size and path. (The cards have passed the gate, and with them what they
    /// show.)
    public func files(shownBy cards: [RevealedCard], offering files: [String] = []) async throws -> [String: Asset] {
        let wanted = Array(Set(cards.compactMap { $0.content.picture?.asset } + files)).sorted()
        guard !wanted.isEmpty else { return [:] }
        let found = try await database.read { db in
            try wanted.parts(of: 400).flatMap { part in
                try db.rows("SELECT \(Asset.columns) FROM asset WHERE asset.id IN (\(list: part)) AND asset.erased_at IS NULL").map { try Asset($0) }
            }
        }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }
}
