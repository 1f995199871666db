/// A caption file (WebVTT, W3C), read strictly: what browsers would silently skip is a fault with its line, so nobody publishes captions that do not show.
///
/// Taken: notes, cues with identifiers, settings and the elements `b i u c v lang ruby rt`. Not taken: style and region blocks, which would let a file
/// change how a portal looks.
public struct WebVTT: Sendable, Hashable {
    public struct Cue: Sendable, Hashable {
        /// Milliseconds from the beginning.
        public var start: Int
        public var end: Int
        /// Who speaks, where the file says so (`<v Nguyễn Văn A>`).
        public var voice: String?
        /// The words without elements, lines joined by a space.
        public var text: String

        public init(start: Int, end: Int, voice: String? = nil, text: String) {
            self.start = start
            self.end = end
            self.voice = voice
            self.text = text
        }
    }

    /// Greatest size in bytes: some ten hours of speech.
    public static let maximumSize = 1 << 20

    public let cues: [Cue]

    /// - Throws: the first fault, with its line counted from 1.
    public init(_ bytes: some Collection<UInt8>) throws(WebVTTFault) {
        guard bytes.count <= Self.maximumSize else { throw WebVTTFault(.tooLarge, line: 1) }
        var reading = WebVTTReading(lines: try Self.lines(of: bytes))
        cues = try reading.read()
    }

    private static func lines(of bytes: some Collection<UInt8>) throws(WebVTTFault) -> [String] {
        let start: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : Array(bytes)
        var lines: [String] = []
        var line: [UInt8] = []
        var afterReturn = false
        func end() throws(WebVTTFault) {
            guard let text = String(validating: line, as: UTF8.self) else { throw WebVTTFault(.encoding, line: lines.count + 1) }
            guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw WebVTTFault(.control, line: lines.count + 1) }
            lines.append(text)
            line.removeAll(keepingCapacity: true)
        }
        for byte in start {
            if byte == 0x0A, afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D { try end() } else { line.append(byte) }
        }
        try end()
        return lines
    }
}

extension WebVTT {
    /// What is said, as paragraphs: a new one when somebody else speaks, and after a pause of two seconds. A beginning for an editor, not the last word.
    public var transcript: [Block] {
        var paragraphs: [(voice: String?, words: [String])] = []
        var last: Cue?
        for cue in cues where !cue.text.isEmpty {
            if let before = last, before.voice == cue.voice, cue.start - before.end < 2000 {
                paragraphs[paragraphs.count - 1].words.append(cue.text)
            } else {
                paragraphs.append((cue.voice, [cue.text]))
            }
            last = cue
        }
        return paragraphs.map { paragraph in
            let words = Inline.text(TextRun(paragraph.words.joined(separator: " ")))
            return .paragraph(paragraph.voice.map { [.text("\($0): ", .strong), words] } ?? [words])
        }
    }
}

/// What is wrong with a caption file, and where.
public struct WebVTTFault: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        case tooLarge = "too-large"
        case encoding, control, header
        /// A blank line is missing after the first line.
        case headerGap = "header-gap"
        case block, timing, order, duration, setting, arrow, element, entity, empty
    }

    public let problem: Problem
    public let line: Int

    public init(_ problem: Problem, line: Int) {
        self.problem = problem
        self.line = line
    }

    public var description: String { "line \(line): \(words)" }

    private var words: String {
        switch problem {
        case .tooLarge: "the file is larger than \(WebVTT.maximumSize / 1024) KB"
        case .encoding: "not UTF-8"
        case .control: "a control character"
        case .header: "the file must begin with WEBVTT"
        case .headerGap: "a blank line must follow the first"
        case .block: "STYLE and REGION blocks are not taken"
        case .timing: "not a timing such as 00:01.000 --> 00:04.500"
        case .order: "begins before the cue above it"
        case .duration: "ends before it begins"
        case .setting: "not a setting of a cue"
        case .arrow: "--> inside a text or identifier"
        case .element: "an unknown, unclosed or misplaced element"
        case .entity: "a bare & (write &amp;) or an unknown character reference"
        case .empty: "a cue without words, or no cue at all"
        }
    }
}
