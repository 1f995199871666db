import PublicRecord

/// The files of a log of a size.
enum MirrorRecord {
    static func tiles(_ size: Int64) -> [TileID] { TileID.grown(from: 0, to: size) }
}
