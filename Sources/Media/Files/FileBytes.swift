public import FileStore

/// A file to be looked into, wherever it is: read by position, at most a mebibyte at once.
public struct FileBytes: Sendable {
    public let size: Int64
    let piece: @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]

    public init(size: Int64, read: @escaping @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]) {
        self.size = size
        piece = read
    }

    public init(_ file: any OpenedFile) {
        self.init(size: file.size) { try await file.read(at: $0, count: $1) }
    }

    public init(_ bytes: [UInt8]) {
        self.init(size: Int64(bytes.count)) { offset, count in
            let start = Int(min(max(0, offset), Int64(bytes.count)))
            return Array(bytes[start..<min(bytes.count, start + count)])
        }
    }

    /// The bytes from a place on, fewer only where the file ends.
    public func read(at offset: Int64, count: Int) async throws -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let wanted = Int(min(Int64(count), size - offset))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wanted)
        while bytes.count < wanted {
            let more = try await piece(offset + Int64(bytes.count), min(wanted - bytes.count, 1 << 20))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Every byte once, in pieces that overlap by `overlap` bytes, so that nothing is missed between two of them.
    func pieces(overlap: Int, _ look: ([UInt8]) throws -> Void) async throws {
        var offset: Int64 = 0
        while offset < size {
            let bytes = try await read(at: offset, count: 1 << 20)
            if bytes.isEmpty { return }
            try look(bytes)
            if offset + Int64(bytes.count) >= size { return }
            offset += Int64(max(1, bytes.count - overlap))
        }
    }
}

extension [UInt8] {
    func holds(_ text: String, at start: Int = 0) -> Bool {
        let wanted = Array(text.utf8)
        return start >= 0 && start + wanted.count <= count && self[start..<(start + wanted.count)].elementsEqual(wanted)
    }

    /// Whether a run of bytes stands anywhere in it.
    func contains(run wanted: [UInt8]) -> Bool { place(of: wanted) != nil }

    func place(of wanted: [UInt8], from start: Int = 0) -> Int? {
        guard let first = wanted.first, count >= wanted.count, start >= 0 else { return nil }
        let last = count - wanted.count
        guard start <= last else { return nil }
        return withUnsafeBufferPointer { bytes in
            var at = start
            while at <= last {
                if bytes[at] == first {
                    var same = 1
                    while same < wanted.count, bytes[at + same] == wanted[same] { same += 1 }
                    if same == wanted.count { return at }
                }
                at += 1
            }
            return nil
        }
    }

    func little16(_ at: Int) -> Int? { at >= 0 && at + 2 <= count ? Int(self[at]) | Int(self[at + 1]) << 8 : nil }

    func little32(_ at: Int) -> Int? {
        guard let low = little16(at), let high = little16(at + 2) else { return nil }
        return low | high << 16
    }
}
