import Exchange
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Addresses of former times: the list, one more, many from a table, the table back.
struct RedirectScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    static let page = 50
    /// Lines of one table.
    static let most = 20_000

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/chuyen-huong"
        routes.on(.get, path) { (context: May<EditRedirects>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path) { (context: May<EditRedirects>) in try await put(PortalVisit(context, desk)) }
        routes.on(.post, path + "/bo") { (context: May<EditRedirects>) in try await remove(PortalVisit(context, desk)) }
        routes.on(.post, path + "/nhap", takes: .form(upTo: 6 << 20)) { (context: May<EditRedirects>) in try await load(PortalVisit(context, desk)) }
        routes.on(.get, path + "/xuat") { (context: May<EditRedirects>) in try await export(PortalVisit(context, desk)) }
    }

    struct Outcome {
        var text: String?
        var refused: [RefusedLine] = []
        /// The refused lines as a table that can be mended and sent again.
        var rejects = ""
    }

    private func show(_ place: PortalVisit, error: (any Refusal)? = nil, outcome: Outcome = Outcome()) async throws -> DeskAnswer {
        let (visit, site) = (place.visit, place.site)
        let sought = visit.query.text("q")
        let cursor = visit.query.text("sau").flatMap { path in Int(visit.query["lan"]).map { RedirectCursor(hits: $0, path: path) } }
        let (lines, count) = try await portal.publishing.database.read { db in
            (try Redirects.lines(on: site.id, sought: sought, after: cursor, limit: Self.page + 1, db), try Redirects.count(on: site.id, db))
        }
        let shown = Array(lines.prefix(Self.page))
        let items = shown.compactMap { line in if case .item(let id) = line.redirect.target { id } else { nil } }
        let cards = Dictionary(try await portal.reader.cards(items).map { ($0.item, $0) }) { first, _ in first }
        let title = visit.word("portal.tab.chuyen-huong")
        let path = PortalTab.redirects.path(site)
        let next = lines.count > Self.page ? shown.last : nil
        let given = error != nil
        let screen = RedirectsScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.redirects, title),
            action: path,
            count: visit.word("portal.redirects.count", ["count": "\(count)"]),
            sought: sought ?? "",
            rows: shown.map { RedirectRow($0, cards, portal.addresses, visit) },
            next: next.map { last in
                path + "?q=\(FormCoding.encode(sought ?? ""))&lan=\(last.hits)&sau=\(FormCoding.encode(last.redirect.path))"
            },
            from: given ? visit.form["tu"] : visit.query["tu"],
            to: given ? visit.form["den"] : "",
            table: given ? visit.form["bang"] : "",
            outcome: outcome.text,
            refused: outcome.refused,
            rejects: outcome.rejects,
            error: error.map(visit.said)
        )
        return try .page(.redirects, screen, visit, status: given ? .unprocessableContent : .ok)
    }

    private func put(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let redirect = try Self.redirect(place.form["tu"], place.form["den"], place)
            let report = try await portal.publishing.putRedirects(
                [redirect],
                on: place.site.id,
                by: place.by,
                also: place.note(.redirectsChanged, on: redirect.path)
            )
            if let refusal = report.refused.first?.refusal { throw refusal }
            return place.done(place.form["ve"] == PortalTab.missing.rawValue ? .missing : .redirects, "redirect-saved")
        } catch let refusal as any Refusal {
            return try await show(place, error: refusal)
        }
    }

    private func remove(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let path = place.form["tu"]
            try await portal.publishing.removeRedirect(
                path,
                on: place.site.id,
                by: place.by,
                also: place.note(.redirectsChanged, on: path, detail: "removed")
            )
            return place.done(.redirects, "redirect-removed")
        } catch let refusal as PublishingRefusal {
            return try await show(place, error: refusal)
        }
    }

    /// Two texts as a redirect. Addresses of this portal may be given whole; one of an article follows the article wherever it moves.
    static func redirect(_ from: String, _ to: String, _ place: PortalVisit) throws -> Redirect {
        func path(_ text: String) -> String { place.ownPath(text.trimmed) ?? text.trimmed }
        let (old, new) = (path(from), path(to))
        guard PortalNetwork.WebAddress.isPath(old), old != "/", !old.contains("#") else { throw PublishingRefusal.address(old) }
        if let id = ItemID(new.lowercased()) { return Redirect(path: old, target: .item(id)) }
        guard PortalNetwork.WebAddress.isPath(new) else { throw PortalRefusal.targetUnreadable(new) }
        let plain = String(new.prefix { $0 != "?" && $0 != "#" })
        switch PublicAddress.read(path: plain, query: nil) {
        case .address(.item(_, _, let id, _)), .elsewhere(.item(_, _, let id, _)): return Redirect(path: old, target: .item(ItemID(rawValue: id)))
        default: return Redirect(path: old, target: .path(new))
        }
    }

    private func load(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let table = try RedirectTable(place.form["bang"], most: Self.most)
            var outcome = Outcome()
            var redirects: [(line: RedirectTable.Line, redirect: Redirect)] = []
            var refused: [(line: RedirectTable.Line, why: String)] = table.flaws.map { ($0, place.visit.word("portal.redirects.flaw")) }
            for line in table.lines {
                do { redirects.append((line, try Self.redirect(line.from, line.to, place))) } catch let refusal as any Refusal {
                    refused.append((line, place.visit.said(refusal)))
                }
            }
            let number = redirects.count
            let report = try await portal.publishing.putRedirects(
                redirects.map(\.redirect),
                on: place.site.id,
                by: place.by,
                also: place.note(.redirectsChanged, on: place.site.code, detail: "table of \(number)")
            )
            refused += report.refused.map { (redirects[$0.index].line, place.visit.said($0.refusal)) }
            refused.sort { $0.line.number < $1.line.number }
            outcome.text = place.visit.word(
                "portal.redirects.outcome",
                ["added": "\(report.added)", "changed": "\(report.changed)", "refused": "\(refused.count)"]
            )
            outcome.refused = refused.prefix(200).map { RefusedLine(line: "\($0.line.number)", text: $0.line.raw, why: $0.why) }
            if !refused.isEmpty {
                outcome.rejects = String(
                    decoding: CSVWriter.table(["tu", "den"], refused.map { [$0.line.from, $0.line.to] }, audience: .programs),
                    as: UTF8.self
                )
            }
            return try await show(place, outcome: outcome)
        } catch let refusal as any Refusal {
            return try await show(place, error: refusal)
        }
    }

    private func export(_ place: PortalVisit) async throws -> DeskAnswer {
        let site = place.site
        var rows: [[String]] = []
        var cursor: RedirectCursor?
        repeat {
            let after = cursor
            let lines = try await portal.publishing.database.read { try Redirects.lines(on: site.id, after: after, limit: 1000, $0) }
            for line in lines {
                let target: String =
                    switch line.redirect.target {
                    case .item(let id): "\(id)"
                    case .path(let path): path
                    }
                rows.append([line.redirect.path, target, "\(line.hits)", line.hitAt.map { "\($0.civilDate)" } ?? ""])
            }
            cursor = lines.count == 1000 ? lines.last.map { RedirectCursor(hits: $0.hits, path: $0.redirect.path) } : nil
        } while cursor != nil
        let bytes = CSVWriter.table(["tu", "den", "luot", "lan-cuoi"], rows)
        return .download(ByteBuffer(bytes: bytes), type: "text/csv; charset=utf-8", name: "chuyen-huong-\(site.code).csv")
    }
}

/// A table of redirects as people send it: two columns whose names may be any of some.
struct RedirectTable {
    struct Line {
        let number: Int
        let from: String
        let to: String
        let raw: String
    }

    private(set) var lines: [Line] = []
    /// What could not be read as a row at all.
    private(set) var flaws: [Line] = []

    private static let old = ["tu", "từ", "cu", "cũ", "from", "old", "source"]
    private static let new = ["den", "đến", "moi", "mới", "to", "new", "target"]

    init(_ text: String, most: Int) throws {
        guard !text.trimmed.isEmpty else { throw PortalRefusal.nothingChosen }
        let reader: CSVReader
        do { reader = try CSVReader(ByteSource(text: text)) } catch { throw PortalRefusal.tableUnreadable }
        func column(_ names: [String]) -> String? { reader.columns.first { names.contains(lowercase($0)) } }
        guard let from = column(Self.old), let to = column(Self.new) else { throw PortalRefusal.tableColumns("tu, den") }
        while let record = try? reader.next() {
            guard lines.count + flaws.count < most else { throw PortalRefusal.tableTooLong(limit: most) }
            switch record {
            case .row(let row):
                let (old, new) = (row[from] ?? "", row[to] ?? "")
                lines.append(Line(number: row.line, from: old, to: new, raw: old + " → " + new))
            case .flaw(let flaw):
                let raw = String(decoding: flaw.bytes.prefix(300), as: UTF8.self)
                flaws.append(Line(number: flaw.line, from: raw, to: "", raw: raw))
            }
        }
    }
}
