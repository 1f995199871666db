/// The emblem of the invented province: a bridge over waves before a rising sun, in a ring.
public enum Emblem {
    /// A PNG with alpha, 256 by 256 unless told.
    public static func png(size: Int = 256) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: size * size * 4)
        // Four by four samples a pixel smooth the edges.
        for y in 0..<size {
            for x in 0..<size {
                var red = 0.0
                var green = 0.0
                var blue = 0.0
                var cover = 0.0
                for sub in 0..<16 {
                    let u = (Double(x) + (Double(sub % 4) + 0.5) / 4) / Double(size) * 2 - 1
                    let v = (Double(y) + (Double(sub / 4) + 0.5) / 4) / Double(size) * 2 - 1
                    guard let colour = colour(u, v) else { continue }
                    red += colour.red
                    green += colour.green
                    blue += colour.blue
                    cover += 1
                }
                guard cover > 0 else { continue }
                let i = (y * size + x) * 4
                pixels[i] = UInt8(red / cover)
                pixels[i + 1] = UInt8(green / cover)
                pixels[i + 2] = UInt8(blue / cover)
                pixels[i + 3] = UInt8(cover / 16 * 255)
            }
        }
        return PNG.encode(width: size, height: size, rgba: pixels)
    }

    private static let red = Colour(0x9B1C1C)
    private static let gold = Colour(0xF2B233)
    private static let paper = Colour(0xFFF8E7)
    private static let blue = Colour(0x0B5C7A)
    private static let sky = Colour(0xF6D9A8)

    /// The colour at a point of the square from -1 to 1; nil outside the ring.
    private static func colour(_ x: Double, _ y: Double) -> Colour? {
        let radius = (x * x + y * y).squareRoot()
        if radius > 0.98 { return nil }
        if radius > 0.87 { return red }
        if radius > 0.83 { return gold }
        // The bridge: two arches under a deck, three piers.
        let deck = 0.2
        if y > deck - 0.06, y < deck + 0.02 { return red }
        for center in [-0.42, 0.42] {
            let dx = (x - center) / 0.34
            let dy = (y - 0.2) / 0.52
            let arch = dx * dx + dy * dy
            if y < deck, arch < 1, arch > 0.78 { return red }
            if y < deck - 0.06, arch < 0.78, abs(x - center).truncatingRemainder(dividingBy: 0.085) < 0.018 { return red }
        }
        for pier in [-0.8, 0.0, 0.8] where abs(x - pier) < 0.055 && y >= deck && y < 0.42 { return red }
        if y > 0.36 + 0.035 * sine(x * 11) {
            let band = (y - 0.36 - 0.035 * sine(x * 11)) / 0.13
            return Int(band).isMultiple(of: 2) ? blue : paper
        }
        // The sun and its rays above the water.
        let sunDistance = (x * x + (y - 0.36) * (y - 0.36)).squareRoot()
        if sunDistance < 0.36 { return gold }
        if sunDistance < 0.4 { return paper }
        return y < 0.36 && sunDistance < 0.8 ? paper.mixed(with: sky, sunDistance) : paper
    }
}
