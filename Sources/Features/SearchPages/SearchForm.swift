import PortalNetwork
import Publishing
import Search
import Store
import Vietnamese
import Web

/// What the address of a search says. Anything it cannot mean is left out and said to have been; only a page that cannot be is an error.
struct SearchForm: Sendable, Hashable {
    enum Field: String, CaseIterable, Sendable {
        case query = "q"
        case kind = "loai"
        case section = "chuyen-muc"
        case from = "tu"
        case to = "den"
        case page = "trang"
        case scope = "pham-vi"
        case language = "ngon-ngu"
        case order = "sap-xep"
    }

    enum Scope: String, CaseIterable, Sendable {
        case site = "cong"
        case subtree = "nhanh"
        case everything = "tat-ca"
    }

    enum Order: String, CaseIterable, Sendable {
        case relevance = "lien-quan"
        case newest = "moi-nhat"
        case oldest = "cu-nhat"
    }

    var query = ""
    var kind: String?
    var section: String?
    var from: CivilDate?
    var to: CivilDate?
    var page = 1
    var scope = Scope.site
    var language: Language?
    var order = Order.relevance
    /// A condition could not be read and does not count.
    var hasFaults = false

    /// Longer queries are cut here: the search itself takes fewer words still.
    static let longestQuery = 1_000

    /// - Throws: `PageError.notFound` for a page that is no number, or beyond the last.
    init(_ raw: String?, kinds: Set<String>) throws {
        let values = Self.values(of: raw ?? "")
        query = String((values[.query] ?? "").prefix(Self.longestQuery)).trimmed
        if let text = values[.page] {
            guard text.utf8.count <= 9, let number = Int(text), (1...SearchRequest.lastPage).contains(number) else { throw PageError.notFound }
            page = number
        }
        func read<T>(_ field: Field, _ parse: (String) -> T?) -> T? {
            guard let text = values[field]?.trimmed, !text.isEmpty else { return nil }
            let value = parse(text)
            if value == nil { hasFaults = true }
            return value
        }
        kind = read(.kind) { kinds.contains($0) ? $0 : nil }
        section = read(.section) { $0.utf8.count <= 60 ? $0 : nil }
        from = read(.from, Self.date)
        to = read(.to, Self.date)
        scope = read(.scope) { Scope(rawValue: $0) } ?? .site
        language = read(.language) { Language(rawValue: $0) }
        order = read(.order) { Order(rawValue: $0) } ?? .relevance
    }

    /// `2026-11-20`, as date fields send it, or `20/11/2026`, as people write it.
    private static func date(_ text: String) -> CivilDate? {
        if let date = CivilDate(text) { return date }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], (1000...9999).contains(year) else { return nil }
        return CivilDate("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
    }

    /// The first value of each known name.
    static func values(of query: String) -> [Field: String] {
        var values: [Field: String] = [:]
        for pair in query.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let field = Field(rawValue: String(halves[0])), values[field] == nil else { continue }
            values[field] = halves.count > 1 ? decoded(halves[1]) : ""
        }
        return values
    }

    /// As forms encode it; what escapes spell wrongly becomes U+FFFD. (The gate has refused such addresses already.)
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { continue }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? { Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) } }

    /// The address of this search, with changes; the page begins anew unless it is the change.
    func path(page: Int = 1, _ change: (inout SearchForm) -> Void = { _ in }) -> String {
        var form = self
        change(&form)
        var parts: [(Field, String)] = [(.query, form.query)]
        if let kind = form.kind { parts.append((.kind, kind)) }
        if let section = form.section { parts.append((.section, section)) }
        if let from = form.from { parts.append((.from, "\(from)")) }
        if let to = form.to { parts.append((.to, "\(to)")) }
        if form.scope != .site { parts.append((.scope, form.scope.rawValue)) }
        if let language = form.language { parts.append((.language, language.rawValue)) }
        if form.order != .relevance { parts.append((.order, form.order.rawValue)) }
        if page > 1 { parts.append((.page, "\(page)")) }
        return "/tim-kiem?" + parts.map { "\($0.0.rawValue)=\(Self.encoded($0.1))" }.joined(separator: "&")
    }

    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isPlain = byte | 32 >= 97 && byte | 32 <= 122 || (48...57).contains(byte) || byte == 45 || byte == 46 || byte == 95 || byte == 126
            if isPlain { bytes.append(byte) } else { bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A filter beside the words is set.
    var isFiltered: Bool { kind != nil || section != nil || from != nil || to != nil || language != nil || scope != .site || order != .relevance }
}

extension String {
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
