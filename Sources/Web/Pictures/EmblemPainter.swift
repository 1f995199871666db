/// Paints the house's emblem (`Static/emblem.svg`) in pixels, for those who take no SVG: telephones' home screens, old browsers, cards in other places.
/// Every pixel is as opaque as the share of it that a shape covers, which is read from its distance to the shape.
struct EmblemPainter {
    private typealias Point = SIMD2<Double>

    private let size: Int
    /// Units of the drawing (64 a side) in a pixel.
    private let unit: Double
    /// Whether the ground fills the whole square, as systems want that cut their own shape out of it.
    private let isFull: Bool
    private let ground: Colour

    init(size: Int, ground: Colour, isFull: Bool = false) {
        self.size = size
        self.ground = ground
        self.isFull = isFull
        unit = 64 / Double(size)
    }

    private static let gold = Colour(red: 0xF2, green: 0xC1, blue: 0x4E)

    /// The bridge's arc: two cubic curves, drawn as short lines.
    private static let arc: [Point] =
        curve(Point(6, 42), Point(12, 28), Point(21, 21), Point(32, 21)) + curve(Point(32, 21), Point(43, 21), Point(52, 28), Point(58, 42))
    private static let pillars: [(Point, Point)] = [(16, 31), (24, 25), (32, 21), (40, 25), (48, 31)].map { (Point($0.0, 46), Point($0.0, $0.1)) }
    private static let star: [Point] = {
        let steps: [Point] = [
            Point(2.2, 6.6), Point(7, 0), Point(-5.6, 4.1), Point(2.1, 6.7), Point(-5.7, -4.1), Point(-5.7, 4.1), Point(2.1, -6.7), Point(-5.6, -4.1),
            Point(7, 0),
        ]
        return steps.reduce(into: [Point(32, 6)]) { points, step in points.append((points.last ?? step) + step) }
    }()

    /// Rows from the top; red, green, blue and alpha a pixel.
    func pixels() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(size * size * 4)
        // What other systems may cut off is a fifth of each side: the drawing of a full square is smaller.
        let scale = isFull ? 1.3 : 1
        for y in 0..<size {
            for x in 0..<size {
                let place = Point((Double(x) + 0.5) * unit, (Double(y) + 0.5) * unit)
                let point = (place - Point(32, 32)) * scale + Point(32, 32)
                let edge = unit * scale
                var colour = SIMD3<Double>(Double(ground.red), Double(ground.green), Double(ground.blue))
                func lay(_ distance: Double, _ paint: Colour) {
                    let share = min(max(0.5 - distance / edge, 0), 1)
                    guard share > 0 else { return }
                    colour += (SIMD3(Double(paint.red), Double(paint.green), Double(paint.blue)) - colour) * share
                }
                lay(Self.distance(point, toLine: Self.arc) - 2, Self.gold)
                lay(Self.distance(point, Point(6, 47), Point(58, 47)) - 2, .white)
                for pillar in Self.pillars { lay(Self.distance(point, pillar.0, pillar.1) - 1, .white) }
                lay(Self.distance(point, toShape: Self.star), Self.gold)
                let alpha = isFull ? 1 : min(max(0.5 - Self.distanceToGround(place) / unit, 0), 1)
                for channel in 0..<3 { out.append(UInt8(min(max(colour[channel].rounded(), 0), 255))) }
                out.append(UInt8((alpha * 255).rounded()))
            }
        }
        return out
    }

    /// The rounded square: 64 a side, 14 at the corners.
    private static func distanceToGround(_ point: Point) -> Double {
        let x = abs(point.x - 32) - 18, y = abs(point.y - 32) - 18
        let outside = Point(max(x, 0), max(y, 0))
        return length(outside) + min(max(x, y), 0) - 14
    }

    private static func curve(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> [Point] {
        (0...12).map { step in
            let t = Double(step) / 12, s = 1 - t
            let first = a * (s * s * s) + b * (3 * s * s * t)
            return first + c * (3 * s * t * t) + d * (t * t * t)
        }
    }

    private static func length(_ point: Point) -> Double { (point * point).sum().squareRoot() }

    private static func distance(_ point: Point, _ a: Point, _ b: Point) -> Double {
        let along = b - a, from = point - a
        let share = min(max((from * along).sum() / (along * along).sum(), 0), 1)
        return length(from - along * share)
    }

    private static func distance(_ point: Point, toLine line: [Point]) -> Double {
        var nearest = Double.infinity
        for index in 1..<line.count where line[index] != line[index - 1] { nearest = min(nearest, distance(point, line[index - 1], line[index])) }
        return nearest
    }

    /// Negative inside (even-odd).
    private static func distance(_ point: Point, toShape corners: [Point]) -> Double {
        var nearest = Double.infinity
        var isInside = false
        var before = corners[corners.count - 1]
        for corner in corners {
            nearest = min(nearest, distance(point, before, corner))
            if (corner.y > point.y) != (before.y > point.y),
                point.x < (before.x - corner.x) * (point.y - corner.y) / (before.y - corner.y) + corner.x
            {
                isInside.toggle()
            }
            before = corner
        }
        return isInside ? -nearest : nearest
    }
}
