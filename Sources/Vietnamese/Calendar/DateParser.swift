/// Takes the parts of a date from a token list in whatever order they stand: first the date, then the time and the zone, then the
/// words that may stand beside them. A token that nothing explains makes the notation unknown.
struct DateParser {
    private typealias Token = DateTokens.Token

    private var tokens: [Token]
    private let order: DateOrder
    private var date: CivilDate?
    private var dateAt = 0
    private var isSlashed = false
    /// Day and month of a slashed date the other way round, where that is a date too.
    private var swapped: CivilDate?
    private var time: (hour: Int, minute: Int, second: Int, millisecond: Int)?
    private var timeAt = 0
    private var hasMeridiem = false
    private var offsetMinutes: Int?
    private var weekday: Int?

    init(_ tokens: DateTokens, order: DateOrder) {
        self.tokens = tokens.list
        self.order = order
    }

    mutating func read() throws(DateRefusal) -> DateReading {
        try takeDate()
        try takeTime()
        try takeWords()
        guard let date else { throw .unknownNotation }
        guard (1900...2100).contains(date.year) else { throw .yearOutOfRange(date.year) }
        if let swapped, swapped != date, isSlashed, hasMeridiem, timeAt >= dateAt, order == .dayFirst {
            if let weekday, weekday == date.weekday, weekday != swapped.weekday {
                // The weekday settles it.
            } else {
                throw .ambiguous(dayFirst: date, monthFirst: swapped)
            }
        }
        if let weekday, weekday != date.weekday { throw .weekdayDisagrees(date) }
        guard let time else { return .date(date) }
        let clock = ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond
        let local = Int64(date.dayNumber) * 86_400_000 + Int64(clock)
        return .instant(Instant(rawValue: local - Int64(offsetMinutes ?? 420) * 60_000))
    }

    static func bareDigits(_ digits: (value: Int, count: Int)) throws(DateRefusal) -> DateReading {
        let value = digits.value
        func checked(_ instant: Instant) throws(DateRefusal) -> DateReading {
            let year = instant.civilDate.year
            guard (1900...2100).contains(year) else { throw .yearOutOfRange(year) }
            return .instant(instant)
        }
        func date(_ compact: Int) throws(DateRefusal) -> CivilDate {
            let year = compact / 10_000
            guard (1900...2100).contains(year) else { throw .yearOutOfRange(year) }
            guard let date = CivilDate(year: year, month: compact / 100 % 100, day: compact % 100) else { throw .impossible }
            return date
        }
        switch digits.count {
        case 8: return .date(try date(value))
        case 14:
            let day = try date(value / 1_000_000)
            let clock = value % 1_000_000
            let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
            guard hour < 24, minute < 60, second < 60 else { throw .impossible }
            return .instant(VietnamTime.startOfDay(day).adding(seconds: Int64((hour * 60 + minute) * 60 + second)))
        case 9, 10: return try checked(Instant(seconds: Int64(value)))
        case 12, 13: return try checked(Instant(rawValue: Int64(value)))
        default: throw .unknownNotation
        }
    }

    // MARK: The date

    private mutating func takeDate() throws(DateRefusal) {
        for index in tokens.indices {
            if try takeWrittenDate(index) { return }
            if try takeEnglishDate(index) { return }
            if try takeNumericDate(index) { return }
        }
    }

    /// `ngày 20 tháng 11 năm 2026`, `20 tháng 11, 2026`
    private mutating func takeWrittenDate(_ index: Int) throws(DateRefusal) -> Bool {
        guard case .number(let day, _) = tokens[index], word(index + 1) == "thang", let month = number(index + 2) else { return false }
        var at = index + 3
        if sign(at) == "," || sign(at) == "/" { at += 1 }
        if word(at) == "nam" { at += 1 }
        guard let year = number(at) else { return false }
        var start = index
        if word(index - 1) == "ngay" { start -= 1 }
        try accept(year.value, month.value, day)
        remove(start...at)
        return true
    }

    /// `20 Nov 2026`, `Nov 20, 2026`
    private mutating func takeEnglishDate(_ index: Int) throws(DateRefusal) -> Bool {
        guard let month = monthNamed(word(index)) else { return false }
        if let day = number(index - 1), let year = number(index + 1), day.digits <= 2 {
            guard year.digits == 4 || year.digits == 2 else { return false }
            // RFC 822 had years of two digits; RFC 5322 says how to read them.
            let full = year.digits == 4 ? year.value : year.value < 50 ? 2000 + year.value : 1900 + year.value
            try accept(full, month, day.value)
            remove(index - 1...index + 1)
            return true
        }
        guard let day = number(index + 1), day.digits <= 2 else { return false }
        let at = sign(index + 2) == "," ? index + 3 : index + 2
        guard let year = number(at), year.digits == 4 else { return false }
        try accept(year.value, month, day.value)
        remove(index...at)
        return true
    }

    /// `2026-11-20`, `20/11/2026`, `20-11-2026`, `20.11.2026`
    private mutating func takeNumericDate(_ index: Int) throws(DateRefusal) -> Bool {
        guard let first = number(index), let separator = sign(index + 1), "/-.".contains(separator), let second = number(index + 2),
            sign(index + 3) == separator, let third = number(index + 4), second.digits <= 2
        else { return false }
        if first.digits == 4, third.digits <= 2 {
            try accept(first.value, second.value, third.value)
        } else if first.digits <= 2, third.digits == 4 {
            isSlashed = separator == "/"
            let (day, month) = order == .monthFirst ? (second.value, first.value) : (first.value, second.value)
            swapped = CivilDate(year: third.value, month: day, day: month)
            if CivilDate(year: third.value, month: month, day: day) == nil, let swapped, (1900...2100).contains(third.value) {
                throw .looksMonthFirst(swapped)
            }
            try accept(third.value, month, day)
        } else if first.digits <= 2, third.digits == 2 {
            throw .twoDigitYear
        } else {
            return false
        }
        remove(index...index + 4)
        if word(index) == "t", number(index + 1) != nil { remove(index...index) }
        if word(index - 1) == "ngay" { remove(index - 1...index - 1) }
        return true
    }

    private mutating func accept(_ year: Int, _ month: Int, _ day: Int) throws(DateRefusal) {
        guard (1900...2100).contains(year) else { throw .yearOutOfRange(year) }
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .impossible }
        self.date = date
    }

    private mutating func remove(_ range: ClosedRange<Int>) {
        tokens.removeSubrange(range)
        if date != nil, dateAt == 0 { dateAt = range.lowerBound }
    }

    // MARK: The time

    private mutating func takeTime() throws(DateRefusal) {
        for index in tokens.indices {
            guard let hour = number(index), hour.digits <= 2 else { continue }
            if sign(index + 1) == ":", let minute = number(index + 2), minute.digits == 2 {
                try takeClock(index, hour.value, minute.value)
                return
            }
            if let unit = word(index + 1), unit == "h" || unit == "g" || unit == "gio" {
                var end = index + 1
                var minute = 0
                if let following = number(index + 2), following.digits <= 2 {
                    minute = following.value
                    end = index + 2
                    if let unit = word(end + 1), unit == "phut" || unit == "p" || unit == "ph" { end += 1 }
                }
                try finishTime(index...end, (hour.value, minute, 0, 0))
                return
            }
        }
    }

    /// `09:25`, `09:25:30`, `09:25:30.123`
    private mutating func takeClock(_ index: Int, _ hour: Int, _ minute: Int) throws(DateRefusal) {
        var end = index + 2
        var second = 0
        var millisecond = 0
        if sign(end + 1) == ":", let seconds = number(end + 2), seconds.digits == 2 {
            second = seconds.value
            end += 2
            if let point = sign(end + 1), point == "." || point == ",", let fraction = number(end + 2) {
                var scaled = fraction.value
                for _ in fraction.digits..<max(3, fraction.digits) { scaled *= 10 }
                for _ in 3..<max(3, fraction.digits) { scaled /= 10 }
                millisecond = scaled
                end += 2
            }
        }
        try finishTime(index...end, (hour, minute, second, millisecond))
    }

    private mutating func finishTime(_ range: ClosedRange<Int>, _ clock: (Int, Int, Int, Int)) throws(DateRefusal) {
        var (hour, minute, second, millisecond) = clock
        timeAt = range.lowerBound
        tokens.removeSubrange(range)
        let at = range.lowerBound
        // SA and CH (sáng, chiều) are what Vietnamese Windows prints.
        if let half = word(at), ["am", "pm", "sa", "ch"].contains(half) {
            guard (1...12).contains(hour) || (half == "pm" || half == "ch") && hour < 24 else { throw .impossible }
            if hour <= 12 { hour = hour % 12 + (half == "pm" || half == "ch" ? 12 : 0) }
            hasMeridiem = true
            tokens.remove(at: at)
        }
        if hour == 24, minute == 0, second == 0 { throw .impossible }
        // A leap second is the last second of its minute here.
        if second == 60 { second = 59 }
        guard hour < 24, minute < 60, second < 60 else { throw .impossible }
        time = (hour, minute, second, millisecond)
        try takeZone(at)
    }

    private mutating func takeZone(_ index: Int) throws(DateRefusal) {
        var at = index
        let isWrapped = sign(at) == "("
        if isWrapped { at += 1 }
        if let name = word(at) {
            if let minutes = DateParser.zones[name] {
                offsetMinutes = minutes
                at += 1
            } else {
                return
            }
        }
        if let direction = sign(at), direction == "+" || direction == "-", let hours = number(at + 1), hours.digits <= 2 || hours.digits == 4 {
            var minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
            at += 2
            if hours.digits <= 2, sign(at) == ":", let rest = number(at + 1) {
                minutes += rest.value
                at += 2
            }
            guard minutes <= 14 * 60 else { throw .impossible }
            offsetMinutes = direction == "-" ? -minutes : minutes
        }
        if isWrapped, sign(at) == ")" { at += 1 }
        guard offsetMinutes != nil else { return }
        tokens.removeSubrange(index..<at)
        // "+0700 (ICT)"
        if sign(index) == "(", let name = word(index + 1), DateParser.zones[name] != nil, sign(index + 2) == ")" {
            tokens.removeSubrange(index...index + 2)
        }
    }

    /// RFC 822 names, and those of Việt Nam.
    private static let zones: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "ict": 420, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
        "pdt": -420,
    ]

    // MARK: What may stand beside

    private mutating func takeWords() throws(DateRefusal) {
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .sign(let sign):
                guard ",|-–—()·.:;/".contains(sign) else { throw .unknownNotation }
                index += 1
            case .number: throw .unknownNotation
            case .word(let text):
                if let (day, length) = weekdayName(text, index) {
                    weekday = day
                    index += length
                } else if DateParser.fillers.contains(text) {
                    index += 1
                } else {
                    throw .unknownNotation
                }
            }
        }
    }

    private static let fillers: Set<String> = ["ngay", "luc", "vao", "cap", "nhat", "dang", "xuat", "ban", "date", "on", "at"]

    private func weekdayName(_ text: String, _ index: Int) -> (Int, Int)? {
        if text == "thu" {
            if case .number(let day, 1)? = token(index + 1), (2...7).contains(day) { return (day - 1, 2) }
            if let name = word(index + 1), let day = ["hai", "ba", "tu", "nam", "sau", "bay"].firstIndex(of: name) { return (day + 1, 2) }
            return (4, 1)  // "Thu" of RFC 822
        }
        if text == "chu", word(index + 1) == "nhat" { return (7, 2) }
        if text == "cn" { return (7, 1) }
        if text == "t", case .number(let day, 1)? = token(index + 1), (2...7).contains(day) { return (day - 1, 2) }
        guard text.count >= 3 else { return nil }
        guard let day = DateNames.englishWeekdays.firstIndex(where: { $0.lowercased() == text || $0.lowercased().prefix(3) == text }) else {
            return nil
        }
        return (day + 1, 1)
    }

    private func monthNamed(_ word: String?) -> Int? {
        guard let word, word.count >= 3 else { return nil }
        return DateNames.englishMonths.firstIndex {
            $0.lowercased() == word || $0.lowercased().prefix(3) == word || word == "sept" && $0 == "September"
        }
        .map { $0 + 1 }
    }

    private func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func word(_ index: Int) -> String? {
        if case .word(let word)? = token(index) { return word }
        return nil
    }

    private func sign(_ index: Int) -> Character? {
        if case .sign(let sign)? = token(index) { return sign }
        return nil
    }

    private func number(_ index: Int) -> (value: Int, digits: Int)? {
        if case .number(let value, let digits)? = token(index) { return (value, digits) }
        return nil
    }
}
