/// Numbers that belong to a person: telephones, identity, tax, insurance, accounts; and those that must stand.
struct NumberCheck {
    private typealias Label = NumberWordTables.Label
    private let registers: Registers
    private var tables: NumberWordTables { registers.numbers }

    init(_ registers: Registers) { self.registers = registers }

    func read(_ passage: inout Passage, _ groups: DigitGroups, _ trail: LabelTrail) {
        var index = 0
        while index < groups.groups.count {
            index = max(index + 1, number(index, &passage, groups, trail))
        }
        SpeltNumberCheck(registers).read(&passage)
    }

    /// Laws and letters of offices: "15/2024/NĐ-CP", "123/UBND-KT".
    func keepDocuments(_ passage: inout Passage, _ groups: DigitGroups) {
        let codes = passage.codes
        for (index, group) in groups.groups.enumerated() {
            guard group.end + 2 < codes.count, codes[group.end] == 0x2F, Letters.isLetter(codes[group.end + 1]),
                Letters.isLetter(codes[group.end + 2])
            else { continue }
            var first = index
            while first > 0, index - first < 3, groups.groups[first].start == groups.groups[first - 1].end + 1,
                codes[groups.groups[first - 1].end] == 0x2F
            {
                first -= 1
            }
            passage.keep(groups.groups[first].start..<group.end)
        }
    }

    /// Looks at the number that begins with a group; the group after what was found.
    private func number(_ index: Int, _ passage: inout Passage, _ groups: DigitGroups, _ trail: LabelTrail) -> Int {
        let codes = passage.codes
        var run = groups.run(index, codes)
        for place in run where passage.claims[groups.groups[place].start] != .free {
            run = index..<place
            break
        }
        guard !run.isEmpty else { return index }
        let word = passage.word(at: groups.groups[index].start)
        let shape = NumberShape(groups, run, codes)
        if let end = shape.hotline {
            passage.keep(groups.scalars(index..<end))
            return end
        }
        let label = trail.label(word)
        if let label, let found = labelled(label, shape) {
            if found.kind == .phone, let end = phone(found.end, isMobile: shape.isMobile(found.end), true, index, word, &passage, groups) {
                return end
            }
            return put(found.kind, .certain, .numberLabelled, found.placeholder, index..<found.end, &passage, groups)
        }
        if let end = shape.phone, !isGlued(groups.groups[index].start, codes) {
            return phone(end, isMobile: shape.isMobile(end), false, index, word, &passage, groups) ?? end
        }
        guard !shape.isAmount, label != .law, !isAmount(run, word, passage, groups) else { return index }
        if let end = shape.taxWithBranch { return put(.taxCode, .likely, .numberShaped, "tax", index..<end, &passage, groups) }
        if let end = shape.identity {
            return put(.identity, shape.isPlain(end) ? .certain : .likely, .numberShaped, "identity", index..<end, &passage, groups)
        }
        if let end = shape.account, isNearBank(index..<end, passage, groups) {
            return put(.bankAccount, .likely, .numberShaped, "bank", index..<end, &passage, groups)
        }
        let group = groups.groups[index]
        if (8...19).contains(group.count), !group.isDisguised, !isGlued(group.start, codes), !isJoinedAfter(group.end, codes) {
            let isIdentity = group.count == 9 || group.count == 12
            return put(
                isIdentity ? .identity : .number,
                .possible,
                .numberUnknown,
                isIdentity ? "identity" : "number",
                index..<index + 1,
                &passage,
                groups
            )
        }
        return index
    }

    private func put(
        _ kind: SecretKind,
        _ confidence: Confidence,
        _ reason: Reason,
        _ placeholder: String,
        _ range: Range<Int>,
        _ passage: inout Passage,
        _ groups: DigitGroups
    ) -> Int {
        let isDisguised = range.contains { groups.groups[$0].isDisguised }
        passage.add(Finding(groups.scalars(range), kind, confidence, isDisguised ? .numberDisguised : reason, placeholder))
        return range.upperBound
    }

    /// A telephone: an office's stands, or is offered where it is a mobile. With a plus or a bracket before it.
    private func phone(
        _ end: Int,
        isMobile: Bool,
        _ isLabelled: Bool,
        _ index: Int,
        _ word: Int,
        _ passage: inout Passage,
        _ groups: DigitGroups
    ) -> Int? {
        var range = groups.scalars(index..<end)
        let codes = passage.codes
        while range.lowerBound > 0, range.count < 40, codes[range.lowerBound - 1] == 0x2B || codes[range.lowerBound - 1] == 0x28,
            passage.claims[range.lowerBound - 1] == .free
        {
            range = range.lowerBound - 1..<range.upperBound
        }
        // A bracket that is not closed in the number is the text's.
        if codes[range.lowerBound] == 0x28, !codes[range].contains(0x29) { range = range.lowerBound + 1..<range.upperBound }
        let isDisguised = (index..<end).contains { groups.groups[$0].isDisguised }
        if isOffice(word, passage) {
            if !isMobile {
                passage.keep(range)
                return end
            }
            passage.add(Finding(range, .phone, .possible, .numberAgency, "phone"))
            return end
        }
        let reason: Reason = isDisguised ? .numberDisguised : isLabelled ? .numberLabelled : .numberShaped
        let confidence: Confidence = isDisguised && !isLabelled ? .likely : isMobile || isLabelled ? .certain : .likely
        passage.add(Finding(range, .phone, confidence, reason, "phone"))
        return end
    }

    /// Whether the nearest word that says whose telephone it is names an office or a hotline.
    private func isOffice(_ word: Int, _ passage: Passage) -> Bool {
        var index = word - 1
        while index >= max(0, word - 14), index < passage.words.count, passage.areTogether(index, min(word, passage.words.count - 1)) {
            if registers.places.hotlines.match(endingAt: index, in: passage) != nil { return true }
            if registers.places.agencies.match(endingAt: index, in: passage) != nil { return true }
            if registers.places.persons.match(endingAt: index, in: passage) != nil { return false }
            index -= 1
        }
        return false
    }

    private func labelled(_ label: Label, _ shape: NumberShape) -> (kind: SecretKind, placeholder: String, end: Int)? {
        switch label {
        case .phone: (shape.phone ?? shape.localPhone).map { (.phone, "phone", $0) }
        case .identity: (shape.end(of: 12) ?? shape.end(of: 9) ?? shape.end(atMost: 12, atLeast: 8)).map { (.identity, "identity", $0) }
        case .passport: shape.end(atMost: 9, atLeast: 7).map { (.identity, "passport", $0) }
        case .tax: (shape.taxWithBranch ?? shape.end(of: 10) ?? shape.end(of: 12) ?? shape.end(of: 13)).map { (.taxCode, "tax", $0) }
        case .insurance: (shape.end(of: 10) ?? shape.end(of: 13) ?? shape.end(atMost: 15, atLeast: 8)).map { (.insurance, "insurance", $0) }
        case .bank: shape.account.map { (.bankAccount, "bank", $0) }
        case .landbook: shape.end(atMost: 12, atLeast: 5).map { (.land, "landbook", $0) }
        case .dossier: shape.end(atMost: 19, atLeast: 6).map { (.dossier, "dossier", $0) }
        case .plate, .law: nil
        }
    }

    /// A currency or a unit after it, or a word of money before it.
    private func isAmount(_ run: Range<Int>, _ word: Int, _ passage: Passage, _ groups: DigitGroups) -> Bool {
        let after = passage.word(at: groups.groups[run.upperBound - 1].end)
        if after < passage.words.count, passage.words[after].gap.isPlain, tables.units.match(after, in: passage) != nil { return true }
        return word > 0 && word <= passage.words.count && tables.amounts.match(endingAt: word - 1, in: passage) != nil
            && groups.groups[run.lowerBound].count < 9
    }

    private func isNearBank(_ range: Range<Int>, _ passage: Passage, _ groups: DigitGroups) -> Bool {
        let after = passage.word(at: groups.groups[range.upperBound - 1].end)
        for index in after..<min(after + 4, passage.words.count) where tables.banks.match(index, in: passage) != nil { return true }
        let word = passage.word(at: groups.groups[range.lowerBound].start)
        for index in max(0, word - 5)..<max(0, word) where tables.banks.match(index, in: passage) != nil { return passage.areTogether(index, word) }
        return false
    }

    /// Part of a name, an address on the web or a longer sign.
    private func isGlued(_ start: Int, _ codes: [UInt32]) -> Bool {
        guard start > 0 else { return false }
        let before = codes[start - 1]
        return [0x2F, 0x5F, 0x3D, 0x2D, 0x23].contains(before) && start > 1 && !Letters.isSpace(codes[start - 2]) || before == 0x23
    }

    private func isJoinedAfter(_ end: Int, _ codes: [UInt32]) -> Bool {
        guard end + 1 < codes.count else { return false }
        return [0x2F, 0x5F, 0x3D, 0x2D, 0x2E].contains(codes[end]) && Letters.isASCIIAlphanumeric(codes[end + 1]) || Letters.isLetter(codes[end])
    }
}
