import Foundation
import HTTPTypes
import Hummingbird
import Notary
import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// `/kiem-chung` and `/kiem-chung/{id}`: what the record says of an item, told to a person.
struct VerifyPages: Sendable {
    /// What was typed into the form: an address or an id.
    static let asked = "dia-chi"
    /// The index on a printed page, by its QR code: which edition somebody holds in hand.
    static let printed = "ix"
    /// The log that index is of.
    static let printedLog = "log"

    let record: RecordFiles
    let reader: Reader
    let addresses: Addresses
    let chain: LogChain

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("kiem-chung") { request, context in try await ask(request.uri.queryParameters[Self.asked[...]].map(String.init), context.visit) }
        routes.get("kiem-chung/:id") { request, context in
            guard let id = ItemID(try context.parameters.require("id")) else { throw PageError.notFound }
            let query = request.uri.queryParameters
            let printed = query[Self.printed[...]].flatMap { Int64($0) }
            return try await item(id, printed: printed, of: query[Self.printedLog[...]].map(String.init), context.visit)
        }
    }

    // MARK: The form

    /// Leads to the item's page here by its id; what was typed is never an address to go to.
    private func ask(_ typed: String?, _ visit: Visit) async throws -> PageAnswer {
        let text = String((typed ?? "").trimmed.prefix(2000))
        var view = AskView(typed: text, continued: chain.continued(visit))
        if !text.isEmpty {
            let (host, id) = Self.read(text)
            let isOurs = host.map { visit.tree.site(host: $0) != nil } ?? true
            if let id, isOurs, try await isKnown(id, visit) { return .found(Self.path(id)) }
            view.isForeign = !isOurs
            view.isUnknown = isOurs
            if !isOurs, let id, try await isKnown(id, visit) { view.known = Link("\(id)", to: Self.path(id)) }
        }
        return .page(Page(.ask, view, head: PageHead(title: visit.word("record.title"), isHidden: true), path: "/kiem-chung"))
    }

    private func isKnown(_ id: ItemID, _ visit: Visit) async throws -> Bool { try await reader.history(of: id, on: visit.site.id, limit: 1) != nil }

    static func path(_ id: ItemID) -> String { "/kiem-chung/\(id)" }

    /// The host, where one was named, and the item's id.
    static func read(_ typed: String) -> (host: String?, id: ItemID?) {
        var text = typed
        var hasScheme = false
        for scheme in ["https://", "http://"] where text.lowercased().hasPrefix(scheme) {
            text.removeFirst(scheme.count)
            hasScheme = true
        }
        var host: String?
        if hasScheme || text.prefix(while: { $0 != "/" }).contains(".") && text.contains("/") && !text.hasPrefix("/") {
            let authority = text.prefix { !"/?#".contains($0) }
            text.removeFirst(authority.count)
            // Who writes a name before an "@" wants it taken for the host.
            let last = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
            host = last.prefix { $0 != ":" }.lowercased()
        }
        var path = String(text.prefix { !"?#".contains($0) }).lowercased()
        if path.hasSuffix(PublicAddress.proofEnding) { path.removeLast(PublicAddress.proofEnding.count) }
        return (host, ItemAddress.id(inPathOf: path).flatMap { ItemID($0) })
    }

    // MARK: An item

    private func item(_ id: ItemID, printed: Int64?, of log: String?, _ visit: Visit) async throws -> PageAnswer {
        guard let history = try await reader.history(of: id, on: visit.site.id) else { return .notFound }
        if case .elsewhere(let card) = history.state {
            guard let site = visit.tree[card.site], let url = visit.face.origins.url(site, Self.path(id)) else { return .notFound }
            return .moved(to: url)
        }
        let head = try await record.head()
        let steps = StepMaker(visit: visit, path: shownPath(history), size: head.size).steps(history.steps)
        let newest = history.steps.last { $0.operation.makesEdition }
        var view = VerifyView(
            id: "\(id)",
            site: visit.site.name,
            steps: steps,
            isCut: history.isCut,
            checkpoint: "/\(chain.path)/checkpoint",
            continued: chain.continued(visit)
        )
        switch history.state {
        case .shown(let card):
            view.isShown = true
            view.title = card.content.title
            view.path = addresses.path(of: card)
            view.edition = card.edition
            view.proof = addresses.path(of: card) + PublicAddress.proofEnding
        case .withdrawn(let withdrawal, let note):
            view.isWithdrawn = true
            view.reason = note ?? visit.word("gone.\(withdrawal.code.rawValue)")
            view.goneOn = DateTexts.long(withdrawal.at, visit.language)
        case .erased:
            view.isErased = true
            view.goneOn = history.steps.last.map { DateTexts.long($0.at, visit.language) }
        case .carried(let gone):
            view.isWithdrawn = gone.code != nil
            view.isErased = gone.code == nil
            view.isCarried = true
            view.reason = gone.note ?? gone.code.map { visit.word("gone.\($0.rawValue)") }
            view.goneOn = gone.at.map { DateTexts.long($0, visit.language) }
        case .elsewhere: break
        }
        if let step = view.isErased ? history.steps.last : newest {
            view.entry = EntryView(step, isSigned: step.index < head.size, visit)
        }
        view.isSigned = history.steps.allSatisfy { $0.index < head.size }
        view.log = head.note.flatMap { try? SignedNote(parsing: Array($0.utf8)) }.map { LogView($0, key: head.key) }
        if let printed, !view.isErased, !view.isCarried {
            switch chain.place(of: printed, in: log) {
            case .lost: view.printed = PrintedView(printed, edition: nil, isNewest: false, isLost: true)
            case .at(let index):
                var edition = history.steps.first { $0.index == index && $0.operation.makesEdition }?.edition
                if edition == nil, history.isCut { edition = try await reader.edition(of: id, at: index) }
                view.printed = PrintedView(printed, edition: edition, isNewest: view.isShown && newest?.index == index)
            }
        }
        let title = visit.word("record.title-of", ["id": "\(id)"])
        return .page(
            Page(
                .verify,
                view,
                head: PageHead(title: title, isHidden: true),
                path: Self.path(id),
                // What waits for its signature is asked about again at once.
                freshness: view.isSigned ? .page : .none
            )
        )
    }

    private func shownPath(_ history: ItemHistory) -> String? {
        if case .shown(let card) = history.state { addresses.path(of: card) } else { nil }
    }
}

extension PageAnswer {
    /// A temporary redirect to a path of the same portal.
    static func found(_ path: String) -> PageAnswer {
        .bytes(ByteAnswer(.init(), type: "text/plain; charset=utf-8", status: .seeOther, freshness: .none, headers: [.location: path]))
    }
}

extension Publishing.Operation {
    var makesEdition: Bool { [.publish, .update, .correct].contains(self) }
}
