import Vietnamese

extension WorkCalendar {
    /// The calendar of the program: the law and the announcements that come with it.
    public static func standard() throws(RuleDataError) -> WorkCalendar {
        let files = EmbeddedFiles.all.filter { $0.path.hasPrefix("Data/calendar/") }.map { RuleSource(name: $0.path, text: $0.text.description) }
        return try WorkCalendar(files)
    }

    /// From files with `holidays`, `weekends` and `years`.
    public init(_ sources: [RuleSource]) throws(RuleDataError) {
        var holidays: [HolidayLaw.Holiday] = []
        var weekends: [HolidayLaw.Weekend] = []
        var years: [(DataNode, YearArrangement)] = []
        for source in sources {
            let top = try DataNode(file: source.name, text: source.text)
            let fields = try top.fields(["acts", "holidays", "weekends", "years"])
            let acts = try ActReader.acts(fields["acts"])
            for node in try fields["holidays"]?.list() ?? [] { holidays.append(try CalendarReader.holiday(node, acts)) }
            for node in try fields["weekends"]?.list() ?? [] { weekends.append(try CalendarReader.weekend(node)) }
            for node in try fields["years"]?.list() ?? [] { years.append((node, try CalendarReader.year(node))) }
        }
        let law = HolidayLaw(holidays: holidays, weekends: weekends)
        var arrangements: [Int: YearArrangement] = [:]
        for (node, year) in years {
            do { try law.check(year) } catch { throw node.fault(error.description) }
            guard arrangements.updateValue(year, forKey: year.year) == nil else { throw node.fault("the year \(year.year) stands here twice") }
        }
        self.init(law: law, arrangements: arrangements)
    }
}

private enum CalendarReader {
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    static func holiday(_ node: DataNode, _ acts: [String: Citation]) throws(RuleDataError) -> HolidayLaw.Holiday {
        let fields = try node.fields(["code", "name", "kind", "date", "days", "before", "from", "to", "cite"])
        let kind = try node.needed("kind", fields).choice(HolidayLaw.Kind.self, HolidayLaw.Kind.allCases.map(\.rawValue))
        let date = try node.needed("date", fields)
        let parts = try date.text().split(separator: "-").map { Int($0) ?? 0 }
        guard parts.count == 2, (1...12).contains(parts[0]), (1...31).contains(parts[1]) else { throw date.fault("a date like 09-02 belongs here") }
        let days = try fields["days"]?.integer(1...10) ?? 1
        var before = Array(repeating: 0, count: 7)
        if let node = fields["before"] {
            let named = try node.fields(Set(weekdays))
            for (index, weekday) in weekdays.enumerated() { before[index] = try node.needed(weekday, named).integer(0...days - 1) }
        }
        return HolidayLaw.Holiday(
            code: try node.needed("code", fields).text(),
            name: try node.needed("name", fields).wording(),
            kind: kind,
            month: parts[0],
            day: parts[1],
            days: days,
            before: before,
            validity: Validity(from: try fields["from"]?.date(), to: try fields["to"]?.date()),
            citation: try ActReader.citation(try node.needed("cite", fields), acts, usual: nil)
        )
    }

    static func weekend(_ node: DataNode) throws(RuleDataError) -> HolidayLaw.Weekend {
        let fields = try node.fields(["days", "from", "to", "note"])
        var days: Set<Int> = []
        for name in try node.needed("days", fields).texts() {
            guard let index = weekdays.firstIndex(of: name) else { throw node.fault("'\(name)' is no weekday") }
            days.insert(index + 1)
        }
        return HolidayLaw.Weekend(days: days, validity: Validity(from: try fields["from"]?.date(), to: try fields["to"]?.date()))
    }

    static func year(_ node: DataNode) throws(RuleDataError) -> YearArrangement {
        let fields = try node.fields(["year", "tet", "national-day", "swaps", "source", "evidence", "note"])
        let tet = try node.needed("tet", fields)
        let ends = try tet.texts().compactMap(CivilDate.init)
        guard ends.count == 2, ends[0] <= ends[1], ends[1].dayNumber - ends[0].dayNumber < 10 else {
            throw tet.fault("the first and the last day belong here")
        }
        var national: [CivilDate] = []
        for text in try node.needed("national-day", fields).texts() {
            guard let date = CivilDate(text) else { throw node.fault("'\(text)' is not a date") }
            national.append(date)
        }
        var swaps: [YearArrangement.Swap] = []
        for swap in try fields["swaps"]?.list() ?? [] {
            let days = try swap.fields(["off", "work"])
            swaps.append(.init(off: try swap.needed("off", days).date(), work: try swap.needed("work", days).date()))
        }
        return YearArrangement(
            year: try node.needed("year", fields).integer(WorkCalendar.range),
            tet: (ends[0].dayNumber...ends[1].dayNumber).map(CivilDate.init(dayNumber:)),
            nationalDay: national,
            swaps: swaps,
            source: try node.needed("source", fields).text(),
            evidence: try node.needed("evidence", fields).choice(Rule.Evidence.self, ["read", "recalled", "none"])
        )
    }
}
