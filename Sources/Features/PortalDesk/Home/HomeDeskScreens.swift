import Foundation
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The front page: which blocks in which order, and which articles stand first, until when. Nothing is public before it is saved.
struct HomeDeskScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/trang-chu"
        routes.on(.get, path) { (context: May<ArrangeHome>) in try await show(PortalVisit(context, desk), nil) }
        routes.on(.post, path, takes: .form(upTo: 262_144)) { (context: May<ArrangeHome>) in try await edit(PortalVisit(context, desk)) }
        routes.on(.post, path + "/xem-truoc", takes: .form(upTo: 262_144)) { (context: May<ArrangeHome>) in
            try await preview(PortalVisit(context, desk))
        }
    }

    /// What is being arranged, as it travels in the form.
    struct Draft: Sendable {
        var blocks: Outline
        var slots: Outline
        var base: String
        /// Whether the portal arranges its blocks itself.
        var isOwn: Bool

        init(_ front: FrontPage, standard: [String]) {
            isOwn = !front.blocks.isEmpty
            blocks = Outline((front.blocks.isEmpty ? standard : front.blocks).map { Outline.Row($0) })
            slots = Outline(
                front.slots.map { Outline.Row("\($0.item)", target: $0.until.map { $0.adding(milliseconds: -1).civilDate.description } ?? "") }
            )
            base = Self.text(front)
        }

        init?(_ form: FormFields) {
            guard let blocks = Outline(form["bang-k"], deepest: 0), let slots = Outline(form["bang-n"], deepest: 0) else { return nil }
            self.blocks = blocks
            self.slots = slots
            base = form["goc"]
            isOwn = form["rieng"] == "1"
            // Days stand in fields of their own beside their rows.
            for (place, row) in slots.rows.enumerated() where form.names.contains("han." + row.id) {
                self.slots.replace(place, Outline.Row(row.id, label: row.label, target: form["han." + row.id].trimmed))
            }
        }

        /// The front page this would be. An article leaves its place when its last day is over.
        func front() throws -> FrontPage {
            let slots = try slots.rows.map { row -> FeaturedSlot in
                guard let item = ItemID(row.id) else { throw PortalRefusal.targetUnreadable(row.id) }
                guard !row.target.isEmpty else { return FeaturedSlot(item) }
                guard let day = CivilDate(row.target) else { throw PortalRefusal.dateUnreadable(row.target) }
                return FeaturedSlot(item, until: VietnamTime.startOfDay(day.adding(days: 1)))
            }
            return FrontPage(slots: slots, blocks: isOwn ? blocks.rows.map(\.id) : [])
        }

        /// What the editor saw: `item@until` by commas, a bar, the blocks.
        static func text(_ front: FrontPage) -> String {
            front.slots.map { "\($0.item)" + ($0.until.map { "@\($0.rawValue)" } ?? "") }.joined(separator: ",") + "|"
                + front.blocks.joined(separator: ",")
        }

        static func front(_ text: String) -> FrontPage {
            let halves = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let slots = (halves.first ?? "").split(separator: ",").compactMap { entry -> FeaturedSlot? in
                let parts = entry.split(separator: "@").map(String.init)
                return parts.first.flatMap { ItemID($0) }.map { item in
                    FeaturedSlot(item, until: parts.count > 1 ? Int64(parts[1]).map { Instant(rawValue: $0) } : nil)
                }
            }
            return FrontPage(slots: slots, blocks: halves.count > 1 ? halves[1].split(separator: ",").map(String.init) : [])
        }
    }

    private func standing(_ place: PortalVisit) async throws -> (Draft, SectionIndex) {
        let site = place.site
        let (front, index, stored) = try await portal.publishing.database.read { db in
            (try FrontPage.read(site.id, db), try SectionIndex.load(on: site.id, db), try Sites.site(site.id, in: db))
        }
        return (Draft(front, standard: portal.blocks.standard(stored.look, stored, index)), index)
    }

    private func show(
        _ place: PortalVisit,
        _ given: Draft?,
        found: [RevealedCard]? = nil,
        sought: String = "",
        error: (any Refusal)? = nil
    ) async throws -> DeskAnswer {
        let visit = place.visit
        let (standing, index) = try await standing(place)
        let draft = given ?? standing
        let cards = Dictionary(
            try await portal.reader.cards(draft.slots.rows.compactMap { ItemID($0.id) }).map { ("\($0.item)", $0) }
        ) { first, _ in first }
        let title = visit.word("portal.tab.trang-chu")
        let names = BlockNames(visit, index, place.site.id)
        let screen = HomeDeskScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.front, title),
            action: PortalTab.front.path(place.site),
            slots: OutlineView(
                list: "n.",
                state: draft.slots.text,
                base: "",
                deepest: 0,
                rows: draft.slots.rows.indices.map { at in slot(draft.slots, at, cards, visit) }
            ),
            blocks: OutlineView(
                list: "k.",
                state: draft.blocks.text,
                base: draft.base,
                deepest: 0,
                rows: draft.blocks.rows.indices.map { at in
                    let name = draft.blocks.rows[at].id
                    return OutlineRowView(
                        draft.blocks,
                        at,
                        list: "k.",
                        deepest: 0,
                        name: names.name(name),
                        note: names.note(name),
                        fault: names.isKnown(name) ? nil : visit.word("portal.front.unknown-block")
                    )
                }
            ),
            isOwn: draft.isOwn,
            isChanged: given != nil,
            isFull: draft.slots.rows.count >= Publisher.featuredLimit,
            choices: names.choices(portal.blocks, besides: Set(draft.blocks.rows.map(\.id))),
            sought: sought,
            found: (found ?? []).map { card in
                FoundCard(id: "\(card.item)", title: card.content.title, note: DateTexts.date(card.publishedAt, visit.language))
            },
            isNothing: found?.isEmpty ?? false,
            error: error.map(visit.said)
        )
        return try .page(.front, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func slot(_ slots: Outline, _ at: Int, _ cards: [String: RevealedCard], _ visit: DeskVisit) -> OutlineRowView {
        let row = slots.rows[at]
        let card = cards[row.id]
        let isOver = CivilDate(row.target).map { $0 < visit.now.civilDate } ?? false
        return OutlineRowView(
            slots,
            at,
            list: "n.",
            deepest: 0,
            name: card?.content.title ?? visit.word("portal.front.not-live"),
            note: card.map { DateTexts.date($0.publishedAt, visit.language) },
            fault: card == nil ? visit.word("portal.front.not-live-text") : isOver ? visit.word("portal.front.over") : nil,
            end: row.target,
            hasEnd: true
        )
    }

    private func edit(_ place: PortalVisit) async throws -> DeskAnswer {
        guard var draft = Draft(place.form) else { return try await show(place, nil) }
        let step = place.form["lam"]
        do {
            switch step {
            case "luu":
                let front = try draft.front()
                try await portal.publishing.arrangeFront(
                    front.slots,
                    blocks: front.blocks,
                    expecting: Draft.front(draft.base),
                    on: place.site.id,
                    by: place.by,
                    also: place.note(.homeChanged, on: place.site.code, detail: "\(front.slots.count) + \(front.blocks.count)")
                )
                return place.done(.front, "front-saved")
            case "mac-dinh":
                draft.isOwn = false
                let (standing, index) = try await standing(place)
                _ = standing
                draft.blocks = Outline(
                    portal.blocks.standard(Look(arrangement: place.site.look.arrangement), place.site, index).map { Outline.Row($0) }
                )
            case "them":
                if let block = place.form.text("khoi"), Look.isBlockName(block) {
                    draft.blocks.append(Outline.Row(block))
                    draft.isOwn = true
                }
            case "tim":
                return try await show(place, draft, found: try await search(place, besides: draft), sought: place.form["tim"])
            case _ where step.hasPrefix("chon:"):
                let id = String(step.dropFirst(5))
                if ItemID(id) != nil, !draft.slots.rows.contains(where: { $0.id == id }), draft.slots.rows.count < Publisher.featuredLimit {
                    draft.slots.append(Outline.Row(id))
                }
            case _ where step.hasPrefix("n."): _ = draft.slots.take(String(step.dropFirst(2)), deepest: 0)
            case _ where step.hasPrefix("k."): if draft.blocks.take(String(step.dropFirst(2)), deepest: 0) { draft.isOwn = true }
            default: break
            }
            return try await show(place, draft)
        } catch let refusal as any Refusal {
            return try await show(place, refusal as? PublishingRefusal == .changedMeanwhile ? nil : draft, error: refusal)
        }
    }

    /// Live articles of this very portal: by their words, or by their address.
    private func search(_ place: PortalVisit, besides draft: Draft) async throws -> [RevealedCard] {
        let text = place.form["tim"].trimmed
        guard !text.isEmpty else { return [] }
        let named = String(text.prefix { $0 != "?" && $0 != "#" }.suffix(13)).lowercased()
        var ids = try await portal.find(text, [place.site.id], false, 24)
        if let id = ItemID(named) { ids.insert(id, at: 0) }
        let taken = Set(draft.slots.rows.map(\.id))
        return Array(try await portal.reader.cards(ids).filter { $0.site == place.site.id && !taken.contains("\($0.item)") }.prefix(8))
    }

    private func preview(_ place: PortalVisit) async throws -> DeskAnswer {
        guard let draft = Draft(place.form), let front = try? draft.front() else { throw PageError.badRequest }
        let stored = try await portal.publishing.database.read { try Sites.site(place.site.id, in: $0) }
        var site = stored
        site.look.blocks = front.blocks.isEmpty ? nil : front.blocks
        return try await Preview(place, portal).page(of: site, front: front.slots.map(\.item))
    }
}
