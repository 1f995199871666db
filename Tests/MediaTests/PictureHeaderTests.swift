import CZlib
import Media
import RichText
import Testing

@Suite("What the head of a picture says")
struct PictureHeaderTests {
    @Test(
        "types by their content, sizes as shown",
        arguments: [
            ("PNG", Sample.png(width: 300, height: 200), PictureHeader.Kind.png, 300, 200, false),
            ("PNG with alpha", Sample.png(width: 40, height: 30, alpha: true), .png, 40, 30, true),
            ("JPEG", Sample.jpegHead(width: 4000, height: 3000), .jpeg, 4000, 3000, false),
            ("JPEG turned by its camera", Sample.jpegHead(width: 4000, height: 3000, orientation: 6), .jpeg, 3000, 4000, false),
            ("JPEG upside down", Sample.jpegHead(width: 4000, height: 3000, orientation: 3), .jpeg, 4000, 3000, false),
            ("WebP", Sample.webp(width: 640, height: 480), .webp, 640, 480, false),
            ("GIF", Array("GIF89a".utf8) + [0x80, 0x02, 0xE0, 0x01, 0, 0, 0], .gif, 640, 480, false),
        ]
    )
    func sizes(name: String, bytes: [UInt8], kind: PictureHeader.Kind, width: Int, height: Int, alpha: Bool) throws {
        let header = try #require(PictureHeader(bytes), "\(name)")
        #expect(header.kind == kind && header.width == width && header.height == height && header.hasAlpha == alpha, "\(name): \(header)")
    }

    @Test(
        "what is no picture is none, whatever it calls itself",
        arguments: [
            "", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "<html>", "%PDF-1.7", "#!/bin/sh", "\u{89}PNG", "BM",
            "P6\n1 1\n255\n", "II*\0", "push graphic-context",
        ]
    )
    func others(text: String) { #expect(PictureHeader(Array(text.utf8)) == nil) }

    @Test("a PNG whose palette is transparent has alpha; one that moves says so")
    func chunks() throws {
        #expect(try #require(PictureHeader(Sample.png(width: 2, height: 2, extra: [("tRNS", [0, 0, 0, 0, 0, 0])]))).hasAlpha)
        #expect(try #require(PictureHeader(Sample.png(width: 2, height: 2, extra: [("acTL", [0, 0, 0, 2, 0, 0, 0, 0])]))).isAnimated)
    }

    /// Any byte may be anything: nothing is read beyond the end, and nothing goes round for ever.
    @Test func damagedHeadsEndInPeace() {
        var random = SystemRandomNumberGenerator()
        let heads = [
            Sample.png(width: 30, height: 20), Sample.jpegHead(width: 40, height: 30, orientation: 6), Sample.webp(width: 3, height: 3),
            Array("\0\0\0\u{18}ftypavif\0\0\0\0ispe".utf8),
        ]
        for head in heads {
            for length in 0...head.count { _ = PictureHeader(head.prefix(length)) }
            for _ in 0..<2000 {
                var bytes = head
                for _ in 0..<4 { bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random) }
                if let header = PictureHeader(bytes), let width = header.width, let height = header.height { #expect(width > 0 && height > 0) }
            }
        }
    }

    @Test(
        "versions have one spelling",
        arguments: [
            ("w=640&f=avif", true), ("w=320&f=jpg", true), ("w=1920&f=png", true), ("w=641&f=avif", false), ("w=0640&f=avif", false),
            ("w=+640&f=avif", false), ("f=avif&w=640", false), ("w=640&f=AVIF", false), ("w=640", false), ("f=avif", false),
            ("w=640&f=avif&x=1", false),
            ("w=99999999999999999999&f=avif", false), ("w=640&f=gif", false), ("", false),
        ]
    )
    func spelling(query: String, isOne: Bool) { #expect((PictureVariant(query: query)?.query == query) == isOne) }
}
