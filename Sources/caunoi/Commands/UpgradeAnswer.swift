import Store

/// A migration, as people and scripts are told of it.
struct UpgradeStep: Encodable, Sendable {
    let number: Int
    let name: String
    /// `database`, or `keys` for that of the item keys.
    let store: String
    /// Programs of before go on working while and after it runs.
    let isExpansion: Bool

    init(_ migration: Migration, in store: String) {
        number = migration.number
        name = migration.name
        self.store = store
        isExpansion = migration.isExpansion
    }

    var text: String { "\(store) \(number) \(name)\(isExpansion ? " (older programs go on)" : "")" }
}

/// How an installation stands to this program.
struct UpgradeStanding: Sendable {
    /// Nothing has ever run: there is no installation.
    let isNew: Bool
    /// The newest migration of the database.
    let schema: Int
    /// What is to run.
    let steps: [UpgradeStep]
    /// Who works on the database now.
    let holders: [String]

    /// Whether programs of before can live with all of it.
    var isExpansion: Bool { steps.allSatisfy(\.isExpansion) }
}

/// What `caunoi upgrade` says.
struct UpgradeAnswer: Encodable {
    let program: String
    /// The newest migration before, and that which this program knows.
    let schemaBefore: Int
    let schema: Int
    let pending: [UpgradeStep]
    /// Programs of before go on working on the database afterwards.
    let olderProgramsGoOn: Bool
    /// The set and the generation of keys that were made first.
    private(set) var backup: String?
    private(set) var backupKeys: String?
    private var places: (sets: String, keys: String)?
    var ran: [UpgradeStep] = []
    var isDone = false
    /// What to do to go back.
    var back: String? { isDone && !ran.isEmpty ? wayBack : nil }

    private enum Keys: String, CodingKey {
        case program, schemaBefore, schema, pending, olderProgramsGoOn, backup, backupKeys, ran, isDone, back
    }

    init(_ standing: UpgradeStanding) {
        program = Version.number
        schemaBefore = standing.schema
        schema = Program.migrations.map(\.number).max() ?? 0
        pending = standing.steps
        olderProgramsGoOn = standing.isExpansion
        isDone = standing.steps.isEmpty
    }

    mutating func take(_ made: BackupWork.Answer, _ settings: Settings) {
        (backup, backupKeys) = (made.set, made.keys)
        places = (settings[.backup] ?? "", settings[.backupKeys] ?? "")
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(program, forKey: .program)
        try container.encode(schemaBefore, forKey: .schemaBefore)
        try container.encode(schema, forKey: .schema)
        try container.encode(pending, forKey: .pending)
        try container.encode(olderProgramsGoOn, forKey: .olderProgramsGoOn)
        try container.encodeIfPresent(backup, forKey: .backup)
        try container.encodeIfPresent(backupKeys, forKey: .backupKeys)
        try container.encode(ran, forKey: .ran)
        try container.encode(isDone, forKey: .isDone)
        try container.encodeIfPresent(back, forKey: .back)
    }

    var text: String {
        if pending.isEmpty { return "The database is up to date (schema \(schemaBefore))." }
        guard isDone else {
            let head = "\(pending.count) migration(s) are to run" + (olderProgramsGoOn ? "; nodes of the version before may go on serving" : "")
            return ([head] + pending.map(\.text)).joined(separator: "\n")
        }
        let made = backup.map { ["backup: set \($0), item keys \(backupKeys ?? "")"] } ?? []
        let done = ran.isEmpty ? ["Another machine has run them meanwhile."] : ran.map { "ran \($0.text)" }
        return (made + done + ["Now start the nodes of \(program)."] + (back.map { ["To go back: \($0)"] } ?? [])).joined(separator: "\n")
    }

    private var wayBack: String {
        if olderProgramsGoOn { return "start the program of before; it goes on with this database, nothing is to be restored." }
        guard let backup, let places else { return "there is none, for no backup was made." }
        return """
            stop every node, install the program of before, put what is in the data folder and the database away, and give the set \(backup) back with it: \
            caunoi restore \(places.sets) --backup-keys \(places.keys) --set \(backup) (docs/operating/backup.md). What is published from now on is missing there, \
            and the record stays frozen until 'caunoi log recover' brought it back.
            """
    }
}
