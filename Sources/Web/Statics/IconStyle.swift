public import PortalNetwork

/// A portal's icons: the emblem on the portal's own colour, as SVG and in pixels.
///
/// The address says everything the picture holds and ends in a digest: `/_/icon-9b1c1c-192-1a2b3c4d.png`. A portal answers for its own colour only, so
/// that nobody has pictures painted at will.
public struct IconStyle: Sendable, Hashable {
    /// The squares that are painted, in pixels, and those whose ground fills the whole square.
    static let sizes = [180, 192, 512]
    static let fullSizes = [180, 512]

    public let ground: Colour

    public init(_ look: Look) { ground = LookStyle(look).primary }

    public var vectorAddress: String { "/_/" + name("svg", "svg") }

    /// `size`: 180 (telephones' home screens), 192 or 512.
    public func address(size: Int) -> String { "/_/" + name("\(size)", "png") }
    /// The same with a ground that fills the square: 180 or 512.
    public func fullAddress(size: Int) -> String { "/_/" + name("full\(size)", "png") }

    /// The picture of that name; nil when it is none of this portal's.
    func file(_ name: String) -> StaticFiles.File? {
        if name == self.name("svg", "svg") { return StaticFiles.File(Array(vector.utf8), kind: "svg") }
        for size in Self.sizes where name == self.name("\(size)", "png") {
            return StaticFiles.File(png(size: size), kind: "png")
        }
        for size in Self.fullSizes where name == self.name("full\(size)", "png") {
            return StaticFiles.File(png(size: size, isFull: true), kind: "png")
        }
        return nil
    }

    /// What `/favicon.ico` answers: 16, 32 and 48 pixels in one file.
    var favicon: [UInt8] { PNGFile.icon([16, 32, 48].map { ($0, png(size: $0)) }) }

    /// Painted once for a colour: many portals have the same, and pages of every portal name it.
    func png(size: Int, isFull: Bool = false) -> [UInt8] {
        Self.painted.value("\(ground.digits) \(size) \(isFull)") {
            PNGFile.bytes(width: size, height: size, rgba: EmblemPainter(size: size, ground: ground, isFull: isFull).pixels())
        }
    }

    private var vector: String {
        let emblem = EmbeddedFiles.all.first { $0.path == "Static/emblem.svg" }?.text.description ?? ""
        return emblem.split(separator: "#9b1c1c", omittingEmptySubsequences: false).joined(separator: ground.description)
    }

    private func name(_ form: String, _ kind: String) -> String {
        Self.remembered.value("\(ground.digits) \(form)") {
            let digest = StaticFiles.digest(Array("\(Self.version) \(form) \(vector)".utf8), length: 8)
            return "icon-\(ground.digits)-\(form)-\(digest).\(kind)"
        }
    }

    private static let remembered = Remembered<String, String>()
    private static let painted = Remembered<String, [UInt8]>(most: 256)

    /// Counts up when the painter paints otherwise.
    private static let version = 1
}
