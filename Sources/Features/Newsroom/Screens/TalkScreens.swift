import HTTPTypes
import NIOCore
import PortalNetwork
import PublicRecord
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
                    at: Passage(form),
                    on: context.item.id,
                    answering: form.text("tra-loi").flatMap { RemarkID($0) },
                    by: context.by
                )
                return "newsroom.remarked"
            }
        }
        routes.on(.get, "/cong/:site/bai/:item/nhan-xet.json") { (context: OnItem<ReadItems>) in try await passages(context) }
        routes.on(.post, "/cong/:site/bai/:item/giao") { (context: OnItem<AssignItems>) in
            try await tried(context) {
                let form = context.visit.form
                guard let person = PersonID(form["nguoi"]), let task = Assignment.Task(rawValue: form["viec"]) else {
                    throw NewsroomRefusal.choiceMissing
                }
                let due = form.text("ngay").flatMap { FormMoment.read($0, form.text("gio") ?? "17:00") }
                try await part.workroom.assign(person, task, of: context.item.id, dueAt: due, by: context.by)
                let words = ["task": context.visit.word("newsroom.task." + task.rawValue), "by": context.session.person.name]
                await part.tell([person], "item-assigned", of: context.item.id, words, context.by, context.visit)
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

    private struct Said: Encodable {
        let id: String
        let name: String
        let time: String
        let text: String
        let quote: String
        let passage: Passage?
    }

    /// The open remarks, for the editor: it finds the passages in what is being written.
    private func passages(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        let remarks = try await part.workroom.remarks(on: context.item.id, for: context.by).filter { $0.parent == nil && $0.resolvedAt == nil }
        let names = try await part.workroom.names(of: remarks.compactMap(\.person))
        let said = remarks.map { one in
            Said(
                id: "\(one.id)",
                name: one.person.flatMap { names[$0] } ?? one.guest ?? "",
                time: context.visit.time(one.at),
                text: one.text,
                quote: one.quote,
                passage: one.anchor ?? Passage(field: "body", line: 0, quote: one.quote)
            )
        }
        return .json(ByteBuffer(bytes: try CanonicalJSON.encode(["remarks": said])))
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

extension Passage {
    /// As a form has it; nil where it ties the remark to no place.
    init?(_ form: FormFields) {
        guard let field = form.text("cho") else { return nil }
        self.init(field: field, line: Int(form["dong"]) ?? 0, quote: form["doan"], prefix: form["truoc"], suffix: form["sau"])
    }
}
