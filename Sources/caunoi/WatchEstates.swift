import Foundation
import Notary
import PortalNetwork
import Publishing
import Store
import Watch
import Web

extension Estate {
    /// This installation. What stands in the database and not in a projection's place is put right from the editions; then every page is made anew.
    static func own(_ program: Program, _ portal: Portal, _ parts: WatchParts) -> Estate {
        let directory = program.directory
        let face = portal.face
        let publishing = program.publishing
        return Estate(
            name: "own",
            record: parts.ground.record,
            check: parts.check,
            hosts: {
                directory.tree.all.filter { $0.kind != .linked && $0.status != .closed && $0.status != .redirected }.compactMap { site in
                    site.hosts.first.map { host in
                        let sections = face.sections(site).map(\.target)
                        return Host(name: host, code: site.code, site: site.id, targets: ["/"] + sections)
                    }
                }
            },
            page: parts.page,
            visited: { [views = portal.views] id, visits in if let item = ItemID(id) { views.takeBack(item, visits) } },
            heal: { _, items in
                let ids = items.compactMap { ItemID($0) }
                let mended = try await publishing.mend(ids)
                // Every node drops what it keeps of pages and reads the tables anew, also one that does not hear the call.
                try await program.database.write { try NetworkVersion.raise(in: $0) }
                var said = "caches emptied"
                if !mended.items.isEmpty { said += "; made anew from their editions: \(mended.items.map(\.description).joined(separator: ", "))" }
                if !mended.damaged.isEmpty {
                    said += "; damaged in the database, to be restored from a backup: \(mended.damaged.map(\.description).joined(separator: ", "))"
                }
                return said
            }
        )
    }

    /// Another installation, by one of its hosts.
    static func foreign(_ origin: String, host: String, _ parts: WatchParts) -> Estate {
        Estate(
            name: origin,
            record: parts.ground.record,
            check: parts.check,
            hosts: { [Host(name: host, code: "", site: nil)] },
            page: parts.page
        )
    }
}

extension WatchParts {
    func watcher(of estate: Estate, _ program: Program, _ portal: Portal, _ plan: WatchPlan) -> Watcher {
        let directory = program.directory
        let deskHost = portal.desk?.host
        let hasMail = (try? program.settings.mail()) != nil && deskHost != nil
        let notices = Notices(program.access, sendsMail: hasMail)
        let clock = program.clock
        var picture: (@Sendable (PagePlace) async throws -> [UInt8])?
        if let chromium {
            let address = address
            picture = { place in
                let file = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-case-\(UUID().uuidString).png").path
                defer { try? FileManager.default.removeItem(atPath: file) }
                try await chromium.picture(of: address(place), to: file)
                return Array(FileManager.default.contents(atPath: file) ?? Data())
            }
        }
        return Watcher(
            estate,
            book: CaseBook(database: program.database, ids: program.lease.ids),
            plan: plan,
            clock: clock,
            logger: program.logger,
            picture: picture
        ) { id, place, site, db in
            guard let site, let portal = directory.tree[site] else { return }
            let sites = [site] + directory.tree.ancestors(of: site).map(\.id)
            let subject = NoticeSubject("integrity-case", ["host": place.host, "path": place.target])
            for person in try People.holding([.operator, .deputyChief, .editorInChief], on: sites, at: clock.now(), in: db) {
                try notices.notify(person, subject, link: "/desk/cong/\(portal.code)/toan-ven/\(id)", in: db)
            }
        }
    }
}
