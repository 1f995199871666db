import Vietnamese

/// Reads what a citizen wrote and proposes what the public edition should not show. It decides nothing: a person accepts or refuses.
///
/// Built once with its word lists and used from any number of tasks. Reading takes time in proportion to the text, whatever the text is.
/// Places are counted in Unicode scalars of the text in NFC (`Letter.Field` brings it there) and in UTF-16 code units of the same text.
public struct Redactor: Sendable {
    private let registers: Registers

    /// - Parameter units: names of administrative units without their kind ("Hoàng Mai", "Thái Thụy"), of today and before: of those that look
    ///   like persons the redactor then knows better. Provinces it knows itself.
    public init(units: some Sequence<String> = [String]()) {
        registers = Registers(.house, units: Array(units))
    }

    /// The proposals for a letter in the order of its fields and their texts; they never overlap.
    public func proposals(in letter: Letter, language: EditionLanguage = .vi) -> [Proposal] {
        var passages = letter.fields.enumerated().filter { !$0.element.isFileName }.map { Passage($0.element.text, field: $0.offset) }
        for index in passages.indices { read(&passages[index]) }
        let labels = PersonFinder(registers).read(&passages)
        return passages.flatMap { proposals(of: $0, labels, language) }
    }

    /// The same for one text.
    public func proposals(in text: String, language: EditionLanguage = .vi) -> [Proposal] {
        proposals(in: Letter([Letter.Field("text", text)]), language: language)
    }

    /// What stands for itself first: a telephone number in a link is the link's, a date in an identity is no date.
    private func read(_ passage: inout Passage) {
        MailCheck(registers).read(&passage)
        LinkCheck(registers).read(&passage)
        CoordinateCheck().read(&passage)
        let trail = LabelTrail(passage, registers.numbers)
        let groups = DigitGroups(passage)
        let numbers = NumberCheck(registers)
        numbers.keepDocuments(&passage, groups)
        PlotCheck(registers).read(&passage)
        DateCheck(registers.numbers).read(&passage, groups)
        DossierCheck().read(&passage, trail)
        PlateCheck().read(&passage, trail)
        SerialCheck(registers).read(&passage, trail)
        numbers.read(&passage, groups, trail)
        AddressCheck(registers).read(&passage)
        HealthCheck(registers).read(&passage)
    }

    private func proposals(of passage: Passage, _ labels: [String], _ language: EditionLanguage) -> [Proposal] {
        var units = UTF16Places(passage.codes)
        return passage.findings.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { finding in
            Proposal(
                field: passage.field,
                range: finding.range,
                utf16: units.place(of: finding.range),
                kind: finding.kind,
                confidence: finding.confidence,
                reason: finding.reason,
                quote: passage.text(finding.range),
                replacement: finding.person.map { labels[$0] } ?? placeholder(finding.placeholder, language),
                person: finding.person
            )
        }
    }

    private func placeholder(_ key: String, _ language: EditionLanguage) -> String {
        let texts = registers.placeholders[key] ?? []
        let index = EditionLanguage.allCases.firstIndex(of: language) ?? 0
        return texts.indices.contains(index) ? texts[index] : "[…]"
    }
}

/// Scalars to UTF-16 code units, for ranges in rising order: one pass over the text.
private struct UTF16Places {
    private let codes: [UInt32]
    private var scalar = 0
    private var unit = 0

    init(_ codes: [UInt32]) { self.codes = codes }

    mutating func place(of range: Range<Int>) -> Range<Int> {
        let start = move(to: range.lowerBound)
        return start..<move(to: range.upperBound)
    }

    private mutating func move(to place: Int) -> Int {
        while scalar < place {
            unit += codes[scalar] > 0xFFFF ? 2 : 1
            scalar += 1
        }
        return unit
    }
}
