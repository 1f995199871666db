public import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// Makes the portals of an order, some at a time; each portal with everything that goes with it is one transaction, so a crash loses and doubles none.
public struct MakeSites: JobWorker {
    public static let name = "make-sites"
    /// Portals of one run: well within a job's lease.
    static let portion = 20

    private let publishing: Publisher
    private let access: Access

    public init(_ publishing: Publisher, access: Access) {
        self.publishing = publishing
        self.access = access
    }

    static func job(_ batch: SiteBatchID, from line: Int, id: JobID, at now: Instant) -> Job {
        Job(id: id, name: name, payload: "\(batch)", effect: "\(name):\(batch):\(line)", runAt: now)
    }

    public func run(_ job: Job) async throws {
        guard let id = SiteBatchID(job.payload) else { return }
        let now = publishing.clock.now()
        let found = try await publishing.database.read { db -> (SiteBatch, [SiteBatch.Line], SiteTree, Person, Actor?)? in
            guard let batch = try SiteBatches.batch(id, db) else { return nil }
            return (
                batch, try SiteBatches.lines(id, state: .waiting, limit: Self.portion + 1, db), try Sites.tree(at: now, in: db),
                try People.person(batch.person, in: db), try People.actor(for: batch.person, at: now, in: db)
            )
        }
        guard let (batch, lines, tree, person, actor) = found else { return }
        // Whoever ordered may have lost the right, or the account, since.
        let by = Publisher.By(actor ?? Actor(person: batch.person, grants: []), in: tree)
        for line in lines.prefix(Self.portion) { try await make(line, of: batch, by, person) }
        let next = lines.dropFirst(Self.portion).first
        let ids = publishing.ids
        try await publishing.database.write { db in
            if let next {
                try JobQueue.add(Self.job(id, from: next.number, id: ids.next(), at: now), at: now, db)
            } else {
                try SiteBatches.finish(id, at: now, db)
            }
        }
    }

    private func make(_ line: SiteBatch.Line, of batch: SiteBatch, _ by: Publisher.By, _ person: Person) async throws {
        let access = access
        do {
            guard let template = by.tree[batch.template] else { throw SiteRefusal.unknown("\(batch.template)") }
            try await publishing.addPortal(line.draft.draft(like: template), like: batch.template, by: by) { site, db in
                try SiteBatches.made(line.number, of: batch.id, site: site.id, db)
                try access.note(.siteAdded, by: person, on: site.code, site: site.parent, detail: "like \(template.code)", from: batch.caller, in: db)
            }
        } catch let refusal as any Refusal {
            try await publishing.database.write { try SiteBatches.refused(line.number, of: batch.id, refusal, $0) }
        }
    }
}
