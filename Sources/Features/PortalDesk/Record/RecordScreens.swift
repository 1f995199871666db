import HTTPTypes
import Notary
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese
import Web

/// The public record as its operators see it: the signed head and what waits for it, who signs, who has witnessed, why it stands still, evidence against other logs.
struct RecordScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/so-cong-khai") { (context: May<ChangeSite>) in try await show(PortalVisit(context, desk)) }
    }

    private func show(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        let (head, signedAt, last, cosigned, witnesses, evidence) = try await portal.publishing.database.read { db in
            (
                try RecordHead.read(db), try db.value("SELECT at FROM record_head WHERE id = 1", as: Int64.self) ?? 0, try EventLog.head(db),
                try CosignedHead.read(db), try WitnessRow.all(db), try RecordEvidence.all(db)
            )
        }
        let title = visit.word("portal.tab.so-cong-khai")
        func when(_ seconds: Int64) -> String { visit.time(Instant(rawValue: seconds * 1000)) }
        let waiting = max(0, last + 1 - head.size)
        let screen = RecordScreen(
            frame: place.frame(title),
            top: place.top(.record, title),
            frozen: head.frozen,
            facts: [
                RecordFact(visit.word("portal.record.size"), "\(head.size)"),
                RecordFact(visit.word("portal.record.waiting"), "\(waiting)"),
                RecordFact(visit.word("portal.record.root"), head.frontier.root.base64),
                RecordFact(visit.word("portal.record.signed-at"), signedAt > 0 ? when(signedAt) : "—"),
                RecordFact(visit.word("portal.record.key"), head.key ?? "—"),
                RecordFact(
                    visit.word("portal.record.cosigned"),
                    cosigned.map { visit.word("portal.record.cosigned-size", ["size": "\($0.size)"]) } ?? visit.word("portal.record.cosigned-none")
                ),
            ],
            witnesses: witnesses.map { one in
                WitnessLine(
                    name: one.name,
                    note: one.cosignedAt > 0
                        ? visit.word("portal.record.witness-last", ["when": when(one.cosignedAt), "size": "\(one.size)"])
                        : visit.word("portal.record.witness-never"),
                    trouble: one.failures > 0
                        ? visit.word("portal.record.witness-failed", ["count": "\(one.failures)", "said": one.said ?? ""]) : nil
                )
            },
            evidence: evidence.prefix(50).map { one in
                EvidenceLine(
                    origin: one.origin,
                    what: visit.word("portal.record.kind-\(one.kind.rawValue)"),
                    when: when(one.at),
                    held: one.held,
                    offered: one.offered
                )
            }
        )
        return try .page(.record, screen, visit)
    }
}

struct RecordFact: PageModel {
    let label: String
    let value: String

    init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }

    static let shape: Shape<RecordFact> = [.text("label", \.label), .text("value", \.value)]
}

struct WitnessLine: PageModel {
    let name: String
    let note: String
    let trouble: String?

    static let shape: Shape<WitnessLine> = [.text("name", \.name), .text("note", \.note), .text("trouble", \.trouble)]
}

/// Two heads of another log that do not go together.
struct EvidenceLine: PageModel {
    let origin: String
    let what: String
    let when: String
    let held: String
    let offered: String

    static let shape: Shape<EvidenceLine> = [
        .text("origin", \.origin), .text("what", \.what), .text("when", \.when), .text("held", \.held), .text("offered", \.offered),
    ]
}

struct RecordScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let frozen: String?
    let facts: [RecordFact]
    let witnesses: [WitnessLine]
    let evidence: [EvidenceLine]

    static let shape: Shape<RecordScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("frozen", \.frozen), .many("facts", \.facts), .many("witnesses", \.witnesses),
        .many("evidence", \.evidence),
    ]
}

extension PageTemplate where Model == RecordScreen { static var record: Self { Self("portaldesk.record", bare: true) } }
