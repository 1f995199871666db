/// Whether bytes hold other bytes. (The library's generic search costs a hundred times as much on large texts.)
enum ByteSearch {
    static func contains(_ source: some RandomAccessCollection<UInt8>, _ needle: StaticString) -> Bool {
        source.withContiguousStorageIfAvailable { contains($0, needle) } ?? false
    }

    static func contains(_ source: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
        let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
        guard let first = needle.first, source.count >= needle.count else { return false }
        for start in 0...(source.count - needle.count) where source[start] == first {
            var length = 1
            while length < needle.count, source[start + length] == needle[length] { length += 1 }
            if length == needle.count { return true }
        }
        return false
    }
}
