public import PortalNetwork
public import Store
public import Vietnamese

extension Casework {
    /// An unanswered letter of an old system.
    public struct Imported: Sendable {
        public let submission: Submission
        /// When it came there; nil: nobody knows, and the clock counts from now.
        public let came: CivilDate?
        /// Who it was sent to there, as far as it stands today.
        public let agency: AgencyID?
        /// What names it in its source. The same key on the same portal is the same letter.
        public let key: String

        public init(_ submission: Submission, came: CivilDate?, agency: AgencyID? = nil, key: String) {
            self.submission = submission
            self.came = came
            self.agency = agency
            self.key = key
        }
    }

    /// What became of many that were entered at once.
    public struct Entered: Sendable {
        public var entered = 0
        /// There already.
        public var known = 0
        public var refused: [(position: Int, refusal: CaseRefusal)] = []
    }

    /// Positions of those that are on the portal already.
    public func known(_ many: [Imported], on site: Site) async throws -> Set<Int> {
        let marks = many.map { mark(of: $0, on: site) }
        guard !marks.isEmpty else { return [] }
        let found = try await database.read { db in Set(try db.column("SELECT sent FROM case_file WHERE sent IN (\(list: marks))", as: [UInt8].self))
        }
        return Set(marks.indices.filter { found.contains(marks[$0]) })
    }

    /// Takes letters of an old system in, together: one after the other is durable with its neighbours, each has a line of the trail. Two people answer for it: whoever
    /// may import, and whoever confirms imports and may receive cases there.
    public func enter(_ many: [Imported], on site: Site, by: By, confirmedBy second: By) async throws -> Entered {
        try authorize(by.actor, .importItems, on: Subject(site: site.id), in: by.tree)
        try authorize(second.actor, .confirmImport, on: Subject(site: site.id), in: by.tree)
        try authorize(second.actor, .receiveCases, on: Subject(site: site.id), in: by.tree)
        guard by.person.id != second.person.id else { throw AuthorizationRefusal.ownWork(.confirmImport) }
        let known = try await known(many, on: site)
        var outcome = Entered()
        outcome.known = known.count
        let results = try await withThrowingTaskGroup(of: (Int, CaseRefusal?).self) { group in
            var seen: Set<[UInt8]> = []
            for (position, one) in many.enumerated() where !known.contains(position) {
                let mark = mark(of: one, on: site)
                guard seen.insert(mark).inserted else {
                    outcome.known += 1
                    continue
                }
                group.addTask {
                    do {
                        var submission = one.submission
                        submission.enteredBy = by.person.id
                        let came = try one.came.map { try self.moment(of: $0) }
                        _ = try await self.take(Arrival(submission, on: site, agency: one.agency, mark: mark, came: came, entry: by))
                        return (position, nil)
                    } catch let refusal as CaseRefusal { return (position, refusal) }
                }
            }
            return try await group.reduce(into: [(Int, CaseRefusal?)]()) { $0.append($1) }
        }
        for (position, refusal) in results.sorted(by: { $0.0 < $1.0 }) {
            if let refusal { outcome.refused.append((position, refusal)) } else { outcome.entered += 1 }
        }
        return outcome
    }

    private func mark(of one: Imported, on site: Site) -> [UInt8] {
        Array(terms.mark(bytes: Array("import \(site.id) ".utf8) + Array(one.key.utf8)).prefix(16))
    }
}
