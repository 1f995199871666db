/// Streets, bridges, schools, halls and feasts.
extension Painter {
    mutating func city() {
        heaven()
        hills(2, from: 0.46, to: 0.52, swing: 0.2, near: light.rock.mixed(with: light.haze, 0.3))
        let bank = height * 0.74
        skyline(foot: bank, tall: 120...230, wide: 26...60, light.rock.mixed(with: light.haze, 0.62), windows: false)
        skyline(foot: bank, tall: 70...170, wide: 34...76, light.rock.mixed(with: light.haze, 0.3), windows: true)
        skyline(foot: bank, tall: 28...84, wide: 36...70, light.wall.mixed(with: light.haze, 0.1), windows: true)
        hedge(at: bank + 2, light.green.darker(0.1), size: 9...20)
        water(from: bank + 6)
        canvas.box(0, bank + 2, width, 8, light.rock.lighter(0.35))
        boat(at: Point(width * random.number(in: 0.2...0.8), height * 0.88), size: 26, sail: random.chance(40))
    }

    mutating func skyline(foot: Double, tall: ClosedRange<Double>, wide: ClosedRange<Double>, _ colour: Colour, windows: Bool) {
        var x = -10.0
        while x < width {
            let w = random.number(in: wide)
            let h = random.number(in: tall)
            let wall = colour.mixed(
                with: random.pick([light.wall, light.rock, light.accent, light.haze]) ?? light.wall,
                random.number(in: 0.0...0.22)
            )
            canvas.box(x, foot - h, w, h, wall)
            if random.chance(30) {
                canvas.shape(
                    [Point(x - 2, foot - h), Point(x + w / 2, foot - h - 16), Point(x + w + 2, foot - h)],
                    light.accent.mixed(with: colour, 0.25)
                )
            }
            if windows {
                let pane = light.sky[1].mixed(with: Colour(0xFFE9A8), 0.5)
                var y = foot - h + 10
                while y < foot - 12 {
                    var column = x + 7
                    while column < x + w - 8 {
                        if !random.chance(18) { canvas.box(column, y, 5, 7, pane, alpha: 0.85) }
                        column += 12
                    }
                    y += 16
                }
            }
            x += w + random.number(in: 0.0...10.0)
        }
    }

    mutating func bridge() {
        heaven()
        hills(3, from: 0.5, to: 0.6, swing: 0.26, near: light.rock.mixed(with: light.green, 0.35))
        let horizon = height * 0.62
        water(from: horizon)
        let deck = height * 0.66
        let steel = light.wall.mixed(with: light.rock, 0.12)
        let shadow = light.rock.darker(0.3)
        for k in 0..<2 {
            let x = width * (0.3 + 0.4 * Double(k))
            let top = deck - 230
            for side in [-1.0, 1.0] {
                for n in 1...11 {
                    let reach = Double(n) * 18
                    canvas.stroke(Point(x, top + Double(n) * 5), Point(x + side * reach, deck), width: 1.6, steel, alpha: 0.95)
                }
            }
            canvas.shape([Point(x - 7, deck), Point(x - 4, top), Point(x + 4, top), Point(x + 7, deck)], steel)
            canvas.box(x - 8, top - 6, 16, 8, light.accent)
            canvas.shape([Point(x - 12, deck + 10), Point(x + 12, deck + 10), Point(x + 20, height * 0.86), Point(x - 20, height * 0.86)], shadow)
            ripple(at: Point(x, height * 0.86), half: 70, thickness: 3, light.water.lighter(0.5), alpha: 0.7)
        }
        canvas.box(0, deck - 2, width, 5, steel)
        canvas.box(0, deck + 3, width, 11, shadow)
        var x = random.number(in: 0.0...40.0)
        while x < width {
            let colour = random.pick([light.accent, light.gold, light.wall, light.green]) ?? light.gold
            let isBus = random.chance(25)
            canvas.box(x, deck - (isBus ? 16 : 9), isBus ? 30 : 15, isBus ? 14 : 7, colour.mixed(with: light.haze, 0.1))
            x += random.number(in: 60.0...150.0)
        }
        boat(at: Point(width * random.number(in: 0.42...0.58), height * 0.84), size: 32, sail: false)
    }

    mutating func school() {
        heaven()
        hills(2, from: 0.5, to: 0.56, swing: 0.2, near: light.rock.mixed(with: light.green, 0.5))
        crowns(along: [Double](repeating: height * 0.72, count: PictureMaker.width), light.green, count: 16, size: 40...90)
        let foot = height * 0.76
        let left = width * random.number(in: 0.14...0.22)
        let wide = width * 0.62
        let wall = light.wall
        canvas.box(left, foot - 170, wide, 170, wall)
        canvas.box(left, foot - 92, wide, 8, light.accent.mixed(with: wall, 0.55))
        canvas.shape(
            [Point(left - 18, foot - 166), Point(left + 24, foot - 214), Point(left + wide - 24, foot - 214), Point(left + wide + 18, foot - 166)],
            light.accent
        )
        let pane = light.sky[0].mixed(with: wall, 0.25)
        for floor in 0..<2 {
            for k in 0..<11 {
                let x = left + 18 + Double(k) * (wide - 30) / 11
                canvas.box(x, foot - 150 + Double(floor) * 86, 34, 42, pane)
                canvas.box(x + 16, foot - 150 + Double(floor) * 86, 2, 42, wall)
            }
        }
        let door = left + wide / 2
        canvas.box(door - 46, foot - 196, 92, 196, wall.darker(0.06))
        canvas.shape([Point(door - 60, foot - 192), Point(door, foot - 240), Point(door + 60, foot - 192)], light.accent.darker(0.12))
        canvas.box(door - 22, foot - 62, 44, 62, light.rock.darker(0.2))
        canvas.disc(Point(door, foot - 150), radius: 17, light.gold)
        canvas.disc(Point(door, foot - 150), radius: 13, wall)
        canvas.ground(
            [Double](repeating: foot, count: PictureMaker.width),
            light.wall.mixed(with: light.gold, 0.35),
            light.gold.mixed(with: light.green, 0.35)
        )
        for k in 0..<18 {
            let x = width * 0.1 + Double(k) * 44 + random.number(in: -8.0...8.0)
            pupil(at: Point(x, foot + random.number(in: 44.0...104.0)))
        }
        flag(foot: Point(door + (random.chance(50) ? 150 : -150), foot + 22), tall: 250)
        hedge(at: height * 1.02, light.green.darker(0.3), size: 16...34)
    }

    mutating func pupil(at foot: Point) {
        canvas.box(foot.x - 5, foot.y - 14, 10, 14, light.rock.darker(0.35))
        canvas.shape(
            [Point(foot.x - 7, foot.y - 12), Point(foot.x - 5, foot.y - 32), Point(foot.x + 5, foot.y - 32), Point(foot.x + 7, foot.y - 12)],
            Colour(0xFBFBF7)
        )
        canvas.shape([Point(foot.x - 2, foot.y - 31), Point(foot.x + 2, foot.y - 31), Point(foot.x, foot.y - 18)], light.accent)
        canvas.disc(Point(foot.x, foot.y - 38), radius: 6, Colour(0xD2A47E))
        canvas.disc(Point(foot.x, foot.y - 40.5), radius: 5.4, Colour(0x2A2320))
    }

    mutating func hall() {
        let curtain = random.pick([Colour(0x8E1B1F), Colour(0x1F4E79), Colour(0x6A2C4F), Colour(0x245C4A)]) ?? Colour(0x8E1B1F)
        canvas.sky([curtain.darker(0.25), curtain, curtain.darker(0.1)])
        for k in 0..<24 { canvas.box(Double(k) * 40, 0, 16, height * 0.66, curtain.darker(0.22), alpha: 0.5) }
        canvas.box(width * 0.2, height * 0.1, width * 0.6, height * 0.3, light.wall)
        canvas.box(width * 0.2, height * 0.1, width * 0.6, 8, Colour(0xE3B23C))
        canvas.box(width * 0.27, height * 0.2, width * 0.46, 14, curtain)
        canvas.box(width * 0.33, height * 0.26, width * 0.34, 10, curtain.lighter(0.25))
        canvas.box(width * 0.38, height * 0.32, width * 0.24, 7, Colour(0xC8963A))
        canvas.box(0, height * 0.62, width, height * 0.1, Colour(0x9A6B3F))
        canvas.box(0, height * 0.62, width, 6, Colour(0xC79A63))
        flag(foot: Point(width * 0.1, height * 0.63), tall: 190)
        canvas.box(width * 0.45, height * 0.52, width * 0.1, height * 0.11, Colour(0x7A5230))
        canvas.box(width * 0.44, height * 0.51, width * 0.12, 9, Colour(0xA87847))
        for k in 0..<16 {
            flower(
                at: Point(width * 0.42 + Double(k) * 10, height * 0.615 + random.number(in: -5.0...4.0)),
                size: 6,
                k.isMultiple(of: 2) ? Colour(0xE6B93C) : Colour(0xD24B6B),
                stem: false
            )
        }
        speaker(at: Point(width * 0.5, height * 0.515))
        for row in 0..<4 {
            let t = Double(row) / 3
            let count = 15 - row * 2
            for k in 0..<count {
                let x = (Double(k) + 0.5) / Double(count) * width + random.number(in: -7.0...7.0)
                let y = height * (0.73 + 0.1 * Double(row)) + random.number(in: -4.0...4.0)
                let size = 17 + 13 * t
                let cloth = (random.pick([Colour(0x33475B), Colour(0xF2EFE8), Colour(0x7B3B3B), Colour(0x3F5F52), Colour(0x585C73)]) ?? curtain)
                    .darker(0.12 * t)
                canvas.shape(
                    [
                        Point(x - size * 1.1, y + size * 2.6), Point(x - size * 0.8, y + size * 0.8), Point(x + size * 0.8, y + size * 0.8),
                        Point(x + size * 1.1, y + size * 2.6),
                    ],
                    cloth
                )
                canvas.disc(Point(x, y), radius: size * 0.72, Colour(0x2B2422))
            }
        }
    }

    mutating func speaker(at foot: Point) {
        canvas.shape(
            [Point(foot.x - 22, foot.y), Point(foot.x - 15, foot.y - 40), Point(foot.x + 15, foot.y - 40), Point(foot.x + 22, foot.y)],
            Colour(0x2D3E50)
        )
        canvas.shape([Point(foot.x - 5, foot.y - 40), Point(foot.x + 5, foot.y - 40), Point(foot.x, foot.y - 18)], Colour(0xF5F3EE))
        canvas.disc(Point(foot.x, foot.y - 52), radius: 12, Colour(0xD2A47E))
        canvas.disc(Point(foot.x, foot.y - 57), radius: 11, Colour(0x2A2320))
        canvas.disc(Point(foot.x, foot.y - 50), radius: 9, Colour(0xD2A47E))
    }

    mutating func festival() {
        heaven()
        hills(3, from: 0.52, to: 0.62, swing: 0.24, near: light.rock.mixed(with: light.green, 0.4))
        let ground = height * 0.76
        communalHouse(foot: Point(width * random.number(in: 0.4...0.6), ground + 4), size: 190)
        canvas.ground(
            [Double](repeating: ground, count: PictureMaker.width),
            light.wall.mixed(with: light.green, 0.5),
            light.gold.mixed(with: light.green, 0.45)
        )
        let paints = [Colour(0xD3302B), Colour(0xF0B429), Colour(0x2E8B57), Colour(0x2F6FB0), Colour(0xA1499B)]
        for k in 0..<5 {
            let x = width * (0.06 + 0.22 * Double(k))
            banner(foot: Point(x, ground + 60), tall: random.number(in: 190.0...240.0), paints)
        }
        for line in 0..<2 {
            let y = height * (0.06 + 0.1 * Double(line))
            for k in 0..<32 {
                let x = Double(k) * 31
                let sag = sine(Double(k) / 31 * 3.14159) * 34
                canvas.shape([Point(x, y + sag), Point(x + 22, y + sag + 1), Point(x + 11, y + sag + 24)], paints[(k + line * 2) % paints.count])
            }
        }
        for _ in 0..<58 {
            let x = width * random.fraction()
            let y = height * random.number(in: 0.86...0.99)
            let size = 6 + (y - height * 0.8) * 0.09
            canvas.shape(
                [
                    Point(x - size * 1.1, y + size * 3), Point(x - size * 0.7, y + size * 0.7), Point(x + size * 0.7, y + size * 0.7),
                    Point(x + size * 1.1, y + size * 3),
                ],
                (random.pick(paints) ?? light.accent).mixed(with: light.wall, random.fraction() * 0.6)
            )
            canvas.disc(Point(x, y), radius: size * 0.72, Colour(0xC99A74))
            if random.chance(35) {
                canvas.shape(
                    [Point(x - size * 1.5, y - size * 0.1), Point(x, y - size * 1.5), Point(x + size * 1.5, y - size * 0.1)],
                    Colour(0xF3E2B3)
                )
            } else {
                canvas.disc(Point(x, y - size * 0.25), radius: size * 0.62, Colour(0x2A2320))
            }
        }
    }

    mutating func communalHouse(foot: Point, size: Double) {
        let tile = light.accent.mixed(with: Colour(0x7A3B22), 0.5)
        canvas.box(foot.x - size * 0.95, foot.y - size * 0.4, size * 1.9, size * 0.42, light.wall.darker(0.08))
        for k in 0..<7 { canvas.box(foot.x - size * 0.9 + Double(k) * size * 0.29, foot.y - size * 0.4, size * 0.05, size * 0.4, tile.darker(0.35)) }
        canvas.box(foot.x - size * 0.2, foot.y - size * 0.34, size * 0.4, size * 0.36, tile.darker(0.5))
        canvas.shape(
            [
                Point(foot.x - size * 1.3, foot.y - size * 0.52), Point(foot.x - size * 1.02, foot.y - size * 0.5),
                Point(foot.x - size * 0.7, foot.y - size * 0.86),
                Point(foot.x + size * 0.7, foot.y - size * 0.86), Point(foot.x + size * 1.02, foot.y - size * 0.5),
                Point(foot.x + size * 1.3, foot.y - size * 0.52),
                Point(foot.x + size * 1.05, foot.y - size * 0.36), Point(foot.x - size * 1.05, foot.y - size * 0.36),
            ],
            tile
        )
        canvas.box(foot.x - size * 0.72, foot.y - size * 0.89, size * 1.44, size * 0.05, tile.darker(0.3))
        canvas.disc(Point(foot.x, foot.y - size * 0.93), radius: size * 0.06, light.gold)
    }

    /// The square five-coloured flag of a village feast.
    mutating func banner(foot: Point, tall: Double, _ paints: [Colour]) {
        canvas.box(foot.x - 2.5, foot.y - tall, 5, tall, Colour(0x8A6A3C))
        let w = tall * 0.36
        for k in 0..<4 {
            let inset = Double(k) * w * 0.12
            let top = foot.y - tall + 6 + inset
            canvas.shape(
                [
                    Point(foot.x + 3, top), Point(foot.x + w - inset, top + w * 0.04), Point(foot.x + w - inset, top + w - inset * 2 + w * 0.04),
                    Point(foot.x + 3, top + w - inset * 2),
                ],
                paints[(k + Int(foot.x)) % paints.count]
            )
        }
    }
}
