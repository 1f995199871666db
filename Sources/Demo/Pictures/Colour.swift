/// A colour in the way of a screen, each part from 0 to 255.
struct Colour: Sendable, Hashable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Double, _ green: Double, _ blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `0xRRGGBB`.
    init(_ hex: UInt32) {
        self.init(Double(hex >> 16 & 255), Double(hex >> 8 & 255), Double(hex & 255))
    }

    /// This colour at 0, the other at 1.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        Colour(red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share)
    }

    /// The square of how far apart two colours are; green counts most, as for the eye.
    func distance(to other: Colour) -> Double {
        let r = red - other.red
        let g = green - other.green
        let b = blue - other.blue
        return 0.8 * r * r + 1.4 * g * g + 0.6 * b * b
    }

    func lighter(_ share: Double) -> Colour { mixed(with: Colour(255, 255, 255), share) }
    func darker(_ share: Double) -> Colour { mixed(with: Colour(8, 14, 28), share) }
}

struct Point: Sendable {
    var x: Double
    var y: Double
    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
