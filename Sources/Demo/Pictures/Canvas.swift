/// A picture in the making: one palette index a pixel, painted from back to front. Edges are smoothed with colours mixed into the palette as they are
/// needed, so that a flat landscape keeps smooth edges and still takes a byte a pixel and a few dozen kilobytes as a file.
struct Canvas {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]
    private(set) var palette: Palette

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: 0, count: width * height)
        palette = Palette()
    }

    /// Fills everything with colours from top to bottom, evenly spaced.
    mutating func sky(_ stops: [Colour]) {
        guard let last = stops.last else { return }
        let steps = 54
        for step in 0..<steps {
            let place = Double(step) / Double(steps - 1) * Double(stops.count - 1)
            let i = min(Int(place), stops.count - 1)
            let index = palette.index(of: i + 1 < stops.count ? stops[i].mixed(with: stops[i + 1], place - Double(i)) : last)
            for y in height * step / steps..<height * (step + 1) / steps { fill(row: y, from: 0, to: width, index) }
        }
    }

    /// Everything below a line that has a height for each column; colour runs from the line's highest point to the bottom.
    mutating func ground(_ line: [Double], _ top: Colour, _ bottom: Colour) {
        guard line.count >= width, let highest = line.min(), let lowest = line.max() else { return }
        let first = max(0, Int(highest))
        guard first < height else { return }
        let depth = max(1, height - first)
        let steps = top.distance(to: bottom) < 40 ? 1 : 7
        let shades = (0..<steps).map { palette.index(of: top.mixed(with: bottom, steps == 1 ? 0.4 : Double($0) / Double(steps - 1))) }
        for y in first..<height {
            let colour = shades[min(steps - 1, (y - first) * steps / depth)]
            if Double(y) > lowest + 1 {
                fill(row: y, from: 0, to: width, colour)
                continue
            }
            var x = 0
            while x < width {
                let cover = Double(y) + 1 - line[x]
                if cover >= 1 {
                    let start = x
                    while x < width, Double(y) - line[x] >= 0 { x += 1 }
                    fill(row: y, from: start, to: x, colour)
                } else {
                    if cover > 0 { blend(x, y, colour, Self.smooth(cover, 1)) }
                    x += 1
                }
            }
        }
    }

    /// A veil over some rows, thickest in the middle: mist in a valley, light on water.
    mutating func veil(from top: Double, to bottom: Double, _ colour: Colour, strength: Double) {
        guard bottom > top else { return }
        let index = palette.index(of: colour)
        for y in max(0, Int(top))..<max(0, min(height, Int(bottom))) {
            let place = (Double(y) - top) / (bottom - top)
            let level = Int((strength * 4 * place * (1 - place) * 16).rounded())
            if level > 0 { for x in 0..<width { blend(x, y, index, level) } }
        }
    }

    mutating func disc(_ center: Point, radius: Double, _ colour: Colour, alpha: Double = 1) {
        guard radius > 0 else { return }
        let index = palette.index(of: colour)
        let top = max(0, Int(center.y - radius - 1))
        let bottom = min(height - 1, Int(center.y + radius + 1))
        guard top <= bottom else { return }
        for y in top...bottom {
            let dy = Double(y) + 0.5 - center.y
            let reach = radius + 1
            guard abs(dy) < reach else { continue }
            let half = (reach * reach - dy * dy).squareRoot()
            let left = max(0, Int((center.x - half).rounded(.down)))
            let right = min(width - 1, Int((center.x + half).rounded(.down)))
            guard left <= right else { continue }
            for x in left...right {
                let dx = Double(x) + 0.5 - center.x
                let cover = radius + 0.5 - (dx * dx + dy * dy).squareRoot()
                if cover > 0 { blend(x, y, index, Self.smooth(cover, alpha)) }
            }
        }
    }

    /// A filled shape; edges are smoothed with four lines for each row.
    mutating func shape(_ points: [Point], _ colour: Colour, alpha: Double = 1) {
        guard points.count > 2, let low = points.map(\.y).min(), let high = points.map(\.y).max() else { return }
        let first = max(0, Int(low.rounded(.down)))
        let last = min(height - 1, Int(high.rounded(.down)))
        guard first <= last else { return }
        let index = palette.index(of: colour)
        var cover = [Double](repeating: 0, count: width)
        var crossings: [Double] = []
        for y in first...last {
            var left = width
            var right = -1
            for sub in 0..<4 {
                let line = Double(y) + (Double(sub) + 0.5) / 4
                crossings.removeAll(keepingCapacity: true)
                for i in points.indices {
                    let a = points[i]
                    let b = points[(i + 1) % points.count]
                    if (a.y <= line) != (b.y <= line) { crossings.append(a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x)) }
                }
                crossings.sort()
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    let start = max(0, crossings[pair])
                    let end = min(Double(width), crossings[pair + 1])
                    guard end > start else { continue }
                    let a = Int(start)
                    let b = min(width - 1, Int(end))
                    left = min(left, a)
                    right = max(right, b)
                    if a == b {
                        cover[a] += (end - start) / 4
                    } else {
                        cover[a] += (Double(a + 1) - start) / 4
                        cover[b] += (end - Double(b)) / 4
                        if b > a + 1 { for x in a + 1..<b { cover[x] += 0.25 } }
                    }
                }
            }
            guard left <= right else { continue }
            for x in left...right {
                if cover[x] > 0 { blend(x, y, index, Self.smooth(cover[x], alpha)) }
                cover[x] = 0
            }
        }
    }

    mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: Colour, alpha: Double = 1) {
        shape([Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height)], colour, alpha: alpha)
    }

    mutating func stroke(_ a: Point, _ b: Point, width: Double, _ colour: Colour, alpha: Double = 1) {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return }
        let nx = -dy / length * width / 2
        let ny = dx / length * width / 2
        shape([Point(a.x + nx, a.y + ny), Point(b.x + nx, b.y + ny), Point(b.x - nx, b.y - ny), Point(a.x - nx, a.y - ny)], colour, alpha: alpha)
    }

    private mutating func fill(row: Int, from: Int, to: Int, _ index: UInt8) {
        guard to > from else { return }
        let start = row * width + from
        pixels.withUnsafeMutableBufferPointer { $0[start..<start + to - from].update(repeating: index) }
    }

    /// How much of sixteen parts a colour takes; edges in four steps, which compress better and look the same.
    private static func smooth(_ cover: Double, _ alpha: Double) -> Int {
        let steps = (min(1, cover) * 4).rounded()
        return alpha >= 1 ? Int(steps) * 4 : Int((steps * 4 * alpha).rounded())
    }

    private mutating func blend(_ x: Int, _ y: Int, _ index: UInt8, _ level: Int) {
        let i = y * width + x
        pixels[i] = level >= 16 ? index : palette.mix(pixels[i], with: index, level: level)
    }
}
