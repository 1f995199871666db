/// Who asks: a person with the roles they hold, and where.
public struct Actor: Sendable, Hashable {
    public struct Grant: Sendable, Hashable {
        public let role: Role
        public let site: SiteID
        public init(role: Role, site: SiteID) {
            self.role = role
            self.site = site
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
    /// What stands first on the front page; old addresses and where they lead; the desk's reports on a portal; what the watch over links knows.
    case arrangeHome, editRedirects, readReports, watchLinks
}

/// What an action is done to, in plain values.
public struct Subject: Sendable, Hashable {
    public enum Relation: String, Sendable, CaseIterable {
        /// Wrote the revision in question, started the import to be confirmed, or (for people) is the person whose roles are changed.
        case author
        case other
    }

    public var site: SiteID
    /// A kind of item (`news`), nil for things that are not items.
    public var kind: String?
    /// The stage of the item's work (`draft`, `submitted`, …), nil for things that are not items.
    public var state: String?
    public var relation: Relation

    public init(site: SiteID, kind: String? = nil, state: String? = nil, relation: Relation = .other) {
        self.site = site
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
/// A role holds on its site and everything below it. What each role may do stands in one table, `Rights`. Pure: plain values in,
/// silence or a refusal out.
public func authorize(_ actor: Actor, _ action: Action, on subject: Subject, in tree: SiteTree) throws(AuthorizationRefusal) {
    guard tree[subject.site] != nil else { throw .notAllowed(action) }
    let rights = Rights.of(action)
    var failedAsOwn = false
    for grant in actor.grants where tree.isInside(subject.site, grant.site) {
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
