/// What a foreign element is to us. Elements not named here, known and unknown, are unwrapped: their content stays.
enum HTMLRole {
    case inline
    case mark(Marks)
    case link
    case lineBreak
    case divider
    case block
    case heading(Int)
    case termOfList
    case list(ordered: Bool)
    case item
    case quote
    /// Quoted words inside a sentence.
    case quotedWords
    case preformatted
    case figure
    case figcaption
    case table
    case tableCaption
    case tableHead
    case row
    case cell(isHeader: Bool)
    case picture
    case media(Embed.Medium)
    case details
    case summary
    case frame
    case script
    case form
    case drawing
    case dropped

    var isDropped: Bool {
        switch self {
        case .script, .form, .dropped: true
        default: false
        }
    }

    /// Begins a block of text.
    var isBlock: Bool {
        switch self {
        case .block, .details, .summary, .heading, .termOfList, .list, .item, .quote, .preformatted, .figure, .table: true
        default: false
        }
    }

    var isLineBreak: Bool { if case .lineBreak = self { true } else { false } }

    static func of(_ node: HTMLNode) -> HTMLRole { node.tag.map { byTag[$0] } ?? roles[node.name] ?? .inline }

    private static let byTag: [HTMLRole] = HTMLNode.table(roles, default: .inline)

    private static let roles: [String: HTMLRole] = {
        var roles: [String: HTMLRole] = [
            "b": .mark(.strong), "strong": .mark(.strong), "i": .mark(.emphasis), "em": .mark(.emphasis), "cite": .mark(.emphasis),
            "dfn": .mark(.emphasis), "sub": .mark(.subscript), "sup": .mark(.superscript), "s": .mark(.strikethrough),
            "strike": .mark(.strikethrough),
            "del": .mark(.strikethrough), "code": .mark(.code), "kbd": .mark(.code), "samp": .mark(.code), "tt": .mark(.code),
            "q": .quotedWords, "a": .link, "br": .lineBreak, "hr": .divider,
            "h1": .heading(2), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4), "h5": .heading(4), "h6": .heading(4),
            "dt": .termOfList, "ul": .list(ordered: false), "menu": .list(ordered: false), "dir": .list(ordered: false), "ol": .list(ordered: true),
            "li": .item, "blockquote": .quote, "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted, "plaintext": .preformatted,
            "figure": .figure, "figcaption": .figcaption,
            "table": .table, "caption": .tableCaption, "thead": .tableHead, "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true),
            "img": .picture, "image": .picture, "video": .media(.video), "audio": .media(.audio),
            "details": .details, "summary": .summary,
            "iframe": .frame, "embed": .frame, "object": .frame, "applet": .frame, "frame": .frame, "script": .script,
            "svg": .drawing, "math": .drawing, "canvas": .drawing,
        ]
        for name in ["input", "select", "textarea", "button", "datalist", "output", "progress", "meter", "keygen"] { roles[name] = .form }
        for name in [
            "title", "style", "noscript", "template", "noembed", "noframes", "frameset", "meta", "link", "base", "param", "source", "track", "map",
            "area", "basefont", "bgsound", "command", "rp",
        ] {
            roles[name] = .dropped
        }
        for name in [
            "address", "article", "aside", "body", "center", "dd", "dialog", "div", "dl", "fieldset", "footer", "form", "header", "hgroup",
            "html", "legend", "main", "nav", "optgroup", "option", "p", "section", "tbody", "tfoot",
        ] {
            roles[name] = .block
        }
        return roles
    }()
}
