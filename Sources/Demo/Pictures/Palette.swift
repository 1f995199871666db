/// The up to 256 colours of a picture, found and mixed as painting goes on.
struct Palette {
    private(set) var colours: [Colour] = []
    /// What a pixel of one colour becomes under some sixteenths of another: worked out once. -1 is not known yet.
    private var mixes = [Int16](repeating: -1, count: 256 * 256 * 16)

    /// Mixed colours leave this much room for the colours that shapes ask for themselves.
    private static let roomForMixes = 190

    /// The index of a colour or of one that nobody can tell from it.
    mutating func index(of colour: Colour) -> UInt8 {
        let (nearest, distance) = nearest(to: colour)
        if let nearest, distance < (colours.count < 160 ? 5 : 60) || colours.count >= 256 { return UInt8(nearest) }
        return add(colour)
    }

    /// - Parameter level: sixteenths of `top`, 0 to 15.
    mutating func mix(_ bottom: UInt8, with top: UInt8, level: Int) -> UInt8 {
        let key = (Int(bottom) * 256 + Int(top)) * 16 + level
        if mixes[key] >= 0 { return UInt8(mixes[key]) }
        let colour = colours[Int(bottom)].mixed(with: colours[Int(top)], Double(level) / 16)
        let (nearest, distance) = nearest(to: colour)
        let found: UInt8 = if let nearest, distance < 90 || colours.count >= Self.roomForMixes { UInt8(nearest) } else { add(colour) }
        mixes[key] = Int16(found)
        return found
    }

    private mutating func add(_ colour: Colour) -> UInt8 {
        colours.append(colour)
        return UInt8(colours.count - 1)
    }

    private func nearest(to colour: Colour) -> (index: Int?, distance: Double) {
        var best: Int?
        var least = Double.infinity
        for (i, other) in colours.enumerated() {
            let distance = colour.distance(to: other)
            if distance < least { (best, least) = (i, distance) }
        }
        return (best, least)
    }
}
