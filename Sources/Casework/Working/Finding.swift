public import PortalNetwork
public import Rules
public import Store
public import Vietnamese

extension Casework {
    /// The case of a code, for who may see lists where it stands; nil where there is none.
    public func find(_ code: ReceiptCode, by: By) async throws -> CaseID? {
        guard let file = try await database.read({ try CaseFile.find(code, $0) }),
            mayDo(by.actor, .readCases, on: Subject(site: file.desk), in: by.tree)
        else { return nil }
        return file.id
    }

    /// How many cases there are.
    public func count() async throws -> Int { try await database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) } ?? 0 }

    /// Short names of agencies as they are called today.
    public func agencyNames(_ agencies: [AgencyID]) async throws -> [AgencyID: String] {
        let today = clock.now().civilDate
        let wanted = Set(agencies)
        guard !wanted.isEmpty else { return [:] }
        return try await database.read { db in
            var names: [AgencyID: String] = [:]
            for agency in wanted { names[agency] = try Agencies.agency(agency, on: today, in: db)?.shortName }
            return names
        }
    }

    /// Every agency that exists today, for choosing whose it is.
    public func agencies() async throws -> [Agency] {
        let today = clock.now().civilDate
        return try await database.read { try Agencies.all(on: today, in: $0) }
    }
}

extension Casework {
    /// Names of people, as they are called now.
    public func peopleNames(_ people: [PersonID]) async throws -> [PersonID: String] {
        let wanted = Set(people)
        guard !wanted.isEmpty else { return [:] }
        return try await database.read { db in
            var names: [PersonID: String] = [:]
            for person in wanted { names[person] = try People.person(person, in: db).name }
            return names
        }
    }

    /// The reasons for which the rule of a case gives more time, in words; empty where it gives none.
    public func extensionReasons(of file: CaseFile, in language: DateLanguage) -> [(code: String, words: String)] {
        let clock = times.legal()
        guard let rule = file.rule.flatMap({ clock.book[$0] }), let lengthening = rule.lengthening else { return [] }
        return lengthening.reasons.map { ($0, clock.book.word($0, language)) }
    }
}

extension Casework {
    /// An agency that somebody chose, if it exists today; a form that lay open over a merger goes to the portal's own desk.
    public func standing(_ agency: AgencyID?) async throws -> AgencyID? {
        guard let agency else { return nil }
        let today = clock.now().civilDate
        return try await database.read { try Agencies.agency(agency, on: today, in: $0)?.id }
    }

    /// How long an answer on a track may take by the rule of today, in words; nil where no rule speaks of it.
    public func term(of track: Track, on site: SiteID, _ language: DateLanguage) -> String? {
        times.term(of: track, on: site, at: clock.now(), language)
    }

    /// How the deadline of a case was computed, from its events.
    public func reckoning(of file: CaseFile, _ events: [CaseEvent]) throws -> Explanation? { try times.explanation(of: file, events, tracks) }
}
