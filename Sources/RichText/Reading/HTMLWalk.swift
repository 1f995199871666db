import Vietnamese

/// One reading: walks the parsed document without recursion and hands text and borders to the builder.
struct HTMLWalk {
    /// What an element inherits from those around it.
    struct Context {
        var marks: Marks = []
        var language: String?
        var link: LinkTarget?
        var font: String?
        var isTiny = false
        var colour: InlineStyle.Paint?
        var background: InlineStyle.Paint = .colour((255, 255, 255))
        var manner = BlockBuilder.Manner()
        var isCredit = false
        var isWordMarker = false
        var isTableHead = false
        /// Inside a drawing or formula: its labels alone say nothing.
        var isDrawing = false
    }

    private struct Frame {
        var node: HTMLNode
        var next = 0
        var context: Context
        var role: HTMLRole
        /// A container was begun and must be ended.
        var began: Bool
    }

    static let maximumFindings = 200

    let reader: HTMLReader
    let isWord: Bool
    var builder = BlockBuilder()
    private(set) var findings: [Finding] = []
    /// Text that was hidden by size or colour, gathered until visible text comes.
    private var hidden = ""
    /// Numbers of the ordered lists that stand in cells, where they become words.
    private var numbers: [Int?] = []

    init(reader: HTMLReader, isWord: Bool) {
        self.reader = reader
        self.isWord = isWord
    }

    mutating func run(_ root: HTMLNode) {
        var stack = [Frame(node: root, context: Context(), role: .inline, began: false)]
        while let last = stack.indices.last {
            guard stack[last].next < stack[last].node.childCount else {
                leave(stack[last])
                stack.removeLast()
                continue
            }
            let child = stack[last].node.child(stack[last].next)
            stack[last].next += 1
            if let text = child.text {
                self.text(text, stack[last].context)
            } else if child.isElement, let frame = enter(child, stack[last].context) {
                stack.append(frame)
            }
        }
        reportHidden()
    }

    mutating func report(_ kind: Finding.Kind, _ detail: String = "") {
        if findings.count < Self.maximumFindings { findings.append(Finding(kind, detail)) }
    }

    // MARK: Text

    private mutating func text(_ source: String, _ context: Context) {
        let text = cleanText(reader.decodeLegacy(source, context.font))
        if context.isDrawing { return }
        if context.isWordMarker { return builder.wordMarker(text) }
        if isInvisible(context) {
            if hidden.utf8.count < 1000 { hidden += text }
            return
        }
        if context.isCredit, builder.isInWords { return builder.creditText(text) }
        let language = context.language.flatMap { VietnameseLetters.occur(in: text) && !$0.hasPrefix("vi") ? nil : $0 }
        builder.text(text, context.marks, language, context.link, context.manner)
    }

    private func isInvisible(_ context: Context) -> Bool {
        if context.isTiny { return true }
        switch (context.colour, context.background) {
        case (.transparent?, _): return true
        case (.colour(let text)?, .colour(let ground)):
            return max(abs(text.red - ground.red), abs(text.green - ground.green), abs(text.blue - ground.blue)) <= 16
        default: return false
        }
    }

    mutating func reportHidden() {
        if Shown.hasText(hidden) { report(.hiddenText, PlainText.of([.text(hidden)])) }
        hidden = ""
    }

    // MARK: Elements

    /// Nil when the element is not to be walked into.
    private mutating func enter(_ node: HTMLNode, _ outer: Context) -> Frame? {
        let role = HTMLRole.of(node)
        var context = outer
        var style: InlineStyle?
        if node.hasAttributes, !role.isDropped {
            if let source = node.attribute("style") { style = InlineStyle(source) }
            if style?.isHidden == true || node.attribute("hidden") != nil {
                let words = node.innerText(limit: 1000)
                if Shown.hasText(words) { report(.hiddenText, PlainText.of([.text(words)])) }
                return nil
            }
            inherit(node, style, &context)
        }
        // Browsers leave an unclosed drawing at the first block of text.
        if role.isBlock { context.isDrawing = false }
        var began = false
        switch role {
        case .inline: break
        case .mark(let marks): if !(style?.isBold == false && marks == .strong) { context.marks.formUnion(marks) }
        case .link: context.link = link(node) ?? outer.link
        case .lineBreak:
            builder.lineBreak()
            return nil
        case .divider:
            builder.flush()
            builder.append(.divider)
            return nil
        case .summary where builder.isInTranscript: return nil
        case .block, .details, .summary:
            builder.flush()
            if case .details = role, node.attribute("class") == "transcript", builder.endsInEmbed { began = builder.begin(.transcript) }
            inheritManner(node, style, &context.manner)
            context.manner.wordLevel = style?.wordListLevel.flatMap { $0 > 0 ? $0 : nil }
        case .heading(let level):
            builder.flush()
            context.manner.heading = level
        case .termOfList:
            builder.flush()
            context.marks.insert(.strong)
        case .list(let ordered):
            numbers.append(ordered ? 1 : nil)
            let start = node.attribute("start").flatMap { Int($0) }.flatMap { (0...9999).contains($0) ? $0 : nil } ?? 1
            began = builder.begin(.list(ordered: ordered, start: start))
        case .item:
            began = builder.begin(.item)
            if builder.isInWords { itemMarker() }
            context.manner.isLooseItem = !began
        case .quote:
            // Old editors indent with a quotation that has neither border nor padding.
            began = style.map { !$0.hasBorder } ?? false && node.attribute("style")?.contains("padding") == true ? false : builder.begin(.quote)
            if !began { builder.flush() }
        case .quotedWords: builder.text("“", context.marks, context.language, context.link, context.manner)
        case .preformatted:
            builder.flush()
            guard !builder.isInWords else { break }
            let text = cleanText(reader.decodeLegacy(node.innerText(limit: reader.maximumSize), context.font))
            if Shown.hasText(text) { builder.append(.preformatted(text)) }
            return nil
        case .figure: began = builder.begin(.figure)
        case .figcaption:
            if builder.isInFigure { began = builder.begin(.words(.figcaption)) } else { builder.flush() }
            context.manner = BlockBuilder.Manner()
        case .table: began = table(node, style)
        case .tableCaption:
            if builder.isInTable { began = builder.begin(.words(.tableCaption)) } else { builder.flush() }
            context.manner = BlockBuilder.Manner()
        case .tableHead: context.isTableHead = true
        case .row: if builder.isInTable { builder.beginRow(isHead: outer.isTableHead) } else { builder.flush() }
        case .cell(let isHeader):
            began = cell(node, isHeader: isHeader)
            context.manner = BlockBuilder.Manner()
            if !began { inheritManner(node, style, &context.manner) }
        case .picture:
            picture(node)
            return nil
        case .media(let medium):
            media(node, medium)
            return nil
        case .frame:
            frame(node)
            return nil
        case .script:
            report(.script, node.attribute("src") ?? "")
            return nil
        case .form:
            report(.form, node.name)
            return nil
        case .drawing:
            if !outer.isDrawing { report(.drawing, node.name) }
            context.isDrawing = true
        case .dropped: return nil
        }
        return Frame(node: node, context: context, role: role, began: began)
    }

    private mutating func leave(_ frame: Frame) {
        if frame.began { return builder.end() }
        switch frame.role {
        case .block, .details, .summary, .heading, .termOfList, .quote, .figcaption, .tableCaption, .item, .figure, .table, .row, .cell:
            builder.flush()
        case .quotedWords: builder.text("”", frame.context.marks, frame.context.language, frame.context.link, frame.context.manner)
        case .list: builder.flush()
        default: break
        }
        if case .list = frame.role { _ = numbers.popLast() }
    }

    /// A list inside a cell becomes lines of words.
    private mutating func itemMarker() {
        guard let last = numbers.indices.last else { return }
        let marker = numbers[last].map { "\($0). " } ?? "• "
        numbers[last]? += 1
        builder.text(marker, [], nil, nil, BlockBuilder.Manner())
    }

    private mutating func inherit(_ node: HTMLNode, _ style: InlineStyle?, _ context: inout Context) {
        if node.name == "font" {
            if let face = node.attribute("face") { context.font = InlineStyle.family(face.lowercased()) ?? context.font }
            if let colour = node.attribute("color") { context.colour = InlineStyle.paint(colour) }
        }
        if let ground = node.attribute("bgcolor") { context.background = InlineStyle.paint(ground) }
        if node.attribute("background") != nil { context.background = .unknown }
        if let tag = node.attribute("lang") ?? node.attribute("xml:lang"), !isWord {
            let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
            let own = reader.language.lowercased().prefix { $0 != "-" }
            context.language = primary == own || !Shown.isLanguage(tag) ? nil : tag
        }
        if node.attribute("class")?.split(separator: " ").contains("credit") == true { context.isCredit = true }
        for (name, value) in node.eventHandlers { report(.eventHandler, "\(name)=\(value)") }
        guard let style else { return }
        if let isTiny = style.isTiny { context.isTiny = isTiny }
        if let colour = style.colour { context.colour = colour }
        if let background = style.background, !background.isTransparent { context.background = background }
        if let font = style.fontFamily { context.font = font }
        if let isBold = style.isBold { context.marks = isBold ? context.marks.union(.strong) : context.marks.subtracting(.strong) }
        if let isItalic = style.isItalic { context.marks = isItalic ? context.marks.union(.emphasis) : context.marks.subtracting(.emphasis) }
        if style.isStruck { context.marks.insert(.strikethrough) }
        if style.isRaised { context.marks.insert(.superscript) }
        if style.isLowered { context.marks.insert(.subscript) }
        if style.wordListLevel == 0 { context.isWordMarker = true }
    }

    private func inheritManner(_ node: HTMLNode, _ style: InlineStyle?, _ manner: inout BlockBuilder.Manner) {
        if style?.isCentred == true || node.name == "center" || node.attribute("align")?.lowercased() == "center" { manner.isCentred = true }
        if Self.namesCaption(node) { manner.isCaption = true }
    }

    private static func namesCaption(_ node: HTMLNode) -> Bool {
        guard let classes = node.attribute("class")?.lowercased() else { return false }
        return ["caption", "chuthich", "chu-thich", "image-desc", "photo-desc", "img-note"].contains { classes.contains($0) }
    }

    private mutating func link(_ node: HTMLNode) -> LinkTarget? {
        guard let address = node.attribute("href") else { return nil }
        if WebAddress.isDangerous(address) {
            report(.dangerousAddress, address)
            return nil
        }
        switch WebAddress.resolve(address, base: reader.base) {
        case .address(let web):
            if let host = web.host, reader.isOwnHost(host), let id = ItemAddress.id(inPathOf: web.path) { return .item(id) }
            return .address(web.text)
        case .sitePath(let path): return ItemAddress.id(inPathOf: path).map { .item($0) } ?? .site(path)
        case .fragment: return nil
        case .otherHost, .relative, .refused:
            if !address.isEmpty { report(.brokenLink, address) }
            return nil
        }
    }
}
