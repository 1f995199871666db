import PortalNetwork
import Publishing
import Store
import Web

enum ReadItems: DeskAction { static let action = Action.read }
enum CreateItems: DeskAction { static let action = Action.create }
enum EditItems: DeskAction { static let action = Action.edit }
enum SubmitItems: DeskAction { static let action = Action.submit }
enum ReturnItems: DeskAction { static let action = Action.return }
enum ApproveItems: DeskAction { static let action = Action.approve }
enum ScheduleItems: DeskAction { static let action = Action.schedule }
enum PublishItems: DeskAction { static let action = Action.publish }
enum PublishUrgently: DeskAction { static let action = Action.publishUrgently }
enum ConfirmUrgent: DeskAction { static let action = Action.confirmUrgent }
enum WithdrawItems: DeskAction { static let action = Action.withdraw }
enum RestoreItems: DeskAction { static let action = Action.restore }
enum MoveItems: DeskAction { static let action = Action.move }
enum AssignItems: DeskAction { static let action = Action.assign }
enum InviteReaders: DeskAction { static let action = Action.inviteReader }

extension DeskVisit {
    func by(_ session: LiveSession) -> Publisher.By {
        Publisher.By(session.actor, in: tree, trail: Publisher.By.Trail(session.person, from: caller))
    }
}

/// Staff who may do `A` to an item of their own on the portal the address names: who may enter the room at all. What single items are asked
/// for, their own question answers.
struct AtSite<A: DeskAction>: DeskProof {
    static var demand: DeskDemand { .mayOwn(A.action) }
    let visit: DeskVisit
    let session: LiveSession
    let site: Site

    static func prove(_ visit: DeskVisit) throws -> AtSite<A> {
        let staff = try StaffContext.prove(visit)
        let site = try visit.namedSite()
        guard let part = visit.desk.part(NewsroomDesk.self) else { throw PageError.notFound }
        guard NewsroomDesk.mayEnter(staff.session.actor, A.action, site, part.kinds, visit.tree) else {
            throw AuthorizationRefusal.notAllowed(A.action)
        }
        return AtSite(visit: visit, session: staff.session, site: site)
    }

    var by: Publisher.By { visit.by(session) }
}

/// Staff who may do `A` to the very item that the address names, as it stands at this moment.
struct OnItem<A: DeskAction>: DeskProof {
    static var demand: DeskDemand { .mayItem(A.action) }
    let visit: DeskVisit
    let session: LiveSession
    let site: Site
    let item: Item

    static func prove(_ visit: DeskVisit) async throws -> OnItem<A> {
        let staff = try StaffContext.prove(visit)
        let site = try visit.namedSite()
        let kind = visit.desk.part(NewsroomDesk.self)?.kinds.all.first?.name.rawValue
        guard let part = visit.desk.part(NewsroomDesk.self), let id = visit.parameter("item").flatMap({ ItemID($0) }),
            let item = try await part.workroom.item(id), item.site == site.id
        else {
            // Who may see nothing here does not learn whether there is such an item.
            try authorize(
                staff.session.actor,
                A.action,
                on: Subject(site: site.id, section: .anywhere, kind: kind, state: Stage.draft.rawValue, relation: .other),
                in: visit.tree
            )
            throw PageError.notFound
        }
        let person = staff.session.person.id
        // Whoever stands in for the second person of an urgent edition is asked about that edition, by the command.
        let subject = item.subject(for: A.action == .confirmUrgent ? PersonID(rawValue: 0) : person, A.action)
        try authorize(staff.session.actor, A.action, on: subject, in: visit.tree)
        return OnItem(visit: visit, session: staff.session, site: site, item: item)
    }

    var by: Publisher.By { visit.by(session) }
    var address: String { NewsroomAddress.item(site, item.id) }

    func may(_ action: Action) -> Bool { mayDo(session.actor, action, on: item.subject(for: session.person.id, action), in: visit.tree) }

    /// Back to the item with word of what was done.
    func done(_ key: String) -> DeskAnswer { .redirect(address + "?da=" + key) }
}
