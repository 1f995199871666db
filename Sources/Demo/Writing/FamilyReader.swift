/// Reads families from their plain text (`Family` says how it is written).
struct FamilyReader {
    private var families: [Family] = []
    private var line = 0
    private var last = ""

    /// - Throws: `FamilyFault` naming the family and the line.
    static func read(_ text: String) throws(FamilyFault) -> [Family] {
        var reader = FamilyReader()
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.line += 1
            let row = String(row.drop { $0 == " " })
            if row.isEmpty || row.hasPrefix("//") { continue }
            do { try reader.take(row) } catch {
                throw FamilyFault(family: reader.families.last?.name ?? "", line: error.line, problem: error.problem)
            }
        }
        for family in reader.families { try reader.check(family) }
        return reader.families
    }

    private mutating func take(_ row: String) throws(FamilyFault) {
        if row.hasPrefix("=== ") {
            families.append(Family(name: String(row.dropFirst(4))))
            last = ""
            return
        }
        guard !families.isEmpty else { throw fault("a line before the first family") }
        if row.hasPrefix("| ") {
            guard !last.isEmpty else { throw fault("another wording of nothing") }
            try addText(key: last, isOptional: false, text: String(row.dropFirst(2)), isAlternative: true)
            return
        }
        if row.hasPrefix("let ") {
            try define(String(row.dropFirst(4)))
            return
        }
        guard let colon = row.firstIndex(of: ":") else { throw fault("no field in '\(row)'") }
        var key = String(row[..<colon])
        let value = String(row[row.index(after: colon)...].drop { $0 == " " })
        let isOptional = key.hasSuffix("?")
        if isOptional { key.removeLast() }
        if try setHeader(key, value) {
            last = ""
        } else {
            try addText(key: key, isOptional: isOptional, text: value, isAlternative: false)
            last = key
        }
    }

    private mutating func setHeader(_ key: String, _ value: String) throws(FamilyFault) -> Bool {
        let i = families.count - 1
        let words = value.split(separator: " ").map(String.init)
        switch key {
        case "for": families[i].sites = Set(words)
        case "by": families[i].actors = words
        case "section":
            for entry in value.split(separator: ",") {
                let pair = entry.split(separator: "=").map { $0.filter { $0 != " " } }
                if pair.count == 2 { families[i].sectionExceptions[pair[0]] = pair[1] } else { families[i].section = pair.first ?? "" }
            }
        case "months": families[i].months = try months(value)
        case "pictures": families[i].scenes = words
        case "tags": families[i].tags = try parts(value, ";")
        case "topic": families[i].topic = value
        case "terrain": families[i].terrain = Set(words)
        case "event": families[i].event = value
        default: return false
        }
        return true
    }

    private mutating func addText(key: String, isOptional: Bool, text: String, isAlternative: Bool) throws(FamilyFault) {
        let i = families.count - 1
        switch key {
        case "T": families[i].titles.append(try Phrase.parse(text, line: line))
        case "K": families[i].kickers.append(try Phrase.parse(text, line: line))
        case "S": families[i].standfirsts.append(try Phrase.parse(text, line: line))
        case "C": families[i].captions.append(try Phrase.parse(text, line: line))
        default:
            guard let part = Family.Part(rawValue: key) else { throw fault("unknown field '\(key)'") }
            let cells: [[Phrase]]
            switch part {
            case .list, .tableHead, .tableRow: cells = try parts(text, ";;")
            case .quote, .document: cells = try parts(text, ">>")
            case .paragraph, .heading, .tableCaption: cells = [try Phrase.parse(text, line: line)]
            }
            if isAlternative, let row = families[i].body.indices.last {
                families[i].body[row].wordings.append(cells)
            } else {
                families[i].body.append(Family.Line(part: part, isOptional: isOptional, wordings: [cells]))
            }
        }
    }

    private func parts(_ text: String, _ separator: String) throws(FamilyFault) -> [[Phrase]] {
        var result: [[Phrase]] = []
        for piece in text.pieces(separatedBy: separator) { result.append(try Phrase.parse(piece.trimmedSpaces, line: line)) }
        return result
    }

    private func months(_ value: String) throws(FamilyFault) -> Set<Int> {
        var result: Set<Int> = []
        for span in value.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let ends = span.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let end = ends.last, (1...12).contains(first), (1...12).contains(end) else {
                throw fault("months '\(value)'")
            }
            var month = first
            result.insert(month)
            while month != end {
                month = month % 12 + 1
                result.insert(month)
            }
        }
        return result
    }

    private mutating func define(_ text: String) throws(FamilyFault) {
        guard let equals = text.firstIndex(of: "=") else { throw fault("let without '='") }
        let names = text[..<equals].split(separator: ",").map { $0.filter { $0 != " " } }
        let value = String(text[text.index(after: equals)...]).trimmedSpaces
        families[families.count - 1].definitions.append(Family.Definition(names: names, measure: try measure(value, count: names.count)))
    }

    private func measure(_ value: String, count: Int) throws(FamilyFault) -> Family.Measure {
        if value.hasPrefix("doc ") {
            let words = value.split(separator: " ").map(String.init)
            guard words.count >= 2 else { throw fault("doc without a suffix") }
            return .document(suffix: words[1], days: words.count > 2 ? Int(words[2]) ?? 0 : 0)
        }
        if value.contains("% of ") {
            let halves = value.pieces(separatedBy: " of ")
            let ends = halves[0].pieces(separatedBy: "..").compactMap { Int($0.filter { $0 != "%" }) }
            guard ends.count == 2, ends[0] <= ends[1] else { throw fault("share '\(value)'") }
            return .share(ends[0]...ends[1], of: halves[1].trimmedSpaces)
        }
        if let range = try range(value) { return range }
        if !value.contains("|"), value.contains(" + ") || value.contains(" - "), !value.contains("{") {
            var sign = 1
            var terms: [(sign: Int, name: String)] = []
            for word in value.split(separator: " ") {
                switch word {
                case "+": sign = 1
                case "-": sign = -1
                default: terms.append((sign, String(word)))
                }
            }
            return .sum(terms)
        }
        var options: [[[Phrase]]] = []
        for option in value.pieces(separatedBy: " | ") {
            let cells = count == 1 ? [try Phrase.parse(option.trimmedSpaces, line: line)] : try parts(option.trimmedSpaces, " / ")
            guard cells.count == count else { throw fault("'\(option)' has \(cells.count) parts, not \(count)") }
            options.append(cells)
        }
        return .tuple(options)
    }

    /// `30..60/5` or `2.1..4.8`; nil when the value is something else.
    private func range(_ value: String) throws(FamilyFault) -> Family.Measure? {
        let halves = value.pieces(separatedBy: "..")
        guard halves.count == 2, let first = halves[0].first, first.isNumber else { return nil }
        let tail = halves[1].pieces(separatedBy: "/")
        if halves[0].contains("."), let low = Double(halves[0]), let high = Double(tail[0]), low <= high {
            return .tenths(Int((low * 10).rounded())...Int((high * 10).rounded()))
        }
        guard let low = Int(halves[0]), let high = Int(tail[0]), low <= high else { throw fault("range '\(value)'") }
        return .whole(low...high, step: tail.count > 1 ? max(1, Int(tail[1]) ?? 1) : 1)
    }

    private func check(_ family: Family) throws(FamilyFault) {
        func fail(_ problem: String) -> FamilyFault { FamilyFault(family: family.name, line: 0, problem: problem) }
        if family.titles.isEmpty || family.standfirsts.isEmpty || family.body.isEmpty { throw fail("title, standfirst or body is missing") }
        if family.sites.isEmpty || family.section.isEmpty { throw fail("says not where it belongs") }
        let own = Set(family.definitions.flatMap(\.names))
        let used = family.slots.union(family.definitions.flatMap(\.dependencies))
        for name in own.subtracting(used).sorted() { throw fail("'\(name)' is defined and never used") }
        for slot in family.slots.sorted() where !own.contains(slot) && !Writer.knows(slot) { throw fail("nothing fills '\(slot)'") }
    }

    private func fault(_ problem: String) -> FamilyFault { FamilyFault(family: "", line: line, problem: problem) }
}
