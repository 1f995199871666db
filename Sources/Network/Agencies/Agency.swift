public import Store
public import Vietnamese

/// What sort of body an agency is.
public enum AgencyKind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case government, ministry, peoplesCouncil, peoplesCommittee, peoplesCommitteeOffice
    /// Sở, ban, ngành.
    case department
    /// Cục, chi cục, vụ: a body inside a ministry or department.
    case bureau
    /// Đơn vị sự nghiệp: schools, hospitals, centres.
    case publicUnit
    case partyBody, court, procuracy
    /// Mặt trận Tổ quốc and socio-political organisations.
    case organisation
    case enterprise, other
}

/// What a body is called and what it is, from a day on.
public struct AgencyNaming: Sendable, Hashable {
    public var name: String
    public var shortName: String
    public var kind: AgencyKind
    /// The organisation code (*mã định danh*), for instance `H49.12`; nil if it has none.
    public var code: String?

    public init(name: String, shortName: String, kind: AgencyKind, code: String? = nil) {
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.code = code
    }
}

/// An agency as it was named in one period.
public struct Agency: Sendable, Hashable {
    public let id: AgencyID
    public let naming: AgencyNaming
    public let validFrom: CivilDate
    /// The last day of the period; nil: until further notice.
    public let validTo: CivilDate?

    public var name: String { naming.name }
    public var shortName: String { naming.shortName }

    public func holds(on date: CivilDate) -> Bool { validFrom <= date && validTo.map { date <= $0 } ?? true }
}

/// How one agency came out of another.
public struct AgencySuccession: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case merged, divided
    }

    public let old: AgencyID
    public let new: AgencyID
    public let kind: Kind
    /// The first day of the new order.
    public let date: CivilDate
}
