import Vietnamese

/// One file of rules: `acts`, `codes`, `defaults`, `office-hours`, `escalations`, `rules`.
struct RuleReader {
    private(set) var rules: [Rule] = []
    private(set) var codes: [String: Wording] = [:]
    private(set) var hours: OfficeHours?
    private(set) var escalations: [String: [Rule.Escalation]] = [:]
    private let source: RuleSource
    private var acts: [String: Citation] = [:]
    private var usual: [String: DataNode] = [:]

    static let fields: Set = [
        "code", "matter", "title", "basis", "evidence", "provisional", "tenant", "applies", "limit", "direction", "term", "starts", "stops",
        "suspended-by", "restarted-by", "extension", "end", "moves", "reception", "from", "to", "running", "every", "cite", "note", "escalation",
    ]

    init(_ source: RuleSource) throws(RuleDataError) {
        self.source = source
        let top = try DataNode(file: source.name, text: source.text)
        let fields = try top.fields(["acts", "codes", "defaults", "office-hours", "escalations", "rules"])
        acts = try ActReader.acts(fields["acts"])
        usual = try fields["defaults"]?.fields(["basis", "evidence", "provisional", "act", "from", "to", "tenant"]) ?? [:]
        for item in try fields["codes"]?.list() ?? [] {
            let parts = try item.fields(["code", "vi", "en", "zh"])
            let code = try item.needed("code", parts).text()
            let wording = Wording(
                vi: try item.needed("vi", parts).text(),
                en: try item.needed("en", parts).text(),
                zh: try item.needed("zh", parts).text()
            )
            guard codes.updateValue(wording, forKey: code) == nil else { throw item.fault("the code '\(code)' stands here twice") }
        }
        if let node = fields["office-hours"] { hours = try RuleReader.hours(node) }
        if let node = fields["escalations"] {
            for (unit, steps) in try node.fields(["days", "hours"]) { escalations[unit] = try RuleReader.steps(steps) }
        }
        for node in try fields["rules"]?.list() ?? [] { rules.append(try rule(node)) }
    }

    private func rule(_ bare: DataNode) throws(RuleDataError) -> Rule {
        var node = bare
        // First of all, so that faults name the rule.
        node.code = bare.peek("code")
        let named = try node.fields(RuleReader.fields)
        let code = try node.needed("code", named).text()
        guard code.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+)*/) != nil else { throw node.fault("the code '\(code)' must be of a-z, 0-9, '-' and '.'") }
        func value(_ name: String) -> DataNode? { named[name] ?? usual[name] }
        let basis = try value("basis")?.choice(Rule.Basis.self, ["law", "house"]) ?? .house
        let tenant = try value("tenant")?.text()
        if let owner = source.tenant {
            guard basis == .house else { throw node.fault("only the files of the program say what the law is; rules of '\(owner)' are house rules") }
            guard tenant == nil || tenant == owner else { throw node.fault("this file holds rules of '\(owner)' only") }
        }
        let evidence =
            try value("evidence")?.choice(Rule.Evidence.self, ["read", "recalled", "none"]) ?? (basis == .house ? Rule.Evidence.none : .recalled)
        let term = try node.needed("term", named).term()
        let validity = Validity(from: try value("from")?.date(), to: try value("to")?.date())
        if let from = validity.from, let to = validity.to, to < from { throw node.fault("it ends (\(to)) before it begins (\(from))") }
        let citation = try citation(named["cite"], basis, evidence, node)
        return Rule(
            code: code,
            matter: try node.needed("matter", named).text(),
            title: try node.needed("title", named).wording(),
            basis: basis,
            evidence: evidence,
            isProvisional: try value("provisional")?.boolean() ?? (validity.from == nil),
            tenant: source.tenant ?? tenant,
            scope: try scope(named["applies"]),
            limit: try named["limit"]?.choice(Rule.Limit.self, ["at-most", "at-least"]) ?? .atMost,
            direction: try named["direction"]?.choice(Rule.Direction.self, ["after", "before"]) ?? .after,
            term: term,
            starts: try node.needed("starts", named).text(),
            stops: try node.needed("stops", named).text(),
            suspendedBy: try named["suspended-by"]?.texts() ?? [],
            restartedBy: try named["restarted-by"]?.texts() ?? [],
            lengthening: try lengthening(named["extension"], of: term),
            end: try named["end"]?.choice(Rule.End.self, ["end-of-day", "office-close"]) ?? .endOfDay,
            movesToWorkingDay: try named["moves"]?.boolean() ?? !term.unit.isTime,
            reception: try named["reception"]?.choice(Rule.Reception.self, ["any-time", "office-hours"]) ?? .anyTime,
            validity: validity,
            running: try named["running"]?.choice(Rule.RunningTerms.self, ["finish", "change"]) ?? .finish,
            every: try every(named["every"]),
            citation: citation,
            note: try named["note"]?.text() ?? "",
            escalations: try named["escalation"].map(RuleReader.steps) ?? [],
            place: "\(source.name):\(node.line)"
        )
    }

    private func citation(_ node: DataNode?, _ basis: Rule.Basis, _ evidence: Rule.Evidence, _ rule: DataNode) throws(RuleDataError) -> Citation {
        if let node { return try ActReader.citation(node, acts, usual: try usual["act"]?.text()) }
        guard basis == .house else { throw rule.fault("a rule of the law needs 'cite'") }
        guard evidence == .none else { throw rule.fault("where nothing is cited, evidence is 'none'") }
        return Citation(act: "", title: "Quy định nội bộ của cổng")
    }

    private func scope(_ node: DataNode?) throws(RuleDataError) -> Scope {
        var scope = Scope()
        guard let fields = try node?.fields(["kind", "track", "channel", "field", "tier", "variant"]) else { return scope }
        scope.kinds = try fields["kind"]?.texts() ?? []
        scope.tracks = try fields["track"]?.texts() ?? []
        scope.channels = try fields["channel"]?.texts() ?? []
        scope.fields = try fields["field"]?.texts() ?? []
        scope.tiers = try fields["tier"]?.texts() ?? []
        scope.variants = try fields["variant"]?.texts() ?? []
        return scope
    }

    private func lengthening(_ node: DataNode?, of term: Term) throws(RuleDataError) -> Rule.Lengthening? {
        guard let node else { return nil }
        let fields = try node.fields(["term", "times", "reasons"])
        let more = try node.needed("term", fields).term()
        guard more.unit.isTime == term.unit.isTime else { throw node.fault("hours and days cannot lengthen each other") }
        guard more.count > 0 else { throw node.fault("an extension of nothing is none") }
        return Rule.Lengthening(term: more, times: try fields["times"]?.integer(1...10) ?? 1, reasons: try node.needed("reasons", fields).texts())
    }

    private func every(_ node: DataNode?) throws(RuleDataError) -> String? {
        guard let node else { return nil }
        let period = try node.text()
        guard ["month", "quarter", "half-year", "year"].contains(period) else {
            throw node.fault("'\(period)' is no period (month, quarter, half-year, year)")
        }
        return period
    }

    private static func steps(_ node: DataNode) throws(RuleDataError) -> [Rule.Escalation] {
        var steps: [Rule.Escalation] = []
        for item in try node.list() {
            let fields = try item.fields(["at", "to"])
            steps.append(.init(offset: try item.needed("at", fields).integer(-1_000...1_000), to: try item.needed("to", fields).text()))
        }
        return steps.sorted { $0.offset < $1.offset }
    }

    private static func hours(_ node: DataNode) throws(RuleDataError) -> OfficeHours {
        let fields = try node.fields(["open", "close"])
        let open = try minutes(node.needed("open", fields)), close = try minutes(node.needed("close", fields))
        guard open < close else { throw node.fault("offices open before they close") }
        return OfficeHours(openMinute: open, closeMinute: close)
    }

    private static func minutes(_ node: DataNode) throws(RuleDataError) -> Int {
        let parts = try node.text().split(separator: ":").map { Int($0) ?? -1 }
        guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { throw node.fault("a time like 07:30 belongs here") }
        return parts[0] * 60 + parts[1]
    }
}
