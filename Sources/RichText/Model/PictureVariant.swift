/// The formats smaller pictures come in.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable, Codable {
    case avif, webp, jpg, png

    public var mediaType: String { self == .jpg ? "image/jpeg" : "image/\(rawValue)" }
}

/// A smaller picture made of one we hold: one of six widths in one of four formats, and nothing else, so that no query makes work at will.
public struct PictureVariant: Sendable, Hashable, Comparable, CustomStringConvertible {
    public static let widths = [320, 480, 640, 960, 1280, 1920]

    public let width: Int
    public let format: PictureFormat

    /// - Returns: nil for a width that is not in the table.
    public init?(width: Int, format: PictureFormat) {
        guard Self.widths.contains(width) else { return nil }
        self.width = width
        self.format = format
    }

    /// Reads the query of a picture's address in its one spelling: `w=640&f=avif`.
    public init?(query: some StringProtocol) {
        let pairs = query.split(separator: "&", omittingEmptySubsequences: false)
        guard pairs.count == 2, pairs[0].hasPrefix("w="), pairs[1].hasPrefix("f="), let width = Int(pairs[0].dropFirst(2)),
            "\(width)" == pairs[0].dropFirst(2),
            let format = PictureFormat(rawValue: String(pairs[1].dropFirst(2)))
        else { return nil }
        self.init(width: width, format: format)
    }

    public var query: String { "w=\(width)&f=\(format.rawValue)" }
    public var description: String { "\(width).\(format.rawValue)" }

    public static func < (a: Self, b: Self) -> Bool { (a.width, a.format.rawValue) < (b.width, b.format.rawValue) }

    /// The widths a picture comes in: never larger than it is; none for one that is small anyway.
    public static func widths(of picture: Int) -> [Int] { widths.filter { $0 <= picture } }
}
