import HTTPTypes
import Hummingbird
import NIOCore
public import PortalNetwork
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

/// A way out of a handler that is no fault: go there instead.
public struct DeskDetour: Error {
    let target: String
    public init(target: String) { self.target = target }
}

/// What a handler of the desk takes: a value whose existence proves what the address demands. There is no other way to a handler.
public protocol DeskProof: Sendable {
    static var demand: DeskDemand { get }
    var visit: DeskVisit { get }
    /// Throws where the proof cannot be made: a `DeskDetour`, a refusal of the gate `authorize`, a `PageError`.
    static func prove(_ visit: DeskVisit) async throws -> Self
}

/// Anybody's.
public struct OpenContext: DeskProof {
    public static let demand = DeskDemand.open
    public let visit: DeskVisit

    public static func prove(_ visit: DeskVisit) -> OpenContext { OpenContext(visit: visit) }
}

/// The password was right.
struct HalfContext: DeskProof {
    static let demand = DeskDemand.half
    let visit: DeskVisit
    let session: LiveSession

    static func prove(_ visit: DeskVisit) throws -> HalfContext {
        guard let session = visit.session else { throw DeskDetour(target: DeskAddress.signIn) }
        guard session.level == .half else { throw DeskDetour(target: visit.onward ?? DeskAddress.home) }
        return HalfContext(visit: visit, session: session)
    }
}

/// Signed in; a new password may be due.
struct SignedInContext: DeskProof {
    static let demand = DeskDemand.signedIn
    let visit: DeskVisit
    let session: LiveSession

    static func prove(_ visit: DeskVisit) throws -> SignedInContext {
        let onward = visit.path == DeskAddress.home ? "" : "?tiep=" + visit.path
        guard let session = visit.session else { throw DeskDetour(target: DeskAddress.signIn + onward) }
        guard session.level == .full else {
            throw DeskDetour(target: (session.hasSecondFactor ? DeskAddress.secondFactor : DeskAddress.enrolment) + onward)
        }
        return SignedInContext(visit: visit, session: session)
    }
}

/// Signed in, with nothing outstanding.
public struct StaffContext: DeskProof {
    public static let demand = DeskDemand.staff
    public let visit: DeskVisit
    public let session: LiveSession

    public static func prove(_ visit: DeskVisit) throws -> StaffContext {
        let signedIn = try SignedInContext.prove(visit)
        guard !signedIn.session.mustChangePassword else { throw DeskDetour(target: DeskAddress.password) }
        return StaffContext(visit: visit, session: signedIn.session)
    }
}

/// An action as a type, for the contexts of handlers.
public protocol DeskAction: Sendable {
    static var action: Action { get }
    /// Whether a role that is limited to some sections opens the door, behind which each thing is asked about by itself (lists filter by
    /// `Actor.sections(for:on:in:)`).
    static var isOfSections: Bool { get }
}

extension DeskAction {
    public static var isOfSections: Bool { false }
}

enum ReadPeople: DeskAction { static let action = Action.readPeople }
enum EditPeople: DeskAction { static let action = Action.editPeople }
enum ReadAudit: DeskAction { static let action = Action.readAudit }

/// Staff who may do `A` on the portal that the address names. The gate `authorize` was asked before the handler was.
public struct May<A: DeskAction>: DeskProof {
    public static var demand: DeskDemand { .may(A.action) }
    public let visit: DeskVisit
    public let session: LiveSession
    public let site: Site

    public static func prove(_ visit: DeskVisit) throws -> May<A> {
        let staff = try StaffContext.prove(visit)
        let site = try visit.namedSite()
        try authorize(staff.session.actor, A.action, on: Subject(site: site.id, section: A.isOfSections ? .anywhere : .none), in: visit.tree)
        return May(visit: visit, session: staff.session, site: site)
    }

    /// Asks the gate again about what the action is done to: a portal below, or a person.
    func prove(on site: SiteID, to person: PersonID? = nil) throws {
        guard visit.tree.isInside(site, self.site.id) else { throw AuthorizationRefusal.notAllowed(A.action) }
        let relation: Subject.Relation = person == session.person.id ? .author : .other
        try authorize(session.actor, A.action, on: Subject(site: site, relation: relation), in: visit.tree)
    }

    /// The portal and everything below it.
    public var sites: [SiteID] { visit.tree.subtree(of: site.id) }
}

/// The desk's own addresses.
enum DeskAddress {
    static let home = "/desk/"
    static let signIn = "/desk/dang-nhap"
    static let secondFactor = "/desk/xac-thuc"
    static let enrolment = "/desk/thiet-lap"
    static let account = "/desk/tai-khoan"
    static let password = "/desk/tai-khoan/mat-khau"
    static let portals = "/desk/cong"
    static let passkeys = "/desk/tai-khoan/khoa"
    static let notices = "/desk/thong-bao"
    static func provider(_ name: String) -> String { "/desk/dang-nhap/qua/\(name)" }
    static func handOver(_ site: Site) -> String { "/desk/cong/\(site.code)/ban-giao" }
    static func letters(_ site: Site) -> String { "/desk/cong/\(site.code)/thu" }

    static func people(_ site: Site) -> String { "/desk/cong/\(site.code)/nguoi-dung" }
    static func person(_ site: Site, _ person: Person) -> String { people(site) + "/" + person.handle }
    static func audit(_ site: Site) -> String { "/desk/cong/\(site.code)/nhat-ky" }
}
