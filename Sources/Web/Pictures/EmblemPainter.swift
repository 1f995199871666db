/// Paints the house's emblem (`Static/emblem.svg`) in pixels, for those who take no SVG: telephones' home screens, old browsers, cards in other places.
/// Every pixel is as opaque as the share of it that a shape covers, which is read from its distance to the shape.
struct EmblemPainter {
    private struct Point: Equatable {
        let x: Double
        let y: Double
    }

    /// A colour while it is being mixed.
    private struct Paint {
        var red: Double
        var green: Double
        var blue: Double

        init(_ colour: Colour) { (red, green, blue) = (Double(colour.red), Double(colour.green), Double(colour.blue)) }

        mutating func mix(_ other: Colour, _ share: Double) {
            guard share > 0 else { return }
            let share = min(share, 1)
            red += (Double(other.red) - red) * share
            green += (Double(other.green) - green) * share
            blue += (Double(other.blue) - blue) * share
        }
    }

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

    /// Lines, half their width and their colour, the lowest first: the bridge's arc (two cubic curves, drawn as short lines), its deck and pillars.
    private static let strokes: [(line: [Point], width: Double, paint: Colour)] =
        [
            (
                curve(Point(x: 6, y: 42), Point(x: 12, y: 28), Point(x: 21, y: 21), Point(x: 32, y: 21))
                    + curve(Point(x: 32, y: 21), Point(x: 43, y: 21), Point(x: 52, y: 28), Point(x: 58, y: 42)), 2, gold
            ), ([Point(x: 6, y: 47), Point(x: 58, y: 47)], 2, .white),
        ] + [(16, 31), (24, 25), (32, 21), (40, 25), (48, 31)].map { ([Point(x: $0.0, y: 46), Point(x: $0.0, y: $0.1)], 1, .white) }

    private static let star: [Point] = {
        let steps = [(2.2, 6.6), (7, 0), (-5.6, 4.1), (2.1, 6.7), (-5.7, -4.1), (-5.7, 4.1), (2.1, -6.7), (-5.6, -4.1), (7, 0)]
        return steps.reduce(into: [Point(x: 32, y: 6)]) { points, step in
            let last = points[points.count - 1]
            points.append(Point(x: last.x + step.0, y: last.y + step.1))
        }
    }()

    /// Rows from the top; red, green, blue and alpha a pixel.
    func pixels() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(size * size * 4)
        // What other systems may cut off is a fifth of each side: the drawing of a full square is smaller.
        let scale = isFull ? 1.3 : 1
        let edge = unit * scale
        for y in 0..<size {
            for x in 0..<size {
                let place = Point(x: (Double(x) + 0.5) * unit, y: (Double(y) + 0.5) * unit)
                let point = Point(x: (place.x - 32) * scale + 32, y: (place.y - 32) * scale + 32)
                var colour = Paint(ground)
                for (line, width, paint) in Self.strokes {
                    colour.mix(paint, 0.5 - (Self.distance(point, toLine: line, reach: width + edge) - width) / edge)
                }
                colour.mix(Self.gold, 0.5 - Self.distance(point, toShape: Self.star, reach: edge) / edge)
                let alpha = isFull ? 1 : min(max(0.5 - Self.distanceToGround(place) / unit, 0), 1)
                out.append(UInt8(colour.red.rounded()))
                out.append(UInt8(colour.green.rounded()))
                out.append(UInt8(colour.blue.rounded()))
                out.append(UInt8((alpha * 255).rounded()))
            }
        }
        return out
    }

    /// The rounded square: 64 a side, 14 at the corners.
    private static func distanceToGround(_ point: Point) -> Double {
        let x = abs(point.x - 32) - 18, y = abs(point.y - 32) - 18
        let outside = (max(x, 0) * max(x, 0) + max(y, 0) * max(y, 0)).squareRoot()
        return outside + min(max(x, y), 0) - 14
    }

    private static func curve(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> [Point] {
        (0...12).map { step in
            let t = Double(step) / 12, s = 1 - t
            let (p, q, r, u) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            return Point(x: a.x * p + b.x * q + c.x * r + d.x * u, y: a.y * p + b.y * q + c.y * r + d.y * u)
        }
    }

    /// The distance to a piece of a line, or `reach` where it is at least that.
    private static func distance(_ point: Point, _ a: Point, _ b: Point, reach: Double) -> Double {
        if point.x < min(a.x, b.x) - reach || point.x > max(a.x, b.x) + reach || point.y < min(a.y, b.y) - reach || point.y > max(a.y, b.y) + reach {
            return reach
        }
        let (alongX, alongY, fromX, fromY) = (b.x - a.x, b.y - a.y, point.x - a.x, point.y - a.y)
        let share = min(max((fromX * alongX + fromY * alongY) / (alongX * alongX + alongY * alongY), 0), 1)
        let (x, y) = (fromX - alongX * share, fromY - alongY * share)
        return min((x * x + y * y).squareRoot(), reach)
    }

    private static func distance(_ point: Point, toLine line: [Point], reach: Double) -> Double {
        var nearest = reach
        for index in 1..<line.count where line[index] != line[index - 1] {
            nearest = min(nearest, distance(point, line[index - 1], line[index], reach: reach))
        }
        return nearest
    }

    /// Negative inside (even-odd).
    private static func distance(_ point: Point, toShape corners: [Point], reach: Double) -> Double {
        guard point.x > 20 - reach, point.x < 44 + reach, point.y > 6 - reach, point.y < 24 + reach else { return reach }
        var nearest = reach
        var isInside = false
        var before = corners[corners.count - 1]
        for corner in corners where corner != before {
            nearest = min(nearest, distance(point, before, corner, reach: reach))
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
