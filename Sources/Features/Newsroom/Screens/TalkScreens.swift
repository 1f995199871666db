import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// What is said of an item, who does what with it, who reads it from outside.
struct TalkScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.post, "/cong/:site/bai/:item/nhan-xet") { (context: OnItem<ReadItems>) in
            try await tried(context) {
                let form = context.visit.form
                if let done = form.text("xong").flatMap({ RemarkID($0) }) {
                    try await part.workroom.resolve(done, on: context.item.id, isResolved: form["mo-lai"] != "1", by: context.by)
                    return "newsroom.remark-resolved"
                }
                try await part.workroom.remark(
                    form["noi-dung"],
                    quoting: form["doan"],
                    on: context.item.id,
                    answering: form.text("tra-loi").flatMap { RemarkID($0) },
                    by: context.by
                )
                return "newsroom.remarked"
            }
        }
        routes.on(.post, "/cong/:site/bai/:item/giao") { (context: OnItem<AssignItems>) in
            try await tried(context) {
                let form = context.visit.form
                guard let person = PersonID(form["nguoi"]), let task = Assignment.Task(rawValue: form["viec"]) else {
                    throw NewsroomRefusal.choiceMissing
                }
                let due = form.text("ngay").flatMap { FormMoment.read($0, form.text("gio") ?? "17:00") }
                try await part.workroom.assign(person, task, of: context.item.id, dueAt: due, by: context.by)
                return "newsroom.assigned"
            }
        }
        routes.on(.post, "/cong/:site/bai/:item/xong-viec") { (context: OnItem<ReadItems>) in
            try await tried(context) {
                let form = context.visit.form
                guard let person = PersonID(form["nguoi"]), let task = Assignment.Task(rawValue: form["viec"]) else {
                    throw NewsroomRefusal.choiceMissing
                }
                try await part.workroom.finish(task, of: person, on: context.item.id, by: context.by)
                return "newsroom.task-done"
            }
        }
        routes.on(.post, "/cong/:site/bai/:item/lien-ket") { (context: OnItem<InviteReaders>) in try await invite(context) }
        routes.on(.post, "/cong/:site/bai/:item/huy-lien-ket") { (context: OnItem<InviteReaders>) in
            try await tried(context) {
                guard let link = ReviewLinkID(context.visit.form["lien-ket"]) else { throw NewsroomRefusal.choiceMissing }
                try await part.workroom.end(link, of: context.item.id, by: context.by)
                return "newsroom.link-ended"
            }
        }
        routes.on(.post, "/canh-bao") { (context: StaffContext) in
            guard let alarm = AlarmID(context.visit.form["canh-bao"]) else { throw PageError.badRequest }
            try await part.workroom.acknowledge(alarm, by: context.visit.by(context.session))
            return .redirect("/desk/?da=newsroom.alarm-seen")
        }
    }

    private func tried<A>(_ context: OnItem<A>, _ work: () async throws -> String) async throws -> DeskAnswer {
        do { return context.done(try await work()) } catch let refusal as any Refusal {
            if refusal is AuthorizationRefusal { throw refusal }
            return try await ItemScreens(desk: desk, part: part).show(context, error: refusal)
        }
    }

    /// The link is shown once; only its digest is kept.
    private func invite(_ context: OnItem<InviteReaders>) async throws -> DeskAnswer {
        do {
            let days = Int(context.visit.form["ngay"]) ?? 7
            let (link, token) = try await part.workroom.invite(context.visit.form["ten"], to: context.item.id, days: days, by: context.by)
            return try .link(
                desk,
                context.visit,
                title: context.visit.word("newsroom.link.title"),
                text: context.visit.word("newsroom.link.text", ["name": link.guest, "time": context.visit.time(link.expiresAt)]),
                link: desk.origin + "/desk/doc-duyet?ma=" + token.text,
                back: context.address,
                current: "work"
            )
        } catch let refusal as PublishingRefusal {
            return try await ItemScreens(desk: desk, part: part).show(context, error: refusal)
        }
    }
}
