import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The sections of a portal: their order and nesting, and each one's name, address, rules and dates.
struct SectionScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    static let deepest = Publisher.sectionDepth - 1

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/chuyen-muc"
        routes.on(.get, path) { (context: May<EditSections>) in try await list(PortalVisit(context, desk)) }
        routes.on(.post, path, takes: .form(upTo: 262_144)) { (context: May<EditSections>) in try await arrange(PortalVisit(context, desk)) }
        routes.on(.get, path + "/moi") { (context: May<EditSections>) in try await form(PortalVisit(context, desk), nil) }
        routes.on(.post, path + "/moi") { (context: May<EditSections>) in try await add(PortalVisit(context, desk)) }
        routes.on(.get, path + "/sua/:section") { (context: May<EditSections>) in
            let place = PortalVisit(context, desk)
            return try await form(place, try await section(place))
        }
        routes.on(.post, path + "/sua/:section") { (context: May<EditSections>) in try await change(PortalVisit(context, desk)) }
    }

    private func index(_ site: SiteID) async throws -> SectionIndex {
        try await portal.publishing.database.read { try SectionIndex.load(on: site, $0) }
    }

    private func section(_ place: PortalVisit) async throws -> Section {
        guard let code = place.visit.parameter("section"), let section = try await index(place.site.id).section(code, on: place.site.id) else {
            throw PageError.notFound
        }
        return section
    }

    // MARK: - Order

    private func list(_ place: PortalVisit, _ outline: Outline? = nil, base: String? = nil, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let (visit, site) = (place.visit, place.site)
        let index = try await index(site.id)
        let lists = index.all(on: site.id).map { ListKey.section($0.id) }
        let counts = try await portal.publishing.database.read { db in
            Dictionary(
                try db.rows("SELECT list, n FROM listing_count WHERE site = \(site.id) AND list IN (\(list: lists))").map {
                    (try $0[0] as ListKey, try $0[1] as Int)
                }
            ) { first, _ in first }
        }
        let standing = Self.outline(index, site.id)
        let shown = outline ?? standing
        let rows = shown.rows.indices.map { at -> OutlineRowView in
            let section = SectionID(shown.rows[at].id).flatMap { index[$0] }
            let number = section.flatMap { counts[.section($0.id)] } ?? 0
            let rules = section.map { $0.approvals > 1 ? [visit.word("portal.section.approvals-count", ["count": "\($0.approvals)"])] : [] } ?? []
            let note = [section.map(Self.path), visit.word("portal.section.articles", ["count": "\(number)"])].compactMap { $0 } + rules
            return OutlineRowView(
                shown,
                at,
                list: "",
                deepest: Self.deepest,
                name: section?.name ?? shown.rows[at].id,
                note: note.joined(separator: " · "),
                mark: section.flatMap { Self.mark($0, visit) },
                href: section.map { "\(PortalTab.sections.path(site))/sua/\($0.code)" },
                canGo: false
            )
        }
        let screen = SectionsScreen(
            frame: place.frame(visit.word("portal.tab.chuyen-muc"), scripts: ["portaldesk.js"]),
            top: place.top(.sections, visit.word("portal.tab.chuyen-muc")),
            action: PortalTab.sections.path(site),
            outline: OutlineView(list: "", state: shown.text, base: base ?? Self.places(index, site.id), deepest: Self.deepest, rows: rows),
            isChanged: shown != standing,
            error: error.map(visit.said)
        )
        return try .page(.sections, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private static func mark(_ section: Section, _ visit: DeskVisit) -> String? {
        let today = visit.now.civilDate
        if let closes = section.closesOn, closes < today { return visit.word("portal.section.closed") }
        if let opens = section.opensOn, opens > today { return visit.word("portal.section.not-yet") }
        return section.kind == .topic ? visit.word("portal.section.kind-topic") : nil
    }

    static func path(_ section: Section) -> String { section.kind == .topic ? "/chuyen-trang/\(section.code)/" : "/\(section.code)/" }

    private static func outline(_ index: SectionIndex, _ site: SiteID) -> Outline {
        Outline(index.places(on: site).map { place in Outline.Row("\(place.id)", depth: index.path(to: place.id).count - 1) })
    }

    /// `id` or `id<parent`, by commas: what the editor saw.
    private static func places(_ index: SectionIndex, _ site: SiteID) -> String {
        index.places(on: site).map { place in "\(place.id)" + (place.parent.map { "<\($0)" } ?? "") }.joined(separator: ",")
    }

    private static func places(_ text: String) -> [SectionPlace] {
        text.split(separator: ",").compactMap { entry in
            let parts = entry.split(separator: "<").map(String.init)
            guard let id = parts.first.flatMap({ SectionID($0) }) else { return nil }
            return SectionPlace(id, below: parts.count > 1 ? SectionID(parts[1]) : nil)
        }
    }

    private static func places(_ outline: Outline) -> [SectionPlace] {
        var above: [SectionID] = []
        return outline.rows.compactMap { row in
            guard let id = SectionID(row.id) else { return nil }
            above = Array(above.prefix(row.depth))
            let place = SectionPlace(id, below: above.last)
            above.append(id)
            return place
        }
    }

    private func arrange(_ place: PortalVisit) async throws -> DeskAnswer {
        guard var outline = Outline(place.form["bang"], deepest: Self.deepest) else { return try await list(place) }
        let step = place.form["lam"]
        guard step == "luu" else {
            _ = outline.take(step, deepest: Self.deepest)
            return try await list(place, outline, base: place.form["goc"])
        }
        do {
            try await portal.publishing.arrangeSections(
                Self.places(outline),
                expecting: Self.places(place.form["goc"]),
                on: place.site.id,
                by: place.by,
                also: place.note(.sectionsChanged, on: place.site.code, detail: "order")
            )
        } catch let refusal as PublishingRefusal {
            return try await list(place, refusal == .changedMeanwhile ? nil : outline, base: place.form["goc"], error: refusal)
        }
        return place.done(.sections, "sections-saved")
    }

    // MARK: - One section

    private func form(_ place: PortalVisit, _ section: Section?, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = place.visit
        let index = try await index(place.site.id)
        let given = error != nil
        func value(_ field: String, _ stored: String?) -> String { given ? visit.form[field] : stored ?? "" }
        let kind = given && section == nil ? visit.form["loai"] : section?.kind.rawValue ?? "section"
        let title = section?.name ?? visit.word("portal.section.new")
        let path = PortalTab.sections.path(place.site)
        let screen = SectionScreen(
            frame: place.frame(title),
            top: place.top(.sections, title),
            back: path,
            action: section.map { "\(path)/sua/\($0.code)" } ?? path + "/moi",
            isNew: section == nil,
            isTopic: kind == "topic",
            version: section.map { "\($0.version)" } ?? "",
            name: value("ten", section?.name),
            code: value("ma", section?.code),
            summary: value("tom-tat", section?.summary),
            approvals: (1...3).map { number in
                Choice(
                    value: "\(number)",
                    label: visit.word("portal.section.approvals-\(number)"),
                    isChosen: value("duyet", section.map { "\($0.approvals)" } ?? "1") == "\(number)"
                )
            },
            opens: value("mo", section?.opensOn?.description),
            closes: value("dong", section?.closesOn?.description),
            banner: value("anh", section?.banner),
            pictures: try await PictureChoices.make(place, portal.publishing.database, chosen: value("anh", section?.banner)),
            parents: section == nil
                ? index.all(on: place.site.id).filter { $0.kind == .section }.map { one in
                    Choice(
                        value: "\(one.id)",
                        label: String(repeating: "— ", count: index.path(to: one.id).count - 1) + one.name,
                        isChosen: visit.form["thuoc"] == "\(one.id)"
                    )
                } : [],
            error: error.map(visit.said)
        )
        return try .page(.section, screen, visit, status: given ? .unprocessableContent : .ok)
    }

    /// What the form says, put on a section.
    private func read(_ section: inout Section, _ form: FormFields) throws {
        guard let name = form.text("ten"), name.count <= 120 else { throw PortalRefusal.nameMissing(limit: 120) }
        section.name = name
        section.summary = form.text("tom-tat").map { String($0.prefix(500)) }
        section.approvals = min(max(1, Int(form["duyet"]) ?? 1), 3)
        section.opensOn = try day(form, "mo")
        section.closesOn = try day(form, "dong")
        if let opens = section.opensOn, let closes = section.closesOn, closes < opens { throw PortalRefusal.endsBeforeItBegins }
        let banner = form.text("anh")
        if let banner, banner.utf8.count != 64 || !banner.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) {
            throw SiteRefusal.pictureInvalid(part: "banner")
        }
        section.banner = banner
    }

    private func day(_ form: FormFields, _ field: String) throws -> CivilDate? {
        guard let text = form.text(field) else { return nil }
        guard let date = CivilDate(text) else { throw PortalRefusal.dateUnreadable(text) }
        return date
    }

    private func add(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let form = place.form
            var section = Section(
                id: portal.publishing.ids.next(),
                site: place.site.id,
                code: form.text("ma") ?? slug(form["ten"], maxLength: 60),
                parent: form["loai"] == "topic" ? nil : form.text("thuoc").flatMap { SectionID($0) },
                kind: form["loai"] == "topic" ? .topic : .section,
                name: form["ten"],
                position: 1_000
            )
            try read(&section, form)
            _ = try await portal.publishing.addSection(section, by: place.by, also: place.note(.sectionsChanged, on: section.code, detail: "added"))
            return place.done(.sections, "section-added")
        } catch let refusal as any Refusal {
            return try await self.form(place, nil, error: refusal)
        }
    }

    private func change(_ place: PortalVisit) async throws -> DeskAnswer {
        let stored = try await section(place)
        do {
            var section = stored
            section.version = Int(place.form["ban"]) ?? -1
            try read(&section, place.form)
            let code = place.form.text("ma") ?? stored.code
            try await portal.publishing.changeSection(section, by: place.by, also: place.note(.sectionsChanged, on: section.code, detail: "changed"))
            if code != stored.code {
                try await portal.publishing.moveSection(
                    section.id,
                    to: code,
                    on: place.site.id,
                    version: section.version + 1,
                    by: place.by,
                    also: place.note(.sectionsChanged, on: section.code, detail: "address: \(code)")
                )
            }
            return place.done(.sections, "section-changed")
        } catch let refusal as any Refusal {
            return try await form(place, stored, error: refusal)
        }
    }
}
