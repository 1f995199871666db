import Vietnamese

/// Profiles in social networks and places on maps: addresses of the web, names after "facebook:", "@handle".
struct LinkCheck {
    private let tables: NumberWordTables
    private let maps = ["maps.app.goo.gl/", "goo.gl/maps", "google.com/maps", "maps.google.", "google.com.vn/maps", "openstreetmap.org/?mlat"]
    static let longest = 400

    init(_ registers: Registers) { tables = registers.numbers }

    func read(_ passage: inout Passage) {
        let codes = passage.codes
        var index = 0
        while index < codes.count {
            while index < codes.count, isGap(codes[index]) { index += 1 }
            let start = index
            var (hasSlash, handle) = (false, -1)
            while index < codes.count, !isGap(codes[index]) {
                if codes[index] == 0x2F { hasSlash = true }
                if codes[index] == 0x40, index == start || handle < 0 && codes[index - 1] == 0x28 { handle = index }
                index += 1
            }
            if hasSlash { link(start..<index, &passage) } else if handle >= 0 { at(handle..<index, &passage) }
        }
        named(&passage)
    }

    private func isGap(_ code: UInt32) -> Bool { code <= 0x20 || code == 0xA0 || code == 0x3C || code == 0x3E || code == 0x22 }

    private func link(_ range: Range<Int>, _ passage: inout Passage) {
        var text = ""
        for index in range.prefix(Self.longest) { text.unicodeScalars.append(Unicode.Scalar(passage.codes[index]) ?? " ") }
        let lower = Array(lowercase(text).utf8)
        let head = lower.prefix(160)
        var end = min(range.upperBound, range.lowerBound + Self.longest)
        while end > range.lowerBound, [0x2E, 0x2C, 0x29, 0x3B, 0x21, 0x3F, 0x5D, 0x2019, 0x201D].contains(passage.codes[end - 1]) { end -= 1 }
        if let start = maps.lazy.compactMap({ Self.place(of: $0, in: head) }).first {
            passage.add(Finding(begin(start, range, text)..<end, .coordinates, .likely, .mapLink, "coordinates"))
        } else if let found = tables.profiles.lazy.compactMap({ host in Self.place(of: host, in: head).map { ($0, host.utf8.count) } }).first,
            found.0 + found.1 < lower.count
        {
            passage.add(Finding(begin(found.0, range, text)..<end, .profile, .certain, .profileLink, "profile"))
        }
    }

    /// The address from its scheme on; what is glued before it ("FB:facebook.com/…") stays.
    private func begin(_ place: Int, _ range: Range<Int>, _ text: String) -> Int {
        let isASCII = text.utf8.count == text.unicodeScalars.count
        guard isASCII else { return range.lowerBound }
        let bytes = Array(text.utf8.prefix(place))
        let start = bytes.lastIndex { !(Letters.isASCIIAlphanumeric(UInt32($0)) || [0x2E, 0x2F, 0x3A, 0x2D].contains($0)) }.map { $0 + 1 } ?? 0
        // "fb:facebook.com/x": a colon without slashes parts.
        if let colon = bytes.lastIndex(of: 0x3A), colon + 1 < bytes.count ? bytes[colon + 1] != 0x2F : true {
            return range.lowerBound + max(start, colon + 1)
        }
        return range.lowerBound + start
    }

    /// Where a host begins: at the front or after a sign. "fake-facebook.com/" is another's.
    private static func place(of host: String, in text: ArraySlice<UInt8>) -> Int? {
        let host = Array(host.utf8)
        guard text.count >= host.count else { return nil }
        for start in 0...(text.count - host.count) where text[start] == host[0] {
            guard start == 0 || [0x2F, 0x2E, 0x3A, 0x28, 0x5B].contains(text[start - 1]) else { continue }
            if text[start..<start + host.count].elementsEqual(host) { return start }
        }
        return nil
    }

    /// "@nguyen.an90"
    private func at(_ range: Range<Int>, _ passage: inout Passage) {
        var end = range.lowerBound + 1
        while end < range.upperBound, end - range.lowerBound < 40,
            Letters.isASCIIAlphanumeric(passage.codes[end]) || [0x2E, 0x5F].contains(passage.codes[end])
        { end += 1 }
        while end > range.lowerBound, passage.codes[end - 1] == 0x2E { end -= 1 }
        guard end - range.lowerBound >= 4 else { return }
        passage.add(Finding(range.lowerBound..<end, .profile, .likely, .profileNamed, "profile"))
    }

    /// "facebook: An Nguyễn", "nick an.nguyen90".
    private func named(_ passage: inout Passage) {
        var index = 0
        while index < passage.words.count {
            guard let match = tables.profileLabels.match(index, in: passage) else {
                index += 1
                continue
            }
            index += match.count
            guard index < passage.words.count, passage.isFree(index), passage.words[index].line == passage.words[index - 1].line else { continue }
            let isSaid = passage.words[index].gap.contains(.colon)
            guard isSaid || passage.words[index].gap.isPlain else { continue }
            if let end = handle(index, passage) {
                passage.add(Finding(passage.words[index].start..<end, .profile, .likely, .profileNamed, "profile"))
            } else if isSaid, let end = name(index, passage) {
                passage.add(Finding(passage.range(index..<end), .profile, .likely, .profileNamed, "profile"))
                index = end
            }
        }
    }

    /// One token of plain letters with a digit, point or underscore in it.
    private func handle(_ word: Int, _ passage: Passage) -> Int? {
        let codes = passage.codes
        let start = passage.words[word].start
        var end = start
        var (signs, letters) = (0, 0)
        while end < codes.count, end - start < 40, Letters.isASCIIAlphanumeric(codes[end]) || [0x2E, 0x5F].contains(codes[end]) {
            if (codes[end] | 32) &- 0x61 < 26 { letters += 1 } else { signs += 1 }
            end += 1
        }
        while end > start, codes[end - 1] == 0x2E {
            end -= 1
            signs -= 1
        }
        guard end - start >= 4, letters > 1, signs > 0, end >= codes.count || !Letters.isLetter(codes[end]) else { return nil }
        return end
    }

    private func name(_ word: Int, _ passage: Passage) -> Int? {
        var end = word
        while end < passage.words.count, end - word < 5, passage.words[end].isCapital, end == word || passage.words[end].gap.isPlain,
            passage.isFree(end)
        { end += 1 }
        return end > word ? end : nil
    }
}
