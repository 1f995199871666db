import CZlib
import Testing

@testable import Demo

@Suite("The pictures of the demo")
struct PictureTests {
    @Test("are PNG files of one size, small, whole and the same each time", arguments: PictureScene.allCases)
    func scenes(scene: PictureScene) throws {
        for seed in [1, 4_611, UInt64.max] {
            let recipe = PictureRecipe(scene: scene, seed: seed)
            let file = PictureMaker.png(recipe)
            #expect(file.count <= 40_960, "\(file.count) bytes")
            let png = try decode(file)
            #expect(png.width == PictureMaker.width && png.height == PictureMaker.height && png.colourType == 3)
            #expect(png.rows.count == (png.width + 1) * png.height)
            let most = try #require(png.rows.max())
            #expect(Int(most) < png.palette / 3, "an index outside the palette")
            #expect(Set(png.rows).count > 24, "hardly anything is painted")
            #expect(file == PictureMaker.png(recipe))
        }
    }

    @Test("differ by seed and by scene")
    func variety() {
        #expect(PictureMaker.png(PictureRecipe(scene: .sea, seed: 1)) != PictureMaker.png(PictureRecipe(scene: .sea, seed: 2)))
        #expect(PictureMaker.png(PictureRecipe(scene: .sea, seed: 1)) != PictureMaker.png(PictureRecipe(scene: .city, seed: 1)))
    }

    @Test("the emblem is round: opaque in the middle, clear in the corners")
    func emblem() throws {
        let png = try decode(Emblem.png(size: 64))
        #expect(png.width == 64 && png.height == 64 && png.colourType == 6)
        var alpha: [UInt8] = []
        var above = [UInt8](repeating: 0, count: 256)
        for y in 0..<64 {
            let row = png.rows[y * 257..<(y + 1) * 257]
            let filter = row[row.startIndex]
            let bytes = zip(row.dropFirst(), above).map { filter == 2 ? $0 &+ $1 : $0 }
            alpha += stride(from: 3, to: 256, by: 4).map { bytes[$0] }
            above = bytes
        }
        #expect(alpha[0] == 0 && alpha[63] == 0 && alpha[64 * 63] == 0)
        #expect(alpha[32 * 64 + 32] == 255)
    }

    @Test("a palette that is full answers with its nearest colour")
    func fullPalette() {
        var palette = Palette()
        for n in 0..<400 { _ = palette.index(of: Colour(Double(n % 20) * 13, Double(n / 20) * 13, Double(n * 7 % 256))) }
        #expect(palette.colours.count == 256)
        let index = palette.index(of: palette.colours[17])
        #expect(index == 17)
    }

    struct Broken: Error { let reason: String }

    /// Checks the sums of all chunks and inflates the rows.
    private func decode(_ file: [UInt8]) throws -> (width: Int, height: Int, colourType: UInt8, palette: Int, rows: [UInt8]) {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw Broken(reason: "signature") }
        func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        var position = 8
        var chunks: [(type: String, data: [UInt8])] = []
        while position + 12 <= file.count {
            let length = number(position)
            let body = Array(file[position + 4..<position + 8 + length])
            guard Int(crc32(0, body, UInt32(body.count))) == number(position + 8 + length) else { throw Broken(reason: "sum") }
            chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
            position += 12 + length
        }
        guard position == file.count, chunks.first?.type == "IHDR", chunks.last?.type == "IEND" else { throw Broken(reason: "order") }
        let header = chunks[0].data
        let width = header[0..<4].reduce(0) { $0 << 8 | Int($1) }
        let height = header[4..<8].reduce(0) { $0 << 8 | Int($1) }
        let packed = chunks.filter { $0.type == "IDAT" }.flatMap(\.data)
        var size = UInt(width * height * 4 + height)
        var rows = [UInt8](repeating: 0, count: Int(size))
        guard uncompress(&rows, &size, packed, UInt(packed.count)) == Z_OK else { throw Broken(reason: "deflate") }
        return (width, height, header[9], chunks.first { $0.type == "PLTE" }?.data.count ?? 0, Array(rows.prefix(Int(size))))
    }
}
