public import PortalNetwork
public import Store
public import Vietnamese

/// What is kept of a hand-over: every credential there was, what was taken away, what still runs. Codes and names only, nothing that opens anything.
public struct HandOverReport: Sendable, Codable {
    /// Something the program holds that is secret, and where it comes from.
    public struct Secret: Sendable, Hashable, Codable {
        /// The setting's name: `mail-password-file`.
        public let name: String
        public let meaning: String

        public init(name: String, meaning: String) {
            self.name = name
            self.meaning = meaning
        }
    }

    public struct JobLine: Sendable, Hashable, Codable {
        public let name: String
        public let waiting: Int
        public let dead: Int
    }

    public let madeAt: String
    /// Sign-in name, or `command line`.
    public let madeBy: String
    /// The portal whose people it is about.
    public let portal: String
    public let accounts: [AccountCredentials]
    /// Whose every way in was taken away in this hand-over.
    public let expelled: [String]
    public let keyRotation: KeyRotation?
    public let sealingKeySince: String?
    /// Settings that hold secrets a leaver may know: to be changed where they are kept.
    public let secrets: [Secret]
    public let jobs: [JobLine]
    public let letters: [String: Int]
}

/// The ceremony: list, take away, rotate, and write down what was done.
public struct HandOver: Sendable {
    private let access: Access
    private let notices: Notices
    private let secrets: [HandOverReport.Secret]

    /// - Parameter secrets: what the configuration holds.
    public init(_ access: Access, notices: Notices, secrets: [HandOverReport.Secret]) {
        self.access = access
        self.notices = notices
        self.secrets = secrets
    }

    /// What there is now, of the people of some portals (nil: everybody's).
    public func survey(
        _ sites: [SiteID]?,
        named portal: String,
        in tree: SiteTree,
        by person: Person?,
        expelled: [String] = [],
        rotation: KeyRotation? = nil
    ) async throws -> HandOverReport {
        let now = access.clock.now()
        let access = access
        let (accounts, jobs, letters) = try await access.database.read { db in
            let people = try sites.map { try People.working(on: $0, in: db) } ?? People.all(in: db)
            return (try access.credentials(of: people, in: tree, in: db), try JobQueue.open(db), try LetterBook.counts(in: db))
        }
        return HandOverReport(
            madeAt: now.rfc3339,
            madeBy: person?.handle ?? "command line",
            portal: portal,
            accounts: accounts,
            expelled: expelled,
            keyRotation: rotation,
            sealingKeySince: try await access.keyStanding().since?.rfc3339,
            secrets: secrets,
            jobs: jobs.map { HandOverReport.JobLine(name: $0.name, waiting: $0.waiting, dead: $0.dead) },
            letters: Dictionary(uniqueKeysWithValues: letters.map { ($0.key.rawValue, $0.value) })
        )
    }

    /// Takes everything away from some people; where asked, rotates the keys, and tells those whose recovery codes went with the old one.
    public func carryOut(_ people: [Person], rotatingKeys: Bool, by person: Person?, from caller: Access.Caller) async throws -> KeyRotation? {
        if !people.isEmpty { try await access.expel(people.map(\.id), by: person, from: caller) }
        guard rotatingKeys else { return nil }
        let (done, without) = try await access.rotateKeys(by: person, from: caller)
        let notices = notices
        for id in without {
            try await notices.notify(id, NoticeSubject("recovery-void"), link: "/desk/tai-khoan/ma-du-phong")
        }
        return done
    }
}

extension JobQueue {
    /// How many jobs of each name wait or run, and how many failed for good.
    static func open(_ db: any Connection) throws -> [(name: String, waiting: Int, dead: Int)] {
        var found: [String: (waiting: Int, dead: Int)] = [:]
        let rows = try db.rows(
            """
            SELECT name, state, count(*) FROM job WHERE state IN (\(Job.State.waiting), \(Job.State.running), \(Job.State.dead)) GROUP BY name, state
            """
        )
        for row in rows {
            let (name, state, count): (String, Job.State, Int) = (try row[0], try row[1], try row[2])
            if state == .dead { found[name, default: (0, 0)].dead += count } else { found[name, default: (0, 0)].waiting += count }
        }
        return found.map { ($0.key, $0.value.waiting, $0.value.dead) }.sorted { $0.0 < $1.0 }
    }
}
