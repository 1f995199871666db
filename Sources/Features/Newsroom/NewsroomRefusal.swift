import PortalNetwork

/// Why a form of the newsroom is not taken; words under `refusal.newsroom.…`.
enum NewsroomRefusal: Refusal, Hashable {
    case titleMissing, sectionMissing, momentMissing, choiceMissing, tagMissing, viewName, tooManyViews

    static let samples: [NewsroomRefusal] = [.titleMissing, .sectionMissing, .momentMissing, .choiceMissing, .tagMissing, .viewName, .tooManyViews]

    var key: String {
        switch self {
        case .titleMissing: "newsroom.title-missing"
        case .sectionMissing: "newsroom.section-missing"
        case .momentMissing: "newsroom.moment-missing"
        case .choiceMissing: "newsroom.choice-missing"
        case .tagMissing: "newsroom.tag-missing"
        case .viewName: "newsroom.view-name"
        case .tooManyViews: "newsroom.too-many-views"
        }
    }
}
