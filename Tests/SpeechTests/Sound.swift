import Foundation

/// What the bytes of a recording say of themselves.
enum Sound {
    /// Seconds of an Ogg Opus: the last page's position in samples of 48 kHz (RFC 7845, 4), less what is skipped at the start.
    static func opusSeconds(_ bytes: [UInt8]) -> Double? {
        func number(_ at: Int, _ size: Int) -> UInt64 { (0..<size).reduce(0) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) } }
        guard bytes.count > 60, bytes[0..<4].elementsEqual("OggS".utf8), bytes[28..<36].elementsEqual("OpusHead".utf8) else { return nil }
        let skip = number(38, 2)
        var at = 0
        var last: UInt64 = 0
        while at + 27 <= bytes.count, bytes[at..<at + 4].elementsEqual("OggS".utf8) {
            last = number(at + 6, 8)
            let segments = Int(bytes[at + 26])
            guard at + 27 + segments <= bytes.count else { return nil }
            at += 27 + segments + bytes[(at + 27)..<(at + 27 + segments)].reduce(0) { $0 + Int($1) }
        }
        return at == bytes.count && last > skip ? Double(last - skip) / 48_000 : nil
    }

    /// Seconds of an MP3 of 32 kbit/s, frame by frame (ISO 13818-3, layer III at 22.05 kHz: 576 samples a frame).
    static func mp3Seconds(_ bytes: [UInt8]) -> Double? {
        let rates = [22_050.0, 24_000, 16_000]
        let bitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
        var at = 0
        var seconds = 0.0
        while at + 4 <= bytes.count {
            guard bytes[at] == 0xFF, bytes[at + 1] & 0xFE == 0xF2, bytes[at + 2] >> 2 & 3 < 3, bytes[at + 2] >> 4 < 15 else { return nil }
            let rate = rates[Int(bytes[at + 2] >> 2 & 3)]
            let bitRate = bitRates[Int(bytes[at + 2] >> 4)]
            at += 72 * bitRate * 1000 / Int(rate) + Int(bytes[at + 2] >> 1 & 1)
            seconds += 576 / rate
        }
        return seconds > 0 ? seconds : nil
    }
}

/// A folder that goes away with its test.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "speech-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes(_ name: String) -> [UInt8] { FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) } ?? [] }
    func lines(_ name: String) -> [String] { String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").map { String($0) } }
}
