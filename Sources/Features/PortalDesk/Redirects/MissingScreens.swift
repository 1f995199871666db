import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Addresses that readers asked for and nothing was found at, the most wanted first, each with where it might lead.
struct MissingScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    static let page = 12

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/dia-chi-thieu"
        routes.on(.get, path) { (context: May<EditRedirects>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path + "/bo-qua") { (context: May<EditRedirects>) in try await ignore(PortalVisit(context, desk)) }
    }

    private func show(_ place: PortalVisit) async throws -> DeskAnswer {
        let (visit, site) = (place.visit, place.site)
        let isIgnored = visit.query["xem"] == "bo-qua"
        let cursor = visit.query.text("sau").flatMap { path in Int(visit.query["lan"]).map { RedirectCursor(hits: $0, path: path) } }
        let (lines, index) = try await portal.publishing.database.read { db in
            (
                try MissingLine.lines(on: site.id, ignored: isIgnored, after: cursor, limit: Self.page + 1, db),
                try SectionIndex.load(on: site.id, db)
            )
        }
        let shown = Array(lines.prefix(Self.page))
        let ideas = isIgnored ? [] : try await Suggestions(portal, site.id, index).ideas(for: shown.map(\.path))
        let title = visit.word("portal.tab.dia-chi-thieu")
        let path = PortalTab.missing.path(site)
        let next = lines.count > Self.page ? shown.last : nil
        let screen = MissingScreen(
            frame: place.frame(title),
            top: place.top(.missing, title),
            action: path,
            redirects: PortalTab.redirects.path(site),
            rows: shown.enumerated().map { MissingRow($1, isIgnored ? [] : ideas[$0], place) },
            isIgnored: isIgnored,
            next: next.map { path + "?xem=\(isIgnored ? "bo-qua" : "")&lan=\($0.n)&sau=\(FormCoding.encode($0.path))" }
        )
        return try .page(.missing, screen, visit)
    }

    private func ignore(_ place: PortalVisit) async throws -> DeskAnswer {
        let (path, isIgnored) = (place.form["tu"], place.form["lai"] != "1")
        let note = place.note(.redirectsChanged, on: path, detail: isIgnored ? "ignored" : "looked at again")
        try await portal.publishing.database.write { [site = place.site.id] db in
            if try MissingLine.ignore(path, isIgnored, on: site, db) { try note(db) }
        }
        return .redirect(PortalTab.missing.path(place.site) + (isIgnored ? "" : "?xem=bo-qua"))
    }
}

/// Where an address that leads nowhere might have led: to the article whose number it ends in, to a section it names, to articles whose titles hold
/// its words.
struct Suggestions: Sendable {
    struct Idea: Sendable, Hashable {
        let target: String
        let label: String
    }

    private let portal: PortalDesk
    private let site: SiteID
    private let index: SectionIndex

    init(_ portal: PortalDesk, _ site: SiteID, _ index: SectionIndex) {
        self.portal = portal
        self.site = site
        self.index = index
    }

    /// Of each address at most three, in the order of the addresses. All are looked for at once, and the articles of all opened together.
    func ideas(for addresses: [String]) async throws -> [[Idea]] {
        let items = try await withThrowingTaskGroup(of: (Int, [ItemID]).self) { group in
            for (place, address) in addresses.enumerated() {
                group.addTask { (place, try await articles(Parts(address))) }
            }
            var items: [[ItemID]] = Array(repeating: [], count: addresses.count)
            for try await (place, found) in group { items[place] = found }
            return items
        }
        let cards = Dictionary(try await portal.reader.cards(items.flatMap { $0 }).map { ($0.item, $0) }) { first, _ in first }
        return zip(addresses, items).map { address, items in
            let found = items.compactMap { cards[$0] }.filter { $0.site == site }.map { Idea(target: "\($0.item)", label: $0.content.title) }
            var seen: Set<String> = []
            return Array((found + sections(Parts(address))).filter { seen.insert($0.target).inserted }.prefix(3))
        }
    }

    private struct Parts {
        let segments: [String]
        let query: Substring

        init(_ address: String) {
            let path = address.prefix { $0 != "?" }
            segments = path.split(separator: "/").map(String.init)
            query = address.dropFirst(path.count)
        }
    }

    private func articles(_ address: Parts) async throws -> [ItemID] {
        // An id with something broken off or hung on.
        let last = address.segments.last.map { lowercase($0) } ?? ""
        let named = last.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.compactMap { ItemID(String($0)) }
        let words = Self.words(address.segments, query: address.query)
        return words.isEmpty ? named : named + (try await portal.find(words, [site], false, 3))
    }

    private func sections(_ address: Parts) -> [Idea] {
        for segment in address.segments.prefix(2) {
            let code = slug(segment.split(separator: ".").first.map(String.init) ?? segment, maxLength: 60)
            if let section = index.all(on: site).first(where: { $0.code == code || slug($0.name, maxLength: 60) == code }) {
                return [Idea(target: SectionScreens.path(section), label: section.name)]
            }
        }
        return []
    }

    /// What of an address are words: its last segment without ending and numbers, else what a query says of a title.
    static func words(_ segments: [String], query: Substring) -> String {
        let ends: Set<String> = ["html", "htm", "aspx", "asp", "php", "jsp", "index", "default", "home", "pages", "page", "item", "news", "id"]
        let source = segments.last { !$0.isEmpty && !ends.contains(lowercase($0)) } ?? ""
        let text = FormCoding.decode(source.utf8) ?? source
        let parts = fold(text).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        let kept = parts.filter { part in !ends.contains(part) && part.count < 24 && !part.allSatisfy(\.isNumber) && ItemID(part) == nil }
        return kept.count >= 2 || kept.first.map({ $0.count >= 4 }) == true ? kept.prefix(12).joined(separator: " ") : ""
    }
}

struct IdeaRow: PageModel {
    let target: String
    let label: String

    static let shape: Shape<IdeaRow> = [.text("target", \.target), .text("label", \.label)]
}

struct MissingRow: PageModel {
    let path: String
    let count: String
    let note: String
    let referrer: String?
    /// A page of this installation carries the wrong address: that is to be mended there.
    let isOwn: Bool
    let ideas: [IdeaRow]
    let manual: String

    init(_ line: MissingLine, _ ideas: [Suggestions.Idea], _ place: PortalVisit) {
        let visit = place.visit
        path = line.path
        count = visit.word("portal.missing.times", ["count": "\(line.n)"])
        note = visit.word("portal.missing.seen", ["first": visit.time(line.firstAt), "last": visit.time(line.lastAt)])
        referrer = line.referrer
        let host = line.referrer.map { $0.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != ":" } }.map { lowercase(String($0)) }
        isOwn = host.map { visit.tree.site(host: $0) != nil } ?? false
        self.ideas = ideas.map { IdeaRow(target: $0.target, label: $0.label) }
        manual = PortalTab.redirects.path(place.site) + "?tu=" + FormCoding.encode(line.path) + "#tu"
    }

    static let shape: Shape<MissingRow> = [
        .text("path", \.path), .text("count", \.count), .text("note", \.note), .text("referrer", \.referrer), .flag("ownPage", \.isOwn),
        .many("ideas", \.ideas), .text("manual", \.manual),
    ]
}

struct MissingScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let redirects: String
    let rows: [MissingRow]
    let isIgnored: Bool
    let next: String?

    static let shape: Shape<MissingScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("redirects", \.redirects), .many("rows", \.rows),
        .flag("ignored", \.isIgnored), .text("next", \.next),
    ]
}

extension PageTemplate where Model == MissingScreen { static var missing: Self { Self("portaldesk.missing", bare: true) } }
