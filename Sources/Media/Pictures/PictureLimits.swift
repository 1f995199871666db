/// What one picture may cost. A picture beyond is shown as it is, without smaller ones.
public enum PictureLimits {
    /// Bytes of the file.
    public static let bytes = 48 << 20
    /// Pixels: 100 megapixels, more than cameras of reporters make.
    public static let pixels = 100_000_000
    /// The longest side.
    public static let side = 30_000
    /// The tallest of the smaller ones (a WebP has at most 16,383 pixels a side).
    public static let variantSide = 16_000
    /// Bytes of one of the smaller ones.
    public static let variantBytes = 16 << 20
    /// Seconds of a processor for all of it.
    public static let processorSeconds = 30
    /// Seconds on the clock: a machine may have other things to do.
    public static let seconds = 120
    /// Bytes of memory beyond what the worker's libraries take.
    public static let memory: UInt64 = 1 << 30
}
