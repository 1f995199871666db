import HTTPTypes
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// One item: where it stands, what may be done with it, what was said of it.
struct ItemScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/bai/:item") { (context: OnItem<ReadItems>) in try await show(context) }
    }

    func show<A>(_ context: OnItem<A>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let opened = try await part.workroom.open(context.item.id, for: context.by)
        let remarks = try await part.workroom.remarks(on: opened.item.id, for: context.by)
        let tasks = try await part.workroom.assignments(of: opened.item.id, for: context.by)
        let links = context.may(.inviteReader) ? try await part.workroom.links(of: opened.item.id, for: context.by) : []
        let people = context.may(.assign) ? try await part.workroom.candidates(for: opened.item, by: context.by) : []
        let concerned =
            [opened.item.workflow.author] + opened.item.workflow.approvals + remarks.compactMap(\.person) + tasks.map(\.person)
            + opened.others.map(\.person) + [opened.urgent?.person, opened.urgent?.confirmedBy].compactMap { $0 }
        let names = try await part.workroom.names(of: concerned)
        let foreign = RichText(opened.details.publicBlocks).outgoingLinks.map(\.host)
        let newHosts = try await DraftLinks.unseen(foreign, on: context.site, visit.tree, part.workroom.database)
        let recordFacts = try await recorded(opened.item, visit)
        let section = opened.item.section.flatMap { part.sections()[$0] }
        let screen = ItemScreen(
            frame: DeskFrame(desk, visit, title: opened.details.card.title, current: "work", scripts: ["newsroom.js", "desk-sign.js"]),
            address: context.address,
            back: NewsroomAddress.list(context.site),
            heading: opened.details.card.title.isEmpty ? visit.word("newsroom.untitled") : opened.details.card.title,
            kind: visit.word("kind." + opened.item.kind.rawValue),
            section: section?.name,
            marks: StateMark.marks(opened.item.workflow.stage, opened.item.workflow.presence, visit),
            facts: facts(opened, names, context) + recordFacts,
            publicAddress: opened.item.workflow.presence == .live ? try await publicAddress(opened.item, context) : nil,
            steps: ItemSteps(opened, part, context),
            digest: opened.digest,
            version: "\(opened.item.version)",
            newHosts: opened.item.workflow.stage == .settled ? [] : newHosts,
            findings: (part.kinds[opened.item.kind]?.review(opened.details) ?? []).map { FindingLine($0, visit) },
            remarks: RemarkLine.threads(remarks, names, PassageLines(opened, part.kinds[opened.item.kind]), context),
            tasks: tasks.map { TaskLine($0, names, context) },
            people: people.map { Choice(value: "\($0.person)", label: $0.name, isChosen: false) },
            links: links.map { LinkLine($0, visit) },
            canInvite: context.may(.inviteReader),
            others: opened.others.map { visit.word("newsroom.edit.other", ["name": names[$0.person] ?? ""]) },
            error: error.map(visit.said)
        )
        return try .page(.item, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func facts<A>(_ opened: OpenedItem, _ names: [PersonID: String], _ context: OnItem<A>) -> [Fact] {
        let (visit, item) = (context.visit, opened.item)
        var facts = [
            Fact(visit.word("newsroom.fact.author"), names[item.workflow.author] ?? ""),
            Fact(
                visit.word("newsroom.fact.revision"),
                visit.word("newsroom.fact.revised", ["number": "\(item.revision)", "time": visit.time(opened.revisedAt)])
            ),
        ]
        if !item.workflow.approvals.isEmpty {
            facts.append(Fact(visit.word("newsroom.fact.approvals"), item.workflow.approvals.map { names[$0] ?? "" }.joined(separator: ", ")))
        }
        if item.workflow.stage == .submitted, item.workflow.approvalsNeeded > 1 {
            facts.append(
                Fact(
                    visit.word("newsroom.fact.needed"),
                    visit.word(
                        "newsroom.fact.needed-of",
                        ["given": "\(item.workflow.approvals.count)", "needed": "\(item.workflow.approvalsNeeded)"]
                    )
                )
            )
        }
        if let due = item.workflow.dueAt { facts.append(Fact(visit.word("newsroom.fact.due"), visit.time(due))) }
        if let away = opened.withdrawsAt { facts.append(Fact(visit.word("newsroom.fact.withdraws"), visit.time(away))) }
        if let published = item.publishedAt { facts.append(Fact(visit.word("newsroom.fact.published"), visit.time(published))) }
        if item.edition > 0 { facts.append(Fact(visit.word("newsroom.fact.edition"), "\(item.edition)")) }
        if let withdrawal = item.withdrawal {
            facts.append(
                Fact(
                    visit.word("newsroom.fact.withdrawn"),
                    visit.time(withdrawal.at) + " · " + visit.word("newsroom.code." + withdrawal.code.rawValue)
                )
            )
        }
        if item.workflow.stage == .returned, let reason = opened.reason { facts.append(Fact(visit.word("newsroom.fact.reason"), reason)) }
        if let note = opened.note { facts.append(Fact(visit.word("newsroom.fact.note"), note)) }
        return facts
    }

    /// The two ticks: in the record under a signed head; seen by witnesses.
    private func recorded(_ item: Item, _ visit: DeskVisit) async throws -> [Fact] {
        guard let tick = try await part.workroom.ticks(of: [item.id])[item.id] else { return [] }
        let mark = TickMark(tick, visit)
        return [
            Fact(visit.word("newsroom.tick.record"), (tick.isSigned ? "✓ " : "… ") + mark.said),
            Fact(visit.word("newsroom.tick.witnesses"), visit.word(tick.isWitnessed ? "newsroom.tick.seen" : "newsroom.tick.unseen")),
        ]
    }

    private func publicAddress<A>(_ item: Item, _ context: OnItem<A>) async throws -> String? {
        guard case .shown(let revealed, _, _, _) = try await part.reader.item(item.id, on: item.site, others: 0) else { return nil }
        let path = Addresses(part.kinds) { part.sections() }.path(of: revealed.card)
        return desk.face.origins.url(context.site, path)
    }
}

/// What the person may do with the item as it stands: each step as its template asks.
struct ItemSteps: PageModel {
    /// Whether the person has a passkey that signs.
    let signs: Bool
    let edit: Bool
    let submit: Bool
    let sendBack: Bool
    let approve: Bool
    /// Why an approval is not offered to somebody who might expect it.
    let ownWork: Bool
    let publish: Bool
    let isUpdate: Bool
    let schedule: Bool
    let unschedule: Bool
    let urgent: Bool
    let confirm: String?
    let unconfirmed: String?
    let withdraw: Bool
    let planned: Bool
    let erase: Bool
    let restore: Bool
    let move: Bool
    let sections: [Choice]
    let codes: [Choice]

    init<A>(_ opened: OpenedItem, _ part: NewsroomDesk, _ context: OnItem<A>) {
        let (item, visit) = (opened.item, context.visit)
        let stage = item.workflow.stage
        let me = context.session.person.id
        signs = context.session.hasPasskey
        edit = context.may(.edit) && stage != .scheduled
        submit = context.may(.submit) && (stage == .draft || stage == .returned)
        sendBack = context.may(.return) && (stage == .submitted || stage == .approved)
        let isFresh = !item.workflow.approvals.contains(me)
        approve = stage == .submitted && context.may(.approve) && isFresh
        ownWork = stage == .submitted && item.workflow.author == me && context.may(.publish)
        isUpdate = item.edition > 0
        publish = stage == .approved && context.may(isUpdate ? .update : .publish) && item.workflow.presence != .withdrawn
        schedule = stage == .approved && context.may(.schedule) && item.workflow.presence != .withdrawn
        unschedule = stage == .scheduled && context.may(.schedule)
        urgent =
            stage != .settled && stage != .approved && stage != .scheduled && context.may(.publishUrgently) && item.workflow.presence != .withdrawn
        let open = opened.urgent.flatMap { $0.confirmedBy == nil ? $0 : nil }
        confirm = open.flatMap { one in
            one.person != me
                && mayDo(context.session.actor, .confirmUrgent, on: item.subject(for: PersonID(rawValue: 0), .confirmUrgent), in: visit.tree)
                ? visit.word("newsroom.urgent.until", ["time": visit.time(one.until)]) : nil
        }
        unconfirmed = open.map { visit.word("newsroom.urgent.until", ["time": visit.time($0.until)]) }
        withdraw = item.workflow.presence == .live && context.may(.withdraw)
        erase = context.may(.erase)
        planned = opened.withdrawsAt != nil
        restore = item.workflow.presence == .withdrawn && context.may(.restore)
        move = context.may(.move) && part.kinds[item.kind]?.segment == nil
        sections =
            move
            ? SectionChoices.make(part.sections(), on: context.site, at: visit.now, chosen: item.section.flatMap { part.sections()[$0]?.code } ?? "")
            : []
        codes = WithdrawalCode.allCases.map { Choice(value: $0.rawValue, label: visit.word("newsroom.code." + $0.rawValue), isChosen: $0 == .error) }
    }

    static let shape: Shape<ItemSteps> = [
        .flag("signs", \.signs), .flag("edit", \.edit), .flag("submit", \.submit), .flag("sendBack", \.sendBack), .flag("approve", \.approve),
        .flag("ownWork", \.ownWork),
        .flag("publish", \.publish), .flag("isUpdate", \.isUpdate), .flag("schedule", \.schedule), .flag("unschedule", \.unschedule),
        .flag("urgent", \.urgent), .text("confirm", \.confirm), .text("unconfirmed", \.unconfirmed), .flag("withdraw", \.withdraw),
        .flag("planned", \.planned), .flag("erase", \.erase), .flag("restore", \.restore), .flag("move", \.move), .many("sections", \.sections),
        .many("codes", \.codes),
    ]
}
