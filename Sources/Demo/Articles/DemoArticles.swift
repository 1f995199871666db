public import Vietnamese

/// All families of the demo, read and checked, and the articles they make.
public struct DemoArticles: Sendable {
    let families: [Family]
    /// For each portal that has articles, the families that suit it.
    let suitable: [[Int]]
    let sites: [DemoSite]

    /// - Throws: `FamilyFault` where a text of the program itself is written wrongly.
    public init() throws(FamilyFault) {
        var families: [Family] = []
        for text in FamilyTexts.all { families += try FamilyReader.read(text) }
        for family in families {
            if let unknown = family.actors.first(where: { !Writer.knowsActor($0) }) {
                throw FamilyFault(family: family.name, line: 0, problem: "no body has the code '\(unknown)'")
            }
        }
        self.families = families
        let sites = DemoNetwork.sites.filter { $0.kind != .linked }
        self.sites = sites
        suitable = sites.map { site in families.indices.filter { families[$0].suits(site) } }
    }

    /// How many families there are in a language, from how they are filed: portals in English and Chinese have their own.
    public func familyCount(language: String) -> Int {
        families.count {
            switch language {
            case "en": $0.sites == ["english"]
            case "zh": $0.sites == ["chinese"]
            default: $0.sites != ["english"] && $0.sites != ["chinese"]
            }
        }
    }

    /// The articles of a demo province in the order of their publication, the last on the day before `today`.
    /// The same arguments give the same articles.
    public func articles(count: Int, seed: UInt64 = 2026, today: CivilDate) -> DemoArticleSequence {
        DemoArticleSequence(articles: self, count: max(0, count), seed: seed, today: today)
    }
}

extension Family {
    func suits(_ site: DemoSite) -> Bool {
        guard !sites.isDisjoint(with: site.traits) else { return false }
        guard let place = site.place, !terrain.isEmpty else { return true }
        return terrain.contains(place.terrain.rawValue)
    }
}

/// Where all families are listed.
enum FamilyTexts {
    static let all: [String] = vietnamese + english + chinese
    static let vietnamese: [String] = [
        government, reform, agriculture, health, culture, notices, society, commune, enterprises, office, societyB, cultureB, economyB, serviceB,
        unitsB,
        membersB, communeB,
    ]
    static let english: [String] = [englishBusiness, englishNews, englishSociety, englishTravel, englishNotices]
    static let chinese: [String] = [chineseEconomy, chineseNews, chineseSociety, chineseTravel, chineseNotices]
}
