/// The weights of the classifier: for every bucket that says anything, what it says for which fields. Multinomial logistic regression, weights in
/// eight bits. The form of the file is in docs/triage.md.
public struct FieldModel: Sendable {
    /// What is wrong with a file of weights.
    public struct Unreadable: Error, CustomStringConvertible {
        public let description: String
    }

    public static let magic: [UInt8] = Array("CNTW".utf8)
    public static let version: UInt8 = 1

    public let fields: [FieldCode]
    /// What a weight of 1 is worth.
    public let scale: Float
    /// One for each field, in the same unit as `scale` × weight.
    public let biases: [Float]
    /// Where the weights of bucket b begin; those of b end where b + 1 begins.
    private let starts: [UInt32]
    private let classes: [UInt8]
    private let weights: [Int8]

    public init(fields: [FieldCode], scale: Float, biases: [Float], weights rows: [(bucket: UInt32, weights: [(field: UInt8, weight: Int8)])]) {
        (self.fields, self.scale, self.biases) = (fields, scale, biases)
        var starts = [UInt32](repeating: 0, count: (1 << FieldFeatures.bits) + 1)
        var classes: [UInt8] = []
        var weights: [Int8] = []
        var next = 0
        for row in rows {
            while next <= Int(row.bucket) {
                starts[next] = UInt32(weights.count)
                next += 1
            }
            for (field, weight) in row.weights {
                classes.append(field)
                weights.append(weight)
            }
        }
        while next < starts.count {
            starts[next] = UInt32(weights.count)
            next += 1
        }
        (self.starts, self.classes, self.weights) = (starts, classes, weights)
    }

    /// How many weights there are.
    public var count: Int { weights.count }
    public var buckets: Int { zip(starts, starts.dropFirst()).count { $0 < $1 } }

    /// One score for each field; `known` counts the features that say anything.
    func scores(_ features: [FieldFeatures.Feature]) -> (scores: [Float], known: Int) {
        var sums = [Float](repeating: 0, count: fields.count)
        var known = 0
        for feature in features {
            let range = starts[Int(feature.bucket)]..<starts[Int(feature.bucket) + 1]
            if !range.isEmpty { known += 1 }
            for index in range { sums[Int(classes[Int(index)])] += feature.value * Float(weights[Int(index)]) }
        }
        for index in sums.indices { sums[index] = sums[index] * scale + biases[index] }
        return (sums, known)
    }

    /// The scores of features given by themselves: what training asks.
    public func scores(buckets: [UInt32], values: [Float]) -> [Float] {
        let features = zip(buckets, values).filter { $0.0 < 1 << FieldFeatures.bits }
        return scores(features.map { FieldFeatures.Feature(bucket: $0, value: $1, first: 0, last: 0) }).scores
    }

    /// What a bucket says for one field.
    func weight(_ bucket: UInt32, of field: Int) -> Float {
        for index in starts[Int(bucket)]..<starts[Int(bucket) + 1] where Int(classes[Int(index)]) == field {
            return Float(weights[Int(index)]) * scale
        }
        return 0
    }
}

extension FieldModel {
    /// - Throws: `Unreadable`. Nothing in a damaged file leads outside its arrays.
    public init(_ bytes: [UInt8]) throws(Unreadable) {
        var reader = Reader(bytes: bytes)
        guard try reader.take(4) == Self.magic else { throw Unreadable(description: "these are no weights") }
        guard try reader.byte() == Self.version, try reader.byte() == FieldFeatures.bits else { throw Unreadable(description: "another version") }
        let count = Int(try reader.byte())
        var fields: [FieldCode] = []
        for _ in 0..<count { fields.append(FieldCode(rawValue: String(decoding: try reader.take(Int(try reader.byte())), as: UTF8.self))) }
        let scale = try reader.float()
        var biases: [Float] = []
        for _ in 0..<count { biases.append(try reader.float()) }
        var rows: [(bucket: UInt32, weights: [(field: UInt8, weight: Int8)])] = []
        var bucket = -1
        for _ in 0..<(try reader.number()) {
            bucket += Int(try reader.number()) + 1
            guard bucket < 1 << FieldFeatures.bits else { throw Unreadable(description: "a bucket that there is not") }
            var row: [(field: UInt8, weight: Int8)] = []
            for _ in 0..<(try reader.byte()) {
                let field = try reader.byte()
                guard field < count else { throw Unreadable(description: "a field that there is not") }
                row.append((field, Int8(bitPattern: try reader.byte())))
            }
            rows.append((UInt32(bucket), row))
        }
        guard reader.isAtEnd else { throw Unreadable(description: "something stands after the weights") }
        self.init(fields: fields, scale: scale, biases: biases, weights: rows)
    }

    /// The file of these weights.
    public var bytes: [UInt8] {
        var out = Self.magic + [Self.version, UInt8(FieldFeatures.bits), UInt8(fields.count)]
        for field in fields { out += [UInt8(field.rawValue.utf8.count)] + Array(field.rawValue.utf8) }
        func add(_ value: Float) { for shift in stride(from: 0, to: 32, by: 8) { out.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift)) } }
        func add(_ number: Int) {
            var number = number
            while number >= 0x80 {
                out.append(UInt8(number & 0x7F) | 0x80)
                number >>= 7
            }
            out.append(UInt8(number))
        }
        add(scale)
        for bias in biases { add(bias) }
        let filled = (0..<starts.count - 1).filter { starts[$0] < starts[$0 + 1] }
        add(filled.count)
        var last = -1
        for bucket in filled {
            add(bucket - last - 1)
            last = bucket
            let range = starts[bucket]..<starts[bucket + 1]
            out.append(UInt8(range.count))
            for index in range { out += [classes[Int(index)], UInt8(bitPattern: weights[Int(index)])] }
        }
        return out
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        var isAtEnd: Bool { place == bytes.count }

        mutating func take(_ count: Int) throws(Unreadable) -> [UInt8] {
            guard count <= bytes.count - place else { throw Unreadable(description: "the file ends too early") }
            defer { place += count }
            return Array(bytes[place..<place + count])
        }
        mutating func byte() throws(Unreadable) -> UInt8 {
            guard place < bytes.count else { throw Unreadable(description: "the file ends too early") }
            defer { place += 1 }
            return bytes[place]
        }
        /// Four bytes, the lowest first.
        mutating func float() throws(Unreadable) -> Float {
            var bits: UInt32 = 0
            for (index, byte) in try take(4).enumerated() { bits |= UInt32(byte) << UInt32(8 * index) }
            return Float(bitPattern: bits)
        }
        /// Seven bits a byte, the lowest first (LEB128); at most four bytes.
        mutating func number() throws(Unreadable) -> Int {
            var number = 0
            for shift in stride(from: 0, to: 28, by: 7) {
                let byte = try byte()
                number |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return number }
            }
            throw Unreadable(description: "a number is too large")
        }
    }
}
