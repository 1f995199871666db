public import PortalNetwork
public import Store
import Vietnamese

/// What somebody sent, as it was typed, before it is a case. Texts are NFC, without control characters.
public struct Submission: Sendable, Hashable {
    public enum Standing: String, Sendable, Codable, CaseIterable { case person, household, organisation, enterprise }

    /// A file beside the text: its bytes were looked at and kept sealed before.
    public struct File: Sendable, Hashable, Codable {
        public var name: String
        public var type: String
        public var bytes: Int

        public init(name: String, type: String, bytes: Int) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    public var track: Track
    public var channel: CaseChannel
    public var language: Language
    public var name: String?
    public var standing: Standing?
    /// Today's commune or ward (or a province).
    public var unit: String?
    public var address: String?
    public var phone: String?
    public var email: String?
    public var identity: String?
    /// Code of the field of administration.
    public var field: String?
    public var agency: AgencyID?
    public var title: String
    public var text: String
    /// Where it is, in words; with coordinates where the browser gave them.
    public var place: String?
    public var wish: Wish?
    /// Purposes agreed to: `contact` (telling of the answer), `publish`.
    public var consents: Set<Consent>
    /// Who wrote it down, where not the person themselves.
    public var enteredBy: PersonID?

    public enum Consent: String, Sendable, Codable, CaseIterable { case contact, publish }

    public init(
        track: Track,
        channel: CaseChannel = .page,
        language: Language = .vi,
        name: String? = nil,
        standing: Standing? = nil,
        unit: String? = nil,
        address: String? = nil,
        phone: String? = nil,
        email: String? = nil,
        identity: String? = nil,
        field: String? = nil,
        agency: AgencyID? = nil,
        title: String,
        text: String,
        place: String? = nil,
        wish: Wish? = nil,
        consents: Set<Consent> = [],
        enteredBy: PersonID? = nil
    ) {
        self.track = track
        self.channel = channel
        self.language = language
        self.name = name
        self.standing = standing
        self.unit = unit
        self.address = address
        self.phone = phone
        self.email = email
        self.identity = identity
        self.field = field
        self.agency = agency
        self.title = title
        self.text = text
        self.place = place
        self.wish = wish
        self.consents = consents
        self.enteredBy = enteredBy
    }

    /// Characters at most.
    public enum Limits {
        public static let name = 120
        public static let address = 300
        public static let title = 200
        public static let text = 20_000
        public static let leastText = 20
        public static let place = 300
    }

    /// What is wrong with it, field by field, in the order of the form; empty: it may be received.
    public func findings() -> [CaseFinding] {
        var found: [CaseFinding] = []
        func check(_ field: Track.Field, _ value: String?, most: Int, least: Int = 1) {
            guard let demand = track.demand(field) else { return }
            guard let value, !value.isEmpty else {
                if demand == .required, channel != .import || field == .title || field == .text { found.append(CaseFinding(field, "required")) }
                return
            }
            if value.count > most { found.append(CaseFinding(field, "too-long", ["most": "\(most)", "is": "\(value.count)"])) }
            if value.count < least { found.append(CaseFinding(field, "too-short", ["least": "\(least)"])) }
        }
        check(.name, name, most: Limits.name, least: 2)
        check(.standing, standing?.rawValue, most: 20)
        check(.unit, unit, most: 120)
        check(.address, address, most: Limits.address, least: 5)
        check(.phone, phone, most: 40)
        check(.email, email, most: 254)
        check(.identity, identity, most: 40)
        check(.title, title, most: Limits.title, least: channel == .import ? 1 : 5)
        // What an old system kept is taken as it kept it.
        check(.text, text, most: Limits.text, least: channel == .import ? 1 : Limits.leastText)
        check(.place, place, most: Limits.place, least: 5)
        if track.asks(.phone), let phone, !phone.isEmpty, PhoneNumber(typed: phone) == nil { found.append(CaseFinding(.phone, "phone")) }
        if track.asks(.email), let email, !email.isEmpty, !MailAddress.isWellFormed(email) { found.append(CaseFinding(.email, "email")) }
        if track.asks(.identity), let identity, !identity.isEmpty, !Self.isIdentity(identity) { found.append(CaseFinding(.identity, "identity")) }
        // Without either, nobody hears of the answer but by the code: allowed where the track asks for neither.
        if let wish, !track.wishes.contains(wish) { found.append(CaseFinding(.text, "wish")) }
        let order = Track.Field.allCases
        return found.sorted { order.firstIndex(of: $0.field) ?? 0 < order.firstIndex(of: $1.field) ?? 0 }
    }

    /// Twelve digits of a citizen's card, nine of the old one, or a passport.
    private static func isIdentity(_ text: String) -> Bool {
        let plain = text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
        let digits = plain.allSatisfy { $0.isASCII && $0.isNumber }
        if digits { return plain.count == 12 || plain.count == 9 }
        return (7...9).contains(plain.count) && plain.first?.isLetter == true && plain.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }
}

/// What is wrong with one field; words under `casework.finding.<key>`.
public struct CaseFinding: Sendable, Hashable {
    public let field: Track.Field
    public let key: String
    public let values: [String: String]

    public init(_ field: Track.Field, _ key: String, _ values: [String: String] = [:]) {
        self.field = field
        self.key = key
        self.values = values
    }
}

/// A telephone number of Vietnam, as people write it; or one of another country with its code.
public struct PhoneNumber: Sendable, Hashable, CustomStringConvertible {
    /// International, digits after a plus: `+84912345678`.
    public let description: String

    public init?(typed text: String) {
        var digits = ""
        var isInternational = false
        for (index, character) in text.trimmedBlanks.enumerated() {
            switch character {
            case "+" where index == 0: isInternational = true
            case " ", ".", "-", "(", ")", "\u{A0}": continue
            case _ where character.isASCII && character.isNumber: digits.append(character)
            default: return nil
            }
            guard digits.count <= 15 else { return nil }
        }
        if !isInternational, digits.hasPrefix("0084") { (isInternational, digits) = (true, String(digits.dropFirst(2))) }
        if isInternational {
            guard (8...15).contains(digits.count), !digits.hasPrefix("0") else { return nil }
            // A number of the country keeps its own length.
            if digits.hasPrefix("84") {
                let rest = digits.dropFirst(2).drop { $0 == "0" }
                guard (9...10).contains(rest.count) else { return nil }
                digits = "84" + rest
            }
            description = "+" + digits
        } else {
            guard digits.hasPrefix("0"), (10...11).contains(digits.count) else { return nil }
            description = "+84" + digits.dropFirst()
        }
    }
}

extension String {
    var trimmedBlanks: String {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
