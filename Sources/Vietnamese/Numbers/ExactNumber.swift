/// A decimal number without rounding: `significand` × 10^-`scale`. 1.234,50 is 123450 at scale 2.
public struct ExactNumber: Hashable, Sendable {
    public let significand: Int64
    /// Digits after the decimal comma, 0…18, as they were written.
    public let scale: Int

    /// Nil for a scale outside 0…18.
    public init?(significand: Int64, scale: Int) {
        guard (0...18).contains(scale) else { return nil }
        self.significand = significand
        self.scale = scale
    }

    public init(_ integer: Int64) {
        significand = integer
        scale = 0
    }

    public init(_ integer: Int) { self.init(Int64(integer)) }

    /// The nearest number with that many digits after the comma (halves away from zero); nil beyond 64 bits and for NaN.
    public init?(rounding value: Double, scale: Int) {
        guard (0...18).contains(scale) else { return nil }
        var factor = 1.0
        for _ in 0..<scale { factor *= 10 }
        guard let significand = Int64(exactly: (value * factor).rounded(.toNearestOrAwayFromZero)) else { return nil }
        self.significand = significand
        self.scale = scale
    }

    /// The whole number, nil when there is a fraction other than zero.
    public var integer: Int64? {
        let power = ExactNumber.powers[scale]
        return significand % power == 0 ? significand / power : nil
    }

    public var double: Double { Double(significand) / Double(ExactNumber.powers[scale]) }

    /// Multiplied by 10^exponent; nil beyond 64 bits.
    func shifted(by exponent: Int) -> ExactNumber? {
        if exponent <= scale { return ExactNumber(significand: significand, scale: scale - exponent) }
        let power = exponent - scale
        guard power < ExactNumber.powers.count else { return nil }
        let (value, overflow) = significand.multipliedReportingOverflow(by: ExactNumber.powers[power])
        return overflow ? nil : ExactNumber(value)
    }

    /// Without the zeros that end the fraction.
    var trimmed: ExactNumber {
        var significand = significand
        var scale = scale
        while scale > 0, significand % 10 == 0 {
            significand /= 10
            scale -= 1
        }
        return ExactNumber(significand: significand, scale: scale) ?? self
    }

    static let powers: [Int64] = {
        var powers: [Int64] = [1]
        for _ in 0..<18 { powers.append((powers.last ?? 1) * 10) }
        return powers
    }()

    /// The digits of the whole part and of the fraction, without sign.
    var digits: (whole: String, fraction: String) {
        var all = String(significand.magnitude)
        if all.count <= scale { all = String(repeating: "0", count: scale + 1 - all.count) + all }
        return (String(all.dropLast(scale)), String(all.suffix(scale)))
    }
}
