import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Store
import Vietnamese

/// The context of a request to the desk before it is known who asks.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let id: String
    let peer: SocketAddress?
    /// Set by the gate.
    var visit: DeskVisit?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        id = ""
        peer = source.channel.remoteAddress
    }

    init(_ context: WebContext, desk: Desk) {
        coreContext = context.coreContext
        id = context.id
        peer = context.peer
    }
}

/// One request's surroundings: who comes, from where, with what form.
struct DeskVisit: Sendable {
    let desk: Desk
    let caller: PortalNetwork.Access.Caller
    let session: LiveSession?
    /// What this browser's forms are signed with: the session's secret, or one of its own before there is a session.
    let formSecret: SecretToken
    let language: Language
    let path: String
    let query: FormFields
    let form: FormFields
    let now: Instant
    let tree: SiteTree
    let requestID: String

    func word(_ key: String, _ values: [String: String] = [:]) -> String { desk.face.words.text(key, language, values) }

    /// A refusal in the words of who reads it.
    func said(_ refusal: any Refusal) -> String { word("refusal." + refusal.key, refusal.values) }

    /// Where to go when everything is in order: an address of the desk and nothing else.
    var onward: String? {
        let target = query["tiep"]
        guard target.hasPrefix("/desk/"), target.utf8.count < 300, !target.contains("//"), !target.contains("\\"),
            target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return target
    }
}

/// A way out of a handler that is no fault: go there instead.
struct DeskDetour: Error {
    let target: String
}

/// What a context proves by existing, beside being able to exist.
protocol DeskProof: ChildRequestContext where ParentContext == DeskContext {
    static var demand: DeskDemand { get }
    var visit: DeskVisit { get }
}

extension DeskProof {
    static func visit(_ context: DeskContext) throws -> DeskVisit {
        guard let visit = context.visit else { throw PageError.internalFault }
        return visit
    }
}

/// Anybody's.
struct OpenContext: DeskProof {
    static let demand = DeskDemand.open
    var coreContext: CoreRequestContextStorage
    let visit: DeskVisit

    init(context: DeskContext) throws {
        coreContext = context.coreContext
        visit = try Self.visit(context)
    }
}

/// The password was right.
struct HalfContext: DeskProof {
    static let demand = DeskDemand.half
    var coreContext: CoreRequestContextStorage
    let visit: DeskVisit
    let session: LiveSession

    init(context: DeskContext) throws {
        coreContext = context.coreContext
        visit = try Self.visit(context)
        guard let session = visit.session else { throw DeskDetour(target: DeskAddress.signIn) }
        guard session.level == .half else { throw DeskDetour(target: visit.onward ?? DeskAddress.home) }
        self.session = session
    }
}

/// Signed in; a new password may be due.
struct SignedInContext: DeskProof {
    static let demand = DeskDemand.signedIn
    var coreContext: CoreRequestContextStorage
    let visit: DeskVisit
    let session: LiveSession

    init(context: DeskContext) throws {
        coreContext = context.coreContext
        visit = try Self.visit(context)
        let onward = visit.path == DeskAddress.home ? "" : "?tiep=" + visit.path
        guard let session = visit.session else { throw DeskDetour(target: DeskAddress.signIn + onward) }
        guard session.level == .full else {
            throw DeskDetour(target: (session.hasSecondFactor ? DeskAddress.secondFactor : DeskAddress.enrolment) + onward)
        }
        self.session = session
    }
}

/// Signed in, with nothing outstanding.
struct StaffContext: DeskProof {
    static let demand = DeskDemand.staff
    var coreContext: CoreRequestContextStorage
    let visit: DeskVisit
    let session: LiveSession

    init(context: DeskContext) throws {
        let signedIn = try SignedInContext(context: context)
        guard !signedIn.session.mustChangePassword else { throw DeskDetour(target: DeskAddress.password) }
        coreContext = context.coreContext
        visit = signedIn.visit
        session = signedIn.session
    }
}

/// An action as a type, for the contexts of handlers.
protocol DeskAction: Sendable {
    static var action: Action { get }
}

enum ReadPeople: DeskAction { static let action = Action.readPeople }
enum EditPeople: DeskAction { static let action = Action.editPeople }
enum ReadAudit: DeskAction { static let action = Action.readAudit }

/// Staff who may do `A` on the portal that the address names. The gate `authorize` was asked before the handler was.
struct May<A: DeskAction>: DeskProof {
    static var demand: DeskDemand { .may(A.action) }
    var coreContext: CoreRequestContextStorage
    let visit: DeskVisit
    let session: LiveSession
    let site: Site

    init(context: DeskContext) throws {
        let staff = try StaffContext(context: context)
        coreContext = context.coreContext
        visit = staff.visit
        session = staff.session
        guard let code = context.parameters.get("site"), let site = visit.tree.site(code: code), site.kind != .linked else {
            throw PageError.notFound
        }
        self.site = site
        try authorize(session.actor, A.action, on: Subject(site: site.id), in: visit.tree)
    }

    /// Asks the gate again about what the action is done to: a portal below, or a person.
    func prove(on site: SiteID, to person: PersonID? = nil) throws {
        guard visit.tree.isInside(site, self.site.id) else { throw AuthorizationRefusal.notAllowed(A.action) }
        let relation: Subject.Relation = person == session.person.id ? .author : .other
        try authorize(session.actor, A.action, on: Subject(site: site, relation: relation), in: visit.tree)
    }

    /// The portal and everything below it.
    var sites: [SiteID] { visit.tree.subtree(of: site.id) }
}

/// The desk's own addresses.
enum DeskAddress {
    static let home = "/desk/"
    static let signIn = "/desk/dang-nhap"
    static let secondFactor = "/desk/xac-thuc"
    static let enrolment = "/desk/thiet-lap"
    static let account = "/desk/tai-khoan"
    static let password = "/desk/tai-khoan/mat-khau"

    static func people(_ site: Site) -> String { "/desk/cong/\(site.code)/nguoi-dung" }
    static func person(_ site: Site, _ person: Person) -> String { people(site) + "/" + person.handle }
    static func audit(_ site: Site) -> String { "/desk/cong/\(site.code)/nhat-ky" }
}
