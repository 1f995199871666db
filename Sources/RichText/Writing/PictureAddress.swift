/// Where a picture is loaded from: the file, and its smaller versions where it has any.
public struct PictureAddress: Sendable, Hashable {
    /// The versions in one format, for browsers that know it.
    public struct Source: Sendable, Hashable {
        public var format: PictureFormat
        public var srcset: String

        public init(format: PictureFormat, srcset: String) {
            self.format = format
            self.srcset = srcset
        }
    }

    public var src: String
    public var srcset: String?
    public var sizes: String?
    /// The best format first.
    public var sources: [Source]

    public init(src: String, srcset: String? = nil, sizes: String? = nil, sources: [Source] = []) {
        self.src = src
        self.srcset = srcset
        self.sizes = sizes
        self.sources = sources
    }

    /// A file with all versions it comes in.
    /// - Parameters:
    ///   - file: its path, `/files/{commitment}/{name}`, with or without a host before it.
    ///   - width: its pixels; what is small, moves (a GIF) or has no width known comes as it is.
    ///   - widths: which of the table are wanted.
    ///   - sizes: how wide it is shown, as the attribute of that name says it.
    public init(file: String, width: Int, widths: [Int] = PictureVariant.widths, sizes: String) {
        let usable = widths.filter { PictureVariant.widths(of: width).contains($0) }
        guard !usable.isEmpty, let type = file.split(separator: ".").last?.lowercased(), ["jpg", "jpeg", "png", "webp", "avif"].contains(type) else {
            self.init(src: file)
            return
        }
        // Some hundred of these stand on a front page: put together in one go.
        func srcset(_ format: PictureFormat) -> String {
            var text = ""
            text.reserveCapacity(usable.count * (file.utf8.count + 24))
            for width in usable {
                guard let end = PictureVariant(width: width, format: format).flatMap({ Self.ends[$0] }) else { continue }
                if !text.isEmpty { text += ", " }
                text += file
                text += end
            }
            return text
        }
        // For browsers that know no `srcset`: enough for a page's column. Where the picture has alpha, the address leads on to a PNG.
        let plain = usable.last { $0 <= 960 } ?? usable[0]
        self.init(
            src: PictureVariant(width: plain, format: .jpg).map { "\(file)?\($0.query)" } ?? file,
            srcset: srcset(.jpg),
            sizes: sizes,
            sources: [PictureFormat.avif, .webp].map { Source(format: $0, srcset: srcset($0)) }
        )
    }

    /// What follows a file's path in a `srcset`, of each version there is: `?w=640&f=avif 640w`.
    private static let ends: [PictureVariant: String] = {
        var ends: [PictureVariant: String] = [:]
        for variant in PictureFormat.allCases.flatMap({ format in PictureVariant.widths.compactMap { PictureVariant(width: $0, format: format) } }) {
            ends[variant] = "?\(variant.query) \(variant.width)w"
        }
        return ends
    }()

    /// Whether every address leads to this file.
    func isOf(_ asset: AssetReference) -> Bool {
        FileAddress.commitment(inPathOf: src) == asset.commitment
            && ([srcset].compactMap(\.self) + sources.map(\.srcset)).allSatisfy {
                Self.addresses(in: $0).allSatisfy { FileAddress.commitment(inPathOf: $0) == asset.commitment }
            }
    }

    /// The addresses of a `srcset`. (None of ours holds a comma or a space.)
    static func addresses(in srcset: String) -> [String] {
        srcset.split(separator: ",").map { part in String(part.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }) }
    }
}

extension Picture {
    /// In the column of a text: as wide as the screen of a phone, at most 46 rem.
    public static let columnSizes = "(min-width: 48rem) 46rem, 100vw"

    /// Where it is loaded from in the column of a text on a portal's page; nil for one without a file name.
    public func address(sizes: String = Picture.columnSizes) -> PictureAddress? {
        guard let asset, let name = asset.id else { return nil }
        return PictureAddress(file: "/files/\(asset.commitment)/\(Shown.fileName(name))", width: width, sizes: sizes)
    }
}
