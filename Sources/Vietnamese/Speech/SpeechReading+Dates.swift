/// Dates and times of day.
extension SpeechReading {
    /// A day, a month, or from one day to another.
    func date(_ index: Int) -> Spoken? {
        guard let first = wholeDate(index) ?? dayRange(index) ?? dayAndMonth(index) ?? monthAndYear(index) else { return nil }
        guard let next = tokens.dash(first.end), let second = wholeDate(next) ?? dayAndMonth(next, isSecond: true) ?? monthAndYear(next) else {
            return first
        }
        return Spoken(text: first.text + " " + lexicon.text("to") + " " + second.text, end: second.end)
    }

    /// Whether a date begins here: then a dash before it is not that of two numbers.
    func isDateLike(_ index: Int) -> Bool {
        wholeDate(index) != nil || tokens.digits(index + 2) != nil && tokens.sign(index + 1, "/") && day(index) != nil && month(index + 2) != nil
    }

    private func value(_ index: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
        guard let text = tokens.digits(index), digits.contains(text.count), let value = Int(text), range.contains(value) else { return nil }
        return value
    }
    private func day(_ index: Int) -> Int? { value(index, 1...31, digits: 1...2) }
    private func month(_ index: Int) -> Int? { value(index, 1...12, digits: 1...2) }
    private func year(_ index: Int) -> Int? { value(index, 1000...2999, digits: 4...4) }

    private func isPart(_ index: Int, _ signs: String) -> Bool { tokens.sign(index, signs) && tokens.tightDigits(index + 1) != nil }

    /// 20/11/2026, 20-11-2026, 20.11.2026, 2026-11-20.
    private func wholeDate(_ index: Int) -> Spoken? {
        guard isPart(index + 1, "/-."), isPart(index + 3, "/-."), tokens[index + 1]?.text == tokens[index + 3]?.text, !isPart(index + 5, "/-.,")
        else {
            return nil
        }
        if let day = day(index), let month = month(index + 2), let year = year(index + 4), CivilDate(year: year, month: month, day: day) != nil {
            return Spoken(text: say(day, month, year, at: index), end: index + 5)
        }
        if let year = year(index), let month = month(index + 2), let day = day(index + 4), CivilDate(year: year, month: month, day: day) != nil {
            return Spoken(text: say(day, month, year, at: index), end: index + 5)
        }
        return nil
    }

    /// 20-25/11, 20-25/11/2026.
    private func dayRange(_ index: Int) -> Spoken? {
        guard let first = day(index), let next = tokens.dash(index + 1), let last = day(next), first < last, isPart(next + 1, "/"),
            let month = month(next + 2), !isPart(next + 3, "/-.") || year(next + 4) != nil
        else { return nil }
        let year = isPart(next + 3, "/") ? year(next + 4) : nil
        let start = (isSaid("ngày", before: index) ? "" : "ngày ") + numberWords(Int64(first))
        return Spoken(
            text: "\(start) \(lexicon.text("to")) \(numberWords(Int64(last))) \(say(month, year))",
            end: next + (year == nil ? 3 : 5)
        )
    }

    /// 20/11, and 20-11 where something says that it is a day.
    private func dayAndMonth(_ index: Int, isSecond: Bool = false) -> Spoken? {
        guard let day = day(index), let month = month(index + 2), isPart(index + 1, "/-."), !isPart(index + 3, "/-.,"),
            day <= CivilDate.days(inMonth: month, year: 2024)
        else { return nil }
        let isSlash = tokens.sign(index + 1, "/")
        let isHoliday = lexicon.has("\(day)/\(month)", in: "holidays")
        // "ngày 6.2": a dot only where the word for the day stands before it.
        if tokens.sign(index + 1, "."), !tokens.follows(index, "day-words", of: lexicon) { return nil }
        let hasDayWord = isSecond || tokens.follows(index, "day-words", of: lexicon) || dayWordIsNear(index)
        guard
            hasDayWord || isSlash && isDay(index, day, month, isHoliday)
                || !isSlash && isHoliday && !tokens.follows(index, "score-words", of: lexicon) && day > month
        else { return nil }
        return Spoken(text: say(day, month, nil, at: index), end: index + 3)
    }

    /// Whether day/month without a word for it is a day and not a share.
    private func isDay(_ index: Int, _ day: Int, _ month: Int, _ isHoliday: Bool) -> Bool {
        if tokens.follows(index, "house-words", of: lexicon) { return false }
        if tokens.precedes(index + 3, "share-words", of: lexicon) { return false }
        if tokens.follows(index, "date-words", of: lexicon) || isHoliday { return true }
        if tokens.follows(index, "share-before", of: lexicon) { return false }
        if tokens.digits(index)?.hasPrefix("0") == true || tokens.digits(index + 2)?.hasPrefix("0") == true { return true }
        return day > month || month > 10
    }

    /// "ngày 5 và 6/7": the word for the day stands a little before, and nothing ended the thought.
    private func dayWordIsNear(_ index: Int) -> Bool {
        let words = tokens.wordsBefore(index, 5)
        guard let last = words.last, ["và", "đến", "tới", "hoặc", "sang"].contains(last) || Int(last) != nil else { return false }
        return words.contains { lexicon.has($0, in: "day-words") }
    }

    /// 11/2026; 11-2026 after "tháng".
    private func monthAndYear(_ index: Int) -> Spoken? {
        guard let month = month(index), let year = year(index + 2), isPart(index + 1, "/-."), !isPart(index + 3, "/-.,") else { return nil }
        guard tokens.sign(index + 1, "/") && !isDocumentCode(index + 3) || isSaid("tháng", before: index) else { return nil }
        if isSaid("quý", before: index) { return Spoken(text: "\(numberWords(Int64(month))) năm \(numberWords(Int64(year)))", end: index + 3) }
        return Spoken(text: say(month, year, isSaid: isSaid("tháng", before: index)), end: index + 3)
    }

    private func isSaid(_ word: String, before index: Int) -> Bool { tokens.word(index - 1).map { lowercase($0) } == word }

    private func say(_ day: Int, _ month: Int, _ year: Int?, at index: Int) -> String {
        (tokens.follows(index, "day-words", of: lexicon) ? "" : "ngày ") + numberWords(Int64(day)) + " " + say(month, year)
    }

    private func say(_ month: Int, _ year: Int?, isSaid: Bool = false) -> String {
        (isSaid ? "" : "tháng ") + (month == 4 ? "tư" : numberWords(Int64(month))) + (year.map { " năm " + numberWords(Int64($0)) } ?? "")
    }

    /// 7h30, 7g30, 07:30, 7h, 16h30-18h.
    func timeOfDay(_ index: Int) -> Spoken? {
        guard let first = time(index) else { return nil }
        if let next = tokens.dash(first.end), let second = time(next) {
            return Spoken(text: first.text + " " + lexicon.text("to") + " " + second.text, end: second.end)
        }
        return first
    }

    private func time(_ index: Int) -> Spoken? {
        guard let hour = value(index, 0...24, digits: 1...2) else { return nil }
        let minute = value(index + 2, 0...59, digits: 2...2)
        if tokens.sign(index + 1, ":"), tokens.isTight(index + 2), let minute {
            if tokens.sign(index + 3, ":"), tokens.isTight(index + 4), let second = value(index + 4, 0...59, digits: 2...2) {
                return Spoken(text: clock(hour, minute) + (second > 0 ? " \(numberWords(Int64(second))) giây" : ""), end: index + 5)
            }
            return Spoken(text: clock(hour, minute), end: index + 3)
        }
        guard let word = tokens.word(index + 1), ["h", "H", "g", "giờ"].contains(word), word != "g" || tokens.isTight(index + 1) else { return nil }
        if tokens.isTight(index + 2) || word == "giờ", let minute, tokens.isTight(index + 2) || tokens.word(index + 3) == "phút" {
            var end = index + 3
            if tokens.sign(end, "'’′") { end += 1 } else if let word = tokens.tightWord(end), word == "p" || word == "ph" { end += 1 }
            if tokens.word(end) == "phút" { end += 1 }
            return Spoken(text: clock(hour, minute), end: end)
        }
        // "5g" is five grams, "7h" seven o'clock, "7h3x" nothing of ours.
        guard word != "g", tokens.tightDigits(index + 2) == nil else { return nil }
        return Spoken(text: clock(hour, 0), end: index + 2)
    }

    private func clock(_ hour: Int, _ minute: Int) -> String {
        "\(numberWords(Int64(hour))) giờ" + (minute > 0 ? " \(numberWords(Int64(minute))) phút" : "")
    }
}
