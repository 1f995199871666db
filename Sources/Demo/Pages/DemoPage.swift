/// A static page of a demo portal, as plain values.
public struct DemoPage: Sendable, Hashable {
    /// What menus name it by (`DemoMenuItem.Target.page`): `gioi-thieu`, `lich-su`, `co-cau`, `lien-he`, `about`, `history`, `structure`, `contact`,
    /// and `privacy` and `accessibility`, which stand in no menu. Unique on the portal.
    public let key: String
    /// What the platform itself points to it for: `introduction`, `contact`, `privacy`, `accessibility`; nil for further pages.
    public let role: String?
    /// `vi`, `en` or `zh`.
    public let language: String
    public let title: String
    public let summary: String?
    /// The demo mark included as the last paragraph.
    public let body: [DemoBlock]

    init(_ key: String, role: String? = nil, on site: DemoSite, title: String, summary: String?, body: [DemoBlock]) {
        self.key = key
        self.role = role
        language = site.language
        self.title = title
        self.summary = summary
        self.body = body + [.paragraph(DemoMark.sentence(site.language))]
    }
}
