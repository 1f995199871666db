public import Vietnamese

/// A place of the state, from the smallest unit outwards: commune, province, nation. Codes are those of the register (`"06649"`, `"22"`).
public struct Territory: Hashable, Sendable {
    /// The code of the whole country in competence tables.
    public static let nation = "vn"

    public let commune: String?
    public let province: String?

    public init(commune: String? = nil, province: String? = nil) { (self.commune, self.province) = (commune, province) }

    /// Every place whose rows hold here, smallest first; the nation last.
    var inherited: [String] { [commune, province, Self.nation].compactMap(\.self) }
}

/// One line of a competence table: who is competent for a field, in a territory, on a track, by which act, and when.
public struct CompetenceRow: Hashable, Sendable {
    /// Nil: any field.
    public var field: FieldCode?
    /// A code of the register, or `Territory.nation`. A row holds in everything inside.
    public var territory: String
    /// Nil: any track.
    public var track: String?
    /// The agency's code. `{commune}` and `{province}` in it stand for the codes of the place that is asked about ("ubnd-{commune}"): one row for
    /// 3,321 people's committees. Such a row holds nowhere where the place has no commune.
    public var agency: String
    /// The act that says so: "Nghị định 123/2025/NĐ-CP, Điều 4".
    public var basis: String
    /// Its first day.
    public var from: CivilDate
    /// Its last day; nil: until further notice.
    public var until: CivilDate?
    /// Higher wins before anything else is looked at; 0 is usual.
    public var priority: Int
    /// How near whoever keeps the row stands to who asks, where several tables are laid over one another; nearer wins among rows of equal priority that both
    /// name the field, or both do not. 0 where there is one table. No column of a file.
    public var nearness = 0

    public init(
        field: FieldCode?,
        territory: String = Territory.nation,
        track: String? = nil,
        agency: String,
        basis: String,
        from: CivilDate,
        until: CivilDate? = nil,
        priority: Int = 0
    ) {
        (self.field, self.territory, self.track, self.agency, self.basis) = (field, territory, track, agency, basis)
        (self.from, self.until, self.priority) = (from, until, priority)
    }

    /// Whether there is a day on which it holds.
    public var isForward: Bool { until.map { from <= $0 } ?? true }

    func holds(on date: CivilDate) -> Bool { from <= date && until.map { date <= $0 } ?? true }

    /// The agency for a place; nil where the row asks for a commune or province that the place has not.
    func agency(in place: Territory) -> String? {
        var code = agency
        if code.contains("{province}") {
            guard let province = place.province else { return nil }
            code = code.replacing("{province}", with: province)
        }
        if code.contains("{commune}") {
            guard let commune = place.commune else { return nil }
            code = code.replacing("{commune}", with: commune)
        }
        return code
    }
}
