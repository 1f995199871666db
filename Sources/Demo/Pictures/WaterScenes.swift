/// The sea, storms, the port.
extension Painter {
    mutating func sea() {
        heaven()
        let horizon = height * random.number(in: 0.5...0.6)
        if random.chance(70) {
            let island = ridge(base: horizon + 2, swing: height * 0.2, roughness: 0.5, waves: 2.6).enumerated().map { x, y in
                // Land only where the hills are highest; the rest lies under water.
                Double(x) < 0 ? y : y + height * 0.09
            }
            canvas.ground(island, light.rock.mixed(with: light.haze, 0.45), light.rock.mixed(with: light.haze, 0.3))
        }
        water(from: horizon)
        for i in 0..<3 {
            let t = Double(i) / 2
            boat(
                at: Point(width * random.number(in: 0.1...0.9), horizon + (height - horizon) * (0.1 + 0.5 * t)),
                size: 14 + 34 * t,
                sail: random.chance(60)
            )
        }
        if random.chance(60) {
            let beach = ridge(base: height * 1.0, swing: height * 0.12, roughness: 0.25, waves: 1.1)
            canvas.ground(beach.map { $0 - 7 }, light.water.lighter(0.65), light.water.lighter(0.65))
            canvas.ground(beach, light.wall.mixed(with: light.gold, 0.2), light.wall.mixed(with: light.gold, 0.35))
            let x = random.chance(50) ? width * 0.1 : width * 0.88
            palm(at: Point(x, height * 0.99), size: 210)
            palm(at: Point(x + 46, height * 1.0), size: 160)
        }
    }

    mutating func storm() {
        canvas.sky(light.sky)
        for layer in 0..<3 {
            let t = Double(layer) / 2
            for _ in 0..<5 {
                cloud(
                    at: Point(width * random.fraction(), height * (0.1 + 0.22 * t) + random.number(in: -20.0...20.0)),
                    size: random.number(in: 34.0...70.0),
                    light.sky[0].mixed(with: light.haze, 0.15 + 0.35 * t),
                    alpha: 0.8
                )
            }
        }
        let land = ridge(base: height * 0.66, swing: height * 0.16)
        canvas.ground(
            land.enumerated().map { x, y in y + (Double(x) < width * 0.55 ? 0 : (Double(x) - width * 0.55) * 0.4) },
            light.rock,
            light.rock.darker(0.2)
        )
        let tower = Point(width * 0.2, land[Int(width * 0.2)] + 8)
        lighthouse(foot: tower, tall: 120)
        for i in 0..<6 {
            let t = Double(i) / 5
            let base = height * (0.64 + 0.34 * t)
            let length = 60 + 130 * t
            let shift = random.fraction() * 6
            let crest = 7 + 18 * t
            let line: [Double] = (0..<PictureMaker.width).map { x in
                let wave = sine(Double(x) / length * 2 + shift)
                return base - crest * (1 - abs(wave)) * 1.3 + sine(Double(x) / (length * 2.7) + shift) * crest * 0.5
            }
            let colour = light.water.mixed(with: light.waterDeep, 0.15 + 0.85 * t)
            canvas.ground(line.map { $0 - 2 - 2.5 * t }, light.water.lighter(0.45), colour)
            canvas.ground(line, colour, colour.darker(0.3))
        }
        for _ in 0..<90 {
            let x = width * random.number(in: -0.1...1.1)
            let y = height * random.fraction()
            let length = random.number(in: 16.0...40.0)
            canvas.stroke(Point(x, y), Point(x - length * 0.4, y + length), width: 1.3, Colour(0xDDE6E8), alpha: 0.35)
        }
    }

    mutating func lighthouse(foot: Point, tall: Double) {
        let half = tall * 0.11
        canvas.shape(
            [
                Point(foot.x - half, foot.y), Point(foot.x - half * 0.65, foot.y - tall * 0.8), Point(foot.x + half * 0.65, foot.y - tall * 0.8),
                Point(foot.x + half, foot.y),
            ],
            light.wall
        )
        for k in 0..<2 {
            let y = foot.y - tall * (0.25 + 0.3 * Double(k))
            canvas.box(foot.x - half * 0.86, y, half * 1.72, tall * 0.1, light.accent)
        }
        canvas.box(foot.x - half * 0.5, foot.y - tall * 0.93, half, tall * 0.13, Colour(0xFFE9A0))
        canvas.shape(
            [
                Point(foot.x - half * 0.8, foot.y - tall * 0.93), Point(foot.x, foot.y - tall * 1.06),
                Point(foot.x + half * 0.8, foot.y - tall * 0.93),
            ],
            light.accent.darker(0.2)
        )
        canvas.shape(
            [Point(foot.x, foot.y - tall * 0.87), Point(foot.x + tall * 2.6, foot.y - tall * 1.2), Point(foot.x + tall * 2.6, foot.y - tall * 0.7)],
            Colour(0xFFEFB8),
            alpha: 0.16
        )
    }

    mutating func harbour() {
        heaven()
        hills(2, from: 0.5, to: 0.56, swing: 0.2, near: light.rock.mixed(with: light.haze, 0.2))
        water(from: height * 0.62)
        let quay = height * 0.66
        canvas.box(width * 0.36, quay, width * 0.64, 22, light.rock.mixed(with: light.wall, 0.45))
        canvas.box(width * 0.36, quay + 22, width * 0.64, 12, light.rock.darker(0.25))
        let paints = [light.accent, light.gold, light.green, light.waterDeep, light.wall]
        for column in 0..<13 {
            for level in 0..<random.number(in: 1...4) {
                let colour = (random.pick(paints) ?? light.accent).mixed(with: light.haze, 0.12)
                let x = width * 0.5 + Double(column) * 36
                let y = quay - 18 - Double(level) * 18
                canvas.box(x, y, 34, 17, colour)
                canvas.box(x + 8, y, 1.2, 17, colour.darker(0.2))
                canvas.box(x + 24, y, 1.2, 17, colour.darker(0.2))
            }
        }
        for k in 0..<2 { crane(foot: Point(width * (0.42 + 0.27 * Double(k)), quay), tall: 200 + 22 * Double(k)) }
        ship(at: Point(width * 0.24, height * 0.8), size: 190)
        boat(at: Point(width * random.number(in: 0.6...0.92), height * 0.9), size: 30, sail: false)
    }

    mutating func crane(foot: Point, tall: Double) {
        let steel = light.accent.mixed(with: light.gold, 0.35)
        for x in [foot.x, foot.x + 42] { canvas.stroke(Point(x, foot.y), Point(x, foot.y - tall * 0.72), width: 7, steel) }
        canvas.stroke(Point(foot.x, foot.y - tall * 0.35), Point(foot.x + 42, foot.y - tall * 0.7), width: 3, steel)
        canvas.stroke(Point(foot.x - 150, foot.y - tall * 0.72), Point(foot.x + 92, foot.y - tall * 0.72), width: 8, steel)
        canvas.stroke(Point(foot.x + 21, foot.y - tall), Point(foot.x - 146, foot.y - tall * 0.73), width: 2.2, steel.darker(0.2))
        canvas.stroke(Point(foot.x + 21, foot.y - tall), Point(foot.x + 90, foot.y - tall * 0.73), width: 2.2, steel.darker(0.2))
        canvas.stroke(Point(foot.x + 21, foot.y - tall * 0.7), Point(foot.x + 21, foot.y - tall), width: 5, steel)
        canvas.stroke(Point(foot.x - 100, foot.y - tall * 0.7), Point(foot.x - 100, foot.y - tall * 0.45), width: 1.6, light.rock.darker(0.3))
        canvas.box(foot.x - 113, foot.y - tall * 0.45, 27, 13, light.gold)
    }

    mutating func ship(at place: Point, size: Double) {
        let hull = light.waterDeep.darker(0.35)
        canvas.shape(
            [
                Point(place.x - size, place.y - size * 0.16), Point(place.x + size, place.y - size * 0.22),
                Point(place.x + size * 0.82, place.y + size * 0.08), Point(place.x - size * 0.9, place.y + size * 0.08),
            ],
            hull
        )
        canvas.shape(
            [
                Point(place.x - size * 0.93, place.y + size * 0.02), Point(place.x + size * 0.86, place.y + size * 0.02),
                Point(place.x + size * 0.82, place.y + size * 0.08), Point(place.x - size * 0.9, place.y + size * 0.08),
            ],
            light.accent
        )
        canvas.box(place.x - size * 0.9, place.y - size * 0.52, size * 0.32, size * 0.37, light.wall)
        canvas.box(place.x - size * 0.84, place.y - size * 0.66, size * 0.12, size * 0.15, light.accent)
        for k in 0..<3 { canvas.box(place.x - size * 0.86 + Double(k) * size * 0.09, place.y - size * 0.44, size * 0.05, size * 0.06, hull) }
        let paints = [light.gold, light.accent, light.green, light.wall]
        for k in 0..<8 {
            for level in 0..<random.number(in: 1...3) {
                let colour = random.pick(paints) ?? light.gold
                canvas.box(
                    place.x - size * 0.5 + Double(k) * size * 0.17,
                    place.y - size * (0.28 + 0.1 * Double(level)),
                    size * 0.16,
                    size * 0.095,
                    colour
                )
            }
        }
        ripple(at: Point(place.x, place.y + size * 0.1), half: size * 1.2, thickness: 4, light.water.lighter(0.5), alpha: 0.7)
    }
}
