/// One reading of a caption file, line by line.
struct WebVTTReading {
    private let lines: [String]
    private var next = 0
    private var cues: [WebVTT.Cue] = []

    init(lines: [String]) { self.lines = lines }

    mutating func read() throws(WebVTTFault) -> [WebVTT.Cue] {
        let first = lines.first ?? ""
        guard first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t"), !first.contains("-->") else { throw fault(.header, 0) }
        next = 1
        guard lines.count > 1, lines[1].isEmpty else { throw fault(.headerGap, 1) }
        while next < lines.count {
            if lines[next].isEmpty { next += 1 } else { try block() }
        }
        guard !cues.isEmpty else { throw fault(.empty, max(0, lines.count - 1)) }
        return cues
    }

    private func fault(_ problem: WebVTTFault.Problem, _ index: Int) -> WebVTTFault { WebVTTFault(problem, line: index + 1) }

    private mutating func block() throws(WebVTTFault) {
        let start = next
        while next < lines.count, !lines[next].isEmpty { next += 1 }
        let first = lines[start]
        if first == "NOTE" || first.hasPrefix("NOTE ") || first.hasPrefix("NOTE\t") {
            for index in start..<next where lines[index].contains("-->") { throw fault(.arrow, index) }
            return
        }
        if ["STYLE", "REGION"].contains(first.trimmedEnd) { throw fault(.block, start) }
        let timing = first.contains("-->") ? start : start + 1
        guard timing < next, lines[timing].contains("-->") else { throw fault(.timing, min(timing, next - 1)) }
        try cue(timing: timing, end: next)
    }

    private mutating func cue(timing: Int, end: Int) throws(WebVTTFault) {
        let parts = lines[timing].split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard parts.count >= 3, parts[1] == "-->", let start = Self.time(parts[0]), let stop = Self.time(parts[2]) else {
            throw fault(.timing, timing)
        }
        guard stop > start else { throw fault(.duration, timing) }
        guard start >= cues.last?.start ?? 0 else { throw fault(.order, timing) }
        var seen: Set<Substring> = []
        for setting in parts.dropFirst(3) {
            guard let name = Self.settingName(setting), seen.insert(name).inserted else { throw fault(.setting, timing) }
        }
        var text = CueText()
        for index in timing + 1..<max(end, timing + 1) {
            guard !lines[index].contains("-->") else { throw fault(.arrow, index) }
            if let problem = text.read(lines[index]) { throw fault(problem, index) }
        }
        guard text.isClosed else { throw fault(.element, end - 1) }
        let words = PlainText.of([.text(TextRun(text.words))])
        guard !words.isEmpty else { throw fault(.empty, timing) }
        cues.append(WebVTT.Cue(start: start, end: stop, voice: text.voice, text: words))
    }

    /// `[hh:]mm:ss.ttt` in milliseconds.
    static func time(_ text: Substring) -> Int? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, let thousandths = number(halves[1], digits: 3...3) else { return nil }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let seconds = number(parts[parts.count - 1], digits: 2...2), seconds < 60,
            let minutes = number(parts[parts.count - 2], digits: 2...2), minutes < 60
        else { return nil }
        guard let hours = parts.count == 2 ? 0 : number(parts[0], digits: 2...4) else { return nil }
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// The name of a setting whose value has its form.
    private static func settingName(_ setting: Substring) -> Substring? {
        guard let colon = setting.firstIndex(of: ":") else { return nil }
        let name = setting[..<colon]
        let parts = setting[setting.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
        guard let value = parts.first, parts.count <= 2 else { return nil }
        let extra = parts.count == 2 ? parts[1] : nil
        let isRight =
            switch name {
            case "vertical": extra == nil && ["rl", "lr"].contains(value)
            case "line":
                (isPercentage(value) || Int(value).map { (-100...100).contains($0) } == true)
                    && (extra.map { ["start", "center", "end"].contains($0) } ?? true)
            case "position": isPercentage(value) && (extra.map { ["line-left", "center", "line-right"].contains($0) } ?? true)
            case "size": extra == nil && isPercentage(value)
            case "align": extra == nil && ["start", "center", "end", "left", "right"].contains(value)
            default: false
            }
        return isRight ? name : nil
    }

    private static func isPercentage(_ text: Substring) -> Bool {
        guard text.hasSuffix("%"), text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return false }
        return Double(text.dropLast()).map { (0...100).contains($0) } ?? false
    }
}

/// The words of a cue, its elements checked and taken out.
private struct CueText {
    private(set) var words = ""
    private(set) var voice: String?
    private var open: [Substring] = []

    private static let elements: Set<Substring> = ["b", "i", "u", "c", "v", "lang", "ruby", "rt"]
    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "lrm": "\u{200E}", "rlm": "\u{200F}", "quot": "\"", "apos": "'",
    ]

    /// A voice may stay open to the end of its cue.
    var isClosed: Bool { open.allSatisfy { $0 == "v" } }

    /// Reads one line; the problem in it, if there is one.
    mutating func read(_ line: String) -> WebVTTFault.Problem? {
        var rest = line[...]
        if !words.isEmpty { words += " " }
        while let character = rest.first {
            switch character {
            case "<":
                guard let end = rest.firstIndex(of: ">") else { return .element }
                guard element(rest[rest.index(after: rest.startIndex)..<end]) else { return .element }
                rest = rest[rest.index(after: end)...]
            case "&":
                guard let end = rest.firstIndex(of: ";"), let text = Self.entities[String(rest[rest.index(after: rest.startIndex)..<end])] else {
                    return .entity
                }
                words += text
                rest = rest[rest.index(after: end)...]
            default:
                words.append(character)
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    private mutating func element(_ tag: Substring) -> Bool {
        if tag.hasPrefix("/") {
            let name = tag.dropFirst()
            if name == "ruby", open.last == "rt" { open.removeLast() }
            guard let last = open.last, last == name else { return false }
            open.removeLast()
            return true
        }
        // A moment inside the cue: a word at a time.
        if tag.first?.isNumber == true { return WebVTTReading.time(tag) != nil }
        let name = tag.prefix { $0 != "." && $0 != " " && $0 != "\t" }
        guard Self.elements.contains(name), name != "rt" || open.last == "ruby" else { return false }
        let annotation = tag.firstIndex { $0 == " " || $0 == "\t" }.map { String(tag[$0...]).trimmedEnd.drop { $0 == " " || $0 == "\t" } } ?? ""
        if name == "v" || name == "lang" {
            guard !annotation.isEmpty else { return false }
            if name == "v", voice == nil { voice = String(annotation) }
        } else if !annotation.isEmpty {
            return false
        }
        open.append(name)
        return true
    }
}

extension String {
    fileprivate var trimmedEnd: Substring {
        var text = self[...]
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
