/// Words that differ by region; official documents use the northern ones.
public struct NumberDialect: Sendable {
    let thousand: String
    let gap: String

    /// nghìn, linh.
    public static let official = NumberDialect(thousand: "nghìn", gap: "linh")
    /// ngàn, lẻ.
    public static let southern = NumberDialect(thousand: "ngàn", gap: "lẻ")
}

/// The number in words: 253000 → "hai trăm năm mươi ba nghìn"; different numbers have different words.
///
/// mốt and tư after mươi, lăm after mười and mươi, linh for an empty ten, "không trăm" for an empty hundred inside a number,
/// "nghìn tỷ", "triệu tỷ" beyond 10¹², "âm" for less than zero.
public func numberWords(_ number: Int64, dialect: NumberDialect = .official) -> String {
    let words = NumberWords(dialect: dialect).whole(number.magnitude, isInner: false).joined(separator: " ")
    return number < 0 ? "âm " + words : words
}

/// A decimal number in words: 12,5 → "mười hai phẩy năm"; 0,05 → "không phẩy không năm"; 12,25 → "mười hai phẩy hai mươi lăm".
public func numberWords(_ number: ExactNumber, dialect: NumberDialect = .official) -> String {
    let (whole, fraction) = number.digits
    let words = NumberWords(dialect: dialect)
    var text = words.whole(UInt64(whole) ?? 0, isInner: false)
    if number.significand < 0 { text.insert("âm", at: 0) }
    guard !fraction.isEmpty else { return text.joined(separator: " ") }
    text.append("phẩy")
    let zeros = fraction.prefix { $0 == "0" }
    let rest = fraction.dropFirst(zeros.count)
    text += zeros.map { _ in "không" }
    // Up to three digits are read as a number, longer fractions digit by digit.
    if rest.count <= 3 {
        if let value = UInt64(rest) { text += words.whole(value, isInner: false) }
    } else {
        text += rest.compactMap { $0.wholeNumberValue.map { NumberWords.digits[$0] } }
    }
    return text.joined(separator: " ")
}

/// A sum of money in words, as payment sheets and receipts demand it: "Hai trăm năm mươi ba nghìn đồng".
public func moneyWords(_ dong: Int64, dialect: NumberDialect = .official) -> String {
    capitaliseFirst(numberWords(dong, dialect: dialect) + " đồng")
}

struct NumberWords {
    static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    let dialect: NumberDialect

    /// - Parameter isInner: higher digits were read before, so an empty hundred is said ("không trăm").
    func whole(_ number: UInt64, isInner: Bool) -> [String] {
        if number >= 1_000_000_000 {
            let low = number % 1_000_000_000
            return whole(number / 1_000_000_000, isInner: isInner) + ["tỷ"] + (low == 0 ? [] : below(low, isInner: true))
        }
        return below(number, isInner: isInner)
    }

    private func below(_ number: UInt64, isInner: Bool) -> [String] {
        if number == 0 { return isInner ? [] : [NumberWords.digits[0]] }
        var words: [String] = []
        for (unit, name) in [(UInt64(1_000_000), "triệu"), (1_000, dialect.thousand), (1, "")] {
            let group = Int(number / unit % 1000)
            guard group > 0 else { continue }
            words += hundreds(group, isInner: isInner || !words.isEmpty)
            if !name.isEmpty { words.append(name) }
        }
        return words
    }

    private func hundreds(_ group: Int, isInner: Bool) -> [String] {
        let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10)
        var words: [String] = []
        if hundred > 0 || isInner { words += [NumberWords.digits[hundred], "trăm"] }
        switch ten {
        case 0:
            if one > 0 { words += words.isEmpty ? [NumberWords.digits[one]] : [dialect.gap, NumberWords.digits[one]] }
            return words
        case 1: words.append("mười")
        default: words += [NumberWords.digits[ten], "mươi"]
        }
        switch one {
        case 0: break
        case 1: words.append(ten > 1 ? "mốt" : "một")
        case 4: words.append(ten > 1 ? "tư" : "bốn")
        case 5: words.append("lăm")
        default: words.append(NumberWords.digits[one])
        }
        return words
    }
}
