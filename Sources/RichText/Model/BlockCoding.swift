extension Block: Codable {
    private enum Key: String, CodingKey { case type, text, level, ordered, start, items, blocks, cite }

    /// A block costs at most four steps of the coding path (blocks, index, items, index), so this bounds the stack of any reader.
    private static let maximumPath = RichText.maximumDepth * 4 + 16

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let type = try container.decode(String.self, forKey: .type)
        guard decoder.codingPath.count <= Self.maximumPath else {
            throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: "blocks nest deeper than \(RichText.maximumDepth)")
        }
        switch type {
        case "paragraph": self = .paragraph(try container.decode([Inline].self, forKey: .text))
        case "heading":
            self = .heading(Heading(level: try container.decode(Int.self, forKey: .level), text: try container.decode([Inline].self, forKey: .text)))
        case "list":
            self = .list(
                List(
                    ordered: try container.decodeIfPresent(Bool.self, forKey: .ordered) ?? false,
                    start: try container.decodeIfPresent(Int.self, forKey: .start) ?? 1,
                    items: try container.decode([[Block]].self, forKey: .items)
                )
            )
        case "quote":
            self = .quote(
                Quote(
                    try container.decode([Block].self, forKey: .blocks),
                    cite: try container.decodeIfPresent([Inline].self, forKey: .cite) ?? []
                )
            )
        case "table": self = .table(try Table(from: decoder))
        case "picture": self = .picture(try Picture(from: decoder))
        case "gallery": self = .gallery(try Gallery(from: decoder))
        case "embed": self = .embed(try Embed(from: decoder))
        case "attachment": self = .attachment(try Attachment(from: decoder))
        case "divider": self = .divider
        case "preformatted": self = .preformatted(try container.decode(String.self, forKey: .text))
        default: self = .unknown(try OpaqueJSON(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .unknown(let json) = self { return try json.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(typeName, forKey: .type)
        switch self {
        case .paragraph(let text): try container.encode(text, forKey: .text)
        case .heading(let heading):
            try container.encode(heading.level, forKey: .level)
            try container.encode(heading.text, forKey: .text)
        case .list(let list):
            if list.ordered { try container.encode(true, forKey: .ordered) }
            if list.start != 1 { try container.encode(list.start, forKey: .start) }
            try container.encode(list.items, forKey: .items)
        case .quote(let quote):
            try container.encode(quote.blocks, forKey: .blocks)
            if !quote.cite.isEmpty { try container.encode(quote.cite, forKey: .cite) }
        case .table(let table): try table.encode(to: encoder)
        case .picture(let picture): try picture.encode(to: encoder)
        case .gallery(let gallery): try gallery.encode(to: encoder)
        case .embed(let embed): try embed.encode(to: encoder)
        case .attachment(let attachment): try attachment.encode(to: encoder)
        case .preformatted(let text): try container.encode(text, forKey: .text)
        case .divider, .unknown: break
        }
    }

    private var typeName: String {
        switch self {
        case .paragraph: "paragraph"
        case .heading: "heading"
        case .list: "list"
        case .quote: "quote"
        case .table: "table"
        case .picture: "picture"
        case .gallery: "gallery"
        case .embed: "embed"
        case .attachment: "attachment"
        case .divider: "divider"
        case .preformatted: "preformatted"
        case .unknown: ""
        }
    }
}

extension Table: Codable {
    private enum Key: String, CodingKey { case caption, headerRows, headerColumns, rows }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            caption: try container.decodeIfPresent([Inline].self, forKey: .caption) ?? [],
            headerRows: try container.decodeIfPresent(Int.self, forKey: .headerRows) ?? 0,
            headerColumns: try container.decodeIfPresent(Int.self, forKey: .headerColumns) ?? 0,
            rows: try container.decode([[Cell]].self, forKey: .rows)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if !caption.isEmpty { try container.encode(caption, forKey: .caption) }
        if headerRows > 0 { try container.encode(headerRows, forKey: .headerRows) }
        if headerColumns > 0 { try container.encode(headerColumns, forKey: .headerColumns) }
        try container.encode(rows, forKey: .rows)
    }
}

extension Table.Cell: Codable {
    private enum Key: String, CodingKey { case text, colspan, rowspan }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decodeIfPresent([Inline].self, forKey: .text) ?? [],
            colspan: try container.decodeIfPresent(Int.self, forKey: .colspan) ?? 1,
            rowspan: try container.decodeIfPresent(Int.self, forKey: .rowspan) ?? 1
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if !text.isEmpty { try container.encode(text, forKey: .text) }
        if colspan > 1 { try container.encode(colspan, forKey: .colspan) }
        if rowspan > 1 { try container.encode(rowspan, forKey: .rowspan) }
    }
}
