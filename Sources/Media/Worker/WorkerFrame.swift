import Glibc
import RichText

/// What goes between a portal and a worker: the portal sends one order, the worker answers with frames and ends.
///
/// A frame is a kind (one byte), three numbers and a length (32 bits each, big-endian), and so many bytes.
struct WorkerFrame: Sendable {
    enum Kind: UInt8, Sendable {
        /// From the worker when it can begin: formats it can write (as bits), whether its walls hold, the library's version.
        case ready = 1
        /// To the worker: the picture's bytes after the list of what to make of them.
        case order = 2
        /// What the picture is: width, height, 1 for alpha + 2 for more frames than one.
        case facts = 3
        /// One smaller picture: its width, its height, the format.
        case variant = 4
        /// The picture is refused: why, in a word.
        case refusal = 5
        case end = 6
        /// The picture itself, written anew: its width, its height, the format.
        case whole = 7
        /// To the worker: an office file whose words are wanted.
        case document = 8
        /// A piece of its text, in UTF-8.
        case words = 9
    }

    static let headLength = 17

    var kind: Kind
    var a: UInt32 = 0
    var b: UInt32 = 0
    var c: UInt32 = 0
    var payload: [UInt8] = []

    var head: [UInt8] {
        var bytes = [kind.rawValue]
        for number in [a, b, c, UInt32(payload.count)] {
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
        }
        return bytes
    }

    /// Kind, numbers and length; nil for what is no frame.
    static func read(head: [UInt8]) -> (frame: WorkerFrame, length: Int)? {
        guard head.count == headLength, let kind = Kind(rawValue: head[0]) else { return nil }
        func number(_ at: Int) -> UInt32 { head[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) } }
        return (WorkerFrame(kind: kind, a: number(1), b: number(5), c: number(9)), Int(number(13)))
    }
}

/// What is to be made of a picture.
struct WorkerOrder: Sendable {
    var variants: [PictureVariant]
    /// In what it is written anew, as large as it is.
    var whole: PictureFormat?
    var picture: [UInt8]

    private static let mostVariants = 64

    var frame: WorkerFrame {
        var payload = [UInt8(variants.count), UInt8(whole?.code ?? 0)]
        for variant in variants {
            payload += [UInt8(variant.width >> 8), UInt8(variant.width & 255), UInt8(variant.format.code)]
        }
        return WorkerFrame(kind: .order, payload: payload + picture)
    }

    init(_ variants: [PictureVariant], whole: PictureFormat? = nil, of picture: [UInt8]) {
        self.variants = Array(variants.prefix(Self.mostVariants))
        self.whole = whole
        self.picture = picture
    }

    /// - Returns: nil for what is no order.
    init?(_ payload: [UInt8]) {
        guard let count = payload.first.map({ Int($0) }), count <= Self.mostVariants, payload.count > 2 + count * 3 else { return nil }
        if payload[1] != 0 {
            guard let format = PictureFormat(code: UInt32(payload[1])) else { return nil }
            whole = format
        }
        variants = []
        for index in 0..<count {
            let at = 2 + index * 3
            guard let format = PictureFormat(code: UInt32(payload[at + 2])),
                let variant = PictureVariant(width: Int(payload[at]) << 8 | Int(payload[at + 1]), format: format)
            else { return nil }
            variants.append(variant)
        }
        picture = Array(payload[(2 + count * 3)...])
    }
}

extension PictureFormat {
    /// As `cvips.h` names it.
    var code: UInt32 {
        switch self {
        case .avif: 1
        case .webp: 2
        case .jpg: 4
        case .png: 8
        }
    }

    init?(code: UInt32) {
        guard let format = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = format
    }
}
