/// The static pages of each portal: introduction, history, structure, contact, protection of personal data, accessibility.
public enum DemoPages {
    /// All pages of a portal, in its language; none for linked outside sites. The same site gives the same pages.
    public static func pages(of site: DemoSite) -> [DemoPage] {
        switch (site.kind, site.language) {
        case (.linked, _): []
        case (.language, "zh"): ChinesePages.pages(of: site)
        case (.language, _): EnglishPages.pages(of: site)
        case (.portal, _): ProvincePages.pages(of: site) + NoticePages.pages(of: site)
        case (.thematic, _): [ThematicPages.introduction(of: site)] + NoticePages.pages(of: site)
        case (.unit, _): AgencyPages.pages(of: site) + NoticePages.pages(of: site)
        case (.commune, _): CommunePages.pages(of: site) + NoticePages.pages(of: site)
        }
    }

    /// Figures of a page follow from its site alone.
    static func random(_ site: DemoSite) -> DemoRandom {
        let hash = site.code.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return DemoRandom(seed: hash, stream: 0x5061_6765)
    }
}
