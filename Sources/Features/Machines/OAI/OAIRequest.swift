import Vietnamese
import Web

/// A request of the Open Archives protocol (OAI-PMH 2.0), read strictly: an argument that is unknown, missing, given twice or malformed is refused.
enum OAIRequest: Hashable {
    case identify
    case listMetadataFormats(identifier: String?)
    case listSets
    case listIdentifiers(OAIRange)
    case listRecords(OAIRange)
    case getRecord(identifier: String)

    static let format = "oai_dc"
    static let arguments: Set<String> = ["verb", "identifier", "metadataPrefix", "set", "from", "until", "resumptionToken"]
    /// The longest query or form that is read, in bytes.
    static let longest = 4096

    /// The arguments as they came, for the answer to repeat.
    struct Given: Sendable {
        var values: [String: String] = [:]
        subscript(name: String) -> String? { values[name] }
    }

    /// Reads a query or a form.
    static func arguments(of text: String) throws(OAIError) -> Given {
        var given = Given()
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let spaced = parts.count == 2 ? String(parts[1].map { $0 == "+" ? " " : $0 }) : ""
            guard let name = PercentDecoding.decode(parts[0]), let value = PercentDecoding.decode(spaced) else {
                throw OAIError(.badArgument, "an argument cannot be read")
            }
            guard arguments.contains(name) else { throw OAIError(.badArgument, "unknown argument") }
            guard given.values.updateValue(value, forKey: name) == nil else {
                throw OAIError(name == "verb" ? .badVerb : .badArgument, "'\(name)' is given twice")
            }
        }
        return given
    }

    init(_ given: Given) throws(OAIError) {
        switch given["verb"] {
        case "Identify":
            try Self.allow([], given)
            self = .identify
        case "ListMetadataFormats":
            try Self.allow(["identifier"], given)
            self = .listMetadataFormats(identifier: given["identifier"])
        case "ListSets":
            if given["resumptionToken"] != nil { throw OAIError(.badResumptionToken, "sets are listed all at once") }
            try Self.allow([], given)
            self = .listSets
        case "ListIdentifiers": self = .listIdentifiers(try Self.range(given))
        case "ListRecords": self = .listRecords(try Self.range(given))
        case "GetRecord":
            try Self.allow(["identifier", "metadataPrefix"], given)
            try Self.requireFormat(given)
            guard let identifier = given["identifier"] else { throw OAIError(.badArgument, "'identifier' is missing") }
            self = .getRecord(identifier: identifier)
        case nil: throw OAIError(.badVerb, "'verb' is missing")
        default: throw OAIError(.badVerb, "there is no such verb")
        }
    }

    private static func allow(_ names: Set<String>, _ given: Given) throws(OAIError) {
        for name in given.values.keys.sorted() where name != "verb" && !names.contains(name) {
            throw OAIError(.badArgument, "'\(name)' does not belong to this verb")
        }
    }

    private static func requireFormat(_ given: Given) throws(OAIError) {
        guard let format = given["metadataPrefix"] else { throw OAIError(.badArgument, "'metadataPrefix' is missing") }
        guard format == Self.format else { throw OAIError(.cannotDisseminateFormat, "the only format is \(Self.format)") }
    }

    private static func range(_ given: Given) throws(OAIError) -> OAIRange {
        if let token = given["resumptionToken"] {
            try allow(["resumptionToken"], given)
            guard let range = OAIRange(token: token) else { throw OAIError(.badResumptionToken, "this is no token of ours") }
            return range
        }
        try allow(["metadataPrefix", "set", "from", "until"], given)
        try requireFormat(given)
        let from = try date(given["from"]), until = try date(given["until"])
        if let from, let until {
            guard from.isDay == until.isDay else { throw OAIError(.badArgument, "'from' and 'until' are of different granularity") }
            guard from.first <= until.first else { throw OAIError(.badArgument, "'from' is later than 'until'") }
        }
        return OAIRange(set: given["set"], from: from?.first, until: until?.after)
    }

    private static func date(_ text: String?) throws(OAIError) -> OAIDate? {
        guard let text else { return nil }
        guard let date = OAIDate(text) else { throw OAIError(.badArgument, "dates are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ") }
        return date
    }
}

/// A moment as harvesters write it: a day or a second, in UTC.
struct OAIDate: Hashable {
    let isDay: Bool
    /// Its first moment, and the first that is no longer of it.
    let first: Instant
    let after: Instant

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 20, let date = CivilDate(String(text.prefix(10))), date.description == text.prefix(10) else {
            return nil
        }
        let midnight = Int64(date.dayNumber) * 86_400_000
        isDay = bytes.count == 10
        if isDay {
            first = Instant(rawValue: midnight)
            after = Instant(rawValue: midnight + 86_400_000)
            return
        }
        func two(_ at: Int, _ most: Int64) -> Int64? {
            guard (48...57).contains(bytes[at]), (48...57).contains(bytes[at + 1]) else { return nil }
            let number = Int64(bytes[at] - 48) * 10 + Int64(bytes[at + 1] - 48)
            return number <= most ? number : nil
        }
        guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            let hour = two(11, 23), let minute = two(14, 59), let second = two(17, 59)
        else { return nil }
        first = Instant(rawValue: midnight + ((hour * 60 + minute) * 60 + second) * 1000)
        after = first.adding(seconds: 1)
    }

    /// A moment to the second.
    static func text(_ instant: Instant) -> String { Instant(rawValue: instant.rawValue - instant.rawValue % 1000).rfc3339UTC }
}

/// Which records, and from where on. Its token says all of it, so the program remembers nothing of a harvest; whoever writes a token of his own reads
/// what he might have asked for anyway.
struct OAIRange: Hashable {
    var set: String?
    var from: Instant?
    /// The first moment after.
    var until: Instant?
    /// The last change that was handed out, and how many there were.
    var after: Int64 = -1
    var done = 0

    init(set: String? = nil, from: Instant? = nil, until: Instant? = nil) {
        self.set = set
        self.from = from
        self.until = until
    }

    var token: String {
        [set ?? "", from.map { "\($0.rawValue)" } ?? "", until.map { "\($0.rawValue)" } ?? "", "\(after)", "\(done)"].joined(separator: "!")
    }

    init?(token: String) {
        let parts = token.split(separator: "!", omittingEmptySubsequences: false)
        guard token.utf8.count <= 1000, parts.count == 5, let after = Int64(parts[3]), after >= 0, let done = Int(parts[4]), done > 0 else {
            return nil
        }
        func moment(_ text: Substring) -> Instant?? {
            if text.isEmpty { return .some(nil) }
            // Some 30,000 years either way: sums of times stay numbers.
            guard let number = Int64(text), abs(number) < 1 << 50 else { return nil }
            return Instant(rawValue: number)
        }
        guard let from = moment(parts[1]), let until = moment(parts[2]) else { return nil }
        set = parts[0].isEmpty ? nil : String(parts[0])
        self.from = from
        self.until = until
        self.after = after
        self.done = done
        guard self.token == token else { return nil }
    }
}
