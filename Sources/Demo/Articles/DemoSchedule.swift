import Vietnamese

/// Which portal each article goes to and when it is published.
enum DemoSchedule {
    /// Months the articles reach back.
    static let days = 548

    /// Indices into `sites`, one for each article, mixed.
    static func portals(count: Int, sites: [DemoSite], seed: UInt64) -> [Int] {
        let count = Double(count)
        let english = min(count * 0.05, 420)
        let chinese = min(count * 0.045, 360)
        let thematic = min(count * 0.05, 700)
        var shares: [Double] = sites.map { site in
            switch (site.kind, site.level) {
            case (.language, _): site.language == "en" ? english : chinese
            case (.thematic, _): thematic
            case (_, 2): weight(site)
            case (_, 3): site.kind == .commune ? 1.1 : 0.9
            default: 0
            }
        }
        // The second and third level share what the size allows; what is left belongs to the main portal.
        for (level, part) in [(2, 0.3), (3, count < 1000 ? 0.14 : 0.26)] {
            let group = sites.indices.filter { sites[$0].level == level }
            let total = group.reduce(0) { $0 + shares[$1] }
            for i in group { shares[i] = shares[i] / total * part * count }
        }
        var quotas = shares.map { Int($0) }
        for level in [2, 3] {
            // Small sizes: one article each, as far as they reach, before anyone gets two.
            let group = sites.indices.filter { sites[$0].level == level }
            let budget = Int(group.reduce(0) { $0 + shares[$1] }.rounded())
            if budget < group.count * 3 {
                for (i, site) in group.enumerated() {
                    quotas[site] = budget / group.count + (i * budget % group.count < budget % group.count ? 1 : 0)
                }
            }
        }
        var result = sites.indices.flatMap { Array(repeating: $0, count: quotas[$0]) }
        let main = sites.firstIndex { $0.code == DemoNetwork.mainCode } ?? 0
        result += Array(repeating: main, count: max(0, Int(count) - result.count))
        var random = DemoRandom(seed: seed, stream: 0x506F_7274)
        random.shuffle(&result)
        return Array(result.prefix(Int(count)))
    }

    private static func weight(_ site: DemoSite) -> Double {
        site.shortName.hasPrefix("Sở") || site.traits.contains("government") ? 2.4 : site.traits.contains("association") ? 0.6 : 1
    }

    /// Moments in order: working days and working hours most, a few at weekends and in the evening.
    static func moments(count: Int, today: CivilDate, seed: UInt64) -> [Instant] {
        let first = today.adding(days: -days)
        var cumulative: [Double] = []
        var total = 0.0
        for i in 0..<days {
            let date = first.adding(days: i)
            total += date.weekday <= 5 ? 1 : date.weekday == 6 ? 0.4 : 0.25
            cumulative.append(total)
        }
        var random = DemoRandom(seed: seed, stream: 0x5469_6D65)
        var day = 0
        var result: [Instant] = []
        result.reserveCapacity(count)
        for i in 0..<count {
            let point = (Double(i) + random.fraction()) / Double(count) * total
            while day < days - 1, cumulative[day] < point { day += 1 }
            result.append(VietnamTime.startOfDay(first.adding(days: day)).adding(seconds: Int64(second(&random))))
        }
        return result.sorted()
    }

    private static func second(_ random: inout DemoRandom) -> Int {
        let hours = [7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 14, 14, 14, 15, 15, 15, 16, 16, 16, 17, 17, 19, 20]
        return (random.pick(hours) ?? 9) * 3600 + random.number(in: 0...3599)
    }
}
