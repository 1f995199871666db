import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Several drafts seen together as the portal will look when all are published: the front page, the lists of their sections, themselves. On the desk, and by
/// a link for somebody without an account. Every page is made for the one who asks and is kept nowhere.
struct TogetherScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        let set = "/cong/:site/bai/xem-chung"
        routes.on(.post, set) { (context: AtSite<ReadItems>) in try await make(context) }
        routes.on(.get, set + "/:set") { (context: AtSite<ReadItems>) in try await show(context) }
        routes.on(.post, set + "/:set") { (context: AtSite<ReadItems>) in try await move(context) }
        routes.on(.get, set + "/:set/trang") { (context: AtSite<ReadItems>) in
            let found = try await found(context)
            return try await page(found, context.visit, files: address(found, context.site) + "/tep", key: nil)
        }
        routes.on(.get, set + "/:set/tep/:asset/:name") { (context: AtSite<ReadItems>) in try await file(try await found(context), context.visit) }
        routes.on(.post, set + "/:set/lien-ket") { (context: AtSite<ReadItems>) in try await invite(context) }
        routes.on(.post, set + "/:set/huy-lien-ket") { (context: AtSite<ReadItems>) in try await end(context) }

        routes.on(.get, "/xem-chung") { (context: OpenContext) in try await guest(context.visit) }
        routes.on(.get, "/xem-chung/trang") { (context: OpenContext) in
            try await page(try await invited(context.visit).set, context.visit, files: "/desk/xem-chung/tep", key: context.visit.query["ma"])
        }
        routes.on(.get, "/xem-chung/tep/:asset/:name") { (context: OpenContext) in
            try await file(try await invited(context.visit).set, context.visit)
        }
    }

    private func address(_ set: PreviewSet, _ site: Site) -> String { NewsroomAddress.list(site) + "/xem-chung/\(set.id)" }

    private func make(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let list = NewsroomAddress.list(context.site)
        let chosen = context.visit.form.chosen(ItemID.self).map(\.id)
        guard !chosen.isEmpty else { return .redirect(list + "?da=newsroom.nothing-chosen") }
        guard chosen.count <= PreviewSet.most else { return .redirect(list + "?da=newsroom.too-many-together") }
        let set = try await part.workroom.together(chosen, on: context.site.id, at: context.visit.now, by: context.by)
        return .redirect(list + "/xem-chung/\(set)")
    }

    private func found(_ context: AtSite<ReadItems>) async throws -> PreviewSet {
        guard let id = context.visit.parameter("set").flatMap({ PreviewSetID($0) }) else { throw PageError.notFound }
        do { return try await part.workroom.set(id, on: context.site.id, for: context.by) } catch is PublishingRefusal { throw PageError.notFound }
    }

    private func invited(_ visit: DeskVisit) async throws -> (link: PreviewLink, set: PreviewSet) {
        guard let token = SecretToken(visit.query["ma"]), let found = try await part.workroom.together(token) else {
            throw PageError(.notFound, "newsroom-link-over")
        }
        return found
    }

    // MARK: - The frames around it

    private func tabs(_ set: PreviewSet, _ visit: DeskVisit, chosen: String, _ link: (String) -> String) -> [TabLink] {
        let sections = part.sections()
        var codes: [(String, String)] = []
        for item in set.items {
            guard let section = item.card.section else { continue }
            for one in sections.path(to: section) where !codes.contains(where: { $0.0 == "muc." + one.code }) {
                codes.append(("muc." + one.code, one.name))
            }
        }
        let items = set.items.map { item in
            ("bai.\(item.card.item)", item.card.content.title.isEmpty ? visit.word("newsroom.untitled") : item.card.content.title)
        }
        return ([("dau", visit.word("newsroom.together.front"))] + codes + items).map {
            TabLink(label: $0.1, href: link($0.0), count: nil, isCurrent: $0.0 == chosen)
        }
    }

    private func show(_ context: AtSite<ReadItems>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let set = try await found(context)
        let here = address(set, context.site)
        let chosen = visit.query.text("trang") ?? "dau"
        let isWide = visit.query["rong"] == "may-tinh"
        func link(_ page: String, wide: Bool) -> String { "\(here)?trang=\(FormCoding.encode(page))" + (wide ? "&rong=may-tinh" : "") }
        let mayInvite = try await mayInvite(set, context)
        let links = mayInvite ? try await part.workroom.links(to: set.id) : []
        let screen = TogetherScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.together.title"), current: "work"),
            back: NewsroomAddress.list(context.site),
            address: here,
            lede: visit.word("newsroom.together.text", ["count": "\(set.items.count)", "time": visit.time(set.moment)]),
            pages: tabs(set, visit, chosen: chosen) { link($0, wide: isWide) },
            phone: link(chosen, wide: false),
            desktop: link(chosen, wide: true),
            isWide: isWide,
            source: here + "/trang?trang=" + FormCoding.encode(chosen),
            day: "\(set.moment.civilDate)",
            time: String(visit.time(set.moment).suffix(5)),
            mayInvite: mayInvite,
            links: links.map { LinkLine($0, visit) },
            error: error.map(visit.said)
        )
        return try .page(.together, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func mayInvite(_ set: PreviewSet, _ context: AtSite<ReadItems>) async throws -> Bool {
        for one in set.items {
            guard let item = try await part.workroom.item(one.card.item) else { return false }
            let subject = item.subject(for: context.session.person.id, .inviteReader)
            guard mayDo(context.session.actor, .inviteReader, on: subject, in: context.visit.tree) else { return false }
        }
        return true
    }

    private func move(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let set = try await found(context)
        guard let moment = FormMoment.read(context.visit.form["ngay"], context.visit.form.text("gio") ?? "00:00") else {
            return try await show(context, error: NewsroomRefusal.momentMissing)
        }
        try await part.workroom.look(set.id, on: context.site.id, from: moment, by: context.by)
        return .redirect(address(set, context.site))
    }

    private func invite(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let set = try await found(context)
        do {
            let days = Int(context.visit.form["ngay"]) ?? 7
            let (link, token) = try await part.workroom.invite(context.visit.form["ten"], to: set, days: days, by: context.by)
            return try .link(
                desk,
                context.visit,
                title: context.visit.word("newsroom.link.title"),
                text: context.visit.word("newsroom.link.text", ["name": link.guest, "time": context.visit.time(link.expiresAt)]),
                link: desk.origin + "/desk/xem-chung?ma=" + token.text,
                back: address(set, context.site),
                current: "work"
            )
        } catch let refusal as PublishingRefusal {
            return try await show(context, error: refusal)
        }
    }

    private func end(_ context: AtSite<ReadItems>) async throws -> DeskAnswer {
        let set = try await found(context)
        guard let link = ReviewLinkID(context.visit.form["lien-ket"]) else { return try await show(context, error: NewsroomRefusal.choiceMissing) }
        try await part.workroom.end(link, to: set, by: context.by)
        return .redirect(address(set, context.site) + "?da=newsroom.link-ended")
    }

    private func guest(_ visit: DeskVisit) async throws -> DeskAnswer {
        let (link, set) = try await invited(visit)
        let chosen = visit.query.text("trang") ?? "dau"
        let isWide = visit.query["rong"] == "may-tinh"
        func place(_ page: String, wide: Bool) -> String {
            "/desk/xem-chung?ma=\(visit.query["ma"])&trang=\(FormCoding.encode(page))" + (wide ? "&rong=may-tinh" : "")
        }
        let screen = TogetherGuestScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.together.title")),
            greeting: visit.word("newsroom.together.greeting", ["name": link.guest, "time": visit.time(link.expiresAt)]),
            lede: visit.word("newsroom.together.text", ["count": "\(set.items.count)", "time": visit.time(set.moment)]),
            pages: tabs(set, visit, chosen: chosen) { place($0, wide: isWide) },
            phone: place(chosen, wide: false),
            desktop: place(chosen, wide: true),
            isWide: isWide,
            source: "/desk/xem-chung/trang?ma=\(visit.query["ma"])&trang=" + FormCoding.encode(chosen)
        )
        return try .page(.togetherGuest, screen, visit)
    }

    // MARK: - What it shows

    private func page(_ set: PreviewSet, _ visit: DeskVisit, files: String, key: String?) async throws -> DeskAnswer {
        guard let site = visit.tree[set.site], let front = part.front else { throw PageError.notFound }
        let chosen = visit.query.text("trang") ?? "dau"
        if chosen.hasPrefix("bai.") {
            guard let item = set.items.first(where: { "bai.\($0.card.item)" == chosen }) else { throw PageError.notFound }
            return try await PreviewPage(part).answer(item, on: site, at: set.moment, visit, files: files, key: key)
        }
        let index = part.sections()
        let staged = front.reading(part.reader.staging(set.items) { index.path(to: $0).map(\.id) })
        let reading = Visit(face: visit.desk.face, site: site, tree: visit.tree, now: set.moment, requestID: visit.requestID, isRobot: true)
        let answer =
            chosen.hasPrefix("muc.")
            ? try await staged.section(String(chosen.dropFirst(4)), page: 1, for: reading) : try await staged.home(for: reading)
        guard case .page(let page) = answer else { throw PageError.notFound }
        return try PreviewPage.answer(page, for: reading, files: files, key: key)
    }

    private func file(_ set: PreviewSet, _ visit: DeskVisit) async throws -> DeskAnswer {
        guard let id = visit.parameter("asset") else { throw PageError.notFound }
        if set.items.contains(where: { $0.details.assets.contains(id) || $0.card.content.picture?.asset == id }),
            let (asset, bytes) = try await part.workroom.file(id, in: part.files)
        {
            return DraftFile.answer(asset, bytes)
        }
        return try await DraftFile.ofEverybody(id, part, visit)
    }
}

extension LinkLine {
    init(_ link: PreviewLink, _ visit: DeskVisit) {
        self.init(id: link.id, guest: link.guest, expiresAt: link.expiresAt, openedAt: link.openedAt, endedAt: link.endedAt, visit)
    }
}

struct TogetherScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let address: String
    let lede: String
    let pages: [TabLink]
    let phone: String
    let desktop: String
    let isWide: Bool
    let source: String
    let day: String
    let time: String
    let mayInvite: Bool
    let links: [LinkLine]
    let error: String?

    static let shape: Shape<TogetherScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("address", \.address), .text("lede", \.lede), .many("pages", \.pages),
        .text("phone", \.phone), .text("desktop", \.desktop), .flag("wide", \.isWide), .text("source", \.source), .text("day", \.day),
        .text("time", \.time), .flag("mayInvite", \.mayInvite), .many("links", \.links), .text("error", \.error),
    ]
}

struct TogetherGuestScreen: DeskModel {
    let frame: DeskFrame
    let greeting: String
    let lede: String
    let pages: [TabLink]
    let phone: String
    let desktop: String
    let isWide: Bool
    let source: String

    static let shape: Shape<TogetherGuestScreen> = [
        .one("desk", \.frame), .text("greeting", \.greeting), .text("lede", \.lede), .many("pages", \.pages), .text("phone", \.phone),
        .text("desktop", \.desktop), .flag("wide", \.isWide), .text("source", \.source),
    ]
}

extension PageTemplate where Model == TogetherScreen { static var together: Self { Self("newsroom.together", bare: true) } }
extension PageTemplate where Model == TogetherGuestScreen { static var togetherGuest: Self { Self("newsroom.together-guest", bare: true) } }
