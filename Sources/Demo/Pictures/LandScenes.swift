/// Mountains, terraces, fields, forests and rivers.
extension Painter {
    mutating func mountains() {
        heaven()
        let near = light.rock.mixed(with: light.green, 0.35)
        let line = hills(5, from: 0.5, to: 0.86, swing: 0.42, near: near, roughness: 0.52)
        pines(along: line, near.darker(0.3), count: 70, size: 9...24)
        let foot = ridge(base: height * 1.0, swing: height * 0.1)
        canvas.ground(foot, near.darker(0.45), near.darker(0.6))
        pines(along: foot, near.darker(0.52), count: 34, size: 22...52)
    }

    mutating func terraces() {
        heaven()
        hills(3, from: 0.44, to: 0.56, swing: 0.3, near: light.rock.mixed(with: light.green, 0.5))
        let ripe = random.chance(50)
        let slope = random.number(in: -0.16...0.16)
        let swellA = random.number(in: 160.0...260.0)
        let phase = random.fraction() * 6
        let steps = 13
        for i in 0..<steps {
            let t = Double(i) / Double(steps - 1)
            let base = height * (0.55 + 0.47 * t * (0.55 + 0.45 * t))
            let colour = (ripe ? light.gold : light.green.lighter(0.15)).mixed(with: ripe ? light.green : light.gold, 0.12 + 0.5 * random.fraction())
                .mixed(with: light.haze, 0.34 * (1 - t))
            let shift = phase + t * 2.6
            let line: [Double] = (0..<PictureMaker.width).map { x in
                let u = Double(x)
                return base + (u - width / 2) * slope * (1 - 0.5 * t) + sine(u / swellA + shift) * (12 + 20 * t) + sine(u / 83 + shift * 2.1)
                    * (3 + 5 * t)
            }
            canvas.ground(line.map { $0 - 2 - 3 * t }, colour.lighter(0.45), colour.lighter(0.45))
            canvas.ground(line, colour, colour.darker(0.22))
            if i == 4 || i == 7, random.chance(80) {
                let x = width * random.number(in: 0.15...0.85)
                stiltHouse(at: Point(x, line[Int(x)] + 3), size: 15 + 16 * t)
            }
        }
        pines(along: ridge(base: height * 1.03, swing: height * 0.06), light.green.darker(0.5), count: 16, size: 26...60)
    }

    mutating func fields() {
        heaven()
        hills(2, from: 0.44, to: 0.5, swing: 0.18, near: light.rock.mixed(with: light.green, 0.4))
        let horizon = height * 0.52
        hedge(at: horizon + 2, light.green.mixed(with: light.haze, 0.3), size: 12...30)
        canvas.ground(
            [Double](repeating: horizon, count: PictureMaker.width),
            light.gold.mixed(with: light.green, 0.4).mixed(with: light.haze, 0.25),
            light.green.mixed(with: light.gold, 0.3)
        )
        let vanishing = Point(width * random.number(in: 0.3...0.7), horizon - 26)
        let ripe = random.chance(60)
        var edge = -width * 0.9
        while edge < width * 1.9 {
            let step = random.number(in: 110.0...210.0)
            let base = ripe ? light.gold : light.green.lighter(0.12)
            let colour = base.mixed(with: ripe ? light.green : light.gold, random.number(in: 0.05...0.55))
            func at(_ x: Double, _ y: Double) -> Point {
                let t = (y - vanishing.y) / (height - vanishing.y)
                return Point(vanishing.x + (x - vanishing.x) * t, y)
            }
            canvas.shape([at(edge, horizon), at(edge + step, horizon), at(edge + step, height), at(edge, height)], colour)
            canvas.shape([at(edge, horizon), at(edge + 7, horizon), at(edge + 7, height), at(edge, height)], light.green.darker(0.3), alpha: 0.65)
            edge += step
        }
        canvas.veil(from: horizon - 16, to: horizon + 60, light.haze, strength: 0.35)
        for _ in 0..<random.number(in: 2...4) {
            palm(at: Point(width * random.fraction(), horizon + random.number(in: 8.0...46.0)), size: random.number(in: 60.0...110.0))
        }
        for _ in 0..<random.number(in: 2...4) {
            farmer(at: Point(width * random.number(in: 0.08...0.92), horizon + random.number(in: 60.0...170.0)))
        }
    }

    mutating func forest() {
        heaven()
        hills(2, from: 0.42, to: 0.52, swing: 0.26, near: light.rock.mixed(with: light.green, 0.6))
        for i in 0..<5 {
            let t = Double(i) / 4
            let colour = light.haze.mixed(with: light.green, 0.45 + 0.55 * t).darker(0.34 * t)
            let line = ridge(base: height * (0.58 + 0.38 * t), swing: height * 0.12)
            canvas.ground(line, colour, colour.darker(0.15))
            if i.isMultiple(of: 2) {
                crowns(along: line, colour, count: 46 - i * 5, size: 10 + 10 * t...22 + 24 * t)
            } else {
                pines(along: line, colour.darker(0.08), count: 50 - i * 4, size: 18 + 18 * t...40 + 50 * t)
            }
            if i < 4 { canvas.veil(from: height * (0.56 + 0.38 * t), to: height * (0.72 + 0.38 * t), light.haze, strength: 0.16) }
        }
    }

    mutating func river() {
        heaven()
        hills(3, from: 0.42, to: 0.54, swing: 0.34, near: light.rock.mixed(with: light.green, 0.45))
        let bank = ridge(base: height * 0.6, swing: height * 0.06)
        canvas.ground(bank, light.green.mixed(with: light.haze, 0.25), light.green.darker(0.1))
        var left: [Point] = []
        var right: [Point] = []
        let phase = random.fraction() * 6
        for i in 0...40 {
            let t = Double(i) / 40
            let y = height * 0.585 + height * 0.42 * t * t
            let middle = width * 0.5 + sine(phase + t * 5.2) * (40 + 190 * t) * (1 - 0.35 * t)
            let half = 10 + 170 * t * t
            left.append(Point(middle - half, y))
            right.append(Point(middle + half, y))
        }
        canvas.shape(left + right.reversed(), light.water)
        canvas.shape(
            left.map { Point($0.x + 8, $0.y + 4) } + right.reversed().map { Point($0.x - 16, $0.y + 4) },
            light.water.mixed(with: light.waterDeep, 0.35),
            alpha: 0.55
        )
        for i in stride(from: 12, to: 38, by: 5) {
            let middle = (left[i].x + right[i].x) / 2
            ripple(at: Point(middle, left[i].y), half: (right[i].x - left[i].x) * 0.3, thickness: 1.6, light.water.lighter(0.5), alpha: 0.7)
        }
        boat(at: Point((left[26].x + right[26].x) / 2, left[26].y), size: 20, sail: false)
        crowns(along: ridge(base: height * 0.66, swing: height * 0.03), light.green.darker(0.2), count: 12, size: 14...30)
        hedge(at: height * 1.01, light.green.darker(0.42), size: 26...64)
    }

    mutating func flowers() {
        heaven()
        hills(3, from: 0.46, to: 0.58, swing: 0.26, near: light.rock.mixed(with: light.green, 0.5))
        let petals =
            random.pick([
                [Colour(0xC94F8C), Colour(0xE58AB5), Colour(0xF6C7DA)], [Colour(0xE8B320), Colour(0xF6D35B), Colour(0xFFF0B0)],
                [Colour(0x8A5CC2), Colour(0xB794E0), Colour(0xE3D3F5)], [Colour(0xF3F0EA), Colour(0xFFFFFF), Colour(0xE8DFEF)],
            ]) ?? []
        for i in 0..<4 {
            let t = Double(i) / 3
            let meadow = light.green.lighter(0.12).mixed(with: petals[0], 0.18).mixed(with: light.haze, 0.3 * (1 - t))
            let line = ridge(base: height * (0.64 + 0.3 * t), swing: height * 0.1, roughness: 0.3)
            canvas.ground(line, meadow, meadow.darker(0.14))
            for _ in 0..<(70 - i * 12) {
                let x = width * random.fraction()
                let y = line[min(PictureMaker.width - 1, Int(x))] + random.number(in: 4.0...60.0) * (0.4 + t)
                flower(at: Point(x, y), size: 1.6 + 3.6 * t + random.fraction() * 1.5, petals[random.number(in: 0...petals.count - 1)], stem: i == 3)
            }
        }
        for _ in 0..<9 {
            flower(
                at: Point(width * random.fraction(), height * random.number(in: 0.86...0.99)),
                size: random.number(in: 11.0...18.0),
                petals[random.number(in: 0...petals.count - 1)],
                stem: true
            )
        }
    }
}
