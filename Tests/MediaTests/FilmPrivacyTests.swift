import Media
import Testing

@Suite("Films without the place they were taken")
struct FilmPrivacyTests {
    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 8
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + Array(name.utf8) + content
    }

    private static let place = Array("+10.7769+106.7009/".utf8)
    private static let film: [UInt8] =
        box("ftyp", Array("isom0000isom".utf8))
        + box("moov", box("mvhd", [1, 2, 3]) + box("trak", box("tkhd", [4]) + box("meta", place)) + box("udta", box("xyz ", place)))
        + box("mdat", Array("hình và tiếng".utf8)) + box("udta", place)

    @Test("place and maker are blanked, in pieces of any size, and nothing moves", arguments: [1, 7, 31, 64, 100_000])
    func blanked(_ size: Int) async throws {
        let boxes = try await FilmPrivacy.boxes(of: FileBytes(Self.film))
        #expect(boxes.count == 3)
        var out: [UInt8] = []
        while out.count < Self.film.count {
            let piece = Array(Self.film[out.count..<min(Self.film.count, out.count + size)])
            out += FilmPrivacy.blank(piece, at: Int64(out.count), boxes)
        }
        #expect(out.count == Self.film.count)
        let text = String(decoding: out, as: UTF8.self)
        #expect(!text.contains("10.7769") && text.contains("hình và tiếng") && text.contains("mvhd") && text.contains("free"))
        #expect(try await FilmPrivacy.boxes(of: FileBytes(out)).isEmpty)
    }

    @Test("what is no film, or lies about its lengths, is left alone and ends the search")
    func rubbish() async throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var bytes = Self.film
            for _ in 0..<6 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            let boxes = try await FilmPrivacy.boxes(of: FileBytes(bytes))
            #expect(FilmPrivacy.blank(bytes, at: 0, boxes).count == bytes.count)
        }
        #expect(try await FilmPrivacy.boxes(of: FileBytes([UInt8]())).isEmpty)
    }
}
