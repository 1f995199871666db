public import PortalNetwork
import Store
public import Vietnamese

extension Casework {
    /// Short names of agencies by the text of their ids, as they are called today; those that are no more, as they were called last.
    public func agencyNames(byText wanted: some Sequence<String>) async throws -> [String: String] {
        let today = clock.now().civilDate
        let ids = Set(wanted.compactMap { AgencyID($0) })
        guard !ids.isEmpty else { return [:] }
        return try await database.read { db in
            var names = Dictionary(try Agencies.all(on: today, in: db).filter { ids.contains($0.id) }.map { ("\($0.id)", $0.shortName) }) { $1 }
            for id in ids where names["\(id)"] == nil { names["\(id)"] = try Agencies.history(of: id, in: db).last?.shortName }
            return names
        }
    }

    /// Cases of a list without their folders: what goes into files. The most urgent first, at most so many.
    public func files(_ query: CaseQuery, atMost most: Int, by: By) async throws -> [CaseFile] {
        var query = query
        (query.after, query.before, query.limit) = (nil, nil, 500)
        var files: [CaseFile] = []
        while files.count < most {
            let page = try await places(query, by: by)
            files += page.map(\.0)
            guard page.count == query.limit, let last = page.last else { break }
            query.after = CaseQuery.Place(at: last.1, id: last.0.id)
        }
        return Array(files.prefix(most))
    }
}
