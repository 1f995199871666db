import Foundation
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// A portal's menu, or that it shows its sections.
struct MenuScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    static let deepest = Sites.menuDepth - 1

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/thuc-don") { (context: May<EditMenu>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, "/cong/:site/thuc-don", takes: .form(upTo: 524_288)) { (context: May<EditMenu>) in
            try await edit(PortalVisit(context, desk))
        }
    }

    private func show(_ place: PortalVisit, _ draft: Outline? = nil, base: String? = nil, open: Int? = nil, error: (any Refusal)? = nil) async throws
        -> DeskAnswer
    {
        let (visit, site) = (place.visit, place.site)
        let (menu, index) = try await portal.publishing.database.read { db in
            (try Sites.menu(of: site.id, in: db), try SectionIndex.load(on: site.id, db))
        }
        let standing = Outline(menu.map { Self.rows($0, 0) } ?? Self.sections(index, site.id))
        let shown = draft ?? standing
        let check = try await MenuCheck(shown.rows.map(\.target), place, portal, index)
        let rows = shown.rows.indices.map { at in
            let row = shown.rows[at]
            return OutlineRowView(
                shown,
                at,
                list: "",
                deepest: Self.deepest,
                name: row.label,
                note: row.target,
                fault: check.fault(row.target).map { visit.word("portal.menu.fault-" + $0) },
                isOpen: open == at
            )
        }
        let screen = MenuScreen(
            frame: place.frame(visit.word("portal.tab.thuc-don"), scripts: ["portaldesk.js"]),
            top: place.top(.menu, visit.word("portal.tab.thuc-don")),
            action: PortalTab.menu.path(site),
            outline: OutlineView(list: "", state: shown.text, base: base ?? Self.text(menu), deepest: Self.deepest, rows: rows),
            isOwn: menu != nil,
            isChanged: shown != standing,
            label: error == nil ? "" : visit.form["nhan"],
            target: error == nil ? "" : visit.form["dich"],
            targets: Self.targets(index, place),
            error: error.map(visit.said)
        )
        return try .page(.menu, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func edit(_ place: PortalVisit) async throws -> DeskAnswer {
        let form = place.form
        guard var outline = Outline(form["bang"], deepest: Self.deepest) else { return try await show(place) }
        let base = form["goc"]
        let step = form["lam"]
        do {
            switch step {
            case "luu", "bo-rieng":
                let items = step == "luu" ? Self.items(outline.rows) : nil
                try await portal.publishing.setMenu(
                    items,
                    expecting: Self.menu(base),
                    of: place.site.id,
                    by: place.by,
                    also: place.note(.menuChanged, on: place.site.code, detail: items.map { "\($0.count)" } ?? "sections")
                )
                return place.done(.menu, "menu-saved")
            case "them":
                outline.append(try row(form["nhan"], form["dich"], depth: 0, place))
            case _ where step.hasPrefix("ghi:"):
                guard let at = Int(step.dropFirst(4)), outline.rows.indices.contains(at) else { break }
                outline.replace(at, try row(form["sua-nhan"], form["sua-dich"], depth: outline.rows[at].depth, place))
            case _ where step.hasPrefix("sua:"):
                return try await show(place, outline, base: base, open: Int(step.dropFirst(4)))
            default: _ = outline.take(step, deepest: Self.deepest)
            }
            return try await show(place, outline, base: base)
        } catch let refusal as any Refusal {
            let isOver = refusal as? PublishingRefusal == .changedMeanwhile
            let open = step.hasPrefix("ghi:") ? Int(step.dropFirst(4)) : nil
            return try await show(place, isOver ? nil : outline, base: isOver ? nil : base, open: open, error: refusal)
        }
    }

    /// What was typed, as a row: an address of this portal is kept as its path.
    private func row(_ label: String, _ target: String, depth: Int, _ place: PortalVisit) throws -> Outline.Row {
        var target = target.trimmed
        if let path = place.ownPath(target) { target = path }
        guard !label.trimmed.isEmpty else { throw SiteRefusal.menuLabelMissing }
        guard label.trimmed.count <= Sites.menuLabelLimit else {
            throw SiteRefusal.menuLabelTooLong(label: label.trimmed, limit: Sites.menuLabelLimit)
        }
        guard PortalNetwork.WebAddress.isTarget(target) else { throw SiteRefusal.menuTargetInvalid(label: label.trimmed, target: target) }
        return Outline.Row("", depth: depth, label: nfc(label.trimmed), target: target)
    }

    // MARK: - A menu as a list and back

    private static func rows(_ items: [MenuItem], _ depth: Int) -> [Outline.Row] {
        items.flatMap { [Outline.Row("", depth: depth, label: $0.label, target: $0.target)] + rows($0.children, depth + 1) }
    }

    private static func sections(_ index: SectionIndex, _ site: SiteID) -> [Outline.Row] {
        index.top(on: site).flatMap { section in
            [Outline.Row("", label: section.name, target: SectionScreens.path(section))]
                + index.children(of: section.id).map { Outline.Row("", depth: 1, label: $0.name, target: SectionScreens.path($0)) }
        }
    }

    private static func items(_ rows: [Outline.Row]) -> [MenuItem] {
        func read(_ rows: ArraySlice<Outline.Row>, _ depth: Int) -> [MenuItem] {
            var items: [MenuItem] = []
            var at = rows.startIndex
            while at < rows.endIndex {
                var end = at + 1
                while end < rows.endIndex, rows[end].depth > depth { end += 1 }
                items.append(MenuItem(label: rows[at].label, target: rows[at].target, children: read(rows[(at + 1)..<end], depth + 1)))
                at = end
            }
            return items
        }
        return read(rows[...], 0)
    }

    private static func text(_ menu: [MenuItem]?) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return menu.flatMap { try? encoder.encode($0) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func menu(_ text: String) -> [MenuItem]? { text.isEmpty ? nil : try? JSONDecoder().decode([MenuItem].self, from: Data(text.utf8)) }

    /// What is offered while an address is typed.
    private static func targets(_ index: SectionIndex, _ place: PortalVisit) -> [Choice] {
        let sections = index.all(on: place.site.id).map { Choice(value: SectionScreens.path($0), label: $0.name, isChosen: false) }
        let near = place.visit.tree.children(of: place.site.id) + place.visit.tree.ancestors(of: place.site.id)
        return sections + near.prefix(100).map { Choice(value: "site:\($0.code)", label: $0.shortName, isChosen: false) }
    }
}

extension PortalVisit {
    /// The path of an address of this portal, whichever of its hosts it names; nil for any other text.
    func ownPath(_ text: String) -> String? {
        guard PortalNetwork.WebAddress.isAbsolute(text) else { return nil }
        let rest = text.drop { $0 != ":" }.dropFirst(3)
        let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
        guard site.hosts.contains(lowercase(String(host))) else { return nil }
        let path = rest.drop { $0 != "/" && $0 != "?" && $0 != "#" }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }
}
