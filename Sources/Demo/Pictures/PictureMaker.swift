/// Draws the demo's pictures: flat layered landscapes of an invented country, 960 by 540, a few dozen kilobytes each.
public enum PictureMaker {
    public static let width = 960
    public static let height = 540

    /// The picture of a recipe as a PNG file.
    public static func png(_ recipe: PictureRecipe) -> [UInt8] {
        var painter = Painter(recipe)
        painter.paint(recipe.scene)
        return PNG.encode(width: width, height: height, palette: painter.canvas.palette.colours, pixels: painter.canvas.pixels)
    }
}

/// Paints one scene; the parts of the country are in the files beside this one.
struct Painter {
    var canvas: Canvas
    var random: DemoRandom
    var light: Light

    let width = Double(PictureMaker.width)
    let height = Double(PictureMaker.height)

    init(_ recipe: PictureRecipe) {
        canvas = Canvas(width: PictureMaker.width, height: PictureMaker.height)
        random = DemoRandom(seed: recipe.seed, stream: recipe.scene.rawValue.utf8.reduce(7) { $0 &* 131 &+ UInt64($1) })
        light = recipe.scene == .storm ? .gloom : random.pick(Light.all) ?? .noon
    }

    mutating func paint(_ scene: PictureScene) {
        switch scene {
        case .mountains: mountains()
        case .terraces: terraces()
        case .fields: fields()
        case .forest: forest()
        case .sea: sea()
        case .storm: storm()
        case .harbour: harbour()
        case .city: city()
        case .bridge: bridge()
        case .school: school()
        case .flowers: flowers()
        case .festival: festival()
        case .hall: hall()
        case .river: river()
        }
    }

    // MARK: What most scenes share

    mutating func heaven(sun: Bool = true) {
        canvas.sky(light.sky)
        if sun, let place = light.sunHeight {
            let center = Point(width * random.number(in: 0.18...0.82), height * place)
            let radius = random.number(in: 30.0...46.0)
            canvas.disc(center, radius: radius * 3.1, light.sun, alpha: 0.12)
            canvas.disc(center, radius: radius * 2.1, light.sun, alpha: 0.18)
            canvas.disc(center, radius: radius * 1.4, light.sun, alpha: 0.3)
            canvas.disc(center, radius: radius, light.sun)
        }
        if random.chance(55) { clouds(random.number(in: 2...4)) }
        if random.chance(45) { birds(random.number(in: 3...6)) }
    }

    mutating func clouds(_ count: Int) {
        for _ in 0..<count {
            let x = width * random.fraction()
            let y = height * random.number(in: 0.06...0.26)
            let size = random.number(in: 14.0...28.0)
            cloud(at: Point(x, y), size: size, light.sky[light.sky.count - 1].lighter(0.4), alpha: 0.75)
        }
    }

    /// A cloud with a flat foot.
    mutating func cloud(at place: Point, size: Double, _ colour: Colour, alpha: Double) {
        var points = [Point(place.x - size * 3, place.y)]
        let bumps = 6
        for i in 0...bumps * 4 {
            let t = Double(i) / Double(bumps * 4)
            let arch = (t * (1 - t) * 4)
            let bump = abs(sine(t * Double(bumps) * 3.14159))
            points.append(Point(place.x - size * 3 + size * 6 * t, place.y - size * (0.35 + arch * 0.95 + bump * 0.28)))
        }
        points.append(Point(place.x + size * 3, place.y))
        canvas.shape(points, colour, alpha: alpha)
    }

    mutating func birds(_ count: Int) {
        let middle = Point(width * random.number(in: 0.2...0.8), height * random.number(in: 0.12...0.3))
        let colour = light.rock.darker(0.3)
        for _ in 0..<count {
            let x = middle.x + random.number(in: -70.0...70.0)
            let y = middle.y + random.number(in: -26.0...26.0)
            let span = random.number(in: 5.0...9.0)
            canvas.stroke(Point(x - span, y - span * 0.5), Point(x, y), width: 1.8, colour)
            canvas.stroke(Point(x, y), Point(x + span, y - span * 0.5), width: 1.8, colour)
        }
    }

    /// A line of hills: a height for each column, from waves of falling size; `roughness` adds small teeth.
    mutating func ridge(base: Double, swing: Double, roughness: Double = 0.5, waves: Double = 2.2) -> [Double] {
        var octaves: [(length: Double, shift: Double, size: Double)] = []
        var size = 1.0
        var length = width / waves
        for _ in 0..<6 {
            octaves.append((length, random.fraction() * 1000, size))
            size *= roughness
            length *= 0.52
        }
        let total = octaves.reduce(0) { $0 + $1.size }
        let seed = random.next()
        return (0..<PictureMaker.width).map { x in
            var sum = 0.0
            for (i, octave) in octaves.enumerated() { sum += smooth(Double(x) / octave.length + octave.shift, seed &+ UInt64(i)) * octave.size }
            return base - swing * (sum / total)
        }
    }

    /// Smooth chance along a line, from 0 to 1.
    private func smooth(_ x: Double, _ seed: UInt64) -> Double {
        let cell = x.rounded(.down)
        let t = x - cell
        let ease = t * t * (3 - 2 * t)
        func at(_ n: Double) -> Double {
            var random = DemoRandom(seed: seed, stream: UInt64(bitPattern: Int64(n)))
            return random.fraction()
        }
        let a = at(cell)
        return a + (at(cell + 1) - a) * ease
    }

    /// Hills one behind the other, the farthest first; returns the height line of the nearest.
    @discardableResult
    mutating func hills(_ count: Int, from top: Double, to bottom: Double, swing: Double, near: Colour, roughness: Double = 0.5) -> [Double] {
        var last: [Double] = []
        for i in 0..<count {
            let t = count == 1 ? 1 : Double(i) / Double(count - 1)
            let colour = light.haze.mixed(with: near, 0.25 + 0.75 * t)
            let base = height * (top + (bottom - top) * t)
            last = ridge(base: base, swing: height * swing * (1 - 0.35 * t), roughness: roughness, waves: 1.6 + 1.4 * (1 - t))
            canvas.ground(last, colour, colour.mixed(with: light.haze, 0.35 * (1 - t) + 0.08))
            if i + 1 < count { canvas.veil(from: base - 10, to: base + height * 0.12, light.haze, strength: 0.28) }
        }
        return last
    }

    mutating func water(from top: Double) {
        let first = Int(top)
        canvas.ground([Double](repeating: Double(first), count: PictureMaker.width), light.water, light.waterDeep)
        for _ in 0..<26 {
            let t = random.fraction()
            let y = top + 6 + (height - top) * t * t
            let half = 14 + 90 * t * random.fraction() + 10
            ripple(at: Point(width * random.fraction(), y), half: half, thickness: 1.2 + 2.4 * t, light.water.lighter(0.45), alpha: 0.5)
        }
    }

    mutating func ripple(at place: Point, half: Double, thickness: Double, _ colour: Colour, alpha: Double) {
        canvas.shape(
            [
                Point(place.x - half, place.y), Point(place.x, place.y - thickness), Point(place.x + half, place.y),
                Point(place.x, place.y + thickness),
            ],
            colour,
            alpha: alpha
        )
    }
}

/// A sine good enough for drawing (Bhāskara's approximation), without asking any library: the same bits on every machine.
func sine(_ angle: Double) -> Double {
    let pi = Double.pi
    var x = angle.truncatingRemainder(dividingBy: 2 * pi)
    if x < 0 { x += 2 * pi }
    let sign: Double = x > pi ? -1 : 1
    if x > pi { x -= pi }
    return sign * 16 * x * (pi - x) / (5 * pi * pi - 4 * x * (pi - x))
}
