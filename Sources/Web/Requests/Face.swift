public import PortalNetwork
public import Publishing
public import Store

/// What every page needs beside its own content. Made once at start and passed down; a value without state of its own.
public struct Face: Sendable {
    public var templates: LiveTemplates
    public var words: Words
    public var origins: Origins
    public var statics: StaticFiles
    public var clock: Clock
    /// The portals as they are now; asked once for each request.
    public var tree: @Sendable () -> SiteTree
    /// What a portal without a menu of its own shows as its menu: its top sections.
    public var sections: @Sendable (Site) -> [MenuItem]
    /// The address of a picture by its asset commitment; nil while it is not public.
    public var assetAddress: @Sendable (String) -> String?
    /// Whether a portal shows demo text and must say so on every page.
    public var isDemo: @Sendable (Site) -> Bool
    /// The registered name of the content host for files, when it is another one: named in the security policy.
    public var filesHost: String?
    /// The path of the WebSub hub, where there is one: feeds name it.
    public var hubPath: String?
    /// The name of the public record, where there is one: printed pages name it.
    public var recordOrigin: String?
    /// Whether readers' browsers may keep the articles read last, for when they have no connection.
    public var keepsArticles: Bool
    /// Counts old addresses that were used and addresses that nothing was found at; nil counts none.
    public var addresses: AddressCounts?
    /// The player of an item that is read aloud; nil where it is not.
    public var player: @Sendable (RevealedItem) -> PlayerView?
    /// Files that are shown to nobody because of what a scanner found, by their public name.
    public var withheld: @Sendable () -> Set<String>
    /// Proxies of ours, whose word on who asks is taken.
    public var proxies: [AddressRange]

    public init(
        templates: LiveTemplates,
        words: Words,
        origins: Origins,
        clock: Clock,
        tree: @escaping @Sendable () -> SiteTree,
        statics: StaticFiles = .house,
        sections: @escaping @Sendable (Site) -> [MenuItem] = { _ in [] },
        assetAddress: @escaping @Sendable (String) -> String? = { _ in nil },
        isDemo: @escaping @Sendable (Site) -> Bool = { _ in false },
        filesHost: String? = nil,
        hubPath: String? = nil,
        recordOrigin: String? = nil,
        keepsArticles: Bool = true,
        addresses: AddressCounts? = nil,
        player: @escaping @Sendable (RevealedItem) -> PlayerView? = { _ in nil },
        withheld: @escaping @Sendable () -> Set<String> = { [] },
        proxies: [AddressRange] = AddressRange.loopback
    ) {
        self.templates = templates
        self.words = words
        self.origins = origins
        self.statics = statics
        self.clock = clock
        self.tree = tree
        self.sections = sections
        self.assetAddress = assetAddress
        self.isDemo = isDemo
        self.filesHost = filesHost
        self.hubPath = hubPath
        self.recordOrigin = recordOrigin
        self.keepsArticles = keepsArticles
        self.addresses = addresses
        self.player = player
        self.withheld = withheld
        self.proxies = proxies
    }
}
