import PortalNetwork
import RichText
import Speech
import Vietnamese
import Web

/// What of an item's public text is read aloud, and how: headings with their pauses, lists one by one, tables row by row with the names of their columns,
/// pictures by their captions.
struct ReadingScript {
    /// Raised when the same text is to be read otherwise than before.
    static let version = 1

    /// Milliseconds of silence after each.
    enum Pause {
        static let title = 900, heading = 600, paragraph = 450, row = 300, divider = 900
    }
    /// About two hours and a half; what is longer is left to the page.
    static let longest = 100_000

    private let words: Words
    private let language: Language
    private let speak: @Sendable (String) -> String
    private var passages: [SpeechScript.Passage] = []
    private var length = 0
    private var isFull = false

    static func of(_ blocks: [Block], in language: Language, lexicon: SpeechLexicon, words: Words) -> SpeechScript {
        var script = ReadingScript(language, lexicon, words)
        script.read(blocks)
        if script.isFull { script.say(words.text("listening.rest", language), Pause.paragraph, always: true) }
        return SpeechScript(language: language.rawValue, script.passages)
    }

    private init(_ language: Language, _ lexicon: SpeechLexicon, _ words: Words) {
        self.words = words
        self.language = language
        switch language {
        case .vi:
            let vietnamese = SpokenVietnamese(lexicon)
            speak = { vietnamese($0) }
        case .en:
            let english = LightSpeech(.en)
            speak = { english($0) }
        case .zh:
            let chinese = LightSpeech(.zh)
            speak = { chinese($0) }
        }
    }

    private mutating func say(_ text: String, _ pause: Int, always: Bool = false) {
        guard always || !isFull else { return }
        let spoken = speak(text)
        guard !spoken.isEmpty else { return }
        guard always || length + spoken.count <= Self.longest else {
            isFull = true
            return
        }
        length += spoken.count
        passages.append(SpeechScript.Passage(spoken, pause: pause))
    }

    /// A sentence of ours around a text of theirs.
    private mutating func announce(_ key: String, _ text: String, _ pause: Int, _ more: [String: String] = [:]) {
        say(words.text(key, language, more.merging(["text": text]) { first, _ in first }), pause)
    }

    private mutating func read(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .paragraph(let text): say(PlainText.of(text), Pause.paragraph)
            case .heading(let heading): say(PlainText.of(heading.text), heading.level == 2 ? Pause.title : Pause.heading)
            case .list(let list): read(list)
            case .quote(let quote): read(quote)
            case .table(let table): read(table)
            case .picture(let picture): read(picture)
            case .gallery(let gallery):
                announce("listening.gallery", PlainText.of(gallery.caption), Pause.paragraph, ["count": "\(gallery.pictures.count)"])
            case .embed(let embed):
                let text = embed.title.isEmpty ? PlainText.of(embed.caption) : embed.title
                if !text.isEmpty { announce(embed.medium == .video ? "listening.video" : "listening.audio", text, Pause.paragraph) }
            case .attachment(let attachment):
                if !attachment.title.isEmpty { announce("listening.attachment", attachment.title, Pause.paragraph) }
            case .divider: lengthenPause(to: Pause.divider)
            case .preformatted(let text):
                for line in text.split(separator: "\n") { say(String(line), Pause.row) }
            case .unknown: break
            }
        }
    }

    private mutating func lengthenPause(to pause: Int) {
        guard let last = passages.last, last.pause < pause else { return }
        passages[passages.count - 1] = SpeechScript.Passage(last.text, pause: pause)
    }

    private mutating func read(_ list: List) {
        for (offset, item) in list.items.enumerated() {
            var item = item
            // The number stands before the first words of the item.
            if list.ordered, case .paragraph(let text)? = item.first { item[0] = .paragraph([Inline.text("\(list.start + offset). ")] + text) }
            let first = passages.count
            read(item)
            if passages.count == first + 1, let last = passages.last { passages[first] = SpeechScript.Passage(last.text, pause: Pause.row) }
        }
        lengthenPause(to: Pause.paragraph)
    }

    private mutating func read(_ quote: Quote) {
        if quote.cite.isEmpty { return read(quote.blocks) }
        announce("listening.quote", PlainText.of(quote.cite), Pause.row)
        read(quote.blocks)
    }

    private mutating func read(_ picture: Picture) {
        let caption = PlainText.of(picture.caption)
        // Who listens may not see: without a caption what the picture shows is said.
        let text = caption.isEmpty && !picture.decorative ? picture.alt : caption
        if !text.isEmpty { announce("listening.picture", text, Pause.paragraph) }
    }

    private mutating func read(_ table: Table) {
        let reading = TableReading(table)
        let caption = PlainText.of(table.caption)
        if caption.isEmpty { announce("listening.table-plain", "", Pause.row) } else { announce("listening.table", caption, Pause.row) }
        guard reading.canBeRead else { return announce("listening.table-large", "", Pause.paragraph, ["rows": "\(reading.count)"]) }
        for row in reading.rows { say(row, Pause.row) }
        announce("listening.table-end", "", Pause.paragraph)
    }
}
