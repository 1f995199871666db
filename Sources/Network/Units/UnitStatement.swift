import Store
import Vietnamese

/// The statements an import of units consists of.
enum UnitStatement {
    static func addUnit(_ period: UnitBook.Period, level: UnitLevel) -> SQL {
        """
        INSERT INTO admin_unit (id, level, latitude, longitude, area_km2)
        VALUES (\(period.unit), \(level), \(period.place.latitude), \(period.place.longitude), \(period.place.area))
        """
    }

    static func addName(_ period: UnitBook.Period, level: UnitLevel) -> SQL {
        """
        INSERT INTO admin_unit_name (unit, level, code, valid_from, valid_to, name, kind, name_en, parent, name_key, folded)
        VALUES (\(period.unit), \(level), \(period.code), \(period.from), \(period.to), \(period.name), \(period.kind),
            \(period.englishName), \(period.parent), \(UnitName.key(period.name)), \(UnitName.folded(period.name)))
        """
    }

    static func changeName(_ period: UnitBook.Period) -> SQL {
        """
        UPDATE admin_unit_name SET valid_to = \(period.to), name = \(period.name), kind = \(period.kind), name_en = \(period.englishName),
            parent = \(period.parent), name_key = \(UnitName.key(period.name)), folded = \(UnitName.folded(period.name))
        WHERE unit = \(period.unit) AND valid_from = \(period.from)
        """
    }

    static func changePlace(_ period: UnitBook.Period) -> SQL {
        """
        UPDATE admin_unit SET latitude = \(period.place.latitude), longitude = \(period.place.longitude), area_km2 = \(period.place.area)
        WHERE id = \(period.unit)
        """
    }

    static func end(_ period: UnitBook.Period, on date: CivilDate?) -> SQL {
        "UPDATE admin_unit_name SET valid_to = \(date) WHERE unit = \(period.unit) AND valid_from = \(period.from)"
    }

    /// A succession as it is said now; one already known is corrected.
    static func follow(_ succession: UnitSuccession) -> SQL {
        """
        INSERT INTO admin_unit_succession (old, new, effective_on, kind, is_default)
        VALUES (\(succession.old), \(succession.new), \(succession.date), \(succession.kind), \(succession.isDefault))
        ON CONFLICT (old, new, effective_on) DO UPDATE SET kind = excluded.kind, is_default = excluded.is_default
        """
    }
}
