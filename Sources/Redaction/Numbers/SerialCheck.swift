import Vietnamese

/// Letters and digits together: land certificates ("BK 123456"), passports ("C1234567"), cards of health insurance ("DN4010123456789").
struct SerialCheck {
    private let tables: NumberWordTables

    init(_ registers: Registers) { tables = registers.numbers }

    func read(_ passage: inout Passage, _ trail: LabelTrail) {
        var index = 0
        while index < passage.words.count {
            guard passage.isFree(index), let serial = serial(index, passage) else {
                index += 1
                continue
            }
            let label = trail.label(index)
            if let found = judge(serial, label) {
                passage.add(Finding(passage.words[index].start..<serial.end, found.kind, found.confidence, found.reason, found.placeholder))
            }
            index = max(index + 1, passage.word(at: serial.end))
        }
    }

    private struct Serial {
        let letters: Int
        let digits: Int
        let end: Int
        let isUpper: Bool
        let isDocument: Bool
    }

    /// One or two letters at the front of a word, then digits, in the same word or after a space, in parts where they are many.
    private func serial(_ index: Int, _ passage: Passage) -> Serial? {
        let codes = passage.codes
        let word = passage.words[index]
        guard
            word.gap.contains(.space) || word.gap.contains(.line) || word.gap.contains(.colon) || word.gap.contains(.other) || word.start == 0
                || word.gap.contains(.comma)
        else { return nil }
        var place = word.start
        var isUpper = true
        while place < word.end, place - word.start < 3, (codes[place] | 32) &- 0x61 < 26 || codes[place] == 0x110 || codes[place] == 0x111 {
            if !Letters.isUpper(codes[place]) { isUpper = false }
            place += 1
        }
        let letters = place - word.start
        guard letters == 1 || letters == 2 else { return nil }
        let isDocument = letters == word.length && tables.notSerials.has(index, in: passage)
        if place == word.end {
            guard place + 1 < codes.count, codes[place] == 0x20 || codes[place] == 0x2D || codes[place] == 0x2E else { return nil }
            place += 1
            if codes[place] == 0x20, place + 1 < codes.count { place += 1 }
        }
        var (digits, end) = (0, place)
        var parts = 0
        while place < codes.count, parts < 6, digits <= 15 {
            let start = place
            while place < codes.count, place - start < 20, codes[place] &- 0x30 < 10 { place += 1 }
            guard place > start else { break }
            digits += place - start
            end = place
            parts += 1
            guard place + 1 < codes.count, codes[place] == 0x20 || codes[place] == 0x2D, codes[place + 1] &- 0x30 < 10, letters == 2, digits < 13
            else { break }
            // Only a card of health insurance is written in parts.
            guard isCard(place, digits, codes) else { break }
            place += 1
        }
        guard digits > 3 || parts > 1 else { return nil }
        if end < codes.count, Letters.isLetter(codes[end]) || codes[end] &- 0x30 < 10 { return nil }
        return Serial(letters: letters, digits: digits, end: end, isUpper: isUpper, isDocument: isDocument)
    }

    /// Whether the parts that follow bring the digits to 13.
    private func isCard(_ start: Int, _ digits: Int, _ codes: [UInt32]) -> Bool {
        var (place, sum) = (start, digits)
        while place < codes.count, place - start < 20, codes[place] == 0x20 || codes[place] == 0x2D || codes[place] &- 0x30 < 10 {
            if codes[place] &- 0x30 < 10 { sum += 1 }
            if sum == 13 { return true }
            place += 1
        }
        return false
    }

    private func judge(_ serial: Serial, _ label: NumberWordTables.Label?) -> (
        kind: SecretKind, confidence: Confidence, reason: Reason, placeholder: String
    )? {
        if serial.letters == 2, serial.digits == 13, serial.isUpper || label == .insurance {
            return (.insurance, .certain, .numberShaped, "insurance")
        }
        guard !serial.isDocument || label == .landbook else { return nil }
        switch label {
        case .passport:
            return (7...8).contains(serial.digits) || serial.letters == 2 && serial.digits >= 6
                ? (.identity, .certain, .numberLabelled, "passport") : nil
        case .landbook: return (4...10).contains(serial.digits) ? (.land, .certain, .landBook, "landbook") : nil
        case .dossier, .law, .phone, .bank, .tax: return nil
        default: break
        }
        guard serial.isUpper else { return nil }
        if serial.letters == 1, serial.digits == 7 || serial.digits == 8 { return (.identity, .likely, .numberShaped, "passport") }
        if serial.letters == 2, serial.digits == 6 || serial.digits == 8 { return (.land, .likely, .landBook, "landbook") }
        return nil
    }
}
