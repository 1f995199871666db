import Vietnamese

/// Writes one article of a family: fills the slots, chooses the turns of phrase. Facts (figures, places, names) follow from the event alone, so that
/// the Vietnamese, English and Chinese articles on an event agree; wording follows from the article.
struct Writer {
    let site: DemoSite
    let family: Family
    let day: CivilDate
    private let facts: UInt64
    private var wording: DemoRandom
    private var values: [String: String] = [:]
    private var numbers: [String: Int] = [:]
    private var places: [DemoPlace] = []
    /// Figures of three digits and more that came into the text, for planned corrections.
    private(set) var figures: [String] = []

    init(site: DemoSite, family: Family, day: CivilDate, facts: UInt64, wording: DemoRandom) {
        self.site = site
        self.family = family
        self.day = day
        self.facts = facts
        self.wording = wording
    }

    /// Works the definitions out; to be called once, before any text.
    mutating func prepare() {
        places = choosePlaces()
        for definition in family.definitions { settle(definition) }
    }

    // MARK: Text

    /// One of the wordings, written out; nil when there is none.
    mutating func text(oneOf wordings: [[Phrase]]) -> String? {
        wording.pick(wordings).map { write($0) }
    }

    /// A piece of running text: sentences begin with a capital.
    mutating func write(_ phrases: [Phrase]) -> String {
        let text = fill(phrases)
        return switch site.language {
        case "vi": text.sentencesCapitalised
        case "en": text.first?.isLetter == true ? text.capitalisedFirst : text
        default: text
        }
    }

    mutating func chance(_ percent: Int) -> Bool { wording.chance(percent) }
    mutating func pick<Element>(_ elements: [Element]) -> Element? { wording.pick(elements) }

    /// The phrases with everything filled in, as their author wrote them.
    mutating func fill(_ phrases: [Phrase]) -> String {
        var result = ""
        for phrase in phrases {
            switch phrase {
            case .text(let text): result += text
            case .slot(let name): result += value(name)
            case .choice(let options): if let option = wording.pick(options) { result += fill(option) }
            }
        }
        return result
    }

    // MARK: Facts

    /// A stream of chance for one fact of the event.
    private func stream(_ name: String) -> DemoRandom {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return DemoRandom(seed: facts, stream: hash)
    }

    private mutating func settle(_ definition: Family.Definition) {
        var random = stream(definition.names.joined())
        guard let name = definition.names.first else { return }
        switch definition.measure {
        case .whole(let range, let step):
            set(name, (range.lowerBound + step - 1) / step * step + random.number(in: 0...(range.upperBound - range.lowerBound) / step) * step)
        case .tenths(let range):
            values[name] = Figures.tenths(random.number(in: range), language: site.language)
        case .share(let percent, let whole):
            set(name, (numbers[whole] ?? 0) * random.number(in: percent) / 100)
        case .sum(let terms):
            set(name, terms.reduce(0) { $0 + $1.sign * (numbers[$1.name] ?? 0) })
        case .document(let suffix, let days):
            values[name] = documentNumber(suffix, on: day.adding(days: days), &random)
        case .tuple(let options):
            guard let option = random.pick(options) else { return }
            for (name, phrases) in zip(definition.names, option) { values[name] = fill(phrases) }
        }
    }

    private mutating func set(_ name: String, _ n: Int) {
        numbers[name] = n
        values[name] = Figures.whole(n, language: site.language)
    }

    /// Numbers of documents grow through the year, faster in busy books.
    private mutating func documentNumber(_ suffix: String, on date: CivilDate, _ random: inout DemoRandom) -> String {
        let dayOfYear = date.dayNumber - (CivilDate(year: date.year, month: 1, day: 1)?.dayNumber ?? date.dayNumber)
        let pace = suffix.hasPrefix("Y/") ? 0.12 : suffix.hasPrefix("QĐ") ? 8.4 : suffix.hasPrefix("CĐ") ? 0.06 : 1.3
        let sequence = 1 + Int(Double(dayOfYear) * pace) + random.number(in: 0...max(1, Int(pace)))
        let text = sequence < 10 ? "0\(sequence)" : String(sequence)
        if suffix.hasPrefix("Y/") { return "\(text)/\(date.year)/\(suffix.dropFirst(2))" }
        let body = suffix.split(separator: "-").map { $0 == "CQ" ? value("kyhieu") : String($0) }.joined(separator: "-")
        return "\(text)/\(body)"
    }

    private mutating func value(_ slot: String) -> String {
        if let known = values[slot] {
            if let n = numbers[slot], n >= 100 { figures.append(known) }
            return known
        }
        let made = DateSlots.value(slot, day: day, language: site.language) ?? named(slot)
        values[slot] = made
        return made
    }

    private mutating func named(_ slot: String) -> String {
        var random = stream(slot)
        switch slot {
        case "xa", "place": return place(1).map(naming) ?? ""
        case "xa2", "place2": return place(2).map(naming) ?? ""
        case "xa3", "place3": return place(3).map(naming) ?? ""
        case "tenxa": return place(1)?.name ?? ""
        case "ubndxa": return "UBND \(place(1)?.fullName ?? "")"
        case "coquan": return agency.name
        case "kyhieu": return agency.initials
        case "thon": return hamlet(of: place(1), &random)
        case "thon2":
            let first = value("thon")
            for _ in 0..<8 {
                let other = hamlet(of: place(1), &random)
                if other != first { return other }
            }
            return first
        default: return Gazetteer.pick(slot, language: site.language, &random) ?? ""
        }
    }

    /// The first, second or third place of the event.
    private func place(_ n: Int) -> DemoPlace? { places.indices.contains(n - 1) ? places[n - 1] : places.last }

    /// Three places of the event; on a commune's own portal the first is the commune. Events told in several languages keep to places that have a name
    /// in each.
    private func choosePlaces() -> [DemoPlace] {
        var rest = DemoPlace.all.filter { place in
            (family.terrain.isEmpty || family.terrain.contains(place.terrain.rawValue)) && place != site.place
                && (place.chineseName != nil || (site.language != "zh" && family.event == nil))
        }
        var random = stream("place")
        var chosen = site.place.map { [$0] } ?? []
        while chosen.count < 3, !rest.isEmpty { chosen.append(rest.remove(at: random.number(in: 0...rest.count - 1))) }
        return chosen
    }

    private func naming(_ place: DemoPlace) -> String {
        switch site.language {
        case "en": place.englishName
        case "zh": place.chineseName ?? place.fullName
        default: place.fullName
        }
    }

    private func hamlet(of place: DemoPlace?, _ random: inout DemoRandom) -> String {
        switch place?.kind {
        case .ward: return "tổ dân phố số \(random.number(in: 2...18))"
        case .specialZone: return "khu dân cư \(random.pick(["Bến Đá", "Bãi Sao", "Ngọn Hải Đăng", "Vụng Êm"]) ?? "")"
        case .commune, nil: return "\(place?.terrain == .upland ? "bản" : "thôn") \(Gazetteer.pick("hamlet", language: "vi", &random) ?? "")"
        }
    }

    /// Who acts: the body of the portal where the event is of its own doing, or one of those the family names.
    private var agency: (name: String, initials: String) {
        if let place = site.place, family.actors.isEmpty || family.actors.contains("xa") || family.actors.contains("tinh") {
            return ("UBND \(place.fullName)", "UBND")
        }
        if site.kind == .unit, isOwnDoing {
            return (site.level == 2 ? site.shortName : site.agency, Self.initials(site.level == 2 ? site.shortName : site.agency))
        }
        var random = stream("coquan")
        let code = random.pick(family.actors) ?? "tinh"
        switch code {
        case "tinh": return ("UBND tỉnh", "UBND")
        case "xa": return ("UBND \(place(1)?.fullName ?? "")", "UBND")
        case "any":
            let body = random.pick(Array(DemoAgency.departments.prefix(15)))
            return (body?.shortName ?? "UBND tỉnh", Self.initials(body?.shortName ?? "UBND"))
        default:
            guard let body = Self.bodies[code] else { return ("UBND tỉnh", "UBND") }
            let name = site.language == "en" ? "the \(body.englishName ?? body.shortName)" : body.parent == nil ? body.shortName : body.name
            return (name, Self.initials(body.shortName))
        }
    }

    /// A body writes of itself where the family names it or nobody, or fits it for what every such body does; else it passes on what others do
    /// in its field: the bank tells of an investor, it does not license him.
    private var isOwnDoing: Bool {
        family.actors.isEmpty || family.actors.contains(site.code) || !family.sites.isDisjoint(with: site.traits.intersection(Self.actingTraits))
    }

    private static let actingTraits: Set<String> = [
        "dept", "unit", "authority", "so", "union", "association", "school", "media", "forest", "port", "hospital", "healthcentre", "care",
        "highschool",
        "specialschool", "library", "museum", "arts", "sports", "labourunit", "archiveunit", "scienceunit", "enterpriseunit", "youthunit",
        "unionunit",
        "justiceunit", "crops", "livestock", "fishery", "water", "land", "environment",
    ]

    /// "Sở Y tế" is SYT in the numbers of its documents.
    private static func initials(_ name: String) -> String {
        if name.contains("MTTQ") { return "MTTQ" }
        return name.split(whereSeparator: { $0 == " " || $0 == "-" })
            .filter { !["và", "tỉnh", "An", "Sơn"].contains($0) && $0.first?.isLetter == true }
            .map { $0 == "UBND" || $0 == "MTTQ" ? String($0) : String($0.prefix(1)).uppercased() }.joined()
    }

    private static let bodies = Dictionary(
        (DemoAgency.departments + DemoAgency.publicUnits).map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Whether a slot has something to fill it without a definition of the family.
    static func knows(_ slot: String) -> Bool {
        [
            "xa", "xa2", "xa3", "place", "place2", "place3", "tenxa", "ubndxa", "coquan", "kyhieu", "thon", "thon2",
        ].contains(slot) || DateSlots.knows(slot) || Gazetteer.knows(slot)
    }

    /// Whether a family names only bodies that exist.
    static func knowsActor(_ code: String) -> Bool { ["tinh", "xa", "any"].contains(code) || bodies[code] != nil }
}
