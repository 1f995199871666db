/// What kind of thing a public edition must not show.
public enum SecretKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The name of a person.
    case person
    case phone
    case email
    /// CCCD (12 digits), CMND (9), passport.
    case identity
    case taxCode = "tax-code"
    /// Social insurance and health insurance.
    case insurance
    case bankAccount = "bank-account"
    case licencePlate = "licence-plate"
    /// House, flat, lane, hamlet: what is below the commune and not a street's name.
    case address
    /// Plot, map sheet, serial number of a land certificate.
    case land
    /// Day or year of birth.
    case birth
    case health
    /// A dossier, receipt or contract of one person.
    case dossier
    /// A profile in a social network.
    case profile
    case coordinates
    /// A long number that nothing explains.
    case number

    /// The catalogue's key of its name.
    public var key: String { "redaction.kind." + rawValue }
}

/// How sure a proposal is. `likely` and `certain` are meant to be ticked when the screen opens, `possible` is not.
public enum Confidence: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case possible = 1
    case likely = 2
    case certain = 3

    public var key: String {
        switch self {
        case .possible: "redaction.confidence.possible"
        case .likely: "redaction.confidence.likely"
        case .certain: "redaction.confidence.certain"
        }
    }
    public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }
}

/// Why something is proposed. The raw value is its key in the catalogue, below `redaction.`.
public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    // Names: said to be one; after a form of address; by its syllables; again; in an office and accused; serves in an office.
    case nameIntroduced = "name-introduced", nameAddressed = "name-addressed", nameAlone = "name-alone", nameRepeated = "name-repeated"
    case nameAccused = "name-accused", nameStaff = "name-staff"
    // Numbers: a word before them says what they are; their form does; written with letters or in words; near an office; long.
    case numberLabelled = "number-labelled", numberShaped = "number-shaped", numberDisguised = "number-disguised"
    case numberAgency = "number-agency", numberUnknown = "number-unknown"
    case mailAddress = "mail-address", mailDisguised = "mail-disguised"
    case profileLink = "profile-link", profileNamed = "profile-named"
    case house, flat, lane, hamlet
    case plot, mapSheet = "map-sheet", landBook = "land-book"
    case birthDate = "birth-date", birthYear = "birth-year"
    case illness, disability, pregnancy
    case dossierCode = "dossier-code"
    case coordinates, mapLink = "map-link"

    /// The catalogue's key.
    public var key: String { "redaction." + rawValue }
}

/// One place of a letter that the public edition should show otherwise. It changes nothing by itself: a person decides.
public struct Proposal: Sendable, Hashable, Codable {
    /// Which of the letter's fields, counted from 0.
    public let field: Int
    /// Where it stands: Unicode scalars of the field's text in NFC, from 0.
    public let range: Range<Int>
    /// The same place in UTF-16 code units of the NFC text, as editors in browsers count.
    public let utf16: Range<Int>
    public let kind: SecretKind
    public let confidence: Confidence
    public let reason: Reason
    /// The text that stands there.
    public let quote: String
    /// What could stand there: a person's letters ("N.V.A"), else words in brackets.
    public let replacement: String
    /// The same number for the same person throughout the letter; nil for anything but names.
    public let person: Int?

    public init(
        field: Int,
        range: Range<Int>,
        utf16: Range<Int>,
        kind: SecretKind,
        confidence: Confidence,
        reason: Reason,
        quote: String,
        replacement: String,
        person: Int? = nil
    ) {
        (self.field, self.range, self.utf16, self.kind) = (field, range, utf16, kind)
        (self.confidence, self.reason, self.quote, self.replacement, self.person) = (confidence, reason, quote, replacement, person)
    }
}
