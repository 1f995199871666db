import Foundation

/// New moons and the sun's longitude, after Jean Meeus, *Astronomical Algorithms*, with the terms that matter for whole days.
///
/// Days are counted from 1970-01-01 at midnight of UTC+7.
enum MoonAndSun {
    /// Mean length of a month in days.
    private static let synodicMonth = 29.530588853
    /// Julian day of 1970-01-01T00:00 UTC.
    private static let epoch = 2_440_587.5
    /// The civil day begins seven hours before Greenwich.
    private static let zone = 7.0 / 24

    /// The number of the new moon (0 is January 1900) that falls near a day.
    static func index(near day: Int) -> Int { Int(((Double(day) + epoch - 2_415_021.077) / synodicMonth).rounded(.down)) }

    /// The day at UTC+7 on which the k-th new moon since 1900 falls.
    static func newMoonDay(_ k: Int) -> Int { Int((newMoon(Double(k)) - epoch + zone).rounded(.down)) - (early.contains(k) ? 1 : 0) }

    /// New moons that these terms put some seconds or minutes after midnight, and finer theories (an ephemeris and the printed tables of 1968 to 2199)
    /// before it: in December 2072, November 2077, May 2130, 2150 and 2159, January 2175 and 2199.
    private static let early: Set<Int> = [2139, 2200, 2849, 3097, 3208, 3402, 3699]

    /// Which of the twelve sectors of 30° the sun stands in when the day begins: a month has a principal term exactly when the sector
    /// changes between its first day and that of the next month.
    static func solarSector(_ day: Int) -> Int { Int(solarLongitude(Double(day) + epoch - zone) / 30) }

    /// Julian day (UT) of the k-th new moon since 1900.
    private static func newMoon(_ k: Double) -> Double {
        let t = k / 1236.85
        let t2 = t * t
        let t3 = t2 * t
        let mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
        let sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
        let moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
        let node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
        var correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun)
        correction += -0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon)
        correction += 0.0104 * sine(2 * node) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon) + 0.0004 * sine(2 * node + sun)
        correction += -0.0004 * sine(2 * node - sun) - 0.0006 * sine(2 * node + moon) + 0.0010 * sine(2 * node - moon) + 0.0005 * sine(2 * moon + sun)
        // Dynamical time runs ahead of the earth's rotation.
        let deltaT = -0.000278 + 0.000265 * t + 0.000262 * t2
        return mean + correction - deltaT
    }

    /// Degrees, 0 at the March equinox.
    private static func solarLongitude(_ julianDay: Double) -> Double {
        let t = (julianDay - 2_451_545) / 36_525
        let t2 = t * t
        let anomaly = 357.52910 + 35_999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2
        let mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2
        let centre =
            (1.914600 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly)
        // Aberration and the main term of nutation give the apparent place.
        let apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
        return apparent - 360 * (apparent / 360).rounded(.down)
    }

    private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
