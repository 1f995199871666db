public import PortalNetwork
public import Proofing
public import Store
public import Vietnamese

extension NameRegister {
    /// The register of administrative units as it stands in the database, with what stands today in the place of what is no more.
    ///
    /// Takes some tens of milliseconds for a country: keep it and make it anew when lists of units were imported.
    public static func read(on date: CivilDate, in db: any Connection) throws -> NameRegister {
        NameRegister(try Units.namings(on: date, in: db).map(Unit.init))
    }
}

extension NameRegister.Unit {
    public init(_ naming: UnitNaming) {
        let unit = naming.unit
        self.init(
            kind: NameRegister.Kind(unit.kind),
            name: unit.name,
            fullName: unit.nameInText,
            from: unit.validFrom,
            to: unit.validTo,
            successors: naming.successors
        )
    }
}

extension NameRegister.Kind {
    init(_ kind: UnitKind) {
        switch kind {
        case .province: self = .province
        case .centralCity: self = .centralCity
        case .urbanDistrict: self = .urbanDistrict
        case .ruralDistrict: self = .ruralDistrict
        case .town: self = .town
        case .city: self = .city
        case .commune: self = .commune
        case .ward: self = .ward
        case .township: self = .township
        case .specialZone: self = .specialZone
        }
    }
}
