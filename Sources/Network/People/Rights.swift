/// Under which condition a role may do an action to a subject it reaches.
enum Condition: Equatable {
    case always
    /// Things of the site that are no items (settings, lists of people, menus).
    case settings
    /// Own work, and the settings one needs to see to do it.
    case own
    /// Own work that nobody else has in hand: not yet submitted, or sent back.
    case ownUnfinished
    /// Four eyes: anything but one's own.
    case notOwn
    /// Items of the kinds a unit keeps itself.
    case unitKinds
    /// Items of the register of documents.
    case documents

    /// What units answer for themselves: documents, procedures, answers, drafts for comment (domain notes 7.1).
    static let kindsOfUnits: Set<String> = ["legal-document", "procedure", "question", "consultation"]
    static let kindsOfRegister: Set<String> = ["legal-document", "gazette-issue"]
    static let unfinished: Set<String> = ["draft", "returned"]

    func holds(for subject: Subject) -> Bool {
        switch self {
        case .always: true
        case .settings: subject.kind == nil
        case .own: subject.kind == nil || subject.relation == .author
        case .ownUnfinished: subject.relation == .author && subject.state.map(Self.unfinished.contains) ?? true
        case .notOwn: subject.relation != .author
        case .unitKinds: subject.kind.map(Self.kindsOfUnits.contains) ?? false
        case .documents: subject.kind.map(Self.kindsOfRegister.contains) ?? false
        }
    }
}

/// What each role may do: the whole table (domain notes 7.1). A role that does not stand in a row may not.
///
/// Two rules run through it. Nobody approves what they wrote, and nobody confirms their own import. `operator` and `administrator` have
/// no publishing right whatever: who keeps the machine must not be able to speak for the state (domain notes 10.3).
enum Rights {
    private static let newsroom: [Role] = [.editor, .deskSecretary, .deputyChief, .editorInChief]
    private static let chiefs: [Role] = [.deputyChief, .editorInChief]
    private static let writers: [Role] = newsroom + [.contributor, .reporter, .unitLiaison, .recordsClerk]
    private static let officials: [Role] = [.recordsClerk, .unitLiaison, .deskSecretary] + chiefs
    private static let technicians: [Role] = [.operator, .administrator]

    private static func all(_ roles: [Role], _ condition: Condition = .always) -> [Role: Condition] {
        Dictionary(uniqueKeysWithValues: roles.map { ($0, condition) })
    }

    private static let writing: [Role: Condition] = all(newsroom).merging(
        [.contributor: .ownUnfinished, .reporter: .ownUnfinished, .unitLiaison: .unitKinds, .recordsClerk: .documents]
    ) { $1 }

    private static let creating: [Role: Condition] = all(newsroom + [.contributor, .reporter]).merging(
        [.unitLiaison: .unitKinds, .recordsClerk: .documents]
    ) { $1 }

    static func of(_ action: Action) -> [Role: Condition] { table[action] ?? [:] }

    static let table: [Action: [Role: Condition]] = [
        // Seeing what is not public. The technical roles see settings, not drafts.
        .read: all(newsroom + [.reporter, .unitLiaison, .recordsClerk, .accountant]).merging(
            [.contributor: .own, .operator: .settings, .administrator: .settings]
        ) { $1 },

        // Writing.
        .create: creating,
        .edit: writing,
        .submit: writing,
        .return: all(newsroom),

        // Publishing: the board, and for the approval other eyes.
        .approve: all(chiefs, .notOwn),
        .schedule: all(chiefs),
        .publish: all(chiefs),
        .update: all(chiefs),
        .correct: all(chiefs),
        .withdraw: all(chiefs),
        .restore: all(chiefs),
        .publishUrgently: all(chiefs),
        .confirmUrgent: all(chiefs, .notOwn),
        .assign: all(newsroom),
        .inviteReader: all(newsroom),
        .move: all(chiefs),
        // For good: the head alone.
        .erase: all([.editorInChief]),

        // Importing: technicians may bring old material in, the board lets it out.
        .importItems: all(newsroom + technicians),
        .confirmImport: all(chiefs, .notOwn),

        // The site.
        .editSections: all([.deskSecretary, .administrator] + chiefs),
        .editMenu: all([.deskSecretary, .administrator] + chiefs),
        .editLook: all([.administrator] + chiefs),
        .raiseBanner: all(chiefs),
        // The order of the front page is the secretary's work; it shows nothing that was not published.
        .arrangeHome: all([.deskSecretary] + chiefs),
        // An old address leads to a page of the same portal and takes the place of none.
        .editRedirects: all([.deskSecretary] + chiefs + technicians),
        // Who leads what: the secretary keeps it, an administrator may bring it.
        .editLeaders: all([.deskSecretary, .administrator] + chiefs),
        // By when the house answers, and which days are worked: whoever answers for the house, and who keeps its settings.
        .editRules: all([.editorInChief, .administrator]),
        // Whose a letter is: the secretary keeps the table as the head says, an administrator may bring it. It holds nothing of any letter.
        .editCompetence: all([.deskSecretary, .administrator] + chiefs),
        // Where links may lead with weight: who works with links proposes, the board decides, and never on its own proposal.
        .proposeHost: all(newsroom + technicians),
        .approveHost: all(chiefs, .notOwn),
        .readReports: all(newsroom + technicians),
        .watchLinks: all(technicians),
        // Whoever may have to withdraw, and whoever keeps the machine.
        .watchPages: all([.operator] + chiefs),
        .addSite: all(technicians),
        .changeSite: all(technicians),
        // Nobody changes their own roles.
        .editPeople: all([.administrator], .notOwn),
        .editUnits: all(technicians),
        .readPeople: all([.deskSecretary] + chiefs + technicians),
        // Who may be asked what happened: the head, and who runs the people.
        .readAudit: all([.editorInChief, .administrator]),

        // Cases of the public. The clerk keeps the door, units answer what is theirs, the board lets answers out; technicians see none of it.
        .readCases: all(officials),
        .receiveCases: all([.recordsClerk, .deskSecretary] + chiefs),
        .transferCases: all(officials),
        .workCases: all([.unitLiaison, .deskSecretary] + chiefs),
        .approveCases: all(chiefs, .notOwn),
        // On the case: who has it in hand, who keeps the door while it stands there, who is asked to let the answer out.
        .openCase: all([.unitLiaison], .own).merging(all([.recordsClerk, .deskSecretary] + chiefs)) { $1 },
        // For good: the head alone.
        .eraseCase: all([.editorInChief]),
        // What holds and what has ended is said by the board, and an administrator may bring it; how letters begin is said by the secretary too.
        .editLaws: all([.administrator] + chiefs),
        .editTemplates: all([.deskSecretary] + chiefs),

        // The library of files. Who writes puts files in and keeps their own in order; the newsroom keeps all. Nothing here is for technicians.
        .readLibrary: all(writers),
        .addFile: all(writers),
        .editFile: all(writers, .own).merging(all(newsroom)) { $1 },
        .shareFile: all(newsroom),
    ]
}
