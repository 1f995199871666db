import FileStore
import Foundation
import Media
import RichText
import Testing

@Suite("The media worker", .serialized)
struct WorkerTests {
    @Test func isConfinedAndWritesAllFormats() async throws {
        try await WorkerRoom.with { room in
            let ability = try await room.door.ability()
            #expect(ability.isConfined)
            #expect(ability.formats == ["avif", "webp", "jpg", "png"])
            #expect(ability.version.hasPrefix("8."))
        }
    }

    @Test func makesEveryWidthInEveryFormatAndNothingLarger() async throws {
        try await WorkerRoom.with { room in
            let hash = try await room.put(Sample.png(width: 1300, height: 650))
            let facts = try await room.workshop.makeAll(of: hash, fallback: .jpg, width: 1300)
            #expect(facts == PictureWorkshop.Facts(width: 1300, height: 650, hasAlpha: false, isAnimated: false))
            for width in PictureVariant.widths {
                for format in [PictureFormat.avif, .webp, .jpg] {
                    let bytes = room.store.read(try #require(PictureVariant(width: width, format: format)), of: hash)
                    guard width <= 1300 else {
                        #expect(bytes == nil, "\(width)")
                        continue
                    }
                    let made = try #require(bytes, "\(width).\(format)")
                    let header = try #require(PictureHeader(made))
                    #expect(header.kind.mediaType == format.mediaType && header.width == width && header.height == width / 2, "\(header)")
                }
            }
            #expect(try await room.picture(1920, .avif, of: hash) == .itself)
            // All there: nothing to do.
            #expect(try await room.workshop.makeAll(of: hash, fallback: .jpg, width: 1300) == nil)
        }
    }

    /// A camera held upright notes that, and where it was. The smaller picture stands upright and says nothing.
    @Test func turnsByOrientationAndTellsNothing() async throws {
        try await WorkerRoom.with { room in
            let plain = try await room.put(Sample.png(width: 800, height: 400))
            let jpeg = Sample.adding(Sample.exif(6), to: try await room.bytes(640, .jpg, of: plain))
            #expect(jpeg.contains("Exif") && PictureHeader(jpeg)?.width == 320)
            let hash = try await room.put(jpeg)
            for format in [PictureFormat.avif, .webp, .jpg] {
                let made = try await room.bytes(320, format, of: hash)
                let header = try #require(PictureHeader(made))
                #expect(header.width == 320 && header.height == 640, "\(format): \(header)")
                for word in ["Exif", "GPS", "ICC_PROFILE", "http://ns.adobe.com"] { #expect(!made.contains(word), "\(format): \(word)") }
            }
        }
    }

    @Test("colours come out in sRGB, whatever they went in as", arguments: ["cmyk.jpg", "p3.jpg", "red.jpg", "red.avif"])
    func colours(file: String) async throws {
        try await WorkerRoom.with { room in
            let made = try await room.bytes(320, .png, of: try await room.put(try WorkerRoom.fixture(file)))
            let pixel = try #require(PNGReading.firstPixel(made))
            // The red all of them were made from: 200, 30, 20.
            for (found, wanted) in zip(pixel, [200, 30, 20]) { #expect(abs(found - wanted) < 32, "\(file): \(pixel)") }
        }
    }

    @Test func alphaStays() async throws {
        try await WorkerRoom.with { room in
            let hash = try await room.put(Sample.png(width: 400, height: 300, alpha: true))
            _ = try await room.workshop.makeAll(of: hash, fallback: .png, width: 400)
            for format in [PictureFormat.avif, .webp, .png] {
                #expect(PictureHeader(try await room.bytes(320, format, of: hash))?.hasAlpha == true, "\(format)")
            }
        }
    }

    @Test("what moves is left as it is", arguments: ["moves.webp", "gif"])
    func moving(file: String) async throws {
        try await WorkerRoom.with { room in
            // A picture and a script at once: as a picture it is a GIF.
            let gif = Array("GIF89a/*".utf8) + [1, 0, 1, 0, 0, 0, 0] + Array("*/=alert(1)".utf8)
            let hash = try await room.put(file == "gif" ? gif : try WorkerRoom.fixture(file))
            #expect(try await room.picture(320, .avif, of: hash) == .itself)
        }
    }

    static let hostilePictures: [(String, [UInt8], [PictureRefusal])] = [
        ("2,500 megapixels in 300 bytes", Sample.png(head: 50_000, 50_000, colour: 2, data: Sample.deflate([0])), [.tooLarge]),
        ("sides beyond every number", Sample.png(head: 0x7FFF_FFFF, 0x7FFF_FFFF, colour: 2, data: [0]), [.tooLarge, .damaged]),
        ("a million pixels tall", Sample.png(head: 330, 1_000_000, colour: 2, data: Sample.deflate([0])), [.tooLarge]),
        ("an SVG with a script", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8), [.notAPicture]),
        ("a page", Array("<!doctype html><script>alert(1)</script>".utf8), [.notAPicture]),
        ("ImageMagick's own language", Array("push graphic-context\nimage over 0,0 0,0 'https://evil.example/'".utf8), [.notAPicture]),
        ("a PDF", Array("%PDF-1.7\n".utf8), [.notAPicture]),
        ("JPEG in the first bytes only", [0xFF, 0xD8, 0xFF, 0xE0] + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, [.damaged]),
        ("PNG without its pixels", Sample.png(head: 400, 300, colour: 2, data: []), [.damaged]),
        (
            "PNG whose pixels are noise", Sample.png(head: 400, 300, colour: 2, data: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) }),
            [.damaged]
        ),
        (
            "a profile that is none",
            Sample.png(
                head: 400,
                300,
                colour: 2,
                extra: [("iCCP", Array("x\0\0".utf8) + Sample.deflate(Array(repeating: 65, count: 100_000)))],
                data: []
            ), [.damaged]
        ),
    ]

    @Test("a hostile picture is refused, once and for all, and the next one is made", arguments: hostilePictures)
    func hostile(name: String, bytes: [UInt8], reasons: [PictureRefusal]) async throws {
        try await WorkerRoom.with { room in
            let hash = try await room.put(bytes)
            let answer = try await room.picture(320, .avif, of: hash)
            guard case .refused(let reason) = answer else {
                Issue.record("\(name): \(answer)")
                return
            }
            #expect(reasons.contains(reason), "\(name): \(reason)")
            #expect(room.store.refusal(of: hash) == reason)
            await #expect(throws: PictureRefusal.self) { try await room.workshop.makeAll(of: hash, fallback: .jpg, width: nil) }
            #expect(try await !room.bytes(320, .webp, of: room.put(Sample.png(width: 400, height: 300))).isEmpty)
        }
    }

    /// Every photograph that a failing line cut off. What is there may be shown; nothing else may happen.
    @Test func cutOffPicturesNeverDoHarm() async throws {
        try await WorkerRoom.with { room in
            let jpeg = try WorkerRoom.fixture("red.jpg")
            for part in [4, 2, 1] {
                switch try await room.picture(320, .jpg, of: try await room.put(Array(jpeg.prefix(jpeg.count * part / 5)))) {
                case .made(let bytes): #expect(PictureHeader(bytes)?.kind == .jpeg)
                case .refused(let reason): #expect(reason == .damaged)
                case let other: Issue.record("\(other)")
                }
            }
        }
    }

    /// 81 megapixels of nothing in 240 KB: allowed, and no harm within the limits of time and memory.
    @Test func aLargePictureOfNothingIsBounded() async throws {
        try await WorkerRoom.with { room in
            var rows: [UInt8] = []
            for _ in 0..<9000 { rows += [UInt8](repeating: 0, count: 9000 * 3 + 1) }
            let hash = try await room.put(Sample.png(head: 9000, 9000, colour: 2, data: Sample.deflate(rows)))
            #expect(PictureHeader(try await room.bytes(320, .jpg, of: hash))?.width == 320)
        }
    }
}

/// Enough of PNG to see a colour.
private enum PNGReading {
    /// Red, green, blue of the first pixel, which no filter changes.
    static func firstPixel(_ png: [UInt8]) -> [Int]? {
        var at = 8
        var packed: [UInt8] = []
        while at + 12 <= png.count {
            let length = png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            if Array(png[(at + 4)..<(at + 8)]) == Array("IDAT".utf8) { packed += png[(at + 8)..<(at + 8 + length)] }
            at += length + 12
        }
        guard let rows = Sample.inflate(packed, upTo: 4 * 1024 * 1024), rows.count > 4 else { return nil }
        return rows[1...3].map { Int($0) }
    }
}

extension [UInt8] {
    /// Whether the bytes of a word stand anywhere.
    func contains(_ word: String) -> Bool {
        let wanted = Array(word.utf8)
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
    }
}
