/// How a front page is composed. One family of five: the same blocks, in another order, weight and rhythm.
public enum HomeArrangement: String, Sendable, Codable, CaseIterable {
    /// The news of a province or ministry: a lead story, services, sections, documents.
    case province
    /// Guidance and documents before news.
    case department
    /// Services and how to reach the office first, notices by their date, who is in charge.
    case commune
    /// Large pictures.
    case tourism
    /// Facts and figures, calls, documents.
    case enterprises
}

extension SiteKind {
    /// What a portal of this kind has while its look says nothing.
    public var arrangement: HomeArrangement {
        switch self {
        case .portal, .language, .thematic, .linked: .province
        case .unit: .department
        case .commune: .commune
        }
    }
}
