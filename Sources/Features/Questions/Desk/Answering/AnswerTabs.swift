import Casework
import PortalNetwork
import Web

/// The rooms around answers: what may be outdated, what answers begin with, what they rest on (on the topmost portal).
enum AnswerTab: String, CaseIterable {
    case outdated = "tra-loi-cu"
    case templates = "mau-tra-loi"
    case laws = "van-ban-can-cu"

    func path(_ site: Site) -> String { "/desk/cong/\(site.code)/\(rawValue)" }
}

/// What stands above each of their screens.
struct AnswerTop: PageModel {
    let title: String
    let site: String
    let tabs: [DeskLink]

    init(_ tab: AnswerTab, _ visit: DeskVisit, _ site: Site) {
        title = visit.word("answers.tab." + tab.rawValue)
        self.site = site.name
        let isTop = LawBook.keeper(of: site.id, in: visit.tree) == site.id
        tabs = AnswerTab.allCases.filter { $0 != .laws || isTop }
            .map { DeskLink(visit.word("answers.tab." + $0.rawValue), $0.path(site), $0 == tab) }
    }

    static let shape: Shape<AnswerTop> = [.text("title", \.title), .text("site", \.site), .many("tabs", \.tabs)]
}
