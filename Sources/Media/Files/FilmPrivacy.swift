/// What a telephone writes into a film beside picture and sound: where it was taken, with what, by whom (ISO 14496-12: `udta`, `meta`, XMP). It is blanked in
/// place: the boxes become `free` ones of the same length, so that nothing else in the file moves.
public enum FilmPrivacy {
    /// A box that is blanked: where it begins, how long its head is, where it ends.
    public struct Box: Sendable, Hashable {
        let start: Int64
        let head: Int64
        let end: Int64
    }

    private static let mostBoxes = 10_000
    private static let xmp: [UInt8] = [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC]

    /// The boxes of an MP4 that say such things. What is no box ends the search: players end there too.
    public static func boxes(of film: FileBytes) async throws -> [Box] {
        var found: [Box] = []
        var seen = 0
        var open: [(start: Int64, end: Int64)] = [(0, film.size)]
        while let (start, end) = open.popLast() {
            var at = start
            while at + 8 <= end, seen < mostBoxes {
                seen += 1
                let head = try await film.read(at: at, count: 32)
                guard head.count >= 8 else { break }
                func big(_ range: Range<Int>) -> Int64 { head[range].reduce(0) { $0 << 8 | Int64($1) } }
                var (length, headLength): (Int64, Int64) = (big(0..<4), 8)
                if length == 1, head.count >= 16, head[8] < 0x40 { (length, headLength) = (big(8..<16), 16) }
                if length == 0 { length = end - at }
                guard length >= headLength, at + length <= end else { break }
                switch String(decoding: head[4..<8], as: UTF8.self) {
                case "moov", "trak": open.append((at + headLength, at + length))
                case "udta", "meta": found.append(Box(start: at, head: headLength, end: at + length))
                case "uuid" where Array(head.dropFirst(Int(headLength)).prefix(16)) == xmp:
                    found.append(Box(start: at, head: headLength, end: at + length))
                default: break
                }
                at += length
            }
        }
        return found.sorted { $0.start < $1.start }
    }

    /// A piece of the film with those boxes blanked.
    public static func blank(_ piece: [UInt8], at offset: Int64, _ boxes: [Box]) -> [UInt8] {
        var piece = piece
        let end = offset + Int64(piece.count)
        for box in boxes where box.start < end && box.end > offset {
            for (index, letter) in "free".utf8.enumerated() {
                let place = box.start + 4 + Int64(index) - offset
                if piece.indices.contains(Int(place)) { piece[Int(place)] = letter }
            }
            let from = max(offset, box.start + box.head)
            let to = min(end, box.end)
            if from < to { for place in Int(from - offset)..<Int(to - offset) { piece[place] = 0 } }
        }
        return piece
    }
}
