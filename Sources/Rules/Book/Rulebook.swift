public import Vietnamese

/// Every rule of the law and of the house, to be asked what holds for a matter on a day.
public struct Rulebook: Sendable {
    /// In the order of the files.
    public let rules: [Rule]
    /// What the codes of events, reasons and people mean to readers.
    public let codes: [String: Wording]
    /// For tenants, by their names; `""` for all others.
    private let hours: [String: OfficeHours]
    private let escalations: [String: [String: [Rule.Escalation]]]
    private let byMatter: [String: [Rule]]

    /// The rules that come with the program and the house rules of tenants on top.
    public static func standard(adding overlays: [RuleSource] = [], calendar: WorkCalendar) throws(RuleDataError) -> Rulebook {
        let own = EmbeddedFiles.all.filter { $0.path.hasPrefix("Data/law/") || $0.path.hasPrefix("Data/house/") }
            .map { RuleSource(name: $0.path, text: $0.text.description) }
        return try Rulebook(own + overlays, calendar: calendar)
    }

    /// All files together; what contradicts itself or the law is refused with all that is wrong.
    public init(_ sources: [RuleSource], calendar: WorkCalendar) throws(RuleDataError) {
        var rules: [Rule] = []
        var codes: [String: Wording] = [:]
        var hours: [String: OfficeHours] = [:]
        var escalations: [String: [String: [Rule.Escalation]]] = [:]
        for source in sources {
            let file = try RuleReader(source)
            rules += file.rules
            // The words of the program stay as they are.
            codes.merge(file.codes) { first, _ in first }
            let tenant = source.tenant ?? ""
            if let own = file.hours { hours[tenant] = own }
            if !file.escalations.isEmpty { escalations[tenant, default: [:]].merge(file.escalations) { $1 } }
        }
        self.rules = rules
        self.codes = codes
        self.hours = hours
        self.escalations = escalations
        byMatter = Dictionary(grouping: rules, by: \.matter)
        let faults = RuleChecks(rules: rules, codes: codes, calendar: calendar).faults()
        guard faults.isEmpty else { throw RuleDataError(faults: faults) }
    }

    public subscript(code: String) -> Rule? { rules.first { $0.code == code } }

    /// The rule of the law for these facts on a day.
    public func law(for facts: Facts, on day: CivilDate) -> Rule? { choose(facts, day) { $0.basis == .law } }

    /// The rule that holds for these facts on a day: of the nearest tenant that has one, else of the law, else of the program's house rules.
    /// House rules are never looser than the law: that was checked when they were read.
    public func rule(for facts: Facts, on day: CivilDate) -> Rule? {
        for tenant in facts.tenants {
            if let rule = choose(facts, day, where: { $0.tenant == tenant }) { return rule }
        }
        return law(for: facts, on: day) ?? choose(facts, day) { $0.basis == .house && $0.tenant == nil }
    }

    /// Days after `day` on which rules come into force that change terms which run already, in order.
    func changes(for facts: Facts, after day: CivilDate) -> [CivilDate] {
        (byMatter[facts.matter] ?? []).filter { $0.running == .change && $0.scope.matches(facts) }.compactMap(\.validity.from).filter { $0 > day }
            .sorted()
    }

    public func hours(for tenants: [String]) -> OfficeHours {
        tenants.lazy.compactMap { hours[$0] }.first ?? hours[""] ?? OfficeHours(openMinute: 450, closeMinute: 1_020)
    }

    /// When whom to tell: as the rule says, or else as the nearest tenant or the house usually does.
    public func escalations(of rule: Rule, for tenants: [String]) -> [Rule.Escalation] {
        if !rule.escalations.isEmpty { return rule.escalations }
        let unit = rule.term.unit.isTime ? "hours" : "days"
        return tenants.lazy.compactMap { escalations[$0]?[unit] }.first ?? escalations[""]?[unit] ?? []
    }

    /// What a code means; the code itself where nobody said it.
    public func word(_ code: String, _ language: DateLanguage) -> String { codes[code]?[language] ?? code }

    private func choose(_ facts: Facts, _ day: CivilDate, where isWanted: (Rule) -> Bool) -> Rule? {
        var best: Rule?
        for rule in byMatter[facts.matter] ?? [] where isWanted(rule) && rule.validity.contains(day) && rule.scope.matches(facts) {
            if best.map({ $0.scope.precision < rule.scope.precision }) ?? true { best = rule }
        }
        return best
    }
}
