public import Web

/// Running a portal: sections, menu, front page, look, banners, old addresses, links that lead out, portals made like another, and finding things.
public struct PortalDeskFeature: PortalFeature {
    public let name = "portaldesk"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<SectionsScreen>.sections, PageTemplate<SectionScreen>.section, PageTemplate<MenuScreen>.menu, PageTemplate<HomeDeskScreen>.front,
        PageTemplate<RedirectsScreen>.redirects, PageTemplate<MissingScreen>.missing, PageTemplate<LookScreen>.look,
        PageTemplate<BannersScreen>.banners, PageTemplate<DashboardScreen>.dashboard, PageTemplate<LinksScreen>.links,
        PageTemplate<HostsScreen>.hosts,
        PageTemplate<SitesScreen>.sites, PageTemplate<SiteSettingsScreen>.siteSettings, PageTemplate<BatchScreen>.batch,
        PageTemplate<BatchProgressScreen>.batchProgress, PageTemplate<FindScreen>.find, PageTemplate<LeadersScreen>.leaders,
        PageTemplate<OutboundHostsScreen>.outboundHosts, PageTemplate<RecordScreen>.record,
    ]

    public init() {}
}
