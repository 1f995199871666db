import Casework
import HTTPTypes
import Hummingbird
import PortalNetwork
import Vietnamese
import Web

/// Where the foot of a letter leads: letters of a case are ended with one press, without code and PIN. Opening the address changes nothing, since programs
/// that look after mail open every link in it.
struct CaseStops {
    static let path = "/tra-cuu/thoi-thu"

    let casework: Casework

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("tra-cuu/thoi-thu") { request, context in
            let mark = request.uri.queryParameters["ho-so"].map(String.init) ?? ""
            return page(context.visit, casework.isStopMark(mark) ? mark : nil, message: nil)
        }
        routes.post("tra-cuu/thoi-thu") { request, context in
            let sent = try await SentForm(request, files: 0, bytes: 0)
            do {
                try await casework.stopTelling(by: sent["ho-so"] ?? "")
                return page(context.visit, nil, message: context.visit.word("questions.hush-done"))
            } catch is CaseRefusal {
                return page(context.visit, nil, message: nil)
            }
        }
    }

    private func page(_ visit: Visit, _ mark: String?, message: String?) -> PageAnswer {
        let title = visit.word("questions.hush")
        let error = mark == nil && message == nil ? visit.word("questions.hush-unknown") : nil
        return .page(
            Page(
                .hush,
                HushView(mark: mark, message: message, error: error),
                head: PageHead(title: title, isHidden: true),
                path: Self.path,
                status: error == nil ? .ok : .notFound,
                freshness: .none
            )
        )
    }
}

struct HushView: PageModel {
    /// Nil where there is nothing to press.
    let mark: String?
    let message: String?
    let error: String?

    static let shape: Shape<HushView> = [.text("mark", \.mark), .text("message", \.message), .text("error", \.error)]
}

extension PageTemplate where Model == HushView { static var hush: Self { Self("questions.hush") } }
