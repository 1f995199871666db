import Foundation
import HTTPTypes
import NIOCore
import PortalNetwork
import Proofing
import PublicRecord
import Publishing
import RichText
import Store
import Synchronization
import Vietnamese
import Web

/// Reads along while somebody writes: what the kind objects to, and what the proofreader found, beside the field.
struct CheckScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.post, "/cong/:site/bai/:item/kiem-tra", takes: .bytes(upTo: Workroom.largestForm)) { (context: OnItem<EditItems>) in
            try await check(context)
        }
    }

    private struct Sent: Decodable { let form: [String: String] }

    /// `{"findings":[{"severity","text","field","label","quote","suggestions":[…]}],"pending":false}`; `pending`: links are being looked at, ask again.
    private func check(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        guard let sent = try? CanonicalJSON.decode(Sent.self, from: Array(context.visit.bytes.readableBytesView)) else { throw PageError.badRequest }
        let visit = context.visit
        let edit = EditScreens(desk: desk, part: part)
        let kind = try edit.kind(of: context.item)
        let form = RawForm(sent.form)
        var findings: [JSONValue] = []
        let opened = try await part.workroom.open(context.item.id, for: context.by)
        if let json = try? await edit.details(form, context.item, over: opened.json),
            let details = try? part.publishing.read(json: json, of: kind.name)
        {
            findings += kind.review(details).map { finding in
                [
                    "severity": finding.severity == .error ? "error" : "warning",
                    "text": .string(visit.word("finding." + finding.key, finding.values)),
                    "field": .string("f." + finding.field),
                ]
            }
        }
        // Held against the names and titles of its own day: an article of two years ago is right as it was.
        let item = context.item
        let written = (item.publishedAt ?? item.workflow.dueAt ?? visit.now).civilDate
        let reader = try await part.proofreading.reader(part.workroom.database, of: item.site, in: visit.tree, on: visit.now.civilDate)
        let report = reader.read(Self.manuscript(form, kind), on: written)
        findings += report.findings.map { finding in
            let field = kind.fields.first { $0.name == finding.place.field }
            return [
                "severity": .string(finding.severity.rawValue), "text": .string(visit.word(finding.key, finding.values)),
                "field": .string("f." + finding.place.field), "label": .string(field.map { FieldControl.label($0, of: kind, visit) } ?? ""),
                "quote": .string(finding.quote), "suggestions": .array(finding.suggestions.map { .string($0) }),
            ]
        }
        let links = try await DraftLinks(part, context).read(form, kind)
        findings += links.findings.map { finding in
            let field = kind.fields.first { $0.name == finding.field }
            let why = finding.values["reason"].map { " " + visit.word("portal.link.reason-" + $0) } ?? ""
            return [
                "severity": .string(finding.severity),
                "text": .string(visit.word("newsroom.link-check." + finding.key, finding.values) + (finding.key == "broken" ? why : "")),
                "field": .string("f." + finding.field), "label": .string(field.map { FieldControl.label($0, of: kind, visit) } ?? ""),
                "quote": .string(finding.address), "suggestions": .array(finding.suggestion.map { [.string($0)] } ?? []),
            ]
        }
        return .json(
            ByteBuffer(bytes: try CanonicalJSON.serialise(["findings": .array(findings), "pending": .bool(links.isPending)]))
        )
    }

    private static func manuscript(_ form: RawForm, _ kind: AnyKind) -> Manuscript {
        var manuscript = Manuscript()
        for field in kind.fields {
            let name = "f." + field.name
            switch field.form {
            case .line, .paragraph: manuscript.add(field.name, form[name])
            case .richText:
                if form[name + ".type"] == "blocks", let value = try? CanonicalJSON.parse(Array(form[name].utf8)),
                    let body = try? CanonicalJSON.decode(RichText.self, from: value)
                {
                    manuscript.add(field.name, body)
                }
            case .picture:
                if !form[name + ".asset"].isEmpty {
                    manuscript.add(
                        field.name,
                        Picture(
                            asset: AssetReference(commitment: form[name + ".asset"], id: form[name + ".file"]),
                            alt: form[name + ".alt"],
                            decorative: form[name + ".decorative"] == "1"
                        )
                    )
                }
            default: break
            }
        }
        return manuscript
    }
}

/// Proofreaders with the registers as they stand on a day: names of units are read once a day, leaders whenever their register has changed.
final class Proofreading: Sendable {
    private struct Kept {
        let day: CivilDate
        let names: NameRegister
        var readers: [SiteID: (stamp: String, reader: Proofreader)] = [:]
    }

    /// Portals whose proofreader is kept.
    private static let most = 64
    private let known = Mutex<Kept?>(nil)

    func reader(_ database: any Database, of site: SiteID, in tree: SiteTree, on day: CivilDate) async throws -> Proofreader {
        let kept = known.withLock { $0?.day == day ? $0 : nil }
        let stamp = try await database.read { try LeaderBook.stamp(on: site, in: tree, $0) }
        if let one = kept?.readers[site], one.stamp == stamp { return one.reader }
        let names: NameRegister =
            if let kept { kept.names } else { try await database.read { try NameRegister.read(on: day, in: $0) } }
        let people = try await database.read { try PeopleRegister.read(for: site, in: tree, $0) }
        let reader = Proofreader(names: names, people: people)
        known.withLock { now in
            if now?.day != day { now = Kept(day: day, names: names) }
            if (now?.readers.count ?? 0) >= Self.most { now?.readers.removeAll() }
            now?.readers[site] = (stamp, reader)
        }
        return reader
    }
}
