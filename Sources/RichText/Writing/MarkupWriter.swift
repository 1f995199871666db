import Vietnamese

/// Writes a body as our HTML: semantic, attributable, without inline style or script, the same bytes for the same input.
///
/// Only assets we hold are shown; a picture without one is its caption. Unknown blocks of later releases show nothing.
public struct MarkupWriter: Sendable {
    /// When browsers are to load pictures.
    public enum Loading: Sendable {
        /// When the reader comes near them.
        case lazy
        /// The first at once and before others: it stands at the top of a page. The rest lazily.
        case firstAtOnce
        /// All at once: for paper, which nobody scrolls.
        case atOnce
    }

    public var links: LinkPolicy
    /// Put before `/files/…`: empty, or the files' host ("https://files.example.vn").
    public var filesBase: String
    /// Where a picture is loaded from; nil for the file itself. All addresses must be paths under `/files/{commitment}/`, or none is used.
    public var picture: @Sendable (Picture) -> PictureAddress?
    /// How large a file is whose size its picture does not say, by the commitment.
    public var size: @Sendable (_ commitment: String) -> PictureSize?
    public var loading: Loading
    /// The name of the scroll region around a table without a caption, in the page's language.
    public var tableName: String
    /// What opens the text of a film or a recording, in the page's language.
    public var transcriptName: String

    public init(
        links: LinkPolicy = LinkPolicy(),
        filesBase: String = "",
        tableName: String = "Bảng",
        transcriptName: String = "Nội dung bằng chữ",
        loading: Loading = .lazy,
        size: @escaping @Sendable (_ commitment: String) -> PictureSize? = { _ in nil },
        picture: @escaping @Sendable (Picture) -> PictureAddress? = { _ in nil }
    ) {
        self.links = links
        self.filesBase = filesBase
        self.tableName = tableName
        self.transcriptName = transcriptName
        self.loading = loading
        self.size = size
        self.picture = picture
    }

    public func markup(of text: RichText) -> Markup {
        var writing = Writing(writer: self)
        writing.blocks(Shown.blocks(text.blocks))
        return writing.out.markup
    }

    /// Inlines alone, for a caption or a cell outside a body.
    public func markup(of inlines: [Inline]) -> Markup {
        var writing = Writing(writer: self)
        writing.inlines(inlines)
        return writing.out.markup
    }
}

extension MarkupWriter {
    /// One run of the writer over blocks that `Shown.blocks` prepared: the output and the heading ids already given.
    struct Writing {
        let writer: MarkupWriter
        var out = MarkupBytes()
        var headingIDs: Set<String> = []
        var hasPicture = false

        mutating func blocks(_ blocks: [Block]) {
            for block in blocks { self.block(block) }
        }

        mutating func block(_ block: Block) {
            switch block {
            case .paragraph(let text):
                out.raw("<p>")
                inlines(text)
                out.raw("</p>\n")
            case .heading(let heading): self.heading(heading)
            case .list(let list): self.list(list)
            case .quote(let quote): self.quote(quote)
            case .table(let table): self.table(table)
            case .picture(let picture): self.picture(picture)
            case .gallery(let gallery): self.gallery(gallery)
            case .embed(let embed): self.embed(embed)
            case .attachment(let attachment): self.attachment(attachment)
            case .divider: out.raw("<hr>\n")
            case .preformatted(let text):
                out.raw("<pre>\n")
                out.text(text, keepsLines: true)
                out.raw("</pre>\n")
            case .unknown: break
            }
        }

        mutating func inlines(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline {
                case .text(let run): self.run(run)
                case .lineBreak: out.raw("<br>")
                case .link(let target, let runs): link(target, runs)
                case .unknown(let json): out.text(Inline.plainText(of: json))
                }
            }
        }

        private mutating func link(_ target: LinkTarget, _ runs: [TextRun]) {
            let address = Shown.hasText(runs) ? writer.links.address(of: target) : nil
            if let address {
                out.raw("<a")
                out.attribute("href", address)
                if let relation = writer.links.relation(of: target) { out.attribute("rel", relation) }
                out.raw(">")
            }
            for run in runs { self.run(run) }
            if address != nil { out.raw("</a>") }
        }

        private mutating func run(_ run: TextRun) {
            guard !run.text.isEmpty else { return }
            let marks = Marks.all.filter { run.marks.contains($0.mark) }
            let language = run.language.flatMap { Shown.isLanguage($0) ? $0 : nil }
            if let language {
                out.raw("<span")
                out.attribute("lang", language)
                out.raw(">")
            }
            for mark in marks {
                out.raw("<")
                out.raw(mark.element)
                out.raw(">")
            }
            out.text(run.text)
            for mark in marks.reversed() {
                out.raw("</")
                out.raw(mark.element)
                out.raw(">")
            }
            if language != nil { out.raw("</span>") }
        }

        private mutating func heading(_ heading: Heading) {
            let elements: [StaticString] = ["h2", "h3", "h4"]
            let element = elements[min(max(heading.level, 2), 4) - 2]
            out.raw("<")
            out.raw(element)
            out.attribute("id", headingID(PlainText.of(heading.text)))
            out.raw(">")
            inlines(heading.text)
            out.raw("</")
            out.raw(element)
            out.raw(">\n")
        }

        /// From the heading's words, so that a link to it outlives changes elsewhere in the text.
        private mutating func headingID(_ text: String) -> String {
            let words = slug(text, maxLength: 60)
            let base = words.isEmpty ? "muc" : "muc-\(words)"
            var id = base
            var number = 1
            while !headingIDs.insert(id).inserted {
                number += 1
                id = "\(base)-\(number)"
            }
            return id
        }

        private mutating func list(_ list: List) {
            out.raw(list.ordered ? "<ol" : "<ul")
            if list.ordered, list.start != 1 { out.attribute("start", list.start) }
            out.raw(">\n")
            for item in list.items {
                out.raw("<li>")
                // An item of one paragraph, perhaps with lists under it, needs no paragraph element.
                if case .paragraph(let text)? = item.first, item.dropFirst().allSatisfy(\.isList) {
                    inlines(text)
                    blocks(Array(item.dropFirst()))
                } else {
                    blocks(item)
                }
                out.raw("</li>\n")
            }
            out.raw(list.ordered ? "</ol>\n" : "</ul>\n")
        }

        private mutating func quote(_ quote: Quote) {
            if !quote.cite.isEmpty { out.raw("<figure class=\"quote\">\n") }
            out.raw("<blockquote>\n")
            blocks(quote.blocks)
            out.raw("</blockquote>\n")
            if !quote.cite.isEmpty {
                out.raw("<figcaption>")
                inlines(quote.cite)
                out.raw("</figcaption>\n</figure>\n")
            }
        }
    }
}

extension Block {
    var isList: Bool { if case .list = self { true } else { false } }
    var isPicture: Bool { if case .picture = self { true } else { false } }
}
