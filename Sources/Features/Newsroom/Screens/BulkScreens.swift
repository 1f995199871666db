import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Something done to many rows of the list: chosen there, asked for once more with what it needs, done one by one, told row by row, undone.
struct BulkScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.post, "/cong/:site/bai/hang-loat") { (context: AtSite<ReadItems>) in try await begin(context) }
        routes.on(.get, "/cong/:site/bai/hang-loat/:act") { (context: AtSite<ReadItems>) in try await show(context) }
        routes.on(.post, "/cong/:site/bai/hang-loat/:act/hoan-tac") { (context: AtSite<ReadItems>) in try await undo(context) }
    }

    /// What a person could do to some item of the portal; whether they may do it to this one, each command asks.
    static func offered(_ context: AtSite<ReadItems>, _ part: NewsroomDesk) -> [BulkDeed.Name] {
        let kinds = part.kinds.all.map(\.name.rawValue)
        return BulkDeed.Name.allCases.filter { deed in
            kinds.contains { kind in
                [Stage.draft, .submitted].contains { stage in
                    [Subject.Relation.author, .other].contains { relation in
                        let subject = Subject(site: context.site.id, section: .anywhere, kind: kind, state: stage.rawValue, relation: relation)
                        return mayDo(context.session.actor, deed.action, on: subject, in: context.visit.tree)
                    }
                }
            }
        }
    }

    private func begin(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let form = context.visit.form
        let chosen = form.chosen(ItemID.self, atMost: BulkAct.most)
        guard !chosen.isEmpty, let name = BulkDeed.Name(rawValue: form["viec"]) else {
            return .redirect(NewsroomAddress.list(context.site) + "?da=newsroom.nothing-chosen")
        }
        guard form["lam"] == "1" else { return try await ask(name, chosen, context) }
        do {
            let deed = try deed(name, context)
            let items = chosen.map { (id: $0.id, version: Int($0.value)) }
            let act = try await part.workroom.carryOut(deed, on: items, of: context.site.id, by: context.by)
            await tell(deed, act, context)
            return .redirect(NewsroomAddress.list(context.site) + "/hang-loat/\(act)")
        } catch let refusal as any Refusal {
            return try await ask(name, chosen, context, error: refusal)
        }
    }

    private func deed(_ name: BulkDeed.Name, _ context: AtSite<ReadItems>) throws -> BulkDeed {
        let form = context.visit.form
        switch name {
        case .submit: return .submit
        case .approve: return .approve
        case .sendBack:
            guard let reason = form.text("ly-do") else { throw PublishingRefusal.reasonMissing }
            return .sendBack(reason: String(reason.prefix(1000)))
        case .withdraw:
            guard let code = WithdrawalCode(rawValue: form["can-cu"]) else { throw NewsroomRefusal.choiceMissing }
            guard let reason = form.text("ly-do") else { throw PublishingRefusal.reasonMissing }
            return .withdraw(code, note: String(reason.prefix(1000)))
        case .move:
            guard let section = part.sections().section(form["chuyen-muc"], on: context.site.id) else { throw NewsroomRefusal.sectionMissing }
            return .move(section.id)
        case .addTag, .removeTag:
            let tag = FormReading.cleaned(form["the"])
            guard !tag.isEmpty, tag.count <= 80, !tag.contains(where: { ",;".contains($0) }) else { throw NewsroomRefusal.tagMissing }
            return name == .addTag ? .addTag(tag) : .removeTag(tag)
        case .assign:
            guard let person = PersonID(form["nguoi"]), let task = Assignment.Task(rawValue: form["loai-viec"]) else {
                throw NewsroomRefusal.choiceMissing
            }
            return .assign(person, task, dueAt: form.text("ngay").flatMap { FormMoment.read($0, form.text("gio") ?? "17:00") })
        case .schedule:
            guard let moment = FormMoment.read(form["ngay"], form["gio"]) else { throw NewsroomRefusal.momentMissing }
            return .schedule(moment)
        }
    }

    /// The second look: which rows, and what the deed needs to know.
    private func ask(
        _ name: BulkDeed.Name,
        _ chosen: [(id: ItemID, value: String)],
        _ context: AtSite<ReadItems>,
        error: (any Refusal)? = nil
    ) async throws -> DeskAnswer {
        let visit = context.visit
        let rows = try await part.workroom.rows(items: chosen.map(\.id), matching: WorkQuery(sites: [context.site.id]), for: context.by)
        let names = try await part.workroom.names(of: rows.map(\.author))
        let versions = Dictionary(chosen.map { ($0.id, $0.value) }) { first, _ in first }
        var people: [Choice] = []
        if name == .assign, let first = rows.first, let item = try await part.workroom.item(first.item) {
            people = try await part.workroom.candidates(for: item, by: context.by).map {
                Choice(value: "\($0.person)", label: $0.name, isChosen: visit.form["nguoi"] == "\($0.person)")
            }
        }
        let list = NewsroomAddress.list(context.site)
        let screen = BulkScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.bulk." + name.rawValue), current: "work"),
            action: list + "/hang-loat",
            back: list,
            deed: name.rawValue,
            heading: visit.word("newsroom.bulk." + name.rawValue),
            hint: visit.word("newsroom.bulk.hint." + (name.canBeUndone ? "undo" : "final")),
            asks: BulkAsks(name),
            rows: rows.map { BulkLine(line: WorkLine($0, names, part, visit, version: versions[$0.item] ?? ""), said: nil, tone: "") },
            sections: name == .move
                ? SectionChoices.make(part.sections(), on: context.site, at: visit.now, chosen: visit.form["chuyen-muc"]) : [],
            codes: WithdrawalCode.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("newsroom.code." + $0.rawValue), isChosen: $0.rawValue == visit.form["can-cu"])
            },
            people: people,
            typed: visit.form["ly-do"],
            tag: visit.form["the"],
            day: visit.form["ngay"],
            time: visit.form.text("gio") ?? (name == .schedule ? "07:00" : "17:00"),
            error: error.map(visit.said)
        )
        return try .page(.bulk, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func act(_ context: AtSite<ReadItems>) async throws -> BulkAct {
        guard let id = context.visit.parameter("act").flatMap({ BulkActID($0) }), let act = try await part.workroom.act(id, of: context.by),
            act.site == context.site.id
        else { throw PageError.notFound }
        return act
    }

    private func show(_ context: AtSite<ReadItems>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let act = try await act(context)
        let rows = try await part.workroom.rows(items: act.rows.map(\.item), matching: WorkQuery(sites: [context.site.id]), for: context.by)
        let byItem = Dictionary(rows.map { ($0.item, $0) }) { first, _ in first }
        let names = try await part.workroom.names(of: rows.map(\.author))
        let list = NewsroomAddress.list(context.site)
        let lines = act.rows.compactMap { row in
            byItem[row.item].map { found in
                let why = row.refusal.map { ": " + visit.said($0) } ?? ""
                let tone = row.outcome == .done || row.outcome == .undone ? "good" : "alarm"
                return BulkLine(
                    line: WorkLine(found, names, part, visit),
                    said: visit.word("newsroom.bulk.outcome." + row.outcome.rawValue) + why,
                    tone: tone
                )
            }
        }
        let done = act.rows.count { $0.outcome == .done || $0.outcome == .undone }
        let unseen = act.rows.count - lines.count
        let screen = BulkDoneScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.bulk." + act.deed.rawValue), current: "work"),
            back: list,
            heading: visit.word("newsroom.bulk." + act.deed.rawValue),
            summary: visit.word("newsroom.bulk.summary", ["done": "\(done)", "all": "\(act.rows.count)"])
                + (unseen > 0 ? " " + visit.word("newsroom.bulk.unseen", ["count": "\(unseen)"]) : ""),
            rows: lines,
            undo: act.canBeUndone(at: visit.now) ? list + "/hang-loat/\(act.id)/hoan-tac" : nil,
            until: visit.word("newsroom.bulk.until", ["time": visit.time(act.at.adding(seconds: BulkAct.patience))]),
            isUndone: act.undoneAt != nil,
            error: error.map(visit.said)
        )
        return try .page(.bulkDone, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func undo(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let act = try await act(context)
        do {
            try await part.workroom.undo(act.id, by: context.by)
            return .redirect(NewsroomAddress.list(context.site) + "/hang-loat/\(act.id)")
        } catch let refusal as PublishingRefusal {
            return try await show(context, error: refusal)
        }
    }

    /// Who is concerned hears of it, as they would if it had been done one by one.
    private func tell(_ deed: BulkDeed, _ id: BulkActID, _ context: AtSite<ReadItems>) async {
        guard let act = try? await part.workroom.act(id, of: context.by) else { return }
        for row in act.rows where row.outcome == .done {
            guard let item = try? await part.workroom.item(row.item) else { continue }
            switch deed {
            case .sendBack(let reason):
                let words = ["reason": reason, "by": context.session.person.name]
                await part.tell([item.creator, item.workflow.author], "item-returned", of: row.item, words, context.by, context.visit)
            case .assign(let person, let task, _):
                let words = ["task": context.visit.word("newsroom.task." + task.rawValue), "by": context.session.person.name]
                await part.tell([person], "item-assigned", of: row.item, words, context.by, context.visit)
            default: return
            }
        }
    }
}
