import RichText

/// Structured data of a page (schema.org) as a value; keys keep the order they are given in, so that the same data give the same bytes.
public indirect enum JSONLD: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONLD])
    case object([Member])

    public struct Member: Sendable, Hashable {
        let name: String
        let value: JSONLD
    }

    /// An object of a schema.org type; members whose value is nil are left out.
    public static func of(type: String, _ members: KeyValuePairs<String, JSONLD?>) -> JSONLD {
        .object([Member(name: "@type", value: .text(type))] + members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// The content of `<script type="application/ld+json">`. Such a block is data, which browsers never run, so it needs no leave from the
    /// content security policy; `<`, `>` and `&` are written as escapes, so nothing in it can end the element.
    var script: Markup {
        var out = ""
        let withContext: JSONLD =
            if case .object(let members) = self {
                .object([Member(name: "@context", value: .text("https://schema.org"))] + members)
            } else {
                .object([Member(name: "@context", value: .text("https://schema.org")), Member(name: "@graph", value: self)])
            }
        withContext.write(to: &out)
        return TrustedMarkup.of(out)
    }

    private func write(to out: inout String) {
        switch self {
        case .text(let text): JSONLD.quote(text, to: &out)
        case .number(let number): out += String(number)
        case .flag(let flag): out += flag ? "true" : "false"
        case .list(let items):
            out += "["
            for (index, item) in items.enumerated() {
                if index > 0 { out += "," }
                item.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { out += "," }
                JSONLD.quote(member.name, to: &out)
                out += ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }

    /// A JSON string that is also safe inside an HTML script element.
    static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
