public import Web

/// What stands on pages without having been published: the watcher's cases in the desk.
public struct WatchFeature: PortalFeature {
    public let name = "watch"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [PageTemplate<CasesScreen>.cases, PageTemplate<CaseScreen>.one]

    public init() {}
}
