import Vietnamese

/// Collects the inlines of one paragraph: white space collapsed as browsers show it, equal neighbours joined.
struct InlineBuffer {
    private enum Piece {
        case run(TextRun, LinkTarget?)
        case lineBreak
    }

    private var pieces: [Piece] = []
    private var gap = false
    /// Line breaks since the last text; they count once more text comes.
    private(set) var breaks = 0

    var isEmpty: Bool { pieces.isEmpty }

    /// Text as it stands in the source, already cleaned.
    mutating func append(_ text: String, _ marks: Marks, _ language: String?, _ link: LinkTarget?) {
        var words: [UInt8] = []
        words.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
                gap = true
            } else {
                if gap {
                    if words.isEmpty {
                        startAfterGap(marks, language, link, &words)
                    } else {
                        words.append(0x20)
                    }
                    gap = false
                } else if words.isEmpty {
                    writeBreaks()
                }
                words.append(byte)
            }
        }
        guard !words.isEmpty else { return }
        add(TextRun(String(decoding: words, as: UTF8.self), marks, language: language), link)
    }

    mutating func lineBreak() {
        gap = false
        breaks += 1
    }

    /// At least one line break before what follows, where something stands before it.
    mutating func boundary() {
        gap = false
        breaks = max(breaks, 1)
    }

    /// What was collected; the buffer is empty afterwards.
    mutating func take() -> [Inline] {
        defer { self = InlineBuffer() }
        var inlines: [Inline] = []
        var linked: (target: LinkTarget, runs: [TextRun])?
        func endLink() {
            if let linked { inlines.append(.link(linked.target, linked.runs)) }
            linked = nil
        }
        for piece in pieces {
            switch piece {
            case .lineBreak:
                endLink()
                inlines.append(.lineBreak)
            case .run(var run, let link):
                run.text = nfc(run.text)
                if linked?.target != link { endLink() }
                if let link {
                    if linked == nil { linked = (link, []) }
                    linked?.runs.append(run)
                } else {
                    inlines.append(.text(run))
                }
            }
        }
        endLink()
        return inlines
    }

    /// A space goes to the plainer of its neighbours, so that it is neither linked nor struck through without need.
    private mutating func startAfterGap(_ marks: Marks, _ language: String?, _ link: LinkTarget?, _ words: inout [UInt8]) {
        guard breaks == 0, case .run(let run, let target)? = pieces.last else { return writeBreaks() }
        let isPlain = marks.isEmpty && language == nil && link == nil
        let continues = run.marks == marks && run.language == language && target == link
        let lastIsPlain = run.marks.isEmpty && run.language == nil && target == nil
        if continues || isPlain && !lastIsPlain {
            words.append(0x20)
        } else {
            add(TextRun(" "), nil)
        }
    }

    private mutating func writeBreaks() {
        if breaks > 0, !pieces.isEmpty { pieces.append(.lineBreak) }
        breaks = 0
    }

    private mutating func add(_ run: TextRun, _ link: LinkTarget?) {
        if case .run(var last, let target)? = pieces.last, last.marks == run.marks, last.language == run.language, target == link {
            pieces.removeLast()
            last.text += run.text
            pieces.append(.run(last, link))
        } else {
            pieces.append(.run(run, link))
        }
    }
}
