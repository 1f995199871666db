/// Who asks: a person with the roles they hold, and where.
public struct Actor: Sendable, Hashable {
    public struct Grant: Sendable, Hashable {
        public let role: Role
        public let site: SiteID
        /// The sections the role is limited to, with everything below them; nil: the whole portal and all portals below it.
        public let sections: Set<SectionID>?

        public init(role: Role, site: SiteID, sections: Set<SectionID>? = nil) {
            self.role = role
            self.site = site
            self.sections = sections
        }

        /// Whether the role reaches what an action is done to.
        func reaches(_ subject: Subject, in tree: SiteTree) -> Bool {
            guard tree.isInside(subject.site, site) else { return false }
            guard let sections else { return true }
            // A section belongs to one portal, so a limited role reaches no other.
            guard subject.site == site else { return false }
            switch subject.section {
            case .none: return false
            case .one(let section): return sections.contains(section)
            case .every(let several): return !several.isEmpty && several.isSubset(of: sections)
            case .anywhere: return !sections.isEmpty
            }
        }
    }

    public let person: PersonID
    public let grants: [Grant]

    public init(person: PersonID, grants: [Grant]) {
        self.person = person
        self.grants = grants
    }
}

/// Everything a person may ask to do. Rooms fill in the subject; only `authorize` answers.
public enum Action: String, Sendable, CaseIterable {
    case read, create, edit, submit, `return`, approve, schedule, publish, update, correct, withdraw, restore, move, erase
    /// Alone, in an emergency; and standing in for the second person afterwards.
    case publishUrgently, confirmUrgent
    /// Who does what by when; outside readers by a link.
    case assign, inviteReader
    case importItems, confirmImport
    case editSections, editMenu, editLook, raiseBanner, addSite, changeSite, editPeople, editUnits
    /// The list of people with their roles; the trail of what people did.
    case readPeople, readAudit
    /// The library of files: looking, putting something in, changing or deleting, handing a file to the portals below.
    case readLibrary, addFile, editFile, shareFile
    /// What stands first on the front page; old addresses and where they lead; the desk's reports on a portal; what the watch over links knows.
    case arrangeHome, editRedirects, readReports, watchLinks
    /// Cases of the public: seeing lists and figures; taking in, sorting and handing on at the door; sending to the competent agency; working on one; letting an
    /// answer out, giving more time; reading the original text while one is on the case; destroying it on request.
    case readCases, receiveCases, transferCases, workCases, approveCases, openCase, eraseCase
    /// What answers rest on and are written from: the register of texts of law, the templates.
    case editLaws, editTemplates
    /// The table of who is competent for what, by which letters are led.
    case editCompetence
    /// The register of leaders and their titles, which texts are held against.
    case editLeaders
    /// Rules of the house and the calendar of working days, by which deadlines are reckoned.
    case editRules
    /// What stands on pages without having been published: the cases of the watcher.
    case watchPages
    /// The register of hosts that links may lead to with weight: proposing a change, and deciding what somebody else proposed.
    case proposeHost, approveHost
}

/// What an action is done to, in plain values.
public struct Subject: Sendable, Hashable {
    public enum Relation: String, Sendable, CaseIterable {
        /// Wrote the revision in question, started the import to be confirmed, or (for people) is the person whose roles are changed.
        case author
        case other
    }

    /// Which part of the portal it is about.
    public enum Section: Sendable, Hashable {
        /// The portal as a whole, or something that stands in no section.
        case none
        case one(SectionID)
        /// All of these: what stands in several (a file that items of them use).
        case every(Set<SectionID>)
        /// Some section or other: for opening a room in which each thing is then asked about by itself, and for one's own things there.
        case anywhere

        public init(_ section: SectionID?) { self = section.map { .one($0) } ?? .none }
    }

    public var site: SiteID
    public var section: Section
    /// A kind of item (`news`), nil for things that are not items.
    public var kind: String?
    /// The stage of the item's work (`draft`, `submitted`, …), nil for things that are not items.
    public var state: String?
    public var relation: Relation

    public init(site: SiteID, section: Section = .none, kind: String? = nil, state: String? = nil, relation: Relation = .other) {
        self.site = site
        self.section = section
        self.kind = kind
        self.state = state
        self.relation = relation
    }
}

/// Why the gate stays shut.
public enum AuthorizationRefusal: Refusal, Equatable {
    /// No role of the person, here or above, allows it.
    case notAllowed(Action)
    /// A role would allow it, but it concerns the person's own work (four eyes) or the person.
    case ownWork(Action)

    public var key: String {
        switch self {
        case .notAllowed: "network.not-allowed"
        case .ownWork: "network.own-work"
        }
    }

    public var values: [String: String] {
        switch self {
        case .notAllowed(let action), .ownWork(let action): ["action": action.rawValue]
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [AuthorizationRefusal] = [.notAllowed(.publish), .ownWork(.approve)]
}

/// The gate: may this person do this, to this, here?
///
/// A role holds on its site and everything below it; one limited to sections holds in these alone. What each role may do stands in one table, `Rights`. Pure: plain values in,
/// silence or a refusal out.
public func authorize(_ actor: Actor, _ action: Action, on subject: Subject, in tree: SiteTree) throws(AuthorizationRefusal) {
    guard tree.contains(subject.site) else { throw .notAllowed(action) }
    let rights = Rights.of(action)
    var failedAsOwn = false
    for grant in actor.grants where grant.reaches(subject, in: tree) {
        guard let condition = rights[grant.role] else { continue }
        if condition.holds(for: subject) { return }
        if condition == .notOwn { failedAsOwn = true }
    }
    throw failedAsOwn ? .ownWork(action) : .notAllowed(action)
}

/// `authorize` as a question: for showing a button or leaving it out, never instead of the gate.
public func mayDo(_ actor: Actor, _ action: Action, on subject: Subject, in tree: SiteTree) -> Bool {
    do {
        try authorize(actor, action, on: subject, in: tree)
        return true
    } catch {
        return false
    }
}
