/// What is below the commune in somebody's address: house, flat, lane, hamlet. Streets and communes stand.
struct AddressCheck {
    private let places: PlaceWords
    /// After a word of dwelling an address goes on over so many words.
    private static let reach = 16

    init(_ registers: Registers) { places = registers.places }

    private struct Part {
        let words: Range<Int>
        let reason: Reason
        /// By itself it says where somebody lives: a house.
        let isStrong: Bool
    }

    func read(_ passage: inout Passage) {
        var index = 0
        /// Until which word an address goes on, after "trú tại" or a house; and where the last word of dwelling ended.
        var (until, cueEnd) = (0, -1)
        var office = -1
        var parts: [Part] = []
        while index < passage.words.count {
            if index > 0, index != cueEnd, !passage.areTogether(index - 1, index) { until = 0 }
            if let cue = places.residence.match(index, in: passage), !isPart(index, cue.count, passage) {
                index += cue.count
                cueEnd = index
                until = index + Self.reach
                continue
            }
            if places.officesAt.match(index, in: passage) != nil { office = index }
            let isDwelling = index < until
            guard passage.isFree(index), let part = part(index, isDwelling: isDwelling, passage),
                isDwelling || part.isStrong && !(office >= 0 && index - office < 8 && passage.areTogether(office, index))
            else {
                index += 1
                continue
            }
            parts.append(part)
            until = max(until, part.words.upperBound + 10)
            index = part.words.upperBound
        }
        put(parts, &passage)
    }

    /// "số nhà" within "địa chỉ số nhà" is part of the house, not a word of dwelling.
    private func isPart(_ index: Int, _ count: Int, _ passage: Passage) -> Bool {
        places.houses.match(index, in: passage).map { $0.count >= count } ?? false
    }

    /// Parts that follow each other are one proposal.
    private func put(_ parts: [Part], _ passage: inout Passage) {
        var index = 0
        while index < parts.count {
            var last = index
            while last + 1 < parts.count, parts[last + 1].words.lowerBound == parts[last].words.upperBound, last - index < 8,
                !passage.words[parts[last + 1].words.lowerBound].gap.contains(.line),
                !passage.words[parts[last + 1].words.lowerBound].gap.contains(.stop)
            {
                last += 1
            }
            let words = parts[index].words.lowerBound..<parts[last].words.upperBound
            let isStrong = parts[index...last].contains(where: \.isStrong)
            passage.add(Finding(passage.range(words), .address, isStrong ? .certain : .likely, parts[index].reason, "address"))
            index = last + 1
        }
    }

    private func part(_ index: Int, isDwelling: Bool, _ passage: Passage) -> Part? {
        if let match = places.houses.match(index, in: passage), let end = number(index + match.count, passage),
            // "đường số 5" is a street.
            places.streets.match(endingAt: index - 1, in: passage) == nil
        {
            // "số 12" alone can be anything; a street, a lane or a dwelling makes a house of it.
            let isHouse = match.count > 1 || isStreet(end, passage)
            if isHouse || isDwelling { return Part(words: index..<end, reason: .house, isStrong: isHouse) }
        }
        if let match = places.flats.match(index, in: passage), let end = number(index + match.count, passage), isDwelling || isFlat(index, passage) {
            return Part(words: index..<end, reason: .flat, isStrong: isFlat(index, passage) && match.count > 1)
        }
        if let match = places.lanes.match(index, in: passage), isDwelling, let end = number(index + match.count, passage) {
            return Part(words: index..<end, reason: .lane, isStrong: false)
        }
        if let match = places.hamlets.match(index, in: passage), isDwelling, let end = hamlet(index + match.count, passage) {
            return Part(words: index..<end, reason: .hamlet, isStrong: false)
        }
        if passage.words[index].length <= 8, Letters.digit(passage.codes[passage.words[index].start]) != nil, let end = number(index, passage),
            isStreet(end, passage)
        {
            // "12 Nguyễn Trãi", "12/5 đường Lê Lợi", where somebody lives, or after "tại".
            guard isDwelling, !isCount(index, passage) else { return nil }
            return Part(words: index..<end, reason: .house, isStrong: true)
        }
        return nil
    }

    private func isFlat(_ index: Int, _ passage: Passage) -> Bool { places.flats.match(index, in: passage).map { $0.count > 1 } ?? false }

    private func isCount(_ index: Int, _ passage: Passage) -> Bool { passage.words[index].length == 4 && !passage.words[index].gap.isLoose }

    /// "12", "12A", "12/5/3", "12 bis", "12-14": the word after it.
    private func number(_ index: Int, _ passage: Passage) -> Int? {
        guard index < passage.words.count, !passage.words[index].gap.contains(.line),
            passage.words[index].gap.subtracting([.space, .colon, .dot]).isEmpty
        else { return nil }
        let codes = passage.codes
        let isNumbered = (passage.words[index].start..<passage.words[index].end).contains { Letters.digit(codes[$0]) != nil }
        guard isNumbered, passage.words[index].length <= 7, passage.isFree(index) else { return nil }
        var end = index + 1
        while end < passage.words.count, end - index < 6, passage.words[end].gap == .other || passage.words[end].gap == .dash,
            passage.words[end].length <= 5,
            codes[passage.words[end].start - 1] == 0x2F || Letters.isDash(codes[passage.words[end].start - 1]),
            (passage.words[end].start..<passage.words[end].end).contains(where: { Letters.digit(codes[$0]) != nil }) || passage.words[end].length == 1
        {
            end += 1
        }
        return end
    }

    /// A street or lane follows, at once or after a comma, or a capitalised name.
    private func isStreet(_ index: Int, _ passage: Passage) -> Bool {
        guard index < passage.words.count, !passage.words[index].gap.contains(.line), !passage.words[index].gap.contains(.stop) else { return false }
        if places.streets.match(index, in: passage) != nil || places.lanes.match(index, in: passage) != nil
            || places.hamlets.match(index, in: passage) != nil
        {
            return true
        }
        guard passage.words[index].gap.isPlain, index + 1 < passage.words.count, passage.isCased(index) else { return false }
        return passage.words[index].isCapital && passage.words[index + 1].isCapital && passage.words[index + 1].gap.isPlain
    }

    /// "thôn Đông", "tổ 5", "khu phố 3A", "xóm chùa": a number, capitalised words, or small ones up to a comma.
    private func hamlet(_ index: Int, _ passage: Passage) -> Int? {
        guard index < passage.words.count, passage.words[index].gap.subtracting([.space, .dot]).isEmpty else { return nil }
        if let end = number(index, passage) { return end }
        // "tổ số 5"
        if passage.words[index].length == 2, let end = number(index + 1, passage) { return end }
        var end = index
        let isCased = passage.isCased(index) && passage.words[index].isCapital
        while end < passage.words.count, end - index < 4, end == index || passage.words[end].gap.isPlain || passage.words[end].gap == .dash {
            if places.units.match(end, in: passage) != nil && end > index || places.hamlets.match(end, in: passage) != nil && end > index { break }
            if isCased, !passage.words[end].isCapital, !passage.words[end].isNumber { break }
            if !isCased, passage.words[end].isNumber { return end + 1 }
            end += 1
        }
        guard end > index, passage.isFree(index) else { return nil }
        // Small letters: only where the name is closed by a sign or a unit.
        if !isCased {
            guard places.smallHamlets.match(endingAt: index - 1, in: passage) != nil else { return nil }
            return end >= passage.words.count || !passage.words[end].gap.isPlain || places.units.match(end, in: passage) != nil ? end : nil
        }
        return end
    }
}
