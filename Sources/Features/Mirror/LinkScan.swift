import Synchronization

/// The addresses of the same portal that an answer names: attributes of markup, `url(…)` of styles, `<loc>` of maps, `"src"` of a manifest.
enum LinkScan {
    private static let names: Set<String> = ["href", "src", "srcset", "poster", "data-worker"]

    /// Path and query of each, once. `origin`: of the portal (`https://tinh.gov.vn`), under which absolute addresses are its own too.
    /// `known`: what was found on that portal before is left out.
    static func links(in bytes: [UInt8], type: String, at target: String, origin: String, but known: KnownLinks? = nil) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        func take(_ value: String) {
            guard let link = own(value, at: target, origin: origin), seen.insert(link).inserted else { return }
            found.append(link)
        }
        if type.hasPrefix("text/css") {
            for value in between("url(", ")", in: bytes) { take(value.filter { $0 != "\"" && $0 != "'" }) }
        } else if type.hasPrefix("application/xml") {
            for value in between("<loc>", "</loc>", in: bytes) { take(value) }
        } else if type.hasPrefix("application/manifest+json") {
            for value in between("\"src\":\"", "\"", in: bytes) { take(value.replacing("\\/", with: "/")) }
        } else if type.hasPrefix("text/html") || type.contains("+xml") {
            attributes(of: bytes, origin, known) { name, value in
                guard name == "srcset" else { return take(value) }
                for part in value.split(separator: ",") { take(String(part.drop { $0 == " " || $0 == "\n" }.prefix { $0 != " " })) }
            }
        }
        return found
    }

    /// Nil for what is not a path of this portal.
    static func own(_ value: String, at target: String, origin: String) -> String? {
        var text = value.utf8.contains(UInt8(ascii: "&")) ? value.replacing("&amp;", with: "&") : value
        if text.hasPrefix(origin) { text.removeFirst(origin.count) }
        if text.hasPrefix("?") { text = String(target.prefix { $0 != "?" }) + text }
        text = String(text.prefix { $0 != "#" })
        return text.hasPrefix("/") && !text.hasPrefix("//") ? text : nil
    }

    private static func attributes(of bytes: [UInt8], _ origin: String, _ known: KnownLinks?, _ body: (String, String) -> Void) {
        let (equals, quote) = (UInt8(ascii: "="), UInt8(ascii: "\""))
        var index = 1
        while index + 1 < bytes.count {
            guard bytes[index] == equals, bytes[index + 1] == quote else {
                index += 1
                continue
            }
            var start = index
            while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
            var end = index + 2
            while end < bytes.count, bytes[end] != quote { end += 1 }
            if index - start <= 11, end > index + 2, end < bytes.count {
                let name = String(decoding: bytes[start..<index], as: UTF8.self)
                if names.contains(name) {
                    let value = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
                    // What begins with "?" means another address on each page.
                    if value.hasPrefix("?") || known?.contains(value, on: origin) != true { body(name, value) }
                }
            }
            index = end + 1
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 97...122 ~= byte || byte == UInt8(ascii: "-") }

    private static func between(_ open: String, _ close: String, in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        while let start = rest.firstRange(of: open), let end = rest[start.upperBound...].firstRange(of: close) {
            found.append(String(rest[start.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return found
    }
}

/// Values of attributes that were looked at before on a portal, so that the same menus and footers of a hundred thousand pages are read once.
final class KnownLinks: Sendable {
    private let values = Mutex<[String: Set<String>]>([:])

    /// Whether it was there; from now on it is.
    func contains(_ value: String, on origin: String) -> Bool { values.withLock { !$0[origin, default: []].insert(value).inserted } }
}
