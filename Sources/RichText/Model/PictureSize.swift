/// How large a picture is, in pixels, as it is shown.
public struct PictureSize: Sendable, Hashable {
    public let width: Int
    public let height: Int

    /// Nil where one of them is unknown.
    public init?(width: Int?, height: Int?) {
        guard let width, let height, width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }
}

extension Picture {
    /// Whether its size is known to whoever wrote it down.
    public var isSized: Bool { width > 0 && height > 0 }

    /// This picture with a size where it says none.
    public func sized(_ size: PictureSize?) -> Picture {
        guard !isSized, let size else { return self }
        var picture = self
        picture.width = size.width
        picture.height = size.height
        return picture
    }
}
