/// The number as Vietnamese writes it: "1.234.567,89". Groups of three from the right, also for four digits.
public func numberText(_ number: ExactNumber) -> String {
    let (whole, fraction) = number.digits
    var text = number.significand < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(".") }
        text.append(digit)
    }
    return fraction.isEmpty ? text : text + "," + fraction
}

public func numberText(_ number: Int) -> String { numberText(ExactNumber(number)) }

/// A share of one as a percentage: 0.125 → "12,5%". At most `scale` digits after the comma, without zeros at the end.
public func percentText(_ share: Double, scale: Int = 1) -> String? {
    ExactNumber(rounding: share * 100, scale: scale).map { numberText($0.trimmed) + "%" }
}

/// A sum of money in full: "253.000 đồng".
public func moneyText(_ dong: Int64) -> String { numberText(ExactNumber(dong)) + " đồng" }

/// A sum of money as news write it, rounded to two digits after the comma: "1,2 tỷ đồng", "35 triệu đồng", "253.000 đồng".
public func roundMoneyText(_ dong: Int64) -> String {
    for (exponent, name) in [(9, "tỷ"), (6, "triệu")] where dong.magnitude >= UInt64(ExactNumber.powers[exponent]) {
        guard let rounded = ExactNumber(rounding: Double(dong) / Double(ExactNumber.powers[exponent]), scale: 2) else { continue }
        return numberText(rounded.trimmed) + " " + name + " đồng"
    }
    return moneyText(dong)
}
