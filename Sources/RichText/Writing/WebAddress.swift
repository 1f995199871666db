/// An absolute address that text may link to: http, https, `mailto:` or `tel:`, in one normal form.
///
/// Reads what browsers read (WHATWG URL for the part that matters): outer white space and inner tabs and line breaks go, back
/// slashes count as slashes, the scheme's case does not matter. Refuses what only deceives: user names before the host, percent
/// signs or look-alike dots in the host, other schemes (`javascript:`, `data:` …).
public struct WebAddress: Sendable, Hashable {
    public static let maximumLength = 4096

    /// The normal form; ASCII but for the host of an internationalised name.
    public let text: String
    /// Lower case; nil for `mailto:` and `tel:`.
    public let host: String?
    /// From "/" to the end, query and fragment included; empty for `mailto:` and `tel:`.
    public let path: String

    public init?(_ source: String) {
        guard case .address(let address) = AddressReading(source) else { return nil }
        self = address
    }

    init(text: String, host: String?, path: String) {
        self.text = text
        self.host = host
        self.path = path
    }

    /// A path of the same site in normal form, or nil where the text is anything else (`//host` is another host).
    public static func sitePath(_ source: String) -> String? {
        guard case .sitePath(let path) = AddressReading(source) else { return nil }
        return path
    }

    /// Whether the text names something to run or to smuggle in; such addresses are worth a finding, others are only broken.
    static func isDangerous(_ source: String) -> Bool {
        let cleaned = String(decoding: AddressReading.cleaned(source), as: UTF8.self).lowercased()
        return ["javascript:", "vbscript:", "data:", "livescript:", "blob:", "file:", "filesystem:"].contains { cleaned.hasPrefix($0) }
    }

    /// An address found in a document that stood at `base`; without a base, "//host" is taken for https.
    static func resolve(_ source: String, base: WebAddress?) -> AddressReading {
        let reading = AddressReading(source)
        if case .otherHost(let rest) = reading, base == nil { return AddressReading("https:\(rest)") }
        guard let base, let host = base.host, let scheme = base.text.split(separator: ":").first else { return reading }
        switch reading {
        case .sitePath(let path): return AddressReading("\(scheme)://\(authority(of: base) ?? Substring(host))\(path)")
        case .otherHost(let rest): return AddressReading("\(scheme):\(rest)")
        case .relative(let rest):
            let directory = base.path.prefix { $0 != "?" && $0 != "#" }
            let folder = directory[...(directory.lastIndex(of: "/") ?? directory.startIndex)]
            return AddressReading("\(scheme)://\(authority(of: base) ?? Substring(host))\(withoutDotSegments(folder + rest))")
        case .address, .fragment, .refused: return reading
        }
    }

    private static func authority(of address: WebAddress) -> Substring? {
        address.text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(2).first
    }

    private static func withoutDotSegments(_ path: Substring) -> String {
        let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var segments: [Substring] = []
        for segment in path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            if segment == ".." { _ = segments.popLast() } else if segment != "." { segments.append(segment) }
        }
        return "/" + segments.joined(separator: "/") + path[end...]
    }
}

/// What an `href` or `src` turns out to be.
enum AddressReading {
    case address(WebAddress)
    /// "/…" on the same site.
    case sitePath(String)
    /// "//host/…": needs a base to know its scheme.
    case otherHost(String)
    case relative(String)
    case fragment
    case refused

    init(_ source: String) {
        let bytes = Self.cleaned(source)
        guard !bytes.isEmpty, bytes.count <= WebAddress.maximumLength else {
            self = .refused
            return
        }
        if let colon = Self.schemeEnd(bytes) {
            let scheme = String(decoding: bytes[..<colon].map { $0 | 0x20 }, as: UTF8.self)
            let rest = bytes[(colon + 1)...]
            let address: WebAddress? =
                switch scheme {
                case "http", "https": Self.web(scheme, rest)
                case "mailto": Self.mail(rest)
                case "tel": Self.telephone(rest)
                default: nil
                }
            self = address.map { .address($0) } ?? .refused
            return
        }
        let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
        if bytes[0] == UInt8(ascii: "#") {
            self = .fragment
        } else if isSlash(bytes[0]) {
            let text = Self.encodedPath(bytes[...])
            self = bytes.count > 1 && isSlash(bytes[1]) ? .otherHost(text) : .sitePath(text)
        } else {
            self = .relative(Self.encodedPath(bytes[...]))
        }
    }

    /// Without outer controls and spaces, without tabs and line breaks anywhere, as browsers read.
    static func cleaned(_ source: String) -> [UInt8] {
        var bytes = source.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return Array(bytes.drop { $0 <= 0x20 })
    }

    private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else { return nil }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return index
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
            default: if !byte.isASCIIWord || byte == UInt8(ascii: "_") { return nil }
            }
        }
        return nil
    }

    private static func web(_ scheme: String, _ source: ArraySlice<UInt8>) -> WebAddress? {
        let rest = source.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let end = rest.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) } ?? rest.endIndex
        var authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else { return nil }
        var port = ""
        if let colon = authority.lastIndex(of: UInt8(ascii: ":")), !authority[colon...].contains(UInt8(ascii: "]")) {
            let digits = String(decoding: authority[(colon + 1)...], as: UTF8.self)
            // Digits alone, as browsers read it; Swift would take a sign.
            let number = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? UInt16(digits) : nil
            guard digits.isEmpty || (number ?? 0) > 0 else { return nil }
            if let number, number != (scheme == "http" ? 80 : 443) { port = ":\(number)" }
            authority = authority[..<colon]
        }
        guard let host = host(authority) else { return nil }
        var path = encodedPath(rest[end...])
        if !path.hasPrefix("/") { path = "/" + path }
        return WebAddress(text: "\(scheme)://\(host)\(port)\(path)", host: host, path: path)
    }

    private static func host(_ source: ArraySlice<UInt8>) -> String? {
        guard (1...253).contains(source.count), let text = String(validating: source, as: UTF8.self)?.lowercased() else { return nil }
        if text.hasPrefix("[") {
            let inner = text.utf8.dropFirst().dropLast()
            let isAddress = inner.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == 0x3A || $0 == 0x2E }
            return text.hasSuffix("]") && inner.count > 1 && isAddress ? text : nil
        }
        let allowed = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                ? scalar.value < 0x7F && (UInt8(scalar.value).isASCIIWord || scalar == "-" || scalar == ".")
                : scalar.properties.isAlphabetic && !(0xFF00...0xFFEF).contains(scalar.value)
        }
        return allowed && !text.hasPrefix(".") && !text.contains("..") ? text : nil
    }

    private static func mail(_ source: ArraySlice<UInt8>) -> WebAddress? {
        let address = source.prefix { $0 != UInt8(ascii: "?") }
        let parts = address.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = address.allSatisfy { $0.isASCIIWord || [0x2B, 0x2D, 0x2E, 0x40].contains($0) }
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(UInt8(ascii: ".")), isPlain else { return nil }
        return WebAddress(text: "mailto:" + String(decoding: address, as: UTF8.self), host: nil, path: "")
    }

    private static func telephone(_ source: ArraySlice<UInt8>) -> WebAddress? {
        let separators: [UInt8] = [0x20, 0x28, 0x29, 0x2D, 0x2E]
        let number = source.filter { !separators.contains($0) }
        let digits = number.first == UInt8(ascii: "+") ? number.dropFirst() : number[...]
        guard (3...20).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return WebAddress(text: "tel:" + String(decoding: number, as: UTF8.self), host: nil, path: "")
    }

    /// Percent-encodes what may not stand in a path or query; back slashes before the query become slashes.
    private static func encodedPath(_ source: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        var inPath = true
        for byte in source {
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { inPath = false }
            switch byte {
            case UInt8(ascii: "\\") where inPath: output.append(UInt8(ascii: "/"))
            case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0xFF:
                if byte == UInt8(ascii: "~") {
                    output.append(byte)
                } else {
                    output.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
                }
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
