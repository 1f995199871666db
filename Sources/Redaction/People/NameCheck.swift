import Foundation
import Vietnamese

/// Walks through a passage and notes where somebody is named.
struct NameCheck {
    private let registers: Registers
    private let reader: NameReader
    private let places: PlaceSense
    private var people: PeopleWords { registers.people }
    /// How far before a name its office may end, in words.
    private static let reach = 14

    init(_ registers: Registers) {
        self.registers = registers
        reader = NameReader(registers)
        places = PlaceSense(registers)
    }

    func mentions(_ passage: Passage, number: Int) -> [Mention] {
        let accusing = accusingSentences(passage)
        var mentions: [Mention] = []
        var office: Int?
        var place: Int?
        var pending: Announcement?
        var index = 0
        while index < passage.words.count {
            guard passage.isFree(index) else {
                index += 1
                continue
            }
            let trigger = trigger(index, passage)
            if let match = people.offices.match(index, in: passage), match.count >= trigger?.count ?? 0 {
                index += match.count
                office = index
                continue
            }
            var start = index
            var announcement = Announcement.alone
            if let trigger {
                announcement = trigger.announcement
                start = after(index + trigger.count, announcement, passage) ?? passage.words.count
                if isAnotherTrigger(start, passage) {
                    pending = announcement
                    index = start
                    continue
                }
                if places.isPlace(index, passage) || isKnownPlace(index, trigger.count, passage) {
                    index += trigger.count
                    place = start
                    continue
                }
            }
            if pending == .introduced || pending == .said { announcement = .introduced }
            pending = nil
            guard start < passage.words.count, let name = read(start, announcement, trigger: trigger == nil ? nil : index, passage) else {
                index += max(1, trigger?.count ?? 1)
                continue
            }
            if announcement == .alone || announcement == .staff {
                let isFamily = start + 2 < name.end && registers.names.usual.hasName(start + 1, in: passage)
                if places.isPlace(start, passage) || place.map({ places.goesOn(from: $0, to: start, isFamily: isFamily, passage) }) ?? false {
                    place = name.end
                    index = name.end
                    continue
                }
            }
            let isSelf = announcement == .introduced || announcement == .said
            let isOffice = !isSelf && (isAfterOffice(office, index, passage) || isBeforeOffice(name.end, passage))
            mentions.append(mention(start..<name.end, name, announcement, isOffice, isSelf, accusing, passage, number))
            index = name.end
        }
        return mentions
    }

    private func read(_ start: Int, _ announcement: Announcement, trigger: Int?, _ passage: Passage) -> ReadName? {
        if let name = reader.name(at: start, announcement, trigger: trigger, passage) { return name }
        return nil
    }

    private func mention(
        _ words: Range<Int>,
        _ name: ReadName,
        _ announcement: Announcement,
        _ isOffice: Bool,
        _ isSelf: Bool,
        _ accusing: Set<Int>,
        _ passage: Passage,
        _ number: Int
    ) -> Mention {
        let reason: Reason =
            switch announcement {
            case .introduced, .said: .nameIntroduced
            case .addressed: .nameAddressed
            case .staff: .nameStaff
            case .alone: .nameAlone
            }
        return Mention(
            passage: number,
            words: words,
            isFull: name.isFull,
            confidence: announcement == .staff ? min(name.confidence, .likely) : name.confidence,
            reason: reason,
            isOffice: isOffice,
            isAccused: accusing.contains(passage.words[words.lowerBound].sentence),
            isSelf: isSelf,
            syllables: passage.words[words].map(\.folded),
            letters: words.map { Self.letter(passage.codes[passage.words[$0].start]) },
            hasMarks: passage.words[words].contains(where: \.hasMarks)
        )
    }

    // MARK: What announces

    private func trigger(_ index: Int, _ passage: Passage) -> (count: Int, announcement: Announcement)? {
        var best: (count: Int, announcement: Announcement)?
        for (table, announcement) in [
            (people.introducers, Announcement.introduced), (people.selves, .said), (people.staff, .staff), (people.honorifics, .addressed),
        ] {
            if let match = table.match(index, in: passage), match.count > best?.count ?? 0 { best = (match.count, announcement) }
        }
        return best
    }

    /// Where the name begins after what announces it, over signs and "là"; nil where something else begins.
    private func after(_ index: Int, _ announcement: Announcement, _ passage: Passage) -> Int? {
        guard index < passage.words.count else { return nil }
        let gap = passage.words[index].gap
        let isOpen = announcement == .introduced
        let allowed: Word.Gap = isOpen ? [.space, .dot, .colon, .dash, .line, .other] : [.space, .dot, .colon, .other]
        guard gap.subtracting(allowed).isEmpty else { return nil }
        if !isOpen, gap.contains(.other),
            !(passage.words[index].start > 0 && [0x22, 0x201C, 0x28].contains(passage.codes[passage.words[index].start - 1]))
        {
            return nil
        }
        if passage.words[index].length == 2, passage.words[index].folded == Self.copula, index + 1 < passage.words.count,
            !passage.isCased(index) || passage.words[index].shape == .lower
        {
            return passage.words[index + 1].gap.subtracting([.space, .colon]).isEmpty ? index + 1 : nil
        }
        return index
    }

    private static let copula = PhraseTable.digest(Phrase.folded("là"))

    private func isAnotherTrigger(_ index: Int, _ passage: Passage) -> Bool {
        guard index < passage.words.count, let trigger = trigger(index, passage) else { return false }
        // "ông Bác", "anh Em": a capital makes a name of it where capitals count.
        if passage.isCased(index), passage.words[index].isCapital, trigger.count == 1,
            index + 1 >= passage.words.count || !passage.words[index + 1].isCapital
        {
            return false
        }
        return true
    }

    private func isKnownPlace(_ index: Int, _ count: Int, _ passage: Passage) -> Bool {
        if let match = registers.places.names.match(index, in: passage), match.count > count { return true }
        if let match = people.publicNames.match(index, in: passage), match.count > count { return true }
        return false
    }

    // MARK: Offices

    /// Between the office and the name only an agency: "Chủ tịch UBND tỉnh Quảng Ninh, ông …".
    private func isAfterOffice(_ office: Int?, _ index: Int, _ passage: Passage) -> Bool {
        guard let office, office <= index, index - office <= Self.reach, passage.areTogether(office - 1, index) else { return false }
        return (office..<index).allSatisfy { word in
            people.agencies.has(word, in: passage) || passage.isCased(word) && passage.words[word].isCapital || passage.words[word].isNumber
        }
    }

    /// "ông Nguyễn Văn An, Chủ tịch UBND xã", "… là phó chủ tịch".
    private func isBeforeOffice(_ end: Int, _ passage: Passage) -> Bool {
        var index = end
        guard index < passage.words.count, !passage.words[index].gap.contains(.line), !passage.words[index].gap.contains(.stop) else { return false }
        if passage.words[index].folded == Self.copula, passage.words[index].gap.isPlain { index += 1 }
        guard index < passage.words.count, index > end || !passage.words[index].gap.isPlain else { return false }
        return people.offices.match(index, in: passage) != nil
    }

    private func accusingSentences(_ passage: Passage) -> Set<Int> {
        var sentences: Set<Int> = []
        for index in passage.words.indices where people.accusing.match(index, in: passage) != nil { sentences.insert(passage.words[index].sentence) }
        return sentences
    }

    /// The first letter without tone, as a capital: "ánh" → "A", "Đỗ" → "Đ", "ấn" → "Â".
    static func letter(_ code: UInt32) -> String {
        guard let scalar = Unicode.Scalar(code) else { return "" }
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            ![0x300, 0x301, 0x303, 0x309, 0x323].contains($0.value)
        }
        return uppercase(nfc(String(String.UnicodeScalarView(parts))))
    }
}
