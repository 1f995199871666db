/// One block of a body.
public enum Block: Sendable, Hashable {
    case paragraph([Inline])
    case heading(Heading)
    case list(List)
    case quote(Quote)
    case table(Table)
    case picture(Picture)
    case gallery(Gallery)
    case embed(Embed)
    case attachment(Attachment)
    case divider
    /// Text whose line breaks and spaces count.
    case preformatted(String)
    /// A kind of a later release; kept as it came.
    case unknown(OpaqueJSON)
}

/// A heading inside a body. The page's own title is level 1, so a body has 2 to 4.
public struct Heading: Sendable, Hashable {
    public static let levels = 2...4
    public var level: Int
    public var text: [Inline]

    /// A level outside 2 to 4 becomes the nearest one.
    public init(level: Int, text: [Inline]) {
        self.level = min(max(level, Self.levels.lowerBound), Self.levels.upperBound)
        self.text = text
    }
}

/// A list; each item is a sequence of blocks, so lists nest.
public struct List: Sendable, Hashable {
    public var ordered: Bool
    /// The number of the first item of an ordered list.
    public var start: Int
    public var items: [[Block]]

    public init(ordered: Bool, start: Int = 1, items: [[Block]]) {
        self.ordered = ordered
        self.start = ordered ? start : 1
        self.items = items
    }
}

/// A quotation with its source, where it has one.
public struct Quote: Sendable, Hashable {
    public var blocks: [Block]
    public var cite: [Inline]

    public init(_ blocks: [Block], cite: [Inline] = []) {
        self.blocks = blocks
        self.cite = cite
    }
}

/// A table of data (a table that only lays out a page is read as plain blocks).
public struct Table: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
        public static let spans = 1...200
        public var text: [Inline]
        public var colspan: Int
        public var rowspan: Int

        public init(_ text: [Inline], colspan: Int = 1, rowspan: Int = 1) {
            self.text = text
            self.colspan = min(max(colspan, Self.spans.lowerBound), Self.spans.upperBound)
            self.rowspan = min(max(rowspan, Self.spans.lowerBound), Self.spans.upperBound)
        }
    }

    public var caption: [Inline]
    /// How many rows at the top are headers of columns.
    public var headerRows: Int
    /// How many cells at the start of each further row are headers of that row.
    public var headerColumns: Int
    public var rows: [[Cell]]

    public init(caption: [Inline] = [], headerRows: Int = 0, headerColumns: Int = 0, rows: [[Cell]]) {
        self.caption = caption
        self.headerRows = max(0, headerRows)
        self.headerColumns = max(0, headerColumns)
        self.rows = rows
    }
}
