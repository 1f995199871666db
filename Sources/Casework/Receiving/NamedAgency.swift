public import PortalNetwork
import Store
public import Vietnamese

/// Who is meant by the name of an agency in a file of another system.
public struct NamedAgency: Sendable, Hashable {
    /// As it was called officially on the day it is about.
    public let name: String
    /// Who stands in its place today; nil where that is nobody, or several.
    public let today: AgencyID?
}

extension Casework {
    /// Finds an agency by its name, in full or short, of a day or of another time. Nil where the register knows none of that name, or several.
    public func agency(named text: String, on day: CivilDate) async throws -> NamedAgency? {
        let today = clock.now().civilDate
        return try await database.read { db in
            var found = Set(try Agencies.find(name: text, on: day, in: db).map(\.id))
            if found.isEmpty { found = Set(try Agencies.find(name: text, on: nil, in: db).map(\.id)) }
            guard found.count == 1, let id = found.first else { return nil }
            let standing = try Agencies.current(of: id, on: today, in: db)
            guard let named = try Agencies.agency(id, on: day, in: db) ?? Agencies.history(of: id, in: db).last else { return nil }
            return NamedAgency(name: named.name, today: standing.count == 1 ? standing.first?.id : nil)
        }
    }
}
