import Testing

@testable import Speech

/// A WAV is read as it comes, however it is cut, and its lengths are not believed.
@Suite("WAV")
struct WAVStreamTests {
    static let format = WAVStream.Format(channels: 1, rate: 22_050)
    static let samples: [UInt8] = (0..<1000).map { UInt8($0 % 251) }

    @Test("pieces of any size give the same samples", arguments: [1, 2, 3, 7, 43, 44, 45, 100, 5000])
    func pieces(_ size: Int) throws {
        var stream = WAVStream()
        var got: [UInt8] = []
        let all = WAVStream.header(Self.format) + Self.samples
        for start in stride(from: 0, to: all.count, by: size) { got += try stream.samples(in: Array(all[start..<min(start + size, all.count)])) }
        #expect(got == Self.samples)
        #expect(stream.format == Self.format)
    }

    @Test("chunks before the samples are passed over, what comes behind them is not sound")
    func chunks() throws {
        var all = WAVStream.header(Self.format)
        all.replaceSubrange(36..<44, with: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0] + Array("data".utf8) + [0xE8, 3, 0, 0])
        var stream = WAVStream()
        #expect(try stream.samples(in: all + Self.samples + Array("LIST".utf8)) == Self.samples)
    }

    @Test(
        "what is no WAV of 16 bits is refused",
        arguments: [
            Array("hello, this is text".utf8), Array("RIFF....AVI fmt ".utf8),
            Array(WAVStream.header(format).replacing([16, 0, 0x64], with: [8, 0, 0x64])),
            Array(WAVStream.header(.init(channels: 6, rate: 22_050))), Array(WAVStream.header(.init(channels: 1, rate: 96_000))),
            Array("RIFF....WAVEdata\u{1}\u{0}\u{0}\u{0}".utf8), Array("RIFF....WAVEfmt \u{2}\u{0}\u{0}\u{0}\u{1}\u{0}".utf8),
        ]
    )
    func refused(_ bytes: [UInt8]) {
        var stream = WAVStream()
        #expect(throws: SpeechFault.self) { try stream.samples(in: bytes + [0, 0, 0, 0, 0, 0, 0, 0]) }
    }

    @Test("an endless header is not waited for")
    func endless() {
        var stream = WAVStream()
        #expect(throws: SpeechFault.self) {
            _ = try stream.samples(in: Array("RIFF....WAVEjunk\u{FF}\u{FF}\u{FF}\u{7F}".utf8))
            for _ in 0..<100 { _ = try stream.samples(in: [UInt8](repeating: 0, count: 1024)) }
        }
    }
}
