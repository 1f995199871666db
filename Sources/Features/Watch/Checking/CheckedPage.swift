import Web

/// Where a page is: its host, and path with query as they are asked for.
public struct PagePlace: Sendable, Hashable, Codable, CustomStringConvertible {
    public var host: String
    public var target: String

    public init(host: String, target: String) {
        self.host = host
        self.target = target
    }

    public var path: String { String(target.prefix { $0 != "?" }) }
    public var query: String? { target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) } }
    public var description: String { host + target }
}

/// What came of looking at a page as several visitors.
public struct CheckedPage: Sendable, Codable {
    /// A finding with those who saw it.
    public struct Seen: Sendable, Hashable, Codable {
        public var finding: PageFinding
        public var profiles: [Profile]

        public init(_ finding: PageFinding, by profiles: [Profile]) {
            self.finding = finding
            self.profiles = profiles
        }
    }

    public var place: PagePlace
    /// Status by visitor; those who could not look are in `failed`.
    public var statuses: [Profile: Int] = [:]
    /// Why a visitor could not look, said for people.
    public var failed: [Profile: String] = [:]
    public var seen: [Seen] = []
    /// What was not compared, as codes (`PageComparison.unchecked`), and `scripts` without a browser.
    public var unchecked: [String] = []
    /// What should be read there and what was read by the first who found something, line by line; nil where nothing was found.
    public var expectedText: String?
    public var foundText: String?
    /// The same as they came, for the case file. Not in JSON.
    public var expectedHTML: String?
    public var foundHTML: String?
    /// Own addresses that the page links to, as targets on their hosts.
    public var links: Set<PagePlace> = []
    /// Scripts, styles and pictures it names on its own host.
    public var resources: Set<String> = []

    public init(_ place: PagePlace) { self.place = place }

    public var isClean: Bool { seen.isEmpty }
    /// Whether an item stands at the address.
    var expectsItem: Bool {
        guard case .address(.item(let section, _, _, _)) = PublicAddress.read(path: place.path, query: place.query) else { return false }
        return !PageComparison.notItems.contains(section)
    }
    public var wasSeen: Bool { !statuses.isEmpty }

    private enum CodingKeys: String, CodingKey { case place, statuses, failed, seen, unchecked, expectedText, foundText }

    /// Puts the visitors' findings together, each once, and says where visitors differ: that alone is a finding (cloaking).
    mutating func merge(_ findings: [Profile: [PageFinding]]) {
        var order: [PageFinding] = []
        var profiles: [PageFinding: [Profile]] = [:]
        for profile in Profile.allCases {
            for finding in findings[profile] ?? [] {
                if profiles[finding] == nil { order.append(finding) }
                profiles[finding, default: []].append(profile)
            }
        }
        seen = order.map { Seen($0, by: profiles[$0] ?? []) }
        // Scripts change a document, so a browser's findings are compared with the record only.
        let plain = findings.filter { $0.key != .scripts }
        let (clean, touched) = (plain.filter(\.value.isEmpty).map(\.key), plain.filter { !$0.value.isEmpty }.map(\.key))
        guard !clean.isEmpty, !touched.isEmpty else { return }
        let names = { (list: [Profile]) in list.map(\.rawValue).sorted().joined(separator: ", ") }
        let differs = PageFinding(.cloaked, expected: names(clean), found: names(touched), place: place.target)
        seen.append(Seen(differs, by: touched.sorted { $0.rawValue < $1.rawValue }))
    }
}
