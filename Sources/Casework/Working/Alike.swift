public import PortalNetwork
import Publishing
import Store
import Vietnamese

extension Casework {
    /// Letters of one cluster are counted up to here.
    public static let mostAlike = 1000
    /// Cases that one bulk merge takes up at most.
    public static let mostMerged = 500

    /// How many open cases of each cluster stand on these desks; clusters of one are left out.
    public func alike(_ clusters: [Int64], on desks: [SiteID], by: By) async throws -> [Int64: Int] {
        let desks = desks.filter { mayDo(by.actor, .readCases, on: Subject(site: $0), in: by.tree) }
        let wanted = Set(clusters)
        guard !wanted.isEmpty, !desks.isEmpty else { return [:] }
        return try await database.read { db in
            var counts: [Int64: Int] = [:]
            for cluster in wanted {
                let count = try db.value(
                    """
                    SELECT count(*) FROM (SELECT 1 FROM case_file WHERE cluster = \(cluster) AND ended = 0 AND desk IN (\(list: desks))
                    LIMIT \(Self.mostAlike)) AS counted
                    """,
                    as: Int.self
                )
                if let count, count > 1 { counts[cluster] = count }
            }
            return counts
        }
    }

    /// Merges cases of a cluster into one of them, each by the verb `merge` with its own event and line in the trail. One that changed meanwhile, was decided
    /// or is not this person's to merge is left as it is.
    /// - Parameter chosen: those that were ticked; nil: every open one of the cluster on these desks, `mostMerged` at most.
    public func mergeAlike(_ cluster: Int64, _ chosen: [Seen]?, into target: CaseID, on desks: [SiteID], by: By) async throws -> (
        merged: Int, left: Int
    ) {
        let desks = desks.filter { mayDo(by.actor, .receiveCases, on: Subject(site: $0), in: by.tree) }
        guard !desks.isEmpty else { throw AuthorizationRefusal.notAllowed(.receiveCases) }
        let open = try await database.read { db in
            try db.rows(
                """
                SELECT \(CaseFile.columns) FROM case_file WHERE cluster = \(cluster) AND ended = 0 AND desk IN (\(list: desks))
                ORDER BY case_file.id LIMIT \(Self.mostAlike)
                """
            ).map(CaseFile.init)
        }
        guard open.contains(where: { $0.id == target }) else { throw CaseRefusal.unknownCase }
        let known = Set(open.map(\.id))
        let seen = chosen?.filter { known.contains($0.id) } ?? open.map { Seen($0.id, version: $0.version) }
        var (merged, left) = (0, (chosen?.count ?? 0) - (chosen == nil ? 0 : seen.count))
        for one in seen.filter({ $0.id != target }).prefix(Self.mostMerged) {
            do {
                try await merge(one, into: target, by: by)
                merged += 1
            } catch is CaseRefusal {
                left += 1
            } catch is AuthorizationRefusal {
                left += 1
            }
        }
        return (merged, left)
    }
}
