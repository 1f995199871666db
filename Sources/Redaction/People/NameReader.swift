import Vietnamese

/// Reads a name where one may stand: by capitals in a line where capitals say something, else by its syllables.
struct NameReader {
    private let registers: Registers
    private var names: NameWords { registers.names }
    private var people: PeopleWords { registers.people }
    private static let longest = 6

    init(_ registers: Registers) { self.registers = registers }

    func name(at index: Int, _ announcement: Announcement, trigger: Int?, _ passage: Passage) -> ReadName? {
        guard index < passage.words.count, passage.isFree(index) else { return nil }
        if passage.isCased(index), passage.words[index].isCapital, !passage.words[index].isNumber {
            if let name = capitals(index, announcement, passage) { return name }
            return nil
        }
        return syllables(index, announcement, trigger: trigger, passage)
    }

    // MARK: By capitals

    private func capitals(_ index: Int, _ announcement: Announcement, _ passage: Passage) -> ReadName? {
        let end = run(index, passage)
        let count = end - index
        // "N.V.A" hides a name already.
        if passage.words[index].length == 1, end == index + 1, end < passage.words.count, passage.words[end].gap == .dot { return nil }
        guard count > 0, !isNoName(index, count, passage) else { return nil }
        let isSurname = names.surnames.hasName(index, in: passage) || names.double.match(index, in: passage) != nil
        let isFull = isSurname && count > 1
        let parts = (index + 1..<max(end, index + 1)).count { names.isPart($0, passage) }
        switch announcement {
        case .introduced: return ReadName(end: end, isFull: isFull, confidence: .certain)
        case .said, .staff: return ReadName(end: end, isFull: isFull, confidence: isFull ? .certain : .likely)
        case .addressed:
            if !isFull, count > 1, registers.places.names.match(index, in: passage) != nil { return nil }
            return ReadName(end: end, isFull: isFull, confidence: isFull || count == 1 ? .certain : .likely)
        case .alone:
            guard isFull, parts > 0 else { return nil }
            let isCommon = names.common.hasName(index, in: passage)
            if let place = registers.places.names.match(index, in: passage), place.count >= 2, place.count >= count || !isCommon { return nil }
            if let known = people.publicNames.match(index, in: passage), known.count == count { return nil }
            if count == 2 {
                return isCommon && names.givens.hasName(index + 1, in: passage) ? ReadName(end: end, isFull: true, confidence: .likely) : nil
            }
            return ReadName(end: end, isFull: true, confidence: parts == count - 1 && isCommon ? .certain : .likely)
        }
    }

    /// The capitalised words that belong together.
    private func run(_ index: Int, _ passage: Passage) -> Int {
        var end = index
        while end < passage.words.count, end - index < Self.longest, passage.words[end].isCapital, passage.isFree(end) {
            let word = passage.words[end]
            if end > index {
                guard word.gap.isPlain || isApostrophe(word.start - 1, passage) && word.gap == .other else { break }
                if stops(end, index, passage) { break }
            }
            if word.shape == .mixed, (word.start..<word.end).contains(where: { Letters.digit(passage.codes[$0]) != nil }) { break }
            if word.shape == .upper, word.length > 1, !isSyllable(passage.text(word.start..<word.end)) { break }
            end += 1
        }
        return end
    }

    private func isApostrophe(_ place: Int, _ passage: Passage) -> Bool { place >= 0 && [0x27, 0x2019, 0x2BC].contains(passage.codes[place]) }

    /// "Nguyễn Văn An Giám đốc", "Trần Thị Bình Phường 5", "… Ông Lê".
    private func stops(_ place: Int, _ start: Int, _ passage: Passage) -> Bool {
        if people.offices.match(place, in: passage) != nil { return true }
        let count = place - start
        guard count >= 2, !(count == 2 && names.usual.hasName(place - 1, in: passage)) else { return false }
        let isPart = names.isPart(place, passage)
        if count < 3, isPart { return false }
        if registers.places.before.match(place, in: passage) != nil { return true }
        if !isPart || count >= 4 {
            if people.afterNames.has(place, in: passage) || people.honorifics.match(place, in: passage) != nil
                || people.staff.match(place, in: passage) != nil
            {
                return true
            }
        }
        return count >= 4 && names.surnames.has(place, in: passage) && !isPart
    }

    /// "Chủ tịch", "Bà Con", "Giám Đốc": capitals on what is no name.
    private func isNoName(_ index: Int, _ count: Int, _ passage: Passage) -> Bool {
        if people.offices.match(index, in: passage) != nil || people.staff.match(index, in: passage) != nil { return true }
        if let match = people.notNames.match(index, in: passage), match.count > 1 || count == 1 && !names.isPart(index, passage) { return true }
        if count == 1, registers.places.before.match(index, in: passage) != nil, !names.isPart(index, passage) { return true }
        return false
    }

    // MARK: By syllables

    private func syllables(_ index: Int, _ announcement: Announcement, trigger: Int?, _ passage: Passage) -> ReadName? {
        guard people.notNames.match(index, in: passage) == nil || isFamily(index, passage) else { return nil }
        if let full = family(index, announcement, trigger: trigger, passage) { return full }
        guard announcement != .alone, announcement != .staff else { return nil }
        return given(index, announcement, trigger: trigger, passage)
    }

    /// Family name and "văn" or "thị".
    private func isFamily(_ index: Int, _ passage: Passage) -> Bool {
        if let match = people.notNames.match(index, in: passage), match.count > 1 { return false }
        return index + 2 < passage.words.count && names.surnames.hasName(index, in: passage) && names.usual.hasName(index + 1, in: passage)
    }

    private func family(_ index: Int, _ announcement: Announcement, trigger: Int?, _ passage: Passage) -> ReadName? {
        let double = names.double.match(index, in: passage)
        guard double != nil || (announcement == .alone ? names.plain : names.surnames).hasName(index, in: passage) else { return nil }
        if let place = registers.places.names.match(index, in: passage), place.count > 1, announcement != .introduced { return nil }
        var end = index + (double?.count ?? 1)
        let first = end
        while end < passage.words.count, end - index < 5, passage.words[end].gap.isPlain, passage.isFree(end),
            names.isPart(end, passage) || passage.words[end].length == 1 && passage.words[end].shape != .number
        {
            let isNeeded = end == first || end == first + 1 && names.usual.hasName(end - 1, in: passage)
            if !isNeeded, people.afterNames.match(end, in: passage) != nil || people.notNames.match(end, in: passage).map({ $0.count > 1 }) ?? false {
                break
            }
            // A third and a fourth only where the one before can stand in the middle.
            if end > first + 1, !names.middles.hasName(end - 1, in: passage) || end > first + 2 && !passage.isMarked(end) { break }
            end += 1
        }
        let count = end - index
        let isUsual = count > 2 && names.usual.hasName(first, in: passage)
        guard count > 1, end > first, !(count == 2 && names.usual.hasName(first, in: passage)) else { return nil }
        let isMarked = passage.isMarked(index)
        switch announcement {
        case .introduced: return ReadName(end: end, isFull: true, confidence: .certain)
        case .said, .staff:
            guard count > 2 || isMarked || names.clear.hasName(index + 1, in: passage) else { return nil }
            return ReadName(end: end, isFull: true, confidence: isUsual ? .certain : .likely)
        case .addressed:
            guard count > 2 || isMarked || isClearTrigger(trigger, passage) else { return nil }
            return ReadName(end: end, isFull: true, confidence: isUsual || isMarked ? .certain : .likely)
        case .alone:
            guard count > 2, names.middles.hasName(first, in: passage),
                names.givens.hasName(end - 1, in: passage) || passage.words[end - 1].length == 1
            else {
                return nil
            }
            if let known = people.publicNames.match(index, in: passage), known.count == count { return nil }
            if isUsual { return ReadName(end: end, isFull: true, confidence: isMarked ? .certain : .likely) }
            guard names.common.hasName(index, in: passage) else { return nil }
            return ReadName(end: end, isFull: true, confidence: isMarked ? .likely : .possible)
        }
    }

    /// A given name without a family name: after "tôi tên là" anything that can be one, else only what is hardly anything else.
    private func given(_ index: Int, _ announcement: Announcement, trigger: Int?, _ passage: Passage) -> ReadName? {
        var end = index
        while end < passage.words.count, end - index < 3, end == index || passage.words[end].gap.isPlain, passage.isFree(end),
            names.isPart(end, passage)
        {
            if end > index, isBoundary(end, passage) { break }
            end += 1
        }
        guard end > index, isBoundary(end, passage) else { return nil }
        let isMarked = passage.isMarked(index)
        let isClear = (index..<end).allSatisfy { names.clear.hasName($0, in: passage) }
        switch announcement {
        case .introduced: return ReadName(end: end, isFull: false, confidence: isMarked || isClear ? .likely : .possible)
        case .said: return isMarked || isClear ? ReadName(end: end, isFull: false, confidence: isMarked ? .likely : .possible) : nil
        case .addressed:
            guard isClear || isMarked && !passage.isCased(index), isMarked || isClearTrigger(trigger, passage) else { return nil }
            guard isClear || isClearTrigger(trigger, passage) else { return nil }
            return ReadName(end: end, isFull: false, confidence: isClear && isMarked ? .likely : .possible)
        case .staff, .alone: return nil
        }
    }

    /// A name ends here: a sign, the end of the line, or a word that goes on with the sentence.
    private func isBoundary(_ index: Int, _ passage: Passage) -> Bool {
        guard index < passage.words.count, passage.words[index].gap.isPlain else { return true }
        return passage.words[index].isNumber || people.afterNames.match(index, in: passage) != nil
    }

    /// "ông", "anh", "chị": without marks hardly anything else; "ba", "co", "em", "con" are.
    private func isClearTrigger(_ trigger: Int?, _ passage: Passage) -> Bool {
        guard let trigger else { return false }
        return Self.clearTriggers.contains(passage.isMarked(trigger) ? passage.words[trigger].exact : passage.words[trigger].folded)
    }

    private static let clearTriggers = Set(
        ["ông", "bà", "anh", "chị", "chú", "bác", "cụ"].flatMap(Phrase.exact) + ["ông", "anh", "chị"].flatMap(Phrase.folded)
    )
}
