import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Looks everywhere at once, each in the bounds of what the person may see.
struct Finder: Sendable {
    private static let most = 6
    private let portal: PortalDesk
    private let visit: DeskVisit
    private let session: LiveSession

    init(_ portal: PortalDesk, _ visit: DeskVisit, _ session: LiveSession) {
        self.portal = portal
        self.visit = visit
        self.session = session
    }

    func find(_ text: String) async throws -> [DeskTile] {
        let wanted = fold(text)
        return [
            DeskTile(visit.word("portal.find.screens"), screens(wanted)), DeskTile(visit.word("portal.find.portals"), portals(wanted)),
            DeskTile(visit.word("portal.find.articles"), try await articles(text)), DeskTile(visit.word("portal.find.sections"), sections(wanted)),
            DeskTile(visit.word("portal.find.people"), try await people(wanted)),
        ]
    }

    private func reach(_ action: Action) -> [Site] { DeskReach(session.actor, visit.tree).tops(action) }

    private func screens(_ wanted: String) -> [DeskTile.Row] {
        guard let site = visit.portal else { return [] }
        let tabs = PortalTab.allCases.filter { mayDo(session.actor, $0.action, on: Subject(site: site.id), in: visit.tree) }
            .map { DeskRoom(key: $0.rawValue, label: visit.word("portal.tab." + $0.rawValue), href: $0.path(site)) }
        let rooms = visit.desk.parts.flatMap { $0.rooms(visit, session, on: site) }
        return (rooms + tabs).filter { Part(wanted).stands(inNames: [$0.label]) }.prefix(Self.most)
            .map { DeskTile.Row($0.label, href: $0.href, note: site.shortName) }
    }

    private func portals(_ wanted: String) -> [DeskTile.Row] {
        let tops = Set(session.actor.grants.map(\.site))
        let all = tops.filter { site in !tops.contains { $0 != site && visit.tree.isInside(site, $0) } }.sorted().flatMap {
            visit.tree.subtree(of: $0)
        }
        let part = Part(wanted)
        var rows: [DeskTile.Row] = []
        for id in all where rows.count < Self.most {
            guard let site = visit.tree[id], site.kind != .linked else { continue }
            guard part.stands(inNames: [site.name, site.shortName]) || part.stands(in: [site.code] + site.hosts) else { continue }
            rows.append(DeskTile.Row(site.name, href: "/desk/cong/\(site.code)", note: site.hosts.first ?? site.code))
        }
        return rows
    }

    private func sections(_ wanted: String) -> [DeskTile.Row] {
        let (index, part) = (portal.sections(), Part(wanted))
        var rows: [DeskTile.Row] = []
        for id in reach(.editSections).flatMap({ visit.tree.subtree(of: $0.id) }) {
            for section in index.all(on: id) where rows.count < Self.most {
                guard part.stands(inNames: [section.name]) || part.stands(in: [section.code]), let site = visit.tree[id] else { continue }
                rows.append(DeskTile.Row(section.name, href: PortalTab.sections.path(site) + "/sua/" + section.code, note: site.shortName))
            }
        }
        return rows
    }

    /// Live articles only, on portals whose items the person may read; by the words of their titles, or by address.
    private func articles(_ text: String) async throws -> [DeskTile.Row] {
        let tops = reach(.read).prefix(3)
        guard !tops.isEmpty else { return [] }
        var ids: [ItemID] = []
        if let id = ItemID(String(text.trimmed.suffix(13)).lowercased()) { ids.append(id) }
        ids += try await portal.find(text, tops.map(\.id), true, 2 * Self.most)
        let sites = Set(tops.flatMap { visit.tree.subtree(of: $0.id) })
        let found = try await portal.reader.cards(ids).filter { sites.contains($0.site) }
        return found.prefix(Self.most).map { card in
            let path = visit.desk.parts.lazy.compactMap { $0.address(of: card.item, on: card.site, visit) }.first
            let href = path ?? visit.tree[card.site].flatMap { visit.desk.face.origins.url($0, portal.addresses.path(of: card)) }
            let note = [visit.tree[card.site]?.shortName, DateTexts.date(card.publishedAt, visit.language)].compactMap { $0 }.joined(separator: " · ")
            return DeskTile.Row(card.content.title, href: href, note: note)
        }
    }

    private func people(_ wanted: String) async throws -> [DeskTile.Row] {
        let tops = reach(.readPeople)
        let sites = tops.flatMap { visit.tree.subtree(of: $0.id) }
        guard !sites.isEmpty else { return [] }
        let (found, places) = try await portal.publishing.database.read { [now = visit.now] db in
            let found = try People.list(PeopleQuery(sites: sites, text: wanted, limit: Self.most), at: now, in: db)
            let places = try db.rows(
                """
                SELECT person, min(site) FROM person_role WHERE person IN (\(list: found.map(\.id))) AND site IN (\(list: sites)) GROUP BY person
                """
            ).map { (try $0[0] as PersonID, try $0[1] as SiteID) }
            return (found, Dictionary(places) { first, _ in first })
        }
        return found.compactMap { person in
            guard let site = places[person.id].flatMap({ visit.tree[$0] }) else { return nil }
            return DeskTile.Row(person.name, href: "/desk/cong/\(site.code)/nguoi-dung/\(person.handle)", note: site.shortName)
        }
    }
}

/// What is looked for in names: bytes, because it is looked for in the names of every portal and section at each letter typed.
struct Part {
    private let bytes: [UInt8]

    /// Folded already.
    init(_ folded: String) { bytes = Array(folded.utf8) }

    /// Without regard to marks.
    func stands(inNames names: [String]) -> Bool { names.contains { stands(in: foldUTF8(Array($0.utf8))) } }
    func stands(in texts: [String]) -> Bool { texts.contains { stands(in: Array($0.utf8)) } }

    private func stands(in text: [UInt8]) -> Bool {
        guard bytes.count <= text.count else { return false }
        return text.withUnsafeBufferPointer { text in
            (0...(text.count - bytes.count)).contains { at in bytes.indices.allSatisfy { text[at + $0] == bytes[$0] } }
        }
    }
}
