import Store

/// Where in the tree a portal of a kind may stand.
enum SitePlace {
    static func check(_ kind: SiteKind, language: Language, below parent: SiteID?, in db: any Connection) throws {
        guard let parent else {
            if kind != .portal { throw SiteRefusal.parentRequired(kind) }
            return
        }
        guard let row = try db.row("SELECT code, kind, language FROM site WHERE id = \(parent)") else {
            throw SiteRefusal.parentUnknown("\(parent)")
        }
        let parentKind: SiteKind = try row[1]
        let parentLanguage: Language = try row[2]
        if parentKind == .linked { throw SiteRefusal.parentIsLinked(try row[0]) }
        if kind == .language, parentLanguage == language { throw SiteRefusal.languageOfParent(language) }
    }
}
