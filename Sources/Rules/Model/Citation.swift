public import Vietnamese

/// Where a rule stands.
public struct Citation: Hashable, Sendable, Codable {
    /// Number of the act: `104/2016/QH13`; empty for a house rule without one.
    public let act: String
    /// The act's title in Vietnamese, its type included: `Luật Tiếp cận thông tin`.
    public let title: String
    /// `18`, `146đ`; clause (khoản) and point (điểm) where the rule stands in one.
    public let article: String?
    public let clause: String?
    public let point: String?
    /// Where the state publishes the act, if that is known.
    public let link: String?

    public init(act: String, title: String, article: String? = nil, clause: String? = nil, point: String? = nil, link: String? = nil) {
        self.act = act
        self.title = title
        self.article = article
        self.clause = clause
        self.point = point
        self.link = link
    }

    /// `điểm a khoản 3 Điều 30 Luật Tiếp cận thông tin số 104/2016/QH13`; the title stays Vietnamese in every language.
    public func text(_ language: DateLanguage = .vi) -> String {
        let place: String
        switch language {
        case .vi:
            place = [point.map { "điểm \($0)" }, clause.map { "khoản \($0)" }, article.map { "Điều \($0)" }].compactMap(\.self).joined(separator: " ")
        case .en:
            place = article.map { "Article \($0)" + (clause.map { "(\($0))" } ?? "") + (point.map { "(\($0))" } ?? "") } ?? ""
        case .zh:
            place = [article.map { "第\($0)条" }, clause.map { "第\($0)款" }, point.map { "第\($0)项" }].compactMap(\.self).joined()
        }
        let name = title + (act.isEmpty ? "" : language == .vi ? " số \(act)" : " (\(act))")
        if place.isEmpty { return language == .zh ? "《\(name)》" : name }
        switch language {
        case .vi: return "\(place) \(name)"
        case .en: return "\(place) of \(name)"
        case .zh: return "《\(name)》\(place)"
        }
    }
}
