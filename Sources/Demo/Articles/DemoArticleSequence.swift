import Vietnamese

/// Makes articles one after the other; titles never repeat on a portal.
public struct DemoArticleSequence: Sequence, IteratorProtocol, Sendable {
    private let articles: DemoArticles
    private let seed: UInt64
    private let portals: [Int]
    private let moments: [Instant]
    private var number = 0
    private var titles: Set<String> = []
    /// How often each portal has used each family.
    private var uses: [Int: [Int: Int]] = [:]
    private var recent: [Int: [(number: Int, family: Int, section: String)]] = [:]
    private var untold: [String: [Told]] = [:]

    init(articles: DemoArticles, count: Int, seed: UInt64, today: CivilDate) {
        self.articles = articles
        self.seed = seed
        portals = DemoSchedule.portals(count: count, sites: articles.sites, seed: seed)
        moments = DemoSchedule.moments(count: count, today: today, seed: seed)
    }

    public mutating func next() -> DemoArticle? {
        guard number < portals.count else { return nil }
        let portal = portals[number]
        let site = articles.sites[portal]
        var random = DemoRandom(seed: seed, stream: UInt64(number))
        var draft: Draft?
        for attempt in 0..<16 {
            let told = attempt == 0 ? takeUntold(site) : nil
            guard let family = told?.family ?? family(for: portal, &random, avoidingUsed: attempt < 8) else { break }
            let day = told?.day ?? eventDay(&random)
            let facts = told?.facts ?? seed &+ UInt64(number) &* 0x9E37_79B9 &+ UInt64(attempt) &* 0x0051_7CC1_B727
            let article = ArticleComposer(
                site: site,
                family: articles.families[family],
                number: number,
                day: day,
                publishedAt: moments[number],
                facts: facts,
                random: DemoRandom(seed: seed &+ UInt64(attempt), stream: UInt64(number) | 1 << 40),
                translates: told?.number,
                related: related(portal, family)
            ).compose()
            draft = Draft(article: article, family: family, day: day, facts: facts)
            if !titles.contains(key(article)) { break }
        }
        guard var draft else {
            number += 1
            return next()
        }
        if titles.contains(key(draft.article)) { draft.article.title += dated(draft.day, site.language) }
        remember(draft, portal: portal)
        number += 1
        return draft.article
    }

    private struct Draft {
        var article: DemoArticle
        let family: Int
        let day: CivilDate
        let facts: UInt64
    }

    /// What tells two articles of the same title apart.
    private func dated(_ day: CivilDate, _ language: String) -> String {
        let date = DateSlots.value("dy", day: day, language: language) ?? ""
        switch language {
        case "en": return " (\(date))"
        case "zh": return "（\(date)）"
        default: return " (ngày \(date))"
        }
    }

    private func key(_ article: DemoArticle) -> String { "\(article.site)|\(article.title)" }

    private func eventDay(_ random: inout DemoRandom) -> CivilDate { moments[number].civilDate.adding(days: random.chance(35) ? -1 : 0) }

    /// A family that suits portal and month, of those used least there.
    private func family(for portal: Int, _ random: inout DemoRandom, avoidingUsed: Bool) -> Int? {
        let month = moments[number].civilDate.month
        let inSeason = articles.suitable[portal].filter { articles.families[$0].months.contains(month) }
        guard avoidingUsed else { return random.pick(inSeason) }
        let used = uses[portal] ?? [:]
        let ranked = inSeason.map { (family: $0, weight: Double(used[$0] ?? 0) + random.fraction() * 2.2) }
        return ranked.min { $0.weight < $1.weight }?.family
    }

    /// For a portal in another language: an event the main portal told in the last weeks.
    private mutating func takeUntold(_ site: DemoSite) -> (family: Int, number: Int, day: CivilDate, facts: UInt64)? {
        guard site.kind == .language, var events = untold[site.language] else { return nil }
        let today = moments[number].civilDate
        events.removeAll { today.dayNumber - $0.day.dayNumber > 21 }
        defer { untold[site.language] = events }
        let trait = site.language == "zh" ? "chinese" : "english"
        for (i, event) in events.enumerated() {
            if let family = articles.families.firstIndex(where: { $0.event == event.event && $0.sites.contains(trait) }) {
                events.remove(at: i)
                return (family, event.number, event.day, event.facts)
            }
        }
        return nil
    }

    private func related(_ portal: Int, _ family: Int) -> [Int] {
        let section = articles.families[family].section
        let near = (recent[portal] ?? []).filter { $0.family == family || $0.section == section }
        return Array(near.suffix(3).map(\.number).reversed())
    }

    private mutating func remember(_ draft: Draft, portal: Int) {
        let family = articles.families[draft.family]
        titles.insert(key(draft.article))
        uses[portal, default: [:]][draft.family, default: 0] += 1
        if case .withdrawal = draft.article.sequel { return }
        recent[portal, default: []].append((number, draft.family, family.section))
        if recent[portal, default: []].count > 40 { recent[portal]?.removeFirst() }
        if draft.article.site == DemoNetwork.mainCode, draft.article.sequel == nil, let event = family.event {
            let told = Told(event: event, number: number, day: draft.day, facts: draft.facts)
            for language in ["en", "zh"] { untold[language, default: []].append(told) }
        }
    }

    /// An event of the main portal that may still be told in other languages.
    private struct Told {
        let event: String
        let number: Int
        let day: CivilDate
        let facts: UInt64
    }
}
