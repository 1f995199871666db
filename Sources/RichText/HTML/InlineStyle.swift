/// What matters of a foreign `style` attribute: marks, visibility, colours, fonts, Word's list numbers.
struct InlineStyle {
    typealias Colour = (red: Int, green: Int, blue: Int)
    enum Paint {
        case colour(Colour)
        case transparent
        /// A picture, a gradient, a name we do not know.
        case unknown

        var isTransparent: Bool { if case .transparent = self { true } else { false } }
    }

    var isHidden = false
    /// Nil where the style says nothing.
    var isTiny: Bool?
    var isBold: Bool?
    var isItalic: Bool?
    var isStruck = false
    var isRaised = false
    var isLowered = false
    var isCentred = false
    var hasBorder = false
    var fontFamily: String?
    var colour: Paint?
    var background: Paint?
    /// The level of Word's "mso-list: l0 level1 lfo1"; 0 for "mso-list: Ignore" (the number itself, typed out).
    var wordListLevel: Int?

    init(_ source: String) {
        var isPositioned = false
        var isOutside = false
        var isClipped = false
        var isFlat = false
        for declaration in Self.decoded(source).split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = declaration[..<colon].filter { !$0.isWhitespace }
            let value = declaration[declaration.index(after: colon)...].split(separator: "!").first.map { Self.trimmed($0) } ?? ""
            switch name {
            case "display": if value == "none" { isHidden = true }
            case "visibility": if value == "hidden" || value == "collapse" { isHidden = true }
            case "mso-hide": if value == "all" || value == "screen" { isHidden = true }
            case "opacity": if let number = Double(value), number <= 0.05 { isHidden = true }
            case "filter": if value.contains("opacity(0") || value.contains("opacity=0)") { isHidden = true }
            case "transform": if value.contains("scale(0") || (Self.pixels(in: value).map { abs($0) >= 500 } ?? false) { isHidden = true }
            case "clip": if value.hasPrefix("rect(0") || value.hasPrefix("rect(1px") { isClipped = true }
            case "clip-path": if value.hasPrefix("inset(50%") || value.hasPrefix("inset(100%") || value.hasPrefix("circle(0") { isHidden = true }
            case "position": isPositioned = value == "absolute" || value == "fixed"
            case "left", "top", "right", "bottom": if let number = Self.pixels(in: value), number <= -500 || number >= 5000 { isOutside = true }
            case "text-indent", "margin-left", "margin-top", "margin": if let number = Self.pixels(in: value), number <= -500 { isHidden = true }
            case "width", "height", "max-width", "max-height": if let number = Self.pixels(in: value), number <= 1 { isFlat = true }
            case "overflow": isClipped = isClipped || value == "hidden"
            case "font-size": isTiny = Self.isTinySize(value)
            case "font-weight": isBold = value == "bold" || value == "bolder" || (Int(value) ?? 0) >= 600
            case "font-style": isItalic = value == "italic" || value == "oblique"
            case "text-decoration", "text-decoration-line": if value.contains("line-through") { isStruck = true }
            case "vertical-align":
                if value == "super" { isRaised = true }
                if value == "sub" { isLowered = true }
            case "text-align": isCentred = value == "center"
            case "border", "border-top", "border-bottom", "border-left", "border-right", "border-style", "mso-border-alt":
                if value.contains("solid") || value.contains("dotted") || value.contains("dashed") || value.contains("double") { hasBorder = true }
            case "font-family": fontFamily = Self.family(value)
            case "font": if let family = value.split(separator: " ").last { fontFamily = Self.family(String(family)) }
            case "color": colour = Self.paint(value)
            case "background-color", "background": background = Self.paint(value)
            case "mso-list": wordListLevel = Self.wordLevel(value)
            default: break
            }
        }
        if isPositioned && (isOutside || isClipped) || isClipped && isFlat { isHidden = true }
    }

    /// Lower case, without comments, with CSS escapes resolved: `dis\70 lay/**/:none` hides as well.
    private static func decoded(_ source: String) -> String {
        guard source.utf8.contains(UInt8(ascii: "\\")) || source.utf8.contains(UInt8(ascii: "*")) else { return source.lowercased() }
        let scalars = Array(source.unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "/", index + 1 < scalars.count, scalars[index + 1] == "*" {
                index += 2
                while index + 1 < scalars.count, !(scalars[index] == "*" && scalars[index + 1] == "/") { index += 1 }
                index += 2
            } else if scalars[index] == "\\", index + 1 < scalars.count {
                index += 1
                var digits = ""
                while index < scalars.count, digits.count < 6, scalars[index].properties.isASCIIHexDigit {
                    digits.unicodeScalars.append(scalars[index])
                    index += 1
                }
                if digits.isEmpty {
                    out.append(scalars[index])
                    index += 1
                } else {
                    if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { out.append(scalar) }
                    if index < scalars.count, scalars[index] == " " { index += 1 }
                }
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return String(out).lowercased()
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The number at the start of a length, whatever its unit; after "(" for functions.
    private static func pixels(in value: String) -> Double? {
        let start = value.firstIndex { $0.isNumber || $0 == "-" || $0 == "." } ?? value.endIndex
        guard start == value.startIndex || value.contains("(") else { return nil }
        let number = value[start...].prefix { $0.isNumber || $0 == "-" || $0 == "." }
        guard let size = Double(number) else { return nil }
        let unit = value[start...].dropFirst(number.count).prefix { $0.isLetter || $0 == "%" }
        return unit == "em" || unit == "rem" ? size * 16 : unit == "%" && size > 1 ? nil : unit == "%" && size <= -100 ? -1000 : size
    }

    private static func isTinySize(_ value: String) -> Bool {
        let digits = value.prefix { $0.isNumber || $0 == "." }
        guard let size = Double(digits) else { return false }
        return switch value.dropFirst(digits.count) {
        case "em", "rem": size <= 0.15
        case "%": size <= 15
        case "cm", "in": size <= 0.05
        default: size <= 2
        }
    }

    static func family(_ value: String) -> String? {
        let first = value.split(separator: ",").first.map { Self.trimmed($0) } ?? ""
        let name = first.filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : name
    }

    private static func wordLevel(_ value: String) -> Int? {
        if value.hasPrefix("ignore") { return 0 }
        guard let range = value.firstRange(of: "level"), let digit = value[range.upperBound...].first?.wholeNumberValue else { return nil }
        return max(1, digit)
    }

    static func paint(_ value: String) -> Paint {
        let value = trimmed(Substring(value.lowercased()))
        if value.hasPrefix("#") { return hex(value.dropFirst()).map(Paint.colour) ?? .unknown }
        if value.hasPrefix("rgb") {
            let numbers = value.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
            guard numbers.count >= 3 else { return .unknown }
            if numbers.count > 3, numbers[3] <= 0.05 { return .transparent }
            return .colour((Int(min(numbers[0], 255)), Int(min(numbers[1], 255)), Int(min(numbers[2], 255))))
        }
        let names: [String: Int] = [
            "white": 0xFFFFFF, "black": 0, "windowtext": 0, "red": 0xFF0000, "blue": 0x0000FF, "green": 0x008000, "yellow": 0xFFFF00,
            "gray": 0x808080,
            "grey": 0x808080, "silver": 0xC0C0C0, "maroon": 0x800000, "navy": 0x000080, "ivory": 0xFFFFF0, "snow": 0xFFFAFA, "whitesmoke": 0xF5F5F5,
            "window": 0xFFFFFF, "ghostwhite": 0xF8F8FF,
        ]
        if value == "transparent" { return .transparent }
        return names[value].map { .colour(($0 >> 16, $0 >> 8 & 255, $0 & 255)) } ?? hex(value[...]).map(Paint.colour) ?? .unknown
    }

    private static func hex(_ digits: Substring) -> Colour? {
        let long = digits.count == 3 || digits.count == 4 ? digits.prefix(3).map { "\($0)\($0)" }.joined() : String(digits.prefix(6))
        guard long.utf8.count == 6, digits.count != 5, digits.count != 7, let value = Int(long, radix: 16) else { return nil }
        return (value >> 16, value >> 8 & 255, value & 255)
    }
}
