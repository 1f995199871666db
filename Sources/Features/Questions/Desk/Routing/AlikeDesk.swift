import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Letters that say the same: merged in bulk into one of them.
struct AlikeDesk {
    let casework: Casework
    let cases: CasesDesk

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        routes.on(.post, "/cong/:site/ho-so/nhap-chung") { (context: May<ReadCases>) in try await merge(context) }
    }

    private func merge(_ context: May<ReadCases>) async throws -> DeskAnswer {
        let visit = context.visit
        let path = CasesDesk.path(context.site)
        guard let cluster = CaseID(visit.form["nhom"]), let target = CaseID(visit.form["vao"]) else {
            return .redirect(path + "?da=case-alike-none")
        }
        let chosen: [Casework.Seen]? =
            visit.form["viec"] == "tat-ca"
            ? nil : visit.form.chosen(CaseID.self).compactMap { id, version in Int(version).map { Casework.Seen(id, version: $0) } }
        let back = path + "?nhom=\(cluster)"
        if chosen?.filter({ $0.id != target }).isEmpty == true { return .redirect(back + "&da=case-alike-none") }
        do {
            let (_, left) = try await casework.mergeAlike(
                cluster.rawValue,
                chosen,
                into: target,
                on: visit.tree.subtree(of: context.site.id),
                by: cases.by(visit, context.session)
            )
            return .redirect(back + (left == 0 ? "&da=case-alike-merged" : "&da=case-alike-some"))
        } catch CaseRefusal.unknownCase {
            return .redirect(back + "&da=case-alike-none")
        }
    }
}

/// How a list of letters that say the same is merged.
struct AlikeForm: PageModel {
    let action: String
    let group: String
    let count: String
    let all: String
    let mayMerge: Bool

    static let shape: Shape<AlikeForm> = [
        .text("merge", \.action), .text("group", \.group), .text("count", \.count), .text("all", \.all), .flag("mayMerge", \.mayMerge),
    ]
}
