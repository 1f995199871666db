/// What must hold between the rules of a book, whatever the single rule says.
struct RuleChecks {
    let rules: [Rule]
    let codes: [String: Wording]
    let calendar: WorkCalendar

    func faults() -> [RuleDataError.Fault] {
        let between = Dictionary(grouping: rules, by: \.matter).values.flatMap { ambiguous($0) + loose($0) }
        return (twice() + unknownCodes() + between).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    private func fault(_ rule: Rule, _ message: String) -> RuleDataError.Fault {
        let parts = rule.place.split(separator: ":")
        return .init(file: parts.dropLast().joined(separator: ":"), line: Int(parts.last ?? "") ?? 0, code: rule.code, message: message)
    }

    private func twice() -> [RuleDataError.Fault] {
        var seen: [String: Rule] = [:]
        return rules.compactMap { rule in
            guard let first = seen.updateValue(rule, forKey: rule.code) else { return nil }
            return fault(rule, "the code is that of the rule in \(first.place)")
        }
    }

    private func unknownCodes() -> [RuleDataError.Fault] {
        rules.flatMap { rule in
            let named =
                [rule.starts, rule.stops] + rule.suspendedBy + rule.restartedBy + (rule.lengthening?.reasons ?? []) + rule.escalations.map(\.to)
            return named.filter { codes[$0] == nil }.map { fault(rule, "the code '\($0)' has no wording in 'codes'") }
        }
    }

    /// Two rules of the same rank that could both hold for some facts on some day.
    private func ambiguous(_ rules: [Rule]) -> [RuleDataError.Fault] {
        rules.enumerated().flatMap { index, rule in
            rules[..<index].filter { other in
                other.basis == rule.basis && other.tenant == rule.tenant && other.scope.precision == rule.scope.precision
                    && other.scope.meets(rule.scope) && other.validity.overlaps(rule.validity)
            }.map { fault(rule, "it could hold at the same time as the rule '\($0.code)' (\($0.place)): say to what or when each applies") }
        }
    }

    /// House rules of tenants that would give an agency more room than the law of the same matter. Those of the program have no say where there is law.
    private func loose(_ rules: [Rule]) -> [RuleDataError.Fault] {
        let laws = rules.filter { $0.basis == .law }
        return rules.filter { $0.basis == .house && $0.tenant != nil }.flatMap { house in
            laws.filter { law in
                law.scope.meets(house.scope) && law.validity.overlaps(house.validity)
                    // A rule of the law that says more exactly what holds for all that the house rule means.
                    && !laws.contains {
                        $0.scope.precision > law.scope.precision && $0.scope.covers(house.scope) && $0.validity.covers(house.validity)
                    }
            }.compactMap { law in
                looseness(of: house, beside: law).map { fault(house, "\($0) (law: '\(law.code)', \(law.citation.text()))") }
            }
        }
    }

    private func looseness(of house: Rule, beside law: Rule) -> String? {
        let strictness = Strictness(calendar: calendar)
        if house.limit != law.limit || house.direction != law.direction {
            return
                "the law sets \(law.limit.rawValue) and \(law.direction.rawValue), the house rule \(house.limit.rawValue) and \(house.direction.rawValue)"
        }
        let isWithin = law.limit == .atMost && law.direction == .after
        let isStrict = isWithin ? strictness.isWithin(house.term, law.term) : strictness.isWithin(law.term, house.term)
        if !isStrict {
            return "a house rule may only be stricter: \(house.term) is not surely \(isWithin ? "within" : "at least") the \(law.term) of the law"
        }
        if isWithin, house.movesToWorkingDay, !law.movesToWorkingDay { return "the law does not move the last day to a working day" }
        if isWithin, house.reception == .officeHours, law.reception == .anyTime { return "the law counts what comes in at any time on its day" }
        if let reason = house.suspendedBy.first(where: { !law.suspendedBy.contains($0) }) {
            return "the law does not let the clock stand still for '\(reason)'"
        }
        if let reason = house.restartedBy.first(where: { !law.restartedBy.contains($0) }) {
            return "the law does not let the clock begin anew for '\(reason)'"
        }
        guard isWithin, let more = house.lengthening else { return nil }
        guard let allowed = law.lengthening else { return "the law knows no extension" }
        let isShort = strictness.isWithin(more.term, allowed.term) && more.times <= allowed.times && more.reasons.allSatisfy(allowed.reasons.contains)
        return isShort ? nil : "the law does not allow this extension"
    }
}
