import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// The links of a text that is being written: which of them lead nowhere.
struct DraftLinks {
    let part: NewsroomDesk
    let context: OnItem<EditItems>
    /// So many foreign addresses of one text are looked at.
    private static let most = 40

    init(_ part: NewsroomDesk, _ context: OnItem<EditItems>) {
        self.part = part
        self.context = context
    }

    struct Finding {
        let field: String
        let address: String
        let severity: String
        let key: String
        var values: [String: String] = [:]
        var suggestion: String?
    }

    /// - Returns: what is wrong as far as it is known now, and whether more will be known in a moment.
    func read(_ form: RawForm, _ kind: AnyKind) async throws -> (findings: [Finding], isPending: Bool) {
        var inner: [(field: String, target: LinkTarget)] = []
        var outer: [(field: String, address: String)] = []
        let tree = context.visit.tree
        func add(_ address: String, _ field: String) {
            guard let web = WebAddress(String(address.prefix { $0 != "#" })), let host = web.host else { return }
            if let site = tree.site(host: host) {
                inner.append((field, .path(web.path, on: site, shown: address)))
            } else if !outer.contains(where: { $0.address == web.text }) {
                outer.append((field, web.text))
            }
        }
        for field in kind.fields {
            let name = "f." + field.name
            if field.form == .source { add(form[name + ".url"], field.name) }
            guard field.form == .richText, form[name + ".type"] == "blocks", let value = try? CanonicalJSON.parse(Array(form[name].utf8)),
                let body = try? CanonicalJSON.decode(RichText.self, from: value)
            else { continue }
            for id in body.linkedItems { inner.append((field.name, .item(id))) }
            for path in body.linkedPaths { inner.append((field.name, .path(path, on: context.site, shown: path))) }
            for link in body.outgoingLinks { add(link.address, field.name) }
        }
        var findings: [Finding] = []
        for one in inner.prefix(100) { if let finding = try await check(one.target, one.field) { findings.append(finding) } }
        let asked = Array(outer.prefix(Self.most))
        let stored = try await part.workroom.database.read { try OutgoingLinks.known(asked.map(\.address), $0) }
        let unseen = try await Self.unseen(outer.compactMap { WebAddress($0.address)?.host }, on: context.site, tree, part.workroom.database)
        for host in unseen {
            guard let one = outer.first(where: { WebAddress($0.address)?.host == host }) else { continue }
            findings.append(Finding(field: one.field, address: one.address, severity: "warning", key: "new-host", values: ["host": host]))
        }
        let isStored = Set(stored.filter { $0.state != .new }.map(\.address))
        var known = Dictionary(stored.filter { $0.state != .new }.map { ($0.address, LinkFinding($0)) }) { first, _ in first }
        let glance = await part.glance.ask(asked.map(\.address).filter { !isStored.contains($0) })
        known.merge(glance.findings) { first, _ in first }
        for one in asked { if let found = known[one.address], let finding = Self.finding(found, one.address, one.field) { findings.append(finding) } }
        return (findings, glance.isPending)
    }

    /// Hosts that are neither registered for a portal nor led to by anything that is live on it.
    static func unseen(_ hosts: [String], on site: Site, _ tree: SiteTree, _ database: any Database) async throws -> [String] {
        let foreign = Set(hosts.filter { !tree.trusts($0, from: site.id) }).sorted()
        guard !foreign.isEmpty else { return [] }
        return try await database.read { try OutgoingLinks.unseen(Array(foreign.prefix(most)), on: [site.id], $0) }
    }

    private enum LinkTarget {
        case item(String)
        case path(String, on: Site, shown: String)
    }

    /// Our own pages are asked of our own store: nothing goes out.
    private func check(_ target: LinkTarget, _ field: String) async throws -> Finding? {
        switch target {
        case .item(let text): return try await check(item: text, shown: text, field)
        case .path(let path, let site, let shown):
            let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
            if let id = ItemAddress.id(inPathOf: path) { return try await check(item: id, shown: shown, field) }
            guard case .address(.section(let code, _)) = PublicAddress.read(path: parts.first ?? "/", query: parts.count > 1 ? parts[1] : nil) else {
                return nil
            }
            // An address that is no section's may be a fixed one (`/tim-kiem`): only what looks like a section of ours and is closed or none is told.
            if part.sections().section(code, on: site.id) != nil || ReservedSegments.reservesPath(code) || part.kinds.segments.contains(code) {
                return nil
            }
            return Finding(field: field, address: shown, severity: "warning", key: "unknown", values: ["address": shown])
        }
    }

    private func check(item text: String, shown: String, _ field: String) async throws -> Finding? {
        let unknown = Finding(field: field, address: shown, severity: "error", key: "unknown", values: ["address": shown])
        guard let id = ItemID(text), let item = try await part.workroom.item(id) else { return unknown }
        switch item.workflow.presence {
        case .live: return nil
        case .withdrawn: return Finding(field: field, address: shown, severity: "error", key: "withdrawn", values: ["address": shown])
        case .erased: return unknown
        case .unpublished:
            if id == context.item.id { return nil }
            // That there is such a draft is told to whoever may read it, and to nobody else.
            let subject = item.subject(for: context.session.person.id, .read)
            guard mayDo(context.session.actor, .read, on: subject, in: context.visit.tree) else { return unknown }
            return Finding(field: field, address: shown, severity: "warning", key: "draft", values: ["address": shown])
        }
    }

    private static func finding(_ found: LinkFinding, _ address: String, _ field: String) -> Finding? {
        var values = ["address": address, "target": found.target ?? ""]
        values["reason"] = found.reason
        switch found.state {
        case .new, .ok: return nil
        case .broken: return Finding(field: field, address: address, severity: "warning", key: "broken", values: values)
        case .dangerous: return Finding(field: field, address: address, severity: "error", key: "dangerous", values: values)
        case .redirected:
            return Finding(field: field, address: address, severity: "warning", key: "redirected", values: values, suggestion: found.target)
        case .skipped:
            guard found.reason == "not-public" || found.reason == "malformed" else { return nil }
            return Finding(field: field, address: address, severity: "warning", key: "not-public", values: values)
        }
    }
}

extension LinkFinding {
    init(_ link: OutgoingLink) { self.init(link.state, status: link.status, target: link.target, reason: link.reason) }
}
