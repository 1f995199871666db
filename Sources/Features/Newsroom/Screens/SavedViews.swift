import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Views of the list under a name: one's own, and those that colleagues share. Whoever opens one sees in it what they may see themselves.
struct SavedViews {
    let part: NewsroomDesk
    let context: AtSite<ReadItems>

    init(_ part: NewsroomDesk, _ context: AtSite<ReadItems>) {
        self.part = part
        self.context = context
    }

    private var list: String { NewsroomAddress.list(context.site) }

    func links() async throws -> (mine: [ViewLink], shared: [ViewLink]) {
        let (person, site) = (context.session.person.id, context.site.id)
        let (mine, shared) = try await part.workroom.database.read { db in
            (try SavedFilter.all(of: person, db), try SavedFilter.shared(on: site, butOf: person, db))
        }
        let here = list + "?" + Self.sorted(context.visit.query)
        func link(_ filter: SavedFilter) -> ViewLink? {
            guard filter.address.hasPrefix(list + "?") else { return nil }
            return ViewLink(
                id: "\(filter.id)",
                name: filter.name,
                href: filter.address,
                isCurrent: filter.address == here,
                isShared: filter.site != nil
            )
        }
        return (mine.compactMap(link), shared.compactMap(link))
    }

    /// The query as the list itself writes it.
    private static func sorted(_ query: FormFields) -> String {
        ["xem", "q", "chuyen-muc"].compactMap { name in query.text(name).map { "\(name)=\(FormCoding.encode($0))" } }.joined(separator: "&")
    }

    /// Keeps a view or drops one. Only a view of this very list can be kept.
    /// - Returns: where to go from here.
    func keep() async throws -> String {
        let (form, person, site) = (context.visit.form, context.session.person.id, context.site.id)
        if let id = form.text("bo").flatMap({ SavedFilterID($0) }) {
            _ = try await part.workroom.database.write { try SavedFilter.remove(id, of: person, $0) }
            return list + "?da=newsroom.view-dropped"
        }
        let (name, address) = (FormReading.cleaned(form["ten"]), form["dia-chi"])
        let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("\"<>\\".utf8).contains($0) }
        guard !name.isEmpty, name.count <= 80, address.hasPrefix(list + "?"), isPlain else { throw NewsroomRefusal.viewName }
        let id: SavedFilterID = part.publishing.ids.next()
        let (isShared, now) = (form["chung"] == "1", context.visit.now)
        let isKept = try await part.workroom.database.write { db in
            try SavedFilter.add(id, name: nfc(name), address: address, of: person, sharedOn: isShared ? site : nil, at: now, db)
        }
        guard isKept else { throw NewsroomRefusal.tooManyViews }
        return address + "&da=newsroom.view-kept"
    }
}
