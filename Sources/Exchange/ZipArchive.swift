import CZlib

/// Writes a ZIP file in memory (APPNOTE 6.3.10): deflated entries with UTF-8 names and one fixed date, so that the same content is the same bytes.
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var table: [UInt8] = []
    private var count: UInt16 = 0

    /// 1 January 1980, the first day that the format knows.
    private static let date: UInt16 = 0x0021

    /// - Parameter content: below 4 GB.
    mutating func add(_ name: String, _ content: [UInt8]) throws {
        let (packed, offset) = (try Self.deflated(content, name), UInt32(bytes.count))
        let checksum = UInt32(truncatingIfNeeded: content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
        var head: [UInt8] = []
        // Needs version 2.0; names in UTF-8 (bit 11); deflated.
        head += Self.little(20 as UInt16) + Self.little(0x0800 as UInt16) + Self.little(8 as UInt16)
        head += Self.little(0 as UInt16) + Self.little(Self.date) + Self.little(checksum)
        head += Self.little(UInt32(packed.count)) + Self.little(UInt32(content.count))
        head += Self.little(UInt16(name.utf8.count)) + Self.little(0 as UInt16)
        bytes += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + packed
        table += [0x50, 0x4B, 1, 2] + Self.little(20 as UInt16) + head
        // No comment, one disk, no attributes.
        table += Self.little(0 as UInt16) + Self.little(0 as UInt16) + Self.little(0 as UInt16) + Self.little(0 as UInt32)
        table += Self.little(offset) + Array(name.utf8)
        count += 1
    }

    /// The whole file.
    func finished() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6]
        end += Self.little(0 as UInt16) + Self.little(0 as UInt16) + Self.little(count) + Self.little(count)
        end += Self.little(UInt32(table.count)) + Self.little(UInt32(bytes.count)) + Self.little(0 as UInt16)
        return bytes + table + end
    }

    private static func little<N: FixedWidthInteger>(_ number: N) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }

    private static func deflated(_ content: [UInt8], _ name: String) throws -> [UInt8] {
        var content = content
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // Without a head of its own: the archive has one.
        guard deflateInit2_(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw ExchangeFault.cannotWrite(file: name, reason: "zlib refused to start")
        }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, UInt(content.count)))
        var code = Z_OK
        let packed = content.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: most) { output, filled in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(most)
                code = CZlib.deflate(&stream, Z_FINISH)
                filled = most - Int(stream.avail_out)
            }
        }
        guard code == Z_STREAM_END else { throw ExchangeFault.cannotWrite(file: name, reason: "zlib code \(code)") }
        return packed
    }
}
