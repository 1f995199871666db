import FileStore
import Publishing
import Store
import Vietnamese

/// A place in a walk as the reader's program carries it: two numbers and a digest that binds them to the question, 39 characters of the
/// alphabet of ids. It holds nothing secret and the program keeps nothing of it; one that was changed, or that belongs to another
/// question, is not taken.
struct WalkCursor: Hashable {
    let first: Int64
    let second: Int64

    init(_ first: Int64, _ second: Int64 = 0) {
        self.first = first
        self.second = second
    }

    init(_ list: ListCursor) { self.init(list.publishedAt.rawValue, list.item.rawValue) }

    var list: ListCursor { ListCursor(publishedAt: Instant(rawValue: first), item: ItemID(rawValue: second)) }

    /// Moments before 1970 are negative; ids of the text form are not.
    private static let offset: Int64 = 1 << 62

    func text(for question: String) -> String {
        Crockford.encode(first + Self.offset) + Crockford.encode(second) + Crockford.encode(Self.digest(first, second, question))
    }

    init?(_ text: String, for question: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 39 else { return nil }
        let parts = (0..<3).map { String(decoding: bytes[($0 * 13)..<($0 * 13 + 13)], as: UTF8.self) }
        guard let first = Crockford.decode(parts[0]), let second = Crockford.decode(parts[1]), let digest = Crockford.decode(parts[2]) else {
            return nil
        }
        self.init(first - Self.offset, second)
        guard digest == Self.digest(self.first, second, question) else { return nil }
    }

    private static func digest(_ first: Int64, _ second: Int64, _ question: String) -> Int64 {
        let hash = ContentHash(of: "caunoi walk\n\(first)\n\(second)\n\(question)".utf8).bytes
        return Int64(bitPattern: hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 1)
    }
}
