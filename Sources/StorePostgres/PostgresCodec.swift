internal import CLibpq
import Store

/// Values on the wire, in PostgreSQL's binary form (network byte order).
enum PostgresCodec {
    static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null: 0  // the server infers it from where the value stands
        case .integer: 20
        case .real: 701
        case .text: 25
        case .blob: 17
        }
    }

    static func append(_ value: SQLValue, to bytes: inout [UInt8]) throws {
        switch value {
        case .null: break
        case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        case .real(let number): withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
        case .blob(let blob): bytes.append(contentsOf: blob)
        case .text(var text):
            try text.withUTF8 {
                if $0.contains(0) { throw StoreFault.engine("text with the character U+0000 cannot be stored") }
                bytes.append(contentsOf: $0)
            }
        }
    }

    /// Throws `StoreFault.engine` for a type outside the common dialect.
    static func value(_ raw: UnsafeRawBufferPointer, type: Oid) throws -> SQLValue {
        switch type {
        case 20: return .integer(try number(raw, Int64.self))
        case 23: return .integer(Int64(try number(raw, Int32.self)))
        case 21: return .integer(Int64(try number(raw, Int16.self)))
        case 26: return .integer(Int64(try number(raw, UInt32.self)))
        case 16: return .integer(raw.first == 1 ? 1 : 0)
        case 25, 1043, 1042, 19, 705, 114, 18: return .text(String(decoding: raw, as: UTF8.self))
        case 17: return .blob([UInt8](raw))
        case 701: return .real(Double(bitPattern: try number(raw, UInt64.self)))
        case 700: return .real(Double(Float(bitPattern: try number(raw, UInt32.self))))
        case 1700: return try numeric(raw)
        case 2278: return .null  // void: a function called for its effect
        default: throw StoreFault.engine("a column of PostgreSQL's type \(type) is outside the common dialect; CAST it")
        }
    }

    private static func number<N: FixedWidthInteger>(_ raw: UnsafeRawBufferPointer, _ type: N.Type) throws -> N {
        guard raw.count == MemoryLayout<N>.size else { throw StoreFault.engine("a number of \(raw.count) bytes cannot be read") }
        return N(bigEndian: raw.loadUnaligned(as: N.self))
    }

    /// Digits to the base 10,000. Whole numbers that fit (`SUM` of BIGINT) are integers, anything else a real.
    private static func numeric(_ raw: UnsafeRawBufferPointer) throws -> SQLValue {
        func short(_ index: Int) -> Int { Int(Int16(bigEndian: raw.loadUnaligned(fromByteOffset: index * 2, as: Int16.self))) }
        guard raw.count >= 8, raw.count == 8 + short(0) * 2 else { throw StoreFault.engine("a numeric value cannot be read") }
        let (count, weight, sign) = (short(0), short(1), short(2) & 0xFFFF)
        switch sign {
        case 0, 0x4000: break
        case 0xD000: return .real(.infinity)
        case 0xF000: return .real(-.infinity)
        default: return .real(.nan)
        }
        var whole: Int64? = 0
        var real = 0.0
        for index in 0..<max(count, weight + 1) {
            let digit = index < count ? short(4 + index) : 0
            if index <= weight {
                real = real * 10_000 + Double(digit)
                whole = whole.flatMap {
                    let (product, tooLarge) = $0.multipliedReportingOverflow(by: 10_000)
                    // Downwards, for the smallest Int64 has no positive twin.
                    let (sum, tooLarge2) = product.subtractingReportingOverflow(Int64(digit))
                    return tooLarge || tooLarge2 ? nil : sum
                }
            } else if digit != 0 {
                whole = nil
                var scale = 1.0
                for _ in weight..<index { scale *= 10_000 }
                real += Double(digit) / scale
            }
        }
        if let whole, sign != 0 || whole != .min { return .integer(sign == 0 ? -whole : whole) }
        return .real(sign == 0 ? real : -real)
    }
}

/// The values of one statement as libpq takes them: one block of bytes, and where each begins.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    let types: [Oid]

    init(_ values: [SQLValue]) throws {
        types = values.map(PostgresCodec.type)
        for value in values {
            let start = bytes.count
            try PostgresCodec.append(value, to: &bytes)
            offsets.append(value == .null ? nil : start)
            lengths.append(Int32(bytes.count - start))
        }
        // No address would mean NULL, and an empty block has none.
        bytes.append(0)
    }

    func withPointers<R>(_ work: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> R) -> R {
        bytes.withUnsafeBytes { block in
            let pointers = offsets.map { offset in
                offset.flatMap { block.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return work(Int32(types.count), pointers, lengths, [Int32](repeating: 1, count: types.count))
        }
    }
}
