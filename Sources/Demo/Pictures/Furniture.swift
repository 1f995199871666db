/// Trees, houses, boats and people that stand in several scenes.
extension Painter {
    mutating func pines(along line: [Double], _ colour: Colour, count: Int, size: ClosedRange<Double>) {
        for _ in 0..<count {
            let x = width * random.fraction()
            let foot = line[min(line.count - 1, Int(x))] + 4
            let tall = random.number(in: size)
            for k in 0..<3 {
                let y = foot - tall * 0.28 * Double(k)
                let half = tall * (0.24 - 0.055 * Double(k))
                canvas.shape([Point(x - half, y), Point(x, y - tall * 0.46), Point(x + half, y)], colour)
            }
        }
    }

    mutating func crowns(along line: [Double], _ colour: Colour, count: Int, size: ClosedRange<Double>) {
        for _ in 0..<count {
            let x = width * random.fraction()
            let foot = line[min(line.count - 1, Int(x))] + 2
            let radius = random.number(in: size)
            canvas.box(x - radius * 0.09, foot - radius * 0.6, radius * 0.18, radius * 0.9, colour.darker(0.4))
            canvas.disc(Point(x, foot - radius * 0.9), radius: radius * 0.62, colour.darker(0.12))
            canvas.disc(Point(x - radius * 0.2, foot - radius * 1.05), radius: radius * 0.42, colour.lighter(0.06))
        }
    }

    /// A hedge of round heads.
    mutating func hedge(at y: Double, _ colour: Colour, size: ClosedRange<Double>) {
        var x = -20.0
        while x < width + 20 {
            let radius = random.number(in: size)
            canvas.disc(Point(x, y), radius: radius, colour.mixed(with: light.green, random.fraction() * 0.12))
            x += radius * 0.8
        }
    }

    mutating func palm(at foot: Point, size: Double) {
        let lean = random.number(in: -0.12...0.12)
        let top = Point(foot.x + size * lean, foot.y - size)
        let trunk = light.rock.darker(0.35)
        canvas.stroke(foot, top, width: max(2.4, size * 0.045), trunk)
        let leaf = light.green.darker(0.28)
        for angle in stride(from: -2.9, through: 0.3, by: 0.53) {
            let reach = size * random.number(in: 0.32...0.44)
            let tip = Point(top.x + reach * sine(angle + 1.5708), top.y + reach * sine(angle) * 0.75 + size * 0.1)
            let middle = Point((top.x + tip.x) / 2, (top.y + tip.y) / 2 - size * 0.09)
            canvas.shape([top, Point(middle.x, middle.y - size * 0.03), tip, Point(middle.x, middle.y + size * 0.045)], leaf)
        }
    }

    /// Someone in a conical hat.
    mutating func farmer(at foot: Point) {
        let size = (foot.y - height * 0.46) * 0.16 + 5
        let dress = random.pick([light.accent, light.rock.darker(0.3), light.green.darker(0.45)]) ?? light.accent
        canvas.shape(
            [
                Point(foot.x - size * 0.42, foot.y), Point(foot.x - size * 0.26, foot.y - size * 1.5),
                Point(foot.x + size * 0.26, foot.y - size * 1.5), Point(foot.x + size * 0.42, foot.y),
            ],
            dress
        )
        canvas.disc(Point(foot.x, foot.y - size * 1.62), radius: size * 0.24, Colour(0xC99A74))
        canvas.shape(
            [
                Point(foot.x - size * 0.72, foot.y - size * 1.62), Point(foot.x, foot.y - size * 2.2),
                Point(foot.x + size * 0.72, foot.y - size * 1.62),
            ],
            Colour(0xF3E2B3)
        )
    }

    mutating func stiltHouse(at foot: Point, size: Double) {
        let wood = light.rock.mixed(with: Colour(0x6B4A2F), 0.7)
        for k in 0..<4 { canvas.box(foot.x - size + Double(k) * size * 0.64, foot.y - size * 0.5, size * 0.08, size * 0.55, wood.darker(0.3)) }
        canvas.box(foot.x - size * 1.05, foot.y - size * 0.95, size * 2.1, size * 0.5, wood)
        canvas.box(foot.x - size * 0.2, foot.y - size * 0.9, size * 0.34, size * 0.45, wood.darker(0.45))
        canvas.shape(
            [
                Point(foot.x - size * 1.45, foot.y - size * 0.88), Point(foot.x - size * 0.75, foot.y - size * 1.7),
                Point(foot.x + size * 0.75, foot.y - size * 1.7),
                Point(foot.x + size * 1.45, foot.y - size * 0.88),
            ],
            wood.mixed(with: light.gold, 0.35).darker(0.12)
        )
    }

    mutating func boat(at place: Point, size: Double, sail: Bool) {
        let hull = light.rock.darker(0.35).mixed(with: light.accent, 0.25)
        canvas.shape(
            [
                Point(place.x - size, place.y - size * 0.2), Point(place.x + size * 1.15, place.y - size * 0.34),
                Point(place.x + size * 0.72, place.y + size * 0.16),
                Point(place.x - size * 0.7, place.y + size * 0.16),
            ],
            hull
        )
        if sail {
            let cloth = random.chance(50) ? light.accent : light.wall
            canvas.stroke(Point(place.x, place.y - size * 0.25), Point(place.x, place.y - size * 2.1), width: max(1.4, size * 0.05), hull)
            canvas.shape(
                [
                    Point(place.x + size * 0.08, place.y - size * 2.05), Point(place.x + size * 0.95, place.y - size * 0.5),
                    Point(place.x + size * 0.08, place.y - size * 0.4),
                ],
                cloth
            )
            canvas.shape(
                [
                    Point(place.x - size * 0.08, place.y - size * 1.75), Point(place.x - size * 0.72, place.y - size * 0.45),
                    Point(place.x - size * 0.08, place.y - size * 0.4),
                ],
                cloth.darker(0.12)
            )
        } else {
            canvas.box(place.x - size * 0.35, place.y - size * 0.72, size * 0.7, size * 0.46, light.wall)
            canvas.box(place.x - size * 0.42, place.y - size * 0.8, size * 0.84, size * 0.12, light.accent)
        }
        ripple(at: Point(place.x, place.y + size * 0.24), half: size * 1.5, thickness: size * 0.06 + 1, light.water.lighter(0.5), alpha: 0.7)
    }

    mutating func flower(at place: Point, size: Double, _ petal: Colour, stem: Bool) {
        if stem, size > 3 {
            canvas.stroke(place, Point(place.x + size * 0.3, place.y + size * 5), width: max(1.2, size * 0.16), light.green.darker(0.25))
        }
        if size < 4 {
            canvas.disc(place, radius: size, petal)
            return
        }
        for k in 0..<5 {
            let angle = Double(k) * 1.2566 + 0.3
            canvas.disc(Point(place.x + size * 0.62 * sine(angle + 1.5708), place.y + size * 0.62 * sine(angle)), radius: size * 0.48, petal)
        }
        canvas.disc(place, radius: size * 0.36, Colour(0xF2B233).mixed(with: petal.darker(0.3), 0.2))
    }

    /// A five-pointed star.
    mutating func star(at place: Point, radius: Double, _ colour: Colour) {
        var points: [Point] = []
        for k in 0..<10 {
            let reach = k.isMultiple(of: 2) ? radius : radius * 0.382
            let angle = Double(k) * 0.628_318_5 - 1.570_796_3
            points.append(Point(place.x + reach * sine(angle + 1.570_796_3), place.y + reach * sine(angle)))
        }
        canvas.shape(points, colour)
    }

    /// The national flag on a pole.
    mutating func flag(foot: Point, tall: Double) {
        canvas.box(foot.x - tall * 0.008 - 0.8, foot.y - tall, tall * 0.016 + 1.6, tall, light.rock.lighter(0.3))
        let w = tall * 0.3
        let top = foot.y - tall + 4
        canvas.shape(
            [
                Point(foot.x + 2, top), Point(foot.x + w * 0.5, top + w * 0.05), Point(foot.x + w, top - w * 0.02), Point(foot.x + w, top + w * 0.62),
                Point(foot.x + w * 0.5, top + w * 0.7), Point(foot.x + 2, top + w * 0.66),
            ],
            Colour(0xD3221E)
        )
        star(at: Point(foot.x + w * 0.5, top + w * 0.36), radius: w * 0.2, Colour(0xFFDD33))
    }
}
